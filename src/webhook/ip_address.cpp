// Addresses of machines, as the WHATWG URL standard reads them.
#include "webhook/ip_address.h"

#include <algorithm>
#include <cstddef>

namespace webhook {
namespace {

constexpr std::string_view digits = "0123456789abcdef";

/// A number, of no digits 0; one beyond 32 bits stays beyond them.
std::optional<std::uint64_t> parse_number(std::string_view text, std::size_t base) {
  std::uint64_t value = 0;
  for (const char letter : text) {
    const bool upper = letter >= 'A' && letter <= 'F';
    const std::size_t digit = digits.find(upper ? static_cast<char>(letter - 'A' + 'a') : letter);
    if (digit >= base) {
      return std::nullopt;
    }
    value = std::min(value * base + digit, std::uint64_t{1} << 40U);
  }
  return value;
}

bool is_hexadecimal(std::string_view text) { return text.starts_with("0x") || text.starts_with("0X"); }

/// A part of an IPv4 address: "0x" begins a hexadecimal number, "0" an octal one.
std::optional<std::uint64_t> parse_part(std::string_view text) {
  if (text.empty()) {
    return std::nullopt;
  }
  std::size_t base = 10;
  if (is_hexadecimal(text)) {
    base = 16;
    text.remove_prefix(2);
  } else if (text.size() >= 2 && text[0] == '0') {
    base = 8;
    text.remove_prefix(1);
  }
  return parse_number(text, base);
}

std::string_view without_last_dot(std::string_view host) {
  return host.ends_with('.') ? host.substr(0, host.size() - 1) : host;
}

/// Takes the front off up to a ':' or the end: one to four hexadecimal digits.
std::optional<std::uint16_t> take_piece(std::string_view& rest) {
  const std::string_view piece = rest.substr(0, std::min<std::size_t>(rest.find_first_of(":."), 4));
  const auto value = piece.empty() ? std::nullopt : parse_number(piece, 16);
  rest.remove_prefix(piece.size());
  return value ? std::optional(static_cast<std::uint16_t>(*value)) : std::nullopt;
}

/// The IPv4 address that may end an IPv6 one: four decimal parts, written without leading zeros.
std::optional<std::uint32_t> parse_embedded(std::string_view text) {
  const bool plain = std::count(text.begin(), text.end(), '.') == 3 &&
                     text.find_first_not_of("0123456789.") == std::string_view::npos && !text.ends_with('.');
  for (std::size_t at = 0; plain && at < text.size(); ++at) {
    const bool begins = at == 0 || text[at - 1] == '.';
    if (begins && text[at] == '0' && at + 1 < text.size() && text[at + 1] != '.') {
      return std::nullopt;
    }
  }
  return plain ? parse_ipv4(text) : std::nullopt;
}

}  // namespace

bool ends_in_number(std::string_view host) {
  host = without_last_dot(host);
  const std::string_view last = host.substr(host.rfind('.') + 1);
  const bool is_decimal = !last.empty() && last.find_first_not_of(digits.substr(0, 10)) == std::string_view::npos;
  return is_decimal || (is_hexadecimal(last) && parse_part(last));
}

std::optional<std::uint32_t> parse_ipv4(std::string_view host) {
  host = without_last_dot(host);
  std::uint64_t address = 0;
  for (int place = 0; place < 4; ++place) {
    const std::size_t dot = host.find('.');
    const auto part = parse_part(host.substr(0, dot));
    const bool is_last = dot == std::string_view::npos;
    const int room = 8 * (4 - place);  // bits that are left
    if (!part || *part >= (is_last ? std::uint64_t{1} << room : 256U)) {
      return std::nullopt;
    }
    address |= is_last ? *part : *part << (room - 8);
    if (is_last) {
      return static_cast<std::uint32_t>(address);
    }
    host.remove_prefix(dot + 1);
  }
  return std::nullopt;
}

std::optional<std::array<std::uint16_t, 8>> parse_ipv6(std::string_view text) {
  std::array<std::uint16_t, 8> pieces{};
  std::size_t count = 0;
  std::optional<std::size_t> gap;  // where "::" stands
  if (text.starts_with("::")) {
    gap = 0;
    text.remove_prefix(2);
  }
  while (!text.empty()) {
    const std::string_view before = text;
    const auto piece = take_piece(text);
    if (!piece || count == pieces.size()) {
      return std::nullopt;
    }
    if (text.starts_with('.')) {
      const auto embedded = parse_embedded(before);
      if (!embedded || count > pieces.size() - 2) {
        return std::nullopt;
      }
      pieces.at(count++) = static_cast<std::uint16_t>(*embedded >> 16U);
      pieces.at(count++) = static_cast<std::uint16_t>(*embedded & 0xFFFFU);
      break;
    }
    pieces.at(count++) = *piece;
    if (text.starts_with("::") && !gap) {
      gap = count;
      text.remove_prefix(2);
    } else if (text.starts_with(':') && text.size() > 1) {
      text.remove_prefix(1);
    } else if (!text.empty()) {
      return std::nullopt;
    }
  }
  if (gap ? count == pieces.size() : count != pieces.size()) {
    return std::nullopt;
  }
  if (gap) {
    std::rotate(pieces.begin() + static_cast<std::ptrdiff_t>(*gap), pieces.begin() + static_cast<std::ptrdiff_t>(count),
                pieces.end());
  }
  return pieces;
}

}  // namespace webhook
