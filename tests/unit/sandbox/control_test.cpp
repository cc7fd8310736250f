// Faults on demand, other people's edits, the log, and the state put away and brought back.
#include <gtest/gtest.h>

#include "sandbox/controlled_sandbox.h"
#include "session.h"

namespace {

using nexudus::Method;
using nexudus::Request;
using sandbox::ControlledSandbox;
using sandbox::Outcome;
using sandbox_test::Json;
using sandbox_test::noon;
using sandbox_test::parse;
using sandbox_test::Response;
using std::chrono::milliseconds;

const std::string record_target = "/sys/webhooks/87654301";

class Control : public testing::Test {
 protected:
  Control() : sandbox(sandbox_test::without_limits()) { sign_in(); }

  void sign_in() {
    const Request request{Method::post,
                          "/token",
                          {{"Content-Type", "application/x-www-form-urlencoded"}},
                          sandbox_test::password_form(sandbox::administrator)};
    token = parse(sandbox.handle(request, noon).response)["access_token"].get<std::string>();
  }

  Outcome send(Method method, std::string target, std::string body = {}) {
    return sandbox.handle({method, std::move(target), {{"Authorization", "Bearer " + token}}, std::move(body)}, noon);
  }
  int status(Method method, std::string target) { return send(method, std::move(target)).response.status; }
  Json read() { return parse(send(Method::get, record_target).response); }

  Response control(Method method, std::string target, std::string body = {}) {
    return sandbox.control({method, std::move(target), {}, std::move(body)}, noon);
  }
  void fault(const std::string& json) { ASSERT_EQ(control(Method::post, "/faults", json).status, 200) << json; }

  ControlledSandbox sandbox;
  std::string token;
};

TEST_F(Control, LatencyDelaysTheRightAnswer) {
  fault(R"({"kind":"latency","ms":750})");
  const Outcome late = send(Method::get, "/sys/webhooks");
  EXPECT_EQ(late.delay, milliseconds{750});
  EXPECT_EQ(late.response.status, 200);
  EXPECT_EQ(send(Method::get, "/sys/webhooks").delay, milliseconds{0});
}

TEST_F(Control, DropAsksForAConnectionWithoutAnswer) {
  fault(R"({"kind":"drop"})");
  EXPECT_TRUE(send(Method::get, "/sys/webhooks").drop);
  EXPECT_FALSE(send(Method::get, "/sys/webhooks").drop);
}

TEST_F(Control, ErrorIsNexudussOwn) {
  fault(R"({"kind":"error"})");
  const Response response = send(Method::get, "/sys/webhooks").response;
  EXPECT_EQ(response.status, 500);
  EXPECT_EQ(response.body, R"({"Message":"An error has occurred."})");
}

TEST_F(Control, HtmlIsAGatewaysPage) {
  fault(R"({"kind":"html"})");
  const Response response = send(Method::get, "/sys/webhooks").response;
  EXPECT_EQ(response.status, 502);
  EXPECT_EQ(nexudus::find_header(response.headers, "Content-Type"), "text/html");
  EXPECT_TRUE(response.body.starts_with("<html>"));
}

TEST_F(Control, UnsuccessfulIsAFailureWithStatus200) {
  fault(R"({"kind":"unsuccessful","method":"PUT","errors":[{"PropertyName":"Name","Message":"is taken"}]})");
  const Response response = send(Method::put, "/sys/webhooks", read().dump()).response;
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(parse(response)["WasSuccessful"], false);
  EXPECT_EQ(parse(response)["Errors"][0]["PropertyName"], "Name");
  EXPECT_EQ(parse(response)["Message"], "Name: is taken");
}

TEST_F(Control, TruncatedIsHalfOfTheRightAnswer) {
  const std::string whole = send(Method::get, record_target).response.body;
  fault(R"({"kind":"truncated"})");
  const std::string half = send(Method::get, record_target).response.body;
  EXPECT_TRUE(whole.starts_with(half));
  EXPECT_FALSE(Json::accept(half));
}

TEST_F(Control, ReplyIsWhateverIsWanted) {
  fault(R"({"kind":"reply","status":203,"content_type":"text/plain","body":"[1e999]"})");
  const Response response = send(Method::get, "/sys/webhooks").response;
  EXPECT_EQ(response.status, 203);
  EXPECT_EQ(response.body, "[1e999]");
  EXPECT_EQ(nexudus::find_header(response.headers, "Content-Type"), "text/plain");
}

TEST_F(Control, EditFaultChangesARecordJustBeforeTheRequest) {
  fault(R"({"kind":"edit","method":"GET","path":"/sys/webhooks/","id":87654301,"member":"Name","value":"Theirs"})");
  EXPECT_EQ(read()["Name"], "Theirs");
}

TEST_F(Control, ExpireFaultEndsTheTokenJustBeforeTheRequest) {
  fault(R"({"kind":"expire_tokens","method":"PUT"})");
  EXPECT_EQ(status(Method::get, record_target), 200);
  EXPECT_EQ(status(Method::put, "/sys/webhooks"), 401);
}

TEST_F(Control, FaultsWaitForTheirMethodAndPath) {
  fault(R"({"kind":"error","method":"GET","path":"/sys/businesses"})");
  EXPECT_EQ(status(Method::get, "/sys/webhooks"), 200);
  EXPECT_EQ(status(Method::post, "/sys/businesses"), 405);
  EXPECT_EQ(status(Method::get, "/sys/businesses?size=1"), 500);
}

TEST_F(Control, FaultsStrikeAsOftenAsAsked) {
  fault(R"({"kind":"error","times":2})");
  EXPECT_EQ(status(Method::get, "/sys/webhooks"), 500);
  EXPECT_EQ(status(Method::get, "/sys/webhooks"), 500);
  EXPECT_EQ(status(Method::get, "/sys/webhooks"), 200);
}

TEST_F(Control, FaultsLetThroughWhatTheyAreToSkip) {
  fault(R"({"kind":"error","skip":1})");
  EXPECT_EQ(status(Method::get, "/sys/webhooks"), 200);
  EXPECT_EQ(status(Method::get, "/sys/webhooks"), 500);
}

TEST_F(Control, FaultsCanStrikeAlwaysAndBeRemoved) {
  fault(R"({"kind":"error","times":-1})");
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(status(Method::get, "/sys/webhooks"), 500);
  }
  EXPECT_EQ(parse(control(Method::get, "/faults")).size(), 1U);
  control(Method::delete_, "/faults");
  EXPECT_EQ(status(Method::get, "/sys/webhooks"), 200);
}

