// The language of the screens: as the page speaks at the start, and changed by command while they are shown.
#include "language/text.h"
#include "whole_application.h"

namespace screen_tests {
namespace {

using namespace std::string_literals;

class Language : public WholeApplication {
 protected:
  void SetUp() override {
    WholeApplication::SetUp();
    platform::null::set_language({.tag = "de", .texts = "Sign out\0Abmelden\0"s});
  }
  void TearDown() override { language::speak(nullptr); }
};

TEST_F(Language, IsThatOfThePageFromTheFirstFrameOn) {
  open();
  EXPECT_TRUE(ui->button("Abmelden").exists()) << ui->dump();
  EXPECT_EQ(application.state().language, "de");
}

TEST_F(Language, IsChangedByCommandInPlace) {
  platform::null::set_language({.tag = "en", .texts = {}});
  open();
  EXPECT_TRUE(ui->button("Sign out").exists()) << ui->dump();
  ASSERT_TRUE(ui->shortcut("k", {.control_or_command = true}));
  ui->combobox("Command or webhook").type("Sprache");
  ui->combobox("Command or webhook").key(gui::key_enter);
  wait();
  EXPECT_EQ(application.state().language, "de");
  EXPECT_TRUE(ui->button("Abmelden").exists()) << ui->dump();
  ASSERT_TRUE(ui->shortcut("k", {.control_or_command = true}));
  ui->combobox("Command or webhook").type("English");
  ui->combobox("Command or webhook").key(gui::key_enter);
  wait();
  EXPECT_TRUE(ui->button("Sign out").exists()) << ui->dump();
}

}  // namespace
}  // namespace screen_tests
