// Loading, searching and sorting the list.

#include "app.h"
#include "editor/list_view.h"

namespace {

using namespace editor_test;  // NOLINT(google-build-using-namespace)

App with_many(std::size_t count) {
  App app;
  app.server.records.clear();
  for (std::size_t i = 1; i <= count; ++i) {
    app.server.records.push_back({{"Id", i}, {"Name", "Hook " + std::to_string(i)}});
  }
  app.begin();
  app.sign_in();
  return app;
}

TEST(LoadingTheList, BeginsWithASmallPageAndGoesOnWithLargeOnesFromTheBeginning) {
  App app = with_many(2'400);
  app.settle();
  EXPECT_EQ(app.server.count(Method::get, "/sys/webhooks?page=1&size=100&"), 1U);
  EXPECT_EQ(app.server.count(Method::get, "/sys/webhooks?page=1&size=1000&"), 1U);
  EXPECT_EQ(app.server.count(Method::get, "/sys/webhooks?page=3&size=1000&"), 1U);
  EXPECT_EQ(app.server.count(Method::get, "/sys/webhooks?"), 4U);
  EXPECT_EQ(app.state.list.rows.size(), 2'400U);
  EXPECT_EQ(app.state.list.phase, List::Phase::loaded);
}

TEST(LoadingTheList, ShowsTheFirstRowsAndTheProgressMeanwhile) {
  App app = with_many(240);
  EXPECT_EQ(app.state.list.progress, "Loading webhooks");
  app.answer_one("/sys/webhooks?");
  EXPECT_EQ(app.state.list.shown.size(), 100U);
  EXPECT_EQ(app.state.list.progress, "Loading 100 of 240 webhooks");
  EXPECT_NE(std::find(app.marks.begin(), app.marks.end(), "editor:first-row"), app.marks.end());
  app.settle();
  EXPECT_EQ(app.state.list.progress, "");
  EXPECT_TRUE(app.has_said("240 webhooks."));
}

TEST(LoadingTheList, ThatFailsHalfWayKeepsTheRowsAndGoesOnWhereItStopped) {
  App app = with_many(2'400);
  app.server.always(Method::get, "page=2&", reply(500));
  app.settle();
  EXPECT_EQ(app.state.list.rows.size(), 1'000U);
  EXPECT_EQ(app.state.list.phase, List::Phase::incomplete);
  EXPECT_NE(app.state.list.notice.title.find("Some webhooks are missing here."), std::string::npos);
  EXPECT_NE(app.state.list.notice.detail.find("page 2 of the webhooks"), std::string::npos);
  EXPECT_NE(app.state.list.notice.detail.find("1,000 of 2,400 webhooks"), std::string::npos);
  app.server.heal();
  app.server.log.clear();
  app.ask(command::RunNoticeAction{});
  app.settle();
  EXPECT_EQ(app.state.list.rows.size(), 2'400U);
  EXPECT_TRUE(app.state.list.notice.empty());
  EXPECT_EQ(app.server.log.size(), 2U);
}

TEST(LoadingTheList, SaysThatThereAreNoneOnlyWhenThatIsKnown) {
  App app = with_many(0);
  EXPECT_NE(app.state.list.heading, "No webhooks");
  app.server.always(Method::get, "/sys/webhooks?", reply(500));
  app.settle();
  EXPECT_EQ(app.state.list.heading, "Not loaded");
  app.server.heal();
  app.ask(command::RunNoticeAction{});
  app.settle();
  EXPECT_EQ(app.state.list.heading, "No webhooks");
}

TEST(LoadingTheList, ThatFailsAtOnceOffersToTryAgain) {
  App app;
  app.begin();
  app.server.always(Method::get, "/sys/webhooks?", drop_before());
  app.sign_in();
  app.settle();
  EXPECT_EQ(app.state.list.notice.action, Notice::Action::try_again);
  app.server.heal();
  app.ask(command::RunNoticeAction{});
  app.settle();
  EXPECT_EQ(app.state.list.rows.size(), 3U);
}

TEST(LoadingTheList, SaysWhatIsWrongWithAnAnswerThatMakesNoSense) {
  App app;
  app.begin();
  app.server.next(Method::get, "/sys/webhooks?", reply(200, "<html><title>Maintenance</title></html>"));
  app.sign_in();
  app.settle();
  EXPECT_EQ(app.state.list.phase, List::Phase::incomplete);
  EXPECT_NE(app.state.list.notice.detail.find("Maintenance"), std::string::npos) << app.state.list.notice.detail;
}

/// Loads until the first large page is there, and deletes a webhook before the second is.
void delete_between_pages(App& app, std::size_t index) {
  while (app.server.count(Method::get, "page=1&size=1000&") < (app.state.list.counted_again ? 2U : 1U)) {
    app.in_flight.empty() ? app.sleep() : app.answer_one();
  }
  app.server.records.erase(app.server.records.begin() + static_cast<std::ptrdiff_t>(index));
}

TEST(LoadingTheList, ReadsAllOnceMoreWhenAWebhookSlippedThroughBetweenTwoPages) {
  App app = with_many(1'500);
  delete_between_pages(app, 10);
  app.settle();
  EXPECT_EQ(app.state.list.rows.size(), 1'499U);
  EXPECT_NE(find_row(app.state.list, 1'001), nullptr);
  EXPECT_EQ(find_row(app.state.list, 11), nullptr);
  EXPECT_EQ(app.state.list.phase, List::Phase::loaded);
}

TEST(LoadingTheList, RemembersThatOneSlippedThroughOverThePagesThatFollow) {
  App app = with_many(2'500);
  delete_between_pages(app, 10);
  app.settle();
  EXPECT_EQ(app.state.list.rows.size(), 2'499U);
  EXPECT_NE(find_row(app.state.list, 1'001), nullptr);
}

TEST(LoadingTheList, SaysSoWhenWebhooksKeepDisappearing) {
  App app = with_many(1'500);
  delete_between_pages(app, 10);
  while (!app.state.list.counted_again) {
    app.in_flight.empty() ? app.sleep() : app.answer_one();
  }
  delete_between_pages(app, 20);
  app.settle();
  EXPECT_EQ(app.state.list.phase, List::Phase::incomplete);
  EXPECT_EQ(app.state.list.notice.title, "The list may not be complete.");
}

TEST(LoadingTheList, SaysSoWhenNexudusGivesFewerThanItCounts) {
  App app;
  app.begin();
  const Json rows = Json::array({record(1, "Only one")});
  app.server.always(Method::get, "/sys/webhooks?",
                    reply(200, Json{{"Records", rows}, {"TotalItems", 5}, {"HasNextPage", false}}.dump()));
  app.sign_in();
  app.settle();
  EXPECT_EQ(app.state.list.rows.size(), 1U);
  EXPECT_NE(app.state.list.notice.detail.find("there are 5 webhooks, but gave 1"), std::string::npos);
}

TEST(ReloadingTheList, KeepsItUsableAndDropsWhatIsGone) {
  App app = App::started();
  app.server.records.erase(app.server.records.begin());
  app.ask(command::ReloadList{});
  EXPECT_EQ(app.state.list.shown.size(), 3U);
  app.settle();
  EXPECT_EQ(app.shown_names(), (std::vector<std::string>{"Billing", "Old hook"}));
}

TEST(ReloadingTheList, IgnoresTheAnswerToTheLoadingBefore) {
  App app = App::started();
  app.ask(command::ReloadList{});
  const effect::SendRequest old = app.on_its_way();
  app.ask(command::ReloadList{});
  EXPECT_EQ(app.cancelled, std::vector<RequestId>{old.id});
  app.tell(event::Replied{old.id, {200, {}, R"({"Records":[],"TotalItems":0})"}, 5});
  EXPECT_EQ(app.state.list.rows.size(), 3U);
  EXPECT_EQ(app.state.list.phase, List::Phase::loading);
}

TEST(ALatePage, DoesNotOverwriteARowThatWasSavedMeanwhile) {
  App app = App::started("/webhooks/1");
  app.ask(command::ReloadList{});
  const effect::SendRequest page = app.on_its_way();
  const auto stale = app.server.answer(page.request);
  app.in_flight.pop_front();
  app.type(Field::name, "New");
  app.save();
  ASSERT_EQ(app.form().notice.title, "Saved.");
  app.tell(event::Replied{page.id, *stale, 5'000});
  EXPECT_EQ(find_row(app.state.list, 1)->record.fields.name, "New");
}

TEST(ALatePage, DoesNotBringBackARowThatWasDeletedMeanwhile) {
  App app = App::started("/webhooks/3");
  app.ask(command::ReloadList{});
  const effect::SendRequest page = app.on_its_way();
  const auto stale = app.server.answer(page.request);
  app.in_flight.pop_front();
  app.ask(command::Delete{});
  app.ask(command::Confirm{});
  app.settle();
  app.tell(event::Replied{page.id, *stale, 5'000});
  EXPECT_EQ(find_row(app.state.list, 3), nullptr);
}

TEST(Locations, AreShownByNameInTheRows) {
  const App app = App::started();
  EXPECT_EQ(find_row(app.state.list, 1)->location, "Madrid");
  EXPECT_EQ(app.state.locations.all.front().name, "Lisbon");
}

TEST(Locations, ThatMayNotBeListedAreShownByNumberAndAreNoFailure) {
  App app;
  app.begin();
  app.server.always(Method::get, "/sys/businesses", reply(403));
  app.sign_in();
  app.settle();
  EXPECT_EQ(app.state.locations.availability, Locations::Availability::not_allowed);
  EXPECT_EQ(find_row(app.state.list, 1)->location, "Location 11");
  EXPECT_TRUE(app.state.list.notice.empty());
}

TEST(Locations, RefusedWith401EvenWithAFreshTokenAreNoFailureEither) {
  App app;
  app.begin();
  app.server.always(Method::get, "/sys/businesses", reply(401));
  app.sign_in();
  app.settle();
  app.tell(event::SignInEnded{SignInOutcome::refreshed, "admin@example.com", "", true});
  app.settle();
  EXPECT_EQ(app.state.session.stage, Session::Stage::signed_in);
  EXPECT_EQ(app.state.locations.availability, Locations::Availability::not_allowed);
  EXPECT_EQ(app.state.list.phase, List::Phase::loaded);
}

TEST(Locations, ComePageByPage) {
  App app;
  app.server.locations.clear();
  for (int i = 1; i <= 1'001; ++i) {
    app.server.locations.push_back({{"Id", i}, {"Name", "Space " + std::to_string(i)}});
  }
  app.begin();
  app.sign_in();
  app.settle();
  EXPECT_EQ(app.state.locations.all.size(), 1'001U);
}

TEST(EventNames, FromTheApiNameNumbersThatAreNotBuiltIn) {
  App app;
  app.server.records.push_back(record(4, "Robot", 117));
  app.server.event_names = Json::array({{{"Id", 117}, {"Name", "RobotArrived"}, {"Label", "Robot arrived"}}});
  app.begin();
  app.sign_in();
  app.settle();
  EXPECT_EQ(find_row(app.state.list, 4)->event_words, "Robot arrived");
  EXPECT_EQ(find_row(app.state.list, 4)->event_name, "RobotArrived");
}

TEST(SearchingTheList, LooksAtAllColumnsAndBothVocabularies) {
  App app = App::started();
  const auto found = [&app](const std::string& text) {
    app.ask(command::Search{text});
    return app.shown_names();
  };
  const std::vector<std::string> front_door{"Front door"};
  EXPECT_EQ(found("FRONT"), front_door);
  EXPECT_EQ(found("coworkercreate"), front_door);
  EXPECT_EQ(found("customer created"), front_door);
  EXPECT_EQ(found("example.com/1"), front_door);
  EXPECT_EQ(found("madrid front"), front_door);
  EXPECT_EQ(found("inactive"), std::vector<std::string>{"Old hook"});
  EXPECT_EQ(found("admin@example").size(), 3U);
  EXPECT_TRUE(found("nothing like it").empty());
  EXPECT_EQ(app.state.list.result, "None of the 3 webhooks matches");
  EXPECT_EQ(found("").size(), 3U);
  EXPECT_EQ(app.state.list.result, "");
}

TEST(SortingTheList, TurnsAroundWhenTheSameColumnIsChosenAgain) {
  App app = App::started();
  EXPECT_EQ(app.shown_names(), (std::vector<std::string>{"Billing", "Front door", "Old hook"}));
  app.ask(command::SortBy{Column::name});
  EXPECT_EQ(app.shown_names(), (std::vector<std::string>{"Old hook", "Front door", "Billing"}));
  app.ask(command::SortBy{Column::id});
  EXPECT_EQ(app.state.list.direction, Direction::ascending);
  EXPECT_EQ(app.shown_names(), (std::vector<std::string>{"Front door", "Billing", "Old hook"}));
}

TEST(SortingTheList, PutsTheUnknownLastInBothDirections) {
  App app;
  app.server.records[1]["LastTrigger"] = nullptr;
  app.server.records[2]["LastTrigger"] = "2025-06-02T08:00:00Z";
  app.begin();
  app.sign_in();
  app.settle();
  app.ask(command::SortBy{Column::last_fired});
  EXPECT_EQ(app.shown_names(), (std::vector<std::string>{"Front door", "Old hook", "Billing"}));
  app.ask(command::SortBy{Column::last_fired});
  EXPECT_EQ(app.shown_names(), (std::vector<std::string>{"Old hook", "Front door", "Billing"}));
}

TEST(SortingTheList, LeavesEqualRowsInTheirOrder) {
  App app = App::started();
  app.ask(command::SortBy{Column::location});
  EXPECT_EQ(app.shown_names(), (std::vector<std::string>{"Front door", "Billing", "Old hook"}));
  app.ask(command::SortBy{Column::location});
  EXPECT_EQ(app.shown_names(), (std::vector<std::string>{"Front door", "Billing", "Old hook"}));
}

TEST(SortingTheList, WorksForEveryColumn) {
  App app;
  app.server.records = {record(2, "b", 16), record(1, "a", 3, false)};
  app.server.records[0]["BusinessId"] = 11;
  app.server.records[1]["BusinessId"] = 12;
  app.server.records[1]["URL"] = "https://a.example.com/";
  app.server.records[0]["ErrorCount"] = 3;
  app.server.records[0]["LastTrigger"] = "2024-01-01T00:00:00Z";
  app.server.records[0]["UpdatedOn"] = "2024-01-01T00:00:00Z";
  app.server.records[0]["UpdatedBy"] = "zoe@example.com";
  app.begin();
  app.sign_in();
  app.settle();
  const auto first = [&app](Column column) {
    app.state.list.sorted_by = Column::name;
    app.state.list.direction = Direction::descending;
    app.ask(command::SortBy{column});
    return app.shown_names().front();
  };
  EXPECT_EQ(first(Column::name), "a");
  EXPECT_EQ(first(Column::event), "a");
  EXPECT_EQ(first(Column::location), "a");
  EXPECT_EQ(first(Column::host), "a");
  EXPECT_EQ(first(Column::active), "b");
  EXPECT_EQ(first(Column::health), "b");
  EXPECT_EQ(first(Column::last_fired), "b");
  EXPECT_EQ(first(Column::last_changed), "b");
  EXPECT_EQ(first(Column::changed_by), "a");
  EXPECT_EQ(first(Column::id), "a");
}

TEST(TheHeading, CountsWhatNeedsCare) {
  App app;
  app.server.records[0]["ErrorCount"] = 3;
  app.server.records[2]["ErrorCount"] = 10;
  app.begin();
  app.sign_in();
  app.settle();
  EXPECT_EQ(app.state.list.heading, "3 webhooks, 1 switched off by Nexudus, 1 failing");
}

}  // namespace
