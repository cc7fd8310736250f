// Which of a browser's key events are for the toolkit.
#include "platform/web/keys.h"

#include <array>
#include <utility>

namespace platform::web {

namespace {

constexpr std::array<std::pair<std::string_view, gui::Key>, 14> widget_keys{{
    {"ArrowUp", gui::key_up},
    {"ArrowDown", gui::key_down},
    {"ArrowLeft", gui::key_left},
    {"ArrowRight", gui::key_right},
    {"Home", gui::key_home},
    {"End", gui::key_end},
    {"PageUp", gui::key_page_up},
    {"PageDown", gui::key_page_down},
    {"Enter", gui::key_enter},
    {" ", gui::key_space},
    {"Escape", gui::key_escape},
    {"Esc", gui::key_escape},
    {"Tab", gui::key_tab},
    {"Delete", gui::key_delete},
}};

gui::Modifiers to_modifiers(std::uint32_t bits) {
  return {.shift = (bits & 1U) != 0,
          .control_or_command = (bits & 2U) != 0,
          .alt = (bits & 4U) != 0,
          .other = (bits & 8U) != 0};
}

std::string lower_case(std::string key) {
  if (key.size() == 1 && key[0] >= 'A' && key[0] <= 'Z') key[0] = static_cast<char>(key[0] - 'A' + 'a');
  return key;
}

// Reload, address bar, new tab, close tab, new window, zoom: never taken, whoever claims them.
bool belongs_to_browser(std::string_view key, const gui::Modifiers& modifiers) {
  if (key == "F5" || key == "F11" || key == "F12") return true;
  constexpr std::string_view with_control = "rltwn+-0=";
  return modifiers.control_or_command && key.size() == 1 && with_control.find(key[0]) != std::string_view::npos;
}

bool take_widget_key(gui::Ui& ui, gui::NodeId node, std::string_view name, const gui::Modifiers& modifiers) {
  for (const auto& [known, key] : widget_keys) {
    if (known != name) continue;
    if (!ui.wants_key(node, key, modifiers)) return false;
    gui::Action action;
    action.kind = gui::Action::Kind::key;
    action.node = node;
    action.key = key;
    action.shift = modifiers.shift;
    action.control_or_command = modifiers.control_or_command;
    action.alt = modifiers.alt;
    ui.act(std::move(action));
    return true;
  }
  return false;
}

}  // namespace

bool take_key(gui::Ui& ui, gui::NodeId node, const KeyPress& press) {
  const gui::Modifiers modifiers = to_modifiers(press.modifiers);
  const std::string key = lower_case(press.key);
  if (modifiers.other || belongs_to_browser(key, modifiers)) return false;
  if (take_widget_key(ui, node, key, modifiers)) return true;
  if (!ui.wants_shortcut(key, modifiers, press.editing)) return false;
  ui.press_shortcut(key, modifiers);
  return true;
}

}  // namespace platform::web
