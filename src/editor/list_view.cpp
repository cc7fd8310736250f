// Which rows of the list are shown, in what order, and what is said about them.
#include "editor/list_view.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <utility>

#include "editor/choices.h"
#include "editor/sentences.h"
#include "language/text.h"
#include "webhook/event_catalogue.h"
#include "webhook/heap_sort.h"
#include "webhook/text_match.h"
#include "webhook/url.h"

namespace editor {
namespace {

using language::counted;
using language::translate;

struct SortKey {
  bool unknown = false;
  std::int64_t number = 0;
  std::string_view text;
};

SortKey text_key(std::string_view text) { return {text.empty(), 0, text}; }
SortKey moment_key(const webhook::Moment& moment) { return {!moment.unix_ms, moment.unix_ms.value_or(0), {}}; }

SortKey key_of(const Row& row, Column column) {
  const webhook::Record& record = row.record;
  switch (column) {
    case Column::name:
      return text_key(row.folded_name);
    case Column::event:
      return {record.fields.action == 0, 0, row.folded_event};
    case Column::location:
      return {record.fields.location_id == 0, 0, row.folded_location};
    case Column::host:
      return text_key(row.host);
    case Column::active:
      return {false, record.fields.active ? 0 : 1, {}};
    case Column::health:
      return {false, webhook::health_order(record.fields, record.facts), {}};
    case Column::last_fired:
      return moment_key(record.facts.last_trigger);
    case Column::last_changed:
      return moment_key(record.facts.updated_on);
    case Column::changed_by:
      return text_key(row.folded_by);
    case Column::id:
      break;
  }
  return {false, record.id, {}};
}

/// What is unknown comes last in either direction.
bool comes_before(const SortKey& left, const SortKey& right, Direction direction) {
  if (left.unknown != right.unknown) {
    return right.unknown;
  }
  const SortKey& first = direction == Direction::ascending ? left : right;
  const SortKey& second = direction == Direction::ascending ? right : left;
  return first.number != second.number ? first.number < second.number : first.text < second.text;
}

std::string search_text(const Row& row) {
  const webhook::Record& record = row.record;
  std::string text;
  const auto add = [&text](std::string_view part) { text.append(part).push_back(' '); };
  add(record.fields.name);
  add(row.event_words);
  add(row.event_name);
  add(webhook::event_search_text(record.fields.action));
  add(row.location);
  add(std::to_string(record.fields.location_id));
  add(record.fields.url);
  add(record.fields.active ? translate("active") : translate("inactive off"));  // whatever one may type for it
  add(row.health_words);
  add(record.facts.last_error);
  add(record.facts.last_trigger.text);
  add(record.facts.updated_on.text);
  add(record.facts.updated_by);
  add(std::to_string(record.id));
  return webhook::fold(text);
}

void count_rows(List& list) {
  list.counts = Counts{};
  list.counts.all = list.rows.size();
  for (const Row& row : list.rows) {
    list.counts.switched_off += row.health == webhook::Health::switched_off_by_nexudus ? 1 : 0;
    list.counts.failing += row.health == webhook::Health::failing ? 1 : 0;
  }
  const bool none_known = list.rows.empty() && list.phase != List::Phase::loaded;
  if (none_known) {
    list.heading = list.phase == List::Phase::incomplete ? translate("Not loaded") : translate("Loading…");
  } else {
    list.heading = counts_sentence(list.counts);
  }
}

std::string result_sentence(const List& list) {
  const std::size_t all = list.rows.size();
  const auto number_of_all = static_cast<std::int64_t>(all);
  const auto number_of_shown = static_cast<std::int64_t>(list.shown.size());
  if (list.shown.empty()) {
    return counted(number_of_all, "None of the {0} webhook matches", "None of the {0} webhooks matches", grouped(all));
  }
  return counted(number_of_shown, "{0} of {1} matches", "{0} of {1} match", grouped(list.shown.size()), webhooks(all));
}

}  // namespace

const Row* find_row(const List& list, std::int64_t id) {
  const auto found = list.index_of_id.find(id);
  return found == list.index_of_id.end() ? nullptr : &list.rows[found->second];
}

Row make_row(const State& state, const webhook::Record& record) {
  Row row;
  row.record = record;
  row.record.fields.description.clear();
  row.event_words = event_words(state, record.fields.action);
  row.event_name = event_api_name(state, record.fields.action);
  row.location = location_name(state, record.fields.location_id);
  row.host = webhook::host_of(record.fields.url);
  row.family = event_family(record.fields.action);
  row.health = webhook::health_of(record.fields, record.facts);
  row.health_words = webhook::describe_health(record.fields, record.facts);
  row.folded_name = webhook::fold(record.fields.name);
  row.folded_event = webhook::fold(row.event_words);
  row.folded_location = webhook::fold(row.location);
  row.folded_by = webhook::fold(record.facts.updated_by);
  row.folded_all = search_text(row);
  return row;
}

void put_row(State& state, const webhook::Record& record, std::uint32_t as_of) {
  List& list = state.list;
  const auto removed = list.removed.find(record.id);
  if (removed != list.removed.end() && removed->second >= as_of) {
    return;
  }
  const auto [entry, is_new] = list.index_of_id.try_emplace(record.id, static_cast<std::uint32_t>(list.rows.size()));
  if (is_new) {
    list.rows.emplace_back();
  }
  Row& row = list.rows[entry->second];
  if (is_new || row.as_of < as_of) {
    row = make_row(state, record);
    row.as_of = as_of;
  }
  row.loading = list.loading;
}

void remove_row(State& state, std::int64_t id, std::uint32_t as_of) {
  List& list = state.list;
  list.removed[id] = as_of;
  std::erase_if(list.rows, [id](const Row& row) { return row.record.id == id; });
  list.index_of_id.clear();
  for (std::size_t i = 0; i < list.rows.size(); ++i) {
    list.index_of_id.emplace(list.rows[i].record.id, static_cast<std::uint32_t>(i));
  }
  sort_list(list);
}

void rename_rows(State& state) {
  for (Row& row : state.list.rows) {
    Row renamed = make_row(state, row.record);
    renamed.as_of = row.as_of;
    renamed.loading = row.loading;
    row = std::move(renamed);
  }
  sort_list(state.list);
}

void sort_list(List& list) {
  std::vector<SortKey> keys;
  keys.reserve(list.rows.size());
  for (const Row& row : list.rows) {
    keys.push_back(key_of(row, list.sorted_by));
  }
  list.sorted.resize(list.rows.size());
  std::iota(list.sorted.begin(), list.sorted.end(), 0U);
  // Equal ones stay in the order they came.
  webhook::heap_sort(list.sorted, [&](std::uint32_t left, std::uint32_t right) {
    if (comes_before(keys[left], keys[right], list.direction)) return true;
    return !comes_before(keys[right], keys[left], list.direction) && left < right;
  });
  count_rows(list);
  filter_list(list);
}

void filter_list(List& list) {
  const webhook::TextQuery query(list.search);
  list.result.clear();
  if (list.filters_open) {
    count_facets(list);
  }
  if (query.empty() && list.filters.empty()) {
    list.shown = list.sorted;
    return;
  }
  list.shown.clear();
  std::copy_if(list.sorted.begin(), list.sorted.end(), std::back_inserter(list.shown), [&](std::uint32_t index) {
    return fits(list.rows[index], list.filters, list.moments) && query.matches(list.rows[index].folded_all);
  });
  list.result = result_sentence(list);
}

}  // namespace editor
