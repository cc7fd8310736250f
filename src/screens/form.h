// One webhook: its fields, the facts beside them, what Save will send, and the bar with Save.
#pragma once

#include "screens/frame.h"

namespace screens {

/// Draws the form into `area`, what is left of the window under the top bar. State::form is there.
void draw_form(const Frame& frame, const gui::Rect& area);

}  // namespace screens
