// How a webhook is doing, as Nexudus's own counters tell it.
#include "webhook/health.h"

#include <algorithm>

namespace webhook {

Health health_of(const Fields& fields, const Facts& facts) {
  if (!fields.active) {
    return facts.error_count >= failures_until_switched_off ? Health::switched_off_by_nexudus : Health::off;
  }
  if (facts.error_count > 0) {
    return Health::failing;
  }
  return facts.last_trigger.text.empty() ? Health::never_fired : Health::fine;
}

std::string describe_health(const Fields& fields, const Facts& facts) {
  const std::string count = std::to_string(facts.error_count);
  switch (health_of(fields, facts)) {
    case Health::switched_off_by_nexudus:
      return "Switched off by Nexudus after " + count + " failures";
    case Health::failing:
      // Switching a webhook on again may leave the count where it was.
      return facts.error_count > failures_until_switched_off
                 ? "Failing, " + count + " in a row"
                 : "Failing " + count + " of " + std::to_string(failures_until_switched_off);
    case Health::never_fired:
      return "Never fired";
    case Health::fine:
      return "Fine";
    case Health::off:
      return "Off";
  }
  return {};
}

std::int64_t health_order(const Fields& fields, const Facts& facts) {
  constexpr std::int64_t step = 1'000'000;
  const auto group = static_cast<std::int64_t>(health_of(fields, facts));
  return group * step - std::clamp<std::int64_t>(facts.error_count, 0, step - 1);
}

}  // namespace webhook
