// The list.
#include "server/allow_list.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

namespace server {

namespace {

using nexudus::Method;

// The API's calls. "{id}" is a number.
constexpr std::array<std::pair<Method, std::string_view>, 8> calls{{
    {Method::get, "/sys/webhooks"},
    {Method::get, "/sys/webhooks/{id}"},
    {Method::post, "/sys/webhooks"},
    {Method::put, "/sys/webhooks"},
    {Method::delete_, "/sys/webhooks/{id}"},
    {Method::get, "/sys/businesses"},
    {Method::get, "/utils/enums"},
    {Method::post, "/token"},
}};

constexpr std::array<std::string_view, 6> to_upstream{"Accept",        "Accept-Encoding", "Accept-Language",
                                                      "Authorization", "client_id",       "Content-Type"};
constexpr std::array<std::string_view, 4> to_client{"Content-Encoding", "Content-Type", "Retry-After",
                                                    "WWW-Authenticate"};

// A number as Nexudus gives ids: 64 bits, no zero in front.
bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= 19 && text.front() != '0' &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool matches(std::string_view path, std::string_view pattern) {
  constexpr std::string_view id = "{id}";
  if (!pattern.ends_with(id)) {
    return path == pattern;
  }
  pattern.remove_suffix(id.size());
  return path.starts_with(pattern) && is_id(path.substr(pattern.size()));
}

// What a form or URLSearchParams writes, and the separators of a query.
bool is_query(std::string_view query) {
  constexpr std::string_view hex = "0123456789ABCDEFabcdef";
  constexpr std::string_view plain = "-._~!$&'()*+,;=:@/?";
  for (std::size_t at = 0; at < query.size(); ++at) {
    const char c = query[at];
    if (c == '%') {
      if (query.substr(at + 1, 2).size() < 2 ||
          query.substr(at + 1, 2).find_first_not_of(hex) != std::string_view::npos) {
        return false;
      }
      at += 2;
    } else if ((c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') &&
               plain.find(c) == std::string_view::npos) {
      return false;
    }
  }
  return true;
}

template <std::size_t count>
std::vector<nexudus::Header> only(const std::vector<nexudus::Header>& headers,
                                  const std::array<std::string_view, count>& names) {
  std::vector<nexudus::Header> kept;
  for (const nexudus::Header& header : headers) {
    const auto* const listed = std::find_if(
        names.begin(), names.end(), [&](std::string_view name) { return equal_without_case(name, header.name); });
    // The first of a kind: programs disagree about which of two counts.
    if (listed != names.end() && !nexudus::find_header(kept, *listed)) {
      kept.push_back({std::string(*listed), header.value});
    }
  }
  return kept;
}

}  // namespace

tl::expected<Call, Rejection> allowed_call(std::string_view method, const Target& target) {
  const std::string methods = allowed_methods(target.path);
  if (methods.empty()) {
    return tl::unexpected(Rejection{
        404, "The relay does not pass this address on: it lets only the calls of the webhook editor through."});
  }
  const auto* const call = std::find_if(calls.begin(), calls.end(), [&](const auto& entry) {
    return nexudus::to_string(entry.first) == method && matches(target.path, entry.second);
  });
  if (call == calls.end()) {
    return tl::unexpected(
        Rejection{405, "The relay does not pass this method on for this address, only " + methods + "."});
  }
  if (!is_query(target.query)) {
    return tl::unexpected(Rejection{400, "The query of this address is not properly encoded."});
  }
  return Call{call->first, target.path, target.query};
}

std::string allowed_methods(std::string_view path) {
  std::string methods;
  for (const auto& [method, pattern] : calls) {
    if (matches(path, pattern)) {
      methods += methods.empty() ? "" : ", ";
      methods += nexudus::to_string(method);
    }
  }
  return methods;
}

std::vector<nexudus::Header> headers_for_upstream(const std::vector<nexudus::Header>& headers) {
  return only(headers, to_upstream);
}

std::vector<nexudus::Header> headers_for_client(const std::vector<nexudus::Header>& headers) {
  return only(headers, to_client);
}

}  // namespace server
