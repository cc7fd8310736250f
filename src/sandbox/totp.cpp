// SHA-1, HMAC and TOTP after their standards.
#include "sandbox/totp.h"

#include <bit>

namespace sandbox {

namespace {

constexpr std::size_t block_size = 64;
constexpr std::chrono::seconds step{30};

using Digest = std::array<std::uint32_t, 5>;

std::uint32_t byte_at(std::string_view text, std::size_t index) { return static_cast<std::uint8_t>(text[index]); }

void add_block(Digest& digest, std::string_view block) {
  std::array<std::uint32_t, 80> words{};
  for (std::size_t i = 0; i < 16; ++i) {
    words[i] = byte_at(block, 4 * i) << 24U | byte_at(block, 4 * i + 1) << 16U | byte_at(block, 4 * i + 2) << 8U |
               byte_at(block, 4 * i + 3);
  }
  for (std::size_t i = 16; i < 80; ++i) {
    words[i] = std::rotl(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
  }
  auto [a, b, c, d, e] = digest;
  for (std::size_t i = 0; i < 80; ++i) {
    std::uint32_t mixed = 0;
    if (i < 20) {
      mixed = ((b & c) | (~b & d)) + 0x5a827999U;
    } else if (i < 40) {
      mixed = (b ^ c ^ d) + 0x6ed9eba1U;
    } else if (i < 60) {
      mixed = ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdcU;
    } else {
      mixed = (b ^ c ^ d) + 0xca62c1d6U;
    }
    const std::uint32_t next = std::rotl(a, 5) + mixed + e + words[i];
    e = d;
    d = c;
    c = std::rotl(b, 30);
    b = a;
    a = next;
  }
  digest = {digest[0] + a, digest[1] + b, digest[2] + c, digest[3] + d, digest[4] + e};
}

void append_big_endian(std::string& text, std::uint64_t number) {
  for (unsigned shift = 64; shift > 0; shift -= 8) {
    text += static_cast<char>(number >> (shift - 8U));
  }
}

std::string_view as_text(const std::array<std::uint8_t, 20>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

std::array<std::uint8_t, 20> sha1(std::string_view message) {
  Digest digest{0x67452301U, 0xefcdab89U, 0x98badcfeU, 0x10325476U, 0xc3d2e1f0U};
  std::string padded(message);
  padded += '\x80';
  while (padded.size() % block_size != block_size - 8) {
    padded += '\0';
  }
  append_big_endian(padded, std::uint64_t{message.size()} * 8);
  for (std::size_t start = 0; start < padded.size(); start += block_size) {
    add_block(digest, std::string_view(padded).substr(start, block_size));
  }
  std::array<std::uint8_t, 20> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    bytes[i] = static_cast<std::uint8_t>(digest[i / 4] >> (24U - 8U * (i % 4)));
  }
  return bytes;
}

std::array<std::uint8_t, 20> hmac_sha1(std::string_view key, std::string_view message) {
  std::string inner(key.size() > block_size ? as_text(sha1(key)) : key);
  inner.resize(block_size, '\0');
  std::string outer = inner;
  for (std::size_t i = 0; i < block_size; ++i) {
    inner[i] = static_cast<char>(inner[i] ^ 0x36);
    outer[i] = static_cast<char>(outer[i] ^ 0x5c);
  }
  inner += message;
  outer += as_text(sha1(inner));
  return sha1(outer);
}

std::string decode_base32(std::string_view text) {
  std::string result;
  std::uint32_t bits = 0;
  unsigned count = 0;
  for (const char character : text) {
    const std::size_t value = std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").find(character);
    if (value == std::string_view::npos) {
      break;
    }
    bits = bits << 5U | static_cast<std::uint32_t>(value);
    count += 5;
    if (count >= 8) {
      count -= 8;
      result += static_cast<char>(bits >> count);
    }
  }
  return result;
}

std::string totp(std::string_view secret, Moment now, int digits) {
  std::string counter;
  append_big_endian(
      counter, static_cast<std::uint64_t>(std::chrono::floor<std::chrono::seconds>(now).time_since_epoch() / step));
  const auto hash = hmac_sha1(secret, counter);
  const std::size_t offset = hash[19] & 0x0fU;
  std::uint32_t number = (hash[offset] & 0x7fU) << 24U | static_cast<std::uint32_t>(hash[offset + 1] << 16U) |
                         static_cast<std::uint32_t>(hash[offset + 2] << 8U) | hash[offset + 3];
  std::string code(static_cast<std::size_t>(digits), '0');
  for (auto digit = code.rbegin(); digit != code.rend(); ++digit) {
    *digit = static_cast<char>('0' + number % 10);
    number /= 10;
  }
  return code;
}

bool totp_matches(std::string_view secret, std::string_view code, Moment now) {
  return code == totp(secret, now) || code == totp(secret, now - step) || code == totp(secret, now + step);
}

}  // namespace sandbox
