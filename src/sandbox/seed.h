// The made-up operator the sandbox begins with.
#pragma once

#include <cstdint>

#include "sandbox/state.h"

namespace sandbox {

/// Five locations and `webhook_count` webhooks (0 or more). The same arguments give the same bytes, everywhere.
[[nodiscard]] State seed(std::uint64_t seed, int webhook_count);

}  // namespace sandbox
