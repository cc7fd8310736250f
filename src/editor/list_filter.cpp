// What the list is narrowed down to beside the search.
#include "editor/list_filter.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "editor/choices.h"
#include "editor/state.h"
#include "language/text.h"
#include "webhook/event_catalogue.h"
#include "webhook/heap_sort.h"
#include "webhook/text_match.h"

namespace editor {
namespace {

using language::key;
using language::translate;

constexpr std::int64_t day_ms = 86'400'000;

constexpr std::array<std::string_view, all_facets.size()> words{key("Location"), key("Event family"), key("Active"),
                                                                key("Health"),   key("URL host"),     key("Changed")};
constexpr std::array<std::string_view, all_facets.size()> words_with_value{key("Location {0}"), key("Event family {0}"),
                                                                           key("Active {0}"),   key("Health {0}"),
                                                                           key("URL host {0}"), key("Changed {0}")};
constexpr std::array<std::string_view, 5> health_words{key("Switched off by Nexudus"), key("Failing"),
                                                       key("Never fired"), key("Fine"), key("Off")};
constexpr std::array<std::string_view, changed_since_count> since_words{
    key("today"), key("in the last 7 days"), key("in the last 30 days"), key("since your last visit")};

unsigned bit(Facet facet) { return 1U << static_cast<unsigned>(facet); }

bool fits(const Row& row, const Filter& filter, const ChangeMoments& moments) {
  switch (filter.facet) {
    case Facet::location:
      return row.record.fields.location_id == filter.number;
    case Facet::family:
      return static_cast<std::int64_t>(row.family) == filter.number;
    case Facet::active:
      return row.record.fields.active == (filter.number != 0);
    case Facet::health:
      return static_cast<std::int64_t>(row.health) == filter.number;
    case Facet::host:
      return row.host == filter.host;
    case Facet::changed:
      break;
  }
  const std::optional<std::int64_t> since = moments.at(static_cast<std::size_t>(filter.number));
  return !since || row.record.facts.updated_on.unix_ms.value_or(*since - 1) >= *since;
}

/// The facets whose filters shut the row out, as bits.
unsigned missed_facets(const Row& row, const std::vector<Filter>& filters, const ChangeMoments& moments) {
  unsigned asked = 0;
  unsigned met = 0;
  for (const Filter& filter : filters) {
    asked |= bit(filter.facet);
    if ((met & bit(filter.facet)) == 0 && fits(row, filter, moments)) {
      met |= bit(filter.facet);
    }
  }
  return asked & ~met;
}

std::string_view on_or_off(const Filter& filter) { return filter.number != 0 ? translate("On") : translate("Off"); }

std::string value_words(const State& state, const Filter& filter) {
  const auto number = static_cast<std::size_t>(filter.number);
  switch (filter.facet) {
    case Facet::location:
      return filter.number == 0 ? std::string(translate("None")) : location_name(state, filter.number);
    case Facet::family:
      return std::string(family_words(number));
    case Facet::active:
      return std::string(on_or_off(filter));
    case Facet::health:
      return std::string(translate(health_words.at(number)));
    case Facet::host:
      return filter.host.empty() ? std::string(translate("None")) : filter.host;
    case Facet::changed:
      break;
  }
  return std::string(translate(since_words.at(number)));
}

/// Those that can always be chosen, with nothing counted yet.
std::vector<FacetValue> fixed_values(Facet facet, std::size_t count) {
  std::vector<FacetValue> values;
  for (std::size_t number = 0; number < count; ++number) {
    values.push_back({{facet, static_cast<std::int64_t>(number)}, {}, 0});
  }
  return values;
}

/// Counts the rows of a list into its facets.
class Counter {
 public:
  explicit Counter(List& list) : list_(list) {}

  void count() {
    begin();
    const webhook::TextQuery query(list_.search);
    for (const Row& row : list_.rows) {
      if (query.matches(row.folded_all)) {
        add(row);
      }
    }
    finish();
  }

 private:
  std::vector<FacetValue>& values(Facet facet) { return list_.facets.at(static_cast<std::size_t>(facet)); }

  void begin() {
    values(Facet::location).clear();
    values(Facet::host).clear();
    values(Facet::family) = fixed_values(Facet::family, webhook::families().size() + 1);
    values(Facet::active) = fixed_values(Facet::active, 2);
    values(Facet::health) = fixed_values(Facet::health, health_words.size());
    values(Facet::changed) = fixed_values(Facet::changed, changed_since_count);
  }

