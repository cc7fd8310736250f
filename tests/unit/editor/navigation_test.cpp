// Going from screen to screen without losing edits.
#include "app.h"

namespace {

using namespace editor_test;  // NOLINT(google-build-using-namespace)

const LeaveDialog* dialog_of(const App& app) {
  return app.state.dialog ? std::get_if<LeaveDialog>(&*app.state.dialog) : nullptr;
}

App with_edit() {
  App app = App::started("/webhooks/1");
  app.type(Field::name, "New");
  return app;
}

TEST(AnUnknownAddress, LeadsToTheList) {
  App app = App::started("/something/else");
  EXPECT_EQ(app.address, "/webhooks");
  app.browse("/nowhere");
  EXPECT_EQ(app.address, "/webhooks");
  EXPECT_FALSE(app.state.form);
}

TEST(Back, ShowsTheScreenOfItsAddress) {
  App app = App::started();
  app.open(1);
  app.browse("/webhooks");
  EXPECT_FALSE(app.state.form);
  EXPECT_EQ(app.focused.back(), (FocusTarget{.kind = FocusTarget::Kind::row, .id = 1}));
  app.browse("/webhooks/2");
  app.settle();
  EXPECT_EQ(app.form().fields.name, "Billing");
}

TEST(LeavingWithoutAChange, AsksNothing) {
  App app = App::started("/webhooks/1");
  app.type(Field::name, "New");
  app.ask(command::SetBack{Field::name});
  app.ask(command::Go{list_address});
  EXPECT_FALSE(app.state.dialog);
  EXPECT_FALSE(app.state.form);
}

TEST(LeavingWithAChange, AsksAndSaysWhichFields) {
  App app = with_edit();
  app.ask(command::Go{list_address});
  ASSERT_NE(dialog_of(app), nullptr);
  EXPECT_NE(dialog_of(app)->text.find("Name"), std::string::npos);
  EXPECT_EQ(app.form().fields.name, "New");
  EXPECT_EQ(app.address, "/webhooks/1");
}

TEST(LeavingWithAChange, StaysWhenCancelled) {
  App app = with_edit();
  app.ask(command::Go{record_address(2)});
  app.ask(command::Cancel{});
  EXPECT_FALSE(app.state.dialog);
  EXPECT_EQ(app.form().fields.name, "New");
}

TEST(LeavingWithAChange, GoesOnWhenConfirmed) {
  App app = with_edit();
  app.ask(command::Go{record_address(2)});
  app.ask(command::Confirm{});
  app.settle();
  EXPECT_EQ(app.form().fields.name, "Billing");
  EXPECT_EQ(app.address, "/webhooks/2");
  EXPECT_FALSE(app.guarded);
}

TEST(LeavingWithAChange, ByTheBackButtonPutsTheAddressBackWhileAsking) {
  App app = with_edit();
  app.browse("/webhooks");
  EXPECT_EQ(app.address, "/webhooks/1");
  ASSERT_NE(dialog_of(app), nullptr);
  EXPECT_EQ(app.form().fields.name, "New");
  app.ask(command::Confirm{});
  EXPECT_EQ(app.address, "/webhooks");
  EXPECT_FALSE(app.state.form);
}

TEST(LeavingWithAChange, BySigningOutAsksToo) {
  App app = with_edit();
  app.ask(command::SignOut{});
  EXPECT_EQ(app.sign_outs, 0U);
  ASSERT_NE(dialog_of(app), nullptr);
  app.ask(command::Confirm{});
  EXPECT_EQ(app.sign_outs, 1U);
}

TEST(LeavingWithAChange, ByDuplicatingAsksToo) {
  App app = with_edit();
  app.ask(command::Duplicate{});
  EXPECT_NE(dialog_of(app), nullptr);
}

TEST(LeavingWhileSaving, AsksAndStillTellsHowItEnded) {
  App app = with_edit();
  app.begin_save();
  app.ask(command::Go{list_address});
  ASSERT_NE(dialog_of(app), nullptr);
  app.ask(command::Confirm{});
  app.settle();
  EXPECT_TRUE(app.has_said("has accepted the change of the webhook “Front door”"));
  EXPECT_EQ(find_row(app.state.list, 1)->record.fields.name, "New");
}

TEST(LeavingWhileSaving, TellsAFailureInTheList) {
  App app = with_edit();
  app.server.next(Method::put, "", reply(400, failure("No")));
  app.begin_save();
  app.ask(command::Go{list_address});
  app.ask(command::Confirm{});
  app.settle();
  EXPECT_NE(app.state.list.notice.title.find("did not accept the change"), std::string::npos);
}

TEST(LeavingWhileSaving, BeforeAnythingWasSentSaysThatNothingWas) {
  App app = with_edit();
  app.ask(command::Save{});
  app.ask(command::Go{list_address});
  app.ask(command::Confirm{});
  app.settle();
  EXPECT_EQ(app.server.count(Method::put), 0U);
  EXPECT_NE(app.state.list.notice.title.find("was not sent"), std::string::npos);
}

TEST(Titles, FollowTheScreen) {
  App app = App::started();
  EXPECT_EQ(app.title, "Webhooks · WebHook Editor");
  app.ask(command::Go{{Address::Screen::new_record, 0, 0}});
  EXPECT_EQ(app.title, "New webhook · WebHook Editor");
}

}  // namespace
