// What the user is told when a call fails.
#include "nexudus/problem.h"

#include <gtest/gtest.h>

#include <set>

namespace nexudus {
namespace {

const Asked asked{"the update of “Door”"};

Problem problem_for(int status, std::string body = {}, std::vector<Header> headers = {}) {
  return problem_of_reply({status, std::move(headers), std::move(body)}, asked);
}

bool says(const Problem& problem, std::string_view words) { return problem.detail.find(words) != std::string::npos; }

TEST(TransportProblem, HasItsOwnWordsForEachCause) {
  std::set<std::string> details;
  for (const auto failure :
       {TransportFailure::network, TransportFailure::deadline, TransportFailure::blocked, TransportFailure::cancelled,
        TransportFailure::invalid_request, TransportFailure::too_large}) {
    const Problem problem = problem_of_transport(failure, asked);
    EXPECT_TRUE(says(problem, "Asked for the update of “Door”")) << problem.detail;
    EXPECT_FALSE(problem.title.empty());
    EXPECT_EQ(problem.status, 0);
    EXPECT_TRUE(details.insert(problem.detail).second);
  }
}

TEST(ReplyProblem, TellsItsKindByTheStatus) {
  EXPECT_EQ(problem_for(400).kind, Problem::Kind::refused);
  EXPECT_EQ(problem_for(401).kind, Problem::Kind::unauthorized);
  EXPECT_EQ(problem_for(403).kind, Problem::Kind::forbidden);
  EXPECT_EQ(problem_for(404).kind, Problem::Kind::not_found);
  EXPECT_EQ(problem_for(409).kind, Problem::Kind::throttled);
  EXPECT_EQ(problem_for(429).kind, Problem::Kind::throttled);
  EXPECT_EQ(problem_for(500).kind, Problem::Kind::server_error);
  EXPECT_EQ(problem_for(503).kind, Problem::Kind::server_error);
}

TEST(ReplyProblem, OfA401NamesBothCausesAndNotThePassword) {
  const Problem problem = problem_for(401);
  EXPECT_TRUE(says(problem, "Sign in again"));
  EXPECT_TRUE(says(problem, "the role"));
  EXPECT_EQ(problem.detail.find("password"), std::string::npos);
}

TEST(ReplyProblem, RepeatsTheServersWords) {
  EXPECT_EQ(
      problem_for(500, R"({"Message":"An error has occurred."})").detail,
      "Asked for the update of “Door”; the server answered with status 500 and “An error has occurred.”. Try again in "
      "a minute; if it stays, ask Nexudus.");
  EXPECT_TRUE(says(problem_for(404, "\"Not found\""), "status 404 and “Not found”"));
}

TEST(ReplyProblem, TellsAGatewaysPageFromNexudus) {
  const Problem problem = problem_for(502, "<html><head><title>502 Bad Gateway</title></head></html>");
  EXPECT_EQ(problem.kind, Problem::Kind::server_error);
  EXPECT_TRUE(says(problem, "“502 Bad Gateway”"));
  EXPECT_TRUE(says(problem, "a server in front of Nexudus"));
}

TEST(ReplyProblem, CutsAndCleansWhatTheServerSays) {
  const Problem problem = problem_for(500, "{\"Message\":\"a\\n\\u0007" + std::string(100'000, 'x') + "\"}");
  EXPECT_LT(problem.detail.size(), 600U);
  EXPECT_EQ(problem.detail.find('\n'), std::string::npos);
  EXPECT_EQ(problem.detail.find('\a'), std::string::npos);
}

TEST(ReplyProblem, LeavesOutABodyThatIsNoText) {
  EXPECT_TRUE(says(problem_for(500, "\xFF\xFE\x01"), "answered with status 500. "));
}

constexpr std::string_view refusal =
    R"({"Message":"Name: is a required field","Value":null,"Errors":[)"
    R"({"AttemptedValue":null,"Message":"is a required field","PropertyName":"Name"},)"
    R"({"AttemptedValue":0,"Message":"must be set","PropertyName":"Business"},)"
    R"({"AttemptedValue":0,"Message":"is odd","PropertyName":"Colour"}],"WasSuccessful":false})";

TEST(ValidationProblem, PutsEachErrorAtItsField) {
  const Problem problem = problem_for(400, std::string(refusal));
  EXPECT_EQ(problem.kind, Problem::Kind::validation);
  EXPECT_EQ(problem.field_errors, (std::vector<FieldError>{{webhook::Field::name, "Name", "is a required field"},
                                                           {webhook::Field::location, "Business", "must be set"},
                                                           {std::nullopt, "Colour", "is odd"}}));
  EXPECT_EQ(problem.title, "Nexudus refused 3 values.");
}

TEST(ValidationProblem, MayComeWithStatus500) {
  EXPECT_EQ(problem_for(500, std::string(refusal)).kind, Problem::Kind::validation);
}

TEST(ValidationProblem, IsNotReadIntoA401OrAThrottledCall) {
  EXPECT_EQ(problem_for(401, std::string(refusal)).kind, Problem::Kind::unauthorized);
  EXPECT_EQ(problem_for(409, std::string(refusal)).kind, Problem::Kind::throttled);
}

TEST(ValidationProblem, WithoutEntriesFallsBackToTheMessage) {
  const Problem problem =
      problem_for(400, R"({"Message":"Name: is a required field","Errors":null,"WasSuccessful":false})");
  EXPECT_EQ(problem.kind, Problem::Kind::refused);
  EXPECT_TRUE(says(problem, "“Name: is a required field”"));
}

TEST(ValidationProblem, SurvivesErrorsOfAnyShape) {
  EXPECT_EQ(problem_for(400, R"({"Errors":["plain",12,null,{},{"Message":3}]})").field_errors,
            (std::vector<FieldError>{{std::nullopt, "", "plain"}}));
  EXPECT_TRUE(problem_for(400, R"({"Errors":{"Name":"x"}})").field_errors.empty());
}

std::optional<std::int64_t> wait_for(std::string retry_after, std::string date = {}, std::int64_t now_unix_ms = 0) {
  Response response{409, {{"retry-after", std::move(retry_after)}}, {}};
  if (!date.empty()) {
    response.headers.push_back({"Date", std::move(date)});
  }
  return retry_after_ms(response, now_unix_ms);
}

TEST(RetryAfter, MayBeSeconds) {
  EXPECT_EQ(wait_for("1"), 1000);
  EXPECT_EQ(wait_for(" 120 "), 120'000);
  EXPECT_EQ(wait_for("0"), 0);
}

TEST(RetryAfter, MayBeADateHeldAgainstTheServersOwnClock) {
  EXPECT_EQ(wait_for("Sun, 06 Nov 1994 08:49:40 GMT", "Sun, 06 Nov 1994 08:49:37 GMT", 5), 3000);
}

TEST(RetryAfter, MayBeADateHeldAgainstTheUsersClock) {
  EXPECT_EQ(wait_for("Sun, 06 Nov 1994 08:49:40 GMT", "", 784'111'777'000), 3000);
  EXPECT_EQ(wait_for("Sun, 06 Nov 1994 08:49:30 GMT", "", 784'111'777'000), 0);
}

TEST(RetryAfter, IsNothingWhenMissingOrUnreadable) {
  EXPECT_EQ(retry_after_ms({409, {}, {}}, 1), std::nullopt);
  for (const char* text : {"", "soon", "-1", "1.5", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Foo 1994 08:49:37 GMT",
                           "Sun, 06 nNo 1994 08:49:37 GMT", "Sun, 99 Nov 1994 08:49:37 GMT"}) {
    EXPECT_EQ(wait_for(text, "", 1), std::nullopt) << text;
  }
  EXPECT_EQ(wait_for("Sun, 06 Nov 1994 08:49:37 GMT"), std::nullopt);
}

TEST(RetryAfter, IsNeverMoreThanAnHour) {
  EXPECT_EQ(wait_for("99999999999999999999999"), 3'600'000);
  EXPECT_EQ(wait_for("Sun, 06 Nov 9994 08:49:40 GMT", "", 1), 3'600'000);
}

TEST(ThrottledProblem, SaysWhenToTryAgain) {
  const Problem problem = problem_for(409, "", {{"Retry-After", "1"}});
  EXPECT_EQ(problem.retry_after_ms, 1000);
  EXPECT_TRUE(says(problem, "Try again in 1 second."));
  EXPECT_TRUE(says(problem_for(429), "Wait a moment before trying again."));
}

TEST(ProblemKind, HasANameForEach) {
  EXPECT_EQ(to_string(Problem::Kind::network), "network");
  EXPECT_EQ(to_string(Problem::Kind::throttled), "throttled");
  EXPECT_EQ(to_string(Problem::Kind::unreadable), "unreadable");
}

}  // namespace
}  // namespace nexudus
