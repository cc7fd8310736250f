// Bars where rows will stand.
#include "gui/skeleton.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "gui/draw.h"

namespace gui {

namespace {

/// Of a column's width, from row to row: texts are of many lengths.
constexpr std::array<float, 5> shares{0.72F, 0.5F, 0.64F, 0.42F, 0.58F};
constexpr float bar_height = 10;
constexpr float longest_bar = 220;

}  // namespace

void skeleton(Ui& ui, const Rect& area, float row_height, std::span<const SkeletonColumn> columns) {
  const float height = std::round(bar_height * ui.theme().preferences.text_scale);
  std::size_t number = 0;
  ui.push_clip(area);
  for (float y = area.y; y < area.bottom(); y += row_height) {
    for (const SkeletonColumn& column : columns) {
      const float width = std::min(longest_bar, std::round(column.width * shares[number++ % shares.size()]));
      fill(ui, {column.x, std::round(y + (row_height - height) / 2), width, height}, ui.theme().color.line, height / 2);
    }
    ++number;
    fill(ui, {area.x, y + row_height - 1, area.width, 1}, ui.theme().color.line);
  }
  ui.pop_clip();
}

}  // namespace gui
