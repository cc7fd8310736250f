// HTTP messages as plain values.
#include "nexudus/http.h"

#include <algorithm>

namespace nexudus {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::string_view to_string(Method method) {
  switch (method) {
    case Method::get:
      return "GET";
    case Method::post:
      return "POST";
    case Method::put:
      return "PUT";
    case Method::delete_:
      return "DELETE";
  }
  return "";
}

std::optional<std::string_view> find_header(const std::vector<Header>& headers, std::string_view name) {
  const auto found = std::find_if(headers.begin(), headers.end(), [name](const Header& header) {
    return std::equal(header.name.begin(), header.name.end(), name.begin(), name.end(),
                      [](char left, char right) { return lower(left) == lower(right); });
  });
  return found == headers.end() ? std::nullopt : std::optional<std::string_view>(found->value);
}

}  // namespace nexudus
