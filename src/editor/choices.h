// What the pickers for Event and Location offer, and names for both.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "editor/state.h"

namespace editor {

struct EventChoice {
  std::int64_t number = 0;
  std::string words;   // the panel's
  std::string name;    // the API's
  std::string family;  // the group it stands in
};

/// The events that fit what was typed (in either vocabulary, or a number), grouped by family when nothing was typed,
/// else best first. Events only the API knows are in the family "New in Nexudus"; so is the form's own number when
/// nobody knows it.
[[nodiscard]] std::vector<EventChoice> event_choices(const State& state, std::string_view typed);

/// The place of an event's family in webhook::families(); their number for an event that the catalogue lacks.
[[nodiscard]] std::size_t event_family(std::int64_t number);
/// The words for such a place.
[[nodiscard]] std::string_view family_words(std::size_t family);

/// The locations that fit what was typed (name or number), by name. One the form holds but the list lacks is included.
[[nodiscard]] std::vector<nexudus::Location> location_choices(const State& state, std::string_view typed);

/// The panel's words for an event; for one that only the API knows, or has renamed, its label; else "Unknown event 117".
[[nodiscard]] std::string event_words(const State& state, std::int64_t number);
/// Whether nothing is known of an event but what the API says: it is not built in, or has another name there by now.
[[nodiscard]] bool means_something_else(const State& state, std::int64_t number);
/// The API's name for an event, or its number as text.
[[nodiscard]] std::string event_api_name(const State& state, std::int64_t number);
/// The name of a location, or "Location 12" if that is not known, or "" for 0.
[[nodiscard]] std::string location_name(const State& state, std::int64_t id);

}  // namespace editor
