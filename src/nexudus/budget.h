// The API's request limits, as a plain value: what was sent, and when the next call may go.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace nexudus {

/// Nexudus's documented limits. Its 200,000 calls a day need no counting: 5,000 an hour stay below them.
/// One call in 100 ms is documented, as it counts them: when they arrive. That is known of a call once it is answered, so
/// the next goes this long after that answer (with a little for clocks that round), however slow the network was.
inline constexpr std::int64_t least_gap_ms = 110;
/// An answer may be long in coming: then the next call goes this long after the one before was sent. 120 a minute are no
/// faster.
inline constexpr std::int64_t longest_gap_ms = 500;
inline constexpr std::size_t calls_per_minute = 120;
inline constexpr std::size_t writes_per_minute = 60;
inline constexpr std::int64_t calls_per_hour = 5'000;
inline constexpr std::int64_t writes_per_day = 5'000;

/// Nothing older matters.
inline constexpr std::int64_t oldest_ms = -std::int64_t{2} * 24 * 60 * 60 * 1'000;

/// The moments of the last N calls.
template <std::size_t N>
struct RecentCalls {
  std::array<std::int64_t, N> at_ms{};
  std::size_t count = 0;  // ever

  friend bool operator==(const RecentCalls&, const RecentCalls&) = default;
};

/// Counts per slice of time, so that a day needs no list of moments. A slice counts until it is wholly in the past.
template <std::size_t N>
struct SlicedCount {
  std::array<std::int64_t, N> slice{};  // the number of the slice since oldest_ms, plus one; 0: not used
  std::array<std::int64_t, N> count{};

  friend bool operator==(const SlicedCount&, const SlicedCount&) = default;
};

/// One for the whole application. All moments are milliseconds of one clock that never goes back; what happened in
/// another page, before this one began, is negative, down to oldest_ms.
struct Budget {
  RecentCalls<calls_per_minute> calls;
  RecentCalls<writes_per_minute> writes;
  SlicedCount<61> calls_by_minute;                 // the last hour
  SlicedCount<97> writes_by_quarter;               // the last day, by quarters of an hour
  std::int64_t held_until_ms = 0;                  // the server asked to be left alone until then
  std::optional<std::int64_t> latest_answered_ms;  // when the latest of the calls was seen to be answered

  friend bool operator==(const Budget&, const Budget&) = default;
};

/// When a call may be sent: `now_ms`, or a later moment. It may have to be asked again then.
[[nodiscard]] std::int64_t when_allowed(const Budget& budget, std::int64_t now_ms, bool is_write);

/// Notes that a call was sent.
void record_sent(Budget& budget, std::int64_t now_ms, bool is_write);

/// Notes that the call sent at `sent_ms` came to an end: it is on its way no longer.
void record_ended(Budget& budget, std::int64_t sent_ms, std::int64_t now_ms);

/// A number of calls that were sent together.
struct CountedCalls {
  std::int64_t at_ms = 0;
  std::int64_t count = 0;

  friend bool operator==(const CountedCalls&, const CountedCalls&) = default;
};

/// What another page has to know of a budget. The moments are of whatever clock both agree on.
struct SentCalls {
  std::vector<std::int64_t> calls;  // of the last minute, the writes among them; from old to new
  std::vector<std::int64_t> writes;
  std::vector<CountedCalls> minutes;   // how many in each minute of the last hour, in no order; at_ms is its end
  std::vector<CountedCalls> quarters;  // how many writes in each quarter of an hour of the last day, likewise
  std::int64_t held_until_ms = 0;

  friend bool operator==(const SentCalls&, const SentCalls&) = default;
};

[[nodiscard]] SentCalls sent_calls(const Budget& budget, std::int64_t now_ms);

/// Counts what other pages sent too: all of it in a budget that has no calls yet, else the calls that are new to it. Two
/// calls nearer to each other than half of least_gap_ms are one and the same: two clocks never agree wholly.
void add_calls_of_others(Budget& budget, const SentCalls& theirs, std::int64_t now_ms);

/// Notes that the server asked to be left alone for `delay_ms`.
void hold(Budget& budget, std::int64_t now_ms, std::int64_t delay_ms);

/// What was used, for the user to see.
struct BudgetUse {
  std::int64_t calls_last_minute = 0;
  std::int64_t writes_last_minute = 0;
  std::int64_t calls_last_hour = 0;
  std::int64_t writes_last_day = 0;

  friend bool operator==(const BudgetUse&, const BudgetUse&) = default;
};

[[nodiscard]] BudgetUse use_of(const Budget& budget, std::int64_t now_ms);

}  // namespace nexudus
