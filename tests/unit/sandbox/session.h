// A user of the sandbox, for tests: signs in and sends requests, with a clock that only moves when told.
#pragma once

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "sandbox/accounts.h"
#include "sandbox/sandbox.h"

namespace sandbox_test {

using Json = nlohmann::ordered_json;
using nexudus::Method;
using nexudus::Response;

inline constexpr sandbox::Moment noon = std::chrono::sys_days{std::chrono::year{2025} / 7 / 1} + std::chrono::hours{12};

inline Json parse(const Response& response) {
  Json json = Json::parse(response.body, nullptr, false);
  EXPECT_FALSE(json.is_discarded()) << response.body;
  return json;
}

inline sandbox::Options without_limits() {
  sandbox::Options options;
  options.limits = false;
  return options;
}

/// Posts a form to the token endpoint.
inline Response ask_token(sandbox::Sandbox& sandbox, std::string form, sandbox::Moment now = noon,
                          std::string_view client_id = {}) {
  nexudus::Request request{
      Method::post, "/token", {{"Content-Type", "application/x-www-form-urlencoded"}}, std::move(form)};
  if (!client_id.empty()) {
    request.headers.push_back({"client_id", std::string(client_id)});
  }
  return sandbox.answer_token(request, now);
}

inline std::string password_form(const sandbox::Account& account) {
  return "grant_type=password&username=" + std::string(account.email) + "&password=" + std::string(account.password);
}

/// A signed-in user.
class Session {
 public:
  explicit Session(sandbox::Options options = without_limits(),
                   const sandbox::Account& account = sandbox::administrator)
      : sandbox(options) {
    sign_in(account);
  }

  void sign_in(const sandbox::Account& account) {
    token = parse(ask_token(sandbox, password_form(account), now)).at("access_token").get<std::string>();
  }

  Response send(Method method, std::string target, std::string body = {}) {
    return sandbox.handle({method, std::move(target), {{"Authorization", "Bearer " + token}}, std::move(body)}, now);
  }
  Response get(std::string target) { return send(Method::get, std::move(target)); }
  Response put(const Json& record) { return send(Method::put, "/sys/webhooks", record.dump()); }
  Response post(const Json& record) { return send(Method::post, "/sys/webhooks", record.dump()); }

  /// The record with this id, read by id.
  Json read(std::int64_t id) { return parse(get("/sys/webhooks/" + std::to_string(id))); }
  /// The body of a search.
  Json search(const std::string& query) { return parse(get("/sys/webhooks?" + query)); }
  /// A record of the seed, read by id.
  Json any_record() { return read(first_id()); }
  std::int64_t first_id() { return sandbox.state().webhooks.front().id; }

  sandbox::Sandbox sandbox;
  sandbox::Moment now = noon;
  std::string token;
};

/// What a record needs to be created.
inline Json new_record(const sandbox::Sandbox& sandbox) {
  return {{"BusinessId", sandbox.state().businesses.front().id},
          {"Name", "New"},
          {"Action", 6},
          {"URL", "https://example.com/hook"}};
}

inline std::vector<std::string> keys(const Json& object) {
  std::vector<std::string> names;
  for (const auto& [name, value] : object.items()) {
    names.push_back(name);
  }
  return names;
}

}  // namespace sandbox_test
