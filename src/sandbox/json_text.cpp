// A JSON scanner that finds the ends of values, and a writer.
#include "sandbox/json_text.h"

#include <algorithm>
#include <charconv>

namespace sandbox {

namespace {

constexpr int deepest = 64;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Length of the UTF-8 sequence (RFC 3629) at the start of `text`, or 0 if there is none.
std::size_t utf8_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto continues = [&](std::size_t i) { return (byte(i) & 0xc0U) == 0x80U; };
  const unsigned first = byte(0);
  if (first < 0x80) {
    return 1;
  }
  if (first >= 0xc2 && first < 0xe0) {
    return continues(1) ? 2 : 0;
  }
  const unsigned second = byte(1);
  if (first >= 0xe0 && first < 0xf0) {
    const bool overlong = first == 0xe0 && second < 0xa0;
    const bool surrogate = first == 0xed && second >= 0xa0;
    return continues(1) && continues(2) && !overlong && !surrogate ? 3 : 0;
  }
  if (first >= 0xf0 && first < 0xf5) {
    const bool overlong = first == 0xf0 && second < 0x90;
    const bool too_high = first == 0xf4 && second >= 0x90;
    return continues(1) && continues(2) && continues(3) && !overlong && !too_high ? 4 : 0;
  }
  return 0;
}

void append_utf8(std::string& out, std::uint32_t code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
    return;
  }
  if (code < 0x800) {
    out += static_cast<char>(0xc0U | code >> 6U);
  } else if (code < 0x10000) {
    out += static_cast<char>(0xe0U | code >> 12U);
    out += static_cast<char>(0x80U | (code >> 6U & 0x3fU));
  } else {
    out += static_cast<char>(0xf0U | code >> 18U);
    out += static_cast<char>(0x80U | (code >> 12U & 0x3fU));
    out += static_cast<char>(0x80U | (code >> 6U & 0x3fU));
  }
  out += static_cast<char>(0x80U | (code & 0x3fU));
}

// Walks over JSON text. Each function moves past one thing and says whether it was there.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  [[nodiscard]] bool at_end() const { return position_ == text_.size(); }
  [[nodiscard]] std::size_t position() const { return position_; }
  [[nodiscard]] char peek() const { return at_end() ? '\0' : text_[position_]; }

  bool skip(std::string_view expected) {
    if (!text_.substr(position_).starts_with(expected)) {
      return false;
    }
    position_ += expected.size();
    return true;
  }

  void skip_space() {
    while (!at_end() && std::string_view(" \t\r\n").find(peek()) != std::string_view::npos) {
      ++position_;
    }
  }

  // Decodes into `out` unless that is null.
  bool skip_string(std::string* out) {
    if (!skip("\"")) {
      return false;
    }
    while (!at_end()) {
      if (skip("\"")) {
        return true;
      }
      if (peek() == '\\') {
        if (!skip_escape(out)) {
          return false;
        }
        continue;
      }
      const std::size_t length = utf8_length(text_.substr(position_));
      if (length == 0 || static_cast<unsigned char>(peek()) < 0x20) {
        return false;
      }
      if (out != nullptr) {
        out->append(text_.substr(position_, length));
      }
      position_ += length;
    }
    return false;
  }

  bool skip_value(int depth) {
    skip_space();
    switch (peek()) {
      case '{':
        return skip_container(depth, '}');
      case '[':
        return skip_container(depth, ']');
      case '"':
        return skip_string(nullptr);
      case 't':
        return skip("true");
      case 'f':
        return skip("false");
      case 'n':
        return skip("null");
      default:
        return skip_number();
    }
  }

 private:
  bool skip_container(int depth, char closing) {
    ++position_;
    skip_space();
    if (peek() == closing) {
      ++position_;
      return true;
    }
    while (depth < deepest) {
      skip_space();
      if (closing == '}' && !(skip_string(nullptr) && (skip_space(), skip(":")))) {
        return false;
      }
      if (!skip_value(depth + 1)) {
        return false;
      }
      skip_space();
      if (skip(std::string_view(&closing, 1))) {
        return true;
      }
      if (!skip(",")) {
        return false;
      }
    }
    return false;
  }

  bool skip_digits() {
    const std::size_t start = position_;
    while (is_digit(peek())) {
      ++position_;
    }
    return position_ > start;
  }

  bool skip_number() {
    skip("-");
    if (!skip("0") && !skip_digits()) {
      return false;
    }
    if (skip(".") && !skip_digits()) {
      return false;
    }
    if (skip("e") || skip("E")) {
      if (!skip("+")) {
        skip("-");
      }
      return skip_digits();
    }
    return true;
  }

  bool skip_escape(std::string* out) {
    ++position_;
    if (skip("u")) {
      return skip_code_point(out);
    }
    constexpr std::string_view letters = "\"\\/bfnrt";
    const std::size_t index = at_end() ? std::string_view::npos : letters.find(peek());
    if (index == std::string_view::npos) {
      return false;
    }
    ++position_;
    if (out != nullptr) {
      *out += "\"\\/\b\f\n\r\t"[index];
    }
    return true;
  }

  bool skip_code_unit(std::uint32_t& unit) {
    const std::string_view digits = text_.substr(position_, 4);
    position_ += digits.size();
    return digits.size() == 4 && std::from_chars(digits.data(), digits.data() + 4, unit, 16).ptr == digits.data() + 4;
  }

  bool skip_code_point(std::string* out) {
    std::uint32_t code = 0;
    if (!skip_code_unit(code)) {
      return false;
    }
    constexpr std::uint32_t replacement = 0xfffd;
    if (code >= 0xd800 && code < 0xe000) {
      std::uint32_t low = 0;
      const std::size_t before = position_;
      if (code < 0xdc00 && skip("\\u") && skip_code_unit(low) && low >= 0xdc00 && low < 0xe000) {
        code = 0x10000 + ((code - 0xd800) << 10U) + (low - 0xdc00);
      } else {
        position_ = before;
        code = replacement;
      }
    }
    if (out != nullptr) {
      append_utf8(*out, code);
    }
    return true;
  }

  std::string_view text_;
  std::size_t position_ = 0;
};

