// The one door into the editor: what happened goes in, what to do comes out. Nothing else changes a State.
#pragma once

#include <vector>

#include "editor/command.h"
#include "editor/effect.h"
#include "editor/event.h"
#include "editor/now.h"
#include "editor/state.h"

namespace editor {

/// Works in place, because a State may hold ten thousand rows. Begin with State{} and event::Started.
[[nodiscard]] std::vector<Effect> update(State& state, const Event& event, const Now& now);
[[nodiscard]] std::vector<Effect> update(State& state, const Command& command, const Now& now);

}  // namespace editor
