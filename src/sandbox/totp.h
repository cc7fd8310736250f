// Time-based one-time passwords (RFC 6238 on RFC 4226, with HMAC-SHA-1, six digits, steps of 30 seconds). Written out
// because nothing in a WebAssembly without OpenSSL offers it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "sandbox/state.h"

namespace sandbox {

/// SHA-1 (FIPS 180-4).
[[nodiscard]] std::array<std::uint8_t, 20> sha1(std::string_view message);

/// HMAC-SHA-1 (RFC 2104).
[[nodiscard]] std::array<std::uint8_t, 20> hmac_sha1(std::string_view key, std::string_view message);

/// Decodes Base32 (RFC 4648) up to the first character that is none.
[[nodiscard]] std::string decode_base32(std::string_view text);

/// The code for a secret (in bytes) at a moment, with leading zeros. `digits` is 1 to 9.
[[nodiscard]] std::string totp(std::string_view secret, Moment now, int digits = 6);

/// Whether `code` is right now, or was or will be within one step: clocks differ.
[[nodiscard]] bool totp_matches(std::string_view secret, std::string_view code, Moment now);

}  // namespace sandbox
