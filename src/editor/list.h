// The list of all webhooks: the rows, how far they are loaded, and which of them are shown in what order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "editor/list_filter.h"
#include "editor/notice.h"
#include "webhook/health.h"
#include "webhook/record.h"

namespace editor {

enum class Column : std::uint8_t {
  name,
  event,
  location,
  host,  // of the URL
  active,
  health,
  last_fired,
  last_changed,
  changed_by,
  id,
};

enum class Direction : std::uint8_t { ascending, descending };

/// A webhook in the list: what the search gave (never its description), and the texts made of it.
struct Row {
  webhook::Record record;
  std::string event_words;  // the panel's, e.g. "Customer created"
  std::string event_name;   // the API's, e.g. "CoworkerCreate"
  std::string location;     // its name, or its number
  std::string host;
  std::string health_words;
  webhook::Health health = webhook::Health::fine;
  std::size_t family = 0;   // of the event; see event_family()
  std::string folded_name;  // to sort by, as the next ones
  std::string folded_event;
  std::string folded_location;
  std::string folded_by;
  std::string folded_all;     // everything the search looks at
  std::uint32_t loading = 0;  // the loading it was last seen in
  std::uint32_t as_of = 0;    // the request that told it; an older answer changes nothing
};

/// What the header says.
struct Counts {
  std::size_t all = 0;
  std::size_t switched_off = 0;  // by Nexudus
  std::size_t failing = 0;

  friend bool operator==(const Counts&, const Counts&) = default;
};

struct List {
  enum class Phase : std::uint8_t { empty, loading, loaded, incomplete };
  Phase phase = Phase::empty;

  std::vector<Row> rows;             // in the order they came: by Id
  std::vector<std::uint32_t> shown;  // indices into rows, sorted and filtered; screens draw these
  Counts counts;                     // over all rows

  std::string search;           // as typed
  std::vector<Filter> filters;  // in the order in which they were chosen
  bool filters_open = false;    // they can be chosen
  FacetValues facets;           // while they can
  Column sorted_by = Column::name;
  Direction direction = Direction::ascending;

  std::size_t received = 0;          // in the loading that runs or ran last
  std::optional<std::size_t> total;  // that Nexudus has, by its last answer
  Notice notice;                     // what is missing, with "Try again"
  std::string heading;               // "58 webhooks, 4 switched off by Nexudus, 3 failing"
  std::string progress;              // "Loading 120 of 240 webhooks"; empty when not loading
  std::string result;                // "12 of 58 webhooks match"; empty without search and filters

  // What follows is update()'s own.
  std::vector<std::uint32_t> sorted;                            // all rows, sorted
  std::unordered_map<std::int64_t, std::uint32_t> index_of_id;  // into rows
  std::uint32_t loading = 0;                                    // counts the loadings, to tell late answers
  ChangeMoments moments;                                        // for the filters by the last change
  int next_page = 1;
  int page_size = 0;
  bool shrank = false;         // the total became smaller between two pages of this loading
  bool counted_again = false;  // rows may have been missed once, and the pages were read again
  std::unordered_map<std::int64_t, std::uint32_t> removed;  // webhooks deleted here, and the request that found it out
};

/// The row of a webhook, or null.
[[nodiscard]] const Row* find_row(const List& list, std::int64_t id);

}  // namespace editor
