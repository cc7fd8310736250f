// What of the list stands in its address: search, filters and order, e.g. "/webhooks?location=11&health=failing&sort=-host".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "editor/address.h"
#include "editor/list.h"

namespace editor {

struct ListQuery {
  std::string search;
  std::vector<Filter> filters;
  Column sorted_by = Column::name;
  Direction direction = Direction::ascending;

  friend bool operator==(const ListQuery&, const ListQuery&) = default;
};

[[nodiscard]] ListQuery query_of(const List& list);

/// What stands after '?' in a fragment. What is unknown, broken or there twice is left out.
[[nodiscard]] ListQuery read_list_query(std::string_view fragment);
/// With '?' before it; empty for a list without search and filters in its usual order. What read_list_query() takes,
/// readable where it can be: the page escapes what has no place in an address (RFC 3986).
[[nodiscard]] std::string query_text(const ListQuery& query);

/// to_fragment() of an address, for that of the list with what is looked for in it.
[[nodiscard]] std::string fragment_of(const List& list, const Address& address);

/// "last-fired": the column's name in addresses and in what is kept.
[[nodiscard]] std::string_view column_key(Column column);
[[nodiscard]] std::optional<Column> column_of_key(std::string_view key);

/// Takes a filter in; one of a facet with one answer takes the place of the one before. False: it was there.
bool add_filter(std::vector<Filter>& filters, const Filter& filter);

}  // namespace editor
