// Web addresses: a parser as strict as a receiver of webhooks needs, and what people see of an address.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace webhook {

/// The parts of an absolute http or https address; views into the text that was parsed.
struct Url {
  std::string_view scheme;    // as written, e.g. "HTTPS"
  std::string_view userinfo;  // without '@'
  std::string_view host;      // with the brackets of an IPv6 address
  std::optional<std::uint16_t> port;
  std::string_view path;      // with its '/', or empty
  std::string_view query;     // without '?'
  std::string_view fragment;  // without '#'

  /// Whether the scheme is http, in any case of its letters: what is sent there can be read on the way.
  [[nodiscard]] bool is_http() const { return scheme.size() == 4; }
};

struct UrlError {
  std::string sentence;  // what to do
  std::string proposal;  // an address that would do, or empty
};

/// Takes an absolute http or https address apart (RFC 3986; letters outside ASCII are let pass).
[[nodiscard]] tl::expected<Url, UrlError> parse_url(std::string_view text);

/// The host for the list, in lower case, with a port if one is given; for text that is no address whatever stands in
/// the place of the host, and if there is nothing, the text itself. Never a user name or a password.
[[nodiscard]] std::string host_of(std::string_view url);

}  // namespace webhook
