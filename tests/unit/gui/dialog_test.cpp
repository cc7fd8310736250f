// Dialogs take the focus, keep it, and give it back; notices speak up; shortcuts stay out of the way.
#include "gui/dialog.h"

#include <gtest/gtest.h>

#include <string>

#include "gui/button.h"
#include "gui/combobox.h"
#include "gui/notice.h"
#include "gui/text_field.h"
#include "support/headless.h"

namespace gui {
namespace {

using testing_support::Headless;

class DeleteDialog : public testing::Test {
 protected:
  DeleteDialog() { ui.settle(); }

  void draw(Ui& u) {
    if (button(u, {20, 20, 100, 36}, {.name = "Delete"})) {
      open = true;
    }
    saves += u.shortcut({.key = "s", .modifiers = {.control_or_command = true}}) ? 1 : 0;
    (void)u.shortcut({.key = "/", .modifiers = {}});
    (void)text_field(u, {20, 100, 300, 80}, note, {.name = "Note"});
    if (!open) {
      return;
    }
    Dialog dialog(u, {.title = "Delete this webhook?", .description = "This cannot be undone.", .body_height = 80});
    const TextFieldResult typed = text_field(u, dialog.body(), name, {.name = "Name"});
    if (focus_the_button) {
      dialog.set_initial_focus(u.id(Role::button, "Cancel"));
    }
    (void)typed;
    Rect footer = dialog.footer();
    if (button(u, footer.cut_right(120), {.name = "Cancel"}) || dialog.dismissed()) {
      open = false;
    }
  }

