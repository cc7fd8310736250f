// The API's request limits, as a plain value.
#include "nexudus/budget.h"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <numeric>

namespace nexudus {
namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t quarter_ms = 15 * minute_ms;

template <std::size_t N>
void note(RecentCalls<N>& calls, std::int64_t now_ms) {
  calls.at_ms[calls.count % N] = now_ms;
  ++calls.count;
}

template <std::size_t N>
std::int64_t latest(const RecentCalls<N>& calls) {
  return calls.count == 0 ? oldest_ms : calls.at_ms[(calls.count - 1) % N];
}

/// When the oldest of the last N calls is a minute old.
template <std::size_t N>
std::int64_t when_free(const RecentCalls<N>& calls) {
  return calls.count < N ? 0 : calls.at_ms[calls.count % N] + minute_ms;
}

template <std::size_t N>
std::int64_t in_last_minute(const RecentCalls<N>& calls, std::int64_t now_ms) {
  const auto end = calls.at_ms.begin() + std::min(calls.count, N);
  return std::count_if(calls.at_ms.begin(), end, [now_ms](std::int64_t at) { return at + minute_ms > now_ms; });
}

std::int64_t slice_of(std::int64_t moment_ms, std::int64_t slice_ms) {
  return (std::max(moment_ms, oldest_ms) - oldest_ms) / slice_ms + 1;
}

std::int64_t end_of(std::int64_t slice, std::int64_t slice_ms) { return slice * slice_ms + oldest_ms; }

template <std::size_t N>
void note(SlicedCount<N>& counts, const CountedCalls& calls, std::int64_t slice_ms) {
  const std::int64_t slice = slice_of(calls.at_ms, slice_ms);
  const auto index = static_cast<std::size_t>(slice) % N;
  if (counts.slice[index] > slice) {
    return;  // too old to count
  }
  if (counts.slice[index] != slice) {
    counts.slice[index] = slice;
    counts.count[index] = 0;
  }
  counts.count[index] += calls.count;
}

/// Whether a slice that was counted in is not wholly in the past yet.
template <std::size_t N>
bool still_counts(std::int64_t counted, std::int64_t slice) {
  return counted != 0 && counted + static_cast<std::int64_t>(N) > slice;
}

template <std::size_t N>
std::int64_t sum(const SlicedCount<N>& counts, std::int64_t now_ms, std::int64_t slice_ms) {
  const std::int64_t slice = slice_of(now_ms, slice_ms);
  return std::transform_reduce(
      counts.slice.begin(), counts.slice.end(), counts.count.begin(), std::int64_t{0}, std::plus<>(),
      [slice](std::int64_t counted, std::int64_t count) { return still_counts<N>(counted, slice) ? count : 0; });
}

/// When the sum falls below `most`: at once, or when the oldest slice that still counts no longer does.
template <std::size_t N>
std::int64_t when_free(const SlicedCount<N>& counts, std::int64_t now_ms, std::int64_t slice_ms, std::int64_t most) {
  if (sum(counts, now_ms, slice_ms) < most) {
    return 0;
  }
  const std::int64_t slice = slice_of(now_ms, slice_ms);
  std::int64_t oldest = slice;
  for (const std::int64_t candidate : counts.slice) {
    if (still_counts<N>(candidate, slice)) {
      oldest = std::min(oldest, candidate);
    }
  }
  return end_of(oldest + static_cast<std::int64_t>(N) - 1, slice_ms);
}

template <std::size_t N>
std::vector<std::int64_t> moments_in_last_minute(const RecentCalls<N>& calls, std::int64_t now_ms) {
  std::vector<std::int64_t> moments(calls.at_ms.begin(), calls.at_ms.begin() + std::min(calls.count, N));
  std::erase_if(moments, [now_ms](std::int64_t at) { return at + minute_ms <= now_ms; });
  std::sort(moments.begin(), moments.end());
  return moments;
}

template <std::size_t N>
std::vector<CountedCalls> counts_by_end(const SlicedCount<N>& counts, std::int64_t now_ms, std::int64_t slice_ms) {
  std::vector<CountedCalls> ends;
  std::size_t index = 0;
  for (const std::int64_t slice : counts.slice) {
    if (still_counts<N>(slice, slice_of(now_ms, slice_ms))) {
      ends.push_back({end_of(slice, slice_ms), counts.count[index]});
    }
    ++index;
  }
  return ends;
}

/// Adds the moments that are not known, and gives those.
template <std::size_t N>
std::vector<std::int64_t> add_unknown(RecentCalls<N>& calls, const std::vector<std::int64_t>& theirs,
                                      std::int64_t now_ms) {
  std::vector<std::int64_t> all = moments_in_last_minute(calls, now_ms);
  const std::vector<std::int64_t> own = all;
  std::vector<std::int64_t> unknown;
  for (const std::int64_t moment : theirs) {
    const std::int64_t at = std::min(moment, now_ms);  // clocks differ
    const bool known =
        std::any_of(own.begin(), own.end(), [at](std::int64_t mine) { return std::abs(mine - at) < least_gap_ms / 2; });
    if (!known && at + minute_ms > now_ms) {
      unknown.push_back(at);
    }
  }
  all.insert(all.end(), unknown.begin(), unknown.end());
  std::sort(all.begin(), all.end());
  calls = {};
  for (const std::int64_t moment : all) {
    note(calls, moment);
  }
  return unknown;
}

template <std::size_t N>
void add_counts(SlicedCount<N>& counts, const std::vector<CountedCalls>& theirs, std::int64_t now_ms,
                std::int64_t slice_ms) {
  for (const CountedCalls& one : theirs) {
    // The slices of two clocks do not begin together: a count goes to the later of the two it may belong to.
    note(counts, {std::min(one.at_ms - 1, now_ms), one.count}, slice_ms);
  }
}

}  // namespace

