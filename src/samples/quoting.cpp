// Any text as a literal of a language.
#include "samples/quoting.h"

#include <array>
#include <cstdint>

namespace samples {
namespace {

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

std::string escaped_control(char c) {
  constexpr std::string_view digits = "0123456789abcdef";
  const auto value = static_cast<unsigned char>(c);
  return std::string("\\u00") + digits[value >> 4U] + digits[value & 0xFU];
}

/// What stands for a character of its own in escaped_literal(), or nothing.
std::string_view named_escape(char c) {
  switch (c) {
    case '"':
      return R"(\")";
    case '\\':
      return R"(\\)";
    case '\n':
      return R"(\n)";
    case '\r':
      return R"(\r)";
    case '\t':
      return R"(\t)";
    default:
      return {};
  }
}

struct Replacement {
  std::string_view from;
  std::string_view to;
};

constexpr std::array<Replacement, 3> line_ends{{
    {"\xC2\x85", R"(\u0085)"},
    {"\xE2\x80\xA8", R"(\u2028)"},
    {"\xE2\x80\xA9", R"(\u2029)"},
}};

/// Those PowerShell takes for an apostrophe: U+2018 to U+201B.
constexpr std::array<std::string_view, 5> apostrophes{"'", "\xE2\x80\x98", "\xE2\x80\x99", "\xE2\x80\x9A",
                                                      "\xE2\x80\x9B"};

}  // namespace

std::string powershell_literal(std::string_view text) {
  std::string result = "'";
  while (!text.empty()) {
    std::size_t size = 1;
    for (const std::string_view apostrophe : apostrophes) {
      if (text.starts_with(apostrophe)) {
        size = apostrophe.size();
        result += apostrophe;  // doubled, it stands for itself
        break;
      }
    }
    result += text.substr(0, size);
    text.remove_prefix(size);
  }
  return result + "'";
}

std::string php_literal(std::string_view text) {
  std::string result = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') {
      result += '\\';
    }
    result += c;
  }
  return result + "'";
}

std::string escaped_literal(std::string_view text) {
  std::string result = "\"";
  while (!text.empty()) {
    const char c = text.front();
    std::size_t size = 1;
    if (const std::string_view escape = named_escape(c); !escape.empty()) {
      result += escape;
    } else if (is_control(c)) {
      result += escaped_control(c);
    } else {
      std::string_view written = text.substr(0, 1);
      for (const Replacement& end : line_ends) {
        if (text.starts_with(end.from)) {
          written = end.to;
          size = end.from.size();
        }
      }
      result += written;
    }
    text.remove_prefix(size);
  }
  return result + "\"";
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string result;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::string_view group = bytes.substr(at, 3);
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      bits = bits << 8U | (i < group.size() ? static_cast<unsigned char>(group[i]) : 0U);
    }
    for (std::size_t i = 0; i < 4; ++i) {
      result += i <= group.size() ? digits[bits >> (18 - 6 * i) & 0x3FU] : '=';
    }
  }
  return result;
}

}  // namespace samples
