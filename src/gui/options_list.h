// The list of options that opens at a combobox. For the widgets of this layer.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "gui/combobox.h"

namespace gui {

struct OptionsListSpec {
  NodeId id = 0;
  std::string_view name;
  Rect anchor;  // it opens under it, or over it where there is more room
  std::span<const Option> options;
  std::optional<std::size_t> active;  // the option the keys are on
  std::optional<std::int64_t> selected;
  std::string_view empty_text;
  bool reveal_active = false;
};

struct OptionsListResult {
  std::optional<std::size_t> chosen;
  std::optional<std::size_t> hovered;  // the pointer has moved onto it
  NodeId active_node = 0;
  bool pressed_outside = false;
};

OptionsListResult options_list(Ui& ui, const OptionsListSpec& spec);
/// Whether the pointer is down on the list: then the focus leaves the field without anything being over.
[[nodiscard]] bool options_list_is_held(Ui& ui, NodeId id);

}  // namespace gui
