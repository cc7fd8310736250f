// What config.json may say.
#include "editor/configuration.h"

#include <gtest/gtest.h>

namespace {

using editor::Config;
using editor::read_config;

constexpr std::string_view page = "https://console.example.com/app/index.html?x=1#/webhooks";

std::string complaint(std::string_view text) {
  const auto config = read_config(text, page);
  return config ? std::string() : config.error();
}

TEST(Configuration, HasDefaultsForWhatIsMissing) {
  const Config config = read_config("{}", page).value();
  EXPECT_EQ(config.api_base, "api");
  EXPECT_TRUE(config.password && config.token && config.demo);
}

TEST(Configuration, WritesARelativeApiBaseOutForCommands) {
  EXPECT_EQ(read_config("{}", page)->absolute_api_base, "https://console.example.com/app/api");
  EXPECT_EQ(read_config(R"({"apiBase":"./api/"})", page)->absolute_api_base, "https://console.example.com/app/api");
  EXPECT_EQ(read_config(R"({"apiBase":"/api"})", page)->absolute_api_base, "https://console.example.com/api");
  EXPECT_EQ(read_config("{}", "https://console.example.com")->absolute_api_base, "https://console.example.com/api");
}

TEST(Configuration, KeepsAnAbsoluteApiBaseWithoutItsLastSlash) {
  const Config config = read_config(R"({"apiBase":"https://spaces.nexudus.com/api/"})", page).value();
  EXPECT_EQ(config.api_base, "https://spaces.nexudus.com/api");
  EXPECT_EQ(config.absolute_api_base, config.api_base);
}

TEST(Configuration, OffersOnlyTheWaysToSignInThatAreListed) {
  const Config config = read_config(R"({"signIn":["token","something new"]})", page).value();
  EXPECT_TRUE(config.token);
  EXPECT_FALSE(config.password || config.demo);
}

TEST(Configuration, ThatIsBrokenIsExplained) {
  EXPECT_NE(complaint("{\"apiBase\":").find("config.json cannot be used"), std::string::npos);
  EXPECT_NE(complaint("[]").find("config.json"), std::string::npos);
  EXPECT_NE(complaint(R"({"apiBase":12})").find("apiBase should be text, but is the number 12"), std::string::npos);
  EXPECT_NE(complaint(R"({"apiBase":""})").find("apiBase is empty"), std::string::npos);
  EXPECT_NE(complaint(R"({"apiBase":"ftp://x"})").find("apiBase"), std::string::npos);
  EXPECT_NE(complaint(R"({"apiBase":"javascript:x"})").find("apiBase"), std::string::npos);
  EXPECT_NE(complaint(R"({"apiBase":"api?x"})").find("apiBase"), std::string::npos);
  EXPECT_NE(complaint(R"({"signIn":"token"})").find("signIn should be a list"), std::string::npos);
  EXPECT_NE(complaint(R"({"signIn":["oauth"]})").find("signIn names none"), std::string::npos);
}

}  // namespace
