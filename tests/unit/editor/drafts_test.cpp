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

TEST(ADraftsText, ReadsBackAsItWas) {
  const Draft draft{12,
                    {"A \"b\"\n", 11, 117, "https://example.com/ä?x=1", "", true},
                    {"日本", 0, 0, "", "Two\nlines", false},
                    1'750'000'000'123};
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
