// Code in a frame of its own.
#include <algorithm>
#include <cmath>
#include <string>

#include "gui/scroll_area.h"
#include "gui/text.h"

namespace gui {

namespace {

constexpr float padding = space(3);
// The browser lays out every letter of a line on every change; nobody reads a line that goes on for metres.
constexpr std::size_t most_line_bytes = 2000;
constexpr std::string_view cut_mark = "…";

// The line as far as it is shown, ending between two characters of UTF-8.
std::string_view shown_part(std::string_view line) {
  if (line.size() <= most_line_bytes) return line;
  std::size_t end = most_line_bytes;
  while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
  return line.substr(0, end);
}

float marks_width(Ui& ui, const CodeSpec& spec) {
  return spec.line_marks ? std::ceil(text_width(ui, TextStyle::code, "+ ")) : 0;
}

float content_width(Ui& ui, const CodeSpec& spec) {
  float width = 0;
  for (const CodeLine& line : spec.lines) {
    width = std::max(width, text_width(ui, TextStyle::code, shown_part(line.text)));
  }
  return std::ceil(width + text_width(ui, TextStyle::code, cut_mark)) + marks_width(ui, spec) + 2 * padding;
}

std::string whole_text(const CodeSpec& spec) {
  std::string text;
  for (const CodeLine& line : spec.lines) {
    if (spec.line_marks) {
      text += line.mark == CodeLine::Mark::added ? "+ " : line.mark == CodeLine::Mark::removed ? "- " : "  ";
    }
    const std::string_view shown = shown_part(line.text);
    text += shown;
    if (shown.size() < line.text.size()) text += cut_mark;
    text += '\n';
  }
  if (!text.empty()) {
    text.pop_back();
  }
  return text;
}

void draw_line(Ui& ui, const Rect& row, const CodeLine& line, float marks) {
  const Colors& colors = ui.theme().color;
  Color color = colors.text;
  std::string_view mark;
  if (line.mark != CodeLine::Mark::none) {
    const bool added = line.mark == CodeLine::Mark::added;
    const ToneColors& tone = added ? colors.success : colors.danger_tone;
    fill(ui, row, tone.background);
    color = tone.foreground;
    mark = added ? "+" : "−";
  }
  const float baseline = baseline_in(ui, row, TextStyle::code);
  if (marks > 0) {
    text_at(ui, {row.x + padding, baseline}, TextStyle::code, color, mark);
  }
  const std::string_view shown = shown_part(line.text);
  const float x = row.x + padding + marks;
  text_at(ui, {x, baseline}, TextStyle::code, color, shown);
  if (shown.size() < line.text.size()) {
    text_at(ui, {x + text_width(ui, TextStyle::code, shown), baseline}, TextStyle::code, color, cut_mark);
  }
}

}  // namespace

float code_height(Ui& ui, const CodeSpec& spec) {
  return line_height(ui.theme(), TextStyle::code) * static_cast<float>(spec.lines.size()) + 2 * padding;
}

void code(Ui& ui, const Rect& rect, const CodeSpec& spec) {
  fill(ui, rect, ui.theme().color.sunken, ui.theme().radius);
  const float needed_width = content_width(ui, spec);
  const std::string_view label = spec.id.empty() ? spec.name : spec.id;
  {
    const ScrollArea area(ui, rect,
                          {.id = label,
                           .name = spec.name,
                           .role = Role::region,
                           .content_height = code_height(ui, spec),
                           .content_width = needed_width > rect.width ? needed_width : 0,
                           .focusable = true});
    const Rect content = area.content();
    ui.add(ui.id(Role::code, label), Role::code, content.inset(padding, padding)).name = whole_text(spec);
    const float height = line_height(ui.theme(), TextStyle::code);
    const float marks = marks_width(ui, spec);
    Rect row{content.x, content.y + padding, std::max(content.width, rect.width), height};
    for (const CodeLine& line : spec.lines) {
      if (ui.is_visible(row)) {
        draw_line(ui, row, line, marks);
      }
      row.y += height;
    }
  }
  stroke(ui, rect, ui.theme().color.line, 1, ui.theme().radius);
}

}  // namespace gui
