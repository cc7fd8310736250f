// What is shown beside a thing that has no room for its words.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "gui/button.h"
#include "gui/dialog.h"
#include "gui/grid.h"
#include "gui/tooltip.h"
#include "support/headless.h"

namespace gui {
namespace {

using testing_support::Headless;

constexpr Rect place{20, 20, 36, 36};
constexpr Point on_it{30, 30};
constexpr Point elsewhere{400, 300};

bool is_drawn(const Headless& ui, std::string_view text) {
  const auto& drawn = ui.drawn_texts();
  return std::find(drawn.begin(), drawn.end(), text) != drawn.end();
}

void draw_undo(Ui& ui) { (void)button(ui, place, {.name = "Undo", .icon = Icon::undo, .icon_only = true}); }

TEST(Tooltip, NamesAButtonThatIsAPictureWhileThePointerIsOnIt) {
  Headless ui(draw_undo);
  ui.settle();
  EXPECT_FALSE(is_drawn(ui, "Undo"));
  ui.move_pointer(on_it);
  EXPECT_TRUE(is_drawn(ui, "Undo"));
  ui.move_pointer(elsewhere);
  EXPECT_FALSE(is_drawn(ui, "Undo"));
}

TEST(Tooltip, NamesItWhileItHasTheFocusOfTheKeyboard) {
  Headless ui(draw_undo);
  ui.settle();
  ui.tab();
  EXPECT_TRUE(is_drawn(ui, "Undo"));
  ui.blur();
  EXPECT_FALSE(is_drawn(ui, "Undo"));
}

TEST(Tooltip, GoesAwayWithEscapeUntilItIsWantedAnew) {
  Headless ui(draw_undo);
  ui.settle();
  ui.move_pointer(on_it);
  EXPECT_TRUE(ui.shortcut("Escape"));
  EXPECT_FALSE(is_drawn(ui, "Undo"));
  EXPECT_FALSE(ui.shortcut("Escape")) << "it has nothing to take away";
  ui.move_pointer(elsewhere);
  ui.move_pointer(on_it);
  EXPECT_TRUE(is_drawn(ui, "Undo"));
}

TEST(Tooltip, IsNotShownUnderFingers) {
  Preferences preferences;
  preferences.coarse_pointer = true;
  Headless ui(draw_undo, {}, preferences);
  ui.settle();
  ui.move_pointer(on_it);
  EXPECT_FALSE(is_drawn(ui, "Undo"));
}

TEST(Tooltip, IsNotSaidTwice) {
  Headless ui(draw_undo);
  ui.settle();
  const std::string before = ui.dump();
  ui.move_pointer(on_it);
  EXPECT_EQ(ui.dump(), before);
}

TEST(Tooltip, TakesNoFrameWhileNothingHappens) {
  Headless ui(draw_undo);
  ui.settle();
  ui.move_pointer(on_it);
  EXPECT_EQ(ui.settle(), 1);
}

TEST(Tooltip, SaysTheRestOfACellThatIsCutOff) {
  const std::vector<GridColumn> columns{{.title = "Name", .min_width = 60, .weight = 0}};
  const std::string name = "A name that is longer than its column";
  Headless ui([&](Ui& u) {
    (void)grid(u, {0, 0, 300, 200},
               {.name = "Things", .columns = columns, .row_count = 1, .cell = [&](int, int, CellContent& content) {
                  content.text = name;
                }});
  });
  ui.settle();
  EXPECT_FALSE(is_drawn(ui, name));
  ui.move_pointer({20, 60});
  EXPECT_TRUE(is_drawn(ui, name)) << ui.dump();
}

TEST(Tooltip, SaysNothingOfACellUnderADialog) {
  const std::vector<GridColumn> columns{{.title = "Name", .min_width = 60, .weight = 0}};
  const std::string name = "A name that is longer than its column";
  Headless ui([&](Ui& u) {
    (void)grid(u, {0, 0, 300, 200},
               {.name = "Things", .columns = columns, .row_count = 1, .cell = [&](int, int, CellContent& content) {
                  content.text = name;
                }});
    Dialog dialog(u, {.title = "Question"});
  });
  ui.settle();
  ui.move_pointer({20, 60});
  EXPECT_FALSE(is_drawn(ui, name)) << ui.dump();
}

TEST(Tooltip, UsesTheShortNameWhereThereIsOne) {
  Headless ui([](Ui& u) {
    (void)button(u, place, {.name = "Undo typing", .icon = Icon::undo, .icon_only = true, .short_name = "Undo"});
  });
  ui.settle();
  ui.move_pointer(on_it);
  EXPECT_TRUE(is_drawn(ui, "Undo"));
  EXPECT_FALSE(is_drawn(ui, "Undo typing"));
}

}  // namespace
}  // namespace gui
