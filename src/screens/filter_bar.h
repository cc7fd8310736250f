// What narrows the list down: the filters to choose from, and those that are chosen.
#pragma once

#include "gui/button.h"
#include "screens/frame.h"

namespace screens {

/// Shows and hides what can be chosen.
[[nodiscard]] gui::ButtonSpec filter_button(const Frame& frame);
void draw_filter_button(const Frame& frame, const gui::Rect& rect);

/// The filters to choose from; their height is 0 while they are hidden.
[[nodiscard]] float filters_height(const Frame& frame, float width);
void draw_filters(const Frame& frame, const gui::Rect& rect);

/// The chosen filters, each a button that removes it; 0 without any.
[[nodiscard]] float chips_height(const Frame& frame, float width);
void draw_chips(const Frame& frame, const gui::Rect& rect);

/// How high it is to offer what shows something again, in a list where nothing matches; 0 where that is not so.
[[nodiscard]] float no_match_height(const Frame& frame);
void draw_no_match(const Frame& frame, const gui::Rect& rect);

}  // namespace screens
