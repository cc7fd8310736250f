// The words on the screen, in the user's language. They stand in the code in English, where they are used, and are looked
// up when they are shown: English needs no catalogue, and a text that a catalogue does not have stays English.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace language {

/// The category of plural a number takes, as CLDR names them: "one", "other", and in some languages more.
using PluralCategory = std::function<std::string(std::int64_t number)>;

/// The texts of one language.
class Catalogue {
 public:
  /// `texts` holds pairs, each part ended by a zero byte: a text as the code has it, and its translation. The forms of
  /// a plural are pairs of their own, their first part being the English plural, U+001F and the category. What is left
  /// over at the end without a second part is not used.
  Catalogue(std::string texts, PluralCategory category);
  Catalogue(const Catalogue&) = delete;
  Catalogue& operator=(const Catalogue&) = delete;

  [[nodiscard]] std::optional<std::string_view> find(std::string_view english) const;
  /// The form for `number`, else that for "other", else nothing.
  [[nodiscard]] std::optional<std::string_view> find_plural(std::int64_t number, std::string_view other) const;

 private:
  std::string texts_;
  std::unordered_map<std::string_view, std::string_view> translations_;
  PluralCategory category_;
};

/// From now on texts are those of `catalogue`; with null they are English. What was looked up before stays valid. The
/// one thing of the process that this layer keeps, as the locale of C is kept: set from outside, only between events.
void speak(std::unique_ptr<const Catalogue> catalogue);

/// The translation of a text. The result lives as long as the program, or as `english` if there is none.
[[nodiscard]] std::string_view translate(std::string_view english);

/// `pattern` with {0}, {1} … replaced by `arguments`. A number without its argument stays as it is.
[[nodiscard]] std::string filled(std::string_view pattern, std::initializer_list<std::string_view> arguments);

/// The translation of a sentence with {0}, {1} … in it, filled in.
template <typename... Arguments>
requires(sizeof...(Arguments) > 0) [[nodiscard]] std::string
    translate(std::string_view english, const Arguments&... arguments) {
  return filled(translate(english), {std::string_view(arguments)...});
}

/// The form a number takes: in English `one` for 1, else `other`.
[[nodiscard]] std::string_view plural(std::int64_t number, std::string_view one, std::string_view other);

/// A text that depends on a number, filled in. The number itself is among the arguments, written as it shall be seen.
template <typename... Arguments>
[[nodiscard]] std::string counted(std::int64_t number, std::string_view one, std::string_view other,
                                  const Arguments&... arguments) {
  return filled(plural(number, one, other), {std::string_view(arguments)...});
}

/// Marks a text of a table, which is translated where it is shown.
[[nodiscard]] constexpr std::string_view key(std::string_view english) { return english; }

}  // namespace language
