// A switch: on or off, at once.
#include "gui/switch.h"

#include <algorithm>
#include <cmath>

#include "gui/field.h"

namespace gui {

namespace {

void draw_track(Ui& ui, const Rect& rect, const SwitchSpec& spec, bool hovered) {
  const Colors& c = ui.theme().color;
  const float radius = rect.height / 2;
  const bool on = spec.on;
  Color track = on ? c.accent : c.control;
  if (hovered && !spec.disabled) {
    track = on ? c.accent_hover : c.muted;
  }
  if (spec.disabled) {
    track = c.line;
  }
  fill(ui, rect, track, radius);
  const float knob = rect.height - 4;
  const float x = on ? rect.right() - 2 - knob : rect.x + 2;
  fill(ui, {x, rect.y + 2, knob, knob}, on ? c.on_accent : c.surface, knob / 2);
}

}  // namespace

float switch_height(Ui& ui, float width, const SwitchSpec& spec) {
  return ui.theme().control_height + message_height(ui, width, spec.error, spec.hint);
}

SwitchResult toggle_switch(Ui& ui, const Rect& rect, const SwitchSpec& spec) {
  SwitchResult result;
  result.id = ui.id(Role::switch_control, spec.id.empty() ? spec.name : spec.id);
  Rect rest = rect;
  const Rect row = rest.cut_top(ui.theme().control_height);
  Node& node = ui.add(result.id, Role::switch_control, row);
  node.name = spec.name;
  node.description = describe(spec.hint, spec.changed);
  node.error = spec.error;
  node.focusable = true;
  node.disabled = spec.disabled;
  node.checked = spec.on ? Checked::yes : Checked::no;
  const Interaction interaction = ui.interact(result.id, row, !spec.disabled);
  result.toggled = interaction.pressed;

  const float height = std::round(20 * std::max(1.0F, ui.theme().preferences.text_scale));
  Rect inner = row;
  const Rect column = inner.cut_left(height * 1.8F);
  const Rect track{column.x, column.y + (column.height - height) / 2, column.width, height};
  draw_track(ui, track, spec, interaction.hovered);
  if (interaction.focus_visible) {
    focus_ring(ui, track, height / 2);
  }
  (void)inner.cut_left(space(3));
  const Color color = spec.disabled ? ui.theme().color.muted : ui.theme().color.text;
  (void)inner.cut_left(text_in(ui, inner, TextStyle::body, color, spec.name));
  if (spec.changed) {
    draw_changed_mark(ui, inner);
  }
  draw_message(ui, rest, spec.error, spec.hint);
  return result;
}

}  // namespace gui
