// What waits, for what and until when, and what is left of the request budget.
#pragma once

#include "editor/context.h"

namespace editor {

void refresh_traffic(const Context& context);

/// What the open form's save or deletion waits for, if it is worth a word; null if it goes at once or is on its way.
[[nodiscard]] const WaitingRequest* what_the_form_waits_for(const State& state);

}  // namespace editor
