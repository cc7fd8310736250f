// Text to read: labels, paragraphs, headings, badges.
#include "gui/text.h"

#include <algorithm>
#include <cmath>

#include "gui/wrap.h"

namespace gui {

namespace {

Color color_or_text(const Ui& ui, Color color) { return color == theme_text ? ui.theme().color.text : color; }

void report(Ui& ui, const Rect& rect, Role role, const LabelSpec& spec) {
  if (spec.reported) {
    Node& node = ui.add(ui.id(role, spec.id.empty() ? spec.text : spec.id), role, rect);
    node.name = spec.text;
    node.compact = role == Role::paragraph && spec.style == TextStyle::compact;
  }
}

}  // namespace

float label(Ui& ui, const Rect& rect, const LabelSpec& spec) {
  report(ui, rect, Role::text, spec);
  return text_in(ui, rect, spec.style, color_or_text(ui, spec.color), spec.text, spec.align);
}

float paragraph(Ui& ui, const Rect& rect, const LabelSpec& spec) {
  const std::vector<Line> lines = wrap_text(ui, spec.style, spec.text, rect.width);
  const float height = line_height(ui.theme(), spec.style);
  Rect rest{rect.x, rect.y, rect.width, height * static_cast<float>(lines.size())};
  const Rect whole = rest;
  report(ui, whole, Role::paragraph, spec);
  for (const Line& line : lines) {
    text_in(ui, rest.cut_top(height), spec.style, color_or_text(ui, spec.color), line.of(spec.text), spec.align);
  }
  return whole.height;
}

float paragraph_height(Ui& ui, TextStyle style, std::string_view text, float width) {
  return line_height(ui.theme(), style) * static_cast<float>(wrap_text(ui, style, text, width).size());
}

NodeId heading(Ui& ui, const Rect& rect, const HeadingSpec& spec) {
  Node& node = ui.add(ui.id(Role::heading, spec.id.empty() ? spec.text : spec.id), Role::heading, rect);
  node.name = spec.text;
  node.level = spec.level;
  node.focusable = spec.focusable;
  node.in_tab_order = false;
  const NodeId id = node.id;
  const std::vector<Line> lines = wrap_text(ui, spec.style, spec.text, rect.width);
  if (lines.size() <= 1) {
    text_in(ui, rect, spec.style, ui.theme().color.text, spec.text);
    return id;
  }
  Rect rest = rect;
  for (const Line& line : lines) {
    text_in(ui, rest.cut_top(line_height(ui.theme(), spec.style)), spec.style, ui.theme().color.text,
            line.of(spec.text));
  }
  return id;
}

float heading_height(Ui& ui, TextStyle style, std::string_view text, float width) {
  return std::max(line_height(ui.theme(), style), paragraph_height(ui, style, text, width));
}

// ---- Badges ----------------------------------------------------------------------------------------------------------

namespace {

float badge_height(const Ui& ui) { return line_height(ui.theme(), TextStyle::small) + space(1); }
float badge_icon_size(const Ui& ui) { return std::round(12 * ui.theme().preferences.text_scale); }

}  // namespace

float badge_width(Ui& ui, const BadgeSpec& spec) {
  const float picture = spec.icon == Icon::none ? 0 : badge_icon_size(ui) + space(1);
  return std::ceil(text_width(ui, TextStyle::small, spec.text)) + picture + space(4);
}

float badge(Ui& ui, const Rect& rect, const BadgeSpec& spec) {
  const float height = badge_height(ui);
  const Rect pill{rect.x, rect.y + (rect.height - height) / 2, std::min(rect.width, badge_width(ui, spec)), height};
  if (spec.reported) {
    ui.add(ui.id(Role::text, spec.id.empty() ? spec.text : spec.id), Role::text, pill).name = spec.text;
  }
  const ToneColors& colors = tone_colors(ui.theme(), spec.tone);
  fill(ui, pill, colors.background, height / 2);
  if (ui.theme().preferences.more_contrast || ui.theme().preferences.forced_colors) {
    stroke(ui, pill, colors.border, 1, height / 2);
  }
  Rect inner = pill.inset(space(2), 0);
  if (spec.icon != Icon::none) {
    icon(ui, inner.cut_left(badge_icon_size(ui)), spec.icon, colors.foreground);
    (void)inner.cut_left(space(1));
  }
  text_in(ui, inner, TextStyle::small, colors.foreground, spec.text);
  return pill.width;
}

void separator(Ui& ui, const Rect& rect) { fill(ui, rect, ui.theme().color.line); }

}  // namespace gui
