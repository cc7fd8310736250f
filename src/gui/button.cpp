// Buttons and links.
#include "gui/button.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "gui/tooltip.h"

namespace gui {

namespace {

struct ButtonColors {
  Color background;  // 0: none
  Color foreground;
  Color border;  // 0: none
};

ButtonColors disabled_colors(const Colors& c, ButtonStyle style) {
  return {style == ButtonStyle::quiet ? 0 : c.field_disabled, c.muted, style == ButtonStyle::quiet ? 0 : c.line};
}

ButtonColors colors_of(const Theme& theme, const ButtonSpec& spec, bool hovered) {
  const Colors& c = theme.color;
  if (spec.disabled) {
    return disabled_colors(c, spec.style);
  }
  // Forced colours know no fills: a filled button is told from the ground by its border all the same.
  switch (spec.style) {
    case ButtonStyle::primary:
      return {hovered ? c.accent_hover : c.accent, c.on_accent, 0};
    case ButtonStyle::danger:
      return {hovered ? c.danger_hover : c.danger, c.on_danger, 0};
    case ButtonStyle::quiet:
      return {hovered ? c.button_hover : 0, c.text, 0};
    case ButtonStyle::secondary:
      return {hovered ? c.button_hover : c.button, c.text, c.control};
  }
  return {c.button, c.text, c.control};
}

float icon_size(const Ui& ui) { return std::round(16 * ui.theme().preferences.text_scale); }

std::string drawn_name(const ButtonSpec& spec) {
  std::string name(spec.short_name.empty() ? spec.name : spec.short_name);
  if (spec.busy && !name.ends_with("…")) {
    name += "…";
  }
  return name;
}

void draw_content(Ui& ui, const Rect& rect, const ButtonSpec& spec, Color color) {
  const float picture = spec.icon == Icon::none ? 0 : icon_size(ui);
  if (spec.icon_only) {
    icon(ui, {rect.x, rect.y + (rect.height - picture) / 2, rect.width, picture}, spec.icon, color);
    return;
  }
  const std::string name = drawn_name(spec);
  const float gap = spec.icon == Icon::none ? 0 : space(2);
  const float width = text_width(ui, TextStyle::strong, name) + picture + gap;
  Rect inner{rect.x + std::max(space(2), (rect.width - width) / 2), rect.y, 0, rect.height};
  inner.width = std::max(0.0F, rect.right() - space(2) - inner.x);
  icon(ui, inner.cut_left(picture), spec.icon, color);
  (void)inner.cut_left(gap);
  text_in(ui, inner, TextStyle::strong, color, name);
}

}  // namespace

float button_width(Ui& ui, const ButtonSpec& spec) {
  if (spec.icon_only) {
    return ui.theme().control_height;
  }
  const float picture = spec.icon == Icon::none ? 0 : icon_size(ui) + space(2);
  return std::ceil(text_width(ui, TextStyle::strong, drawn_name(spec)) + picture) + space(8);
}

bool button(Ui& ui, const Rect& rect, const ButtonSpec& spec) {
  const NodeId id = ui.id(Role::button, spec.id.empty() ? spec.name : spec.id);
  Node& node = ui.add(id, Role::button, rect);
  node.name = spec.name;
  node.description = spec.description;
  node.focusable = true;
  node.disabled = spec.disabled;
  node.busy = spec.busy;
  node.expanded = spec.expanded;
  const Interaction interaction = ui.interact(id, rect, !spec.disabled && !spec.busy);
  const float radius = ui.theme().radius;
  const ButtonColors colors = colors_of(ui.theme(), spec, interaction.hovered || interaction.held);
  if (colors.background != 0) {
    fill(ui, rect, colors.background, radius);
  }
  if (colors.border != 0) {
    stroke(ui, rect, colors.border, ui.theme().border, radius);
  }
  draw_content(ui, rect, spec, colors.foreground);
  if (interaction.focus_visible) {
    focus_ring(ui, rect, radius);
  }
  if (spec.icon_only) {
    tooltip(ui, id, rect, drawn_name(spec), (interaction.hovered || interaction.focus_visible) && !interaction.held);
  }
  return interaction.pressed;
}

// ---- Links -----------------------------------------------------------------------------------------------------------

float link_width(Ui& ui, const LinkSpec& spec) {
  const float picture = spec.external ? std::round(14 * ui.theme().preferences.text_scale) + space(1) : 0;
  return std::ceil(text_width(ui, spec.style, spec.name)) + picture;
}

float link_height(const Ui& ui) {
  const Theme& theme = ui.theme();
  return theme.preferences.coarse_pointer ? theme.control_height : line_height(theme, TextStyle::body);
}

bool link(Ui& ui, const Rect& rect, const LinkSpec& spec) {
  const NodeId id = ui.id(Role::link, spec.id.empty() ? spec.name : spec.id);
  Node& node = ui.add(id, Role::link, rect);
  node.name = spec.name;
  node.description = spec.description;
  node.href = spec.href;
  node.focusable = true;
  node.current = spec.current;
  const Interaction interaction = ui.interact(id, rect);
  const Color color = interaction.hovered ? ui.theme().color.accent_hover : ui.theme().color.accent;
  Rect rest = rect;
  const float width = text_in(ui, rect, spec.style, color, spec.name);
  (void)rest.cut_left(width + space(1));
  if (spec.external) {
    const float size = std::round(14 * ui.theme().preferences.text_scale);
    icon(ui, rest.cut_left(size), Icon::external_link, color);
  }
  if (interaction.hovered || ui.theme().preferences.forced_colors) {
    fill(ui, {rect.x, baseline_in(ui, rect, spec.style) + 2, width, 1}, color);
  }
  if (interaction.hovered) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  }
  if (interaction.focus_visible) {
    focus_ring(ui, rect, ui.theme().radius_small);
  }
  return interaction.pressed;
}

}  // namespace gui
