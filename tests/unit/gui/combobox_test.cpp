// The combobox follows the "editable combobox with list autocomplete" of the ARIA Authoring Practices Guide.
#include "gui/combobox.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "gui/button.h"
#include "support/headless.h"

namespace gui {
namespace {

using testing_support::Headless;
using testing_support::Target;

std::vector<Option> events() {
  return {{1, "Check-in", "Checkin", "Visits"},
          {2, "Check-out", "Checkout", "Visits"},
          {7, "Invoice paid", "InvoicePaid", "Billing"},
          {8, "Invoice created", "InvoiceCreated", "Billing"},
          {9, "Credit note", "CreditNote", "Billing"}};
}

class EventPicker : public testing::Test {
 protected:
  EventPicker() { ui.settle(); }

  void draw(Ui& u) {
    spec.name = "Event";
    const std::vector<Option> all = events();
    const auto chosen = std::find_if(all.begin(), all.end(), [&](const Option& o) { return o.value == selected; });
    const std::string text = chosen == all.end() ? "" : chosen->text;
    spec.selected_text = text;
    spec.selected = selected;
    spec.options = [&](std::string_view query) {
      std::vector<Option> found;
      for (const Option& option : all) {
        if (option.text.find(query) != std::string::npos) {
          found.push_back(option);
        }
      }
      if (query == "117") {
        found.push_back({117, "Use number 117", "", ""});
      }
      return found;
    };
    if (const ComboboxResult result = combobox(u, rect, spec); result.chosen) {
      selected = result.chosen;
      ++choices;
    }
    (void)button(u, {20, 600, 100, 36}, {.name = "Elsewhere"});
  }

  [[nodiscard]] bool is_open() { return ui.by_role(Role::listbox).exists(); }
  [[nodiscard]] std::string active() {
    const NodeId id = ui.combobox("Event").node().active_descendant;
    for (const Node& node : ui.tree().nodes) {
      if (node.id == id && id != 0) {
        return node.name;
      }
    }
    return "";
  }

