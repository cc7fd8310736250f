// Hosts that may be taken for another.
#include "webhook/look_alike.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "language/text.h"
#include "webhook/utf8.h"

namespace webhook {
namespace {

using language::translate;

constexpr std::size_t quoted_most = 80;

struct Range {
  char32_t first;
  char32_t last;
};

template <std::size_t N>
bool is_in(const std::array<Range, N>& ranges, char32_t letter) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [letter](const Range& range) { return letter >= range.first && letter <= range.last; });
}

bool is_latin(char32_t letter) {
  static constexpr std::array<Range, 6> ranges{
      {{'A', 'Z'}, {'a', 'z'}, {0xC0, 0x24F}, {0x250, 0x2AF}, {0x1E00, 0x1EFF}, {0xFF21, 0xFF5A}}};
  return is_in(ranges, letter);
}

/// Of the alphabets that share shapes with Latin: Greek, Cyrillic, Armenian, Cherokee, Lisu.
bool is_like_latin(char32_t letter) {
  static constexpr std::array<Range, 7> ranges{{{0x370, 0x3FF},
                                                {0x400, 0x52F},
                                                {0x530, 0x58F},
                                                {0x13A0, 0x13FF},
                                                {0x1F00, 0x1FFF},
                                                {0x2DE0, 0x2DFF},
                                                {0xA4D0, 0xA69F}}};
  return is_in(ranges, letter);
}

/// Cyrillic and Greek letters that nobody can tell from Latin ones.
bool is_twin_of_latin(char32_t letter) {
  static constexpr std::u32string_view twins = U"АВЕЅІЈКМНОРСТУХаесіјорухѕһԁԛԝӏАΑΒΕΖΗΙΚΜΝΟΡΤΥΧοναρ";
  return twins.find(letter) != std::u32string_view::npos;
}

bool is_invisible(char32_t letter) {
  static constexpr std::array<Range, 6> ranges{
      {{0xAD, 0xAD}, {0x34F, 0x34F}, {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x206F}, {0xFE00, 0xFE0F}}};
  return letter == 0xFEFF || is_in(ranges, letter);
}

enum class Looks : std::uint8_t { plain, foreign, deceptive, invisible };

Looks looks_of(std::string_view label) {
  bool latin = false;
  bool like_latin = false;
  bool all_twins = true;
  bool foreign = false;
  for (std::size_t at = 0; at < label.size();) {
    const CodePoint point = code_point_at(label, at);
    at += point.size;
    if (is_invisible(point.value)) {
      return Looks::invisible;
    }
    latin = latin || is_latin(point.value);
    if (point.value >= 0x80) {
      foreign = true;
      like_latin = like_latin || is_like_latin(point.value);
      all_twins = all_twins && is_twin_of_latin(point.value);
    }
  }
  const bool deceptive = like_latin && (latin || all_twins);
  return deceptive ? Looks::deceptive : foreign ? Looks::foreign : Looks::plain;
}

std::uint32_t adapted_bias(std::uint32_t delta, std::uint32_t points, bool first) {
  delta = first ? delta / 700 : delta / 2;
  delta += delta / points;
  std::uint32_t bias = 0;
  for (; delta > 455; bias += 36) {
    delta /= 35;
  }
  return bias + 36 * delta / (delta + 38);
}

std::optional<std::uint32_t> digit_of(char letter) {
  if (letter >= '0' && letter <= '9') {
    return static_cast<std::uint32_t>(letter - '0') + 26U;
  }
  const auto small = static_cast<std::uint32_t>((static_cast<unsigned char>(letter) | 0x20U) - 'a');
  return small < 26 ? std::optional(small) : std::nullopt;
}

std::string quotable(std::string_view text) { return presentable(text, quoted_most); }

std::string advice_on_label(std::string_view label) {
  std::string as_written(label);
  std::transform(as_written.begin(),
                 as_written.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(4, label.size())),
                 as_written.begin(),
                 [](char letter) { return letter == 'X' || letter == 'N' ? static_cast<char>(letter + 32) : letter; });
  const bool encoded = as_written.starts_with("xn--");
  const std::string letters = encoded ? punycode_decoded(label.substr(4)) : std::string(label);
  switch (looks_of(letters)) {
    case Looks::invisible:
      return translate("The host has a letter that cannot be seen: type “{0}” anew.", quotable(plain_host(letters)));
    case Looks::deceptive:
      if (encoded) {
        return translate(
            "In “{0}”, which is “{1}”, letters of another alphabet look like Latin ones: it may lead "
            "elsewhere than it seems.",
            quotable(label), quotable(letters));
      }
      return translate(
          "In “{0}” letters of another alphabet look like Latin ones: it may lead elsewhere than it seems.",
          quotable(label));
    case Looks::foreign:
      return encoded ? translate("“{0}” stands for “{1}”: check that this is the host you mean.", quotable(label),
                                 quotable(letters))
                     : translate("Check the letters of “{0}”: some outside a to z look like others.", quotable(label));
    case Looks::plain:
      break;
  }
  return {};
}

}  // namespace

std::string punycode_decoded(std::string_view label) {
  std::u32string letters;
  const std::size_t hyphen = label.rfind('-');
  if (hyphen != std::string_view::npos) {
    letters.assign(label.begin(), label.begin() + static_cast<std::ptrdiff_t>(hyphen));
    label.remove_prefix(hyphen + 1);
  }
  std::uint32_t value = 0x80;
  std::uint32_t place = 0;
  std::uint32_t bias = 72;
  while (!label.empty()) {
    const std::uint32_t before = place;
    std::uint64_t weight = 1;
    for (std::uint32_t k = 36;; k += 36) {
      const auto digit = label.empty() ? std::nullopt : digit_of(label.front());
      if (!digit || weight * *digit > 0x10FFFF0U) {
        return {};
      }
      label.remove_prefix(1);
      place += static_cast<std::uint32_t>(weight * *digit);
      const std::uint32_t threshold = k <= bias ? 1 : std::min<std::uint32_t>(26, k - bias);
      if (*digit < threshold) {
        break;
      }
      weight *= 36 - threshold;
    }
    const auto count = static_cast<std::uint32_t>(letters.size()) + 1;
    bias = adapted_bias(place - before, count, before == 0);
    value += place / count;
    place %= count;
    if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) {
      return {};
    }
    letters.insert(place++, 1, static_cast<char32_t>(value));
  }
  std::string text;
  for (const char32_t letter : letters) {
    append_code_point(text, letter);
  }
  return text;
}

std::string plain_host(std::string_view host) {
  std::string result;
  for (std::size_t at = 0; at < host.size();) {
    const CodePoint point = code_point_at(host, at);
    at += point.size;
    if (point.value == 0x3002 || point.value == 0xFF61) {
      result += '.';
    } else if (point.value > 0xFF00 && point.value < 0xFF5F) {
      result += static_cast<char>(point.value - 0xFEE0);
    } else if (!is_invisible(point.value)) {
      append_code_point(result, point.value);
    }
  }
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter; });
  return result;
}

std::string look_alike_advice(std::string_view host) {
  while (!host.empty()) {
    const std::size_t dot = std::min(host.find('.'), host.size());
    if (std::string advice = advice_on_label(host.substr(0, dot)); !advice.empty()) {
      return advice;
    }
    host.remove_prefix(std::min(dot + 1, host.size()));
  }
  return {};
}

}  // namespace webhook
