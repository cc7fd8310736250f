// Text to read: labels, paragraphs, headings, code, badges.
#pragma once

#include <span>
#include <string_view>

#include "gui/draw.h"

namespace gui {

/// Takes the colour of the theme's text.
inline constexpr Color theme_text = 0;

struct LabelSpec {
  std::string_view text;
  TextStyle style = TextStyle::body;
  Color color = theme_text;
  Align align = Align::start;
  std::string_view id = {};  // when the text changes or stands twice in a scope
  bool reported = true;      // false: decoration, said elsewhere in the tree
};
/// One line, vertically centred in the rectangle, cut with "…" when too long (the tree has all of it). Returns the
/// width drawn.
float label(Ui& ui, const Rect& rect, const LabelSpec& spec);

/// Wrapped text from the rectangle's top, body or compact, that can be selected. Returns its height.
float paragraph(Ui& ui, const Rect& rect, const LabelSpec& spec);
/// The height paragraph() will take.
[[nodiscard]] float paragraph_height(Ui& ui, TextStyle style, std::string_view text, float width);

struct HeadingSpec {
  std::string_view text;
  int level = 2;  // 1..6
  TextStyle style = TextStyle::title;
  std::string_view id = {};
  bool focusable = false;  // can be given the focus when a screen opens; not reached by Tab
};
/// Wrapped like paragraph(); a single line is vertically centred like label(). Returns its id.
NodeId heading(Ui& ui, const Rect& rect, const HeadingSpec& spec);
/// The height heading() needs; at least one line.
[[nodiscard]] float heading_height(Ui& ui, TextStyle style, std::string_view text, float width);

struct CodeLine {
  std::string_view text;
  enum class Mark : std::uint8_t { none, added, removed } mark = Mark::none;
};
struct CodeSpec {
  std::string_view name;  // what it is, e.g. "Request body"
  std::span<const CodeLine> lines;
  std::string_view id = {};
  bool line_marks = false;  // a column with + and − for the marks
};
/// Code in a frame of its own, scrolled in both directions when it does not fit. Of a line over 2,000 bytes only the
/// beginning is shown, with "…".
void code(Ui& ui, const Rect& rect, const CodeSpec& spec);
/// The height at which code() need not scroll vertically.
[[nodiscard]] float code_height(Ui& ui, const CodeSpec& spec);

struct BadgeSpec {
  std::string_view text;
  Tone tone = Tone::neutral;
  Icon icon = Icon::none;
  std::string_view id = {};
  bool reported = true;
};
/// A pill at the rectangle's left, vertically centred. Returns its width.
float badge(Ui& ui, const Rect& rect, const BadgeSpec& spec);
[[nodiscard]] float badge_width(Ui& ui, const BadgeSpec& spec);

/// A thin line for the eye only.
void separator(Ui& ui, const Rect& rect);

}  // namespace gui