TEST_F(Control, RequestsThatFailHaveNoEffectUnlessAsked) {
  Json record = read();
  record["Name"] = "Lost";
  fault(R"({"kind":"drop","method":"PUT"})");
  send(Method::put, "/sys/webhooks", record.dump());
  EXPECT_NE(read()["Name"], "Lost");

  fault(R"({"kind":"drop","method":"PUT","handled":true})");
  send(Method::put, "/sys/webhooks", record.dump());
  EXPECT_EQ(read()["Name"], "Lost");
}

TEST_F(Control, AFaultOfAHandledRequestWaitsForOneThatIsNotTurnedAway) {
  sandbox = ControlledSandbox(sandbox::Options{});
  sign_in();
  fault(R"({"kind":"drop","method":"PUT","handled":true})");
  const std::string record = read().dump();
  const Outcome too_soon = send(Method::put, "/sys/webhooks", record);
  EXPECT_EQ(too_soon.response.status, 409);
  EXPECT_FALSE(too_soon.drop);
  EXPECT_EQ(parse(control(Method::get, "/faults")).size(), 1U);
}

TEST_F(Control, FaultsThatMakeNoSenseAreRefusedWithASentence) {
  for (const char* const json : {"", "[]", "{}", R"({"kind":"earthquake"})", R"({"kind":"edit","id":1})",
                                 R"({"kind":"latency","ms":-1})", R"({"kind":"reply","status":99})"}) {
    const Response response = control(Method::post, "/faults", json);
    EXPECT_EQ(response.status, 400) << json;
    EXPECT_GT(parse(response)["Message"].get<std::string>().size(), 20U);
  }
}

