// Heads of HTTP/1.1 messages (RFC 9112), read strictly: what two programs might read differently is an error.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "nexudus/http.h"

namespace server {

/// Why a message is not taken: the status a client gets for it, and a sentence for a person.
struct Rejection {
  int status = 400;
  std::string reason;
};

struct RequestHead {
  std::string method;
  /// As sent: a path from '/', perhaps with a query. read_target() says what it means.
  std::string target;
  /// 0 for HTTP/1.0, 1 for HTTP/1.1.
  int minor_version = 1;
  std::vector<nexudus::Header> headers;
};

struct ReplyHead {
  int status = 0;
  int minor_version = 1;
  std::vector<nexudus::Header> headers;
};

/// The longest request line and the longest head in bytes; longer ones get 414 and 431.
constexpr std::size_t largest_request_line = 8'000;
constexpr std::size_t largest_head = 32'000;
constexpr std::size_t most_headers = 100;

/// Both take a head up to and with its empty line. Folded lines, bare line feeds, spaces before a colon and control
/// characters are refused.
[[nodiscard]] tl::expected<RequestHead, Rejection> parse_request_head(std::string_view head);
[[nodiscard]] tl::expected<ReplyHead, Rejection> parse_reply_head(std::string_view head);

/// How the body after a head is delimited (RFC 9112, section 6).
struct Framing {
  bool chunked = false;
  /// Nothing: none for a request, up to the end of the connection for a reply.
  std::optional<std::size_t> length;
};

/// Refuses a length given twice, a length beside a transfer coding, and every transfer coding but "chunked".
[[nodiscard]] tl::expected<Framing, Rejection> framing_of(const std::vector<nexudus::Header>& headers,
                                                          int minor_version);

/// Whether a comma-separated header holds `token`, compared without case, e.g. "close" in Connection.
[[nodiscard]] bool has_token(const std::vector<nexudus::Header>& headers, std::string_view name,
                             std::string_view token);

/// ASCII letters compared without case.
[[nodiscard]] bool equal_without_case(std::string_view one, std::string_view other);

}  // namespace server
