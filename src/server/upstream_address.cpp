// Reading the address after --upstream.
#include "server/upstream_address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "server/target.h"

namespace server {

namespace {

tl::unexpected<std::string> refuse(const std::string& reason) {
  return tl::unexpected(reason + " An address looks like https://spaces.nexudus.com/api.");
}

bool is_ipv6(const std::string& host) {
  in6_addr address{};
  return inet_pton(AF_INET6, host.c_str(), &address) == 1;
}

bool is_ipv4(const std::string& host) {
  in_addr address{};
  return inet_pton(AF_INET, host.c_str(), &address) == 1;
}

bool is_name(std::string_view host) {
  return !host.empty() && host.size() <= 253 && std::all_of(host.begin(), host.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '.';
  });
}

bool is_this_machine(const std::string& host) {
  return host == "localhost" || host == "::1" || (is_ipv4(host) && host.starts_with("127."));
}

// Takes ":443" or nothing.
std::optional<int> port_of(std::string_view text, int usual) {
  if (text.empty()) {
    return usual;
  }
  int port = 0;
  const auto [end, error] = std::from_chars(text.data() + 1, text.data() + text.size(), port);
  const bool whole = text.front() == ':' && error == std::errc{} && end == text.data() + text.size();
  return whole && port >= 1 && port <= 65'535 ? std::optional(port) : std::nullopt;
}

// Host and port; false if there is anything else.
bool set_authority(UpstreamAddress& address, std::string_view authority) {
  const int usual = address.tls ? 443 : 80;
  std::optional<int> port;
  if (authority.starts_with('[')) {
    const std::size_t end = authority.find(']');
    address.host = authority.substr(1, std::min(end, authority.size()) - 1);
    port = end < authority.size() && is_ipv6(address.host) ? port_of(authority.substr(end + 1), usual) : std::nullopt;
  } else {
    const std::size_t colon = std::min(authority.find(':'), authority.size());
    address.host = authority.substr(0, colon);
    port = is_name(address.host) ? port_of(authority.substr(colon), usual) : std::nullopt;
  }
  address.port = port.value_or(0);
  return port.has_value();
}

}  // namespace

tl::expected<UpstreamAddress, std::string> parse_upstream_address(std::string_view text) {
  UpstreamAddress address;
  if (text.starts_with("https://")) {
    text.remove_prefix(8);
  } else if (text.starts_with("http://")) {
    text.remove_prefix(7);
    address.tls = false;
  } else {
    return refuse("It must begin with https://.");
  }
  const std::size_t slash = std::min(text.find('/'), text.size());
  if (text.substr(0, slash).find('@') != std::string_view::npos) {
    return refuse("It must hold no user name or password: people sign in on the page.");
  }
  if (!set_authority(address, text.substr(0, slash))) {
    return refuse("Its host or port cannot be read.");
  }
  if (!address.tls && !is_this_machine(address.host)) {
    return refuse(
        "Passwords and tokens would be sent in the open: use https://. Only for this machine, such as "
        "http://127.0.0.1:9000/api, http:// will do.");
  }
  std::string_view path = text.substr(slash);
  while (path.ends_with('/')) {
    path.remove_suffix(1);
  }
  const auto target = read_target(path.empty() ? "/" : path);
  if (!target || path.find_first_of("?%") != std::string_view::npos) {
    return refuse("Its path must be plain, without a query or escapes.");
  }
  address.base_path = path;
  return address;
}

std::string host_header(const UpstreamAddress& address) {
  const bool bracketed = address.host.find(':') != std::string::npos;
  const std::string host = bracketed ? "[" + address.host + "]" : address.host;
  return address.port == (address.tls ? 443 : 80) ? host : host + ":" + std::to_string(address.port);
}

}  // namespace server
