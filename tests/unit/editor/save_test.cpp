// Saving: what is sent, what is checked, and what is said.
#include "app.h"

namespace {

using namespace editor_test;  // NOLINT(google-build-using-namespace)
using Task = Form::Task;

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

App with_new_name() {
  App app = App::started("/webhooks/1");
  app.type(Field::name, "New");
  return app;
}

TEST(Saving, SendsTheWholeRecordWithOnlyTheEditReplaced) {
  App app = with_new_name();
  const std::string before = app.server.find(1)->dump();
  app.save();
  std::string expected = before;
  expected.replace(expected.find("\"Name\":\"Front door\""), 19, "\"Name\":\"New\"");
  EXPECT_EQ(app.server.last_body(Method::put), expected);
}

TEST(Saving, IsCalledSavedOnlyAfterReadingBack) {
  App app = with_new_name();
  app.ask(command::Save{});
  EXPECT_EQ(app.form().task, Task::comparing);
  app.answer_one();
  app.sleep();
  EXPECT_EQ(app.form().task, Task::saving);
  app.answer_one();
  EXPECT_FALSE(app.has_said("Saved."));
  EXPECT_EQ(app.form().task, Task::checking);
  app.settle();
  EXPECT_TRUE(app.has_said("Saved."));
  EXPECT_EQ(app.form().notice.severity, Notice::Severity::success);
  EXPECT_FALSE(app.form().changed);
  EXPECT_FALSE(app.guarded);
}

TEST(Saving, RenewsTheRowAndTheTitle) {
  App app = with_new_name();
  app.save();
  EXPECT_EQ(find_row(app.state.list, 1)->record.fields.name, "New");
  EXPECT_EQ(app.title, "New · WebHook Editor");
}

TEST(Saving, TwiceAtOnceIsNotPossible) {
  App app = with_new_name();
  app.ask(command::Save{});
  app.ask(command::Save{});
  app.settle();
  EXPECT_EQ(app.server.count(Method::put), 1U);
}

TEST(Saving, WithoutAChangeSendsNothing) {
  App app = App::started("/webhooks/1");
  app.save();
  EXPECT_EQ(app.server.count(Method::put), 0U);
  EXPECT_EQ(app.form().notice.title, "Nothing to save.");
}

TEST(Saving, WithAProblemSendsNothingAndGoesToTheField) {
  App app = App::started("/webhooks/1");
  app.type(Field::url, "nonsense");
  app.save();
  EXPECT_EQ(app.server.count(Method::put), 0U);
  EXPECT_TRUE(app.focus_is_on(Field::url));
  EXPECT_NE(app.status(Field::url).error, "");
}

TEST(Saving, KeepsWhatIsTypedMeanwhile) {
  App app = with_new_name();
  app.ask(command::Save{});
  app.type(Field::description, "typed while saving");
  app.settle();
  EXPECT_EQ(app.form().fields.description, "typed while saving");
  EXPECT_FALSE(app.status(Field::name).changed);
  EXPECT_TRUE(app.status(Field::description).changed);
  EXPECT_EQ((*app.server.find(1))["Description"], "About Front door");
}

TEST(ErrorsFromTheServer, StandAtTheirFieldsTheRestInTheSummary) {
  App app = with_new_name();
  app.type(Field::url, "https://example.com/other");
  const Json errors = Json::array({field_error("Business", "is not yours"), field_error("URL", "cannot be called"),
                                   field_error("Plan", "is too small")});
  app.server.next(Method::put, "", reply(400, failure("Business: is not yours", errors)));
  app.save();
  EXPECT_EQ(app.status(Field::location).error, "Nexudus says: is not yours");
  EXPECT_EQ(app.status(Field::url).error, "Nexudus says: cannot be called");
  EXPECT_EQ(app.form().summary, std::vector<std::string>{"Plan: is too small"});
  EXPECT_TRUE(app.focus_is_on(Field::location));
  EXPECT_EQ(app.form().fields.name, "New");
  EXPECT_EQ(app.form().task, Task::none);
}

TEST(ErrorsFromTheServer, GoAwayWhenTheirFieldIsEdited) {
  App app = with_new_name();
  const Json errors = Json::array({field_error("Name", "is taken"), field_error("URL", "cannot be called")});
  app.server.next(Method::put, "", reply(400, failure("Name: is taken", errors)));
  app.save();
  app.type(Field::name, "Newer");
  EXPECT_EQ(app.status(Field::name).error, "");
  EXPECT_NE(app.status(Field::url).error, "");
}

TEST(ErrorsFromTheServer, WithoutAFieldTakeTheFocusToTheSummary) {
  App app = with_new_name();
  app.server.next(Method::put, "", reply(400, failure("No", Json::array({field_error("Plan", "is too small")}))));
  app.save();
  EXPECT_EQ(app.focused.back().kind, FocusTarget::Kind::error_summary);
}

TEST(ASuccessThatSaysItWasNone, IsAFailure) {
  App app = with_new_name();
  app.server.next(
      Method::put, "",
      reply(200, failure("Name: is a required field", Json::array({field_error("Name", "is a required field")}))));
  app.save();
  EXPECT_FALSE(app.has_said("Saved."));
  EXPECT_EQ(app.status(Field::name).error, "Nexudus says: is a required field");
  EXPECT_TRUE(app.form().changed);
}

TEST(ARefusalWithoutFields, ShowsTheServersWordsAndKeepsTheEdits) {
  App app = with_new_name();
  app.server.next(Method::put, "", reply(400, failure("The plan does not include webhooks")));
  app.save();
  EXPECT_TRUE(contains(app.form().notice.detail, "The plan does not include webhooks"));
  EXPECT_EQ(app.form().fields.name, "New");
}

TEST(ALostConnection, AfterTheServerActedIsFoundOutByReadingBack) {
  App app = with_new_name();
  app.server.next(Method::put, "", drop_after());
  app.save();
  EXPECT_EQ(app.form().notice.title, "Saved.");
  EXPECT_EQ(app.server.count(Method::put), 1U);
}

TEST(ALostConnection, BeforeTheServerActedIsFoundOutAndTheSaveSentAgain) {
  App app = with_new_name();
  app.server.next(Method::put, "", drop_before());
  app.save();
  EXPECT_EQ(app.form().notice.title, "Saved.");
  EXPECT_EQ(app.server.count(Method::put), 2U);
  EXPECT_EQ((*app.server.find(1))["Name"], "New");
}

TEST(ALostConnection, TimeAfterTimeEndsInNotSavedWithTheEditsKept) {
  App app = with_new_name();
  app.server.always(Method::put, "", drop_before());
  app.save();
  EXPECT_EQ(app.server.count(Method::put), 4U);
  EXPECT_EQ(app.form().notice.title, "Not saved.");
  EXPECT_EQ(app.form().fields.name, "New");
  EXPECT_TRUE(app.form().changed);
  app.server.heal();
  app.save();
  EXPECT_EQ(app.form().notice.title, "Saved.");
}

TEST(ALostConnection, ThatStaysLostLeavesTheOutcomeOpenUntilItIsChecked) {
  App app = with_new_name();
  app.server.always(Method::put, "", drop_after());
  app.begin_save();
  app.server.always(Method::get, "/sys/webhooks/1", drop_before());
  app.settle();
  EXPECT_EQ(app.form().notice.title, "It is not known whether the change was saved.");
  EXPECT_TRUE(app.form().changed);
  app.server.heal();
  app.ask(command::RunNoticeAction{});
  app.settle();
  EXPECT_EQ(app.form().notice.title, "Saved.");
}

TEST(ALostConnection, LooksAgainBeforeTheSaveIsRepeated) {
  App app = with_new_name();
  app.server.next(Method::put, "", drop_before());
  app.begin_save();
  app.answer_one();
  app.sleep();
  app.answer_one();
  (*app.server.find(1))["Description"] = "Theirs";
  app.settle();
  EXPECT_EQ((*app.server.find(1))["Name"], "New");
  EXPECT_EQ((*app.server.find(1))["Description"], "Theirs");
}

TEST(ALostConnection, ThatStaysLostDoesNotMakeTheUsersOwnChangeAnotherPersons) {
  App app = with_new_name();
  app.server.always(Method::put, "", drop_after());
  app.begin_save();
  app.server.always(Method::get, "/sys/webhooks/1", drop_before());
  app.settle();
  app.server.heal();
  app.type(Field::name, "Newer");
  app.save();
  EXPECT_EQ(app.form().notice.title, "Saved.");
  EXPECT_EQ((*app.server.find(1))["Name"], "Newer");
}

TEST(AnAnswerToASaveThatBreaksOff, IsFoundOutByReadingBack) {
  App app = with_new_name();
  Turn turn = reply(200, R"({"Status":200,"Mess)");
  turn.act = true;
  app.server.next(Method::put, "", turn);
  app.save();
  EXPECT_EQ(app.form().notice.title, "Saved.");
}

TEST(ASaveThatWasAcceptedButCannotBeReadBack, IsNotCalledSaved) {
  App app = with_new_name();
  app.begin_save();
  app.server.always(Method::get, "/sys/webhooks/1", reply(500));
  app.settle();
  EXPECT_FALSE(app.has_said("Saved."));
  EXPECT_EQ(app.form().notice.title, "Nexudus accepted the change, but it could not be read back.");
  app.server.heal();
  app.ask(command::RunNoticeAction{});
  app.settle();
  EXPECT_EQ(app.form().notice.title, "Saved.");
}

TEST(WhatNexudusStoredOtherwise, IsShownAndTheUsersValueKept) {
  App app = with_new_name();
  app.begin_save();
  app.answer_one();
  (*app.server.find(1))["Name"] = "Somebody else's";
  (*app.server.find(1))["Unknown"] = 2.5;
  app.settle();
  EXPECT_FALSE(app.has_said("Saved."));
  EXPECT_EQ(app.form().stored_otherwise,
            (std::vector<StoredOtherwise>{{"Name", "\"New\"", "\"Somebody else's\""}, {"Unknown", "1.5", "2.5"}}));
  EXPECT_EQ(app.form().fields.name, "New");
  EXPECT_TRUE(app.status(Field::name).changed);
  app.ask(command::RunNoticeAction{});
  EXPECT_EQ(app.form().fields.name, "Somebody else's");
  EXPECT_TRUE(app.form().stored_otherwise.empty());
}

TEST(WhatNexudusSetsItself, IsNoDifference) {
  App app = with_new_name();
  app.begin_save();
  app.answer_one();
  (*app.server.find(1))["UpdatedBy"] = "me@example.com";
  (*app.server.find(1))["ToStringText"] = "New";
  (*app.server.find(1))["ErrorCount"] = 0.0;
  app.settle();
  EXPECT_EQ(app.form().notice.title, "Saved.");
}

TEST(AWebhookThatIsGone, ForAMomentOnlyIsNotMadeASecondTime) {
  App app = with_new_name();
  app.server.next(Method::get, "/sys/webhooks/1", reply(404, "\"Not found\""));
  app.save();
  app.ask(command::RunNoticeAction{});
  app.settle();
  EXPECT_EQ(app.form().notice.title, "The webhook is there after all.");
  app.save();
  EXPECT_EQ(app.form().notice.title, "Saved.");
  EXPECT_EQ(app.server.count(Method::post), 0U);
}

TEST(AWebhookThatIsGone, CanBeMadeANewOne) {
  App app = with_new_name();
  app.server.records.erase(app.server.records.begin());
  app.save();
  EXPECT_EQ(app.form().notice.title, "This webhook does not exist any more.");
  EXPECT_EQ(find_row(app.state.list, 1), nullptr);
  app.ask(command::RunNoticeAction{});
  app.settle();
  EXPECT_TRUE(app.form().is_new());
  EXPECT_EQ(app.address, "/webhooks/new");
  app.save();
  EXPECT_EQ(app.form().notice.title, "Created.");
  EXPECT_EQ(app.form().fields.name, "New");
}

TEST(Throttling, IsWaitedOut) {
  for (const int status : {409, 429}) {
    App app = with_new_name();
    app.server.next(Method::put, "", {Response{status, {{"Retry-After", "3"}}, ""}, false, false});
    app.begin_save();
    app.answer_one();
    EXPECT_TRUE(app.in_flight.empty());
    ASSERT_TRUE(app.wake_ms);
    EXPECT_GE(*app.wake_ms, app.clock_ms + 3'000);
    app.settle();
    EXPECT_EQ(app.form().notice.title, "Saved.");
  }
}

TEST(Throttling, WithoutEndIsSaidInTheEnd) {
  App app = with_new_name();
  app.server.always(Method::put, "", reply(409));
  app.save();
  EXPECT_EQ(app.server.count(Method::put), 4U);
  EXPECT_TRUE(contains(app.form().notice.title, "too many calls")) << app.form().notice.title;
  EXPECT_EQ(app.form().fields.name, "New");
}

App with_new_form() {
  App app = App::started("/webhooks/new");
  app.type(Field::name, "Fresh");
  app.type(Field::url, "https://example.com/fresh");
  app.ask(command::ChooseLocation{12});
  app.ask(command::ChooseEvent{6});
  return app;
}

TEST(Creating, SendsItReadsItBackAndMovesToItsAddress) {
  App app = with_new_form();
  app.save();
  EXPECT_EQ(app.form().notice.title, "Created.");
  EXPECT_EQ(app.address, "/webhooks/101");
  EXPECT_EQ(app.navigations.back().entry, effect::HistoryEntry::replaced);
  EXPECT_FALSE(app.form().is_new());
  EXPECT_FALSE(app.guarded);
  EXPECT_EQ(find_row(app.state.list, 101)->record.fields.name, "Fresh");
  EXPECT_EQ(app.server.count(Method::get, "/sys/webhooks/101"), 1U);
}

TEST(Creating, ThenSavingGoesToTheNewWebhook) {
  App app = with_new_form();
  app.save();
  app.type(Field::name, "Fresher");
  app.save();
  EXPECT_EQ(app.server.count(Method::post), 1U);
  EXPECT_EQ((*app.server.find(101))["Name"], "Fresher");
}

TEST(CreatingWithALostConnection, FindsTheTwinAndTakesItForTheNewOne) {
  App app = with_new_form();
  app.server.next(Method::post, "", drop_after());
  app.save();
  EXPECT_EQ(app.form().notice.title, "Created.");
  EXPECT_EQ(app.form().id, 101);
  EXPECT_EQ(app.server.count(Method::post), 1U);
}

TEST(CreatingWithALostConnection, ThatDidNothingSaysSoAndDoesNotSendItAgainByItself) {
  App app = with_new_form();
  app.server.next(Method::post, "", drop_before());
  app.save();
  EXPECT_EQ(app.server.count(Method::post), 1U);
  EXPECT_EQ(app.form().notice.title, "Not created.");
  EXPECT_EQ(app.form().fields.name, "Fresh");
  app.save();
  EXPECT_EQ(app.form().notice.title, "Created.");
  EXPECT_EQ(app.server.count(Method::post), 2U);
}

TEST(CreatingWithALostConnection, DoesNotMistakeAnOldWebhookForTheNewOne) {
  App app = with_new_form();
  app.type(Field::name, "Billing");
  app.type(Field::url, "https://example.com/2");
  app.ask(command::ChooseLocation{11});
  app.ask(command::ChooseEvent{6});
  app.server.next(Method::post, "", drop_before());
  app.save();
  EXPECT_EQ(app.form().notice.title, "Not created.");
}

TEST(CreatingWithALostConnection, LooksFirstWhenTheListCannotBeReadEither) {
  App app = with_new_form();
  app.server.next(Method::post, "", drop_after());
  app.server.always(Method::get, "/sys/webhooks?", drop_before());
  app.save();
  EXPECT_EQ(app.form().notice.title, "It is not known whether the webhook was created.");
  app.server.heal();
  app.save();
  EXPECT_EQ(app.server.count(Method::post), 1U);
  EXPECT_EQ(app.form().id, 101);
}

TEST(CreatingWithALostConnection, BeforeTheListWasCompleteLeavesTheChoiceToTheUser) {
  App app;
  app.begin("/webhooks/new");
  app.server.always(Method::get, "/sys/webhooks?", drop_before());
  app.sign_in();
  app.settle();
  app.server.heal();
  app.type(Field::name, "Billing");
  app.type(Field::url, "https://example.com/2");
  app.ask(command::ChooseLocation{11});
  app.ask(command::ChooseEvent{6});
  app.server.next(Method::post, "", drop_before());
  app.save();
  EXPECT_EQ(app.form().notice.title, "A webhook like this one is in the list.");
  app.ask(command::RunNoticeAction{});
  app.settle();
  EXPECT_EQ(app.form().id, 2);
}

TEST(Creating, ThatIsThrottledIsSentAgainBecauseNothingWasDone) {
  App app = with_new_form();
  app.server.next(Method::post, "", reply(409));
  app.save();
  EXPECT_EQ(app.form().notice.title, "Created.");
  EXPECT_EQ(app.server.records.size(), 4U);
}

TEST(Creating, WithARequiredFieldRefusedStaysInTheForm) {
  App app = with_new_form();
  app.server.next(Method::post, "",
                  reply(400, failure("Name: is taken", Json::array({field_error("Name", "is taken")}))));
  app.save();
  EXPECT_EQ(app.status(Field::name).error, "Nexudus says: is taken");
  EXPECT_TRUE(app.form().is_new());
  EXPECT_EQ(app.address, "/webhooks/new");
}

TEST(Creating, WithoutTheRoleNamesIt) {
  App app = with_new_form();
  app.server.always(Method::post, "", reply(403));
  app.save();
  EXPECT_TRUE(contains(app.form().notice.detail, "WebHook-Create"));
}

TEST(CreatedButNotReadBack, KeepsTheNewAddressAndOffersToRead) {
  App app = with_new_form();
  app.server.always(Method::get, "/sys/webhooks/101", reply(500));
  app.save();
  EXPECT_EQ(app.form().phase, Form::Phase::failed);
  EXPECT_EQ(app.address, "/webhooks/101");
  EXPECT_FALSE(app.guarded);
  app.server.heal();
  app.ask(command::RunNoticeAction{});
  app.settle();
  EXPECT_EQ(app.form().fields.name, "Fresh");
}

}  // namespace
