// Reads JSON as text, without interpreting more than is asked for.
#include "webhook/json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

#include "language/text.h"
#include "webhook/utf8.h"

namespace webhook {
namespace {

using language::key;
using language::translate;

constexpr std::size_t deepest = 256;
constexpr std::size_t quoted_most = 60;

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether a byte may stand in a string without a closer look.
constexpr std::array<bool, 256> make_plain_bytes() {
  std::array<bool, 256> plain{};
  for (std::size_t byte = 0x20; byte < 0x80; ++byte) {
    plain[byte] = byte != '"' && byte != '\\';
  }
  return plain;
}
constexpr std::array<bool, 256> plain_bytes = make_plain_bytes();

std::optional<char32_t> hex_value(std::string_view four_digits) {
  if (four_digits.size() != 4) {
    return std::nullopt;
  }
  unsigned value = 0;
  const auto [end, error] = std::from_chars(four_digits.data(), four_digits.data() + 4, value, 16);
  if (error != std::errc() || end != four_digits.data() + 4) {
    return std::nullopt;
  }
  return static_cast<char32_t>(value);
}

bool is_high_surrogate(char32_t value) { return value >= 0xD800 && value <= 0xDBFF; }
bool is_low_surrogate(char32_t value) { return value >= 0xDC00 && value <= 0xDFFF; }

/// Reads the \uXXXX at the front of `text`, and a second one if both make a pair; takes them off.
char32_t take_unicode_escape(std::string_view& text) {
  const char32_t first = hex_value(text.substr(2, 4)).value_or(replacement_character);
  text.remove_prefix(std::min<std::size_t>(6, text.size()));
  if (is_high_surrogate(first) && text.substr(0, 2) == "\\u") {
    const char32_t second = hex_value(text.substr(2, 4)).value_or(0);
    if (is_low_surrogate(second)) {
      text.remove_prefix(6);
      return 0x10000 + ((first - 0xD800) << 10U) + (second - 0xDC00);
    }
  }
  return is_high_surrogate(first) || is_low_surrogate(first) ? replacement_character : first;
}

char unescaped(char letter) {
  switch (letter) {
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return letter;
  }
}

template <typename Number>
std::optional<Number> whole(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) {
    return std::nullopt;
  }
  return value;
}

}  // namespace

JsonKind kind_of_json(std::string_view raw) {
  if (raw.empty()) {
    return JsonKind::none;
  }
  switch (raw.front()) {
    case '{':
      return JsonKind::object;
    case '[':
      return JsonKind::array;
    case '"':
      return JsonKind::string;
    case 't':
    case 'f':
      return JsonKind::boolean;
    case 'n':
      return JsonKind::null;
    default:
      return raw.front() == '-' || is_digit(raw.front()) ? JsonKind::number : JsonKind::none;
  }
}

void JsonScanner::skip_space() {
  while (position_ < text_.size() && is_space(text_[position_])) {
    ++position_;
  }
}

bool JsonScanner::fail(std::string_view reason) {
  if (!error_) {
    error_ = JsonError{position_, std::string(translate(reason))};
  }
  return false;
}

JsonKind JsonScanner::peek() {
  if (error_) {
    return JsonKind::none;
  }
  skip_space();
  return kind_of_json(text_.substr(position_));
}

bool JsonScanner::enter_object() {
  if (peek() != JsonKind::object) {
    return false;
  }
  ++position_;
  first_ = true;
  return true;
}

bool JsonScanner::enter_array() {
  if (peek() != JsonKind::array) {
    return false;
  }
  ++position_;
  first_ = true;
  return true;
}

bool JsonScanner::next(char closer) {
  if (error_) {
    return false;
  }
  skip_space();
  if (position_ == text_.size()) {
    return fail(closer == '}' ? key("an object is not closed") : key("a list is not closed"));
  }
  const bool first = first_;
  first_ = false;
  if (text_[position_] == closer) {
    ++position_;
    return false;
  }
  if (first) {
    return true;
  }
  if (text_[position_] != ',') {
    return fail(key("a comma is missing"));
  }
  ++position_;
  return true;
}

bool JsonScanner::next_element() { return next(']'); }

