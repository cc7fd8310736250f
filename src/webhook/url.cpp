// Web addresses: taking them apart, and saying what is wrong with one.
#include "webhook/url.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "language/text.h"
#include "webhook/ip_address.h"
#include "webhook/mask.h"
#include "webhook/utf8.h"

namespace webhook {
namespace {

using language::translate;

constexpr std::string_view example = "https://example.com/hook";
constexpr std::size_t quoted_most = 60;

bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F; }
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return result;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) {
    text.remove_prefix(1);
  }
  while (!text.empty() && is_blank(text.back())) {
    text.remove_suffix(1);
  }
  return text;
}

/// The scheme before "://", or before ':' if it is one of the web's; empty if there is none.
std::string_view scheme_of(std::string_view text) {
  const auto end = std::find_if_not(
      text.begin(), text.end(), [](char c) { return is_alpha(c) || is_digit(c) || c == '+' || c == '-' || c == '.'; });
  const auto size = static_cast<std::size_t>(end - text.begin());
  const std::string_view scheme = text.substr(0, size);
  const std::string_view rest = text.substr(size);
  const std::string folded = lower(scheme);
  const bool has_scheme = rest.starts_with("://") || (rest.starts_with(':') && (folded == "http" || folded == "https"));
  return has_scheme ? scheme : std::string_view();
}

/// Whether `host` can be a host's name: labels of letters, digits, hyphens and underscores with dots between.
bool is_host_name(std::string_view host) {
  if (host.ends_with('.')) {
    host.remove_suffix(1);
  }
  for (;;) {
    const std::size_t dot = host.find('.');
    const std::string_view label = host.substr(0, dot);
    const bool plain = std::all_of(label.begin(), label.end(), [](char c) {
      return is_alpha(c) || is_digit(c) || c == '-' || c == '_' || !is_ascii(c);
    });
    if (label.empty() || label.size() > 63 || !plain) {
      return false;
    }
    if (dot == std::string_view::npos) {
      return true;
    }
    host.remove_prefix(dot + 1);
  }
}

bool is_ipv6(std::string_view host) {
  return host.starts_with('[') && host.ends_with(']') && parse_ipv6(host.substr(1, host.size() - 2));
}

bool is_host(std::string_view host) {
  return is_ipv6(host) || (is_host_name(host) && (!ends_in_number(host) || parse_ipv4(host)));
}

/// The authority without what comes after it: up to the first '/', '?' or '#'.
std::string_view authority_of(std::string_view after_slashes) {
  return after_slashes.substr(0, after_slashes.find_first_of("/?#"));
}

struct Authority {
  std::string_view userinfo;
  std::string_view host;
  std::string_view port;
  bool has_port = false;
};

Authority split_authority(std::string_view text) {
  Authority result;
  if (const std::size_t at = text.rfind('@'); at != std::string_view::npos) {
    result.userinfo = text.substr(0, at);
    text.remove_prefix(at + 1);
  }
  const std::size_t bracket = text.rfind(']');
  const std::size_t colon = text.find(':', bracket == std::string_view::npos ? 0 : bracket);
  result.host = text.substr(0, colon);
  result.has_port = colon != std::string_view::npos;
  result.port = result.has_port ? text.substr(colon + 1) : std::string_view();
  return result;
}

std::optional<std::uint16_t> port_number(std::string_view digits) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool whole = error == std::errc() && end == digits.data() + digits.size();
  const bool fits = whole && value > 0 && value <= 65'535;
  return fits ? std::optional(static_cast<std::uint16_t>(value)) : std::nullopt;
}

std::string with_replaced(std::string_view text, char from, std::string_view to) {
  std::string result;
  for (const char c : text) {
    if (c == from) {
      result.append(to);
    } else {
      result.push_back(c);
    }
  }
  return result;
}

/// An error that proposes an address, if that one is all right.
UrlError proposing(std::string_view sentence, std::string proposal) {
  std::string text(sentence);
  if (!parse_url(proposal)) {
    return {std::move(text), {}};
  }
  text.append(" ").append(translate("For example: {0}", masked_url(proposal)));
  return {std::move(text), std::move(proposal)};
}

