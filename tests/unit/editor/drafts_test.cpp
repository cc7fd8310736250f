// What was typed and not saved outlives the page.
#include "editor/drafts.h"

#include "app.h"

namespace {

using namespace editor_test;  // NOLINT(google-build-using-namespace)

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }
std::vector<std::string> drafts_kept(const App& app) {
  std::vector<std::string> texts;
  for (const auto& [name, text] : app.kept) {
    if (name.starts_with("draft")) texts.push_back(text);
  }
  return texts;
}

bool keeps_no_draft(const App& app) { return drafts_kept(app).empty(); }

App with_edit() {
  App app = App::started("/webhooks/1");
  app.type(Field::name, "Typed");
  return app;
}

TEST(ADraft, IsKeptWithEveryEdit) {
  App app = with_edit();
  ASSERT_EQ(drafts_kept(app).size(), 1U);
  EXPECT_TRUE(contains(drafts_kept(app).front(), R"("Name":"Typed")"));
  app.type(Field::name, "Typed more");
  ASSERT_EQ(drafts_kept(app).size(), 1U);
  EXPECT_TRUE(contains(drafts_kept(app).front(), R"("Name":"Typed more")"));
}

TEST(ADraft, ComesBackAfterAReload) {
  const App before = with_edit();
  App app = before.reloaded("/webhooks/1");
  EXPECT_EQ(app.form().fields.name, "Typed");
  EXPECT_TRUE(app.status(Field::name).changed);
  EXPECT_EQ(app.form().notice.title, "What you had not saved is back.");
  EXPECT_TRUE(app.has_said("What you had not saved is back."));
  app.save();
  EXPECT_EQ((*app.server.find(1))["Name"], "Typed");
}

TEST(ADraft, ComesBackWholeForANewWebhook) {
  App before = App::started("/webhooks/new");
  before.type(Field::name, "Fresh");
  before.type(Field::url, "not finished");
  App app = before.reloaded("/webhooks/new");
  EXPECT_EQ(app.form().fields.name, "Fresh");
  EXPECT_EQ(app.form().fields.url, "not finished");
}

TEST(ADraft, IsOfferedInTheList) {
  const App before = with_edit();
  App app = before.reloaded("/webhooks");
  EXPECT_EQ(drafts_notice(app.state).title, "You have unsaved changes in “Front door”.");
  EXPECT_TRUE(app.has_said("You have unsaved changes"));
  app.ask(command::OpenDraft{});
  app.settle();
  EXPECT_EQ(app.address, "/webhooks/1");
  EXPECT_EQ(app.form().fields.name, "Typed");
}

TEST(ADraft, IsMergedWithWhatIsStoredNow) {
  const App before = with_edit();
  App app = before;
  (*app.server.find(1))["URL"] = "https://example.com/theirs";
  app = app.reloaded("/webhooks/1");
  EXPECT_EQ(app.form().fields.name, "Typed");
  EXPECT_EQ(app.form().fields.url, "https://example.com/theirs");
  EXPECT_FALSE(app.status(Field::url).changed);
}

TEST(ADraft, OfAFieldThatSomebodyElseChangedAsks) {
  App before = with_edit();
  (*before.server.find(1))["Name"] = "Theirs";
  App app = before.reloaded("/webhooks/1");
  EXPECT_EQ(app.form().fields.name, "Typed");
  EXPECT_TRUE(contains(app.status(Field::name).error, "“Theirs”"));
}

TEST(ADraft, ThatHasBeenStoredMeanwhileIsNoDraftAnyMore) {
  App before = with_edit();
  (*before.server.find(1))["Name"] = "Typed";
  App app = before.reloaded("/webhooks/1");
  EXPECT_FALSE(app.form().changed);
  EXPECT_TRUE(app.form().notice.empty());
  EXPECT_TRUE(keeps_no_draft(app));
}

TEST(ADraft, GoesWithSaving) {
  App app = with_edit();
  app.save();
  EXPECT_TRUE(keeps_no_draft(app));
}

