// The program's options.
#include "server/command_line.h"

#include <gtest/gtest.h>

#include <vector>

namespace {

using Arguments = std::vector<std::string_view>;

auto parse(const Arguments& arguments) { return server::parse_command_line(arguments); }

TEST(CommandLine, ServesDistOnPort8080ByDefault) {
  const auto options = parse({});
  ASSERT_TRUE(options);
  EXPECT_EQ(options->port, 8080);
  EXPECT_EQ(options->host, "127.0.0.1");
  EXPECT_EQ(options->root, "dist");
  EXPECT_TRUE(options->sandbox.limits);
  EXPECT_FALSE(options->data_file);
}

TEST(CommandLine, ReadsEveryOption) {
  const auto options = parse({"--port",
                              "0",
                              "--host=0.0.0.0",
                              "--root",
                              "out",
                              "--also",
                              "tests/bench/plain=/plain/",
                              "--data",
                              "a.sqlite",
                              "--seed",
                              "7",
                              "--records",
                              "10000",
                              "--latency",
                              "250",
                              "--token-lifetime",
                              "30",
                              "--no-limits",
                              "--no-keep-alive",
                              "--throttle",
                              "429",
                              "--fault",
                              R"({"kind":"drop"})"});
  ASSERT_TRUE(options) << options.error().text;
  EXPECT_EQ(options->port, 0);
  EXPECT_EQ(options->host, "0.0.0.0");
  EXPECT_EQ(options->root, "out");
  ASSERT_EQ(options->also.size(), 1U);
  EXPECT_EQ(options->also[0].folder, "tests/bench/plain");
  EXPECT_EQ(options->also[0].path, "/plain");
  EXPECT_EQ(options->data_file, "a.sqlite");
  EXPECT_EQ(options->sandbox.seed, 7U);
  EXPECT_EQ(options->sandbox.webhook_count, 10'000);
  EXPECT_EQ(options->latency, std::chrono::milliseconds{250});
  EXPECT_EQ(options->sandbox.token_lifetime, std::chrono::seconds{30});
  EXPECT_FALSE(options->sandbox.limits);
  EXPECT_FALSE(options->keep_alive);
  EXPECT_EQ(options->sandbox.throttle_status, 429);
  ASSERT_EQ(options->faults.size(), 1U);
  EXPECT_EQ(options->faults[0].kind, sandbox::Fault::Kind::drop);
}

TEST(CommandLine, ReadsWhatElseThePageMayCall) {
  const auto options = parse({"--connect", "https://login.example.com", "--connect=http://[::1]:3000"});
  ASSERT_TRUE(options) << options.error().text;
  EXPECT_EQ(options->connect, (std::vector<std::string>{"https://login.example.com", "http://[::1]:3000"}));
}

TEST(CommandLine, ReadsWhereTheRelayLeadsTo) {
  const auto options = parse({"--upstream", "https://spaces.nexudus.com/api/", "--upstream-ca=ours.pem"});
  ASSERT_TRUE(options) << options.error().text;
  ASSERT_TRUE(options->upstream);
  EXPECT_EQ(options->upstream->address.host, "spaces.nexudus.com");
  EXPECT_EQ(options->upstream->address.base_path, "/api");
  EXPECT_EQ(options->upstream->ca_file, "ours.pem");
}

TEST(CommandLine, RefusesOptionsOfTheSandboxBesideARelay) {
  const auto options = parse({"--latency", "5", "--upstream", "https://spaces.nexudus.com/api"});
  ASSERT_FALSE(options);
  EXPECT_NE(options.error().text.find("--latency"), std::string::npos);
}

TEST(CommandLine, HelpIsNoFailure) {
  const auto options = parse({"--help"});
  ASSERT_FALSE(options);
  EXPECT_EQ(options.error().exit_code, 0);
  EXPECT_NE(options.error().text.find("--port N"), std::string::npos);
}

class BadCommandLine : public testing::TestWithParam<Arguments> {};

TEST_P(BadCommandLine, IsRefusedWithASentenceNamingTheOption) {
  const auto options = parse(GetParam());
  ASSERT_FALSE(options);
  EXPECT_EQ(options.error().exit_code, 2);
  EXPECT_NE(options.error().text.find(GetParam().front()), std::string::npos) << options.error().text;
}

INSTANTIATE_TEST_SUITE_P(CommandLine, BadCommandLine,
                         testing::Values(Arguments{"--port"}, Arguments{"--port", "http"}, Arguments{"--port", "65536"},
                                         Arguments{"--latency", "-1"}, Arguments{"--colour", "red"},
                                         Arguments{"--also", "folder"}, Arguments{"--throttle", "410"},
                                         Arguments{"--fault", "{}"}, Arguments{"here"},
                                         Arguments{"--upstream", "spaces.nexudus.com"}, Arguments{"--upstream-ca", "a"},
                                         Arguments{"--connect", "login.example.com"},
                                         Arguments{"--connect", "https://a.example; script-src *"},
                                         Arguments{"--connect", "https://"}));

}  // namespace
