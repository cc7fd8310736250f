// Which failed calls are sent again, and how long to wait before.
#include "nexudus/retry.h"

#include <algorithm>

namespace nexudus {

bool may_retry(Method method, const Problem& problem, int attempts) {
  if (method == Method::post || attempts >= most_attempts) {
    return false;
  }
  switch (problem.kind) {
    case Problem::Kind::network:
    case Problem::Kind::deadline:
    case Problem::Kind::throttled:
    case Problem::Kind::server_error:
      return true;
    default:
      return false;
  }
}

std::int64_t retry_delay_ms(int attempts, std::optional<std::int64_t> retry_after_ms, double random01) {
  if (retry_after_ms) {
    return std::max<std::int64_t>(*retry_after_ms, 0) + static_cast<std::int64_t>(250.0 * random01);
  }
  constexpr double longest_ms = 30'000;
  const int doublings = std::clamp(attempts - 1, 0, 5);
  const double ceiling = std::min(1000.0 * static_cast<double>(1U << static_cast<unsigned>(doublings)), longest_ms);
  return static_cast<std::int64_t>(ceiling * (0.5 + 0.5 * random01));
}

}  // namespace nexudus