bool JsonScanner::next_member(std::string_view& raw_name) {
  if (!next('}')) {
    return false;
  }
  skip_space();
  const std::size_t begin = position_;
  if (position_ == text_.size() || text_[position_] != '"') {
    return fail(key("the name of a member is missing"));
  }
  if (!scan_string()) {
    return false;
  }
  raw_name = text_.substr(begin, position_ - begin);
  skip_space();
  if (position_ == text_.size() || text_[position_] != ':') {
    return fail(key("a colon is missing"));
  }
  ++position_;
  return true;
}

std::string_view JsonScanner::value() {
  const JsonKind kind = peek();
  const std::size_t begin = position_;
  const bool nested = kind == JsonKind::object || kind == JsonKind::array;
  if (error_ || !(nested ? scan_nested() : scan_scalar())) {
    return {};
  }
  return text_.substr(begin, position_ - begin);
}

bool JsonScanner::at_end() {
  if (error_) {
    return false;
  }
  skip_space();
  return position_ == text_.size() || fail(key("something follows the end"));
}

// Keeps its own stack, so that no input can exhaust the program's.
bool JsonScanner::scan_nested() {
  std::array<bool, deepest> in_object{};
  std::size_t depth = 0;
  do {
    const JsonKind kind = peek();
    if (kind == JsonKind::object || kind == JsonKind::array) {
      if (depth == deepest) {
        return fail(key("it is nested too deeply"));
      }
      in_object[depth] = kind == JsonKind::object ? enter_object() : !enter_array();
      ++depth;
    } else if (!scan_scalar()) {
      return false;
    }
    std::string_view name;
    while (depth > 0 && !(in_object[depth - 1] ? next_member(name) : next_element())) {
      if (error_) {
        return false;
      }
      --depth;
    }
  } while (depth > 0);
  return true;
}

bool JsonScanner::scan_scalar() {
  switch (kind_of_json(text_.substr(position_))) {
    case JsonKind::string:
      return scan_string();
    case JsonKind::number:
      return scan_number();
    case JsonKind::null:
      return scan_word("null");
    case JsonKind::boolean:
      return scan_word(text_[position_] == 't' ? "true" : "false");
    default:
      return fail(key("a value is missing"));
  }
}

bool JsonScanner::scan_word(std::string_view word) {
  if (text_.substr(position_, word.size()) != word) {
    return fail(key("a value is misspelt"));
  }
  position_ += word.size();
  return true;
}

bool JsonScanner::scan_string() {
  ++position_;
  for (;;) {
    while (position_ < text_.size() && plain_bytes[static_cast<unsigned char>(text_[position_])]) {
      ++position_;
    }
    if (position_ == text_.size()) {
      return fail(key("a text is not closed"));
    }
    const char c = text_[position_];
    if (c == '"') {
      ++position_;
      return true;
    }
    if (c == '\\') {
      if (!scan_escape()) {
        return false;
      }
    } else if (static_cast<unsigned char>(c) < 0x20) {
      return fail(key("a text contains a control character"));
    } else {
      const CodePoint point = code_point_at(text_, position_);
      if (!point.valid) {
        return fail(key("a text contains bytes that are no letters (not UTF-8)"));
      }
      position_ += point.size;
    }
  }
}

bool JsonScanner::scan_escape() {
  const std::string_view rest = text_.substr(position_ + 1);
  if (!rest.empty() && rest.front() == 'u') {
    if (!hex_value(rest.substr(1, 4))) {
      return fail(key("a text contains a broken \\u escape"));
    }
    position_ += 6;
    return true;
  }
  if (rest.empty() || std::string_view("\"\\/bfnrt").find(rest.front()) == std::string_view::npos) {
    return fail(key("a text contains a broken escape"));
  }
  position_ += 2;
  return true;
}

bool JsonScanner::digits() {
  const std::size_t begin = position_;
  while (position_ < text_.size() && is_digit(text_[position_])) {
    ++position_;
  }
  return position_ > begin || fail(key("a number lacks a digit"));
}

