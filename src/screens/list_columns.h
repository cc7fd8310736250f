// The columns of the list: those that are shown in this width, what stands in them, and the choice of them.
#pragma once

#include <span>
#include <vector>

#include "editor/columns.h"
#include "gui/button.h"
#include "gui/grid.h"
#include "screens/frame.h"

namespace screens {

struct ListColumn {
  editor::Column column;
  gui::GridColumn look;
  bool may_go = false;  // in a grid too narrow for all of them; the last such one goes first
};

/// All there are, in their order in the list.
[[nodiscard]] std::span<const ListColumn> list_columns();
/// Those the user chose, as far as a grid of this width has room for them.
[[nodiscard]] std::vector<ListColumn> columns_in(const Frame& frame, float width);

void fill_cell(const Frame& frame, const editor::Row& row, editor::Column column, gui::CellContent& content);
void fill_card(const Frame& frame, const editor::Row& row, gui::CardContent& content);
/// GridSpec::card_lines for what the user chose.
[[nodiscard]] int card_lines(const Frame& frame);

/// Opens the choice.
[[nodiscard]] gui::ButtonSpec columns_button(const Frame& frame);
void draw_columns_dialog(const Frame& frame);

}  // namespace screens
