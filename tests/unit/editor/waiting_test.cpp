// What waited may be out of date when its turn comes, and an answer that comes late may be older than what is known.
#include "app.h"
#include "editor/merge_flow.h"
#include "editor/traffic.h"

namespace {

using namespace editor_test;  // NOLINT(google-build-using-namespace)

void change_elsewhere(App& app, const std::string& member, const Json& value) {
  Json& stored = *app.server.find(1);
  stored[member] = value;
  stored["UpdatedBy"] = "anna@example.com";
  stored["UpdatedOn"] = "2025-06-15T15:04:00Z";
}

/// Answers the first request with this in its target, as soon as it has gone.
void answer(App& app, std::string_view target_part) {
  const auto is_there = [&] {
    return std::any_of(app.in_flight.begin(), app.in_flight.end(), [target_part](const auto& sent) {
      return sent.request.target.find(target_part) != std::string::npos;
    });
  };
  for (int i = 0; i < 20 && !is_there(); ++i) app.sleep();
  app.answer_one(target_part);
}

TEST(ASaveThatWasNeverSent, LooksAgainAfterItWasHeldBack) {
  App app = App::started();
  app.server.next(Method::get, "/sys/webhooks?", {Response{409, {{"Retry-After", "30"}}, ""}, false, false});
  app.ask(command::ReloadList{});
  app.ask(command::Go{record_address(1)});
  answer(app, "/sys/webhooks/1");
  app.type(Field::name, "Mine");
  app.ask(command::Save{});
  answer(app, "/sys/webhooks/1");  // the look
  answer(app, "/sys/webhooks?");   // turned away: nothing may go for half a minute
  change_elsewhere(app, "URL", "https://example.com/theirs");
  app.settle();
  EXPECT_EQ((*app.server.find(1))["Name"], "Mine");
  EXPECT_EQ((*app.server.find(1))["URL"], "https://example.com/theirs");
  EXPECT_EQ(app.server.count(Method::put), 1U);
}

TEST(ASaveThatWasNeverSent, LooksAgainAfterASignIn) {
  App app = App::started("/webhooks/1");
  app.type(Field::name, "Mine");
  app.ask(command::Save{});
  app.answer_one("/sys/webhooks/1");
  ASSERT_TRUE(app.in_flight.empty());  // its turn comes in a moment
  app.tell(event::SignInEnded{SignInOutcome::refresh_failed, "", "", false});
  app.clock_ms += 600'000;
  change_elsewhere(app, "URL", "https://example.com/theirs");
  app.sign_in();
  app.settle();
  EXPECT_EQ((*app.server.find(1))["Name"], "Mine");
  EXPECT_EQ((*app.server.find(1))["URL"], "https://example.com/theirs");
}

TEST(ASaveThatWasNeverSent, LooksAgainAfterTheMachineSlept) {
  App app = App::started("/webhooks/1");
  app.type(Field::name, "Mine");
  app.ask(command::Save{});
  app.answer_one("/sys/webhooks/1");
  ASSERT_TRUE(app.in_flight.empty());
  app.asleep_ms += 3'600'000;
  change_elsewhere(app, "URL", "https://example.com/theirs");
  app.settle();
  EXPECT_EQ((*app.server.find(1))["Name"], "Mine");
  EXPECT_EQ((*app.server.find(1))["URL"], "https://example.com/theirs");
}

TEST(ASaveThatWasNeverSent, IsNotSentOverWhatAnotherFormHasReadMeanwhile) {
  App app = App::started("/webhooks/1");
  app.type(Field::name, "Mine");
  app.ask(command::Save{});
  app.answer_one("/sys/webhooks/1");
  ASSERT_TRUE(app.in_flight.empty());  // its turn comes in a moment
  change_elsewhere(app, "URL", "https://example.com/theirs");
  app.ask(command::Duplicate{});
  app.ask(command::Confirm{});
  answer(app, "/sys/webhooks/1");  // for the copy
  app.settle();
  EXPECT_EQ((*app.server.find(1))["URL"], "https://example.com/theirs");
  EXPECT_FALSE(app.form().busy());
}

TEST(TheLookBeforeASave, CountsUpToItsOldestAge) {
  App app = App::started("/webhooks/1");
  app.type(Field::name, "Mine");
  app.ask(command::Save{});
  const effect::SendRequest look = app.on_its_way();
  app.in_flight.clear();
  app.clock_ms += oldest_look_ms;
  app.tell(event::Replied{look.id, *app.server.answer(look.request), 5'000});
  ASSERT_FALSE(app.in_flight.empty());
  EXPECT_EQ(app.on_its_way().request.method, Method::put);
}

TEST(TheLookBeforeASave, WhoseAnswerLayThereWhileTheMachineSleptIsTakenAnew) {
  App app = App::started("/webhooks/1");
  app.type(Field::name, "Mine");
  app.ask(command::Save{});
  const effect::SendRequest look = app.on_its_way();
  app.in_flight.clear();
  const auto old = app.server.answer(look.request);
  app.asleep_ms += 3'600'000;
  change_elsewhere(app, "URL", "https://example.com/theirs");
  app.tell(event::Replied{look.id, *old, 5'000});
  app.settle();
  EXPECT_EQ((*app.server.find(1))["Name"], "Mine");
  EXPECT_EQ((*app.server.find(1))["URL"], "https://example.com/theirs");
}

TEST(ASaveWhileOffline, WaitsUntilTheConnectionIsBack) {
  App app = App::started("/webhooks/1");
  app.type(Field::name, "Mine");
  app.tell(event::OnlineChanged{false});
  app.server.always(Method::get, "", drop_before());
  app.ask(command::Save{});
  for (int i = 0; i < 20 && (!app.in_flight.empty() || app.waits()); ++i) {
    app.in_flight.empty() ? app.sleep() : app.answer_one();
  }
  EXPECT_TRUE(app.form().busy());
  ASSERT_NE(what_the_form_waits_for(app.state), nullptr);
  EXPECT_EQ(what_the_form_waits_for(app.state)->waits_for, WaitingRequest::For::network);
  app.server.heal();
  app.tell(event::OnlineChanged{true});
  app.settle();
  EXPECT_EQ(app.form().notice.title, "Saved.");
}

TEST(ASaveWhileOffline, AsksOnlyNowAndThenWhetherTheConnectionIsBack) {
  App app = App::started("/webhooks/1");
  app.type(Field::name, "Mine");
  app.tell(event::OnlineChanged{false});
  app.server.always(Method::get, "", drop_before());
  app.ask(command::Save{});
  const std::int64_t begun = app.clock_ms;
  const std::size_t before = app.server.log.size();
  while (app.clock_ms < begun + 60'000) app.in_flight.empty() ? app.sleep() : app.answer_one();
  EXPECT_LE(app.server.log.size() - before, 5U);
}

TEST(Offline, IsOverWithTheFirstAnswerWhateverTheBrowserSays) {
  App app;
  app.tell(event::OnlineChanged{false});  // the machine has no network, and the server is on the machine
  app.begin("/webhooks/1");
  app.sign_in();
  app.settle();
  EXPECT_TRUE(app.state.online);
  EXPECT_EQ(app.state.list.phase, List::Phase::loaded);
  EXPECT_LT(app.clock_ms, 5'000);
}

TEST(Stopping, ASaveThatWaitsSendsNothingAndKeepsTheEdit) {
  App app = App::started("/webhooks/1");
  app.server.next(Method::put, "", {Response{409, {{"Retry-After", "3600"}}, ""}, false, false});
  app.type(Field::name, "Mine");
  app.begin_save();
  app.answer_one();
  ASSERT_NE(what_the_form_waits_for(app.state), nullptr);
  EXPECT_EQ(what_the_form_waits_for(app.state)->attempt, 2);
  EXPECT_GE(what_the_form_waits_for(app.state)->goes_unix_ms - app.state.traffic.unix_ms, 3'600'000);
  app.ask(command::Stop{});
  EXPECT_FALSE(app.form().busy());
  EXPECT_EQ(app.form().fields.name, "Mine");
  EXPECT_EQ(app.form().notice.title, "Not saved. You stopped it.");
  EXPECT_EQ(app.state.journal.entries.back().outcome, JournalEntry::Outcome::refused);
  EXPECT_FALSE(app.waits());
}

TEST(Stopping, ASaveOnItsWayFindsOutWhatBecameOfIt) {
  App app = App::started("/webhooks/1");
  app.type(Field::name, "Mine");
  app.begin_save();
  const effect::SendRequest sent = app.on_its_way();
  app.ask(command::Stop{});
  EXPECT_EQ(app.cancelled.back(), sent.id);
  static_cast<void>(app.server.answer(sent.request));  // it got through all the same
  app.settle();
  EXPECT_EQ(app.form().notice.title, "Saved.");
  EXPECT_EQ(app.server.count(Method::put), 1U);
}

TEST(Stopping, TheLoadingOfTheListOffersToTryAgain) {
  App app;
  app.begin();
  app.sign_in();
  app.ask(command::Stop{});
  EXPECT_EQ(app.state.list.phase, List::Phase::incomplete);
  EXPECT_EQ(app.state.list.notice.title, "You stopped it.");
  app.ask(command::RunNoticeAction{});
  app.settle();
  EXPECT_EQ(app.state.list.phase, List::Phase::loaded);
}

/// A look at the open webhook is on its way when the user saves; its answer comes after all is done.
TEST(ALateLook, DoesNotBringBackWhatTheOwnSaveReplaced) {
  App app = App::started("/webhooks/1");
  app.clock_ms += 60'000;
  app.tell(event::WokeUp{});
  const effect::SendRequest look = app.on_its_way();
  app.in_flight.clear();
  const auto old = app.server.answer(look.request);
  app.clock_ms += 1'000;
  app.type(Field::name, "Mine");
  app.save();
  ASSERT_EQ(app.form().notice.title, "Saved.");
  app.tell(event::Replied{look.id, *old, 5'000});
  EXPECT_EQ(app.form().fields.name, "Mine");
  EXPECT_EQ(app.form().stored.fields.name, "Mine");
  EXPECT_EQ(app.form().notice.title, "Saved.");
}

TEST(AnOpenWebhook, ThatWasDeletedElsewhereSaysSoAfterASecondLook) {
  App app = App::started("/webhooks/1");
  app.type(Field::name, "Mine");
  app.server.records.erase(app.server.records.begin());
  app.clock_ms += 60'000;
  app.tell(event::WokeUp{});
  app.settle();
  EXPECT_EQ(app.form().notice.title, "This webhook does not exist any more.");
  EXPECT_EQ(app.form().notice.action, Notice::Action::save_as_new);
  EXPECT_EQ(app.form().fields.name, "Mine");
  EXPECT_EQ(app.server.count(Method::get, "/sys/webhooks/1"), 3U);  // opening it, and two looks
  EXPECT_EQ(find_row(app.state.list, 1), nullptr);
}

TEST(AnOpenWebhook, ThatIsOnlyOnceNotFoundStaysAsItIs) {
  App app = App::started("/webhooks/1");
  app.server.next(Method::get, "/sys/webhooks/1", reply(404, "\"Not found\""));
  app.clock_ms += 60'000;
  app.tell(event::WokeUp{});
  app.settle();
  EXPECT_TRUE(app.form().notice.empty());
  EXPECT_NE(find_row(app.state.list, 1), nullptr);
}

}  // namespace