void set_member(std::vector<RawMember>& members, std::string name, std::string_view json) {
  const auto same = std::find_if(members.begin(), members.end(), [&](const RawMember& m) { return m.name == name; });
  if (same != members.end()) {
    same->json = json;
  } else {
    members.push_back({std::move(name), std::string(json)});
  }
}

}  // namespace

std::optional<std::vector<RawMember>> split_object(std::string_view json) {
  Scanner scanner(json);
  std::vector<RawMember> members;
  scanner.skip_space();
  if (!scanner.skip("{")) {
    return std::nullopt;
  }
  scanner.skip_space();
  bool more = !scanner.skip("}");
  while (more) {
    std::string name;
    scanner.skip_space();
    if (!scanner.skip_string(&name)) {
      return std::nullopt;
    }
    scanner.skip_space();
    if (!scanner.skip(":")) {
      return std::nullopt;
    }
    scanner.skip_space();
    const std::size_t start = scanner.position();
    if (!scanner.skip_value(1)) {
      return std::nullopt;
    }
    set_member(members, std::move(name), json.substr(start, scanner.position() - start));
    scanner.skip_space();
    more = scanner.skip(",");
    if (!more && !scanner.skip("}")) {
      return std::nullopt;
    }
  }
  scanner.skip_space();
  return scanner.at_end() ? std::optional(std::move(members)) : std::nullopt;
}

std::optional<std::string> read_string(std::string_view json) {
  Scanner scanner(json);
  std::string text;
  if (!scanner.skip_string(&text) || !scanner.at_end()) {
    return std::nullopt;
  }
  return text;
}

std::string quote(std::string_view text) {
  std::string result = "\"";
  for (const char character : text) {
    const auto code = static_cast<unsigned char>(character);
    if (character == '"' || character == '\\') {
      result += '\\';
      result += character;
    } else if (character == '\n') {
      result += "\\n";
    } else if (code < 0x20) {
      result += "\\u00";
      result += "0123456789abcdef"[code >> 4U];
      result += "0123456789abcdef"[code & 15U];
    } else {
      result += character;
    }
  }
  result += '"';
  return result;
}

ObjectWriter& ObjectWriter::json(std::string_view name, std::string_view json) {
  if (text_.size() > 1) {
    text_ += ',';
  }
  text_ += quote(name);
  text_ += ':';
  text_ += json;
  return *this;
}

ObjectWriter& ObjectWriter::text_or_null(std::string_view name, const std::optional<std::string>& value) {
  return value ? text(name, *value) : null(name);
}

std::string ObjectWriter::take() {
  text_ += '}';
  return std::move(text_);
}

std::string array_of(const std::vector<std::string>& items) {
  std::string result = "[";
  for (const std::string& item : items) {
    if (result.size() > 1) {
      result += ',';
    }
    result += item;
  }
  result += ']';
  return result;
}

}  // namespace sandbox
