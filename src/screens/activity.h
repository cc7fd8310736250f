// What this user wrote from this browser, and what went over the line.
#pragma once

#include "screens/frame.h"

namespace screens {

void draw_activity(const Frame& frame, const gui::Rect& area);

}  // namespace screens
