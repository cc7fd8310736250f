// A modal dialog over everything else.
#include "gui/dialog.h"

#include <algorithm>
#include <cmath>

#include "gui/text.h"
#include "imgui.h"

namespace gui {

namespace {

constexpr float padding = space(6);

float description_height(Ui& ui, const DialogSpec& spec, float width) {
  return spec.description.empty() ? 0 : paragraph_height(ui, TextStyle::body, spec.description, width) + space(2);
}

float width_of(const Ui& ui, const DialogSpec& spec) {
  const float window = ui.viewport().width;
  const float wanted = spec.width * ui.theme().preferences.text_scale;
  return window < wanted + space(8) ? window : wanted;
}

// Of everything between the card's upper and lower edge.
float height_of(Ui& ui, const DialogSpec& spec) {
  const float inner = dialog_body_width(ui, spec);
  const float body = spec.body_height > 0 ? spec.body_height + space(4) : 0;
  return 2 * padding + heading_height(ui, TextStyle::title, spec.title, inner) + space(2) +
         description_height(ui, spec, inner) + body + space(2) + ui.theme().control_height;
}

// Centred, a little above the middle; as wide as a narrow window.
Rect place(Ui& ui, const DialogSpec& spec) {
  const Rect window = ui.viewport();
  const float width = width_of(ui, spec);
  const float height = std::min(height_of(ui, spec), window.height);
  return {std::floor((window.width - width) / 2), std::floor((window.height - height) * 0.4F), width, height};
}

NodeId id_of(const Ui& ui, const DialogSpec& spec) {
  return ui.id(Role::dialog, spec.id.empty() ? spec.title : spec.id);
}

bool clicked_beside(const Rect& card) {
  const ImVec2 pointer = ImGui::GetMousePos();
  return ImGui::IsMouseClicked(ImGuiMouseButton_Left) && ImGui::IsWindowHovered() &&
         !card.contains({pointer.x, pointer.y});
}

}  // namespace

float dialog_body_width(const Ui& ui, const DialogSpec& spec) { return width_of(ui, spec) - 2 * padding; }

Dialog::Dialog(Ui& ui, const DialogSpec& spec)
    : ui_(ui),
      id_(id_of(ui, spec)),
      appearing_(!ui.is_open(id_)),
      layer_(ui.open_layer(id_, ui.viewport(), true)),
      card_(place(ui, spec)),
      node_(ui.open(id_, spec.alert ? Role::alert_dialog : Role::dialog, spec.title, card_)) {
  ui.begin_modal(id_);
  Node& node = ui.edit(id_);
  node.description = spec.description;
  node.modal = true;
  node.focusable = true;
  node.in_tab_order = false;
  node.keys = key_escape;
  for (const Action& action : ui.take_actions(id_)) {
    dismissed_ = dismissed_ || (action.kind == Action::Kind::key && action.key == key_escape);
  }
  dismissed_ = dismissed_ || (!spec.alert && !appearing_ && clicked_beside(card_));
  if (dismissed_) {
    ui.request_frame();
  }
  draw(spec);
}

void Dialog::draw(const DialogSpec& spec) {
  const Theme& theme = ui_.theme();
  fill(ui_, ui_.viewport(), theme.color.scrim);
  shadow(ui_, card_, theme.radius_large);
  fill(ui_, card_, theme.color.raised, theme.radius_large);
  stroke(ui_, card_, theme.color.line, 1, theme.radius_large);
  Rect rest = card_.inset(padding, padding);
  if (const float needed = height_of(ui_, spec); needed > card_.height) {
    scroll_.emplace(ui_, card_, ScrollAreaSpec{.id = "dialog", .content_height = needed});
    rest = scroll_->content().inset(padding, padding);
    rest.height = needed - 2 * padding;
  }
  const Ui::IdScope scope = ui_.id_scope(id_);
  const float title = heading_height(ui_, TextStyle::title, spec.title, rest.width);
  heading(ui_, rest.cut_top(title), {.text = spec.title, .level = 2});
  (void)rest.cut_top(space(2));
  if (!spec.description.empty()) {
    const float height = description_height(ui_, spec, rest.width);
    paragraph(ui_, rest.cut_top(height), {.text = spec.description, .color = theme.color.muted});
  }
  footer_ = rest.cut_bottom(theme.control_height);
  (void)rest.cut_top(space(2));
  (void)rest.cut_bottom(space(4));
  body_ = rest;
}

void Dialog::set_initial_focus(NodeId node) {
  if (appearing_) {
    ui_.request_focus(node);
  }
}

Dialog::~Dialog() {
  scroll_.reset();
  ui_.end_modal();
}

}  // namespace gui
