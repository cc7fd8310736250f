// Messages that stand in the page.
#include "gui/notice.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "gui/button.h"
#include "gui/text.h"
#include "language/text.h"

namespace gui {

namespace {

constexpr float padding = space(3);

struct NoticeState final : WidgetState {
  std::string said;
};

Icon icon_of(Tone tone) {
  switch (tone) {
    case Tone::success:
      return Icon::check;
    case Tone::warning:
      return Icon::warning;
    case Tone::danger:
      return Icon::error;
    case Tone::neutral:
    case Tone::accent:
      return Icon::info;
  }
  return Icon::info;
}

float icon_size(const Ui& ui) { return std::round(16 * ui.theme().preferences.text_scale); }

float buttons_width(Ui& ui, const NoticeSpec& spec) {
  float width = 0;
  if (!spec.action.empty()) {
    width += button_width(ui, {.name = spec.action}) + space(2);
  }
  if (spec.dismissible) {
    width += ui.theme().control_height + space(1);
  }
  return width;
}

// On a narrow window the buttons stand under the text.
bool is_narrow(Ui& ui, float width, const NoticeSpec& spec) { return width - buttons_width(ui, spec) < 260; }

float text_width_of(Ui& ui, float width, const NoticeSpec& spec) {
  const float beside = is_narrow(ui, width, spec) ? 0 : buttons_width(ui, spec);
  return width - 2 * padding - icon_size(ui) - space(2) - beside;
}

float text_height(Ui& ui, float width, const NoticeSpec& spec) {
  const float title = spec.title.empty() ? 0 : paragraph_height(ui, TextStyle::strong, spec.title, width);
  const float text = spec.text.empty() ? 0 : paragraph_height(ui, TextStyle::body, spec.text, width);
  return title + text;
}

std::string whole_text(const NoticeSpec& spec) {
  std::string text(spec.title);
  if (!text.empty() && !spec.text.empty()) {
    text += text.back() == '.' ? " " : ". ";
  }
  return text.append(spec.text);
}

// Reads it out when it was not there in the last frame, or said something else.
void announce_once(Ui& ui, NodeId id, const std::string& text, Tone tone) {
  auto& state = ui.state<NoticeState>(id);
  if (ui.last(id) == nullptr || state.said != text) {
    ui.announce(text, tone == Tone::danger);
    state.said = text;
  }
}

NoticeResult draw_buttons(Ui& ui, Rect rest, const NoticeSpec& spec) {
  NoticeResult result;
  const float height = ui.theme().control_height;
  rest.y += std::max(0.0F, (rest.height - height) / 2);
  rest.height = height;
  if (spec.dismissible) {
    result.dismissed = button(
        ui, rest.cut_right(height),
        {.name = language::translate("Dismiss"), .style = ButtonStyle::quiet, .icon = Icon::close, .icon_only = true});
    (void)rest.cut_right(space(1));
  }
  if (!spec.action.empty()) {
    result.action_pressed = button(ui, rest.cut_right(button_width(ui, {.name = spec.action})), {.name = spec.action});
  }
  return result;
}

void draw_text(Ui& ui, Rect rest, const NoticeSpec& spec, Color color) {
  if (!spec.title.empty()) {
    const LabelSpec title{.text = spec.title, .style = TextStyle::strong, .color = color, .reported = false};
    (void)rest.cut_top(paragraph(ui, rest, title));
  }
  if (!spec.text.empty()) {
    const Color text = spec.title.empty() ? color : ui.theme().color.text;
    paragraph(ui, rest, {.text = spec.text, .color = text, .reported = false});
  }
}

}  // namespace

float notice_height(Ui& ui, float width, const NoticeSpec& spec) {
  const float text = text_height(ui, text_width_of(ui, width, spec), spec);
  const float buttons = buttons_width(ui, spec) > 0 ? ui.theme().control_height : 0;
  if (is_narrow(ui, width, spec)) {
    return text + buttons + (buttons > 0 ? space(2) : 0) + 2 * padding;
  }
  return std::max(text, buttons) + 2 * padding;
}

NoticeResult notice(Ui& ui, const Rect& rect, const NoticeSpec& spec) {
  const Role role = spec.tone == Tone::danger || spec.tone == Tone::warning ? Role::alert : Role::status;
  const std::string text = whole_text(spec);
  const NodeId id = ui.id(role, spec.id.empty() ? std::string_view(text) : spec.id);
  const ToneColors& colors = tone_colors(ui.theme(), spec.tone);
  fill(ui, rect, colors.background, ui.theme().radius);
  stroke(ui, rect, colors.border, 1, ui.theme().radius);

  ui.add(id, role, rect).name = text;
  if (spec.announced) {
    announce_once(ui, id, text, spec.tone);
  }
  Rect rest = rect.inset(padding, padding);
  const bool narrow = is_narrow(ui, rect.width, spec);
  const float buttons = buttons_width(ui, spec);
  Rect below = rest;
  if (narrow && buttons > 0) {
    below = rest.cut_bottom(ui.theme().control_height);
    (void)rest.cut_bottom(space(2));
  }
  const Rect beside = narrow ? below : rest.cut_right(buttons);
  Rect picture = rest.cut_left(icon_size(ui));
  (void)rest.cut_left(space(2));
  // Where a button is higher than the text, icon and text stand in its middle.
  const float shift = std::max(0.0F, (rest.height - text_height(ui, rest.width, spec)) / 2);
  picture.y += shift;
  rest.y += shift;
  icon(ui, picture.cut_top(line_height(ui.theme(), TextStyle::body)), icon_of(spec.tone), colors.foreground);
  draw_text(ui, rest, spec, colors.foreground);
  const Ui::IdScope scope = ui.id_scope(id);
  return draw_buttons(ui, beside, spec);
}

// ---- Progress --------------------------------------------------------------------------------------------------------

void progress(Ui& ui, const Rect& rect, const ProgressSpec& spec) {
  const NodeId id = ui.id(Role::progress_bar, spec.name);
  Node& node = ui.add(id, Role::progress_bar, rect);
  node.name = spec.name;
  if (spec.fraction) {
    node.value = std::to_string(std::lround(std::clamp(*spec.fraction, 0.0F, 1.0F) * 100));
  }
  Rect rest = rect;
  if (!spec.text.empty()) {
    const float width = std::ceil(text_width(ui, TextStyle::compact, spec.text));
    text_in(ui, rest.cut_right(width), TextStyle::compact, ui.theme().color.muted, spec.text);
    (void)rest.cut_right(space(2));
  }
  const Rect bar{rest.x, rest.y + (rest.height - 4) / 2, rest.width, 4};
  const Colors& c = ui.theme().color;
  fill(ui, bar, c.line, 2);
  // Nothing moves while the end is unknown: a frame is drawn only when something changed.
  const float part = spec.fraction ? std::clamp(*spec.fraction, 0.0F, 1.0F) : 0.1F;
  fill(ui, {bar.x, bar.y, bar.width * part, bar.height}, c.accent, 2);
}

// ---- Toast -----------------------------------------------------------------------------------------------------------

bool toast(Ui& ui, const ToastSpec& spec) {
  const float margin = space(4);
  const NoticeSpec notice_spec{.tone = spec.tone, .text = spec.text, .action = spec.action, .id = "toast"};
  const float width = std::min(ui.viewport().width - 2 * margin, 480.0F);
  const float height = notice_height(ui, width, notice_spec);
  const Rect rect{std::floor((ui.viewport().width - width) / 2), ui.viewport().height - margin - height, width, height};
  const Ui::Scope layer = ui.open_layer(ui.id(Role::status, "toast layer"), rect);
  return notice(ui, rect, notice_spec).action_pressed;
}

}  // namespace gui
