// Shortcuts, the command palette and the help, driven by keys and by role and name.
#include "whole_application.h"

namespace screen_tests {
namespace {

class Commands : public WholeApplication {
 protected:
  [[nodiscard]] bool on_the_form() const { return application.state().form.has_value(); }
  void open_palette() { ASSERT_TRUE(ui->shortcut("k", {.control_or_command = true})); }
  [[nodiscard]] testing_support::Target palette() { return ui->combobox("Command or webhook"); }
};

TEST_F(Commands, AreListedAsSoonAsThePaletteOpens) {
  open();
  open_palette();
  EXPECT_TRUE(palette().focused()) << ui->dump();
  EXPECT_TRUE(ui->option("New webhook").exists()) << ui->dump();
}

TEST_F(Commands, AreFoundByTypingAndRunByEnter) {
  open();
  open_palette();
  palette().type("new web");
  palette().key(gui::key_enter);
  EXPECT_FALSE(ui->dialog().exists());
  EXPECT_TRUE(ui->heading("New webhook").exists()) << ui->dump();
}

TEST_F(Commands, IncludeEveryWebhookByName) {
  open();
  open_palette();
  palette().type("turnstile");
  palette().key(gui::key_enter);
  wait();
  EXPECT_TRUE(ui->heading(turnstile_name).exists()) << ui->dump();
}

TEST_F(Commands, ThatMakeNoSenseNowAreNotOffered) {
  open();
  open_palette();
  EXPECT_FALSE(ui->option("Save").exists());
  EXPECT_FALSE(ui->option("Delete this webhook").exists());
}

TEST_F(Commands, LeaveThePaletteWithEscape) {
  open();
  open_palette();
  palette().key(gui::key_escape);
  EXPECT_FALSE(ui->dialog().exists()) << ui->dump();
}

TEST_F(Commands, AskForConfirmationFromThePaletteToo) {
  open(with_large_numbers);
  open_palette();
  palette().type("delete this");
  palette().key(gui::key_enter);
  EXPECT_TRUE(ui->dialog("Delete “Invoice paid”?").exists()) << ui->dump();
}

TEST_F(Commands, MoveToTheNextAndThePreviousWebhookOfTheList) {
  open();
  ui->searchbox("Search").type("turnstile");
  ui->searchbox("Search").type("");
  ui->cell(2, 1).press();
  wait();
  const std::int64_t second = application.state().form->id;
  ui->blur();
  ASSERT_TRUE(ui->shortcut("j"));
  wait();
  EXPECT_NE(application.state().form->id, second);
  ASSERT_TRUE(ui->shortcut("k"));
  wait();
  EXPECT_EQ(application.state().form->id, second);
}

TEST_F(Commands, WithoutControlAreLeftAloneWhileTextIsTyped) {
  open();
  ui->searchbox("Search").focus();
  EXPECT_FALSE(ui->shortcut("n"));
  EXPECT_FALSE(on_the_form());
}

TEST_F(Commands, OfASingleKeyCanBeSwitchedOff) {
  open();
  ASSERT_TRUE(ui->shortcut("?", {.shift = true}));
  ui->switch_control("Shortcuts of a single key").press();
  ui->button("Close").press();
  EXPECT_FALSE(ui->shortcut("n"));
  EXPECT_TRUE(ui->shortcut("k", {.control_or_command = true}));
}

TEST_F(Commands, TellInTheirHelpWhatASaveCannotPrevent) {
  open();
  ASSERT_TRUE(ui->shortcut("?", {.shift = true}));
  EXPECT_NE(ui->dump().find("the time of one round trip, is overwritten unseen"), std::string::npos) << ui->dump();
}

TEST_F(Commands, AreWrittenAsTheKeyboardHasThem) {
  open();
  ASSERT_TRUE(ui->shortcut("?", {.shift = true}));
  EXPECT_TRUE(ui->text_visible("Ctrl+K: ")) << ui->dump();
  gui::Preferences apple;
  apple.apple_keys = true;
  ui->set_preferences(apple);
  EXPECT_TRUE(ui->text_visible("⌘K: ")) << ui->dump();
}

TEST_F(Commands, SortTheListByEachColumn) {
  open();
  for (const char* column : {"Location", "Last changed", "Name"}) {
    SCOPED_TRACE(column);
    open_palette();
    palette().type("sort by " + std::string(column));
    palette().key(gui::key_enter);
    EXPECT_EQ(ui->by_role(gui::Role::column_header, column).node().sort, gui::Sort::ascending) << ui->dump();
  }
}

TEST_F(Commands, OfferSortingOnlyWhereTheListIs) {
  open(with_large_numbers);
  open_palette();
  palette().type("sort by");
  EXPECT_EQ(ui->count(gui::Role::option), 0) << ui->dump();
}

TEST_F(Commands, WaitWhileAQuestionIsOpen) {
  open(with_large_numbers);
  ui->button("Delete").press();
  EXPECT_FALSE(ui->shortcut("k", {.control_or_command = true}));
}

}  // namespace
}  // namespace screen_tests
