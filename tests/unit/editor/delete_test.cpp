// Deleting a webhook.
#include "app.h"

namespace {

using namespace editor_test;  // NOLINT(google-build-using-namespace)

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

const DeleteDialog* dialog_of(const App& app) {
  return app.state.dialog ? std::get_if<DeleteDialog>(&*app.state.dialog) : nullptr;
}

TEST(Deleting, AsksFirst) {
  App app = App::started("/webhooks/3");
  app.ask(command::Delete{});
  ASSERT_NE(dialog_of(app), nullptr);
  EXPECT_EQ(dialog_of(app)->title, "Delete “Old hook”?");
  EXPECT_TRUE(dialog_of(app)->may_confirm);
  app.ask(command::Cancel{});
  app.settle();
  EXPECT_EQ(app.server.count(Method::delete_), 0U);
  EXPECT_FALSE(app.state.dialog);
}

TEST(Deleting, AnActiveOneNeedsItsNameTyped) {
  App app = App::started("/webhooks/1");
  app.ask(command::Delete{});
  EXPECT_FALSE(dialog_of(app)->may_confirm);
  app.ask(command::Confirm{});
  app.ask(command::TypeConfirmation{"Front"});
  app.ask(command::Confirm{});
  app.settle();
  EXPECT_EQ(app.server.count(Method::delete_), 0U);
  app.ask(command::TypeConfirmation{"Front door"});
  EXPECT_TRUE(dialog_of(app)->may_confirm);
  app.ask(command::Confirm{});
  app.settle();
  EXPECT_EQ(app.server.find(1), nullptr);
}

TEST(Deleting, GoesByWhatIsStoredNotByWhatIsTyped) {
  App app = App::started("/webhooks/1");
  app.ask(command::SetActive{false});
  app.type(Field::name, "x");
  app.ask(command::Delete{});
  EXPECT_EQ(dialog_of(app)->name_to_type, "Front door");
}

TEST(Deleting, LeadsBackToTheListWithoutTheRow) {
  App app = App::started("/webhooks/3");
  app.ask(command::Delete{});
  app.ask(command::Confirm{});
  app.settle();
  EXPECT_FALSE(app.state.form);
  EXPECT_EQ(app.address, "/webhooks");
  EXPECT_EQ(app.navigations.back().entry, effect::HistoryEntry::replaced);
  EXPECT_EQ(app.shown_names(), (std::vector<std::string>{"Billing", "Front door"}));
  EXPECT_TRUE(app.has_said("Deleted “Old hook”."));
}

App deleting(const Turn& turn) {
  App app = App::started("/webhooks/3");
  app.server.next(Method::delete_, "", turn);
  app.ask(command::Delete{});
  app.ask(command::Confirm{});
  app.settle();
  return app;
}

TEST(Deleting, WhatSomebodyElseDeletedIsDone) {
  App app = App::started("/webhooks/3");
  std::erase_if(app.server.records, [](const Json& record) { return record["Id"] == 3; });
  app.ask(command::Delete{});
  app.ask(command::Confirm{});
  app.settle();
  EXPECT_TRUE(app.has_said("Deleted “Old hook”."));
}

TEST(Deleting, WhatIsOnlySaidNotToBeThereSaysNotDeleted) {
  App app = deleting(reply(404, "\"Not found\""));
  EXPECT_EQ(app.form().notice.title, "Not deleted.");
  EXPECT_NE(find_row(app.state.list, 3), nullptr);
}

TEST(DeletingWithALostConnection, AfterTheServerActedIsFoundOut) {
  const App app = deleting(drop_after());
  EXPECT_TRUE(app.has_said("Deleted “Old hook”."));
  EXPECT_EQ(app.server.count(Method::delete_), 1U);
}

TEST(DeletingWithALostConnection, BeforeTheServerActedSaysNotDeleted) {
  App app = deleting(drop_before());
  EXPECT_EQ(app.form().notice.title, "Not deleted.");
  EXPECT_NE(find_row(app.state.list, 3), nullptr);
}

TEST(DeletingWithALostConnection, ThatCannotBeCheckedSaysSo) {
  App app = App::started("/webhooks/3");
  app.server.always(Method::delete_, "", drop_after());
  app.ask(command::Delete{});
  app.ask(command::Confirm{});
  app.answer_one();  // the look before it
  app.server.always(Method::get, "/sys/webhooks/3", reply(500));
  app.settle();
  EXPECT_EQ(app.form().notice.title, "It is not known whether the webhook was deleted.");
  app.server.heal();
  app.ask(command::RunNoticeAction{});
  app.settle();
  EXPECT_TRUE(app.has_said("Deleted “Old hook”."));
}

TEST(Deleting, WhatSomebodyElseChangedMeanwhileAsksAgain) {
  App app = App::started("/webhooks/3");
  (*app.server.find(3))["URL"] = "https://example.com/theirs";
  (*app.server.find(3))["UpdatedBy"] = "anna@example.com";
  app.ask(command::Delete{});
  app.ask(command::Confirm{});
  app.settle();
  EXPECT_EQ(app.server.count(Method::delete_), 0U);
  ASSERT_NE(dialog_of(app), nullptr);
  EXPECT_TRUE(contains(dialog_of(app)->text, "anna@example.com changed URL")) << dialog_of(app)->text;
  EXPECT_EQ(app.form().fields.url, "https://example.com/theirs");
  app.ask(command::Confirm{});
  app.settle();
  EXPECT_EQ(app.server.find(3), nullptr);
}

TEST(Deleting, WhatOnlyFiredMeanwhileDoesNotAskAgain) {
  App app = App::started("/webhooks/3");
  (*app.server.find(3))["LastTrigger"] = "2025-06-15T15:04:00Z";
  (*app.server.find(3))["ErrorCount"] = 1;
  app.ask(command::Delete{});
  app.ask(command::Confirm{});
  app.settle();
  EXPECT_EQ(app.server.find(3), nullptr);
}

TEST(Deleting, KeepsInTheJournalWhatWasThereAtTheEnd) {
  App app = App::started("/webhooks/3");
  (*app.server.find(3))["ErrorCount"] = 1;
  app.ask(command::Delete{});
  app.ask(command::Confirm{});
  app.settle();
  ASSERT_EQ(app.state.journal.entries.size(), 1U);
  EXPECT_EQ(Json::parse(app.state.journal.entries.back().before)["ErrorCount"], 1);
}

TEST(Deleting, ThatWaitedLooksAgainBeforeItIsSent) {
  App app = App::started("/webhooks/3");
  app.server.next(Method::delete_, "", {Response{409, {{"Retry-After", "30"}}, ""}, false, false});
  app.ask(command::Delete{});
  app.ask(command::Confirm{});
  while (app.server.count(Method::delete_) == 0) app.in_flight.empty() ? app.sleep() : app.answer_one();
  (*app.server.find(3))["URL"] = "https://example.com/theirs";
  app.settle();
  EXPECT_EQ(app.server.count(Method::delete_), 1U);
  EXPECT_NE(dialog_of(app), nullptr);
}

TEST(Deleting, WithoutTheRoleNamesIt) {
  App app = deleting(reply(403));
  EXPECT_TRUE(contains(app.form().notice.detail, "WebHook-Delete"));
}

}  // namespace
