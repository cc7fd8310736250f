// JSON as text: split without interpreting, so that what is not understood can be given back as it came, and written
// without building a tree.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sandbox/state.h"

namespace sandbox {

/// The members of a JSON object (RFC 8259, UTF-8, at most 64 levels deep) with their values as text, without the white
/// space around them. Of a name given twice the last value counts. Nothing if the text is anything else.
[[nodiscard]] std::optional<std::vector<RawMember>> split_object(std::string_view json);

/// The text a JSON string stands for, or nothing if `json` is not exactly a string.
[[nodiscard]] std::optional<std::string> read_string(std::string_view json);

/// `text` as a JSON string.
[[nodiscard]] std::string quote(std::string_view text);

/// Writes one JSON object, member by member.
class ObjectWriter {
 public:
  ObjectWriter& json(std::string_view name, std::string_view json);
  ObjectWriter& text(std::string_view name, std::string_view value) { return json(name, quote(value)); }
  ObjectWriter& text_or_null(std::string_view name, const std::optional<std::string>& value);
  ObjectWriter& number(std::string_view name, std::int64_t value) { return json(name, std::to_string(value)); }
  ObjectWriter& boolean(std::string_view name, bool value) { return json(name, value ? "true" : "false"); }
  ObjectWriter& null(std::string_view name) { return json(name, "null"); }

  /// The object; call once, at the end.
  [[nodiscard]] std::string take();

 private:
  std::string text_ = "{";
};

/// `items`, each JSON text, as a JSON array.
[[nodiscard]] std::string array_of(const std::vector<std::string>& items);

}  // namespace sandbox
