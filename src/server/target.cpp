// Decoding paths.
#include "server/target.h"

#include <algorithm>
#include <optional>

namespace server {

namespace {

tl::unexpected<Rejection> reject(std::string reason) { return tl::unexpected(Rejection{400, std::move(reason)}); }

std::optional<unsigned> hex_digit(char c) {
  if (c >= '0' && c <= '9') {
    return static_cast<unsigned>(c - '0');
  }
  const char small = static_cast<char>(static_cast<unsigned char>(c) | 0x20U);
  return small >= 'a' && small <= 'f' ? std::optional(static_cast<unsigned>(small - 'a' + 10)) : std::nullopt;
}

// The byte that the escape at the front of `text` stands for.
std::optional<char> escaped(std::string_view text) {
  if (text.size() < 3) {
    return std::nullopt;
  }
  const auto high = hex_digit(text[1]);
  const auto low = hex_digit(text[2]);
  return high && low ? std::optional(static_cast<char>(*high << 4U | *low)) : std::nullopt;
}

bool is_control(char c) { return (c >= 0 && c < 0x20) || c == 0x7f; }

bool has_dot_segment(std::string_view path) {
  while (!path.empty()) {
    path.remove_prefix(1);
    const std::string_view segment = path.substr(0, path.find('/'));
    if (segment == "." || segment == "..") {
      return true;
    }
    path.remove_prefix(segment.size());
  }
  return false;
}

tl::expected<std::string, Rejection> decode(std::string_view path) {
  std::string decoded;
  for (std::size_t at = 0; at < path.size(); ++at) {
    char c = path[at];
    if (c == '%') {
      const auto byte = escaped(path.substr(at));
      if (!byte) {
        return reject("The address holds a % that is no escape.");
      }
      c = *byte;
      if (c == '/') {
        return reject("The address holds an encoded slash.");
      }
      at += 2;
    }
    if (is_control(c) || c == '\\') {
      return reject("The address holds a backslash or a control character.");
    }
    decoded += c;
  }
  return decoded;
}

}  // namespace

tl::expected<Target, Rejection> read_target(std::string_view target) {
  if (!target.starts_with('/')) {
    return reject("The address must be a path that begins with a slash.");
  }
  const bool readable = std::all_of(target.begin(), target.end(), [](char c) { return c > 0x20 && c < 0x7f; });
  if (!readable || target.find_first_of("#\\") != std::string_view::npos) {
    return reject("The address holds a character that must be encoded.");
  }
  const std::size_t question = std::min(target.find('?'), target.size());
  auto path = decode(target.substr(0, question));
  if (!path) {
    return tl::unexpected(path.error());
  }
  if (has_dot_segment(*path)) {
    return reject("The address holds the path segment \".\" or \"..\".");
  }
  return Target{std::move(*path), std::string(target.substr(std::min(question + 1, target.size())))};
}

}  // namespace server
