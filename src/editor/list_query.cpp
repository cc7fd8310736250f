// What of the list stands in its address.
#include "editor/list_query.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "webhook/event_catalogue.h"

namespace editor {
namespace {

constexpr std::size_t most_filters = 100;  // an address is anybody's to write

constexpr std::string_view search_key = "search";
constexpr std::string_view sort_key = "sort";
constexpr std::array<std::string_view, all_facets.size()> facet_keys{"location", "event", "active",
                                                                     "health",   "host",  "changed"};
constexpr std::array<std::string_view, 2> active_keys{"off", "on"};
constexpr std::array<std::string_view, 5> health_keys{"switched-off", "failing", "never-fired", "fine", "off"};
constexpr std::array<std::string_view, changed_since_count> changed_keys{"today", "7-days", "30-days", "last-visit"};
constexpr std::array<std::string_view, 10> column_keys{"name",   "event",      "location",     "host",       "active",
                                                       "health", "last-fired", "last-changed", "changed-by", "id"};

/// "Help desk" as "help-desk": an address is the same in every language.
std::string family_key(std::size_t family) {
  const auto families = webhook::families();
  if (family >= families.size()) {
    return "new";
  }
  std::string key(families[family]);
  std::transform(key.begin(), key.end(), key.begin(), [](char letter) {
    return letter == ' ' ? '-' : letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  });
  return key;
}

template <std::size_t count>
std::optional<std::int64_t> place_of(const std::array<std::string_view, count>& keys, std::string_view key) {
  const auto found = std::find(keys.begin(), keys.end(), key);
  return found == keys.end() ? std::nullopt : std::optional<std::int64_t>(found - keys.begin());
}

std::optional<std::int64_t> read_id(std::string_view text) {
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  return error == std::errc() && end == text.data() + text.size() && id >= 0 ? std::optional(id) : std::nullopt;
}

std::optional<std::int64_t> read_family(std::string_view key) {
  for (std::size_t family = 0; family <= webhook::families().size(); ++family) {
    if (family_key(family) == key) {
      return static_cast<std::int64_t>(family);
    }
  }
  return std::nullopt;
}

std::optional<Filter> read_filter(std::string_view key, std::string text) {
  const auto place = place_of(facet_keys, key);
  if (!place) {
    return std::nullopt;
  }
  const auto facet = static_cast<Facet>(*place);
  std::optional<std::int64_t> number;
  switch (facet) {
    case Facet::location:
      number = read_id(text);
      break;
    case Facet::family:
      number = read_family(text);
      break;
    case Facet::active:
      number = place_of(active_keys, text);
      break;
    case Facet::health:
      number = place_of(health_keys, text);
      break;
    case Facet::host:
      return Filter{facet, 0, std::move(text)};
    case Facet::changed:
      number = place_of(changed_keys, text);
      break;
  }
  return number ? std::optional(Filter{facet, *number}) : std::nullopt;
}

std::string text_of(const Filter& filter) {
  const auto number = static_cast<std::size_t>(filter.number);
  switch (filter.facet) {
    case Facet::location:
      return std::to_string(filter.number);
    case Facet::family:
      return family_key(number);
    case Facet::active:
      return std::string(active_keys.at(number));
    case Facet::health:
      return std::string(health_keys.at(number));
    case Facet::host:
      return filter.host;
    case Facet::changed:
      break;
  }
  return std::string(changed_keys.at(number));
}

int hex_digit(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

/// As URLs write forms: '+' is a blank, %41 an A; a '%' that begins nothing is one.
std::string decoded(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const int high = text[at] == '%' && at + 2 < text.size() ? hex_digit(text[at + 1]) : -1;
    const int low = high >= 0 ? hex_digit(text[at + 2]) : -1;
    if (low >= 0) {
      result.push_back(static_cast<char>(high * 16 + low));
      at += 2;
    } else {
      result.push_back(text[at] == '+' ? ' ' : text[at]);
    }
  }
  return result;
}

void append_encoded(std::string& text, std::string_view value) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  for (const char letter : value) {
    const auto byte = static_cast<unsigned char>(letter);
    if (std::string_view("%&+#").find(letter) != std::string_view::npos || byte < 0x20 || byte == 0x7F) {
      text.push_back('%');
      text.push_back(digits[byte >> 4U]);
      text.push_back(digits[byte & 0xFU]);
    } else {
      text.push_back(letter);
    }
  }
}

void append(std::string& text, std::string_view key, std::string_view value) {
  text.append(text.empty() ? "?" : "&").append(key).append("=");
  append_encoded(text, value);
}

void read_sort(ListQuery& query, std::string_view text) {
  const bool descending = text.starts_with('-');
  if (const auto column = column_of_key(text.substr(descending ? 1 : 0))) {
    query.sorted_by = *column;
    query.direction = descending ? Direction::descending : Direction::ascending;
  }
}

}  // namespace

ListQuery query_of(const List& list) { return {list.search, list.filters, list.sorted_by, list.direction}; }

ListQuery read_list_query(std::string_view fragment) {
  ListQuery query;
  std::string_view rest = fragment.substr(std::min(fragment.find('?'), fragment.size()));
  while (!rest.empty()) {
    rest.remove_prefix(1);  // '?' or '&'
    const std::string_view part = rest.substr(0, rest.find('&'));
    rest.remove_prefix(part.size());
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos) {
      continue;
    }
    const std::string_view key = part.substr(0, equals);
    std::string value = decoded(part.substr(equals + 1));
    if (key == search_key) {
      query.search = std::move(value);
    } else if (key == sort_key) {
      read_sort(query, value);
    } else if (auto filter = read_filter(key, std::move(value)); filter && query.filters.size() < most_filters) {
      add_filter(query.filters, *filter);
    }
  }
  return query;
}

std::string query_text(const ListQuery& query) {
  std::string text;
  if (!query.search.empty()) {
    append(text, search_key, query.search);
  }
  for (const Filter& filter : query.filters) {
    append(text, facet_keys.at(static_cast<std::size_t>(filter.facet)), text_of(filter));
  }
  const bool descending = query.direction == Direction::descending;
  if (descending || query.sorted_by != Column::name) {
    append(text, sort_key, std::string(descending ? "-" : "").append(column_key(query.sorted_by)));
  }
  return text;
}

std::string fragment_of(const List& list, const Address& address) {
  return to_fragment(address) + (address == list_address ? query_text(query_of(list)) : std::string());
}

std::string_view column_key(Column column) { return column_keys.at(static_cast<std::size_t>(column)); }

std::optional<Column> column_of_key(std::string_view key) {
  const auto place = place_of(column_keys, key);
  return place ? std::optional(static_cast<Column>(*place)) : std::nullopt;
}

bool add_filter(std::vector<Filter>& filters, const Filter& filter) {
  if (std::find(filters.begin(), filters.end(), filter) != filters.end()) {
    return false;
  }
  const auto same_facet = std::find_if(filters.begin(), filters.end(),
                                       [&filter](const Filter& other) { return other.facet == filter.facet; });
  if (has_one_answer(filter.facet) && same_facet != filters.end()) {
    *same_facet = filter;
  } else {
    filters.push_back(filter);
  }
  return true;
}

}  // namespace editor
