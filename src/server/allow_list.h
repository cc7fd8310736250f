// What the relay lets through: the calls of Nexudus's WebHooks API that the editor makes, and nothing else.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "nexudus/http.h"
#include "server/http_head.h"
#include "server/target.h"

namespace server {

struct Call {
  nexudus::Method method = nexudus::Method::get;
  /// Below the API's base, e.g. "/sys/webhooks/42".
  std::string path;
  /// Without its '?'; whatever the list of webhooks may be searched by.
  std::string query;
};

/// The call that a method and a target below "/api" stand for. Otherwise why it is refused: 404 for a path, 405 for a
/// method that is not in the list, 400 for a query that is not properly encoded.
[[nodiscard]] tl::expected<Call, Rejection> allowed_call(std::string_view method, const Target& target);

/// The methods of a path of the API in the words of an Allow header; empty if no call has that path.
[[nodiscard]] std::string allowed_methods(std::string_view path);

/// Those headers of a request that Nexudus gets. No cookie, nothing about the connection, nothing the browser tells of
/// the person.
[[nodiscard]] std::vector<nexudus::Header> headers_for_upstream(const std::vector<nexudus::Header>& headers);

/// Those headers of a reply that the browser gets.
[[nodiscard]] std::vector<nexudus::Header> headers_for_client(const std::vector<nexudus::Header>& headers);

}  // namespace server
