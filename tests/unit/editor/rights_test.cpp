// What was refused once for want of a role is not offered again, until the user wants to try.
#include "editor/rights.h"

#include "app.h"
#include "editor/actions.h"

namespace {

using namespace editor_test;  // NOLINT(google-build-using-namespace)

/// A user whose change of a webhook was refused, and who gave it up.
App refused() {
  App app = App::started("/webhooks/1");
  app.server.always(Method::put, "", reply(403));
  app.type(Field::name, "Mine");
  app.save();
  return app;
}

TEST(ARefusedChange, StaysInTheFormAndCanStillBeEdited) {
  App app = refused();
  EXPECT_FALSE(is_read_only(app.state));
  app.type(Field::name, "Mine too");
  EXPECT_EQ(app.form().fields.name, "Mine too");
}

TEST(ARefusedChange, MakesFormsReadOnlyOnceNothingIsTyped) {
  App app = refused();
  app.ask(command::SetAllBack{});
  EXPECT_TRUE(is_read_only(app.state));
  app.type(Field::name, "Mine");
  EXPECT_EQ(app.form().fields.name, "Front door");
  EXPECT_FALSE(command_of(app.state, Action::Id::save));
}

TEST(ARefusedChange, IsRememberedOfThisUser) {
  App app = refused();
  app.ask(command::SetAllBack{});
  EXPECT_TRUE(is_read_only(app.reloaded("/webhooks/2").state));
  App other;
  other.kept = app.kept;
  other.begin("/webhooks/2");
  other.sign_in("somebody.else@example.com");
  other.settle();
  EXPECT_FALSE(is_read_only(other.state));
}

TEST(ARefusedChange, NamesTheRoleThatIsMissing) {
  const App app = refused();
  EXPECT_EQ(rights_notice(app.state).title, "Your user may not change webhooks.");
  EXPECT_NE(rights_notice(app.state).detail.find("WebHook-Edit"), std::string::npos);
}

TEST(ARefusedChange, CanBeTriedAgain) {
  App app = refused();
  app.ask(command::SetAllBack{});
  app.server.heal();
  app.ask(command::AssumeAllRights{});
  app.type(Field::name, "Mine");
  app.save();
  EXPECT_EQ(app.form().notice.title, "Saved.");
  EXPECT_TRUE(rights_notice(app.state).empty());
  EXPECT_FALSE(is_read_only(app.reloaded("/webhooks/2").state));
}

TEST(ARefusedCreation, TakesNewWebhooksOutOfWhatCanBeDone) {
  App app = App::started("/webhooks/new");
  app.server.always(Method::post, "", reply(403));
  app.type(Field::name, "Fresh");
  app.type(Field::url, "https://example.com/fresh");
  app.ask(command::ChooseLocation{12});
  app.ask(command::ChooseEvent{6});
  app.save();
  EXPECT_FALSE(command_of(app.state, Action::Id::create));
  EXPECT_FALSE(is_read_only(app.state));
  EXPECT_EQ(rights_notice(app.state).title, "Your user may not create webhooks.");
}

TEST(ARefusedCreation, MakesAnEmptyFormReadOnly) {
  App app = App::started("/webhooks/new");
  app.state.rights.create = false;
  EXPECT_TRUE(is_read_only(app.state));
  app.type(Field::name, "Mine");
  EXPECT_EQ(app.form().fields.name, "");
  EXPECT_FALSE(command_of(app.state, Action::Id::save));
}

TEST(MissingRights, TakeTheUndoingOfWhatNeedsThemOutOfTheJournal) {
  App app;
  const auto offered = [&app](JournalEntry::Kind kind) {
    JournalEntry entry;
    entry.kind = kind;
    entry.id = 1;
    entry.outcome = JournalEntry::Outcome::verified;
    return !undo_label(app.state, entry).empty();
  };
  for (const auto kind : {JournalEntry::Kind::created, JournalEntry::Kind::changed, JournalEntry::Kind::deleted}) {
    app.state.rights = Rights{};
    EXPECT_TRUE(offered(kind));
    app.state.rights = Rights{false, false, false};
    EXPECT_FALSE(offered(kind));
  }
}

TEST(ARefusedDeletion, TakesDeletingOutOfWhatCanBeDone) {
  App app = App::started("/webhooks/3");
  app.server.always(Method::delete_, "", reply(401));
  app.ask(command::Delete{});
  app.ask(command::Confirm{});
  app.settle();
  app.tell(event::SignInEnded{SignInOutcome::refreshed, "admin@example.com", "", true});
  app.settle();
  EXPECT_FALSE(command_of(app.state, Action::Id::remove));
  EXPECT_EQ(rights_notice(app.state).title, "Your user may not delete webhooks.");
}

TEST(AServerInTrouble, TakesNoRights) {
  App app = App::started("/webhooks/1");
  app.server.always(Method::put, "", reply(500));
  app.type(Field::name, "Mine");
  app.save();
  EXPECT_TRUE(rights_notice(app.state).empty());
}

}  // namespace
