// The request budget as text: five lists of numbers, apart by semicolons.
#include "nexudus/shared_budget.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <vector>

namespace nexudus {
namespace {

using Numbers = std::vector<std::int64_t>;

constexpr std::size_t most_numbers = 4 * calls_per_minute;
constexpr std::int64_t longest_hold_ms = 3'600'000;

void append(std::string& text, const Numbers& numbers) {
  for (const std::int64_t number : numbers) {
    text += std::to_string(number) + ' ';
  }
  text += ';';
}

/// Takes the numbers up to the next semicolon, or nothing if there is something else.
std::optional<Numbers> take_numbers(std::string_view& rest) {
  Numbers numbers;
  while (!rest.empty() && rest.front() != ';') {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    if (error != std::errc() || number < 0 || !rest.starts_with(' ') || numbers.size() == most_numbers) {
      return std::nullopt;
    }
    rest.remove_prefix(1);
    numbers.push_back(number);
  }
  if (rest.empty()) {
    return std::nullopt;
  }
  rest.remove_prefix(1);
  return numbers;
}

/// Moments of one clock in the other. What no clock can have meant is cut off, so that no sum overflows.
Numbers moved(Numbers moments, std::int64_t by_ms) {
  constexpr std::int64_t year_10000_ms = 253'402'300'800'000;
  for (std::int64_t& moment : moments) {
    moment = std::min(moment, year_10000_ms) + by_ms;
  }
  return moments;
}

Numbers ends_of(const std::vector<CountedCalls>& counted) {
  Numbers ends;
  std::transform(counted.begin(), counted.end(), std::back_inserter(ends), [](const auto& one) { return one.at_ms; });
  return ends;
}

/// Ends and counts in turn.
Numbers in_turn(const std::vector<CountedCalls>& counted, std::int64_t by_ms) {
  const Numbers ends = moved(ends_of(counted), by_ms);
  Numbers numbers;
  for (std::size_t index = 0; index < counted.size(); ++index) {
    numbers.insert(numbers.end(), {ends[index], counted[index].count});
  }
  return numbers;
}

std::optional<std::vector<CountedCalls>> counted_in(const Numbers& numbers, std::int64_t by_ms, std::int64_t most) {
  if (numbers.size() % 2 != 0) {
    return std::nullopt;
  }
  std::vector<CountedCalls> counted;
  for (std::size_t index = 0; index < numbers.size(); index += 2) {
    counted.push_back({moved({numbers[index]}, by_ms).front(), std::min(numbers[index + 1], most)});
  }
  return counted;
}

}  // namespace

std::string to_shared_text(const Budget& budget, const Clocks& clocks) {
  const std::int64_t ahead = clocks.unix_ms - clocks.now_ms;
  const SentCalls sent = sent_calls(budget, clocks.now_ms);
  std::string text;
  append(text, {std::max<std::int64_t>(0, sent.held_until_ms + ahead)});
  append(text, moved(sent.calls, ahead));
  append(text, moved(sent.writes, ahead));
  append(text, in_turn(sent.minutes, ahead));
  append(text, in_turn(sent.quarters, ahead));
  return text;
}

bool take_shared_text(Budget& budget, std::string_view text, const Clocks& clocks) {
  const std::int64_t behind = clocks.now_ms - clocks.unix_ms;
  const auto held = take_numbers(text);
  const auto calls = take_numbers(text);
  const auto writes = take_numbers(text);
  const auto minutes = take_numbers(text);
  const auto quarters = take_numbers(text);
  if (!held || held->size() != 1 || !calls || !writes || !minutes || !quarters || !text.empty()) {
    return false;
  }
  const auto by_minute = counted_in(*minutes, behind, calls_per_hour);
  const auto by_quarter = counted_in(*quarters, behind, writes_per_day);
  if (!by_minute || !by_quarter) {
    return false;
  }
  const std::int64_t held_until = std::min(moved(*held, behind).front(), clocks.now_ms + longest_hold_ms);
  add_calls_of_others(budget, {moved(*calls, behind), moved(*writes, behind), *by_minute, *by_quarter, held_until},
                      clocks.now_ms);
  return true;
}

}  // namespace nexudus
