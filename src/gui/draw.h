// The strokes and fills the widgets are made of. Nothing here reports to the tree.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "gui/ui.h"

namespace gui {

enum class Align : std::uint8_t { start, center, end };

enum class Icon : std::uint8_t {
  none,
  check,
  chevron_up,
  chevron_down,
  chevron_left,
  chevron_right,
  search,
  plus,
  copy,
  trash,
  warning,
  info,
  error,
  close,
  external_link,
  user,
  log_out,
  more,
  refresh,
  clock,
  undo,
  redo,
  dot,
  filter,
  columns,
};

void fill(Ui& ui, const Rect& rect, Color color, float radius = 0);
/// A border inside the rectangle.
void stroke(Ui& ui, const Rect& rect, Color color, float thickness = 1, float radius = 0);
/// Round the rectangle, as drawn for the widget that has the focus.
void focus_ring(Ui& ui, const Rect& rect, float radius);
void shadow(Ui& ui, const Rect& rect, float radius);
/// Centred in the rectangle, as large as its smaller side.
void icon(Ui& ui, const Rect& rect, Icon what, Color color);

/// One line of text, its pen at `baseline`, snapped to device pixels.
void text_at(Ui& ui, Point baseline, TextStyle style, Color color, std::string_view text);
/// One line, vertically centred, cut with "…" when it is too long. Returns the width drawn.
float text_in(Ui& ui, const Rect& rect, TextStyle style, Color color, std::string_view text,
              Align align = Align::start);
/// The y of the baseline of a line centred between top and bottom.
[[nodiscard]] float baseline_in(Ui& ui, const Rect& rect, TextStyle style);
[[nodiscard]] float text_width(Ui& ui, TextStyle style, std::string_view text);
/// `text`, or as much of it as fits with "…" behind. Never cuts inside a code point.
[[nodiscard]] std::string fit_text(Ui& ui, TextStyle style, std::string_view text, float width);

}  // namespace gui
