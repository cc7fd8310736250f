// The screens: they draw the editor's State with the toolkit and return what the user asked for. They change nothing.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "editor/command.h"
#include "editor/effect.h"
#include "editor/state.h"
#include "gui/ui.h"

namespace screens {

/// What the screens remember between frames that is nobody else's business.
struct ViewState {
  std::optional<editor::FocusTarget> focus;  // asked for, and not given yet
};

/// A moment (milliseconds since 1970-01-01 UTC) in the user's language and time zone.
struct LocalTime {
  std::function<std::string(std::int64_t)> date;     // "15 Jan 2025"
  std::function<std::string(std::int64_t)> time;     // "10:30"
  std::function<std::string(std::int64_t)> both;     // "15 Jan 2025, 10:30"
  std::function<std::string(std::int64_t)> precise;  // "10:30:05"
};

/// Draws the whole window. The commands are in the order in which they were given.
[[nodiscard]] std::vector<editor::Command> draw(gui::Ui& ui, const editor::State& state, ViewState& view,
                                                const LocalTime& local_time);

}  // namespace screens