TEST(ADraft, GoesWithSettingTheFieldBack) {
  App app = with_edit();
  app.type(Field::name, "Front door");
  EXPECT_TRUE(keeps_no_draft(app));
}

TEST(ADraft, StaysWhenTheFormIsLeftWithIt) {
  App app = with_edit();
  app.ask(command::Go{record_address(2)});
  app.ask(command::KeepAndLeave{});
  app.settle();
  EXPECT_EQ(app.form().fields.name, "Billing");
  app.open(1);
  EXPECT_EQ(app.form().fields.name, "Typed");
  EXPECT_EQ(app.form().notice.title, "What you had not saved is back.");
}

TEST(ADraft, StaysWhenTheUserSignsOutWithIt) {
  App app = with_edit();
  app.ask(command::SignOut{});
  app.ask(command::KeepAndLeave{});
  EXPECT_EQ(app.sign_outs, 1U);
  app.sign_in();
  app.settle();
  app.open(1);
  EXPECT_EQ(app.form().fields.name, "Typed");
}

TEST(ADraft, OfTheDemoStaysUntilTheDemoIsLeft) {
  App app;
  app.begin("/webhooks/1");
  app.tell(event::SignInEnded{SignInOutcome::demo_chosen, "", "", false});
  app.settle();
  app.type(Field::name, "Typed");
  app.ask(command::Go{list_address});
  app.ask(command::KeepAndLeave{});
  app.open(1);
  EXPECT_EQ(app.form().fields.name, "Typed");
  app.ask(command::SignOut{});
  ASSERT_TRUE(app.state.dialog);
  EXPECT_EQ(std::get<LeaveDialog>(*app.state.dialog).keep_label, "") << "it would be gone with the demo";
}

TEST(ADraft, SaysHowItDiffersFromWhatIsStoredNow) {
  App before = with_edit();
  before.type(Field::url, "https://example.com/typed");
  (*before.server.find(1))["URL"] = "https://example.com/typed";
  App app = before.reloaded("/webhooks/1");
  EXPECT_TRUE(contains(app.form().notice.detail, "Other than what is stored now: Name."));
  ASSERT_FALSE(app.form().payload.differences.empty());
  EXPECT_EQ(app.form().payload.differences.front().before_raw, "\"Front door\"");
}

TEST(ADraft, HoldsALocationThatIsNoNumber) {
  App before;
  before.server.always(Method::get, "/sys/businesses", reply(403));
  before.begin("/webhooks/new");
  before.sign_in();
  before.settle();
  before.type(Field::location, "Madrid?");
  App app = before.reloaded("/webhooks/new");
  EXPECT_EQ(app.form().location_text, "Madrid?");
  EXPECT_TRUE(app.status(Field::location).changed);
}

TEST(ADraft, IsOfAUserHoweverTheEMailIsTyped) {
  const App before = with_edit();
  App app;
  app.server = before.server;
  app.kept = before.kept;
  app.begin("/webhooks/1");
  app.sign_in(" Admin@Example.com");
  app.settle();
  EXPECT_EQ(app.form().fields.name, "Typed");
}

TEST(ADraft, GoesWithDiscardingWhenTheFormIsLeft) {
  App app = with_edit();
  app.ask(command::Go{list_address});
  EXPECT_EQ(drafts_kept(app).size(), 1U) << "asking is not discarding";
  app.ask(command::Confirm{});
  EXPECT_TRUE(keeps_no_draft(app));
}

TEST(ADraft, StaysWhenTheSessionEnds) {
  App app = with_edit();
  app.tell(event::SignInEnded{SignInOutcome::refresh_failed, "", "", false});
  EXPECT_EQ(drafts_kept(app).size(), 1U);
}

