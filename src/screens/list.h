// The list of all webhooks: search, sort, open, create.
#pragma once

#include "screens/frame.h"

namespace screens {

/// Draws the list into `area`, what is left of the window under the top bar.
void draw_list(const Frame& frame, const gui::Rect& area);

}  // namespace screens
