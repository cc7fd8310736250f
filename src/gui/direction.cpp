// Which way a line of text runs.
#include "gui/direction.h"

#include <algorithm>
#include <array>

#include "gui/utf8.h"

namespace gui {

namespace {

struct Range {
  char32_t first;
  char32_t last;

  [[nodiscard]] bool holds(char32_t letter) const { return letter >= first && letter <= last; }
};

// Hebrew, Arabic, Syriac, Thaana, N'Ko and the others beside them; the presentation forms; the scripts of old.
constexpr std::array<Range, 5> right_to_left{
    {{0x0590, 0x08FF}, {0xFB1D, 0xFDFF}, {0xFE70, 0xFEFF}, {0x10800, 0x10FFF}, {0x1E800, 0x1EFFF}}};
// Digits, marks and punctuation that lie among them, and what has no direction anywhere.
constexpr std::array<Range, 12> neutral{{{0x0000, 0x0040},
                                         {0x005B, 0x0060},
                                         {0x007B, 0x00A9},
                                         {0x00AB, 0x00B4},
                                         {0x0300, 0x036F},
                                         {0x0600, 0x0607},
                                         {0x0660, 0x0669},
                                         {0x06F0, 0x06F9},
                                         {0x2000, 0x2BFF},
                                         {0x3000, 0x3004},
                                         {0xFE00, 0xFE0F},
                                         {0x1F000, 0x1FAFF}}};

template <std::size_t N>
bool is_in(const std::array<Range, N>& ranges, char32_t letter) {
  return std::any_of(ranges.begin(), ranges.end(), [letter](const Range& range) { return range.holds(letter); });
}

}  // namespace

bool is_right_to_left(std::string_view line) {
  for (std::size_t at = 0; at < line.size(); at = next_code_point(line, at)) {
    const char32_t letter = code_point_at(line, at);
    if (!is_in(neutral, letter)) {
      return is_in(right_to_left, letter);
    }
  }
  return false;
}

Align start_of(std::string_view line) { return is_right_to_left(line) ? Align::end : Align::start; }

}  // namespace gui
