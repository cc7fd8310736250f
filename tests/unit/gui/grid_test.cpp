// The grid: its cursor, its keys, what it reports of how many rows.
#include "gui/grid.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>

#include "support/headless.h"

namespace gui {
namespace {

using testing_support::Headless;
using testing_support::Page;

constexpr std::array columns{
    GridColumn{.title = "Name", .weight = 2},
    GridColumn{.title = "Location"},
    GridColumn{.title = "Changed", .sortable = false, .hidden_below = 500},
};

class Webhooks : public testing::Test {
 protected:
  void draw(Ui& u) {
    spec.name = "WebHooks";
    spec.columns = columns;
    spec.row_count = rows;
    spec.cell = [this](int row, int column, CellContent& content) {
      ++cells_asked;
      content.text = std::to_string(row) + "/" + std::to_string(column);
    };
    const Rect rect{0, 100, u.viewport().width, 500};
    result = grid(u, rect, spec);
    if (result.activated_row) {
      activated = *result.activated_row;
    }
    if (result.sort_column) {
      sorted = *result.sort_column;
    }
    spec.go_to_row.reset();
  }

  [[nodiscard]] std::string focused() {
    const Node* node = ui.focused_node();
    return node == nullptr ? "nothing" : node->name;
  }
  void start() {
    ui.settle();
    ui.tab();
  }

