// A text engine without pixels, for tests and worlds without a screen: every letter is half an em wide.
#pragma once

#include <cmath>

#include "gui/text_engine.h"
#include "gui/utf8.h"

namespace gui {

class FixedWidthText final : public TextEngine {
 public:
  /// Half an em for each code point; a whole one for those from U+2E80 on, where the wide scripts and emoji are.
  [[nodiscard]] float width(const Font& font, std::string_view text) override {
    float ems = 0;
    for (std::size_t at = 0; at < text.size(); at = next_code_point(text, at)) {
      ems += code_point_at(text, at) >= 0x2E80 ? 1.0F : 0.5F;
    }
    return ems * font.size;
  }
  [[nodiscard]] FontMetrics metrics(const Font& font) override {
    return {std::round(font.size * 0.8F), std::round(font.size * 0.2F)};
  }
  [[nodiscard]] Run rasterise(const Font&, ImU32, std::string_view) override { return {}; }
};

}  // namespace gui
