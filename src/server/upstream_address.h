// Where the relay leads to.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace server {

struct UpstreamAddress {
  bool tls = true;
  /// A name or an IP address, IPv6 without brackets.
  std::string host;
  int port = 443;
  /// What comes before the path of each call: empty, or from '/' without one at the end.
  std::string base_path;

  friend bool operator==(const UpstreamAddress&, const UpstreamAddress&) = default;
};

/// Reads an address such as "https://spaces.nexudus.com/api". http:// is taken for this machine only, as passwords would
/// otherwise travel in the open. The error is a sentence.
[[nodiscard]] tl::expected<UpstreamAddress, std::string> parse_upstream_address(std::string_view text);

/// What the Host header says: the port only if it is not the usual one.
[[nodiscard]] std::string host_header(const UpstreamAddress& address);

}  // namespace server
