// Tokens: who gets one, how long it lasts, what it allows.
#include <gtest/gtest.h>

#include "sandbox/totp.h"
#include "session.h"

namespace {

using nexudus::Method;
using sandbox::Account;
using sandbox::Sandbox;
using sandbox_test::ask_token;
using sandbox_test::Json;
using sandbox_test::keys;
using sandbox_test::new_record;
using sandbox_test::noon;
using sandbox_test::parse;
using sandbox_test::password_form;
using sandbox_test::Response;
using sandbox_test::Session;
using std::chrono::days;
using std::chrono::seconds;

const std::string one_client = "11111111-1111-4111-8111-111111111111";
const std::string other_client = "22222222-2222-4222-8222-222222222222";

std::string refresh_token(const Response& response) { return parse(response).at("refresh_token").get<std::string>(); }

Response refresh(Sandbox& sandbox, const std::string& token, sandbox::Moment now = noon, std::string_view client = {}) {
  return ask_token(sandbox, "grant_type=refresh_token&refresh_token=" + token, now, client);
}

TEST(Token, IsGivenForTheRightPassword) {
  Sandbox sandbox(sandbox_test::without_limits());
  const Response response = ask_token(sandbox, password_form(sandbox::administrator));
  EXPECT_EQ(response.status, 200);
  Json json = parse(response);
  EXPECT_EQ(keys(json), (std::vector<std::string>{"access_token", "token_type", "expires_in", "refresh_token"}));
  EXPECT_EQ(json["token_type"], "bearer");
  EXPECT_EQ(json["expires_in"], 604799);
}

TEST(Token, IsRefusedForAWrongPasswordOrAnUnknownUserAlike) {
  Sandbox sandbox;
  for (const char* const form : {"grant_type=password&username=admin%40example.com&password=wrong",
                                 "grant_type=password&username=nobody%40example.com&password=demo-admin",
                                 "grant_type=password&username=&password=", "grant_type=password"}) {
    const Response response = ask_token(sandbox, form);
    EXPECT_EQ(response.status, 400);
    EXPECT_EQ(response.body,
              R"({"error":"invalid_grant","error_description":"The user name or password is incorrect."})");
  }
}

TEST(Token, IsRefusedWhenAskedForInJson) {
  Sandbox sandbox;
  const nexudus::Request request{Method::post,
                                 "/token",
                                 {{"Content-Type", "application/json"}},
                                 R"({"grant_type":"password","username":"admin@example.com","password":"demo-admin"})"};
  const Response response = sandbox.answer_token(request, noon);
  EXPECT_EQ(response.status, 400);
  EXPECT_EQ(response.body, R"({"error":"unsupported_grant_type"})");
}

TEST(Token, IsRefusedForAnotherGrantType) {
  Sandbox sandbox;
  EXPECT_EQ(parse(ask_token(sandbox, "grant_type=client_credentials"))["error"], "unsupported_grant_type");
}

TEST(Token, NeedsACodeWhereTheUserHasTwoFactors) {
  Sandbox sandbox;
  const std::string form = password_form(sandbox::with_totp);
  const std::string code = sandbox::totp(sandbox::decode_base32(sandbox::totp_secret), noon);
  EXPECT_EQ(parse(ask_token(sandbox, form))["error"], "two_factor_auth_check");
  EXPECT_EQ(parse(ask_token(sandbox, form + "&totp=000000"))["error"], "two_factor_auth_check");
  EXPECT_EQ(ask_token(sandbox, form + "&totp=" + code).status, 200);
}

TEST(Token, DoesNotAskForACodeBeforeThePasswordIsRight) {
  Sandbox sandbox;
  const Response response = ask_token(sandbox, "grant_type=password&username=totp%40example.com&password=wrong");
  EXPECT_EQ(parse(response)["error"], "invalid_grant");
}

TEST(Token, IsRefusedUntilThePasswordIsReset) {
  Sandbox sandbox;
  const Response response = ask_token(sandbox, password_form(sandbox::must_reset));
  EXPECT_EQ(response.status, 400);
  EXPECT_EQ(parse(response)["error"], "must_reset_password");
}

TEST(Token, IsFoundBySchemeWithoutCase) {
  Session session;
  const nexudus::Request request{Method::get, "/sys/webhooks", {{"authorization", "bearer " + session.token}}, ""};
  EXPECT_EQ(session.sandbox.handle(request, noon).status, 200);
}

TEST(AccessToken, IsNeeded) {
  Sandbox sandbox;
  const Response response = sandbox.handle({Method::get, "/sys/webhooks", {}, ""}, noon);
  EXPECT_EQ(response.status, 401);
  EXPECT_EQ(response.body, R"({"Message":"Authorization has been denied for this request."})");
}

TEST(AccessToken, ThatWasNeverGivenOutIsRefused) {
  Session session;
  session.token = "made-up";
  EXPECT_EQ(session.get("/sys/webhooks").status, 401);
}

TEST(AccessToken, EndsAfterItsLifetime) {
  sandbox::Options options = sandbox_test::without_limits();
  options.token_lifetime = seconds{60};
  Session session(options);
  session.now += seconds{59};
  EXPECT_EQ(session.get("/sys/webhooks").status, 200);
  session.now += seconds{1};
  EXPECT_EQ(session.get("/sys/webhooks").status, 401);
}

TEST(AccessToken, SurvivesARefresh) {
  Session session;
  const std::string spare = refresh_token(ask_token(session.sandbox, password_form(sandbox::administrator)));
  ASSERT_EQ(refresh(session.sandbox, spare).status, 200);
  EXPECT_EQ(session.get("/sys/webhooks").status, 200);
}

TEST(RefreshToken, GivesNewTokensAndDies) {
  Sandbox sandbox;
  const std::string first = refresh_token(ask_token(sandbox, password_form(sandbox::administrator)));
  const Response second = refresh(sandbox, first);
  ASSERT_EQ(second.status, 200);
  EXPECT_NE(refresh_token(second), first);
  const Response again = refresh(sandbox, first);
  EXPECT_EQ(again.status, 400);
  EXPECT_EQ(again.body, R"({"error":"invalid_grant"})");
}

TEST(RefreshToken, OfARefreshWorksToo) {
  Sandbox sandbox;
  std::string token = refresh_token(ask_token(sandbox, password_form(sandbox::administrator)));
  token = refresh_token(refresh(sandbox, token));
  EXPECT_EQ(refresh(sandbox, token).status, 200);
}

TEST(RefreshToken, LastsFifteenDays) {
  Sandbox sandbox;
  const std::string token = refresh_token(ask_token(sandbox, password_form(sandbox::administrator)));
  Sandbox a_moment_later = sandbox;
  EXPECT_EQ(refresh(sandbox, token, noon + days{15} - seconds{1}).status, 200);
  EXPECT_EQ(refresh(a_moment_later, token, noon + days{15}).status, 400);
}

TEST(RefreshToken, WithoutClientIdIsKilledByTheUsersNextSignIn) {
  Sandbox sandbox;
  const std::string first = refresh_token(ask_token(sandbox, password_form(sandbox::administrator)));
  ASSERT_EQ(ask_token(sandbox, password_form(sandbox::administrator)).status, 200);
  EXPECT_EQ(refresh(sandbox, first).status, 400);
}

TEST(RefreshToken, SurvivesAnotherUsersSignIn) {
  Sandbox sandbox;
  const std::string first = refresh_token(ask_token(sandbox, password_form(sandbox::administrator)));
  ASSERT_EQ(ask_token(sandbox, password_form(sandbox::reader)).status, 200);
  EXPECT_EQ(refresh(sandbox, first).status, 200);
}

TEST(RefreshToken, SurvivesAnotherUsersSignInAtTheSameInstallation) {
  Sandbox sandbox;
  const std::string first = refresh_token(ask_token(sandbox, password_form(sandbox::administrator), noon, one_client));
  ASSERT_EQ(ask_token(sandbox, password_form(sandbox::reader), noon, one_client).status, 200);
  EXPECT_EQ(refresh(sandbox, first, noon, one_client).status, 200);
}

TEST(RefreshToken, OfOneClientSurvivesTheSignInOfAnother) {
  Sandbox sandbox;
  const std::string form = password_form(sandbox::administrator);
  const std::string first = refresh_token(ask_token(sandbox, form, noon, one_client));
  ASSERT_EQ(ask_token(sandbox, form, noon, other_client).status, 200);
  ASSERT_EQ(ask_token(sandbox, form).status, 200);
  EXPECT_EQ(refresh(sandbox, first, noon, one_client).status, 200);
}

TEST(RefreshToken, OfOneClientIsKilledByItsOwnNextSignIn) {
  Sandbox sandbox;
  const std::string form = password_form(sandbox::administrator);
  const std::string first = refresh_token(ask_token(sandbox, form, noon, one_client));
  ASSERT_EQ(ask_token(sandbox, form, noon, one_client).status, 200);
  EXPECT_EQ(refresh(sandbox, first, noon, one_client).status, 400);
}

TEST(RefreshToken, NeedsTheClientItWasGivenTo) {
  Sandbox sandbox;
  const std::string token = refresh_token(ask_token(sandbox, password_form(sandbox::administrator), noon, one_client));
  EXPECT_EQ(refresh(sandbox, token, noon, other_client).status, 400);
  EXPECT_EQ(refresh(sandbox, token).status, 400);
  EXPECT_EQ(refresh(sandbox, token, noon, one_client).status, 200);
}

// What each user may do: the statuses of list, read, create, update, delete, businesses, enums.
struct Rights {
  const Account* account;
  std::vector<int> statuses;
};

class Roles : public testing::TestWithParam<Rights> {};

TEST_P(Roles, DecideWhatIsAllowed) {
  Session session;
  const Json record = session.any_record();
  const std::string target = "/sys/webhooks/" + std::to_string(session.first_id());
  session.sign_in(*GetParam().account);
  const std::vector<int> statuses{
      session.get("/sys/webhooks").status,
      session.get(target).status,
      session.post(new_record(session.sandbox)).status,
      session.put(record).status,
      session.send(Method::delete_, target).status,
      session.get("/sys/businesses").status,
      session.get("/utils/enums?name=eWebhookAction").status,
  };
  EXPECT_EQ(statuses, GetParam().statuses);
}

INSTANTIATE_TEST_SUITE_P(Accounts, Roles,
                         testing::Values(Rights{&sandbox::administrator, {200, 200, 200, 200, 200, 200, 200}},
                                         Rights{&sandbox::reader, {200, 200, 401, 401, 401, 200, 200}},
                                         Rights{&sandbox::without_locations, {200, 200, 200, 200, 200, 401, 200}},
                                         Rights{&sandbox::member, {401, 401, 401, 401, 401, 401, 401}}),
                         [](const auto& info) {
                           const std::string_view email = info.param.account->email;
                           return std::string(email.substr(0, email.find('@')));
                         });

TEST(OpenSandbox, TakesARequestWithoutATokenForTheAdministrators) {
  sandbox::Options options;
  options.open = true;
  Sandbox sandbox(options);
  EXPECT_EQ(sandbox.handle({Method::get, "/sys/webhooks", {}, ""}, noon).status, 200);
  EXPECT_EQ(sandbox.handle({Method::get, "/sys/webhooks", {{"Authorization", "Bearer x"}}, ""}, noon).status, 401);
}

TEST(Sandbox, GivesTheSameBytesToTheSameRequests) {
  const auto run = [] {
    Session session;
    std::string all = session.token;
    all += session.post(new_record(session.sandbox)).body;
    all += session.get("/sys/webhooks?size=1000").body;
    return all;
  };
  EXPECT_EQ(run(), run());
}

}  // namespace