TEST(ADraft, OfANewWebhookGoesWhenItIsCreated) {
  App app = App::started("/webhooks/new");
  app.type(Field::name, "Fresh");
  app.type(Field::url, "https://example.com/fresh");
  app.ask(command::ChooseLocation{12});
  app.ask(command::ChooseEvent{6});
  EXPECT_EQ(drafts_kept(app).size(), 1U);
  app.save();
  EXPECT_EQ(app.form().notice.title, "Created.");
  EXPECT_TRUE(keeps_no_draft(app));
}

TEST(ADraft, IsOfItsUserAlone) {
  const App before = with_edit();
  App app;
  app.server = before.server;
  app.kept = before.kept;
  app.begin("/webhooks/1");
  app.sign_in("somebody.else@example.com");
  app.settle();
  EXPECT_EQ(app.form().fields.name, "Front door");
  EXPECT_EQ(drafts_kept(app).size(), 1U) << "nor does another user drop it";
}

TEST(ADraft, ThatComesLateDoesNotTouchWhatIsTypedAlready) {
  const App before = with_edit();
  App app;
  app.server = before.server;
  app.kept = before.kept;
  app.begin("/webhooks/1");
  app.sign_in();
  const auto prefix = std::exchange(app.wanted_texts, {});
  app.settle();
  app.type(Field::name, "Typed anew");
  app.wanted_texts = prefix;
  app.give_texts();
  EXPECT_EQ(app.form().fields.name, "Typed anew");
}

TEST(ADraft, IsNotKeptOfTheDemo) {
  App app;
  app.begin("/webhooks/1");
  app.tell(event::SignInEnded{SignInOutcome::demo_chosen, "", "", false});
  app.settle();
  app.type(Field::name, "Typed");
  EXPECT_TRUE(keeps_no_draft(app));
}

TEST(ADraft, NeverHoldsAToken) {
  const App app = with_edit();
  for (const auto& [name, text] : app.kept) {
    EXPECT_FALSE(contains(name + text, "oken"));
    EXPECT_FALSE(contains(name + text, "Bearer"));
  }
}

// ---- Several drafts

App with_new(const std::string& name) {
  App app = App::started("/webhooks/new");
  app.type(Field::name, name);
  return app;
}

/// Another page of the same user, in the same browser.
App another_page(const App& first, const std::string& fragment) { return first.reloaded(fragment); }

bool is_kept(const App& app, const std::string& name) {
  const auto texts = drafts_kept(app);
  return std::any_of(texts.begin(), texts.end(),
                     [&name](const std::string& text) { return contains(text, "\"Name\":\"" + name + "\""); });
}

TEST(ADraftOfANewWebhook, OutlivesTheDuplicatingOfAnother) {
  const App before = with_new("Fresh");
  App app = before.reloaded("/webhooks/2");
  app.ask(command::Duplicate{});
  app.settle();
  EXPECT_EQ(app.form().fields.name, "Billing (copy)");
  EXPECT_TRUE(is_kept(app, "Fresh"));
}

TEST(ADraftOfADuplicate, ComesBackAfterAReload) {
  App before = App::started("/webhooks/2");
  before.ask(command::Duplicate{});
  before.settle();
  before.type(Field::description, "Typed into the copy");
  App app = before.reloaded(before.address);
  EXPECT_EQ(app.form().fields.description, "Typed into the copy");
  EXPECT_EQ(drafts_kept(app).size(), 1U);
}

TEST(ADraftThatComesLate, IsStillThereBesideWhatIsTypedAlready) {
  const App before = with_edit();
  App app;
  app.server = before.server;
  app.kept = before.kept;
  app.clock_ms = before.clock_ms;
  app.begin("/webhooks/1");
  app.sign_in();
  const auto prefix = std::exchange(app.wanted_texts, {});
  app.settle();
  app.type(Field::name, "Typed anew");
  app.wanted_texts = prefix;
  app.settle();
  EXPECT_TRUE(is_kept(app, "Typed"));
  EXPECT_TRUE(is_kept(app, "Typed anew"));
}

