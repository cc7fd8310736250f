// Stepping through UTF-8.
#include "gui/utf8.h"

#include <cstdint>

namespace gui {

namespace {

constexpr char32_t replacement = 0xFFFD;

unsigned int byte_at(std::string_view text, std::size_t at) { return static_cast<std::uint8_t>(text[at]); }

bool is_continuation(std::string_view text, std::size_t at) {
  return at < text.size() && (byte_at(text, at) & 0xC0U) == 0x80U;
}

// The bytes of the code point at `at`; 1 for bytes that are no UTF-8.
std::size_t length_at(std::string_view text, std::size_t at) {
  const unsigned int first = byte_at(text, at);
  std::size_t length = 1;
  if (first >= 0xF0U && first < 0xF8U) {
    length = 4;
  } else if (first >= 0xE0U && first < 0xF0U) {
    length = 3;
  } else if (first >= 0xC0U && first < 0xE0U) {
    length = 2;
  }
  for (std::size_t next = 1; next < length; ++next) {
    if (!is_continuation(text, at + next)) {
      return 1;
    }
  }
  return length;
}

}  // namespace

std::size_t next_code_point(std::string_view text, std::size_t at) {
  return at >= text.size() ? text.size() : at + length_at(text, at);
}

std::size_t previous_code_point(std::string_view text, std::size_t at) {
  if (at == 0) {
    return 0;
  }
  for (std::size_t back = 1; back <= 4 && back <= at; ++back) {
    if (!is_continuation(text, at - back)) {
      return next_code_point(text, at - back) == at ? at - back : at - 1;
    }
  }
  return at - 1;
}

char32_t code_point_at(std::string_view text, std::size_t at) {
  const unsigned int first = byte_at(text, at);
  const std::size_t length = length_at(text, at);
  if (length == 1) {
    return first < 0x80U ? first : replacement;
  }
  char32_t value = first & (0xFFU >> (length + 1));
  for (std::size_t next = 1; next < length; ++next) {
    value = (value << 6U) | (byte_at(text, at + next) & 0x3FU);
  }
  return value;
}

}  // namespace gui
