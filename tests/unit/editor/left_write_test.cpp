// A write whose form was left before its end: what became of it is found out and told all the same.
#include "app.h"

namespace {

using namespace editor_test;  // NOLINT(google-build-using-namespace)
using Outcome = JournalEntry::Outcome;

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

const JournalEntry& last(const App& app) { return app.state.journal.entries.back(); }

/// A change is on its way, and its form has been left for another one.
App left(const Turn& turn) {
  App app = App::started("/webhooks/1");
  app.server.next(Method::put, "", turn);
  app.type(Field::name, "Mine");
  app.begin_save();
  app.ask(command::Go{record_address(2)});
  app.ask(command::Confirm{});
  return app;
}

void back_to_the_list(App& app) {
  app.ask(command::Go{list_address});
  app.settle();
}

TEST(ALeftWrite, ThatFailedIsStillToldWhenTheListIsSeen) {
  App app = left(reply(400, failure("Not today")));
  app.settle();
  back_to_the_list(app);
  EXPECT_TRUE(contains(app.state.list.notice.title, "Nexudus did not accept")) << app.state.list.notice.title;
  EXPECT_TRUE(contains(app.state.list.notice.detail, "Not today")) << app.state.list.notice.detail;
  app.open(3);
  back_to_the_list(app);
  EXPECT_TRUE(app.state.list.notice.empty());  // it has been seen
}

TEST(ALeftWrite, IsReadBackAndCompared) {
  App app = left({});
  app.server.heal();
  app.settle();
  EXPECT_EQ(last(app).outcome, Outcome::verified);
}

TEST(ALeftWrite, ThatNexudusStoredOtherwiseIsTold) {
  App app = left({});
  app.server.heal();
  app.answer_one("/sys/webhooks");  // whatever else is on its way may come first
  while (app.server.count(Method::put) == 0) app.answer_one();
  (*app.server.find(1))["Name"] = "MINE";
  app.settle();
  EXPECT_EQ(last(app).outcome, Outcome::stored_otherwise);
  back_to_the_list(app);
  EXPECT_TRUE(contains(app.state.list.notice.title, "holds something else")) << app.state.list.notice.title;
}

TEST(ALeftWrite, OfUnclearEndThatWasDoneIsFoundOut) {
  App app = left(drop_after());
  app.settle();
  EXPECT_EQ(last(app).outcome, Outcome::verified);
  back_to_the_list(app);
  EXPECT_FALSE(contains(app.state.list.notice.title, "not known")) << app.state.list.notice.title;
}

TEST(ALeftWrite, OfUnclearEndThatWasNotDoneIsFoundOut) {
  App app = left(drop_before());
  app.settle();
  EXPECT_EQ(last(app).outcome, Outcome::refused);
  back_to_the_list(app);
  EXPECT_TRUE(contains(app.state.list.notice.title, "was not done")) << app.state.list.notice.title;
}

TEST(ALeftWrite, GuardsThePageWhileItRuns) {
  App app = left({});
  app.server.heal();
  EXPECT_TRUE(app.guarded);
  app.settle();
  EXPECT_FALSE(app.guarded);
}

App with_a_left_deletion(const Turn& turn) {
  App app = App::started("/webhooks/3");
  app.server.next(Method::delete_, "", turn);
  app.ask(command::Delete{});
  app.ask(command::Confirm{});
  while (app.state.journal.entries.empty() || app.in_flight.empty() ||
         app.on_its_way().request.method != Method::delete_) {
    app.in_flight.empty() ? app.sleep() : app.answer_one();
  }
  app.ask(command::Go{record_address(2)});
  app.ask(command::Confirm{});
  app.settle();
  return app;
}

TEST(ALeftDeletion, OfUnclearEndThatWasDoneIsFoundOut) {
  const App app = with_a_left_deletion(drop_after());
  EXPECT_EQ(last(app).outcome, Outcome::confirmed);
  EXPECT_EQ(find_row(app.state.list, 3), nullptr);
}

TEST(ALeftDeletion, OfUnclearEndThatWasNotDoneIsFoundOut) {
  const App app = with_a_left_deletion(drop_before());
  EXPECT_EQ(last(app).outcome, Outcome::refused);
  EXPECT_TRUE(contains(app.state.list.notice.title, "was not done")) << app.state.list.notice.title;
}

}  // namespace
