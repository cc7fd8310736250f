// The made-up operator: always the same, and with everything in it the editor must cope with.
#include "sandbox/seed.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "sandbox/controlled_sandbox.h"
#include "session.h"

namespace {

using sandbox::State;
using sandbox::Webhook;

State ordinary() { return sandbox::seed(1, sandbox::default_webhook_count); }

template <typename Predicate>
auto count(const State& state, Predicate predicate) {
  return std::count_if(state.webhooks.begin(), state.webhooks.end(), predicate);
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string_view host(std::string_view url) { return url.substr(0, url.find('/', 8)); }

std::string snapshot_of_seed(std::uint64_t seed) {
  sandbox::Options options;
  options.seed = seed;
  return sandbox::ControlledSandbox(options).snapshot();
}

TEST(Seed, GivesTheSameBytesForTheSameSeed) { EXPECT_EQ(snapshot_of_seed(7), snapshot_of_seed(7)); }

TEST(Seed, GivesOtherBytesForAnotherSeed) { EXPECT_NE(snapshot_of_seed(7), snapshot_of_seed(8)); }

TEST(Seed, HasFiveLocationsWithNamesInTheirLanguages) {
  const State state = ordinary();
  ASSERT_EQ(state.businesses.size(), 5U);
  EXPECT_EQ(state.businesses[0].name, "Zürich West");
  EXPECT_EQ(state.businesses[3].name, "東京 渋谷");
}

TEST(Seed, HasSixtyWebhooksInAllLocations) {
  const State state = ordinary();
  EXPECT_EQ(state.webhooks.size(), 60U);
  for (const sandbox::Business& business : state.businesses) {
    EXPECT_EQ(count(state, [&](const Webhook& w) { return w.business_id == business.id; }), 12);
  }
}

TEST(Seed, HasWebhooksInEveryHealth) {
  const State state = ordinary();
  EXPECT_GE(
      count(state,
            [](const Webhook& w) { return w.active && w.error_count >= 3 && w.error_count <= 9 && w.last_error; }),
      5);
  EXPECT_GE(count(state, [](const Webhook& w) { return !w.active && w.error_count == 10 && w.last_error; }), 4);
  EXPECT_GE(count(state, [](const Webhook& w) { return w.active && !w.last_trigger; }), 4);
  EXPECT_GE(count(state, [](const Webhook& w) { return !w.active && w.error_count < 10; }), 2);
  EXPECT_GE(count(state, [](const Webhook& w) { return w.active && w.error_count == 0 && w.last_trigger; }), 30);
}

TEST(Seed, SendsToSeveralHosts) {
  const State state = ordinary();
  std::set<std::string_view> hosts;
  for (const Webhook& webhook : state.webhooks) {
    hosts.insert(host(webhook.url));
  }
  EXPECT_GE(hosts.size(), 6U);
}

TEST(Seed, HasTheOdditiesOfRealTables) {
  const State state = ordinary();
  EXPECT_EQ(count(state, [](const Webhook& w) { return w.action == 0; }), 1);
  EXPECT_EQ(count(state, [](const Webhook& w) { return w.action == 117; }), 1);
  EXPECT_GE(count(state, [](const Webhook& w) { return !is_ascii(w.name); }), 8);
  EXPECT_GE(count(state, [](const Webhook& w) { return w.url.find("?action=BookingCreate") != std::string::npos; }), 4);
  EXPECT_GE(count(state, [](const Webhook& w) { return !w.extra.empty(); }), 2);
  EXPECT_EQ(count(state, [](const Webhook& w) { return w.id > 9'007'199'254'740'992; }), 1);
}

TEST(Seed, GivesAsManyWebhooksAsAsked) {
  for (const int wanted : {0, 1, 10'000}) {
    EXPECT_EQ(sandbox::seed(1, wanted).webhooks.size(), static_cast<std::size_t>(wanted));
  }
}

TEST(Seed, GivesEveryWebhookItsOwnIdInAscendingOrder) {
  const State state = sandbox::seed(1, 2'000);
  EXPECT_EQ(std::adjacent_find(state.webhooks.begin(), state.webhooks.end(),
                               [](const Webhook& a, const Webhook& b) { return a.id >= b.id; }),
            state.webhooks.end());
}

}  // namespace
