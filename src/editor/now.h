// The moment at which something happens, and a little chance: both come in from outside, so every run can be replayed.
#pragma once

#include <algorithm>
#include <cstdint>

namespace editor {

struct Now {
  std::int64_t monotonic_ms = 0;  // of a clock that never goes back
  std::int64_t unix_ms = 0;       // since 1970-01-01 UTC, by the user's clock
  double random01 = 0;            // from [0, 1), new for each update
  std::int64_t time_zone_ms = 0;  // what the user's time zone is ahead of UTC
};

/// A moment by both clocks: the monotonic one may stand still while the machine sleeps, the user's may be set.
struct Stamp {
  std::int64_t monotonic_ms = 0;
  std::int64_t unix_ms = 0;
};

[[nodiscard]] inline Stamp stamp(const Now& now) { return {now.monotonic_ms, now.unix_ms}; }

/// Milliseconds since then, by the clock that saw more of them.
[[nodiscard]] inline std::int64_t age_ms(const Stamp& stamp, const Now& now) {
  return std::max(now.monotonic_ms - stamp.monotonic_ms, now.unix_ms - stamp.unix_ms);
}

}  // namespace editor
