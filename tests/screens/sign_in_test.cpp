// Signing in and out, as the page's form is told to look.
#include "whole_application.h"

namespace screen_tests {
namespace {

class SignInScreen : public WholeApplication {
 protected:
  void begin() {
    application.start();
    ui = std::make_unique<Driver>(app::connect(application));
  }
  void token_event(platform::TokenEvent::Outcome outcome) {
    platform::null::send_event(
        platform::TokenEvent{.outcome = outcome, .user = {}, .detail = {}, .can_refresh = false});
    wait();
  }
};

TEST_F(SignInScreen, IsShownFirst) {
  begin();
  EXPECT_TRUE(platform::null::sign_in_form().visible);
  EXPECT_TRUE(platform::null::sign_in_form().offers_demo);
}

TEST_F(SignInScreen, AsksForTheCode) {
  begin();
  token_event(platform::TokenEvent::Outcome::code_needed);
  EXPECT_TRUE(platform::null::sign_in_form().asks_code);
}

TEST_F(SignInScreen, TheDemoIsAnsweredInsideThePage) {
  begin();
  token_event(platform::TokenEvent::Outcome::demo_chosen);
  EXPECT_FALSE(platform::null::sign_in_form().visible);
  EXPECT_EQ(ui->grid("WebHooks").node().row_count, 61) << ui->dump();
  EXPECT_FALSE(platform::null::requests().empty());
  for (const platform::null::SentRequest& sent : platform::null::requests()) {
    EXPECT_TRUE(sent.request.local) << sent.request.url;
  }
}

TEST_F(SignInScreen, SigningOutShowsTheFormAgain) {
  open();
  ui->button("Sign out").press();
  EXPECT_TRUE(platform::null::sign_in_form().visible);
  EXPECT_EQ(platform::null::sign_outs(), 1);
}

TEST_F(SignInScreen, BrokenConfigurationSaysSo) {
  platform::null::set_config({.text = "{", .error = {}});
  begin();
  EXPECT_TRUE(ui->heading("The editor cannot start").exists()) << ui->dump();
  EXPECT_TRUE(ui->text_visible("config.json")) << ui->dump();
}

}  // namespace
}  // namespace screen_tests
