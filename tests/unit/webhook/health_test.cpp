// How a webhook is doing.
#include "webhook/health.h"

#include <gtest/gtest.h>

namespace webhook {
namespace {

struct Case {
  bool active = false;
  std::int64_t failures = 0;
  bool has_fired = false;
};

Fields fields_of(const Case& c) { return {"n", 1, 6, "https://a", "", c.active}; }

Facts facts_of(const Case& c) {
  Facts facts;
  facts.error_count = c.failures;
  facts.last_trigger.text = c.has_fired ? "2025-01-15T10:30:00Z" : "";
  return facts;
}

std::string words(const Case& c) { return describe_health(fields_of(c), facts_of(c)); }
std::int64_t order(const Case& c) { return health_order(fields_of(c), facts_of(c)); }

TEST(Health, TellsEachStateInWords) {
  EXPECT_EQ(words({.active = false, .failures = 10, .has_fired = true}), "Switched off by Nexudus after 10 failures");
  EXPECT_EQ(words({.active = true, .failures = 3, .has_fired = true}), "Failing 3 of 10");
  EXPECT_EQ(words({.active = true, .failures = 0, .has_fired = false}), "Never fired");
  EXPECT_EQ(words({.active = true, .failures = 0, .has_fired = true}), "Fine");
  EXPECT_EQ(words({.active = false, .failures = 0, .has_fired = true}), "Off");
}

TEST(Health, OfAWebhookSwitchedOffByHandIsOffDespiteAFewFailures) {
  EXPECT_EQ(words({.active = false, .failures = 9, .has_fired = true}), "Off");
}

TEST(Health, OfAWebhookSwitchedOnAgainWithTheOldCountMakesSense) {
  EXPECT_EQ(words({.active = true, .failures = 10, .has_fired = true}), "Failing 10 of 10");
  EXPECT_EQ(words({.active = true, .failures = 14, .has_fired = true}), "Failing, 14 in a row");
}

TEST(HealthOrder, PutsTheWorstFirst) {
  const std::vector<Case> sorted{{false, 12, true}, {false, 10, true}, {true, 9, true}, {true, 1, true},
                                 {true, 0, false},  {true, 0, true},   {false, 0, true}};
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    EXPECT_LT(order(sorted[i - 1]), order(sorted[i])) << i;
  }
}

TEST(HealthOrder, StaysInItsGroupForEnormousCounts) {
  EXPECT_LT(order({true, INT64_MAX, true}), order({true, 0, false}));
  EXPECT_GT(order({true, INT64_MAX, true}), order({false, 10, true}));
}

TEST(ALastError, IsExplainedInPlainWords) {
  const auto explains = [](std::string_view error, std::string_view word) {
    return explain_error(error).find(word) != std::string_view::npos;
  };
  EXPECT_TRUE(explains("The remote name could not be resolved: 'hooks.example'", "DNS"));
  EXPECT_TRUE(explains("No such host is known. (hooks.example:443)", "DNS"));
  EXPECT_TRUE(explains("The SSL connection could not be established, see inner exception.", "TLS"));
  EXPECT_TRUE(
      explains("The underlying connection was closed: Could not establish trust relationship for the SSL/TLS "
               "secure channel.",
               "TLS"));
  EXPECT_TRUE(explains("The operation has timed out", "too long"));
  EXPECT_TRUE(explains("A task was canceled.", "too long"));
  EXPECT_TRUE(
      explains("No connection could be made because the target machine actively refused it", "Nothing answers"));
  EXPECT_TRUE(explains("The connection was closed unexpectedly.", "broke"));
  EXPECT_TRUE(explains("The remote server returned an error: (401) Unauthorized.", "key or password"));
  EXPECT_TRUE(explains("The remote server returned an error: (404) Not Found.", "path"));
  EXPECT_TRUE(explains("410 Gone", "for good"));
  EXPECT_TRUE(explains("Response status code does not indicate success: 502 (Bad Gateway).", "itself has failed"));
  EXPECT_TRUE(explains("HTTP 422", "does not accept"));
  EXPECT_TRUE(explains("HTTP 307", "moved"));
}

TEST(ALastError, ThatSaysNothingKnownIsNotExplained) {
  for (const char* error : {"", "Something went wrong", "10.0.0.404", "4040", "code 200", "https://a/404x"}) {
    EXPECT_EQ(explain_error(error), "") << error;
  }
}

}  // namespace
}  // namespace webhook
