// Undo and redo in the form.
#include "app.h"

namespace {

using namespace editor_test;  // NOLINT(google-build-using-namespace)

void type_letters(App& app, Field field, std::string_view text, std::int64_t pause_ms = 100) {
  for (std::size_t length = 1; length <= text.size(); ++length) {
    app.clock_ms += pause_ms;
    app.type(field, std::string(text.substr(0, length)));
  }
}

TEST(Undo, TakesBackWhatWasTypedInOneGo) {
  App app = App::started("/webhooks/1");
  const std::string before = app.form().fields.name;
  type_letters(app, Field::name, "Night door");
  app.ask(command::Undo{});
  EXPECT_EQ(app.form().fields.name, before);
  EXPECT_FALSE(app.form().changed);
}

TEST(Undo, StopsWhereTypingPaused) {
  App app = App::started("/webhooks/1");
  type_letters(app, Field::name, "Night");
  app.clock_ms += 2'000;
  app.type(Field::name, "Night door");
  app.ask(command::Undo{});
  EXPECT_EQ(app.form().fields.name, "Night");
}

TEST(Undo, StopsWhereTheFieldWasLeft) {
  App app = App::started("/webhooks/1");
  app.type(Field::name, "Night");
  app.ask(command::LeaveField{Field::name});
  app.type(Field::name, "Night door");
  app.ask(command::Undo{});
  EXPECT_EQ(app.form().fields.name, "Night");
}

TEST(Undo, GoesThroughAllFieldsToTheBeginning) {
  App app = App::started("/webhooks/1");
  const webhook::Fields before = app.form().fields;
  app.type(Field::name, "A");
  app.ask(command::ChooseEvent{21});
  app.type(Field::url, "https://example.com/b");
  app.ask(command::SetActive{!before.active});
  app.type(Field::description, "c");
  app.ask(command::ChooseLocation{2});
  for (int step = 0; step < 6; ++step) app.ask(command::Undo{});
  EXPECT_EQ(app.form().fields, before);
  app.ask(command::Undo{});
  EXPECT_EQ(app.form().fields, before);
}

TEST(Undo, PutsTheFocusWhereItHappenedAndSaysIt) {
  App app = App::started("/webhooks/1");
  app.type(Field::url, "https://example.com/other");
  app.ask(command::Undo{});
  EXPECT_TRUE(app.focus_is_on(Field::url));
  EXPECT_TRUE(app.has_said("Undone: URL."));
}

TEST(Undo, BringsBackWhatWasDiscarded) {
  App app = App::started("/webhooks/1");
  app.type(Field::name, "Mine");
  app.type(Field::url, "https://example.com/mine");
  app.ask(command::SetAllBack{});
  app.ask(command::Undo{});
  EXPECT_EQ(app.form().fields.name, "Mine");
  EXPECT_EQ(app.form().fields.url, "https://example.com/mine");
}

TEST(Undo, ReachesBehindASave) {
  App app = App::started("/webhooks/1");
  const std::string before = app.form().fields.name;
  app.type(Field::name, "Saved");
  app.save();
  app.ask(command::Undo{});
  EXPECT_EQ(app.form().fields.name, before);
  EXPECT_TRUE(app.form().changed);
}

TEST(Undo, LeavesTheFieldsOthersChangedAlone) {
  App app = App::started("/webhooks/1");
  app.type(Field::name, "Mine");
  (*app.server.find(1))["URL"] = "https://example.com/theirs";
  app.save();
  app.ask(command::Undo{});
  EXPECT_EQ(app.form().fields.url, "https://example.com/theirs");
}

TEST(Redo, DoesAgainWhatWasTakenBack) {
  App app = App::started("/webhooks/1");
  app.type(Field::name, "Night");
  app.ask(command::SetActive{false});
  const webhook::Fields edited = app.form().fields;
  app.ask(command::Undo{});
  app.ask(command::Undo{});
  app.ask(command::Redo{});
  app.ask(command::Redo{});
  EXPECT_EQ(app.form().fields, edited);
}

TEST(Redo, IsGoneAfterAnotherEdit) {
  App app = App::started("/webhooks/1");
  app.type(Field::name, "Night");
  app.ask(command::Undo{});
  app.type(Field::url, "https://example.com/other");
  app.ask(command::Redo{});
  EXPECT_NE(app.form().fields.name, "Night");
}

TEST(AStep, ThatEndsWhereItBeganIsNone) {
  App app = App::started("/webhooks/1");
  const std::string before = app.form().fields.name;
  app.type(Field::name, before + "x");
  app.type(Field::name, before);
  EXPECT_TRUE(app.form().history.done.empty());
}

}  // namespace
