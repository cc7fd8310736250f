// Going from webhook to webhook in the order of the list.
#include "editor/neighbours.h"

#include "app.h"
#include "editor/actions.h"

namespace {

using namespace editor_test;  // NOLINT(google-build-using-namespace)

/// Five in the order Alpha, Beta, Delta, Epsilon, Gamma; Delta and Gamma are off.
App with_five(const std::string& fragment) {
  App app;
  app.server.records = {record(1, "Alpha"), record(2, "Beta"), record(3, "Gamma", 2, false),
                        record(4, "Delta", 7, false), record(5, "Epsilon")};
  app.begin(fragment);
  app.sign_in();
  app.settle();
  return app;
}

std::string place(const App& app) { return place_sentence(neighbours_of_form(app.state)); }

void go(App& app, Action::Id where) {
  const auto command = command_of(app.state, where);
  ASSERT_TRUE(command);
  app.ask(*command);
  app.settle();
}

TEST(TheNextWebhook, IsTheOneBelowInTheListAsItIsSorted) {
  App app = with_five("/webhooks?sort=-name");
  app.open(5);
  EXPECT_EQ(place(app), "2 of 5");
  go(app, Action::Id::next);
  EXPECT_EQ(app.form().fields.name, "Delta");
  EXPECT_EQ(app.address, "/webhooks/4");
  go(app, Action::Id::previous);
  EXPECT_EQ(app.form().fields.name, "Epsilon");
}

TEST(TheNextWebhook, FitsTheFiltersAndTheSearch) {
  App app = with_five("/webhooks?active=off");
  app.open(4);
  EXPECT_EQ(place(app), "1 of 2");
  go(app, Action::Id::next);
  EXPECT_EQ(app.form().fields.name, "Gamma");
  EXPECT_FALSE(command_of(app.state, Action::Id::next));
}

TEST(AtTheEndsOfTheList, ThereIsNoNextAndTheReasonIsSaid) {
  App app = with_five("/webhooks/1");
  EXPECT_FALSE(neighbours_of_form(app.state).previous);
  EXPECT_EQ(why_no_neighbour(app.state, neighbours_of_form(app.state), false),
            "This is the first webhook of the list.");
  app.open(3);
  EXPECT_EQ(why_no_neighbour(app.state, neighbours_of_form(app.state), true), "This is the last webhook of the list.");
}

TEST(AWebhookThatTheListDoesNotShow, HasTheNeighboursBetweenWhichItWouldStand) {
  App app = with_five("/webhooks?active=off");
  app.open(5);
  EXPECT_EQ(place(app), "Not among the 2");
  EXPECT_EQ(neighbours_of_form(app.state).previous, 4);
  EXPECT_EQ(neighbours_of_form(app.state).next, 3);
}

TEST(AWebhookThatLeavesTheListWhenSaved, LeadsOnFromItsPlace) {
  App app = with_five("/webhooks?active=off");
  app.open(4);
  app.ask(command::SetActive{true});
  app.save();
  EXPECT_EQ(place(app), "Not among the 1");
  go(app, Action::Id::next);
  EXPECT_EQ(app.form().fields.name, "Gamma");
}

TEST(WithoutAList, ThereAreNoNeighboursAndTheReasonIsSaid) {
  App app;
  app.begin("/webhooks/1");
  app.server.always(Method::get, "/sys/webhooks?", reply(500));
  app.sign_in();
  EXPECT_EQ(why_no_neighbour(app.state, neighbours_of_form(app.state), true), "The list is still loading.");
  app.settle();
  EXPECT_EQ(why_no_neighbour(app.state, neighbours_of_form(app.state), true), "The list is not loaded.");
  EXPECT_EQ(place(app), "");
}

TEST(GoingToTheNext, AsksFirstWhenSomethingIsNotSaved) {
  App app = with_five("/webhooks/1");
  app.type(Field::name, "New");
  const auto command = command_of(app.state, Action::Id::next);
  ASSERT_TRUE(command);
  app.ask(*command);
  ASSERT_TRUE(app.state.dialog);
  EXPECT_EQ(app.address, "/webhooks/1");
  app.ask(command::KeepAndLeave{});
  app.settle();
  EXPECT_EQ(app.form().fields.name, "Beta");
}

TEST(ANewWebhook, HasNoNeighbours) {
  App app = with_five("/webhooks/new");
  EXPECT_FALSE(command_of(app.state, Action::Id::next));
}

}  // namespace
