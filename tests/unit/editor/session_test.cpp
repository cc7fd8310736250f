// Signing in, staying signed in, signing out.
#include "app.h"
#include "editor/countdown.h"

namespace {

using namespace editor_test;  // NOLINT(google-build-using-namespace)
using Stage = Session::Stage;

App at_sign_in(const std::string& fragment = "/webhooks") {
  App app;
  app.begin(fragment);
  return app;
}

std::string sentence_for(SignInOutcome outcome, const std::string& detail = {}) {
  App app = at_sign_in();
  app.tell(event::SignInEnded{outcome, "", detail, false});
  return app.sign_in_form.error;
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(Starting, ShowsTheSignInFormAndCallsTheEditorUsable) {
  const App app = at_sign_in();
  EXPECT_TRUE(app.sign_in_form.visible);
  EXPECT_EQ(app.title, "Sign in · WebHook Editor");
  EXPECT_EQ(app.marks, std::vector<std::string>{"editor:usable"});
}

TEST(Starting, WithABrokenConfigurationSaysSoAndOffersNoSignIn) {
  App app;
  app.begin("/webhooks", "{");
  EXPECT_EQ(app.state.session.stage, Stage::misconfigured);
  EXPECT_TRUE(contains(app.state.startup_problem, "config.json"));
  EXPECT_FALSE(app.sign_in_form.visible);
}

TEST(Starting, WithoutAConfigurationSaysWhatThePageFoundOut) {
  App app;
  app.tell(event::Started{"", "The file config.json cannot be reached.", "", ""});
  EXPECT_EQ(app.state.startup_problem, "The file config.json cannot be reached.");
}

TEST(Starting, OffersTheWaysInOfTheConfiguration) {
  App app;
  app.begin("/webhooks", R"({"signIn":["token"]})");
  EXPECT_TRUE(app.sign_in_form.offers_token);
  EXPECT_FALSE(app.sign_in_form.offers_password || app.sign_in_form.offers_demo);
}

TEST(SigningIn, ThatFailsHasASentenceOfItsOwnForEachCause) {
  EXPECT_TRUE(contains(sentence_for(SignInOutcome::wrong_credentials), "e-mail or the password is wrong"));
  EXPECT_TRUE(contains(sentence_for(SignInOutcome::code_needed), "asks for a code"));
  EXPECT_TRUE(contains(sentence_for(SignInOutcome::wrong_code), "code was not accepted"));
  EXPECT_TRUE(contains(sentence_for(SignInOutcome::must_reset_password), "new password"));
  EXPECT_TRUE(contains(sentence_for(SignInOutcome::unreachable), "cannot be reached"));
  EXPECT_TRUE(contains(sentence_for(SignInOutcome::blocked_by_browser), "CORS"));
  EXPECT_TRUE(contains(sentence_for(SignInOutcome::refused, "Account locked"), "“Account locked”"));
  EXPECT_TRUE(contains(sentence_for(SignInOutcome::unreadable, "HTTP 502"), "HTTP 502"));
}

TEST(SigningIn, AsksForTheCodeUntilItIsRight) {
  App app = at_sign_in();
  app.tell(event::SignInEnded{SignInOutcome::code_needed, "", "", false});
  EXPECT_TRUE(app.sign_in_form.asks_code);
  app.tell(event::SignInEnded{SignInOutcome::wrong_code, "", "", false});
  EXPECT_TRUE(app.sign_in_form.asks_code);
  app.tell(event::SignInEnded{SignInOutcome::unreachable, "", "", false});
  EXPECT_TRUE(app.sign_in_form.asks_code);
  app.tell(event::SignInEnded{SignInOutcome::wrong_credentials, "", "", false});
  EXPECT_FALSE(app.sign_in_form.asks_code);
}

TEST(SigningIn, GoesBackFromTheCodeToAnotherAccount) {
  App app = at_sign_in();
  app.tell(event::SignInEnded{SignInOutcome::code_needed, "", "", false});
  app.tell(event::SignInEnded{SignInOutcome::another_account, "", "", false});
  EXPECT_FALSE(app.sign_in_form.asks_code);
  EXPECT_EQ(app.sign_in_form.error, "");
}

TEST(SigningIn, ShowsTheListAndHidesTheForm) {
  const App app = App::started();
  EXPECT_FALSE(app.sign_in_form.visible);
  EXPECT_EQ(app.state.session.kind, Session::Kind::nexudus);
  EXPECT_EQ(app.title, "Webhooks · WebHook Editor");
  EXPECT_EQ(app.state.list.rows.size(), 3U);
}

TEST(SigningIn, HonoursTheAddressThatWasOpenedBefore) {
  App app = App::started("/webhooks/2");
  EXPECT_EQ(app.address, "/webhooks/2");
  EXPECT_EQ(app.form().fields.name, "Billing");
}

TEST(SigningIn, ForTheDemoNeedsNoUser) {
  App app = at_sign_in();
  app.tell(event::SignInEnded{SignInOutcome::demo_chosen, "", "", false});
  app.settle();
  EXPECT_EQ(app.state.session.kind, Session::Kind::demo);
  EXPECT_EQ(app.state.list.rows.size(), 3U);
}

TEST(SigningIn, AtAProviderIsOfferedWhereOneIsSetUp) {
  App app;
  app.begin("/webhooks", R"({"signIn":["oauth"],"oauth":{"issuer":"https://login.example.com","clientId":"editor"}})");
  EXPECT_TRUE(app.sign_in_form.offers_provider);
  EXPECT_FALSE(at_sign_in().sign_in_form.offers_provider);
}

TEST(SigningIn, AtAProviderThatNamesNobodyIsNotTakenForAPastedToken) {
  App app = at_sign_in();
  app.tell(event::SignInEnded{SignInOutcome::signed_in, "", "", true, true});
  app.settle();
  EXPECT_EQ(app.state.session.kind, Session::Kind::provider);
  EXPECT_EQ(app.state.list.rows.size(), 3U);
}

TEST(SigningIn, AtAProviderWhoseTokenTheApiRefusesDoesNotBlameAPassword) {
  App app = at_sign_in();
  app.server.always(Method::get, "/", reply(401));
  app.tell(event::SignInEnded{SignInOutcome::signed_in, "ada@example.com", "", false, true});
  app.settle();
  EXPECT_EQ(app.state.session.stage, Stage::signed_out);
  EXPECT_TRUE(contains(app.sign_in_form.error, "does not let ada@example.com in")) << app.sign_in_form.error;
}

TEST(SigningIn, ShowsAFailureThatThePagePutIntoWords) {
  EXPECT_EQ(sentence_for(SignInOutcome::explained, "The window was closed."), "The window was closed.");
}

TEST(SigningIn, WithoutAccessToTheApiSaysSoAndDoesNotBlameThePassword) {
  App app = at_sign_in();
  app.server.always(Method::get, "/", reply(401));
  app.sign_in("member@example.com");
  app.settle();
  EXPECT_EQ(app.refreshes, 1U);
  app.tell(event::SignInEnded{SignInOutcome::refreshed, "member@example.com", "", true});
  app.settle();
  EXPECT_EQ(app.state.session.stage, Stage::signed_out);
  EXPECT_TRUE(contains(app.sign_in_form.error, "member@example.com, and the password is right"))
      << app.sign_in_form.error;
  EXPECT_EQ(app.sign_outs, 1U);
}

TEST(APastedToken, ThatIsRefusedFromTheFirstCallSaysWhatMayBeWrongWithIt) {
  App app = at_sign_in();
  app.server.always(Method::get, "/", reply(401));
  app.sign_in("", false);
  app.settle();
  EXPECT_EQ(app.state.session.stage, Stage::signed_out);
  EXPECT_TRUE(contains(app.sign_in_form.error, "does not accept this token")) << app.sign_in_form.error;
  EXPECT_EQ(app.refreshes, 0U);
}

TEST(APastedToken, ThatWorksForReadingButNotForSavingLacksARole) {
  App app = at_sign_in();
  app.sign_in("", false);
  app.settle();
  app.open(1);
  app.type(Field::name, "New");
  app.server.next(Method::put, "", reply(401));
  app.save();
  EXPECT_EQ(app.state.session.stage, Stage::signed_in);
  EXPECT_TRUE(contains(app.form().notice.detail, "WebHook-Edit"));
  EXPECT_EQ(app.form().fields.name, "New");
}

TEST(APastedToken, ThatEndsWhileEditingLeadsToSigningInInPlace) {
  App app = at_sign_in();
  app.sign_in("", false);
  app.settle();
  app.open(1);
  app.type(Field::name, "New");
  app.server.always(Method::put, "", reply(401));
  app.server.always(Method::get, "", reply(401));
  app.save();
  EXPECT_EQ(app.state.session.stage, Stage::expired);
  EXPECT_TRUE(app.sign_in_form.visible);
  EXPECT_FALSE(app.sign_in_form.offers_demo);
  EXPECT_EQ(app.form().fields.name, "New");
}

TEST(AnExpiredToken, InTheMiddleOfSavingIsRenewedAndTheSaveSentOnceMore) {
  App app = App::started("/webhooks/1");
  app.type(Field::name, "New");
  app.server.next(Method::put, "", reply(401));
  app.save();
  EXPECT_EQ(app.refreshes, 1U);
  EXPECT_EQ(app.form().fields.name, "New");
  app.tell(event::SignInEnded{SignInOutcome::refreshed, "admin@example.com", "", true});
  app.settle();
  EXPECT_EQ(app.server.count(Method::put), 2U);
  EXPECT_EQ(app.form().notice.title, "Saved.");
  EXPECT_EQ((*app.server.find(1))["Name"], "New");
}

TEST(AnExpiredToken, IsRenewedOnceForAllWhoWait) {
  App app = App::started();
  app.ask(command::ReloadList{});
  app.sleep();
  app.sleep();
  ASSERT_EQ(app.in_flight.size(), 3U);
  app.server.next(Method::get, "/sys/webhooks?", reply(401));
  app.server.next(Method::get, "/sys/businesses", reply(401));
  app.server.next(Method::get, "/utils/enums", reply(401));
  app.settle();
  EXPECT_EQ(app.refreshes, 1U);
  app.server.log.clear();
  app.tell(event::SignInEnded{SignInOutcome::refreshed, "admin@example.com", "", true});
  app.settle();
  EXPECT_EQ(app.server.log.size(), 3U);
  EXPECT_EQ(app.state.list.phase, List::Phase::loaded);
}

TEST(AnExpiredToken, IsNotRenewedAgainForARequestThatWasSentBeforeTheNewOneCame) {
  App app = App::started();
  app.ask(command::ReloadList{});
  app.sleep();  // the second request may go now
  ASSERT_EQ(app.in_flight.size(), 2U);
  app.server.next(Method::get, "/sys/webhooks?", reply(401));
  app.server.next(Method::get, "/sys/businesses", reply(401));
  app.answer_one("/sys/webhooks?");
  app.tell(event::SignInEnded{SignInOutcome::refreshed, "admin@example.com", "", true});
  app.answer_one("/sys/businesses");
  app.settle();
  EXPECT_EQ(app.refreshes, 1U);
  EXPECT_EQ(app.state.locations.availability, Locations::Availability::known);
}

App expired_while_saving() {
  App app = App::started("/webhooks/1");
  app.type(Field::name, "New");
  app.server.next(Method::put, "", reply(401));
  app.save();
  app.tell(event::SignInEnded{SignInOutcome::refresh_failed, "admin@example.com", "", false});
  app.settle();
  return app;
}

TEST(AnExpiredSession, KeepsScreenAndEditsBehindTheSignInForm) {
  App app = expired_while_saving();
  EXPECT_EQ(app.state.session.stage, Stage::expired);
  EXPECT_TRUE(contains(app.sign_in_form.error, "your changes are kept"));
  EXPECT_EQ(app.form().fields.name, "New");
  EXPECT_TRUE(app.guarded);
}

TEST(AnExpiredSession, GoesOnWithTheSaveWhenTheSameUserSignsIn) {
  App app = expired_while_saving();
  app.sign_in();
  app.settle();
  EXPECT_EQ(app.form().notice.title, "Saved.");
  EXPECT_FALSE(app.sign_in_form.visible);
}

TEST(AnExpiredSession, DoesNotSendInTheNameOfAnotherUser) {
  App app = expired_while_saving();
  app.sign_in("somebody.else@example.com");
  app.settle();
  EXPECT_EQ(app.server.count(Method::put), 1U);
  EXPECT_EQ(app.form().notice.title, "Not saved yet.");
  EXPECT_EQ(app.form().fields.name, "New");
  app.save();
  EXPECT_EQ(app.form().notice.title, "Saved.");
}

TEST(AnExpiredSession, ShowsNothingOfTheFormerUserToAnother) {
  App app = App::started("/webhooks/1");
  app.type(Field::name, "Written by the first");
  app.save();
  app.ask(command::Go{activity_address});
  app.settle();
  ASSERT_FALSE(app.state.journal.entries.empty());
  app.tell(event::SignInEnded{SignInOutcome::refresh_failed, "admin@example.com", "", false});
  app.server.always(Method::get, "/sys/", reply(401));
  app.sign_in("somebody.else@example.com");
  EXPECT_TRUE(app.state.list.rows.empty());
  EXPECT_TRUE(app.state.locations.all.empty());
  EXPECT_TRUE(app.state.activity.empty());
  EXPECT_TRUE(app.state.journal.entries.empty());
  app.give_texts();
  EXPECT_TRUE(app.state.journal.entries.empty()) << "the other has an empty journal of their own";
}

TEST(AnExpiredSession, ReadsTheOpenWebhookAnewForAnotherUser) {
  App app = App::started("/webhooks/1");
  app.tell(event::SignInEnded{SignInOutcome::refresh_failed, "admin@example.com", "", false});
  app.sign_in("somebody.else@example.com");
  EXPECT_EQ(app.form().phase, Form::Phase::loading);
  app.settle();
  EXPECT_EQ(app.form().phase, Form::Phase::ready);
}

TEST(AnExpiredSession, PutsWhatAnotherUserWritesIntoTheirOwnJournal) {
  App app = expired_while_saving();
  app.sign_in("somebody.else@example.com");
  app.settle();
  app.save();
  ASSERT_EQ(app.state.journal.entries.size(), 1U);
  EXPECT_EQ(app.state.journal.entries.front().user, "somebody.else@example.com");
}

TEST(AnExpiredSession, DoesNotGiveUpAWriteThatIsOnItsWay) {
  App app = App::started("/webhooks/1");
  app.type(Field::name, "New");
  app.ask(command::Save{});
  app.tell(event::SignInEnded{SignInOutcome::refresh_failed, "admin@example.com", "", false});
  app.sign_in("somebody.else@example.com");
  EXPECT_TRUE(app.cancelled.empty());
  app.settle();
  EXPECT_EQ(app.form().notice.title, "Saved.");
}

TEST(AnExpiredSession, ShowsAWrongPasswordAndKeepsTheEdits) {
  App app = expired_while_saving();
  app.tell(event::SignInEnded{SignInOutcome::wrong_credentials, "", "", false});
  EXPECT_EQ(app.state.session.stage, Stage::expired);
  EXPECT_TRUE(contains(app.sign_in_form.error, "password is wrong"));
  EXPECT_EQ(app.form().fields.name, "New");
}

TEST(ARefreshWithoutAnAnswer, DoesNotEndTheSession) {
  App app = App::started("/webhooks/1");
  app.type(Field::name, "New");
  app.server.next(Method::put, "", reply(401));
  app.save();
  app.tell(event::SignInEnded{SignInOutcome::unreachable, "", "", true});
  app.settle();
  EXPECT_EQ(app.state.session.stage, Stage::signed_in);
  EXPECT_EQ(app.form().fields.name, "New");
  EXPECT_FALSE(app.form().busy());
}

TEST(AReadOnlyUser, WhoSavesLearnsWhichRoleIsMissingAndKeepsTheEdits) {
  App app = App::started("/webhooks/1");
  app.type(Field::name, "New");
  app.server.always(Method::put, "", reply(401));
  app.save();
  app.tell(event::SignInEnded{SignInOutcome::refreshed, "reader@example.com", "", true});
  app.settle();
  EXPECT_EQ(app.form().notice.title, "Your user may not change webhooks.");
  EXPECT_TRUE(contains(app.form().notice.detail, "WebHook-Edit"));
  EXPECT_EQ(app.form().fields.name, "New");
  EXPECT_TRUE(app.form().changed);
  EXPECT_EQ(app.refreshes, 1U);
  EXPECT_EQ(app.server.count(Method::put), 2U);
}

TEST(SigningOut, ForgetsEverything) {
  App app = App::started("/webhooks/1");
  app.ask(command::SignOut{});
  EXPECT_EQ(app.sign_outs, 1U);
  EXPECT_EQ(app.state.session.stage, Stage::signed_out);
  EXPECT_TRUE(app.state.list.rows.empty());
  EXPECT_FALSE(app.state.form);
  EXPECT_TRUE(app.state.activity.empty());
  EXPECT_TRUE(app.sign_in_form.visible);
  EXPECT_EQ(app.address, "/webhooks");
}

TEST(SigningOut, CancelsWhatIsOnItsWay) {
  App app = App::started();
  app.ask(command::ReloadList{});
  ASSERT_EQ(app.in_flight.size(), 1U);
  app.ask(command::SignOut{});
  EXPECT_EQ(app.cancelled.size(), 1U);
}

TEST(SigningOut, InAnotherTabHidesTheDataHereToo) {
  App app = App::started("/webhooks/1");
  app.tell(event::SignInEnded{SignInOutcome::signed_out, "admin@example.com", "", false});
  EXPECT_EQ(app.state.session.stage, Stage::signed_out);
  EXPECT_FALSE(app.state.form);
}

TEST(SigningOut, InAnotherTabKeepsUnsavedEdits) {
  App app = App::started("/webhooks/1");
  app.type(Field::name, "New");
  app.tell(event::SignInEnded{SignInOutcome::signed_out, "admin@example.com", "", false});
  EXPECT_EQ(app.state.session.stage, Stage::expired);
  app.sign_in();
  EXPECT_EQ(app.form().fields.name, "New");
}

TEST(TheSignInForm, SaysWhileThereIsNoNetworkAndThatTheDemoNeedsNone) {
  App app;
  app.begin();
  app.tell(event::OnlineChanged{false});
  EXPECT_EQ(app.sign_in_form.error, "You are offline: signing in needs a connection. The demo works without one.");
  app.tell(event::OnlineChanged{true});
  EXPECT_EQ(app.sign_in_form.error, "");
}

TEST(TheSignInForm, KeepsAnErrorWhenTheNetworkGoes) {
  App app;
  app.begin();
  app.tell(event::SignInEnded{SignInOutcome::wrong_credentials, "", "", false});
  const std::string error = app.sign_in_form.error;
  app.tell(event::OnlineChanged{false});
  EXPECT_EQ(app.sign_in_form.error, error);
}

constexpr std::int64_t minute_ms = 60'000;

event::SignInEnded token_good_for(std::int64_t milliseconds, bool can_refresh) {
  return {SignInOutcome::refreshed, "admin@example.com", "", can_refresh, false, milliseconds};
}

/// At the list, with a token that ends.
App with_token_for(std::int64_t milliseconds, bool can_refresh) {
  App app = App::started();
  app.tell(token_good_for(milliseconds, can_refresh));
  return app;
}

TEST(TheEndOfASession, ThatIsNotKnownSetsNoAlarm) { EXPECT_FALSE(App::started().wake_ms); }

TEST(TheEndOfASession, IsPutOffAMinuteBeforeItComes) {
  App app = with_token_for(20 * minute_ms, true);
  EXPECT_EQ(app.wake_ms, app.clock_ms + 19 * minute_ms);
  app.sleep();
  EXPECT_EQ(app.refreshes, 1U);
  EXPECT_FALSE(app.wake_ms);
  app.tell(token_good_for(20 * minute_ms, true));
  EXPECT_EQ(app.wake_ms, app.clock_ms + 19 * minute_ms);
  EXPECT_TRUE(app.in_flight.empty());
}

TEST(TheEndOfASession, IsPutOffInTheLastQuarterOfAShortOne) {
  EXPECT_EQ(with_token_for(40'000, true).wake_ms, App::started().clock_ms + 30'000);
}

TEST(TheEndOfASession, IsPutOffOnceOnly) {
  App app = with_token_for(20 * minute_ms, true);
  app.sleep();
  app.tell(event::SignInEnded{SignInOutcome::unreachable, "", "", true});
  EXPECT_EQ(app.refreshes, 1U);
  EXPECT_FALSE(app.wake_ms);
  EXPECT_EQ(app.state.session.stage, Stage::signed_in);
}

TEST(TheEndOfASession, MovesWithWhatAnotherTabGot) {
  App app = with_token_for(2 * minute_ms, true);
  app.tell(token_good_for(20 * minute_ms, true));
  EXPECT_EQ(app.wake_ms, app.clock_ms + 19 * minute_ms);
}

TEST(TheEndOfASession, IsNotPutOffForAPageThatIsNotSeen) {
  App app = with_token_for(20 * minute_ms, true);
  app.tell(event::VisibilityChanged{false});
  EXPECT_FALSE(app.wake_ms);
  app.clock_ms += 30 * minute_ms;
  app.tell(event::VisibilityChanged{true});
  EXPECT_EQ(app.refreshes, 1U);
}

TEST(TheEndOfASession, IsNotPutOffWithoutANetworkButOnceThereIsOne) {
  App app = with_token_for(20 * minute_ms, true);
  app.tell(event::OnlineChanged{false});
  EXPECT_FALSE(app.wake_ms);
  app.clock_ms += 19 * minute_ms;
  app.tell(event::OnlineChanged{true});
  EXPECT_EQ(app.refreshes, 1U);
}

TEST(TheEndOfASession, IsSeenAfterTheMachineSlept) {
  App app = with_token_for(20 * minute_ms, true);
  app.asleep_ms = 60 * minute_ms;
  app.tell(event::VisibilityChanged{true});
  EXPECT_EQ(app.refreshes, 1U);
}

TEST(TheEndOfASession, ThatCannotBePutOffIsCountedDownFromFiveMinutes) {
  App app = with_token_for(20 * minute_ms, false);
  EXPECT_EQ(app.wake_ms, app.clock_ms + 15 * minute_ms);
  EXPECT_TRUE(session_end_notice(app.state.session).empty());
  app.said.clear();
  std::vector<std::string> shown;
  for (int minute = 0; minute < 6; ++minute) {
    app.sleep();
    shown.push_back(session_end_notice(app.state.session).title);
  }
  EXPECT_EQ(shown,
            (std::vector<std::string>{"Your session ends in 5 minutes.", "Your session ends in 4 minutes.",
                                      "Your session ends in 3 minutes.", "Your session ends in 2 minutes.",
                                      "Your session ends in 1 minute.", "Your session should have ended by now."}));
  EXPECT_EQ(app.said, (std::vector<std::string>{shown[0], shown[4], shown[5]}));
  EXPECT_FALSE(app.wake_ms);
  EXPECT_EQ(app.state.session.stage, Stage::signed_in) << "only the server knows";
}

TEST(SigningInAgainEarly, GoesOnOverTheUntouchedScreen) {
  App app = App::started("/webhooks/1");
  app.tell(token_good_for(3 * minute_ms, false));
  app.type(Field::name, "New");
  app.ask(command::SignInAgain{});
  EXPECT_TRUE(app.sign_in_form.visible && app.sign_in_form.may_be_left);
  app.sign_in();
  EXPECT_FALSE(app.sign_in_form.visible);
  EXPECT_EQ(app.form().fields.name, "New");
  EXPECT_TRUE(session_end_notice(app.state.session).empty());
}

TEST(SigningInAgainEarly, CanBeLeftForTheSessionAsItIs) {
  App app = with_token_for(3 * minute_ms, false);
  app.ask(command::SignInAgain{});
  app.tell(event::SignInEnded{SignInOutcome::wrong_credentials, "", "", false});
  EXPECT_TRUE(app.sign_in_form.may_be_left);
  app.tell(event::SignInEnded{SignInOutcome::left, "", "", false});
  EXPECT_FALSE(app.sign_in_form.visible);
  EXPECT_EQ(app.state.session.stage, Stage::signed_in);
  EXPECT_EQ(session_end_notice(app.state.session).title, "Your session ends in 3 minutes.");
}

TEST(SigningInAgainEarly, CannotBeLeftOnceTheSessionHasEnded) {
  App app = with_token_for(3 * minute_ms, false);
  app.ask(command::ReloadList{});
  app.ask(command::SignInAgain{});
  app.server.always(Method::get, "/", reply(401));
  app.answer_one();
  EXPECT_FALSE(app.sign_in_form.may_be_left);
  EXPECT_TRUE(contains(app.sign_in_form.error, "Your session has ended"));
  app.tell(event::SignInEnded{SignInOutcome::left, "", "", false});
  EXPECT_TRUE(app.sign_in_form.visible);
}

}  // namespace
