// UTF-8 (RFC 3629), code point by code point.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace webhook {

inline constexpr char32_t replacement_character = 0xFFFD;

struct CodePoint {
  char32_t value = replacement_character;
  std::size_t size = 1;  // in bytes
  bool valid = false;
};

/// The code point at `position`, which has to be inside `text`. What is not UTF-8 counts as U+FFFD, one byte long.
[[nodiscard]] CodePoint code_point_at(std::string_view text, std::size_t position);

/// `value` has to be a Unicode scalar value: up to 0x10FFFF and no surrogate.
void append_code_point(std::string& text, char32_t value);

/// Text from anywhere made fit for a sentence: valid UTF-8, control characters as blanks, runs of blanks as one, none
/// at either end, and at most `most_bytes` long, with "…" at the end if it was longer.
[[nodiscard]] std::string presentable(std::string_view text, std::size_t most_bytes);

}  // namespace webhook