TEST(TwoPages, EachKeepTheirOwnDraftOfOneWebhook) {
  App first = App::started("/webhooks/1");
  App second = another_page(first, "/webhooks/1");
  first.type(Field::name, "First");
  second.kept = first.kept;  // one storage
  second.type(Field::name, "Second");
  EXPECT_TRUE(is_kept(second, "First"));
  EXPECT_TRUE(is_kept(second, "Second"));
}

TEST(TwoPages, EachKeepTheirOwnNewWebhook) {
  App first = App::started("/webhooks/new");
  App second = another_page(first, "/webhooks/new");
  first.type(Field::name, "First");
  second.kept = first.kept;
  second.type(Field::name, "Second");
  EXPECT_TRUE(is_kept(second, "First"));
  EXPECT_TRUE(is_kept(second, "Second"));
}

TEST(ADraft, WhoseQuestionIsNotDecidedAsksAgainAfterTheNextReload) {
  App before = with_edit();
  (*before.server.find(1))["Name"] = "Theirs";
  const App once = before.reloaded("/webhooks/1");
  App app = once.reloaded("/webhooks/1");
  EXPECT_EQ(app.form().fields.name, "Typed");
  EXPECT_TRUE(contains(app.status(Field::name).error, "“Theirs”"));
}

/// Two drafts of one webhook, as two pages left them.
App with_two_drafts() {
  App first = App::started("/webhooks/1");
  App second = another_page(first, "/webhooks/1");
  first.type(Field::name, "First");
  second.kept = first.kept;
  second.clock_ms += 1'000;
  second.type(Field::name, "Second");
  return second;
}

TEST(SeveralDrafts, AreEachLedTo) {
  const App before = with_two_drafts();
  for (const char* name : {"First", "Second"}) {
    App app = before.reloaded("/webhooks");
    ASSERT_EQ(app.state.drafts.size(), 2U);
    EXPECT_EQ(drafts_notice(app.state).title, "You have unsaved changes in “Front door” and 1 more.");
    const auto& drafts = app.state.drafts;
    app.ask(command::OpenDraft{drafts.front().fields.name == name ? drafts.front().key : drafts.back().key});
    app.settle();
    EXPECT_EQ(app.form().fields.name, name);
    EXPECT_TRUE(contains(app.form().notice.detail, "Another draft of it is kept"));
    EXPECT_EQ(drafts_kept(app).size(), 2U);
  }
}

TEST(SeveralDrafts, AreDiscardedOneByOne) {
  App app = with_two_drafts().reloaded("/activity");
  app.ask(command::DiscardDraft{app.state.drafts.front().key});
  app.settle();
  EXPECT_EQ(app.state.drafts.size(), 1U);
  EXPECT_EQ(drafts_kept(app).size(), 1U);
}

TEST(ADraftThatWasPutIntoAForm, GoesOnUnderAKeyOfThatForm) {
  const App before = with_edit();
  App app = before.reloaded("/webhooks/1");
  app.type(Field::name, "Typed on");
  app.settle();
  ASSERT_EQ(drafts_kept(app).size(), 1U);
  EXPECT_TRUE(is_kept(app, "Typed on"));
  app.save();
  EXPECT_TRUE(keeps_no_draft(app));
}

TEST(ADraftThatWasPutIntoAForm, StaysIfAnotherPageTypedOnInIt) {
  App first = with_edit();
  App second = another_page(first, "/webhooks/1");
  first.clock_ms += 5'000;
  first.type(Field::name, "Typed on in the first");
  second.kept = first.kept;
  second.ask(command::SetAllBack{});
  second.settle();
  EXPECT_TRUE(is_kept(second, "Typed on in the first"));
}

TEST(APageThatIsSeenAgain, KnowsWhatAnotherPageDidToTheDrafts) {
  App first = with_edit();
  App second = another_page(first, "/webhooks");
  EXPECT_EQ(second.state.drafts.size(), 1U);
  first.save();
  second.kept = first.kept;
  second.tell(event::VisibilityChanged{true});
  second.settle();
  EXPECT_TRUE(second.state.drafts.empty());
}

