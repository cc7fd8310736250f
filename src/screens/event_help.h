// Under the field Event: what the event is easily taken for, and what else may be wanted.
#pragma once

#include "screens/frame.h"

namespace screens {

/// 0 where there is nothing to say.
[[nodiscard]] float event_help_height(const Frame& frame, float width);
void draw_event_help(const Frame& frame, const gui::Rect& rect);

}  // namespace screens
