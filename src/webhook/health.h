// How a webhook is doing, as Nexudus's own counters tell it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "webhook/record.h"

namespace webhook {

/// In the order in which people want to see them: what needs care first.
enum class Health : std::uint8_t { switched_off_by_nexudus, failing, never_fired, fine, off };

/// At this many failures in a row Nexudus switches a webhook off, and tells nobody.
inline constexpr std::int64_t failures_until_switched_off = 10;

[[nodiscard]] Health health_of(const Fields& fields, const Facts& facts);

/// Health in words: "Failing 3 of 10", "Switched off by Nexudus after 10 failures", "Never fired", "Fine", "Off".
[[nodiscard]] std::string describe_health(const Fields& fields, const Facts& facts);

/// What a LastError means and what to do about it, in plain words; empty for one that says nothing known. It is read by
/// its words: Nexudus does not document them.
[[nodiscard]] std::string_view explain_error(std::string_view last_error);

/// A key to sort by: the worst first, and among failing ones the most failures first.
[[nodiscard]] std::int64_t health_order(const Fields& fields, const Facts& facts);

}  // namespace webhook
