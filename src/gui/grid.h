// A table of any length with a cursor: the "grid" of the ARIA Authoring Practices Guide. Draws and reports only the
// rows that can be seen, and the one with the cursor. Narrow, it becomes a list of cards.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "gui/grid_content.h"
#include "language/text.h"

namespace gui {

struct GridColumn {
  std::string_view title;
  float min_width = 80;  // CSS pixels, for text of the usual size; so are the other widths
  float weight = 1;      // its share of the width that is left
  Align align = Align::start;
  bool sortable = true;
  float hidden_below = 0;  // not shown in a grid narrower than this
};

struct GridSpec {
  std::string_view name;
  std::span<const GridColumn> columns;
  int row_count = 0;  // up to 100,000, without the header
  std::function<void(int row, int column, CellContent& content)> cell;
  std::function<void(int row, CardContent& content)> card = {};
  int card_lines = 3;       // 3 or 4, the title included
  float cards_below = 640;  // of width: cards instead of columns, when there is `card`
  std::optional<int> sorted_column = {};
  bool descending = false;
  std::string_view empty_text = language::translate("Nothing to show");
  bool busy = false;                  // more rows are on their way
  std::optional<int> go_to_row = {};  // set the cursor there and show it (without moving the focus)
  std::string_view id = {};
};

struct GridResult {
  std::optional<int> activated_row;  // Enter or a click
  std::optional<int> sort_column;    // a header was activated: the caller sorts
  int current_row = 0;
  NodeId id = 0;
  NodeId current_cell = 0;  // e.g. to give it the focus; 0 when there are no rows
};
GridResult grid(Ui& ui, const Rect& rect, const GridSpec& spec);

}  // namespace gui
