// Every write of this user from this browser, and how it is undone.
#include "app.h"

namespace {

using namespace editor_test;  // NOLINT(google-build-using-namespace)
using Kind = JournalEntry::Kind;
using Outcome = JournalEntry::Outcome;

const JournalEntry& last(const App& app) { return app.state.journal.entries.back(); }

void show_activity(App& app) {
  app.ask(command::Go{activity_address});
  app.settle();
}

void rename(App& app, const std::string& name) {
  app.type(Field::name, name);
  app.save();
}

TEST(TheJournal, HoldsWhatWasThereBeforeAndWhatWasSent) {
  App app = App::started("/webhooks/1");
  const std::string before = app.form().document->text();
  rename(app, "Renamed");
  ASSERT_EQ(app.state.journal.entries.size(), 1U);
  EXPECT_EQ(last(app).kind, Kind::changed);
  EXPECT_EQ(last(app).outcome, Outcome::verified);
  EXPECT_EQ(last(app).before, before);
  EXPECT_EQ(last(app).after, app.form().sent_body);
  EXPECT_EQ(last(app).user, "admin@example.com");
}

TEST(TheJournal, SaysThatARefusedWriteWasNotDone) {
  App app = App::started("/webhooks/1");
  app.server.next(Method::put, "", {Response{403, {}, ""}, false, false});
  rename(app, "Renamed");
  EXPECT_EQ(last(app).outcome, Outcome::refused);
  EXPECT_EQ(undo_label(app.state, last(app)), "");
}

TEST(TheJournal, HoldsAWriteThatWasTriedAgainOnce) {
  App app = App::started("/webhooks/1");
  app.server.next(Method::put, "", {Response{409, {{"Retry-After", "30"}}, ""}, false, false});
  rename(app, "Renamed");
  ASSERT_EQ(app.state.journal.entries.size(), 1U);
  EXPECT_EQ(last(app).outcome, Outcome::verified);
}

TEST(TheJournal, HoldsWhatWasThereWhenAWriteThatWasTurnedAwayWentAgain) {
  App app = App::started("/webhooks/1");
  app.server.next(Method::put, "", {Response{409, {{"Retry-After", "30"}}, ""}, false, false});
  app.type(Field::name, "Mine");
  app.begin_save();
  app.answer_one();
  (*app.server.find(1))["URL"] = "https://example.com/theirs";
  app.settle();
  ASSERT_EQ(app.state.journal.entries.size(), 1U);
  const auto changes = changes_of(app.state, last(app));
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes.front().field, "Name");
}

TEST(TheJournal, HoldsAWriteWhoseEndIsNotKnownAsSuch) {
  App app = App::started("/webhooks/1");
  app.type(Field::name, "Renamed");
  app.begin_save();
  EXPECT_EQ(last(app).outcome, Outcome::sent);
}

TEST(TheJournal, KeepsAWriteWhoseEndIsNotKnownWhenAnotherIsSent) {
  App app = App::started("/webhooks/1");
  app.type(Field::name, "Renamed");
  app.server.always(Method::put, "", drop_after());
  app.begin_save();
  const std::string first = last(app).after;
  app.server.always(Method::get, "/sys/webhooks/1", drop_before());
  app.settle();
  app.server.heal();
  app.type(Field::name, "Renamed again");
  app.save();
  ASSERT_EQ(app.state.journal.entries.size(), 2U);
  EXPECT_EQ(app.state.journal.entries.front().after, first);
  EXPECT_EQ(last(app).outcome, Outcome::verified);
}

TEST(TheJournal, HoldsDeletions) {
  App app = App::started("/webhooks/1");
  app.ask(command::Delete{});
  app.ask(command::TypeConfirmation{app.form().stored.fields.name});
  app.ask(command::Confirm{});
  app.settle();
  EXPECT_EQ(last(app).kind, Kind::deleted);
  EXPECT_EQ(last(app).outcome, Outcome::confirmed);
  EXPECT_EQ(last(app).after, "");
}

TEST(TheJournal, IsThereAgainAfterAReload) {
  App app = App::started("/webhooks/1");
  rename(app, "Renamed");
  const JournalEntry written = last(app);
  App later = app.reloaded("/activity");
  ASSERT_EQ(later.state.journal.entries.size(), 1U);
  EXPECT_EQ(last(later), written);
}

TEST(TheJournal, PassesOverWhatIsDamagedOrOfAnotherVersion) {
  App app = App::started("/webhooks/1");
  rename(app, "Renamed");
  const std::string name = app.kept.lower_bound("journal")->first;
  for (const char* text : {"", "{", "{}", R"({"Key":"a","At":1,"Kind":"moved","Outcome":"sent"})", "[1]"}) {
    App later = app;
    later.kept[name] = text;
    EXPECT_TRUE(later.reloaded("/activity").state.journal.entries.empty()) << text;
  }
}

TEST(TheJournal, IsSearchedInAllItHolds) {
  App app = App::started("/webhooks/1");
  rename(app, "Renamed");
  rename(app, "Again");
  app.ask(command::SearchJournal{"again"});
  ASSERT_EQ(found_entries(app.state).size(), 1U);
  EXPECT_EQ(title_of(*found_entries(app.state).front()), "Changed “Renamed”");
}

TEST(TheJournal, IsExportedOneLineAWriteWithoutCredentials) {
  App app = App::started("/webhooks/1");
  app.type(Field::url, "https://example.com/?token=hidden");
  app.save();
  rename(app, "Renamed");
  app.ask(command::ExportJournal{});
  ASSERT_EQ(app.files.size(), 1U);
  EXPECT_EQ(std::count(app.files[0].text.begin(), app.files[0].text.end(), '\n'), 2);
  EXPECT_EQ(app.files[0].text.find("hidden"), std::string::npos);
}

