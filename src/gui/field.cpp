// What all fields of a form share.
#include "gui/field.h"

#include <algorithm>
#include <cmath>

#include "gui/text.h"
#include "gui/wrap.h"
#include "language/text.h"

namespace gui {

namespace {

constexpr TextStyle label_style = TextStyle::compact;
constexpr float gap = space(1);

float label_height(const Ui& ui, const FieldSpec& spec) {
  return spec.label_hidden ? 0 : line_height(ui.theme(), label_style) + gap;
}

float message_icon_size(const Ui& ui) { return std::round(14 * ui.theme().preferences.text_scale); }
float message_indent(const Ui& ui) { return message_icon_size(ui) + space(1.5F); }

}  // namespace

float message_height(Ui& ui, float width, std::string_view error, std::string_view hint) {
  float height = 0;
  if (!error.empty()) {
    height += gap + paragraph_height(ui, TextStyle::compact, error, width - message_indent(ui));
  }
  if (!hint.empty()) {
    height += gap + paragraph_height(ui, TextStyle::compact, hint, width);
  }
  return height;
}

float field_height(Ui& ui, float width, const FieldSpec& spec) {
  return label_height(ui, spec) + spec.frame_height + message_height(ui, width, spec.error, spec.hint);
}

FieldRects cut_field(Ui& ui, const Rect& rect, const FieldSpec& spec) {
  Rect rest = rect;
  FieldRects rects;
  rects.label = rest.cut_top(label_height(ui, spec));
  rects.label.height = std::max(0.0F, rects.label.height - gap);
  rects.frame = rest.cut_top(spec.frame_height);
  rects.message = rest;
  return rects;
}

float draw_changed_mark(Ui& ui, const Rect& rect) {
  const float size = std::round(12 * ui.theme().preferences.text_scale);
  const Rect place{rect.x + space(1), rect.y + (rect.height - size) / 2, size, size};
  icon(ui, place, Icon::dot, ui.theme().color.accent);
  return size + space(1);
}

void draw_label(Ui& ui, const Rect& rect, const FieldSpec& spec) {
  if (spec.label_hidden) {
    return;
  }
  Rect rest = rect;
  (void)rest.cut_left(text_in(ui, rect, label_style, ui.theme().color.text, spec.name));
  if (spec.changed) {
    (void)rest.cut_left(draw_changed_mark(ui, rest));
  }
  if (spec.required) {
    (void)rest.cut_left(space(2));
    text_in(ui, rest, label_style, ui.theme().color.muted, language::translate("required"));
  }
}

void draw_frame(Ui& ui, const Rect& rect, const FieldSpec& spec, const Interaction& interaction) {
  const Theme& theme = ui.theme();
  fill(ui, rect, spec.inactive ? theme.color.field_disabled : theme.color.field, theme.radius);
  if (interaction.focused) {
    // Text fields show where the typing goes however they got the focus.
    stroke(ui, rect, spec.error.empty() ? theme.color.focus_ring : theme.color.danger, theme.focus_ring, theme.radius);
  } else {
    const Color border = interaction.hovered && !spec.inactive ? theme.color.muted : theme.color.control;
    stroke(ui, rect, spec.error.empty() ? border : theme.color.danger, theme.border, theme.radius);
  }
}

void draw_message(Ui& ui, const Rect& rect, std::string_view error, std::string_view hint) {
  Rect rest = rect;
  if (!error.empty()) {
    (void)rest.cut_top(gap);
    const Color color = tone_colors(ui.theme(), Tone::danger).foreground;
    Rect text = rest;
    const Rect line{rest.x, rest.y, message_icon_size(ui), line_height(ui.theme(), TextStyle::compact)};
    icon(ui, line, Icon::error, color);
    (void)text.cut_left(message_indent(ui));
    (void)rest.cut_top(
        paragraph(ui, text, {.text = error, .style = TextStyle::compact, .color = color, .reported = false}));
  }
  if (!hint.empty()) {
    (void)rest.cut_top(gap);
    paragraph(ui, rest,
              {.text = hint, .style = TextStyle::compact, .color = ui.theme().color.muted, .reported = false});
  }
}

std::string describe(std::string_view hint, bool changed) {
  std::string text(hint);
  if (changed) {
    text.append(text.empty() ? "" : " ").append(language::translate("Changed"));
  }
  return text;
}

}  // namespace gui