std::int64_t when_allowed(const Budget& budget, std::int64_t now_ms, bool is_write) {
  std::int64_t when = std::max({now_ms, budget.held_until_ms, when_free(budget.calls),
                                when_free(budget.calls_by_minute, now_ms, minute_ms, calls_per_hour)});
  const std::int64_t unanswered_until_ms = latest(budget.calls) + longest_gap_ms;
  when = std::max(
      when, std::min(unanswered_until_ms, budget.latest_answered_ms.value_or(unanswered_until_ms) + least_gap_ms));
  if (is_write) {
    when = std::max(
        {when, when_free(budget.writes), when_free(budget.writes_by_quarter, now_ms, quarter_ms, writes_per_day)});
  }
  return when;
}

void record_sent(Budget& budget, std::int64_t now_ms, bool is_write) {
  note(budget.calls, now_ms);
  budget.latest_answered_ms.reset();
  note(budget.calls_by_minute, {now_ms, 1}, minute_ms);
  if (is_write) {
    note(budget.writes, now_ms);
    note(budget.writes_by_quarter, {now_ms, 1}, quarter_ms);
  }
}

void record_ended(Budget& budget, std::int64_t sent_ms, std::int64_t now_ms) {
  if (latest(budget.calls) == sent_ms) {
    budget.latest_answered_ms = now_ms;
  }
}

SentCalls sent_calls(const Budget& budget, std::int64_t now_ms) {
  return {moments_in_last_minute(budget.calls, now_ms), moments_in_last_minute(budget.writes, now_ms),
          counts_by_end(budget.calls_by_minute, now_ms, minute_ms),
          counts_by_end(budget.writes_by_quarter, now_ms, quarter_ms), budget.held_until_ms};
}

void add_calls_of_others(Budget& budget, const SentCalls& theirs, std::int64_t now_ms) {
  const bool is_first = budget.calls_by_minute == decltype(budget.calls_by_minute){};
  const std::int64_t own_latest = latest(budget.calls);
  const std::vector<std::int64_t> calls = add_unknown(budget.calls, theirs.calls, now_ms);
  const std::vector<std::int64_t> writes = add_unknown(budget.writes, theirs.writes, now_ms);
  if (latest(budget.calls) != own_latest) {
    budget.latest_answered_ms.reset();
  }
  if (is_first) {
    add_counts(budget.calls_by_minute, theirs.minutes, now_ms, minute_ms);
    add_counts(budget.writes_by_quarter, theirs.quarters, now_ms, quarter_ms);
  } else {
    for (const std::int64_t at : calls) {
      note(budget.calls_by_minute, {at, 1}, minute_ms);
    }
    for (const std::int64_t at : writes) {
      note(budget.writes_by_quarter, {at, 1}, quarter_ms);
    }
  }
  budget.held_until_ms = std::max(budget.held_until_ms, theirs.held_until_ms);
}

void hold(Budget& budget, std::int64_t now_ms, std::int64_t delay_ms) {
  budget.held_until_ms = std::max(budget.held_until_ms, now_ms + delay_ms);
}

BudgetUse use_of(const Budget& budget, std::int64_t now_ms) {
  return {in_last_minute(budget.calls, now_ms), in_last_minute(budget.writes, now_ms),
          sum(budget.calls_by_minute, now_ms, minute_ms), sum(budget.writes_by_quarter, now_ms, quarter_ms)};
}

}  // namespace nexudus
