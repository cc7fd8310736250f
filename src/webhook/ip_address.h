// Hosts that are addresses of machines rather than names, in all the notations a server may take for one.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace webhook {

/// Whether the host's last label is a number, so that it can be nothing but an IPv4 address ("ends in a number checker",
/// WHATWG URL, section 3.5).
[[nodiscard]] bool ends_in_number(std::string_view host);

/// An IPv4 address in any notation: decimal, octal (0177), hexadecimal (0x7f), with fewer than four parts (WHATWG URL,
/// "IPv4 parser"). Nothing if it is none.
[[nodiscard]] std::optional<std::uint32_t> parse_ipv4(std::string_view host);

/// An IPv6 address without its brackets, its eight pieces (WHATWG URL, "IPv6 parser"). Nothing if it is none.
[[nodiscard]] std::optional<std::array<std::uint16_t, 8>> parse_ipv6(std::string_view text);

}  // namespace webhook
