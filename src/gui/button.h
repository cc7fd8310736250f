// Buttons and links.
#pragma once

#include <string_view>

#include "gui/draw.h"

namespace gui {

enum class ButtonStyle : std::uint8_t { primary, secondary, danger, quiet };

struct ButtonSpec {
  std::string_view name;
  ButtonStyle style = ButtonStyle::secondary;
  Icon icon = Icon::none;
  bool icon_only = false;            // the name is not drawn, only read
  std::string_view short_name = {};  // drawn instead of the name, of which it is a part; in a tooltip too
  bool disabled = false;             // stays focusable, so that `description` can say why
  bool busy = false;                 // waits for something: drawn with "…", not pressable
  std::string_view description = {};
  std::string_view id = {};  // when the name changes or stands twice in a scope
  Expanded expanded = Expanded::not_expandable;
};
/// True when it was pressed.
[[nodiscard]] bool button(Ui& ui, const Rect& rect, const ButtonSpec& spec);
/// The width that shows all of it; its height is Theme::control_height.
[[nodiscard]] float button_width(Ui& ui, const ButtonSpec& spec);

struct LinkSpec {
  std::string_view name;
  std::string_view href;  // e.g. "#/items"; the browser can open it elsewhere
  TextStyle style = TextStyle::body;
  bool external = false;  // drawn with an icon
  std::string_view description = {};
  std::string_view id = {};
  bool current = false;  // names the place we are at
};
/// True when it was pressed: going there is the caller's.
[[nodiscard]] bool link(Ui& ui, const Rect& rect, const LinkSpec& spec);
[[nodiscard]] float link_width(Ui& ui, const LinkSpec& spec);
/// A line; under fingers as high as a button.
[[nodiscard]] float link_height(const Ui& ui);

}  // namespace gui
