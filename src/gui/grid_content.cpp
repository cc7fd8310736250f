// What the cells and the cards of a grid show, and how it is drawn and read.
#include "gui/grid_content.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "gui/text.h"

namespace gui {

namespace {

Color color_of(const Colors& c, CellContent::Style style) {
  return style == CellContent::Style::muted ? c.muted : c.text;
}

TextStyle style_of(CellContent::Style style) {
  switch (style) {
    case CellContent::Style::strong:
      return TextStyle::strong;
    case CellContent::Style::code:
      return TextStyle::code;
    case CellContent::Style::normal:
    case CellContent::Style::muted:
      return TextStyle::body;
  }
  return TextStyle::body;
}

}  // namespace

void CellContent::clear() {
  text.clear();
  second_line.clear();
  spoken.clear();
  style = Style::normal;
  badge = false;
  tone = Tone::neutral;
  icon = Icon::none;
}

void CardContent::clear() {
  title.clear();
  badge.clear();
  second_line.clear();
  third_line.clear();
  fourth_line.clear();
}

std::string spoken(const CellContent& content) {
  if (!content.spoken.empty()) {
    return content.spoken;
  }
  return content.second_line.empty() ? content.text : content.text + ", " + content.second_line;
}

std::string spoken(const CardContent& content) {
  std::string text = content.title;
  for (const std::string& part :
       {spoken(content.badge), content.second_line, content.third_line, content.fourth_line}) {
    if (!part.empty()) {
      text.append(", ").append(part);
    }
  }
  return text;
}

void draw_content(Ui& ui, Rect rect, const CellContent& content, Align align) {
  const Theme& theme = ui.theme();
  if (content.badge && !content.text.empty()) {
    badge(ui, rect, {.text = content.text, .tone = content.tone, .icon = content.icon, .reported = false});
    return;
  }
  if (content.icon != Icon::none) {
    const float size = std::round(14 * theme.preferences.text_scale);
    icon(ui, rect.cut_left(size), content.icon, tone_colors(theme, content.tone).foreground);
    (void)rect.cut_left(space(1.5F));
  }
  if (!content.second_line.empty()) {
    const float first = line_height(theme, TextStyle::body);
    const float second = line_height(theme, TextStyle::small);
    rect.y += (rect.height - first - second) / 2;
    rect.height = first + second;
    text_in(ui, rect.cut_bottom(second), TextStyle::small, theme.color.muted, content.second_line, align);
  }
  text_in(ui, rect, style_of(content.style), color_of(theme.color, content.style), content.text, align);
}

void draw_content(Ui& ui, const Rect& rect, const CardContent& content) {
  const Theme& theme = ui.theme();
  const float line = line_height(theme, TextStyle::compact);
  const auto muted = [&](const Rect& place, const std::string& text) {
    text_in(ui, place, TextStyle::compact, theme.color.muted, text);
  };
  Rect inner = rect.inset(space(4), space(3.5F));
  text_in(ui, inner.cut_top(line_height(theme, TextStyle::strong)), TextStyle::strong, theme.color.text, content.title);
  muted(inner.cut_top(line), content.second_line);
  Rect third = inner.cut_top(line);
  if (!content.badge.text.empty()) {
    const CellContent& in = content.badge;
    const BadgeSpec pill{.text = in.text, .tone = in.tone, .icon = in.icon, .reported = false};
    badge(ui, third.cut_right(std::min(third.width * 0.75F, badge_width(ui, pill))), pill);
    (void)third.cut_right(space(2));
  }
  muted(third, content.third_line);
  muted(inner.cut_top(line), content.fourth_line);
}

bool is_cut_off(Ui& ui, const CellContent& content, float width) {
  const bool is_text = !content.badge && content.icon == Icon::none;
  return is_text && text_width(ui, style_of(content.style), content.text) > width;
}

}  // namespace gui
