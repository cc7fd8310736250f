// Lists: filters, order and pages.
#pragma once

#include <string>
#include <string_view>

#include "sandbox/state.h"

namespace sandbox {

/// The body of GET /sys/webhooks for a query such as "page=1&size=25&WebHook_Active=true".
[[nodiscard]] std::string list_webhooks(const State& state, std::string_view query);

/// The body of GET /sys/businesses. Knows no filters.
[[nodiscard]] std::string list_businesses(const State& state, std::string_view query);

}  // namespace sandbox
