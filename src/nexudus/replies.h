// Decodes the API's replies. Every function takes any bytes at all: what is not the success that was asked for comes
// back as a Problem that says so.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "nexudus/http.h"
#include "nexudus/problem.h"
#include "webhook/document.h"
#include "webhook/record.h"

namespace nexudus {

/// One page of a search.
template <typename T>
struct Page {
  std::vector<T> records;
  std::int64_t current_page = 1;
  std::int64_t total_items = 0;  // at least records.size() where the server gave none
  std::int64_t total_pages = 1;
  bool has_next_page = false;

  friend bool operator==(const Page&, const Page&) = default;
};

/// A page of webhooks. Rows are partial: their description is always empty, whatever came.
[[nodiscard]] tl::expected<Page<webhook::Record>, Problem> decode_webhooks(const Response& response,
                                                                           const Asked& asked);

/// A record as read by its id: the document to edit, and what is in it.
struct ReadRecord {
  webhook::Document document;
  webhook::Record record;
};

[[nodiscard]] tl::expected<ReadRecord, Problem> decode_webhook(const Response& response, const Asked& asked);

/// What the server says of a write that worked.
struct Written {
  std::optional<std::int64_t> id;  // usually missing after a delete
  std::string message;
  std::string updated_on;
  std::string updated_by;

  friend bool operator==(const Written&, const Written&) = default;
};

/// The end of a create, an update or a delete: a success is 2xx and JSON and WasSuccessful.
[[nodiscard]] tl::expected<Written, Problem> decode_written(const Response& response, const Asked& asked);

struct Location {
  std::int64_t id = 0;
  std::string name;

  friend bool operator==(const Location&, const Location&) = default;
};

[[nodiscard]] tl::expected<Page<Location>, Problem> decode_locations(const Response& response, const Asked& asked);

struct EventName {
  std::int64_t number = 0;
  std::string name;   // the API's
  std::string label;  // what the server shows for it

  friend bool operator==(const EventName&, const EventName&) = default;
};

[[nodiscard]] tl::expected<std::vector<EventName>, Problem> decode_event_names(const Response& response,
                                                                               const Asked& asked);

}  // namespace nexudus
