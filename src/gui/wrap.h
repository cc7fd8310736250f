// Breaking text into lines.
#pragma once

#include <cstddef>
#include <limits>
#include <string_view>
#include <vector>

#include "gui/ui.h"

namespace gui {

/// A line as a part of the text, without the spaces or the line break it ends with.
struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
};

/// Breaks at line feeds, after spaces, between East Asian letters, and inside words that are wider than a line. At
/// least one line, at most `most_lines`.
[[nodiscard]] std::vector<Line> wrap_text(Ui& ui, TextStyle style, std::string_view text, float width,
                                          std::size_t most_lines = std::numeric_limits<std::size_t>::max());

}  // namespace gui