std::optional<UrlError> find_wrong_characters(std::string_view text) {
  const std::string_view core = trimmed(text);
  if (core.empty()) {
    return UrlError{translate("Enter the address Nexudus shall call, such as {0}.", example), {}};
  }
  if (core.size() != text.size()) {
    return UrlError{std::string(translate("Remove the blanks before and after the address.")),
                    parse_url(core) ? std::string(core) : std::string()};
  }
  if (std::find_if(text.begin(), text.end(), [](char c) { return is_blank(c) && c != ' '; }) != text.end()) {
    return UrlError{std::string(translate("Remove the line break or tab from the address.")), {}};
  }
  if (text.find(' ') != std::string_view::npos) {
    return proposing(translate("An address cannot contain blanks: remove them, or write %20 for each."),
                     with_replaced(text, ' ', "%20"));
  }
  if (text.find('\\') != std::string_view::npos) {
    return proposing(translate("Write / where the address has \\."), with_replaced(text, '\\', "/"));
  }
  return std::nullopt;
}

UrlError wrong_scheme(std::string_view text, std::string_view scheme) {
  const std::string folded = lower(scheme);
  if (folded == "http" || folded == "https") {
    std::string_view rest = text.substr(scheme.size() + 1);
    rest.remove_prefix(std::min(rest.find_first_not_of('/'), rest.size()));
    return proposing(translate("Write {0}:// with a colon and two slashes.", folded),
                     folded + "://" + std::string(rest));
  }
  if (!scheme.empty()) {
    return {translate("Begin the address with https:// or http://. Nexudus cannot call {0}:// addresses.",
                      presentable(scheme, quoted_most)),
            {}};
  }
  const std::string_view rest = text.substr(std::min(text.find_first_not_of("/:"), text.size()));
  return proposing(translate("Begin the address with https://."), "https://" + std::string(rest));
}

}  // namespace

tl::expected<Url, UrlError> parse_url(std::string_view text) {
  if (auto error = find_wrong_characters(text)) {
    return tl::unexpected(*std::move(error));
  }
  Url url;
  url.scheme = scheme_of(text);
  const std::string scheme = lower(url.scheme);
  std::string_view rest = text.substr(url.scheme.size());
  if ((scheme != "https" && scheme != "http") || !rest.starts_with("://") || rest.starts_with(":///")) {
    return tl::unexpected(wrong_scheme(text, url.scheme));
  }
  rest.remove_prefix(3);

  const std::string_view authority_text = authority_of(rest);
  rest.remove_prefix(authority_text.size());
  const Authority authority = split_authority(authority_text);
  if (authority.host.empty()) {
    return tl::unexpected(UrlError{translate("Add the host after {0}://, such as {1}.", scheme, example), {}});
  }
  if (!is_host(authority.host)) {
    return tl::unexpected(
        UrlError{translate("Correct the host: “{0}” cannot be one. It should look like hooks.example.com.",
                           presentable(authority.host, quoted_most)),
                 {}});
  }
  if (authority.has_port && !authority.port.empty()) {
    url.port = port_number(authority.port);
    if (!url.port) {
      return tl::unexpected(
          UrlError{std::string(translate("The port after the host must be a number from 1 to 65535.")), {}});
    }
  }
  url.userinfo = authority.userinfo;
  url.host = authority.host;
  if (const std::size_t hash = rest.find('#'); hash != std::string_view::npos) {
    url.fragment = rest.substr(hash + 1);
    rest = rest.substr(0, hash);
  }
  const std::size_t mark = rest.find('?');
  url.path = rest.substr(0, mark);
  url.query = mark == std::string_view::npos ? std::string_view() : rest.substr(mark + 1);
  return url;
}

std::string host_of(std::string_view url) {
  std::string_view rest = trimmed(url);
  const std::string_view whole = rest;
  if (const std::size_t slashes = rest.find("://"); slashes != std::string_view::npos) {
    rest.remove_prefix(slashes + 3);
  }
  const Authority authority = split_authority(authority_of(rest));
  if (authority.host.empty()) {
    return presentable(masked_url(whole.substr(whole.rfind('@') + 1)), 200);
  }
  std::string result = lower(authority.host);
  if (port_number(authority.port)) {  // else it may be a password
    result.append(":").append(authority.port);
  }
  return presentable(result, 200);
}

}  // namespace webhook