TEST(AChange, IsUndoneByANewCheckedWrite) {
  App app = App::started("/webhooks/1");
  const std::string before = app.form().fields.name;
  rename(app, "Renamed");
  show_activity(app);
  app.ask(command::UndoWrite{last(app).key});
  app.settle();
  EXPECT_EQ(app.form().fields.name, before);
  EXPECT_TRUE(app.form().changed);
  app.save();
  EXPECT_EQ((*app.server.find(1))["Name"], before);
  EXPECT_EQ(app.state.journal.entries.size(), 2U);
}

TEST(AChange, ThatSomebodyChangedSinceIsAskedAboutWhenUndone) {
  App app = App::started("/webhooks/1");
  rename(app, "Renamed");
  show_activity(app);
  (*app.server.find(1))["Name"] = "Theirs";
  app.ask(command::UndoWrite{last(app).key});
  app.settle();
  EXPECT_NE(app.status(Field::name).error, "");
}

TEST(AChange, UndoneLeavesLaterChangesOfOtherFieldsAlone) {
  App app = App::started("/webhooks/1");
  rename(app, "Renamed");
  app.type(Field::url, "https://example.com/later");
  app.save();
  show_activity(app);
  app.ask(command::UndoWrite{app.state.journal.entries.front().key});
  app.settle();
  EXPECT_EQ(app.form().fields.url, "https://example.com/later");
}

TEST(ADeletedWebhook, IsOfferedAsANewOne) {
  App app = App::started("/webhooks/1");
  const webhook::Fields before = app.form().fields;
  app.ask(command::Delete{});
  app.ask(command::TypeConfirmation{before.name});
  app.ask(command::Confirm{});
  app.settle();
  app.ask(command::UndoWrite{last(app).key});
  app.settle();
  EXPECT_TRUE(app.form().is_new());
  EXPECT_EQ(app.form().fields, before);
}

TEST(ACreatedWebhook, IsAskedToBeDeleted) {
  App app = App::started("/webhooks/new");
  app.type(Field::name, "New");
  app.ask(command::ChooseLocation{1});
  app.ask(command::ChooseEvent{21});
  app.type(Field::url, "https://example.com/new");
  app.save();
  EXPECT_EQ(last(app).kind, Kind::created);
  show_activity(app);
  app.ask(command::UndoWrite{last(app).key});
  app.settle();
  EXPECT_TRUE(app.state.dialog && std::holds_alternative<DeleteDialog>(*app.state.dialog));
}

TEST(ARequest, IsCopiedAsCurlWithoutTokenAndCredentials) {
  App app = App::started("/webhooks/1");
  app.type(Field::url, "https://example.com/?token=hidden");
  app.save();
  for (std::size_t place = 0; place < app.state.activity.size(); ++place) {
    app.ask(command::CopyRequest{place});
    EXPECT_EQ(app.copied.back().find("hidden"), std::string::npos);
    EXPECT_NE(app.copied.back().find("$TOKEN"), std::string::npos);
  }
}

TEST(TheBudget, IsShownAsOfTheLastRequest) {
  App app = App::started("/activity");
  EXPECT_EQ(app.state.traffic.use.calls_last_minute, static_cast<std::int64_t>(app.state.activity.size()));
  EXPECT_EQ(app.state.traffic.waiting.size(), 0U);
}

TEST(AnUndoThatCouldNotBeOpened, IsNotAppliedToALaterOpening) {
  App app = App::started("/webhooks/1");
  rename(app, "Renamed");
  show_activity(app);
  app.server.always(Method::get, "/sys/webhooks/1", reply(500));
  app.ask(command::UndoWrite{last(app).key});
  app.settle();
  app.server.heal();
  app.ask(command::Go{list_address});
  app.open(1);
  EXPECT_EQ(app.form().fields.name, "Renamed");
  EXPECT_FALSE(app.form().changed);
}

TEST(AnUndo, OfAWebhookWithADraftLeavesTheDraftForLater) {
  App app = App::started("/webhooks/1");
  rename(app, "Renamed");
  app.type(Field::name, "Typed");
  App later = app.reloaded("/activity");
  later.ask(command::UndoWrite{last(later).key});
  later.settle();
  EXPECT_EQ(later.form().fields.name, "Front door");
  EXPECT_EQ(later.status(Field::name).conflict, "") << "nobody else changed anything";
  EXPECT_TRUE(std::any_of(later.kept.begin(), later.kept.end(), [](const auto& text) {
    return text.first.starts_with("draft") && text.second.find("Typed") != std::string::npos;
  }));
}

TEST(ADeletedWebhook, ThatIsCreatedAgainSaysWhatDoesNotComeBack) {
  App app;
  (*app.server.find(1))["SystemId"] = "abc";
  (*app.server.find(1))["CustomFields"] = {{"Data", 1}};
  app.begin("/webhooks/1");
  app.sign_in();
  app.settle();
  app.ask(command::Delete{});
  app.ask(command::TypeConfirmation{app.form().stored.fields.name});
  app.ask(command::Confirm{});
  app.settle();
  show_activity(app);
  app.ask(command::UndoWrite{last(app).key});
  app.settle();
  for (const char* member : {"SystemId", "CustomFields", "Unknown"}) {
    EXPECT_NE(app.form().notice.detail.find(member), std::string::npos) << member;
  }
  EXPECT_EQ(app.form().notice.detail.find("UpdatedOn"), std::string::npos) << "Nexudus sets that by itself";
}

}  // namespace
