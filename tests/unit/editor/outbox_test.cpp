// How requests go out: the budget, retries, and the account of it all.
#include "app.h"
#include "nexudus/budget.h"

namespace {

using namespace editor_test;  // NOLINT(google-build-using-namespace)

TEST(Requests, GoOneByOneAsLongAsTheyAreAnsweredSoon) {
  App app;
  app.begin();
  app.sign_in();
  EXPECT_EQ(app.in_flight.size(), 1U);
  app.clock_ms += 80;
  app.answer_one();
  EXPECT_TRUE(app.in_flight.empty());
  EXPECT_EQ(app.wake_ms, app.clock_ms + nexudus::least_gap_ms);
  app.sleep();
  EXPECT_EQ(app.in_flight.size(), 1U);
}

TEST(Requests, GoWithoutAnAnswerToTheOneBeforeAfterHalfASecond) {
  App app;
  app.begin();
  app.sign_in();
  EXPECT_EQ(app.wake_ms, app.clock_ms + nexudus::longest_gap_ms);
  app.sleep();
  EXPECT_EQ(app.in_flight.size(), 2U);
}

TEST(Requests, ForTheFormGoBeforeThoseForTheList) {
  App app;
  app.begin("/webhooks/1");
  app.sign_in();
  ASSERT_EQ(app.in_flight.size(), 1U);
  EXPECT_EQ(app.in_flight.front().request.target, "/sys/webhooks/1");
}

TEST(Requests, ToReadAreSentAgainAfterAFailureWithAPause) {
  App app;
  app.begin();
  app.server.next(Method::get, "/sys/webhooks?", drop_before());
  app.server.next(Method::get, "/sys/webhooks?", reply(503));
  app.sign_in();
  app.settle();
  EXPECT_EQ(app.state.list.phase, List::Phase::loaded);
  EXPECT_EQ(app.server.count(Method::get, "/sys/webhooks?"), 3U);
  EXPECT_GE(app.clock_ms, 1'000 + 750 + 1'500);
}

TEST(Requests, WaitNoLongerWhenTheConnectionIsBack) {
  App app = App::started();
  app.server.next(Method::get, "/sys/webhooks/1", drop_before());
  app.ask(command::Go{record_address(1)});
  while (app.in_flight.empty()) {
    app.sleep();
  }
  app.tell(event::OnlineChanged{false});
  app.answer_one();
  ASSERT_TRUE(app.in_flight.empty());
  app.clock_ms += nexudus::least_gap_ms;
  app.tell(event::OnlineChanged{true});
  EXPECT_EQ(app.in_flight.size(), 1U);
}

TEST(TheBudget, OutlivesAReload) {
  App before = App::started();
  const auto used = nexudus::use_of(before.state.outbox.budget, before.clock_ms);
  App after;
  after.clock_ms = before.clock_ms;
  after.tell(event::Started{std::string(App::config), "", "/webhooks", "https://console.example.com/app/", "en",
                            before.shared_calls});
  EXPECT_GT(used.calls_last_minute, 0);
  EXPECT_EQ(nexudus::use_of(after.state.outbox.budget, after.clock_ms), used);
}

TEST(TheBudget, IsOneForAllPagesOfABrowser) {
  App one = App::started();
  App other = App::started();
  one.clock_ms = other.clock_ms = std::max(one.clock_ms, other.clock_ms) + 120'000;
  one.ask(command::ReloadList{});
  other.tell(event::CallsShared{one.shared_calls});
  other.ask(command::ReloadList{});
  EXPECT_EQ(one.in_flight.size(), 1U);
  EXPECT_TRUE(other.in_flight.empty());
  EXPECT_EQ(other.wake_ms, other.clock_ms + nexudus::longest_gap_ms);
}

TEST(TheBudget, IsNotToldOfTheDemosCallsThatGoNowhere) {
  App app;
  app.begin();
  app.tell(event::SignInEnded{SignInOutcome::demo_chosen, "", "", false});
  app.settle();
  EXPECT_FALSE(app.server.log.empty());
  EXPECT_EQ(app.shared_calls, "");
}

TEST(Requests, AreAllInTheActivityList) {
  App app = App::started();
  app.server.next(Method::get, "/sys/webhooks/1", reply(404, "\"Not found\""));
  app.open(1);
  EXPECT_EQ(app.state.activity.size(), app.server.log.size());
  EXPECT_EQ(app.state.activity.front().method, "GET");
  EXPECT_EQ(app.state.activity.front().target, "/sys/webhooks/1");
  EXPECT_EQ(app.state.activity.front().status, 404);
  EXPECT_EQ(app.state.activity.front().elapsed_ms, 12);
  EXPECT_NE(app.state.activity.front().message.find("Not found"), std::string::npos);
}

TEST(AReply, ToARequestNobodyKnowsIsIgnored) {
  App app = App::started();
  app.tell(event::Replied{4'711, {200, {}, "{}"}, 5});
  EXPECT_EQ(app.state.list.rows.size(), 3U);
}

TEST(AReply, ThatComesTwiceCountsOnce) {
  App app = App::started("/webhooks/1");
  app.type(Field::name, "New");
  app.ask(command::Save{});
  const effect::SendRequest sent = app.on_its_way();
  app.answer_one();
  app.tell(event::Replied{sent.id, {400, {}, failure("No")}, 5});
  app.settle();
  EXPECT_EQ(app.form().notice.title, "Saved.");
}

TEST(AFirstCallWithoutAnAnswer, ToAnApiElsewhereNamesTheBrowsersRules) {
  App app;
  app.begin("/webhooks", R"({"apiBase":"https://spaces.nexudus.com/api"})");
  app.server.always(Method::get, "", drop_before());
  app.sign_in();
  app.settle();
  EXPECT_NE(app.state.list.notice.detail.find("CORS"), std::string::npos) << app.state.list.notice.detail;
}

TEST(AFirstCallWithoutAnAnswer, WithAPastedTokenNamesBothPossibleCauses) {
  App app;
  app.begin("/webhooks", R"({"apiBase":"https://spaces.nexudus.com/api"})");
  app.server.always(Method::get, "", drop_before());
  app.sign_in("", false);
  app.settle();
  EXPECT_NE(app.state.list.notice.detail.find("cannot be reached"), std::string::npos);
  EXPECT_NE(app.state.list.notice.detail.find("CORS"), std::string::npos);
}

TEST(ALostCall, AfterTheApiHasAnsweredIsTheNetworksFault) {
  App app;
  app.begin("/webhooks", R"({"apiBase":"https://spaces.nexudus.com/api"})");
  app.sign_in();
  app.settle();
  app.server.always(Method::get, "/sys/webhooks/1", drop_before());
  app.open(1);
  EXPECT_EQ(app.form().notice.detail.find("CORS"), std::string::npos);
  EXPECT_EQ(app.form().notice.title, "The server cannot be reached.");
}

}  // namespace
