// A switch: on or off, at once.
#pragma once

#include <string_view>

#include "gui/draw.h"

namespace gui {

struct SwitchSpec {
  std::string_view name;
  bool on = false;
  bool changed = false;
  bool disabled = false;
  std::string_view hint = {};   // under it
  std::string_view error = {};  // under it
  std::string_view id = {};
};
struct SwitchResult {
  bool toggled = false;
  NodeId id = 0;
};
/// The whole row can be clicked.
[[nodiscard]] SwitchResult toggle_switch(Ui& ui, const Rect& rect, const SwitchSpec& spec);
[[nodiscard]] float switch_height(Ui& ui, float width, const SwitchSpec& spec);

}  // namespace gui
