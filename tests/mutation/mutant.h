// Comparisons that can be turned around from outside, one at a time: check.js writes `a < point<3>{} < b` in the place of
// `a < b`. The environment's MUTANT says which of them is wrong in this run, and how: "3" or, where there are two ways,
// "3b". Without it all are as they were.
#pragma once

#include <cstdlib>
#include <string_view>
#include <type_traits>

namespace mutation {

template <int number>
struct point {};

enum class Way { none, first, second };

inline Way chosen(int number) {
  static const char* const text = std::getenv("MUTANT");  // NOLINT(concurrency-mt-unsafe): one thread
  if (text == nullptr || std::atoi(text) != number) return Way::none;
  return std::string_view(text).ends_with('b') ? Way::second : Way::first;
}

/// The left operand on its way to the right one.
template <int number, typename Left>
struct Pending {
  const Left& left;
};

template <int number, typename Left>
constexpr Pending<number, Left> operator==(const Left& left, point<number> /*here*/) {
  return {left};
}
template <int number, typename Left>
constexpr Pending<number, Left> operator!=(const Left& left, point<number> /*here*/) {
  return {left};
}
template <int number, typename Left>
constexpr Pending<number, Left> operator<(const Left& left, point<number> /*here*/) {
  return {left};
}
template <int number, typename Left>
constexpr Pending<number, Left> operator<=(const Left& left, point<number> /*here*/) {
  return {left};
}
template <int number, typename Left>
constexpr Pending<number, Left> operator>(const Left& left, point<number> /*here*/) {
  return {left};
}
template <int number, typename Left>
constexpr Pending<number, Left> operator>=(const Left& left, point<number> /*here*/) {
  return {left};
}

template <int number, typename Left, typename Right>
bool operator==(Pending<number, Left> pending, const Right& right) {
  return (pending.left == right) != (chosen(number) != Way::none);
}
template <int number, typename Left, typename Right>
bool operator!=(Pending<number, Left> pending, const Right& right) {
  return (pending.left == right) == (chosen(number) != Way::none);
}

// The first way moves the boundary by one, the second turns around.
template <int number, typename Left, typename Right>
bool operator<(Pending<number, Left> pending, const Right& right) {
  const Way way = chosen(number);
  return way == Way::first ? pending.left <= right : (pending.left < right) != (way == Way::second);
}
template <int number, typename Left, typename Right>
bool operator<=(Pending<number, Left> pending, const Right& right) {
  const Way way = chosen(number);
  return way == Way::first ? pending.left < right : (pending.left <= right) != (way == Way::second);
}
template <int number, typename Left, typename Right>
bool operator>(Pending<number, Left> pending, const Right& right) {
  const Way way = chosen(number);
  return way == Way::first ? pending.left >= right : (pending.left > right) != (way == Way::second);
}
template <int number, typename Left, typename Right>
bool operator>=(Pending<number, Left> pending, const Right& right) {
  const Way way = chosen(number);
  return way == Way::first ? pending.left > right : (pending.left >= right) != (way == Way::second);
}

/// True, or false when this mutant is the chosen one: `yes<4>() != x` stands for `!x`.
template <int number>
bool yes() {
  return chosen(number) == Way::none;
}

}  // namespace mutation