  Rect rect{20, 20, 300, 100};
  std::optional<std::int64_t> selected = 7;
  int choices = 0;
  ComboboxSpec spec;
  Headless ui{[this](Ui& u) { draw(u); }};
};

TEST_F(EventPicker, ShowsTheChosenOptionWhileClosed) {
  EXPECT_EQ(ui.combobox("Event").value(), "Invoice paid");
  EXPECT_FALSE(is_open());
}

TEST_F(EventPicker, StaysClosedWhenTabReachesIt) {
  ui.tab();
  EXPECT_TRUE(ui.combobox("Event").focused());
  EXPECT_FALSE(is_open());
}

TEST_F(EventPicker, OpensByAClickWithAllOptions) {
  ui.combobox("Event").click();
  EXPECT_TRUE(is_open());
  EXPECT_EQ(ui.count(Role::option), 5);
  EXPECT_EQ(active(), "Invoice paid");
}

TEST_F(EventPicker, OpensByTypingWithWhatMatches) {
  ui.combobox("Event").type("Invoice");
  EXPECT_EQ(ui.count(Role::option), 2);
  EXPECT_EQ(ui.combobox("Event").value(), "Invoice");
  EXPECT_EQ(active(), "Invoice paid");
}

TEST_F(EventPicker, SaysHowManyOptionsThereAre) {
  ui.combobox("Event").type("Invoice");
  ASSERT_FALSE(ui.announcements().empty());
  EXPECT_EQ(ui.announcements().back().sentence, "2 options");
}

TEST_F(EventPicker, EnterChoosesTheActiveOption) {
  ui.combobox("Event").type("Check");
  ui.key(key_down);
  ui.key(key_enter);
  EXPECT_EQ(selected, 2);
  EXPECT_FALSE(is_open());
  EXPECT_EQ(ui.combobox("Event").value(), "Check-out");
}

TEST_F(EventPicker, ShowsTheChosenTextInTheVeryFrameOfTheChoice) {
  ui.combobox("Event").type("Check");
  Action enter;
  enter.kind = Action::Kind::key;
  enter.node = ui.focused();
  enter.key = key_enter;
  ui.ui().act(enter);
  ui.frame();
  EXPECT_EQ(ui.page().find(ui.combobox("Event").id())->value, "Check-in");
}

TEST_F(EventPicker, AnOptionIsChosenEvenWhenThePointerTookTheFocusAway) {
  ui.combobox("Event").click();
  const Rect option = ui.option("Check-out").node().rect;
  ui.move_pointer({option.x + 40, option.y + 5});
  ui.pointer_down();
  ui.blur();
  ui.pointer_up();
  EXPECT_EQ(selected, 2);
  EXPECT_TRUE(ui.combobox("Event").focused());
}

TEST_F(EventPicker, LeavesShiftedKeysToTheTextField) {
  ui.combobox("Event").key(key_down);
  EXPECT_FALSE(ui.ui().wants_key(ui.focused(), key_home, {.shift = true}));
}

TEST_F(EventPicker, EscapeClosesAndRestoresTheText) {
  ui.combobox("Event").type("Check");
  ui.key(key_escape);
  EXPECT_FALSE(is_open());
  EXPECT_EQ(ui.combobox("Event").value(), "Invoice paid");
  EXPECT_EQ(choices, 0);
}

TEST_F(EventPicker, LeavesEscapeToOthersWhileClosed) {
  ui.combobox("Event").focus();
  EXPECT_FALSE(ui.ui().wants_key(ui.focused(), key_escape, {}));
}

TEST_F(EventPicker, LeavingRestoresTheText) {
  ui.combobox("Event").type("Check");
  ui.button("Elsewhere").focus();
  EXPECT_FALSE(is_open());
  EXPECT_EQ(ui.combobox("Event").value(), "Invoice paid");
}

TEST_F(EventPicker, DownOpensOnTheChosenOption) {
  ui.combobox("Event").key(key_down);
  EXPECT_EQ(active(), "Invoice paid");
}

TEST_F(EventPicker, DownOpensOnTheFirstOptionWhenNothingIsChosen) {
  selected.reset();
  ui.combobox("Event").key(key_down);
  EXPECT_EQ(active(), "Check-in");
}

TEST_F(EventPicker, UpOpensOnTheLastOptionWhenNothingIsChosen) {
  selected.reset();
  ui.combobox("Event").key(key_up);
  EXPECT_EQ(active(), "Credit note");
}

TEST_F(EventPicker, AltDownOpensWithoutMoving) {
  selected.reset();
  ui.combobox("Event").key(key_down, {.alt = true});
  EXPECT_TRUE(is_open());
  EXPECT_EQ(active(), "");
}

TEST_F(EventPicker, AltUpCloses) {
  ui.combobox("Event").key(key_down);
  ui.key(key_up, {.alt = true});
  EXPECT_FALSE(is_open());
}

TEST_F(EventPicker, HomeAndEndBelongToTheListOnceArrowsAreUsed) {
  ui.combobox("Event").type("i");
  EXPECT_FALSE(ui.ui().wants_key(ui.focused(), key_home, {})) << "they move the caret while typing";
  ui.key(key_down);
  ui.key(key_end);
  EXPECT_EQ(active(), "Credit note");
  ui.key(key_home);
  EXPECT_EQ(active(), "Check-in");
}

TEST_F(EventPicker, PageDownStopsAtTheLastOption) {
  ui.combobox("Event").key(key_down);
  ui.key(key_page_down);
  EXPECT_EQ(active(), "Credit note");
}

TEST_F(EventPicker, AClickOnAnOptionChoosesItAndKeepsTheFocus) {
  ui.combobox("Event").click();
  ui.option("Check-out").click();
  EXPECT_EQ(selected, 2);
  EXPECT_FALSE(is_open());
  EXPECT_TRUE(ui.combobox("Event").focused());
}

TEST_F(EventPicker, AnOptionCanBePressedWithoutAPointer) {
  ui.combobox("Event").type("Check");
  ui.option("Check-out").press();
  EXPECT_EQ(selected, 2);
}

TEST_F(EventPicker, AClickElsewhereCloses) {
  ui.combobox("Event").click();
  ui.click({700, 400});
  EXPECT_FALSE(is_open());
}

TEST_F(EventPicker, GroupsItsOptions) {
  ui.combobox("Event").click();
  const Target group = ui.by_role(Role::option_group, "Billing");
  EXPECT_EQ(ui.option("Credit note").node().parent, group.id());
}

TEST_F(EventPicker, CountsItsOptions) {
  ui.combobox("Event").click();
  EXPECT_EQ(ui.option("Invoice paid").node().position_in_set, 3);
  EXPECT_EQ(ui.option("Invoice paid").node().set_size, 5);
  EXPECT_TRUE(ui.option("Invoice paid").node().selected);
}

TEST_F(EventPicker, ReferencesItsListOnlyWhileOpen) {
  EXPECT_EQ(ui.combobox("Event").node().controls, 0U);
  ui.combobox("Event").click();
  EXPECT_EQ(ui.combobox("Event").node().controls, ui.by_role(Role::listbox).id());
}

TEST_F(EventPicker, OffersWhatTheCallerMakesOfTheQuery) {
  ui.combobox("Event").type("117");
  ui.key(key_enter);
  EXPECT_EQ(selected, 117);
}

TEST_F(EventPicker, EnterWithNothingFoundChoosesNothing) {
  ui.combobox("Event").type("zzz");
  ui.key(key_enter);
  EXPECT_EQ(choices, 0);
  EXPECT_FALSE(is_open());
}

TEST_F(EventPicker, OpensUpwardsWithoutRoomBelow) {
  rect.y = 700;
  ui.settle();
  ui.combobox("Event").click();
  EXPECT_LT(ui.by_role(Role::listbox).node().rect.bottom(), ui.combobox("Event").node().rect.y);
}

TEST_F(EventPicker, DoesNotOpenWhileReadOnly) {
  spec.read_only = true;
  ui.settle();
  ui.combobox("Event").click();
  ui.combobox("Event").type("Check");
  EXPECT_FALSE(is_open());
}

TEST(LongCombobox, ReportsOnlyOptionsThatCanBeSeenAndScrollsToTheActiveOne) {
  Headless ui([](Ui& u) {
    (void)combobox(u, {20, 20, 300, 100}, {.name = "Location", .options = [](std::string_view) {
                                             std::vector<Option> all;
                                             all.reserve(1000);
                                             for (int at = 0; at < 1000; ++at) {
                                               all.push_back({at, "Location " + std::to_string(at)});
                                             }
                                             return all;
                                           }});
  });
  ui.settle();
  ui.combobox("Location").key(key_down);
  EXPECT_LT(ui.count(Role::option), 15);
  ui.key(key_end);
  const Node last = ui.option("Location 999").node();
  EXPECT_TRUE(last.clip.contains({last.rect.x, last.rect.y})) << "it is scrolled into view";
  EXPECT_GT(ui.page().find(ui.by_role(Role::listbox).id())->scroll.y, 0);
}

}  // namespace
}  // namespace gui
