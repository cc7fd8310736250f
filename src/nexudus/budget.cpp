// The API's request limits, as a plain value.
#include "nexudus/budget.h"

#include <algorithm>
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

template <std::size_t N>
void note(SlicedCount<N>& counts, std::int64_t now_ms, std::int64_t slice_ms) {
  const std::int64_t slice = now_ms / slice_ms + 1;
  const auto index = static_cast<std::size_t>(slice) % N;
  if (counts.slice[index] != slice) {
    counts.slice[index] = slice;
    counts.count[index] = 0;
  }
  ++counts.count[index];
}

/// Whether a slice that was counted in is not wholly in the past yet.
template <std::size_t N>
bool still_counts(std::int64_t counted, std::int64_t slice) {
  return counted != 0 && counted + static_cast<std::int64_t>(N) > slice;
}

template <std::size_t N>
std::int64_t sum(const SlicedCount<N>& counts, std::int64_t now_ms, std::int64_t slice_ms) {
  const std::int64_t slice = now_ms / slice_ms + 1;
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
  const std::int64_t slice = now_ms / slice_ms + 1;
  std::int64_t oldest = slice;
  for (const std::int64_t candidate : counts.slice) {
    if (still_counts<N>(candidate, slice)) {
      oldest = std::min(oldest, candidate);
    }
  }
  return (oldest + static_cast<std::int64_t>(N) - 1) * slice_ms;
}

}  // namespace

std::int64_t when_allowed(const Budget& budget, std::int64_t now_ms, bool is_write) {
  std::int64_t when = std::max({now_ms, budget.held_until_ms, when_free(budget.calls),
                                when_free(budget.calls_by_minute, now_ms, minute_ms, calls_per_hour)});
  if (budget.calls.count > 0) {
    when = std::max(when, budget.calls.at_ms[(budget.calls.count - 1) % calls_per_minute] + least_gap_ms);
  }
  if (is_write) {
    when = std::max(
        {when, when_free(budget.writes), when_free(budget.writes_by_quarter, now_ms, quarter_ms, writes_per_day)});
  }
  return when;
}

void record_sent(Budget& budget, std::int64_t now_ms, bool is_write) {
  note(budget.calls, now_ms);
  note(budget.calls_by_minute, now_ms, minute_ms);
  if (is_write) {
    note(budget.writes, now_ms);
    note(budget.writes_by_quarter, now_ms, quarter_ms);
  }
}

void hold(Budget& budget, std::int64_t now_ms, std::int64_t delay_ms) {
  budget.held_until_ms = std::max(budget.held_until_ms, now_ms + delay_ms);
}

BudgetUse use_of(const Budget& budget, std::int64_t now_ms) {
  return {in_last_minute(budget.calls, now_ms), in_last_minute(budget.writes, now_ms),
          sum(budget.calls_by_minute, now_ms, minute_ms), sum(budget.writes_by_quarter, now_ms, quarter_ms)};
}

}  // namespace nexudus
