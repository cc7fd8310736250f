// Messages that stand in the page: notices, progress.
#pragma once

#include <optional>
#include <string_view>

#include "gui/draw.h"

namespace gui {

struct NoticeSpec {
  Tone tone = Tone::neutral;
  std::string_view title = {};
  std::string_view text;
  std::string_view action = {};  // a button in it
  bool dismissible = false;
  bool announced = true;  // read out when it appears or changes; dangers at once
  std::string_view id = {};
};
struct NoticeResult {
  bool action_pressed = false;
  bool dismissed = false;
};
NoticeResult notice(Ui& ui, const Rect& rect, const NoticeSpec& spec);
[[nodiscard]] float notice_height(Ui& ui, float width, const NoticeSpec& spec);

struct ProgressSpec {
  std::string_view name;          // e.g. "Loading messages"
  std::optional<float> fraction;  // 0..1; nothing: unknown
  std::string_view text = {};     // e.g. "400 of 1,200", drawn after the bar
};
void progress(Ui& ui, const Rect& rect, const ProgressSpec& spec);

/// A short message at the window's bottom, over everything; draw it as long as it shall be seen.
struct ToastSpec {
  std::string_view text;
  Tone tone = Tone::neutral;
  std::string_view action = {};
};
/// True when its action was pressed.
[[nodiscard]] bool toast(Ui& ui, const ToastSpec& spec);

}  // namespace gui
