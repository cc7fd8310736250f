// The addresses of the screens.
#include "editor/address.h"

#include <algorithm>
#include <charconv>

namespace editor {
namespace {

constexpr std::string_view list_path = "/webhooks";
constexpr std::string_view new_path = "/webhooks/new";
constexpr std::string_view activity_path = "/activity";
constexpr std::string_view duplicate_query = "duplicate=";
constexpr std::string_view event_query = "&event=";

/// A positive number without a sign or leading zeros.
std::optional<std::int64_t> parse_id(std::string_view text) {
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && id > 0 && text.front() != '0' ? std::optional(id) : std::nullopt;
}

}  // namespace

Address record_address(std::int64_t id) { return {Address::Screen::record, id, 0}; }

std::optional<Address> parse_address(std::string_view fragment) {
  const std::size_t question = fragment.find('?');
  std::string_view path = fragment.substr(0, question);
  const std::string_view query = question == std::string_view::npos ? "" : fragment.substr(question + 1);
  if (path.ends_with('/')) {
    path.remove_suffix(1);
  }
  if (path == list_path) {
    return list_address;
  }
  if (path == activity_path) {
    return activity_address;
  }
  if (path == new_path) {
    Address address{Address::Screen::new_record, 0, 0};
    if (query.starts_with(duplicate_query)) {
      const std::size_t end = std::min(query.find(event_query), query.size());
      address.duplicate_of = parse_id(query.substr(duplicate_query.size(), end - duplicate_query.size())).value_or(0);
      if (address.duplicate_of != 0 && end < query.size()) {
        address.event = parse_id(query.substr(end + event_query.size())).value_or(0);
      }
    }
    return address;
  }
  if (path.starts_with(list_path) && path.size() > list_path.size() && path[list_path.size()] == '/') {
    if (const auto id = parse_id(path.substr(list_path.size() + 1))) {
      return record_address(*id);
    }
  }
  return std::nullopt;
}

std::string to_fragment(const Address& address) {
  switch (address.screen) {
    case Address::Screen::record:
      return std::string(list_path) + "/" + std::to_string(address.id);
    case Address::Screen::new_record:
      if (address.duplicate_of != 0) {
        return std::string(new_path).append("?").append(duplicate_query) + std::to_string(address.duplicate_of) +
               (address.event == 0 ? std::string() : std::string(event_query) + std::to_string(address.event));
      }
      return std::string(new_path);
    case Address::Screen::activity:
      return std::string(activity_path);
    case Address::Screen::list:
      break;
  }
  return std::string(list_path);
}

}  // namespace editor
