// Breaking text into lines.
#include "gui/wrap.h"

#include <algorithm>

#include "gui/draw.h"
#include "gui/utf8.h"

namespace gui {

namespace {

// From U+2E80 on, but not in the emoji that are joined from several code points, a line may end after every letter.
bool is_east_asian(char32_t code_point) {
  return (code_point >= 0x2E80 && code_point < 0xD800) || (code_point >= 0xF900 && code_point < 0xFB00) ||
         (code_point >= 0xFF00 && code_point < 0xFFF0) || (code_point >= 0x20000 && code_point < 0x40000);
}

// Where the next piece that stays together ends, its trailing spaces included.
std::size_t next_break(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const bool breaks_after = is_east_asian(code_point_at(text, at));
    at = next_code_point(text, at);
    if (breaks_after) {
      break;
    }
    if (text[at - 1] == ' ') {
      break;
    }
  }
  while (at < text.size() && text[at] == ' ') {
    ++at;
  }
  return at;
}

std::size_t without_spaces(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin && text[end - 1] == ' ') {
    --end;
  }
  return end;
}

class Wrapper {
 public:
  Wrapper(Ui& ui, TextStyle style, std::string_view text, float width)
      : engine_(ui.text()), font_(font(ui.theme(), style)), text_(text), width_(width) {}

  /// Where the line that begins at `begin` ends, before `limit`; always behind `begin` when there is anything.
  [[nodiscard]] std::size_t line_end(std::size_t begin, std::size_t limit) const {
    const std::string_view line = text_.substr(0, limit);
    std::size_t end = begin;
    while (end < limit) {
      const std::size_t next = next_break(line, end);
      if (!fits(begin, without_spaces(text_, begin, next))) {
        return end > begin ? end : broken_word_end(begin, next);
      }
      end = next;
    }
    return end;
  }

 private:
  [[nodiscard]] bool fits(std::size_t begin, std::size_t end) const {
    return engine_.width(font_, text_.substr(begin, end - begin)) <= width_;
  }
  [[nodiscard]] std::size_t broken_word_end(std::size_t begin, std::size_t limit) const {
    std::size_t end = next_code_point(text_, begin);
    while (end < limit) {
      const std::size_t next = next_code_point(text_, end);
      if (!fits(begin, next)) {
        break;
      }
      end = next;
    }
    return end;
  }

  TextEngine& engine_;
  Font font_;
  std::string_view text_;
  float width_;
};

}  // namespace

std::vector<Line> wrap_text(Ui& ui, TextStyle style, std::string_view text, float width, std::size_t most_lines) {
  const Wrapper wrapper(ui, style, text, std::max(1.0F, width));
  std::vector<Line> lines;
  std::size_t begin = 0;
  while (lines.size() < most_lines) {
    const std::size_t feed = std::min(text.find('\n', begin), text.size());
    while (lines.size() < most_lines) {
      const std::size_t end = wrapper.line_end(begin, feed);
      lines.push_back({begin, without_spaces(text, begin, end)});
      begin = end;
      if (end >= feed) {
        break;
      }
    }
    if (feed >= text.size()) {
      break;
    }
    begin = feed + 1;
  }
  return lines;
}

}  // namespace gui