bool JsonScanner::scan_number() {
  const auto next_is = [this](std::string_view any_of) {
    return position_ < text_.size() && any_of.find(text_[position_]) != std::string_view::npos;
  };
  if (next_is("-")) {
    ++position_;
  }
  if (next_is("0")) {
    ++position_;
    if (next_is("0123456789")) {
      return fail(key("a number begins with 0"));
    }
  } else if (!digits()) {
    return false;
  }
  if (next_is(".")) {
    ++position_;
    if (!digits()) {
      return false;
    }
  }
  if (next_is("eE")) {
    ++position_;
    if (next_is("+-")) {
      ++position_;
    }
    return digits();
  }
  return true;
}

std::optional<JsonError> find_json_error(std::string_view text) {
  JsonScanner scanner(text);
  if (scanner.value().empty() || !scanner.at_end()) {
    return scanner.error();
  }
  return std::nullopt;
}

std::optional<std::string> read_json_string(std::string_view raw) {
  if (raw.size() < 2 || raw.front() != '"' || raw.back() != '"') {
    return std::nullopt;
  }
  std::string_view rest = raw.substr(1, raw.size() - 2);
  std::string result;
  for (;;) {
    const std::size_t escape = rest.find('\\');
    result.append(rest.substr(0, escape));
    if (escape == std::string_view::npos || escape + 1 == rest.size()) {
      return result;
    }
    rest.remove_prefix(escape);
    if (rest[1] == 'u') {
      append_code_point(result, take_unicode_escape(rest));
    } else {
      result.push_back(unescaped(rest[1]));
      rest.remove_prefix(2);
    }
  }
}

std::string_view json_name(std::string_view raw_name, std::string& scratch) {
  if (raw_name.find('\\') != std::string_view::npos) {
    scratch = read_json_string(raw_name).value_or(std::string());
    return scratch;
  }
  return raw_name.size() < 2 ? std::string_view() : raw_name.substr(1, raw_name.size() - 2);
}

// Decimal digits are shifted as text: a detour over floating point would round.
std::optional<std::int64_t> read_json_integer(std::string_view raw) {
  if (kind_of_json(raw) != JsonKind::number) {
    return std::nullopt;
  }
  if (const auto value = whole<std::int64_t>(raw)) {
    return value;
  }
  const std::size_t exponent_at = std::min(raw.find_first_of("eE"), raw.size());
  std::string digits(raw.substr(0, exponent_at));
  std::int64_t shift = 0;
  if (const std::size_t point = digits.find('.'); point != std::string::npos) {
    shift = static_cast<std::int64_t>(point + 1) - static_cast<std::int64_t>(digits.size());
    digits.erase(point, 1);
  }
  const std::size_t last = digits.find_last_of("123456789");
  if (last == std::string::npos) {
    return 0;
  }
  shift += static_cast<std::int64_t>(digits.size() - last - 1);
  digits.resize(last + 1);
  if (exponent_at < raw.size()) {
    std::string_view exponent = raw.substr(exponent_at + 1);
    exponent.remove_prefix(exponent.starts_with('+') ? 1 : 0);
    const auto value = whole<std::int32_t>(exponent);
    if (!value) {
      return std::nullopt;
    }
    shift += *value;
  }
  if (shift < 0 || shift > 18) {
    return std::nullopt;
  }
  digits.append(static_cast<std::size_t>(shift), '0');
  return whole<std::int64_t>(digits);
}

std::optional<bool> read_json_boolean(std::string_view raw) {
  if (raw == "true") {
    return true;
  }
  if (raw == "false") {
    return false;
  }
  return std::nullopt;
}

std::string describe_json(std::string_view raw) {
  switch (kind_of_json(raw)) {
    case JsonKind::object:
      return std::string(translate("an object"));
    case JsonKind::array:
      return std::string(translate("a list"));
    case JsonKind::string:
      return translate("the text “{0}”", presentable(read_json_string(raw).value_or(std::string()), quoted_most));
    case JsonKind::number:
      return translate("the number {0}", presentable(raw, quoted_most));
    case JsonKind::boolean:
      return raw.front() == 't' ? "true" : "false";
    case JsonKind::null:
      return "null";
    case JsonKind::none:
      break;
  }
  return std::string(translate("nothing"));
}

std::string json_string(std::string_view text) {
  return nlohmann::ordered_json(text).dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace webhook
