// The events a webhook can stand for (eWebhookAction, 1 to 90), under the API's names and the words of Nexudus's panel.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace webhook {

struct Event {
  std::int64_t number = 0;
  std::string_view name;    // the API's, e.g. "CoworkerCreate"
  std::string_view words;   // the panel's in English, e.g. "Customer created"; to be translated where it is shown
  std::string_view family;  // e.g. "Customers"; likewise
};

/// The action number of the event that is called None and never fires.
inline constexpr std::int64_t none_action = 1;

/// All events by number.
[[nodiscard]] std::span<const Event> events();

/// The families in the order the picker shows them, in English: to be translated where they are shown. That of None is
/// last.
[[nodiscard]] std::span<const std::string_view> families();

/// The event with a number, or null.
[[nodiscard]] const Event* find_event(std::int64_t number);

/// An event for people, in their language: "Customer created"; "No event chosen" for 0; "Unknown event 117" for a number
/// that is new.
[[nodiscard]] std::string describe_event(std::int64_t number);

/// The API's name, or the number as text where it is not known.
[[nodiscard]] std::string event_name(std::int64_t number);

/// Everything an event can be found by, in one line: panel's words, API's name whole and split into words, the API's
/// vocabulary beside the panel's, family, number; words and family in the user's language and in English. For the search
/// over the list.
[[nodiscard]] std::string event_search_text(std::int64_t number);

/// The events that fit what was typed, best first: every word of the query begins or is part of a word of the event, in
/// any order, in either vocabulary, in the user's language or in English, without regard to case and accents; a number
/// finds the event with that number. An empty query finds all, in the order of families().
[[nodiscard]] std::vector<const Event*> search_events(std::string_view query);

}  // namespace webhook
