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
  EXPECT_NE(complaint(R"({"signIn":["elsewhere"]})").find("signIn names none"), std::string::npos);
}

std::string with_provider(std::string_view settings) {
  return R"({"signIn":["oauth"],"oauth":)" + std::string(settings) + "}";
}

TEST(Configuration, OffersAProviderThatItDescribes) {
  const auto config = read_config(
      with_provider(
          R"({"issuer":"https://login.example.com/realms/a","clientId":"editor","name":"Example","scope":""})"),
      page);
  ASSERT_TRUE(config) << config.error();
  EXPECT_TRUE(config->provider);
  EXPECT_FALSE(config->password || config->token || config->demo);
}

TEST(Configuration, TakesAProviderOnTheSameMachineOverPlainHttp) {
  for (const char* host : {"localhost:3000", "127.0.0.1:3000", "[::1]:3000"}) {
    const std::string issuer = std::string("http://") + host;
    EXPECT_EQ(complaint(with_provider(R"({"issuer":")" + issuer + R"(","clientId":"editor"})")), "") << host;
  }
}

TEST(Configuration, DoesNotMindSettingsOfAProviderThatIsNotOffered) {
  EXPECT_EQ(complaint(R"({"signIn":["token"],"oauth":7})"), "");
}

TEST(Configuration, WithAProviderThatCannotBeUsedIsExplained) {
  const auto complains = [](std::string_view settings, std::string_view words) {
    return complaint(with_provider(settings)).find(words) != std::string::npos;
  };
  EXPECT_NE(complaint(R"({"signIn":["oauth"]})").find("there is no member oauth"), std::string::npos);
  EXPECT_TRUE(complains("[]", "oauth should be an object"));
  EXPECT_TRUE(complains(R"({"clientId":"a"})", "oauth.issuer is missing"));
  EXPECT_TRUE(complains(R"({"issuer":"https://a.example"})", "oauth.clientId is missing"));
  EXPECT_TRUE(complains(R"({"issuer":7,"clientId":"a"})", "oauth.issuer should be text, but is the number 7"));
  EXPECT_TRUE(complains(R"({"issuer":"https://a.example","clientId":""})", "oauth.clientId should be text"));
  EXPECT_TRUE(complains(R"({"issuer":"login","clientId":"a"})", "oauth.issuer is not a usable address"));
  EXPECT_TRUE(complains(R"({"issuer":"http://a.example","clientId":"a"})", "oauth.issuer has to begin with https://"));
  EXPECT_TRUE(complains(R"({"issuer":"Http://a.example","clientId":"a"})", "oauth.issuer has to begin with https://"));
  EXPECT_TRUE(complains(R"({"issuer":"https://a.example?b","clientId":"a"})", "oauth.issuer may hold no"));
  EXPECT_TRUE(complains(R"({"issuer":"https://a.example","clientId":"a","tokenEndpoint":"http://a.example/t"})",
                        "oauth.tokenEndpoint has to begin with https://"));
}

}  // namespace
