// Search as you type: folding texts and looking words up in them.
#include "webhook/text_match.h"

#include <algorithm>
#include <array>

#include "webhook/heap_sort.h"
#include "webhook/utf8.h"

namespace webhook {
namespace {

// Tables after the decompositions of the Unicode Character Database. In the Latin ones a dot leaves the letter as it
// is, a digit stands for letters of `letter_groups`.
constexpr std::array<std::string_view, 9> letter_groups{"", "ae", "oe", "ss", "th", "ij", "dz", "lj", "nj"};

constexpr char32_t latin_begin = 0xC0;
constexpr std::string_view latin =
    "aaaaaa1ceeeeiiiidnooooo.ouuuuy43aaaaaa1ceeeeiiiidnooooo.ouuuuy4yaaaaaaccccccccddddeeeeeeeeeegggg"
    "gggghhhhiiiiiiiiii55jjkkkllllllllllnnnnnnnnnoooooo22rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
    "................................oo.............uu...................666777888aaiioouuuuuuuuuu.aa"
    "aa11..ggkkoooo..j666gg..nnaa11ooaaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy";

constexpr char32_t latin_additional_begin = 0x1E00;
constexpr std::string_view latin_additional =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr"
    "ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy.s..3.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy";

constexpr char32_t greek_begin = 0x386;
constexpr std::u16string_view greek =
    u"α·εηι΋ο΍υωιαβγδεζηθικλμνξοπρ΢στυφχψωιυαεηιυαβγδε"
    u"ζηθικλμνξοπρσστυφχψωιυουω";

constexpr char32_t cyrillic_begin = 0x400;
constexpr std::u16string_view cyrillic =
    u"ееђгєѕііјљњћкиуџабвгдежзииклмнопрстуфхцчшщъыьэюя"
    u"абвгдежзииклмнопрстуфхцчшщъыьэюяееђгєѕііјљњћкиуџ";

/// The entry for `value` in a table that begins with `begin`, or null.
template <typename Table>
const typename Table::value_type* entry(const Table& table, char32_t begin, char32_t value) {
  return value >= begin && value - begin < table.size() ? &table[value - begin] : nullptr;
}

bool is_space(char32_t value) {
  return value <= 0x20 || value == 0x7F || value == 0xA0 || (value >= 0x2000 && value <= 0x200A) || value == 0x2028 ||
         value == 0x2029 || value == 0x202F || value == 0x205F || value == 0x3000;
}

bool is_ignored(char32_t value) {
  return value == 0xAD || (value >= 0x300 && value <= 0x36F) || (value >= 0x200B && value <= 0x200D) || value == 0xFEFF;
}

/// Cyrillic letters beyond the common ones stand in pairs, capital first on even numbers.
bool is_paired_cyrillic(char32_t value) {
  return (value >= 0x460 && value <= 0x481) || (value >= 0x48A && value <= 0x4BF) || (value >= 0x4D0 && value <= 0x52F);
}

bool append_latin(std::string& result, const char* letter) {
  if (letter == nullptr || *letter == '.') {
    return false;
  }
  if (*letter >= '0' && *letter <= '9') {
    result.append(letter_groups[static_cast<std::size_t>(*letter - '0')]);
  } else {
    result.push_back(*letter);
  }
  return true;
}

void append_folded(std::string& result, char32_t value) {
  if (is_ignored(value)) {
    return;
  }
  if (append_latin(result, entry(latin, latin_begin, value)) ||
      append_latin(result, entry(latin_additional, latin_additional_begin, value))) {
    return;
  }
  if (const char16_t* letter = entry(greek, greek_begin, value)) {
    append_code_point(result, *letter);
  } else if (const char16_t* cyrillic_letter = entry(cyrillic, cyrillic_begin, value)) {
    append_code_point(result, *cyrillic_letter);
  } else if (is_paired_cyrillic(value)) {
    append_code_point(result, value | 1U);
  } else if (value >= 0xFF01 && value <= 0xFF5E) {  // ASCII in full width
    append_folded(result, value - 0xFEE0);
  } else if (value >= 'A' && value <= 'Z') {
    append_code_point(result, value - 'A' + 'a');
  } else {
    append_code_point(result, is_space(value) ? U' ' : value);
  }
}

}  // namespace

std::string fold(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c >= 'a' && c <= 'z') {
      result.push_back(c);
      ++at;
      continue;
    }
    const CodePoint point = code_point_at(text, at);
    append_folded(result, point.value);
    at += point.size;
  }
  return result;
}

TextQuery::TextQuery(std::string_view typed) {
  const std::string folded = fold(typed);
  const std::string_view rest(folded);
  for (std::size_t begin = rest.find_first_not_of(' '); begin != std::string_view::npos;) {
    const std::size_t end = std::min(rest.find(' ', begin), rest.size());
    words_.emplace_back(rest.substr(begin, end - begin));
    begin = rest.find_first_not_of(' ', end);
  }
  // The longest word is the rarest as a rule: it turns most texts away first.
  heap_sort(words_, [](const std::string& left, const std::string& right) { return left.size() > right.size(); });
}

bool TextQuery::matches(std::string_view folded) const {
  return std::all_of(words_.begin(), words_.end(),
                     [folded](const std::string& word) { return folded.find(word) != std::string_view::npos; });
}

}  // namespace webhook
