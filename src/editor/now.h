// The moment at which something happens, and a little chance: both come in from outside, so every run can be replayed.
#pragma once

#include <cstdint>

namespace editor {

struct Now {
  std::int64_t monotonic_ms = 0;  // of a clock that never goes back
  std::int64_t unix_ms = 0;       // since 1970-01-01 UTC, by the user's clock
  double random01 = 0;            // from [0, 1), new for each update
};

}  // namespace editor
