// The six fields of a webhook that people may change.
#pragma once

#include "screens/frame.h"

namespace screens {

[[nodiscard]] float fields_height(const Frame& frame, float width);
void draw_fields(const Frame& frame, const gui::Rect& rect);

}  // namespace screens
