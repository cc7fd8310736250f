// Which of a browser's key events are for the toolkit.
#pragma once

#include <cstdint>
#include <string>

#include "gui/ui.h"

namespace platform::web {

/// A keydown event.
struct KeyPress {
  std::string key;              // KeyboardEvent.key, e.g. "Enter" or "s"
  std::uint32_t modifiers = 0;  // 1 shift, 2 control or command, 4 alt, 8 the other of control and command
  bool editing = false;         // a text field has the focus
};

/// Gives the key to the toolkit when it wants it; false leaves it to the browser.
[[nodiscard]] bool take_key(gui::Ui& ui, gui::NodeId node, const KeyPress& press);

}  // namespace platform::web
