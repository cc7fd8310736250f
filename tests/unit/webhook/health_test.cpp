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

}  // namespace
}  // namespace webhook