TEST(ADraftOfAWebhookThatIsGone, CanBecomeANewOne) {
  App before = with_edit();
  std::erase_if(before.server.records, [](const Json& json) { return json["Id"] == 1; });
  App app = before.reloaded("/webhooks/1");
  EXPECT_EQ(app.form().phase, Form::Phase::failed);
  EXPECT_TRUE(contains(app.form().notice.detail, "What you typed and did not save is kept"));
  EXPECT_EQ(drafts_kept(app).size(), 1U);
  app.ask(command::RunNoticeAction{});
  app.settle();
  EXPECT_EQ(app.address, "/webhooks/new");
  EXPECT_EQ(app.form().fields.name, "Typed");
  EXPECT_EQ(app.form().fields.url, "https://example.com/1");
  app.save();
  EXPECT_EQ(app.form().notice.title, "Created.");
  EXPECT_TRUE(keeps_no_draft(app));
}

TEST(ADraftOfAWebhookThatIsGone, CanBeSeenAndDiscarded) {
  App before = with_edit();
  std::erase_if(before.server.records, [](const Json& json) { return json["Id"] == 1; });
  App app = before.reloaded("/activity");
  ASSERT_EQ(app.state.drafts.size(), 1U);
  const auto changes = changes_of(app.state, app.state.drafts.front());
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes.front().before, "Front door");
  EXPECT_EQ(changes.front().after, "Typed");
  app.ask(command::DiscardDraft{app.state.drafts.front().key});
  app.settle();
  EXPECT_TRUE(keeps_no_draft(app));
}

TEST(ADraftOfAWebhookThatCannotBeRead, IsSpokenOfAndStays) {
  App before = with_edit();
  before.server.always(Method::get, "/sys/webhooks/1", reply(403));
  App app = before.reloaded("/webhooks/1");
  EXPECT_TRUE(contains(app.form().notice.detail, "What you typed and did not save is kept"));
  EXPECT_EQ(app.form().notice.action, Notice::Action::try_again);
  app.server.heal();
  app.ask(command::RunNoticeAction{});
  app.settle();
  EXPECT_EQ(app.form().fields.name, "Typed");
}

TEST(ADraftOfADuplicate, ComesBackThoughTheOriginalIsGone) {
  App before = App::started("/webhooks/2");
  before.ask(command::Duplicate{});
  before.settle();
  before.type(Field::description, "Typed into the copy");
  std::erase_if(before.server.records, [](const Json& json) { return json["Id"] == 2; });
  App app = before.reloaded(before.address);
  EXPECT_EQ(app.form().phase, Form::Phase::ready);
  EXPECT_EQ(app.form().fields.description, "Typed into the copy");
  EXPECT_EQ(app.form().fields.name, "Billing (copy)");
}

TEST(ADraftsText, ReadsBackAsItWas) {
  const Draft draft{12,
                    {"A \"b\"\n", 11, 117, "https://example.com/ä?x=1", "", true},
                    {"日本", 0, 0, "", "Two\nlines", false},
                    1'750'000'000'123,
                    "1750-5-1",
                    12,
                    "Madrid?"};
  const auto read = read_draft(to_text(draft));
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, draft);
}

TEST(ADraftsText, ThatIsDamagedOrOfAnotherVersionIsNoDraft) {
  const std::string whole = to_text({12, {}, {}, 1});
  for (std::size_t length = 0; length < whole.size(); ++length) {
    EXPECT_FALSE(read_draft(whole.substr(0, length))) << length;
  }
  EXPECT_FALSE(read_draft(R"({"Id":"x","At":1,"Base":{},"Fields":{}})"));
  EXPECT_FALSE(read_draft(R"({"Id":1,"At":1,"Base":[],"Fields":{}})"));
  EXPECT_FALSE(read_draft(R"({"Id":-1,"At":1,"Base":{},"Fields":{}})"));
}

}  // namespace