  bool open = false;
  bool focus_the_button = false;
  int saves = 0;
  std::string name;
  std::string note;
  Headless ui{[this](Ui& u) { draw(u); }};
};

TEST_F(DeleteDialog, HasItsTitleForAName) {
  ui.button("Delete").press();
  EXPECT_TRUE(ui.dialog("Delete this webhook?").exists()) << ui.dump();
  EXPECT_EQ(ui.dialog().description(), "This cannot be undone.");
}

TEST_F(DeleteDialog, GivesTheFocusToItsFirstField) {
  ui.button("Delete").press();
  EXPECT_TRUE(ui.textbox("Name").focused());
}

TEST_F(DeleteDialog, GivesTheFocusToTheOneThatWasChosen) {
  focus_the_button = true;
  ui.button("Delete").press();
  EXPECT_TRUE(ui.button("Cancel").focused());
}

TEST_F(DeleteDialog, GivesTheFocusBackWhenItCloses) {
  ui.button("Delete").press();
  ui.button("Cancel").press();
  EXPECT_FALSE(ui.dialog().exists());
  EXPECT_TRUE(ui.button("Delete").focused());
}

TEST_F(DeleteDialog, IsDismissedByEscapeFromInside) {
  ui.button("Delete").press();
  ui.textbox("Name").key(key_escape);
  EXPECT_FALSE(open);
  EXPECT_TRUE(ui.button("Delete").focused());
}

TEST_F(DeleteDialog, IsDismissedByEscapeWhenNothingHasTheFocus) {
  ui.button("Delete").press();
  ui.blur();
  ui.key(key_escape);
  EXPECT_FALSE(open);
}

TEST_F(DeleteDialog, IsDismissedByAClickBesideIt) {
  ui.button("Delete").press();
  ui.click({5, 795});
  EXPECT_FALSE(open);
}

TEST_F(DeleteDialog, StaysAfterAClickInside) {
  ui.button("Delete").press();
  const Rect card = ui.dialog().node().rect;
  ui.click({card.x + 5, card.y + 5});
  EXPECT_TRUE(open);
}

TEST_F(DeleteDialog, CoversWhatIsBehindIt) {
  ui.button("Delete").press();
  open = true;
  ui.click({70, 38});  // the button Delete
  EXPECT_FALSE(open) << "the click was beside the dialog";
}

TEST_F(DeleteDialog, TabStaysInside) {
  ui.button("Delete").press();
  for (const NodeId id : ui.page().tab_order()) {
    EXPECT_NE(ui.page().find(id)->text, "Delete");
  }
  EXPECT_EQ(ui.page().tab_order().size(), 2U);
}

TEST_F(DeleteDialog, TakesTheWholeWidthOfAPhone) {
  ui.resize({390, 800});
  ui.button("Delete").press();
  EXPECT_EQ(ui.dialog().node().rect.width, 390);
}

TEST_F(DeleteDialog, ShortcutsBehindItDoNothing) {
  EXPECT_TRUE(ui.shortcut("s", {.control_or_command = true}));
  ui.button("Delete").press();
  EXPECT_FALSE(ui.shortcut("s", {.control_or_command = true}));
  EXPECT_EQ(saves, 1);
}

// ---- Shortcuts

TEST_F(DeleteDialog, ShortcutsWithoutControlAreLeftAloneWhileTyping) {
  EXPECT_TRUE(ui.shortcut("/"));
  ui.textbox("Note").focus();
  EXPECT_FALSE(ui.shortcut("/"));
  EXPECT_TRUE(ui.shortcut("s", {.control_or_command = true}));
}

TEST_F(DeleteDialog, AShortcutNeedsExactlyItsModifiers) {
  EXPECT_FALSE(ui.shortcut("s"));
  EXPECT_FALSE(ui.shortcut("s", {.shift = true, .control_or_command = true}));
  EXPECT_FALSE(ui.shortcut("s", {.control_or_command = true, .other = true}));
}

TEST(Dialog, EscapeClosesOnlyTheListThatIsOpenInIt) {
  bool dismissed = false;
  Headless ui([&](Ui& u) {
    Dialog dialog(u, {.title = "Move", .body_height = 80});
    (void)combobox(u, dialog.body(), {.name = "Location", .options = [](std::string_view) {
                                        return std::vector<Option>{{1, "Soho"}};
                                      }});
    dismissed = dismissed || dialog.dismissed();
  });
  ui.settle();
  ui.combobox("Location").key(key_down);
  ASSERT_TRUE(ui.option("Soho").exists()) << "the list belongs to the dialog: " << ui.dump();
  ui.key(key_escape);
  EXPECT_FALSE(ui.option("Soho").exists());
  EXPECT_FALSE(dismissed);
  ui.key(key_escape);
  EXPECT_TRUE(dismissed);
}

TEST(Dialog, AnAlertIsNotDismissedByAClickBesideIt) {
  bool dismissed = false;
  Headless ui([&](Ui& u) {
    const Dialog dialog(u, {.title = "Leave without saving?", .alert = true});
    dismissed = dismissed || dialog.dismissed();
  });
  ui.settle();
  ui.click({5, 5});
  EXPECT_FALSE(dismissed);
  EXPECT_EQ(ui.dialog().node().role, Role::alert_dialog);
}

TEST(Dialog, ADialogOverADialogTakesTurns) {
  bool second = false;
  Headless ui([&](Ui& u) {
    const Dialog dialog(u, {.title = "First"});
    if (button(u, dialog.footer(), {.name = "More"})) {
      second = true;
    }
    if (second) {
      const Dialog inner(u, {.title = "Second"});
      if (button(u, inner.footer(), {.name = "Done"})) {
        second = false;
      }
    }
  });
  ui.settle();
  ui.button("More").press();
  EXPECT_TRUE(ui.button("Done").focused());
  EXPECT_EQ(ui.page().tab_order().size(), 1U);
  ui.button("Done").press();
  EXPECT_TRUE(ui.button("More").focused());
}

// ---- Notices

TEST(Notice, IsReadOutOnceAndAgainWhenItChanges) {
  std::string text = "The server did not answer.";
  Headless ui([&](Ui& u) { (void)notice(u, {20, 20, 400, 80}, {.tone = Tone::danger, .text = text, .id = "error"}); });
  ui.settle();
  ui.settle();
  ASSERT_EQ(ui.announcements().size(), 1U);
  EXPECT_TRUE(ui.announcements()[0].assertive);
  text = "The server answered with an error page.";
  ui.settle();
  EXPECT_EQ(ui.announcements().size(), 2U);
}

TEST(Notice, IsReadOutAgainWhenItComesBack) {
  bool shown = true;
  Headless ui([&](Ui& u) {
    if (shown) {
      (void)notice(u, {20, 20, 400, 80}, {.text = "Saved."});
    }
  });
  ui.settle();
  shown = false;
  ui.settle();
  shown = true;
  ui.settle();
  EXPECT_EQ(ui.announcements().size(), 2U);
}

TEST(Notice, OffersItsAction) {
  int retries = 0;
  Headless ui([&](Ui& u) {
    retries += notice(u, {20, 20, 500, 80}, {.text = "Not saved.", .action = "Try again"}).action_pressed ? 1 : 0;
  });
  ui.settle();
  ui.button("Try again").click();
  EXPECT_EQ(retries, 1);
}

TEST(Toast, StandsOverThePageAndOffersItsAction) {
  int undone = 0;
  Headless ui([&](Ui& u) { undone += toast(u, {.text = "Deleted.", .action = "Undo"}) ? 1 : 0; });
  ui.settle();
  ui.button("Undo").click();
  EXPECT_EQ(undone, 1);
}

TEST(Progress, TellsItsPercentage) {
  Headless ui([&](Ui& u) { progress(u, {20, 20, 300, 20}, {.name = "Loading webhooks", .fraction = 0.42F}); });
  ui.settle();
  EXPECT_EQ(ui.by_role(Role::progress_bar, "Loading webhooks").value(), "42");
}

// ---- Focus

TEST(Focus, IsForgottenWhenItsNodeGoes) {
  bool shown = true;
  Headless ui([&](Ui& u) {
    if (shown) {
      (void)button(u, {20, 20, 100, 36}, {.name = "Save"});
    }
  });
  ui.settle();
  ui.button("Save").focus();
  shown = false;
  ui.settle();
  EXPECT_EQ(ui.ui().focus(), 0U);
}

TEST(Focus, WaitsForANodeThatComesAFrameLater) {
  int frame = 0;
  Headless ui([&](Ui& u) {
    const NodeId later = u.id(Role::button, "Later");
    if (++frame == 1) {
      u.request_focus(later);
    }
    if (frame >= 2) {
      (void)button(u, {20, 20, 100, 36}, {.name = "Later"});
    }
  });
  ui.settle();
  EXPECT_TRUE(ui.button("Later").focused());
}

TEST(Frames, StopWhenNothingHappens) {
  Headless ui([&](Ui& u) { (void)button(u, {20, 20, 100, 36}, {.name = "Save"}); });
  ui.settle();
  EXPECT_EQ(ui.settle(), 1);
}

// A WebAssembly cannot watch itself end.
#ifdef GTEST_HAS_DEATH_TEST
TEST(FramesDeathTest, TwoNodesWithOneIdAreABug) {
  EXPECT_DEATH(
      {
        Headless ui([](Ui& u) {
          (void)button(u, {20, 20, 100, 36}, {.name = "Save"});
          (void)button(u, {20, 80, 100, 36}, {.name = "Save"});
        });
        ui.settle();
      },
      "two nodes with one id");
}
#endif

}  // namespace
}  // namespace gui
