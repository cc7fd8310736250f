// What the list is narrowed down to beside the search: filters, and how many webhooks each one more would show.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "editor/now.h"

namespace editor {

struct List;
struct Row;
struct State;

/// What a filter looks at.
enum class Facet : std::uint8_t { location, family, active, health, host, changed };
inline constexpr std::array all_facets{Facet::location, Facet::family, Facet::active,
                                       Facet::health,   Facet::host,   Facet::changed};

enum class ChangedSince : std::uint8_t { today, last_7_days, last_30_days, last_visit };
inline constexpr std::size_t changed_since_count = 4;

/// One thing asked of the webhooks that are shown. Several of one facet show those that fit any of them.
struct Filter {
  Facet facet = Facet::location;
  std::int64_t number = 0;  // a location's Id, event_family(), 1 or 0 for active or not, webhook::Health, ChangedSince
  std::string host = {};    // of Facet::host

  friend bool operator==(const Filter&, const Filter&) = default;
};

/// Of a facet with one answer a second filter takes the place of the first.
[[nodiscard]] bool has_one_answer(Facet facet);

/// A filter that can be chosen.
struct FacetValue {
  Filter filter;
  std::string text;       // "Zürich West"
  std::size_t count = 0;  // of the webhooks that the search and the filters of the other facets leave
};
/// By Facet.
using FacetValues = std::array<std::vector<FacetValue>, all_facets.size()>;

/// When what was changed since then was changed at the earliest, by ChangedSince; nothing where that is not known.
using ChangeMoments = std::array<std::optional<std::int64_t>, changed_since_count>;
[[nodiscard]] ChangeMoments change_moments(const Now& now, std::optional<std::int64_t> last_visit_unix_ms);

/// Whether a row fits the filters. A moment that is not known shuts nothing out.
[[nodiscard]] bool fits(const Row& row, const std::vector<Filter>& filters, const ChangeMoments& moments);

/// Counts anew what can be chosen: takes a look at each row.
void count_facets(List& list);

/// "Location", "Event family", "Active", "Health", "URL host", "Changed".
[[nodiscard]] std::string_view facet_words(Facet facet);
/// "Location Zürich West", "Changed in the last 7 days".
[[nodiscard]] std::string filter_words(const State& state, const Filter& filter);
/// What is chosen of a facet: "Zürich West, Lisboa Marvila"; empty for nothing.
[[nodiscard]] std::string chosen_words(const State& state, Facet facet);

}  // namespace editor