TEST_F(Control, AnotherEditorCanChangeARecord) {
  const Json before = read();
  ASSERT_EQ(control(Method::post, "/edit", R"({"id":87654301,"member":"URL","value":"https://example.com/x"})").status,
            200);
  Json after = read();
  EXPECT_EQ(after["URL"], "https://example.com/x");
  EXPECT_EQ(after["UpdatedBy"], "someone.else@example.com");
  EXPECT_EQ(after["Name"], before.at("Name"));
  EXPECT_EQ(after["Description"], before.at("Description"));
}

TEST_F(Control, EditsThatMakeNoSenseAreRefused) {
  EXPECT_EQ(control(Method::post, "/edit", "{}").status, 400);
  EXPECT_EQ(control(Method::post, "/edit", R"({"id":1,"member":"URL","value":"x"})").status, 400);
  EXPECT_EQ(control(Method::post, "/edit", R"({"id":87654301,"member":"URL","value":""})").status, 400);
}

TEST_F(Control, TokensCanBeEnded) {
  ASSERT_EQ(control(Method::post, "/expire-tokens").status, 200);
  EXPECT_EQ(status(Method::get, record_target), 401);
}

TEST_F(Control, ResetBringsTheSeedBack) {
  const std::string seed = ControlledSandbox(sandbox_test::without_limits()).snapshot();
  send(Method::delete_, record_target);
  fault(R"({"kind":"error","times":-1})");
  ASSERT_EQ(control(Method::post, "/reset").status, 200);
  EXPECT_EQ(sandbox.snapshot(), seed);
  EXPECT_EQ(control(Method::get, "/faults").body, "[]");
  EXPECT_EQ(control(Method::get, "/log").body, "[]");
}

TEST_F(Control, LogHoldsTheRequestsInOrder) {
  control(Method::delete_, "/log");
  send(Method::get, "/sys/webhooks?page=1");
  send(Method::put, "/sys/webhooks", R"({"Id":5})");
  const Json log = parse(control(Method::get, "/log"));
  ASSERT_EQ(log.size(), 2U);
  EXPECT_EQ(log[0]["method"], "GET");
  EXPECT_EQ(log[0]["target"], "/sys/webhooks?page=1");
  EXPECT_EQ(log[0]["status"], 200);
  EXPECT_EQ(log[1]["method"], "PUT");
  EXPECT_EQ(log[1]["body"], R"({"Id":5})");
  EXPECT_EQ(log[1]["status"], 404);
}

TEST_F(Control, LogHoldsNoTokensAndPasswords) {
  send(Method::get, "/sys/webhooks");
  const std::string log = control(Method::get, "/log").body;
  EXPECT_NE(log.find("/token"), std::string::npos);
  EXPECT_EQ(log.find(token), std::string::npos);
  EXPECT_EQ(log.find("demo-admin"), std::string::npos);
}

TEST_F(Control, LogCopesWithBytesThatAreNoText) {
  send(Method::put, "/sys/webhooks", "\xff\xfe");
  EXPECT_TRUE(Json::accept(control(Method::get, "/log").body));
}

TEST_F(Control, UnknownControlsAreNotFound) {
  EXPECT_EQ(control(Method::get, "/launch").status, 404);
  EXPECT_EQ(control(Method::get, "/reset").status, 404);
}

TEST_F(Control, SnapshotBringsBackRecordsAndTokens) {
  Json record = read();
  record["Name"] = "Changed";
  record["Big"] = "placeholder";
  std::string body = record.dump();
  body.replace(body.find("\"placeholder\""), 13, "1.10");
  send(Method::put, "/sys/webhooks", body);
  send(Method::delete_, "/sys/webhooks/87654318");
  const std::string put_away = sandbox.snapshot();

  ControlledSandbox other(sandbox_test::without_limits());
  ASSERT_TRUE(other.restore(put_away));
  EXPECT_EQ(other.snapshot(), put_away);
  const std::string before = send(Method::get, record_target).response.body;
  std::swap(sandbox, other);
  EXPECT_EQ(send(Method::get, record_target).response.body, before);
  EXPECT_EQ(status(Method::get, "/sys/webhooks/87654318"), 500);
}

TEST_F(Control, RestoreRefusesWhatIsNoSnapshotAndChangesNothing) {
  const std::string before = sandbox.snapshot();
  std::string damaged = before;
  damaged.replace(damaged.find("\"record\""), 8, "\"rekord\"");
  for (const std::string& text : {std::string(), std::string("{}"), std::string("[1]"), std::string("{\"version\":1}"),
                                  before.substr(0, before.size() / 2), damaged}) {
    EXPECT_FALSE(sandbox.restore(text));
  }
  EXPECT_EQ(sandbox.snapshot(), before);
}

TEST_F(Control, RevisionGrowsWithChangesOnly) {
  const std::uint64_t before = sandbox.revision();
  send(Method::get, record_target);
  EXPECT_EQ(sandbox.revision(), before);
  send(Method::delete_, record_target);
  EXPECT_GT(sandbox.revision(), before);
}

}  // namespace
