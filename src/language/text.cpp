// Catalogues, and which one is spoken.
#include "language/text.h"

#include <utility>
#include <vector>

namespace language {
namespace {

constexpr char form_mark = '\x1F';

/// All that were ever spoken: texts of each may still be held somewhere. One is added each time a person changes the language.
struct Spoken {
  std::vector<std::unique_ptr<const Catalogue>> all;
  const Catalogue* now = nullptr;
};

Spoken& spoken() {
  static Spoken kept;
  return kept;
}

}  // namespace

Catalogue::Catalogue(std::string texts, PluralCategory category)
    : texts_(std::move(texts)), category_(std::move(category)) {
  std::string_view rest = texts_;
  const auto take = [&rest]() -> std::optional<std::string_view> {
    const std::size_t end = rest.find('\0');
    if (end == std::string_view::npos) {
      return std::nullopt;
    }
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    return part;
  };
  while (const auto english = take()) {
    const auto translation = take();
    if (translation) {
      translations_.emplace(*english, *translation);
    }
  }
}

std::optional<std::string_view> Catalogue::find(std::string_view english) const {
  const auto found = translations_.find(english);
  return found == translations_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::string_view> Catalogue::find_plural(std::int64_t number, std::string_view other) const {
  const std::string stem = std::string(other) + form_mark;
  const auto form = find(stem + (category_ ? category_(number) : "other"));
  return form ? form : find(stem + "other");
}

void speak(std::unique_ptr<const Catalogue> catalogue) {
  spoken().now = catalogue.get();
  if (catalogue) {
    spoken().all.push_back(std::move(catalogue));
  }
}

std::string_view translate(std::string_view english) {
  const Catalogue* now = spoken().now;
  return now ? now->find(english).value_or(english) : english;
}

std::string_view plural(std::int64_t number, std::string_view one, std::string_view other) {
  const Catalogue* now = spoken().now;
  const auto form = now ? now->find_plural(number, other) : std::nullopt;
  return form ? *form : number == 1 ? one : other;
}

std::string filled(std::string_view pattern, std::initializer_list<std::string_view> arguments) {
  std::string text;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const bool is_place = pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 2] == '}';
    const auto index = is_place ? static_cast<std::size_t>(pattern[at + 1] - '0') : arguments.size();
    if (index < arguments.size()) {
      text += arguments.begin()[index];
      at += 2;
    } else {
      text += pattern[at];
    }
  }
  return text;
}

}  // namespace language
