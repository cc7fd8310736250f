// The questions the editor asks before something is lost.
#pragma once

#include "screens/frame.h"

namespace screens {

/// Draws State::dialog over everything else, if there is one.
void draw_dialog(const Frame& frame);

}  // namespace screens
