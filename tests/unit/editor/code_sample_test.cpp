// The pending request as a program: asked for when it is wanted and has changed, and never taken from an older answer.
#include "app.h"

namespace editor_test {
namespace {

constexpr std::size_t python = 5;
constexpr std::size_t go = 7;

TEST(Code, IsTheCommandUntilAnotherLanguageIsChosen) {
  App app = App::started("/webhooks/1");
  app.type(Field::name, "New");
  EXPECT_EQ(code_of(app.state), app.form().payload.curl);
  EXPECT_TRUE(app.code_wanted.empty());
}

TEST(Code, IsAskedForWithTheWholeRequest) {
  App app = App::started("/webhooks/1");
  app.ask(command::ChooseCode{python});
  ASSERT_EQ(app.code_wanted.size(), 1U);
  EXPECT_EQ(app.code_wanted[0].language, "python");
  EXPECT_TRUE(app.code_wanted[0].request.starts_with("PUT /sys/webhooks\n"));
  EXPECT_TRUE(app.code_wanted[0].request.ends_with("\n\n" + app.form().payload.shown.body));
  app.tell(event::CodeWritten{app.code_wanted[0].id, "import os"});
  EXPECT_EQ(code_of(app.state), "import os");
}

TEST(Code, IsAskedForAgainOnlyWhenTheRequestHasChanged) {
  App app = App::started("/webhooks/1");
  app.ask(command::ChooseCode{python});
  app.ask(command::LeaveField{Field::name});
  EXPECT_EQ(app.code_wanted.size(), 1U);
  app.type(Field::name, "New");
  EXPECT_EQ(app.code_wanted.size(), 2U);
}

TEST(Code, OfAnEarlierRequestOrLanguageIsNotShown) {
  App app = App::started("/webhooks/1");
  app.ask(command::ChooseCode{python});
  app.ask(command::ChooseCode{go});
  app.tell(event::CodeWritten{app.code_wanted[0].id, "import os"});
  EXPECT_EQ(code_of(app.state), "");
  app.tell(event::CodeWritten{app.code_wanted[1].id, "package main"});
  EXPECT_EQ(code_of(app.state), "package main");
}

TEST(Code, ThatCannotBeHadIsAskedForAgainWhenItsLanguageIsChosenAgain) {
  App app = App::started("/webhooks/1");
  app.ask(command::ChooseCode{python});
  app.tell(event::CodeWritten{app.code_wanted[0].id, ""});
  EXPECT_TRUE(app.state.code.failed);
  EXPECT_EQ(app.code_wanted.size(), 1U);
  app.ask(command::ChooseCode{python});
  EXPECT_EQ(app.code_wanted.size(), 2U);
}

TEST(Code, HidesCredentialsUntilTheyAreShown) {
  App app = App::started("/webhooks/1");
  app.type(Field::url, "https://user:secret@example.com/hook");
  app.ask(command::ChooseCode{python});
  EXPECT_EQ(app.code_wanted.back().request.find("secret"), std::string::npos);
  app.ask(command::ShowCredentials{});
  EXPECT_NE(app.code_wanted.back().request.find("secret"), std::string::npos);
}

}  // namespace
}  // namespace editor_test
