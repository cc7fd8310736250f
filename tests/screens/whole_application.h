// The whole application in front of a sandbox, for the screen tests: signed in, with the requests it sent.
#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/application.h"
#include "driver.h"
#include "platform/null/world.h"
#include "sandbox/sandbox.h"

namespace screen_tests {

/// Ids of the seed's records with something special about them.
inline constexpr std::string_view with_large_numbers = "/webhooks/87654403";  // "Invoice paid"
inline constexpr std::string_view switched_off = "/webhooks/87654947";
inline constexpr std::string_view turnstile_name = "Check-in failed (turnstile)";

class WholeApplication : public testing::Test {
 protected:
  void SetUp() override {
    platform::null::reset();
    platform::null::set_unix_ms(1'751'371'200'000);  // 2025-07-01 12:00 UTC
    platform::null::set_config({.text = R"({"apiBase":"api","signIn":["nexudus","token","demo"]})", .error = {}});
    platform::null::set_http_handler([this](const platform::HttpRequest& request) { return answer(request); });
  }

  /// Opens the page at an address, signed in as an administrator.
  void open(std::string_view fragment = "", testing_support::Size size = {}) {
    platform::null::go_to(fragment);
    while (platform::null::deliver_one()) {
    }
    application.start();
    ui = std::make_unique<Driver>(app::connect(application), size);
    platform::null::send_event(platform::TokenEvent{.outcome = platform::TokenEvent::Outcome::signed_in,
                                                    .user = "admin@example.com",
                                                    .detail = {},
                                                    .can_refresh = true});
    // Requests are spaced out by the request budget.
    for (int step = 0; step < 20; ++step) ui->advance(200);
  }

  /// Lets requests that wait for their turn go.
  void wait() {
    for (int step = 0; step < 10; ++step) ui->advance(200);
  }

  /// Another client saves the webhook of this address with a part of its JSON replaced.
  void save_elsewhere(std::string_view address, std::string_view part, std::string_view replacement) {
    const sandbox::Moment now{std::chrono::milliseconds{platform::unix_ms()}};
    nexudus::Request read{
        .method = nexudus::Method::get, .target = "/sys" + std::string(address), .headers = {}, .body = {}};
    std::string body = sandbox_.handle(read, now).body;
    const std::size_t at = body.find(part);
    ASSERT_NE(at, std::string::npos) << body;
    body.replace(at, part.size(), replacement);
    const nexudus::Request write{
        .method = nexudus::Method::put, .target = "/sys/webhooks", .headers = {}, .body = std::move(body)};
    ASSERT_EQ(sandbox_.handle(write, now).status, 200);
  }

  /// The bodies sent with a method, in their order.
  [[nodiscard]] std::vector<std::string> bodies(std::string_view method) const {
    std::vector<std::string> found;
    for (const platform::null::SentRequest& sent : platform::null::requests()) {
      if (sent.request.method == method) found.push_back(sent.request.body);
    }
    return found;
  }

  app::Application application;
  std::unique_ptr<Driver> ui;
  /// Asked before the sandbox; its answer goes first.
  std::function<std::optional<platform::HttpEnded>(const platform::HttpRequest&)> fault;
  std::vector<std::string> answers;  // the bodies of all replies so far

 private:
  std::optional<platform::HttpEnded> answer(const platform::HttpRequest& request) {
    if (fault) {
      if (auto ended = fault(request)) {
        answers.push_back(ended->body);
        return ended;
      }
    }
    nexudus::Request to_sandbox{.method = method_of(request.method),
                                .target = request.url.substr(request.local ? 0 : std::string_view("api").size()),
                                .headers = {},
                                .body = request.body};
    for (const auto& [name, value] : request.headers) to_sandbox.headers.push_back({name, value});
    const nexudus::Response response =
        sandbox_.handle(to_sandbox, sandbox::Moment{std::chrono::milliseconds{platform::unix_ms()}});
    platform::HttpEnded ended;
    ended.status = response.status;
    ended.body = response.body;
    answers.push_back(ended.body);
    for (const nexudus::Header& header : response.headers) ended.headers.emplace_back(header.name, header.value);
    return ended;
  }

  [[nodiscard]] static nexudus::Method method_of(std::string_view name) {
    if (name == "POST") return nexudus::Method::post;
    if (name == "PUT") return nexudus::Method::put;
    if (name == "DELETE") return nexudus::Method::delete_;
    return nexudus::Method::get;
  }

  sandbox::Sandbox sandbox_{sandbox::Options{.limits = false, .open = true}};
};

}  // namespace screen_tests
