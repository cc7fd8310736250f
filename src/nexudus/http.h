// HTTP messages as plain values: what the protocol layer produces and understands. Nothing here sends anything.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nexudus {

enum class Method { get, post, put, delete_ };

/// The method's name on the wire, e.g. "PUT".
[[nodiscard]] std::string_view to_string(Method method);

struct Header {
  std::string name;
  std::string value;

  friend bool operator==(const Header&, const Header&) = default;
};

/// A request to the API. `target` is relative to the API's base address and starts with '/', with its query
/// percent-encoded, e.g. "/sys/webhooks?page=2&size=1000". The Authorization header is added by whoever sends it.
struct Request {
  Method method = Method::get;
  std::string target;
  std::vector<Header> headers;
  std::string body;

  friend bool operator==(const Request&, const Request&) = default;
};

/// A reply as it arrived: any status from 100 to 599, the body as bytes (not necessarily UTF-8).
struct Response {
  int status = 0;
  std::vector<Header> headers;
  std::string body;

  friend bool operator==(const Response&, const Response&) = default;
};

/// The value of the first header called `name` (compared without case, RFC 9110 section 5.1), or nothing.
[[nodiscard]] std::optional<std::string_view> find_header(const std::vector<Header>& headers, std::string_view name);

}  // namespace nexudus
