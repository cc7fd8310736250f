// Advice under a field, and the buttons that put things right.
#include "app.h"

namespace editor_test {
namespace {

App with_url(const std::string& url) {
  App app = App::started("/webhooks/1");
  app.type(Field::url, url);
  return app;
}

bool advises(App& app, std::string_view part) { return app.status(Field::url).advice.find(part) != std::string::npos; }

TEST(AdviceOnTheUrl, IsAListWhenThereAreSeveralPieces) {
  App app = with_url("http://hooks.example.com/#top");
  EXPECT_TRUE(app.status(Field::url).advice.starts_with("• Use https://"));
  EXPECT_TRUE(advises(app, "\n• Leave out #"));
  app.type(Field::url, "https://hooks.example.com/#top");
  EXPECT_TRUE(app.status(Field::url).advice.starts_with("Leave out #"));
}

TEST(AdviceOnTheUrl, IsNotInTheWayOfSaving) {
  App app = with_url("http://me:pw@127.0.0.1:81/#top");
  app.save();
  EXPECT_EQ(app.form().notice.title, "Saved.");
}

TEST(AdviceOnTheUrl, IsNotOnTheStoredOne) {
  App app = with_url("http://hooks.example.com/#top");
  app.save();
  EXPECT_EQ(app.status(Field::url).advice, "");
  app.type(Field::name, "New");
  EXPECT_EQ(app.status(Field::url).advice, "");
}

TEST(AFix, PutsTheUrlRightAndLeavesTheFocusThere) {
  App app = with_url("http://hooks.example.com/#top");
  ASSERT_EQ(app.status(Field::url).fixes.size(), 2U);
  app.ask(command::ApplyFix{Field::url, 1});
  EXPECT_EQ(app.form().fields.url, "http://hooks.example.com/");
  EXPECT_TRUE(app.focus_is_on(Field::url));
  EXPECT_EQ(app.said.back(), "Remove the fragment: done.");
  app.ask(command::ApplyFix{Field::url, 0});
  EXPECT_EQ(app.form().fields.url, "https://hooks.example.com/");
}

TEST(AFix, CanBeUndone) {
  App app = with_url("http://hooks.example.com/");
  app.ask(command::ApplyFix{Field::url, 0});
  app.ask(command::Undo{});
  EXPECT_EQ(app.form().fields.url, "http://hooks.example.com/");
}

TEST(AFix, ThatIsNotThereDoesNothing) {
  App app = with_url("https://hooks.example.com/");
  app.ask(command::ApplyFix{Field::url, 0});
  app.ask(command::ApplyFix{Field::name, 3});
  EXPECT_EQ(app.form().fields.url, "https://hooks.example.com/");
}

TEST(AFix, IsOfferedForAnErrorOnceItIsShown) {
  App app = with_url("hooks.example.com/x");
  EXPECT_TRUE(app.status(Field::url).fixes.empty());
  app.ask(command::LeaveField{Field::url});
  ASSERT_EQ(app.status(Field::url).fixes.size(), 1U);
  app.ask(command::ApplyFix{Field::url, 0});
  EXPECT_EQ(app.form().fields.url, "https://hooks.example.com/x");
  EXPECT_EQ(app.status(Field::url).error, "");
}

TEST(ATwin, IsToldWhereTheSameEventGoesToTheSameUrl) {
  App app = with_url("https://example.com/2");
  EXPECT_FALSE(advises(app, "sends the same event"));
  app.ask(command::ChooseEvent{6});
  EXPECT_TRUE(advises(app, "“Billing” sends the same event to this URL already"));
  app.ask(command::ChooseLocation{12});
  EXPECT_FALSE(advises(app, "sends the same event"));
}

TEST(ATwin, IsNotToldOfAWebhookThatIsAsStored) {
  App app = App::started();
  app.server.records.push_back(record(4, "Again"));
  (*app.server.find(4))["URL"] = "https://example.com/1";
  app.ask(command::ReloadList{});
  app.settle();
  app.open(1);
  EXPECT_FALSE(advises(app, "sends the same event"));
  app.ask(command::Duplicate{});
  app.settle();
  EXPECT_TRUE(advises(app, "sends the same event"));
}

}  // namespace
}  // namespace editor_test
