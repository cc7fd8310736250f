// Which failed calls are sent again, and how long to wait before.
#pragma once

#include <cstdint>
#include <optional>

#include "nexudus/http.h"
#include "nexudus/problem.h"

namespace nexudus {

/// How often a call is sent at the most, the first time included.
inline constexpr int most_attempts = 4;

/// Whether a call that failed may be sent again as it is. Sending GET, PUT or DELETE twice does no harm; POST could
/// create a second record, so never. `attempts` counts those made. After 401 a fresh token is needed: no.
[[nodiscard]] bool may_retry(Method method, const Problem& problem, int attempts);

/// Milliseconds to wait before the next attempt: what the server asked for and up to a quarter of a second more, else
/// between half and all of 1, 2, 4 … 30 seconds. `random01` is from [0, 1).
[[nodiscard]] std::int64_t retry_delay_ms(int attempts, std::optional<std::int64_t> retry_after_ms, double random01);

}  // namespace nexudus
