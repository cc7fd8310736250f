// What the events are about, which are easily taken for one another, and which people want together.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace webhook {

/// What has to happen for it to fire, one sentence; empty for an event that is not in the catalogue.
[[nodiscard]] std::string about_event(std::int64_t number);

/// What receivers that compare the API's name have to know about its spelling, one sentence; mostly empty.
[[nodiscard]] std::string_view spelling_of_event(std::int64_t number);

/// Another event that is easily taken for this one.
struct EventTwin {
  std::int64_t number = 0;
  std::string_view difference;  // one sentence that holds for both
};
[[nodiscard]] std::vector<EventTwin> event_twins(std::int64_t number);

/// At most four others that who wants this one usually wants too: what else happens to the same thing, and what follows.
[[nodiscard]] std::vector<std::int64_t> event_siblings(std::int64_t number);

}  // namespace webhook
