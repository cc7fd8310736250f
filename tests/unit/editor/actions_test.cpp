// What the shortcuts, the palette and the help offer: what can be done where the user is, and nothing else.
#include "editor/actions.h"

#include <cctype>
#include <optional>
#include <set>
#include <string>
#include <variant>

#include "app.h"
#include "editor/columns.h"

namespace {

using namespace editor_test;  // NOLINT(google-build-using-namespace)
using Id = Action::Id;
using Titles = std::set<std::string>;

/// What can be done everywhere, to be left out where something else is the point.
const Titles everywhere{"Find a command or a webhook",
                        "Keyboard shortcuts",
                        "Search the list",
                        "Filter the list",
                        "New webhook",
                        "Activity: changes and requests",
                        "Idioma: español",
                        "Langue : français",
                        "Sprache: Deutsch",
                        "Idioma: português",
                        "Sign out"};

Titles offered(const App& app) {
  Titles titles;
  for (const Action& action : all_actions()) {
    if (command_of(app.state, action.id)) titles.emplace(action.title);
  }
  return titles;
}

Titles offered_only_here(const App& app) {
  Titles titles = offered(app);
  for (const std::string& title : everywhere) {
    EXPECT_TRUE(titles.erase(title) == 1) << title << " is missing";
  }
  return titles;
}

void run(App& app, Id action) {
  const std::optional<Command> command = command_of(app.state, action);
  ASSERT_TRUE(command);
  app.ask(*command);
}

TEST(Actions, AreNoneBeforeSigningIn) {
  App app;
  app.begin();
  EXPECT_EQ(offered(app), Titles{});
}

TEST(Actions, OnTheListAreToReloadSortAndChooseColumns) {
  const App app = App::started();
  EXPECT_EQ(offered_only_here(app),
            (Titles{"Reload the list", "Choose the columns of the list", "Sort by name", "Sort by event",
                    "Sort by location", "Sort by URL host", "Sort by active", "Sort by health", "Sort by last fired",
                    "Sort by last changed", "Sort by changed by", "Sort by Id"}));
}

TEST(Actions, ClearFiltersWhereThereAreSome) {
  App app = App::started();
  app.ask(command::AddFilter{{Facet::active, 1}});
  EXPECT_TRUE(offered(app).contains("Clear all filters"));
  run(app, Id::remove_filters);
  EXPECT_TRUE(app.state.list.filters.empty());
  EXPECT_FALSE(offered(app).contains("Clear all filters"));
}

TEST(Actions, StopWhatLoads) {
  App app;
  app.begin();
  app.sign_in();
  EXPECT_TRUE(offered(app).contains("Stop what is waiting"));
  app.settle();
  EXPECT_FALSE(offered(app).contains("Stop what is waiting"));
}

TEST(Actions, OnTheActivityDoNotChangeAListThatIsNotThere) {
  App app = App::started();
  run(app, Id::activity);
  app.settle();
  EXPECT_EQ(offered_only_here(app), (Titles{"Reload the list"}));
}

TEST(Actions, OnARecordThatIsNotChangedAreToSaveLeaveDuplicateDeleteAndCopy) {
  App app = App::started();
  app.open(1);
  EXPECT_EQ(offered_only_here(app), (Titles{"Save", "Next webhook of the list", "Previous webhook of the list",
                                            "All webhooks", "Duplicate this webhook", "Delete this webhook",
                                            "Copy what Save sends as JSON", "Copy what Save sends as a cURL command"}));
}

TEST(Actions, OnAChangedRecordTakeTheChangeBackAndMakeItAgain) {
  App app = App::started();
  app.open(1);
  app.type(Field::name, "Other");
  EXPECT_TRUE(offered(app).contains("Discard changes"));
  run(app, Id::undo);
  EXPECT_EQ(app.form().fields.name, "Front door");
  EXPECT_FALSE(offered(app).contains("Undo"));
  run(app, Id::redo);
  EXPECT_EQ(app.form().fields.name, "Other");
  EXPECT_FALSE(offered(app).contains("Redo"));
  run(app, Id::discard);
  EXPECT_EQ(app.form().fields.name, "Front door");
}

TEST(Actions, WhileSavingAreToStopAndNotToSaveOrDelete) {
  App app = App::started();
  app.open(1);
  app.type(Field::name, "Other");
  app.ask(command::Save{});
  const Titles titles = offered(app);
  EXPECT_TRUE(titles.contains("Stop what is waiting"));
  for (const char* title : {"Save", "Delete this webhook", "Duplicate this webhook", "Discard changes"}) {
    EXPECT_FALSE(titles.contains(title)) << title;
  }
}

TEST(Actions, OnANewRecordHaveNoNeighboursAndNothingToDelete) {
  App app = App::started();
  run(app, Id::create);
  app.settle();
  EXPECT_EQ(offered_only_here(app),
            (Titles{"Save", "All webhooks", "Copy what Save sends as JSON", "Copy what Save sends as a cURL command"}));
}

TEST(Actions, SortByTheColumnTheyName) {
  const App app = App::started();
  for (const Action& action : all_actions()) {
    if (!action.title.starts_with("Sort by ")) continue;
    const std::optional<Command> command = command_of(app.state, action.id);
    ASSERT_TRUE(command) << action.title;
    const auto* sort = std::get_if<command::SortBy>(&*command);
    ASSERT_NE(sort, nullptr) << action.title;
    std::string named(column_words(sort->column));
    const bool is_abbreviation = named.starts_with("URL") || named == "Id";
    if (!is_abbreviation) named.front() = static_cast<char>(std::tolower(named.front()));
    EXPECT_EQ("Sort by " + named, action.title);
  }
}

TEST(Actions, LeaveTheFormForTheListAndMakeADuplicate) {
  App app = App::started();
  app.open(1);
  run(app, Id::duplicate);
  app.settle();
  EXPECT_TRUE(app.form().is_new());
  run(app, Id::back);
  EXPECT_FALSE(app.state.form);
}

TEST(Actions, OfWhichTwoCanBeDoneAtOnceHaveNoKeyInCommon) {
  App app = App::started();
  app.open(2);
  app.type(Field::name, "Other");
  std::set<std::string> keys;
  for (const Action& action : all_actions()) {
    if (action.key.empty() || !command_of(app.state, action.id)) continue;
    const std::string key =
        std::string(action.with_control ? "Ctrl+" : "") + (action.with_shift ? "Shift+" : "") + std::string(action.key);
    EXPECT_TRUE(keys.insert(key).second) << key;
  }
  EXPECT_GT(keys.size(), 8U);
}

TEST(ALetterAlone, CountsOnlyWhereSuchKeysAreOn) {
  State state;
  const Action with_control{.id = Id::save, .title = "Save", .key = "s", .with_control = true};
  const Action alone{.id = Id::create, .title = "New webhook", .key = "n"};
  const Action without{.id = Id::discard, .title = "Discard changes", .key = {}};
  state.single_keys = true;
  EXPECT_TRUE(key_counts(state, alone));
  EXPECT_FALSE(key_counts(state, without));
  state.single_keys = false;
  EXPECT_FALSE(key_counts(state, alone));
  EXPECT_TRUE(key_counts(state, with_control));
}

}  // namespace
