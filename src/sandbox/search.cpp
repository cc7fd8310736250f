// Searching in the manner of Nexudus. What it cannot read it ignores without a word, as the real one does.
#include "sandbox/search.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "sandbox/http_text.h"
#include "sandbox/json_text.h"
#include "sandbox/record.h"
#include "sandbox/time_text.h"
#include "webhook/heap_sort.h"

namespace sandbox {

namespace {

constexpr std::int64_t default_size = 25;
constexpr std::int64_t largest_size = 1000;

using Query = std::vector<Parameter>;

// A property as something to compare: numbers, booleans and moments by `number`, texts by `text`. Null comes first.
struct Key {
  std::int64_t number = 0;
  std::string text;

  friend bool operator<(const Key& a, const Key& b) { return std::tie(a.number, a.text) < std::tie(b.number, b.text); }
};

constexpr std::int64_t null_number = INT64_MIN;

std::int64_t to_number(const std::optional<Moment>& moment) {
  return moment ? moment->time_since_epoch().count() : null_number;
}

Key text_key(const std::optional<std::string>& text) { return text ? Key{0, to_lower(*text)} : Key{null_number, {}}; }

enum class Kind : std::uint8_t { number, text, boolean, moment };

// What can be sorted by, and by which kind of filter it can be searched.
struct Property {
  std::string_view name;
  Kind kind;
  /// Name of the filter after "WebHook_", or empty.
  std::string_view filter;
  bool range;
  Key (*key)(const Webhook&);
};

constexpr std::array<Property, 14> properties{{
    {"Id", Kind::number, "", false,
     [](const Webhook& w) {
       return Key{w.id, {}};
     }},
    {"BusinessId", Kind::number, "Business", false,
     [](const Webhook& w) {
       return Key{w.business_id, {}};
     }},
    {"Name", Kind::text, "Name", false,
     [](const Webhook& w) {
       return Key{0, to_lower(w.name)};
     }},
    {"Action", Kind::number, "Action", false,
     [](const Webhook& w) {
       return Key{w.action, {}};
     }},
    {"Description", Kind::text, "Description", false, [](const Webhook& w) { return text_key(w.description); }},
    {"URL", Kind::text, "URL", false,
     [](const Webhook& w) {
       return Key{0, to_lower(w.url)};
     }},
    {"Active", Kind::boolean, "Active", false,
     [](const Webhook& w) {
       return Key{w.active ? 1 : 0, {}};
     }},
    {"LastError", Kind::text, "LastError", false, [](const Webhook& w) { return text_key(w.last_error); }},
    {"ErrorCount", Kind::number, "ErrorCount", true,
     [](const Webhook& w) {
       return Key{w.error_count, {}};
     }},
    {"LastTrigger", Kind::moment, "LastTrigger", true,
     [](const Webhook& w) {
       return Key{to_number(w.last_trigger), {}};
     }},
    {"CreatedOn", Kind::moment, "CreatedOn", true,
     [](const Webhook& w) {
       return Key{to_number(w.created_on), {}};
     }},
    {"UpdatedOn", Kind::moment, "UpdatedOn", true,
     [](const Webhook& w) {
       return Key{to_number(w.updated_on), {}};
     }},
    {"UpdatedBy", Kind::text, "", false,
     [](const Webhook& w) {
       return Key{0, to_lower(w.updated_by)};
     }},
    {"UniqueId", Kind::text, "", false,
     [](const Webhook& w) {
       return Key{0, w.unique_id};
     }},
}};

// The value of a filter for a property that is no text.
std::optional<std::int64_t> filter_number(Kind kind, std::string_view text) {
  if (kind == Kind::boolean) {
    const bool yes = equal_ignoring_case(text, "true") || text == "1";
    const bool no = equal_ignoring_case(text, "false") || text == "0";
    return yes || no ? std::optional<std::int64_t>(yes ? 1 : 0) : std::nullopt;
  }
  if (kind == Kind::moment) {
    const auto moment = parse_moment(text);
    return moment ? std::optional(to_number(moment)) : std::nullopt;
  }
  return parse_integer(text);
}

// One filter of a query, read once for all rows.
struct Filter {
  enum class Test : std::uint8_t { contains, equals, at_least, at_most };

