// The request limits, and trying again.
#include "nexudus/budget.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "nexudus/retry.h"

namespace nexudus {
namespace {

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;

/// When each of `count` calls goes if all are sent as soon as they may be, from `start_ms` on, and are answered at once.
std::vector<std::int64_t> send_greedily(Budget& budget, std::int64_t start_ms, std::size_t count, bool is_write) {
  std::vector<std::int64_t> moments;
  std::int64_t now = start_ms;
  while (moments.size() < count) {
    const std::int64_t when = when_allowed(budget, now, is_write);
    if (when > now) {
      now = when;
      continue;
    }
    record_sent(budget, now, is_write);
    record_ended(budget, now, now);
    moments.push_back(now);
  }
  return moments;
}

/// The most moments found in any window of `length_ms`.
std::int64_t most_within(const std::vector<std::int64_t>& moments, std::int64_t length_ms) {
  std::int64_t most = 0;
  for (auto begin = moments.begin(); begin != moments.end(); ++begin) {
    most = std::max<std::int64_t>(most, std::lower_bound(begin, moments.end(), *begin + length_ms) - begin);
  }
  return most;
}

TEST(Budget, LetsTheFirstCallGoAtOnce) { EXPECT_EQ(when_allowed(Budget{}, 5, true), 5); }

TEST(Budget, LetsTheNextCallGoOnlyWhenTheOneBeforeIsAnsweredAndABitOver) {
  Budget budget;
  record_sent(budget, 1000, false);
  record_ended(budget, 1000, 1350);
  EXPECT_EQ(when_allowed(budget, 1351, false), 1460);
  EXPECT_EQ(when_allowed(budget, 1460, false), 1460);
}

TEST(Budget, WaitsNoLongerThanHalfASecondForAnAnswer) {
  Budget budget;
  record_sent(budget, 1000, false);
  EXPECT_EQ(when_allowed(budget, 1030, false), 1500);
  record_ended(budget, 1000, 1450);
  EXPECT_EQ(when_allowed(budget, 1450, false), 1500);
}

TEST(Budget, TakesTheAnswerToAnEarlierCallForNoneToTheLatest) {
  Budget budget;
  record_sent(budget, 1000, false);
  record_sent(budget, 1500, false);
  record_ended(budget, 1000, 1510);
  EXPECT_EQ(when_allowed(budget, 1520, false), 2000);
}

TEST(Budget, HoldsTheNextWriteUntilTheSixtyFirstFitsIntoAMinute) {
  Budget budget;
  const auto moments = send_greedily(budget, 0, 60, true);
  EXPECT_EQ(moments.back(), 59 * least_gap_ms);
  EXPECT_EQ(when_allowed(budget, 12000, true), minute);
  EXPECT_EQ(when_allowed(budget, 12000, false), 12000);
}

TEST(Budget, CountsWritesAmongTheCalls) {
  Budget budget;
  send_greedily(budget, 0, 60, true);
  send_greedily(budget, 12000, 60, false);
  EXPECT_EQ(when_allowed(budget, 15'000, false), minute);
}

TEST(Budget, KeepsEveryLimitHoweverGreedilyItIsUsed) {
  Budget budget;
  const auto calls = send_greedily(budget, 123'456, 12'000, false);
  EXPECT_LE(most_within(calls, minute), 120);
  EXPECT_LE(most_within(calls, hour), 5000);
  EXPECT_GT(most_within(calls, hour), 4800);
}

TEST(Budget, NamesTheMomentWhenTheHoursFirstMinuteNoLongerCounts) {
  Budget budget;
  const auto calls = send_greedily(budget, 0, 5000, false);
  EXPECT_EQ(when_allowed(budget, calls.back() + 1000, false), 61 * minute);
}

TEST(Budget, KeepsTheDaysLimitOfWrites) {
  Budget budget;
  const auto writes = send_greedily(budget, 98'765, 12'000, true);
  EXPECT_LE(most_within(writes, minute), 60);
  EXPECT_LE(most_within(writes, day), 5000);
  EXPECT_LT(writes[11'000] - writes[0], 3 * day);
}

TEST(Budget, StaysQuietAsLongAsTheServerAsked) {
  Budget budget;
  hold(budget, 1000, 5000);
  hold(budget, 1500, 10);
  EXPECT_EQ(when_allowed(budget, 2000, false), 6000);
}

TEST(Budget, TellsWhatWasUsed) {
  Budget budget;
  send_greedily(budget, 0, 3, true);
  send_greedily(budget, 30'000, 2, false);
  EXPECT_EQ(use_of(budget, 31'000), (BudgetUse{5, 3, 5, 3}));
  EXPECT_EQ(use_of(budget, 70'000), (BudgetUse{2, 0, 5, 3}));
  EXPECT_EQ(use_of(budget, 2 * hour), (BudgetUse{0, 0, 0, 3}));
  EXPECT_EQ(use_of(budget, 2 * day), BudgetUse{});
}

TEST(Budget, CountsACallForAMinuteAndForTheHoursSliceItIsInAndNoLonger) {
  Budget budget;
  record_sent(budget, 0, false);
  EXPECT_EQ(use_of(budget, minute - 1).calls_last_minute, 1);
  EXPECT_EQ(use_of(budget, minute).calls_last_minute, 0);
  EXPECT_EQ(use_of(budget, hour + minute - 1).calls_last_hour, 1);
  EXPECT_EQ(use_of(budget, hour + minute).calls_last_hour, 0);
}

TEST(Budget, WaitsForTheOldestMinuteThatStillCountsAndNoOlderOne) {
  Budget budget;
  record_sent(budget, 0, false);
  for (int i = 0; i < calls_per_hour; ++i) record_sent(budget, 10 * minute, false);
  EXPECT_EQ(when_allowed(budget, hour + minute, false), hour + 11 * minute);
}

Problem problem_of(Problem::Kind kind) {
  Problem problem;
  problem.kind = kind;
  return problem;
}

TEST(Retry, NeverSendsAPostAgain) {
  for (const auto kind :
       {Problem::Kind::network, Problem::Kind::deadline, Problem::Kind::throttled, Problem::Kind::server_error}) {
    EXPECT_FALSE(may_retry(Method::post, problem_of(kind), 1));
  }
}

TEST(Retry, SendsOtherCallsAgainWhenThatMayHelp) {
  for (const auto method : {Method::get, Method::put, Method::delete_}) {
    EXPECT_TRUE(may_retry(method, problem_of(Problem::Kind::network), 1));
    EXPECT_TRUE(may_retry(method, problem_of(Problem::Kind::throttled), 1));
    EXPECT_FALSE(may_retry(method, problem_of(Problem::Kind::validation), 1));
    EXPECT_FALSE(may_retry(method, problem_of(Problem::Kind::unauthorized), 1));
    EXPECT_FALSE(may_retry(method, problem_of(Problem::Kind::cancelled), 1));
    EXPECT_FALSE(may_retry(method, problem_of(Problem::Kind::unreadable), 1));
  }
}

TEST(Retry, GivesUpAfterTheLastAttempt) {
  EXPECT_TRUE(may_retry(Method::get, problem_of(Problem::Kind::network), most_attempts - 1));
  EXPECT_FALSE(may_retry(Method::get, problem_of(Problem::Kind::network), most_attempts));
}

TEST(RetryDelay, WaitsAsLongAsTheServerAskedAndALittleMore) {
  EXPECT_EQ(retry_delay_ms(3, 1000, 0.0), 1000);
  EXPECT_EQ(retry_delay_ms(3, 1000, 0.5), 1125);
}

TEST(RetryDelay, DoublesUpToHalfAMinute) {
  EXPECT_EQ(retry_delay_ms(1, std::nullopt, 0.0), 500);
  EXPECT_EQ(retry_delay_ms(2, std::nullopt, 0.0), 1000);
  EXPECT_EQ(retry_delay_ms(3, std::nullopt, 0.5), 3000);
  EXPECT_EQ(retry_delay_ms(50, std::nullopt, 0.0), 15'000);
}

}  // namespace
}  // namespace nexudus
