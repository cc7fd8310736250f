// The end of the session before it comes: it is put off where that can be, and told where not.
#pragma once

#include <cstdint>
#include <optional>

#include "editor/context.h"
#include "editor/notice.h"
#include "editor/state.h"

namespace editor {

/// Renews the session shortly before its end, once for each token, while the page is seen and online; a session that
/// cannot be renewed is counted down over its last five minutes. Gives the moment to come back (monotonic), if there is
/// one.
[[nodiscard]] std::optional<std::int64_t> watch_session_end(const Context& context);

/// "Your session ends in 4 minutes."; empty while that is not to be told.
[[nodiscard]] Notice session_end_notice(const Session& session);

}  // namespace editor
