// What the form says of its event, and the names that the API has for events.
#include "editor/event_help.h"

#include "app.h"
#include "editor/choices.h"

namespace {

using namespace editor_test;  // NOLINT(google-build-using-namespace)

App with_events(const Json& names, const std::string& fragment) {
  App app;
  app.server.event_names = names;
  app.begin(fragment);
  app.sign_in();
  app.settle();
  return app;
}

Json live(std::int64_t number, const std::string& name, const std::string& label) {
  return Json::array({{{"Id", number}, {"Name", name}, {"Label", label}}});
}

std::vector<std::int64_t> siblings(App& app) {
  std::vector<std::int64_t> numbers;
  for (const EventHelp::Sibling& sibling : app.form().event_help.siblings) numbers.push_back(sibling.number);
  return numbers;
}

TEST(TheEventOfTheForm, IsExplainedAndFollowsTheChoice) {
  App app = App::started("/webhooks/2");
  EXPECT_NE(app.form().event_help.about.find("Fires when somebody books"), std::string::npos);
  EXPECT_NE(app.form().event_help.about.find("API name BookingCreate, number 6."), std::string::npos);
  app.ask(command::ChooseEvent{37});
  ASSERT_EQ(app.form().event_help.twins.size(), 1U);
  EXPECT_EQ(app.form().event_help.twins[0].words, "Failed check-in");
}

TEST(Siblings, AreOfferedUnlessTheirWebhookIsThereAlready) {
  App app;
  app.server.records.push_back(record(4, "Booking moved", 7));
  app.server.records.back()["URL"] = "https://example.com/2";
  app.begin("/webhooks/2");
  app.sign_in();
  app.settle();
  app.ask(command::Go{list_address});
  app.open(2);
  EXPECT_EQ(siblings(app), std::vector<std::int64_t>{8});
}

TEST(Siblings, AreOfferedForWhatIsStoredOnly) {
  App app = App::started("/webhooks/2");
  EXPECT_FALSE(siblings(app).empty());
  app.ask(command::ChooseEvent{3});
  EXPECT_TRUE(siblings(app).empty());
}

TEST(ASibling, BeginsANewWebhookWithTheSameUrlAndLocationAndItsOwnEvent) {
  App app;
  app.server.records[1]["URL"] = "https://example.com/in?action=BookingCreate&x=1";
  app.server.records[1]["Active"] = false;
  app.begin("/webhooks/new?duplicate=2&event=8");
  app.sign_in();
  app.settle();
  EXPECT_EQ(app.form().fields.name, "Booking deleted");
  EXPECT_EQ(app.form().fields.action, 8);
  EXPECT_EQ(app.form().fields.location_id, 11);
  EXPECT_EQ(app.form().fields.url, "https://example.com/in?action=BookingDelete&x=1");
  EXPECT_TRUE(app.form().fields.active);
  EXPECT_FALSE(app.form().changed);
}

TEST(ASibling, ThatIsChangedComesBackAfterAReload) {
  App app = App::started("/webhooks/new?duplicate=2&event=8");
  app.type(Field::name, "Typed");
  App again = app.reloaded("/webhooks/new?duplicate=2&event=8");
  EXPECT_EQ(again.form().fields.name, "Typed");
  App other = app.reloaded("/webhooks/new?duplicate=2&event=7");
  EXPECT_EQ(other.form().fields.name, "Booking updated");
}

TEST(TheUrlOfASibling, ChangesOnlyWhereItNamesTheEventWhole) {
  const State state;
  EXPECT_EQ(url_for_event(state, "https://a.example/BookingCreate", 6, 7), "https://a.example/BookingCreate");
  EXPECT_EQ(url_for_event(state, "https://a.example/?a=BookingCreated", 6, 7), "https://a.example/?a=BookingCreated");
  EXPECT_EQ(url_for_event(state, "https://a.example/?a=BookingCreate#f", 6, 7), "https://a.example/?a=BookingUpdate#f");
}

TEST(AnEventTheApiHasRenamed, HasTheWordsOfTheApiAndNoFactsOfTheOldOne) {
  App app = with_events(live(6, "RoomReserve", "Room reserved"), "/webhooks/2");
  EXPECT_EQ(event_words(app.state, 6), "Room reserved");
  EXPECT_EQ(app.form().event_help.about, "API name RoomReserve, number 6.");
  EXPECT_TRUE(app.form().event_help.siblings.empty());
  EXPECT_EQ(find_row(app.state.list, 2)->event_words, "Room reserved");
}

TEST(AnEventTheApiHasRenamed, IsFoundByItsNewNameOnly) {
  App app = with_events(live(6, "RoomReserve", "Room reserved"), "/webhooks/new");
  ASSERT_EQ(event_choices(app.state, "room reserved").size(), 1U);
  EXPECT_EQ(event_choices(app.state, "room reserved").front().number, 6);
  for (const EventChoice& choice : event_choices(app.state, "BookingCreate")) EXPECT_NE(choice.number, 6);
  EXPECT_EQ(event_choices(app.state, "").size(), 89U) << "all but None, each once";
}

TEST(AnotherLabelOfTheApi, DoesNotTakeThePlaceOfThePanelsWords) {
  const App app = with_events(live(6, "BookingCreate", "Booking Create"), "/webhooks");
  EXPECT_EQ(event_words(app.state, 6), "Booking created");
}

TEST(EventsOfTheApi, ThatAreMissingThereStayAsTheyAreBuiltIn) {
  const App app = with_events(live(117, "RobotArrived", "Robot arrived"), "/webhooks");
  EXPECT_EQ(event_words(app.state, 6), "Booking created");
  EXPECT_EQ(event_words(app.state, 117), "Robot arrived");
  EXPECT_EQ(event_words(app.state, 118), "Unknown event 118");
}

}  // namespace
