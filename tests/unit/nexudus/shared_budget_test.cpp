// The limits hold for all pages of a browser together.
#include "nexudus/shared_budget.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

namespace nexudus {
namespace {

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t today = 1'760'000'000'000;  // Unix time

/// A page whose clock begins at a moment of its own.
struct Page {
  std::int64_t begin_unix_ms = today;
  Budget budget = {};

  [[nodiscard]] Clocks at(std::int64_t unix_ms) const { return {unix_ms - begin_unix_ms, unix_ms}; }
  void send(std::int64_t unix_ms, bool is_write) { record_sent(budget, at(unix_ms).now_ms, is_write); }
  [[nodiscard]] std::string text(std::int64_t unix_ms) const { return to_shared_text(budget, at(unix_ms)); }
  void take(std::string_view text, std::int64_t unix_ms) { EXPECT_TRUE(take_shared_text(budget, text, at(unix_ms))); }
  [[nodiscard]] BudgetUse use(std::int64_t unix_ms) const { return use_of(budget, at(unix_ms).now_ms); }
  [[nodiscard]] std::int64_t allowed(std::int64_t unix_ms, bool is_write) const {
    return when_allowed(budget, at(unix_ms).now_ms, is_write) + begin_unix_ms;
  }
};

SentCalls one_call(std::int64_t at_ms) {
  SentCalls sent;
  sent.calls = {at_ms};
  return sent;
}

TEST(SharedBudget, OutlivesAReload) {
  Page before;
  for (std::int64_t write = 0; write < 60; ++write) before.send(today + 125 * write, true);
  Page after{.begin_unix_ms = today + 10'000};
  after.take(before.text(today + 9'000), today + 10'000);
  EXPECT_EQ(after.use(today + 10'000), before.use(today + 10'000));
  EXPECT_EQ(after.allowed(today + 10'000, true), today + minute);
  EXPECT_EQ(after.allowed(today + 10'000, false), today + 10'000);
}

TEST(SharedBudget, CountsTheCallsOfTwoPagesTogether) {
  Page one;
  Page two{.begin_unix_ms = today - hour};
  for (std::int64_t write = 0; write < 30; ++write) {
    one.send(today + 400 * write, true);
    two.take(one.text(today + 400 * write), today + 400 * write + 3);
    two.send(today + 400 * write + 200, true);
    one.take(two.text(today + 400 * write + 200), today + 400 * write + 203);
  }
  const std::int64_t now = today + 12'500;
  EXPECT_EQ(one.use(now), (BudgetUse{60, 60, 60, 60}));
  EXPECT_EQ(two.use(now), (BudgetUse{60, 60, 60, 60}));
  EXPECT_EQ(one.allowed(now, true), today + minute);
  EXPECT_EQ(two.allowed(now, true), today + minute);
}

TEST(SharedBudget, LetsAPageWaitForTheCallOfAnotherAsForOneThatIsNotAnswered) {
  Page one;
  Page two;
  two.send(today + 500, false);
  record_ended(two.budget, 500, 520);
  one.send(today + 1'000, false);
  two.take(one.text(today + 1'000), today + 1'010);
  EXPECT_EQ(two.allowed(today + 1'010, false), today + 1'500);
}

TEST(SharedBudget, RemembersThatTheLatestCallIsAnsweredWhenNoneOfTheOthersIsLater) {
  Page one;
  Page two;
  one.send(today + 500, false);
  two.send(today + 1'000, false);
  record_ended(two.budget, 1'000, 1'020);
  two.take(one.text(today + 1'000), today + 1'030);
  EXPECT_EQ(two.allowed(today + 1'030, false), today + 1'130);
}

TEST(SharedBudget, CountsNoCallTwiceHoweverOftenItIsToldAndWhateverTheClocksRound) {
  Page one;
  Page two;
  for (std::int64_t call = 0; call < 20; ++call) {
    one.send(today + 1'000 + 200 * call, false);
    two.take(one.text(today + 1'000 + 200 * call), today + 1'000 + 200 * call + (call % 3) - 1);
    one.take(two.text(today + 1'000 + 200 * call), today + 1'000 + 200 * call + 1);
  }
  EXPECT_EQ(one.use(today + 5'000).calls_last_hour, 20);
  EXPECT_EQ(two.use(today + 5'000).calls_last_hour, 20);
}

TEST(SharedBudget, TakesCallsForOneWhenTheyAreNearerThanHalfTheGap) {
  for (const auto& [apart_ms, together] : {std::pair{least_gap_ms / 2 - 1, 1}, std::pair{least_gap_ms / 2, 2}}) {
    Budget budget;
    record_sent(budget, 1'000, false);
    add_calls_of_others(budget, one_call(1'000 + apart_ms), 2'000);
    EXPECT_EQ(use_of(budget, 2'000).calls_last_minute, together) << apart_ms;
  }
}

TEST(SharedBudget, TellsOfNoCallThatIsAMinuteOld) {
  Budget budget;
  record_sent(budget, 0, false);
  EXPECT_EQ(sent_calls(budget, minute - 1).calls.size(), 1U);
  EXPECT_TRUE(sent_calls(budget, minute).calls.empty());
}

TEST(SharedBudget, TakesNoCallThatIsAMinuteOld) {
  for (const auto& [now_ms, calls] : {std::pair{minute - 1, 2}, std::pair{minute, 1}}) {
    Budget budget;
    record_sent(budget, 30'000, false);
    add_calls_of_others(budget, one_call(0), now_ms);
    EXPECT_EQ(use_of(budget, now_ms).calls_last_hour, calls) << now_ms;
  }
}

TEST(SharedBudget, RemembersTheWritesOfTheDay) {
  Page before;
  for (std::int64_t write = 0; write < 500; ++write) before.send(today + 2'000 * write, true);
  Page after{.begin_unix_ms = today + 20 * hour};
  after.take(before.text(today + 19 * hour), today + 20 * hour);
  EXPECT_EQ(after.use(today + 20 * hour), (BudgetUse{0, 0, 0, 500}));
  EXPECT_EQ(after.use(today + 26 * hour).writes_last_day, 0);
}

TEST(SharedBudget, TellsThatTheServerWantsToBeLeftAlone) {
  Page one;
  hold(one.budget, 0, 20'000);
  Page two{.begin_unix_ms = today - 500};
  two.take(one.text(today), today + 10);
  EXPECT_EQ(two.allowed(today + 10, false), today + 20'000);
}

TEST(SharedBudget, IsHeldForAnHourAtMostWhateverAClockSaid) {
  Page page;
  page.take("99999999999999999 ;;;;;", today);
  EXPECT_EQ(page.allowed(today, false), today + hour);
}

TEST(SharedBudget, TakesCallsOfAFutureAsOfNow) {
  Page page;
  page.take("0 ;" + std::to_string(today + hour) + " ;;;;", today);
  EXPECT_EQ(page.use(today).calls_last_minute, 1);
  EXPECT_EQ(page.use(today + minute).calls_last_minute, 0);
}

TEST(SharedBudget, RefusesWhatIsNoSuchText) {
  for (const std::string_view text : {"", "0 ;;;;", "0 ;;;;;;", ";;;;;", "0 ;x ;;;;", "0 ;1;;;;", "-1 ;;;;;",
                                      "0 ;;;1 ;;", "0 ;999999999999999999999 ;;;;", "{}"}) {
    Page page;
    EXPECT_FALSE(take_shared_text(page.budget, text, page.at(today))) << text;
    EXPECT_EQ(page.budget, Budget{}) << text;
  }
}

}  // namespace
}  // namespace nexudus
