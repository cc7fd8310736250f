// UTF-8, code point by code point.
#include "webhook/utf8.h"

namespace webhook {
namespace {

unsigned char byte_at(std::string_view text, std::size_t position) {
  return static_cast<unsigned char>(text[position]);
}

/// The length a first byte announces; 0 if it cannot be one.
std::size_t announced_size(unsigned char first) {
  if (first < 0x80) {
    return 1;
  }
  if (first >= 0xC2 && first <= 0xDF) {
    return 2;
  }
  if (first >= 0xE0 && first <= 0xEF) {
    return 3;
  }
  return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
}

bool is_scalar(char32_t value, std::size_t size) {
  if (size == 3) {
    return value >= 0x800 && (value < 0xD800 || value > 0xDFFF);
  }
  return size != 4 || (value >= 0x10000 && value <= 0x10FFFF);
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t position) {
  const unsigned char first = byte_at(text, position);
  const std::size_t size = announced_size(first);
  if (size == 1) {
    return {first, 1, true};
  }
  if (size == 0 || size > text.size() - position) {
    return {};
  }
  char32_t value = first & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    const unsigned char next = byte_at(text, position + i);
    if ((next & 0xC0U) != 0x80) {
      return {};
    }
    value = (value << 6U) | (next & 0x3FU);
  }
  return is_scalar(value, size) ? CodePoint{value, size, true} : CodePoint{};
}

void append_code_point(std::string& text, char32_t value) {
  const auto append = [&text](char32_t byte) { text.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (value < 0x80) {
    append(value);
  } else if (value < 0x800) {
    append(0xC0U | (value >> 6U));
    append(0x80U | (value & 0x3FU));
  } else if (value < 0x10000) {
    append(0xE0U | (value >> 12U));
    append(0x80U | ((value >> 6U) & 0x3FU));
    append(0x80U | (value & 0x3FU));
  } else {
    append(0xF0U | (value >> 18U));
    append(0x80U | ((value >> 12U) & 0x3FU));
    append(0x80U | ((value >> 6U) & 0x3FU));
    append(0x80U | (value & 0x3FU));
  }
}

std::string presentable(std::string_view text, std::size_t most_bytes) {
  static constexpr std::string_view ellipsis = "…";
  std::string result;
  std::size_t end_that_leaves_room = 0;
  bool blank_due = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    at += point.size;
    if (point.value <= 0x20 || (point.value >= 0x7F && point.value <= 0xA0)) {
      blank_due = !result.empty();
      continue;
    }
    if (blank_due) {
      result.push_back(' ');
      blank_due = false;
    }
    append_code_point(result, point.value);
    if (result.size() + ellipsis.size() <= most_bytes) {
      end_that_leaves_room = result.size();
    }
    if (result.size() > most_bytes) {
      result.resize(end_that_leaves_room);
      result += ellipsis;
      return result;
    }
  }
  return result;
}

}  // namespace webhook
