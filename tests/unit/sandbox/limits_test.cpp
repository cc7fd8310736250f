// Limits on requests.
#include <gtest/gtest.h>

#include "session.h"

namespace {

using sandbox_test::Json;
using sandbox_test::Response;
using sandbox_test::Session;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

sandbox::Options with_limits() { return {}; }

// Sends until one is refused, and says how many were not.
template <typename Send>
int allowed(Session& session, milliseconds gap, Send send) {
  int count = 0;
  do {
    session.now += gap;
  } while (send() != 409 && ++count < 10'000);
  return count;
}

int call(Session& session) { return session.get("/sys/webhooks/87654301").status; }

TEST(Limits, RefuseWithAnEmptyBodyAndAWait) {
  Session session(with_limits());
  ASSERT_EQ(call(session), 200);
  const Response response = session.get("/sys/webhooks");
  EXPECT_EQ(response.status, 409);
  EXPECT_EQ(response.body, "");
  EXPECT_EQ(nexudus::find_header(response.headers, "Retry-After"), "1");
}

TEST(Limits, RefuseWith429WhenToldTo) {
  sandbox::Options options;
  options.throttle_status = 429;
  Session session(options);
  ASSERT_EQ(call(session), 200);
  EXPECT_EQ(call(session), 429);
}

TEST(Limits, AllowOneCallInAHundredMilliseconds) {
  Session session(with_limits());
  ASSERT_EQ(call(session), 200);
  session.now += milliseconds{99};
  EXPECT_EQ(call(session), 409);
  session.now += milliseconds{1};
  EXPECT_EQ(call(session), 200);
}

TEST(Limits, AllowAHundredAndTwentyCallsAMinute) {
  Session session(with_limits());
  EXPECT_EQ(allowed(session, milliseconds{100}, [&] { return call(session); }), 120);
  session.now += minutes{1};
  EXPECT_EQ(call(session), 200);
}

TEST(Limits, AllowFiveThousandCallsAnHour) {
  Session session(with_limits());
  EXPECT_EQ(allowed(session, milliseconds{600}, [&] { return call(session); }), 5'000);
}

TEST(Limits, AllowSixtyWritesAMinuteButGoOnReading) {
  Session session(with_limits());
  const Json record = session.any_record();
  EXPECT_EQ(allowed(session, milliseconds{100}, [&] { return session.put(record).status; }), 60);
  session.now += milliseconds{100};
  EXPECT_EQ(call(session), 200);
}

TEST(Limits, AllowFiveThousandWritesADay) {
  Session session(with_limits());
  const Json record = session.any_record();
  EXPECT_EQ(allowed(session, seconds{2}, [&] { return session.put(record).status; }), 5'000);
  session.now += minutes{10};
  EXPECT_EQ(session.put(record).status, 409);
  session.now += hours{24};
  EXPECT_EQ(session.put(record).status, 200);
}

TEST(Limits, DoNotCountSigningIn) {
  Session session(with_limits());
  for (int i = 0; i < 200; ++i) {
    session.sign_in(sandbox::administrator);
  }
  EXPECT_EQ(call(session), 200);
}

TEST(Limits, AreNotLiftedByANewToken) {
  Session session(with_limits());
  ASSERT_EQ(call(session), 200);
  session.sign_in(sandbox::administrator);
  EXPECT_EQ(call(session), 409);
}

TEST(Limits, CountEachUserAlone) {
  Session session(with_limits());
  ASSERT_EQ(call(session), 200);
  session.sign_in(sandbox::reader);
  EXPECT_EQ(call(session), 200);
}

TEST(Limits, CanBeSwitchedOff) {
  Session session(sandbox_test::without_limits());
  EXPECT_EQ(allowed(session, milliseconds{0}, [&] { return call(session); }), 10'000);
}

}  // namespace
