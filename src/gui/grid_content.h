// What the cells and the cards of a grid show, and how it is drawn and read.
#pragma once

#include <cstdint>
#include <string>

#include "gui/draw.h"
#include "gui/ui.h"

namespace gui {

/// What a cell shows. Reused from cell to cell; comes in empty.
struct CellContent {
  enum class Style : std::uint8_t { normal, muted, strong, code };
  std::string text;
  std::string second_line;  // smaller, muted
  Style style = Style::normal;
  bool badge = false;  // `text` in a pill of `tone`
  Tone tone = Tone::neutral;
  Icon icon = Icon::none;  // before the text, in `tone`
  std::string spoken;      // read instead of text and second line, when they are not enough

  void clear();
};

/// A row in little width: a title, a badge beside it, up to three lines under it.
struct CardContent {
  std::string title;
  CellContent badge;  // `badge.text` empty: none
  std::string second_line;
  std::string third_line;
  std::string fourth_line;  // where GridSpec::card_lines leaves room

  void clear();
};

/// As assistive technology reads it.
[[nodiscard]] std::string spoken(const CellContent& content);
[[nodiscard]] std::string spoken(const CardContent& content);

void draw_content(Ui& ui, Rect rect, const CellContent& content, Align align);
/// Inside its padding, one line under the other.
void draw_content(Ui& ui, const Rect& rect, const CardContent& content);

/// Whether the text of a cell is wider than `width` CSS pixels, so that its end is not seen. Not asked of badges and of
/// texts with an icon, which say little.
[[nodiscard]] bool is_cut_off(Ui& ui, const CellContent& content, float width);

}  // namespace gui
