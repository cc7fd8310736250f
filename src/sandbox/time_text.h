// Moments as Nexudus writes them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sandbox/state.h"

namespace sandbox {

/// "2025-01-15T10:30:00Z": to the second, in UTC.
[[nodiscard]] std::string format_moment(Moment moment);

/// Reads "YYYY-MM-DDTHH:mm" with or without ":ss" and "Z". Nothing for anything else.
[[nodiscard]] std::optional<Moment> parse_moment(std::string_view text);

}  // namespace sandbox