  const Property* property = nullptr;
  Test test = Test::equals;
  std::int64_t number = 0;
  std::string text;
};

bool passes(const Webhook& webhook, const Filter& filter) {
  const Key key = filter.property->key(webhook);
  switch (filter.test) {
    case Filter::Test::contains:
      return key.text.find(filter.text) != std::string::npos;
    case Filter::Test::equals:
      return key.number == filter.number;
    case Filter::Test::at_least:
      return key.number != null_number && key.number >= filter.number;
    case Filter::Test::at_most:
      return key.number != null_number && key.number <= filter.number;
  }
  return true;
}

void add_number_filter(std::vector<Filter>& filters, const Property& property, Filter::Test test,
                       std::optional<std::string_view> value) {
  const auto number = filter_number(property.kind, value.value_or(""));
  if (number) {
    filters.push_back({&property, test, *number, {}});
  }
}

std::vector<Filter> filters_of(const Query& query) {
  std::vector<Filter> filters;
  for (const Property& property : properties) {
    if (property.filter.empty()) {
      continue;
    }
    const std::string name = "WebHook_" + std::string(property.filter);
    const auto exact = find_parameter(query, name);
    if (property.kind == Kind::text) {
      if (exact && !exact->empty()) {
        filters.push_back({&property, Filter::Test::contains, 0, to_lower(*exact)});
      }
      continue;
    }
    // CreatedOn and UpdatedOn can only be searched by ranges.
    if (property.name != "CreatedOn" && property.name != "UpdatedOn") {
      add_number_filter(filters, property, Filter::Test::equals, exact);
    }
    if (property.range) {
      add_number_filter(filters, property, Filter::Test::at_least, find_parameter(query, "from_" + name));
      add_number_filter(filters, property, Filter::Test::at_most, find_parameter(query, "to_" + name));
    }
  }
  return filters;
}

// -1 for 0 too: where 1 is ascending, the other of two must be the opposite.
int direction(const Query& query) {
  const std::string text = to_lower(find_parameter(query, "dir").value_or("1"));
  return text == "-1" || text == "0" || text.starts_with("desc") ? -1 : 1;
}

struct Order {
  const Property* property = properties.data();
  int direction = 1;
};

Order order_of(const Query& query) {
  const auto wanted = find_parameter(query, "orderBy").value_or("Id");
  const auto* const found = std::find_if(properties.begin(), properties.end(),
                                         [&](const Property& p) { return equal_ignoring_case(p.name, wanted); });
  return {found == properties.end() ? properties.data() : found, direction(query)};
}

void sort(std::vector<const Webhook*>& rows, const Order& order) {
  if (order.property == properties.data()) {
    if (order.direction < 0) {
      std::reverse(rows.begin(), rows.end());
    }
    return;
  }
  std::vector<std::pair<Key, const Webhook*>> keyed;
  keyed.reserve(rows.size());
  for (const Webhook* row : rows) {
    keyed.emplace_back(order.property->key(*row), row);
  }
  const auto before = [&](const auto& a, const auto& b) {
    if (a.first < b.first || b.first < a.first) {
      return order.direction > 0 ? a.first < b.first : b.first < a.first;
    }
    return a.second->id < b.second->id;
  };
  webhook::heap_sort(keyed, before);
  std::transform(keyed.begin(), keyed.end(), rows.begin(), [](const auto& pair) { return pair.second; });
}

std::int64_t positive_or(const Query& query, std::string_view name, std::int64_t fallback) {
  const auto value = parse_integer(find_parameter(query, name).value_or(""));
  return value && *value > 0 ? *value : fallback;
}

struct Page {
  std::int64_t number = 1;
  std::int64_t size = default_size;
  std::int64_t total = 0;

  [[nodiscard]] std::int64_t pages() const { return (total + size - 1) / size; }
  [[nodiscard]] std::int64_t begin() const { return number <= pages() ? (number - 1) * size : total; }
  [[nodiscard]] std::int64_t end() const { return std::min(begin() + size, total); }
};

Page page_of(const Query& query, std::size_t total) {
  return {positive_or(query, "page", 1), std::min(positive_or(query, "size", default_size), largest_size),
          static_cast<std::int64_t>(total)};
}

std::string list(const std::vector<std::string>& records, const Page& page, const Order& order) {
  const bool empty = page.begin() == page.end();
  return ObjectWriter()
      .json("Records", array_of(records))
      .number("CurrentPage", page.number)
      .number("CurrentPageSize", page.size)
      .text("CurrentOrderField", order.property->name)
      .number("CurrentSortDirection", order.direction)
      .number("FirstItem", empty ? 0 : page.begin() + 1)
      .number("LastItem", empty ? 0 : page.end())
      .number("TotalItems", page.total)
      .number("TotalPages", page.pages())
      .boolean("HasNextPage", page.number < page.pages())
      .boolean("HasPreviousPage", page.number > 1 && page.total > 0)
      .take();
}

}  // namespace

std::string list_webhooks(const State& state, std::string_view query_text) {
  const Query query = parse_parameters(query_text);
  const std::vector<Filter> filters = filters_of(query);
  std::vector<const Webhook*> rows;
  for (const Webhook& webhook : state.webhooks) {
    if (std::all_of(filters.begin(), filters.end(), [&](const Filter& filter) { return passes(webhook, filter); })) {
      rows.push_back(&webhook);
    }
  }
  const Order order = order_of(query);
  sort(rows, order);
  const Page page = page_of(query, rows.size());
  std::vector<std::string> records;
  for (std::int64_t i = page.begin(); i < page.end(); ++i) {
    records.push_back(to_json(*rows[static_cast<std::size_t>(i)], Detail::row));
  }
  return list(records, page, order);
}

std::string list_businesses(const State& state, std::string_view query_text) {
  const Page page = page_of(parse_parameters(query_text), state.businesses.size());
  std::vector<std::string> records;
  for (std::int64_t i = page.begin(); i < page.end(); ++i) {
    records.push_back(to_json(state.businesses[static_cast<std::size_t>(i)]));
  }
  return list(records, page, {});
}

}  // namespace sandbox
