// Choosing the columns of the list, and finding them again.
#include "editor/columns.h"

#include "app.h"

namespace {

using namespace editor_test;  // NOLINT(google-build-using-namespace)

TEST(Columns, AreTheUsualOnesUntilSomebodyChooses) {
  const App app = App::started();
  EXPECT_EQ(app.state.columns, usual_columns);
  EXPECT_FALSE(is_shown(app.state.columns, Column::id));
}

TEST(ChosenColumns, AreThereAgainAfterAReload) {
  App app = App::started();
  app.ask(command::ShowColumn{Column::id, true});
  app.ask(command::ShowColumn{Column::host, false});
  const App again = app.reloaded("/webhooks");
  EXPECT_TRUE(is_shown(again.state.columns, Column::id));
  EXPECT_FALSE(is_shown(again.state.columns, Column::host));
}

TEST(ChosenColumns, AreTheUsersOwn) {
  App app = App::started();
  app.ask(command::ShowColumn{Column::id, true});
  app.ask(command::SignOut{});
  EXPECT_EQ(app.state.columns, usual_columns);
  app.sign_in("other@example.com");
  app.settle();
  EXPECT_EQ(app.state.columns, usual_columns);
}

TEST(ChosenColumns, GoBackToTheUsualOnesAndLeaveNothingBehind) {
  App app = App::started();
  app.ask(command::ShowColumn{Column::id, true});
  const std::size_t kept = app.kept.size();
  app.ask(command::ShowUsualColumns{});
  EXPECT_EQ(app.state.columns, usual_columns);
  EXPECT_EQ(app.kept.size(), kept - 1);
}

TEST(ChosenColumns, AlwaysHaveTheName) {
  App app = App::started();
  app.ask(command::ShowColumn{Column::name, false});
  EXPECT_TRUE(is_shown(app.state.columns, Column::name));
}

TEST(ChosenColumns, AreNotKeptByTheDemo) {
  App app;
  app.begin();
  app.tell(event::SignInEnded{SignInOutcome::demo_chosen, "", "", false});
  app.settle();
  app.ask(command::ShowColumn{Column::id, true});
  EXPECT_TRUE(is_shown(app.state.columns, Column::id));
  EXPECT_TRUE(app.kept.empty());
}

TEST(HidingTheColumnOfTheOrder, LeavesTheOrder) {
  App app = App::started("/webhooks?sort=-name");
  app.ask(command::SortBy{Column::host});
  app.ask(command::ShowColumn{Column::host, false});
  EXPECT_EQ(app.state.list.sorted_by, Column::host);
}

TEST(TheTextOfColumns, IsReadAsItIsWritten) {
  ShownColumns columns = usual_columns;
  columns[static_cast<std::size_t>(Column::changed_by)] = true;
  columns[static_cast<std::size_t>(Column::event)] = false;
  EXPECT_EQ(read_columns(columns_text(columns)), columns);
}

TEST(TheTextOfColumns, ThatMakesNoSenseGivesTheUsualOnes) {
  EXPECT_EQ(read_columns(""), usual_columns);
  EXPECT_EQ(read_columns("colour shape\n"), usual_columns);
  EXPECT_EQ(columns_text(read_columns("id colour\n")), "name id");
}

}  // namespace