  GridSpec spec;
  int rows = 1000;
  int cells_asked = 0;
  int activated = -1;
  int sorted = -1;
  GridResult result;
  Headless ui{[this](Ui& u) { draw(u); }};
};

TEST_F(Webhooks, IsOneStopForTabOnItsFirstCell) {
  start();
  EXPECT_EQ(focused(), "0/0");
  EXPECT_EQ(ui.page().tab_order().size(), 1U);
}

TEST_F(Webhooks, TellsHowManyRowsAndColumnsThereAre) {
  ui.settle();
  const Node node = ui.grid("WebHooks").node();
  EXPECT_EQ(node.row_count, 1001);
  EXPECT_EQ(node.column_count, 3);
  EXPECT_EQ(ui.cell(1, 1).node().row_index, 2) << "the header is row 1";
}

TEST_F(Webhooks, ReportsOnlyRowsThatCanBeSeen) {
  ui.settle();
  EXPECT_LT(ui.count(Role::row), 16);
}

TEST_F(Webhooks, AsksOnlyForCellsThatCanBeSeen) {
  rows = 100'000;
  ui.frame();
  cells_asked = 0;
  ui.frame();
  EXPECT_LT(cells_asked, 50);
}

TEST_F(Webhooks, ArrowsMoveTheFocusFromCellToCell) {
  start();
  ui.key(key_down);
  EXPECT_EQ(focused(), "1/0");
  ui.key(key_right);
  EXPECT_EQ(focused(), "1/1");
  ui.key(key_up);
  EXPECT_EQ(focused(), "0/1");
  ui.key(key_left);
  EXPECT_EQ(focused(), "0/0");
}

TEST_F(Webhooks, TheCursorStopsAtTheEdges) {
  start();
  ui.key(key_left);
  EXPECT_EQ(focused(), "0/0");
  ui.key(key_end, {.control_or_command = true});
  ui.key(key_down);
  ui.key(key_right);
  EXPECT_EQ(focused(), "999/2");
}

TEST_F(Webhooks, HomeAndEndGoAlongTheRow) {
  start();
  ui.key(key_end);
  EXPECT_EQ(focused(), "0/2");
  ui.key(key_home);
  EXPECT_EQ(focused(), "0/0");
}

TEST_F(Webhooks, ControlHomeAndEndGoToTheCorners) {
  start();
  ui.key(key_end, {.control_or_command = true});
  EXPECT_EQ(focused(), "999/2");
  ui.key(key_home, {.control_or_command = true});
  EXPECT_EQ(focused(), "0/0");
}

TEST_F(Webhooks, PageDownShowsTheNextRowsAndPageUpGoesBack) {
  start();
  ui.key(key_page_down);
  const std::string down = focused();
  EXPECT_NE(down, "0/0");
  ui.key(key_page_down);
  EXPECT_GT(ui.page().find(ui.cell(20, 1).node().parent)->rect.y, 0);
  ui.key(key_page_up);
  EXPECT_EQ(focused(), down);
}

TEST_F(Webhooks, TheViewFollowsTheCursor) {
  start();
  ui.key(key_end, {.control_or_command = true});
  const Node* cell = ui.focused_node();
  ASSERT_NE(cell, nullptr);
  EXPECT_TRUE(cell->clip.contains({cell->rect.x, cell->rect.y}));
  EXPECT_TRUE(cell->clip.contains({cell->rect.x, cell->rect.bottom() - 1}));
}

TEST_F(Webhooks, TheCellWithTheFocusStaysWhenItIsScrolledAway) {
  start();
  const NodeId first = ui.focused();
  const NodeId body = ui.cell(1, 1).node().parent;
  const NodeId area = ui.page().find(body)->parent;
  Action scroll;
  scroll.kind = Action::Kind::scroll;
  scroll.node = area;
  scroll.scroll = {0, 20'000};
  ui.act(scroll);
  EXPECT_EQ(ui.focused(), first);
  EXPECT_TRUE(ui.cell(1, 1).exists());
  EXPECT_TRUE(ui.text_visible("460/0"));
}

TEST_F(Webhooks, ScrollingMovesNoElement) {
  start();
  const NodeId area = ui.page().find(ui.cell(1, 1).node().parent)->parent;
  Action scroll;
  scroll.kind = Action::Kind::scroll;
  scroll.node = area;
  scroll.scroll = {0, 12.5F};
  ui.act(scroll);
  scroll.scroll = {0, 17.25F};
  ui.act(scroll);
  for (const MirrorOp& op : ui.last_ops()) {
    EXPECT_NE(op.kind, MirrorOp::Kind::rectangle);
    EXPECT_NE(op.kind, MirrorOp::Kind::scroll_to);
  }
}

TEST_F(Webhooks, PlacesTheLastOfManyRowsExactly) {
  rows = 100'000;
  start();
  ui.key(key_end, {.control_or_command = true});
  const Page::Element* row = ui.page().find(ui.focused_node()->parent);
  EXPECT_EQ(row->rect.y, 99'999.0F * 44);
}

TEST_F(Webhooks, EnterOpensTheRow) {
  start();
  ui.key(key_down);
  ui.key(key_enter);
  EXPECT_EQ(activated, 1);
}

TEST_F(Webhooks, AClickOpensTheRowAndTakesTheCursorThere) {
  ui.settle();
  ui.cell(3, 2).click();
  EXPECT_EQ(activated, 2);
  EXPECT_EQ(focused(), "2/1");
}

TEST_F(Webhooks, APressOnACellOpensTheRow) {
  ui.settle();
  ui.cell(3, 2).press();
  EXPECT_EQ(activated, 2);
}

TEST_F(Webhooks, UpFromTheFirstRowReachesTheHeaderAndEnterSorts) {
  start();
  ui.key(key_right);
  ui.key(key_up);
  EXPECT_EQ(focused(), "Location");
  ui.key(key_enter);
  EXPECT_EQ(sorted, 1);
}

TEST_F(Webhooks, AClickOnAHeaderSorts) {
  ui.settle();
  ui.by_role(Role::column_header, "Location").click();
  EXPECT_EQ(sorted, 1);
}

TEST_F(Webhooks, AColumnThatCannotBeSortedIsLeftAlone) {
  ui.settle();
  ui.by_role(Role::column_header, "Changed").click();
  EXPECT_EQ(sorted, -1);
}

TEST_F(Webhooks, TellsWhichWayItIsSorted) {
  spec.sorted_column = 1;
  spec.descending = true;
  ui.settle();
  EXPECT_EQ(ui.by_role(Role::column_header, "Location").node().sort, Sort::descending);
  EXPECT_EQ(ui.by_role(Role::column_header, "Name").node().sort, Sort::unsorted);
}

TEST_F(Webhooks, LeavesOutColumnsThereIsNoRoomFor) {
  ui.resize({400, 800});
  EXPECT_EQ(ui.count(Role::column_header), 2);
  EXPECT_EQ(ui.grid("WebHooks").node().column_count, 2);
}

TEST_F(Webhooks, SharesTheRoomOfAColumnLeftOut) {
  ui.resize({400, 800});
  const float end = ui.by_role(Role::column_header, "Location").node().rect.right();
  EXPECT_GT(end, 400 - make_theme({}).scrollbar - 3);
}

TEST_F(Webhooks, TheCursorGoesOnFromTheCellThatWasClicked) {
  ui.settle();
  ui.cell(3, 2).click();
  ui.key(key_down);
  EXPECT_EQ(focused(), "3/1");
}

TEST_F(Webhooks, FitsItsColumnsIntoItsWidth) {
  ui.resize({700, 800});
  for (const Node& node : ui.tree().nodes) {
    if (node.role == Role::grid_cell) {
      EXPECT_LE(node.rect.right(), 700);
    }
  }
}

TEST_F(Webhooks, BecomesCardsWhenNarrow) {
  spec.card = [](int row, CardContent& card) {
    card.title = "Hook " + std::to_string(row);
    card.badge.text = "Active";
    card.second_line = "example.com";
  };
  ui.resize({390, 800});
  EXPECT_EQ(ui.count(Role::column_header), 0);
  EXPECT_EQ(ui.cell(1, 1).name(), "Hook 0, Active, example.com");
  ui.tab();
  ui.key(key_down);
  EXPECT_EQ(focused(), "Hook 1, Active, example.com");
}

TEST_F(Webhooks, CardsOfFourLinesSayTheFourthToo) {
  spec.card_lines = 4;
  spec.card = [](int row, CardContent& card) {
    card.title = "Hook " + std::to_string(row);
    card.fourth_line = "Fired today";
  };
  ui.resize({390, 800});
  EXPECT_EQ(ui.cell(1, 1).name(), "Hook 0, Fired today");
  const float four = ui.cell(2, 1).node().rect.y - ui.cell(1, 1).node().rect.y;
  spec.card_lines = 3;
  ui.settle();
  EXPECT_LT(ui.cell(2, 1).node().rect.y - ui.cell(1, 1).node().rect.y, four);
}

TEST_F(Webhooks, WithoutRowsYetShowBarsInPlaceOfWords) {
  rows = 0;
  spec.busy = true;
  spec.empty_text = "Loading…";
  ui.settle();
  const auto& drawn = ui.drawn_texts();
  EXPECT_EQ(std::find(drawn.begin(), drawn.end(), "Loading…"), drawn.end());
  EXPECT_TRUE(ui.text_visible("Loading…")) << "it is said all the same";
}

TEST_F(Webhooks, SaysWhyItIsEmpty) {
  rows = 0;
  spec.empty_text = "No webhook matches.";
  ui.settle();
  EXPECT_TRUE(ui.text_visible("No webhook matches."));
}

TEST_F(Webhooks, TheCursorComesBackToTheRowsAfterAnEmptySearch) {
  start();
  rows = 0;
  ui.settle();
  rows = 3;
  ui.settle();
  EXPECT_EQ(result.current_row, 0);
  ui.blur();
  ui.tab();
  EXPECT_EQ(focused(), "0/0");
}

TEST_F(Webhooks, TheCursorStaysInsideWhenRowsGoAway) {
  start();
  ui.key(key_end, {.control_or_command = true});
  rows = 3;
  ui.settle();
  EXPECT_EQ(result.current_row, 2);
}

TEST_F(Webhooks, GoesToARowWhenAsked) {
  ui.settle();
  spec.go_to_row = 500;
  ui.settle();
  EXPECT_EQ(result.current_row, 500);
  const Node cell = ui.cell(501, 1).node();
  EXPECT_TRUE(cell.clip.contains({cell.rect.x, cell.rect.y}));
  EXPECT_TRUE(cell.in_tab_order);
}

}  // namespace
}  // namespace gui
