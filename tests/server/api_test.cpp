// The sandbox over real connections.
#include <gtest/gtest.h>

#include <array>
#include <atomic>

#include "running_server.h"

namespace {

using server_test::Folder;
using server_test::options_for;
using server_test::RunningServer;

const std::string record = "/api/sys/webhooks/87654301";

int remove(const RunningServer& server, const httplib::Headers& user) {
  return server.client()->Delete(record, user)->status;
}

TEST(Api, AnswersBelowItsPath) {
  const Folder folder;
  const RunningServer server(options_for(folder));
  const auto list = server.get("/api/sys/webhooks?page=1&size=2", server.sign_in());
  EXPECT_EQ(list->status, 200);
  EXPECT_EQ(list->get_header_value("Content-Type"), "application/json; charset=utf-8");
  EXPECT_EQ(list->get_header_value("Cache-Control"), "no-store");
  EXPECT_NE(list->body.find("\"CurrentPageSize\":2,"), std::string::npos);
}

TEST(Api, TakesWrites) {
  const Folder folder;
  const RunningServer server(options_for(folder));
  const auto user = server.sign_in();
  EXPECT_EQ(server.client()->Put("/api/sys/webhooks", user, "{}", "application/json")->status, 400);
  const auto created = server.client()->Post(
      "/api/sys/webhooks", user, R"({"BusinessId":1414900101,"Name":"ü","Action":6,"URL":"u"})", "application/json");
  EXPECT_EQ(created->status, 200);
  EXPECT_EQ(remove(server, user), 200);
}

TEST(Api, KeepsQueriesEncodedUntilTheSandboxReadsThem) {
  const Folder folder;
  const RunningServer server(options_for(folder));
  const auto list = server.get("/api/sys/webhooks?WebHook_URL=action%3DBookingCreate%26", server.sign_in());
  EXPECT_NE(list->body.find("\"TotalItems\":0"), std::string::npos) << list->body;
}

TEST(Api, RefusesMethodsNexudusDoesNotHave) {
  const Folder folder;
  const RunningServer server(options_for(folder));
  EXPECT_EQ(server.client()->Patch(record, server.sign_in(), "{}", "application/json")->status, 405);
}

TEST(Api, AnswersThrottledCallsWithAnEmptyBody) {
  const Folder folder;
  server::Options options = options_for(folder);
  options.sandbox.limits = true;
  const RunningServer server(options);
  const auto user = server.sign_in();
  const auto client = server.client();
  auto reply = client->Get(record, user);
  for (int i = 0; i < 200 && reply->status == 200; ++i) {
    reply = client->Get(record, user);
  }
  EXPECT_EQ(reply->status, 409);
  EXPECT_EQ(reply->get_header_value("Retry-After"), "1");
  EXPECT_EQ(reply->body, "");
}

TEST(Api, AnswersManyAtOnce) {
  const Folder folder;
  const RunningServer server(options_for(folder));
  const auto user = server.sign_in();
  std::atomic<int> answered = 0;
  std::array<std::thread, 12> threads;
  for (std::thread& thread : threads) {
    thread = std::thread([&] {
      for (int call = 0; call < 10; ++call) {
        answered += server.get(record, user)->status == 200 ? 1 : 0;
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  EXPECT_EQ(answered, 120);
}

TEST(Connection, IsKeptForFurtherRequests) {
  const Folder folder;
  const RunningServer server(options_for(folder));
  const auto client = server.client();
  client->set_keep_alive(true);
  for (int i = 0; i < 20; ++i) {
    EXPECT_NE(client->Get(record)->get_header_value("Connection"), "close");
  }
}

TEST(Faults, DroppedConnectionGivesTheClientNoAnswer) {
  const Folder folder;
  const RunningServer server(options_for(folder));
  ASSERT_EQ(server.client()->Post("/sandbox/faults", R"({"kind":"drop","path":"/sys"})", "application/json")->status,
            200);
  EXPECT_FALSE(server.get(record));
  EXPECT_TRUE(server.get(record));
}

TEST(Faults, LatencyMakesOneAnswerWaitAndNoOther) {
  const Folder folder;
  const RunningServer server(options_for(folder));
  ASSERT_EQ(server.client()
                ->Post("/sandbox/faults", R"({"kind":"latency","ms":300,"path":"/sys/webhooks"})", "application/json")
                ->status,
            200);
  using Clock = std::chrono::steady_clock;
  const auto start = Clock::now();
  Clock::time_point slow_done;
  std::thread slow([&] {
    EXPECT_EQ(server.get(record)->status, 401);
    slow_done = Clock::now();
  });
  EXPECT_EQ(server.get("/api/utils/enums")->status, 401);
  const auto fast_done = Clock::now();
  slow.join();
  EXPECT_GE(slow_done - start, std::chrono::milliseconds{300});
  EXPECT_LT(fast_done, slow_done);
}

TEST(Faults, OfTheOptionsStrikeFromTheStart) {
  const Folder folder;
  server::Options options = options_for(folder);
  options.faults = {sandbox::parse_fault(R"({"kind":"html"})").value()};
  const RunningServer server(options);
  EXPECT_EQ(server.get(record)->status, 502);
  EXPECT_EQ(server.get(record)->status, 401);
}

TEST(Controls, ShowTheLog) {
  const Folder folder;
  const RunningServer server(options_for(folder));
  ASSERT_TRUE(server.get("/api/sys/businesses?size=3"));
  const auto log = server.get("/sandbox/log");
  EXPECT_EQ(log->status, 200);
  EXPECT_NE(log->body.find("\"target\":\"/sys/businesses?size=3\""), std::string::npos) << log->body;
}

TEST(DataFile, KeepsRecordsAndSignInsOverARestart) {
  const Folder folder;
  server::Options options = options_for(folder);
  options.data_file = folder / "state.sqlite";
  httplib::Headers user;
  {
    const RunningServer server(options);
    user = server.sign_in();
    ASSERT_EQ(remove(server, user), 200);
  }
  const RunningServer server(options);
  EXPECT_EQ(server.get(record, user)->status, 500);
  EXPECT_EQ(server.get("/api/sys/webhooks/87654318", user)->status, 200);
}

TEST(DataFile, HoldsAChangeAsSoonAsItIsAnswered) {
  const Folder folder;
  server::Options options = options_for(folder);
  options.data_file = folder / "state.sqlite";
  const RunningServer first(options);
  const auto user = first.sign_in();
  ASSERT_EQ(remove(first, user), 200);
  const RunningServer second(options);
  EXPECT_EQ(second.get(record, user)->status, 500);
}

TEST(DataFile, ThatIsSomethingElseIsLeftAlone) {
  const Folder folder;
  folder.write("notes.txt", "These are my notes, and no database at all.");
  server::Options options = options_for(folder);
  options.port = 0;
  options.data_file = folder / "notes.txt";
  const auto server = server::Server::create(options);
  ASSERT_FALSE(server);
  EXPECT_NE(server.error().find("notes.txt"), std::string::npos);
}

TEST(Port, ThatIsTakenIsRefusedWithASentence) {
  const Folder folder;
  server::Options options = options_for(folder);
  options.port = 0;
  const auto first = server::Server::create(options);
  ASSERT_TRUE(first);
  options.port = (*first)->port();
  const auto second = server::Server::create(options);
  ASSERT_FALSE(second);
  EXPECT_NE(second.error().find("--port"), std::string::npos);
}

}  // namespace
