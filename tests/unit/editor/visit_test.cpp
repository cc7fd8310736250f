// What happened since the user looked last.
#include "editor/visit.h"
#include "app.h"

namespace {

using namespace editor_test;  // NOLINT(google-build-using-namespace)
using Kind = VisitChange::Kind;

/// The user was here; what happens to the records then is found when the page is loaded again.
App visited() { return App::started("/webhooks"); }

std::vector<Kind> kinds_of(const App& app) {
  std::vector<Kind> kinds;
  for (const VisitChange& change : app.state.visit.changes) kinds.push_back(change.kind);
  return kinds;
}

void change(App& app, std::int64_t id, const std::string& who) {
  (*app.server.find(id))["UpdatedOn"] = "2025-06-02T09:00:00Z";
  (*app.server.find(id))["UpdatedBy"] = who;
}

TEST(TheFirstVisit, HasNoNews) {
  const App app = visited();
  EXPECT_TRUE(app.state.visit.changes.empty());
  EXPECT_TRUE(visit_notice(app.state).empty());
}

TEST(TheNextVisit, WithoutChangesHasNoNews) {
  EXPECT_TRUE(visited().reloaded("/webhooks").state.visit.changes.empty());
}

TEST(TheNextVisit, TellsWhoChangedWhat) {
  App app = visited();
  change(app, 1, "anna@example.com");
  const App later = app.reloaded("/webhooks");
  ASSERT_EQ(kinds_of(later), std::vector{Kind::changed});
  EXPECT_EQ(later.state.visit.changes[0].id, 1);
  EXPECT_EQ(sentence_of(later.state.visit.changes[0]), "Changed by anna@example.com");
  EXPECT_EQ(visit_notice(later.state).title, "Since your last visit: 1 changed.");
  EXPECT_TRUE(later.has_said("Since your last visit: 1 changed."));
}

TEST(TheNextVisit, DoesNotTellWhatTheUserChanged) {
  App app = visited();
  change(app, 1, "admin@example.com");
  EXPECT_TRUE(app.reloaded("/webhooks").state.visit.changes.empty());
}

TEST(TheNextVisit, TellsWhatWasAddedAndDeleted) {
  App app = visited();
  app.server.records.erase(app.server.records.begin());
  app.server.records.push_back(record(9, "New lock"));
  app.server.records.back()["UpdatedBy"] = "anna@example.com";
  const App later = app.reloaded("/webhooks");
  ASSERT_EQ(kinds_of(later), (std::vector{Kind::added, Kind::deleted}));
  EXPECT_EQ(later.state.visit.changes[0].name, "New lock");
  EXPECT_EQ(later.state.visit.changes[1].name, "Front door");
}

TEST(TheNextVisit, TellsWhatNexudusSwitchedOffBeforeAllElse) {
  App app = visited();
  change(app, 1, "anna@example.com");
  (*app.server.find(2))["ErrorCount"] = 10;
  (*app.server.find(2))["Active"] = false;
  const App later = app.reloaded("/webhooks");
  ASSERT_EQ(kinds_of(later), (std::vector{Kind::switched_off, Kind::changed}));
  EXPECT_EQ(visit_notice(later.state).severity, Notice::Severity::warning);
}

TEST(TheNextVisit, TellsWhatStartedFailing) {
  App app = visited();
  (*app.server.find(2))["ErrorCount"] = 3;
  EXPECT_EQ(kinds_of(app.reloaded("/webhooks")), std::vector{Kind::started_failing});
}

TEST(TheNextVisit, DoesNotTellWhatTheUserDeleted) {
  App app = visited();
  change(app, 1, "anna@example.com");
  App later = app.reloaded("/webhooks/3");
  later.ask(command::Delete{});
  later.ask(command::Confirm{});
  later.settle();
  EXPECT_EQ(kinds_of(later.reloaded("/webhooks")), std::vector{Kind::changed});
}

TEST(News, StaysUntilItWasSeen) {
  App app = visited();
  change(app, 1, "anna@example.com");
  App later = app.reloaded("/webhooks").reloaded("/webhooks");
  ASSERT_EQ(kinds_of(later), std::vector{Kind::changed});
  later.ask(command::MarkSeen{});
  EXPECT_TRUE(later.state.visit.changes.empty());
  EXPECT_TRUE(later.reloaded("/webhooks").state.visit.changes.empty());
}

TEST(News, OfTheDemoIsNotKept) {
  App app;
  app.begin();
  app.tell(event::SignInEnded{SignInOutcome::demo_chosen, "", "", false});
  app.settle();
  EXPECT_TRUE(app.kept.empty());
}

TEST(WhatWasSeen, SurvivesBeingWrittenAndRead) {
  Visit visit;
  visit.seen_unix_ms = 1'750'000'000'000;
  visit.seen = {{1, 0, webhook::Health::off, ""}, {70'000'000'000, 12, webhook::Health::failing, "Ünïcode name"}};
  const auto read = read_visit(to_text(visit));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->seen, visit.seen);
  EXPECT_EQ(read->seen_unix_ms, visit.seen_unix_ms);
}

TEST(WhatWasSeen, ThatIsDamagedIsAsIfItHadNeverBeen) {
  for (const char* text :
       {"", "x", "-1", "5\t1", "5\t1\t2\t9\tname", "5\t2\t0\t0\tb\t1\t0\t0\ta", "99999999999999999999"}) {
    EXPECT_FALSE(read_visit(text)) << text;
  }
}

}  // namespace
