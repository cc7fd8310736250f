// Reads JSON as text (RFC 8259), without interpreting more than is asked for: digits, escapes and order stay as they
// came. The text has to be UTF-8 and at most 256 levels deep.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace webhook {

enum class JsonKind : std::uint8_t { object, array, string, number, boolean, null, none };

/// The kind of a value by the first character of its text; `none` if no JSON value starts so.
[[nodiscard]] JsonKind kind_of_json(std::string_view raw);

struct JsonError {
  std::size_t offset = 0;  // in bytes
  std::string reason;      // half a sentence, e.g. "a value is missing"
};

/// Goes through a JSON text once, from front to back. After the first error every function returns "no" or nothing.
class JsonScanner {
 public:
  /// `text` has to outlive the scanner and every view it gives out.
  explicit JsonScanner(std::string_view text) : text_(text) {}

  /// The kind of the value that comes next, without taking it.
  [[nodiscard]] JsonKind peek();
  /// Takes '{'. False, with nothing taken, if the next value is not an object.
  [[nodiscard]] bool enter_object();
  /// Takes the name of the next member, with its quotes and escapes, up to its value; or the closing '}' and says no.
  [[nodiscard]] bool next_member(std::string_view& raw_name);
  /// Takes '['. False, with nothing taken, if the next value is not an array.
  [[nodiscard]] bool enter_array();
  /// Goes to the next element, or takes the closing ']' and says no.
  [[nodiscard]] bool next_element();
  /// Takes a whole value and gives its text, or an empty text at an error.
  [[nodiscard]] std::string_view value();
  /// Whether only white space is left and there was no error.
  [[nodiscard]] bool at_end();

  [[nodiscard]] const std::optional<JsonError>& error() const { return error_; }
  [[nodiscard]] std::size_t offset() const { return position_; }

 private:
  void skip_space();
  bool fail(std::string_view reason);
  bool next(char closer);
  bool scan_nested();
  bool scan_scalar();
  bool scan_string();
  bool scan_escape();
  bool scan_number();
  bool digits();
  bool scan_word(std::string_view word);

  std::string_view text_;
  std::size_t position_ = 0;
  bool first_ = false;  // no comma is due before the next member or element
  std::optional<JsonError> error_;
};

/// What is wrong with a JSON text, or nothing.
[[nodiscard]] std::optional<JsonError> find_json_error(std::string_view text);

/// The text a JSON string stands for; nothing if `raw` is no string. A lone surrogate becomes U+FFFD.
[[nodiscard]] std::optional<std::string> read_json_string(std::string_view raw);

/// The name of a member without quotes and escapes; kept in `scratch` if it cannot be a view into `raw_name`.
[[nodiscard]] std::string_view json_name(std::string_view raw_name, std::string& scratch);

/// The value of a JSON number that is whole and fits, also when written 12.0 or 1e3; else nothing.
[[nodiscard]] std::optional<std::int64_t> read_json_integer(std::string_view raw);

[[nodiscard]] std::optional<bool> read_json_boolean(std::string_view raw);

/// A value in a few words for an error message, e.g. "the number 12", "the text “abc…”", "a list".
[[nodiscard]] std::string describe_json(std::string_view raw);

/// `text` as a JSON string. Bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string json_string(std::string_view text);

}  // namespace webhook
