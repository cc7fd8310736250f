// The language is chosen by a command, and everything that is made of words is made anew when it changes.
#include "language/text.h"

#include "app.h"
#include "editor/actions.h"

namespace {

using namespace editor_test;  // NOLINT(google-build-using-namespace)
using namespace std::string_literals;

class InAnotherLanguage : public testing::Test {
 protected:
  void TearDown() override { language::speak(nullptr); }

  static void speak_german() {
    language::speak(
        std::make_unique<language::Catalogue>("Webhooks\0Alle Webhooks\0"
                                              "New webhook\0Neuer Webhook\0"
                                              "Customer created\0Kunde angelegt\0"s,
                                              [](std::int64_t number) { return number == 1 ? "one" : "other"; }));
  }
  static void change_to_german(App& app) {
    speak_german();
    app.tell(event::LanguageChanged{"de"});
  }
};

const Action* action_titled(std::string_view title) {
  const auto actions = all_actions();
  const auto found =
      std::find_if(actions.begin(), actions.end(), [title](const Action& action) { return title_of(action) == title; });
  return found == actions.end() ? nullptr : &*found;
}

TEST_F(InAnotherLanguage, TheEditorBeginsAsThePageSays) {
  App app;
  EXPECT_EQ(app.state.language, "en");
  app.tell(event::Started{std::string(App::config), "", "/webhooks", "https://console.example.com/", "fr"});
  EXPECT_EQ(app.state.language, "fr");
}

TEST_F(InAnotherLanguage, TheTitleIsSetAnew) {
  App app = App::started();
  EXPECT_EQ(app.title, "Webhooks · WebHook Editor");
  change_to_german(app);
  EXPECT_EQ(app.state.language, "de");
  EXPECT_EQ(app.title, "Alle Webhooks · WebHook Editor");
}

TEST_F(InAnotherLanguage, RowsAreNamedAnew) {
  App app = App::started();
  const auto german = [&app] {
    return std::count_if(app.state.list.rows.begin(), app.state.list.rows.end(),
                         [](const Row& row) { return row.event_words == "Kunde angelegt"; });
  };
  const auto english = std::count_if(app.state.list.rows.begin(), app.state.list.rows.end(),
                                     [](const Row& row) { return row.event_words == "Customer created"; });
  ASSERT_GT(english, 0);
  change_to_german(app);
  EXPECT_EQ(german(), english);
}

TEST_F(InAnotherLanguage, WhatIsTypedStays) {
  App app = App::started("/webhooks/1");
  app.type(Field::name, "Half a na");
  change_to_german(app);
  EXPECT_EQ(app.form().fields.name, "Half a na");
  EXPECT_TRUE(app.form().changed);
  EXPECT_TRUE(app.guarded);
}

TEST(ALanguage, IsAskedForByCommand) {
  App app = App::started();
  app.ask(command::ChooseLanguage{"pt"});
  EXPECT_EQ(app.languages_chosen, std::vector<std::string>{"pt"});
  EXPECT_EQ(app.state.language, "en") << "its words are not there yet";
}

TEST(ALanguage, IsOfferedInItsOwnWordsWhileAnotherIsSpoken) {
  App app = App::started();
  const std::vector<std::pair<std::string_view, std::string_view>> offered{{"Idioma: español", "es"},
                                                                           {"Langue : français", "fr"},
                                                                           {"Sprache: Deutsch", "de"},
                                                                           {"Idioma: português", "pt"},
                                                                           {"Language: English", "en"}};
  for (const auto& [title, tag] : offered) {
    SCOPED_TRACE(title);
    const Action* action = action_titled(title);
    ASSERT_NE(action, nullptr);
    app.state.language = tag;
    EXPECT_FALSE(command_of(app.state, action->id)) << "it is spoken already";
    app.state.language = tag == "en" ? "de" : "en";
    const auto command = command_of(app.state, action->id);
    ASSERT_TRUE(command && std::holds_alternative<command::ChooseLanguage>(*command));
    EXPECT_EQ(std::get<command::ChooseLanguage>(*command).tag, tag);
  }
}

TEST_F(InAnotherLanguage, CommandsHaveItsTitles) {
  speak_german();
  EXPECT_NE(action_titled("Neuer Webhook"), nullptr);
  EXPECT_NE(action_titled("Language: English"), nullptr);
}

}  // namespace
