// Search as you type. Texts are folded once (case and accents fall away) and kept; a query folds its own words once and
// is then only looked up, byte for byte.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace webhook {

/// UTF-8 text without case and accents, for comparing: Latin with its accents ("É" becomes "e", "ß" "ss", "ø" "o"),
/// Greek and Cyrillic; combining marks and soft hyphens fall away, every kind of white space becomes one blank. All
/// else stays as it is. Bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string fold(std::string_view text);

/// What somebody typed into a search box: words that all have to occur, in any order, anywhere.
class TextQuery {
 public:
  TextQuery() = default;
  explicit TextQuery(std::string_view typed);

  /// Whether every word occurs in `folded`, a text that went through fold(). An empty query fits everything.
  [[nodiscard]] bool matches(std::string_view folded) const;
  [[nodiscard]] bool empty() const { return words_.empty(); }
  /// Folded, longest first.
  [[nodiscard]] const std::vector<std::string>& words() const { return words_; }

 private:
  std::vector<std::string> words_;
};

}  // namespace webhook
