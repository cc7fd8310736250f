// Moments in time as the API writes them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace webhook {

/// Milliseconds since 1970-01-01 UTC of an ISO 8601 moment such as "2025-01-15T10:30:00Z". Accepted are any number of
/// digits of a second, a blank for the T, no seconds, and "Z", an offset such as +02:00, or no zone, which is taken as
/// UTC. Nothing for anything else, and for days that do not exist.
[[nodiscard]] std::optional<std::int64_t> parse_timestamp(std::string_view text);

/// Milliseconds since 1970-01-01 UTC of a date in the proleptic Gregorian calendar; any value of its parts in range.
[[nodiscard]] std::int64_t unix_ms_of(int year, int month, int day, int hour, int minute, int second);

}  // namespace webhook
