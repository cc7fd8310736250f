// How many requests Nexudus allows: all calls one per 100 ms, 120 a minute, 5,000 an hour and 200,000 a day; writes 60
// a minute and 5,000 a day. Counted for each user and client; signing in does not count.
#pragma once

#include "sandbox/state.h"
#include "sandbox/token.h"

namespace sandbox {

/// Counts a request, unless it is one too many: then false. Refused requests use nothing up.
[[nodiscard]] bool use_up(State& state, const Caller& caller, bool is_write, Moment now);

}  // namespace sandbox