  void add(const Row& row) {
    const unsigned missed = missed_facets(row, list_.filters, list_.moments);
    const auto counts = [missed](Facet facet) { return (missed & ~bit(facet)) == 0; };
    const auto add_fixed = [&](Facet facet, std::size_t place) {
      if (counts(facet)) ++values(facet).at(place).count;
    };
    add_fixed(Facet::family, row.family);
    add_fixed(Facet::active, row.record.fields.active ? 1 : 0);
    add_fixed(Facet::health, static_cast<std::size_t>(row.health));
    for (FacetValue& value : values(Facet::changed)) {
      if (counts(Facet::changed) && fits(row, value.filter, list_.moments)) ++value.count;
    }
    if (counts(Facet::location)) {
      const std::int64_t id = row.record.fields.location_id;
      add_found(Facet::location, place_of_location_.try_emplace(id, values(Facet::location).size()),
                {{Facet::location, id}, row.location, 0});
    }
    if (counts(Facet::host)) {
      add_found(Facet::host, place_of_host_.try_emplace(row.host, values(Facet::host).size()),
                {{Facet::host, 0, row.host}, row.host, 0});
    }
  }

  template <typename Entry>
  void add_found(Facet facet, const Entry& entry, FacetValue value) {
    if (entry.second) values(facet).push_back(std::move(value));
    ++values(facet)[entry.first->second].count;
  }

  /// In the order in which they are offered, with their words.
  void finish() {
    for (const Facet facet : {Facet::location, Facet::host}) {
      webhook::heap_sort(values(facet), [](const FacetValue& one, const FacetValue& other) {
        const int order = webhook::fold(one.text).compare(webhook::fold(other.text));
        return order != 0 ? order < 0 : one.filter.number < other.filter.number;
      });
      for (FacetValue& value : values(facet)) {
        if (value.text.empty()) value.text = translate("None");
      }
    }
    std::erase_if(values(Facet::family), [](const FacetValue& value) { return value.count == 0; });
    std::reverse(values(Facet::active).begin(), values(Facet::active).end());
    if (!list_.moments.at(static_cast<std::size_t>(ChangedSince::last_visit))) values(Facet::changed).pop_back();
    for (FacetValue& value : values(Facet::family))
      value.text = family_words(static_cast<std::size_t>(value.filter.number));
    for (FacetValue& value : values(Facet::active)) value.text = on_or_off(value.filter);
    for (FacetValue& value : values(Facet::health))
      value.text = translate(health_words.at(static_cast<std::size_t>(value.filter.number)));
    for (FacetValue& value : values(Facet::changed))
      value.text = translate(since_words.at(static_cast<std::size_t>(value.filter.number)));
  }

  List& list_;
  std::unordered_map<std::int64_t, std::size_t> place_of_location_;
  std::unordered_map<std::string_view, std::size_t> place_of_host_;
};

}  // namespace

bool has_one_answer(Facet facet) { return facet == Facet::active || facet == Facet::changed; }

ChangeMoments change_moments(const Now& now, std::optional<std::int64_t> last_visit_unix_ms) {
  const std::int64_t since_midnight = (now.unix_ms + now.time_zone_ms) % day_ms;
  return {now.unix_ms - since_midnight, now.unix_ms - 7 * day_ms, now.unix_ms - 30 * day_ms, last_visit_unix_ms};
}

bool fits(const Row& row, const std::vector<Filter>& filters, const ChangeMoments& moments) {
  return missed_facets(row, filters, moments) == 0;
}

void count_facets(List& list) { Counter(list).count(); }

std::string_view facet_words(Facet facet) { return translate(words.at(static_cast<std::size_t>(facet))); }

std::string filter_words(const State& state, const Filter& filter) {
  std::string value = value_words(state, filter);
  // "Location 12" is the name of one whose name is not known.
  return filter.facet == Facet::location && value.starts_with(facet_words(filter.facet))
             ? value
             : translate(words_with_value.at(static_cast<std::size_t>(filter.facet)), value);
}

std::string chosen_words(const State& state, Facet facet) {
  std::string text;
  for (const Filter& filter : state.list.filters) {
    if (filter.facet == facet) text.append(text.empty() ? "" : ", ").append(value_words(state, filter));
  }
  return text;
}

}  // namespace editor
