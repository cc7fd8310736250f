// Doing things by key or by name: shortcuts, the command palette and the help that lists them.
#pragma once

#include "screens/frame.h"

namespace screens {

/// Sends what the pressed shortcuts stand for. To be called after everything that takes text in the same frame.
void take_shortcuts(const Frame& frame);

/// A dialog to find commands and webhooks by typing.
void draw_palette(const Frame& frame);
/// A dialog that lists the shortcuts.
void draw_help(const Frame& frame);

}  // namespace screens
