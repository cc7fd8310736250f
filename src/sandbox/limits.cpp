// Counting requests in windows of fixed length.
#include "sandbox/limits.h"

#include <algorithm>
#include <array>

namespace sandbox {

namespace {

constexpr std::chrono::milliseconds shortest_gap{100};

struct Limit {
  Window Usage::*window;
  std::chrono::seconds length;
  int most;
  bool only_writes;
};

constexpr std::array<Limit, 5> limits{{
    {&Usage::calls_minute, std::chrono::minutes{1}, 120, false},
    {&Usage::calls_hour, std::chrono::hours{1}, 5'000, false},
    {&Usage::calls_day, std::chrono::days{1}, 200'000, false},
    {&Usage::writes_minute, std::chrono::minutes{1}, 60, true},
    {&Usage::writes_day, std::chrono::days{1}, 5'000, true},
}};

Usage& usage_of(State& state, const Caller& caller) {
  const auto found = std::find_if(state.usage.begin(), state.usage.end(), [&](const Usage& usage) {
    return usage.email == caller.account->email && usage.client == caller.client;
  });
  if (found != state.usage.end()) {
    return *found;
  }
  Usage usage;
  usage.email = caller.account->email;
  usage.client = caller.client;
  return state.usage.emplace_back(std::move(usage));
}

}  // namespace

bool use_up(State& state, const Caller& caller, bool is_write, Moment now) {
  Usage& usage = usage_of(state, caller);
  bool allowed = now - usage.last_call >= shortest_gap;
  for (const Limit& limit : limits) {
    Window& window = usage.*limit.window;
    if (now - window.start >= limit.length) {
      window = {now, 0};
    }
    allowed = allowed && (window.count < limit.most || (limit.only_writes && !is_write));
  }
  if (!allowed) {
    return false;
  }
  usage.last_call = now;
  for (const Limit& limit : limits) {
    if (is_write || !limit.only_writes) {
      ++(usage.*limit.window).count;
    }
  }
  return true;
}

}  // namespace sandbox
