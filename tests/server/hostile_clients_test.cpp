// Clients that are slow, many, wrong or malicious: each gets a clean refusal, and nobody else notices.
#include <gtest/gtest.h>

#include <sys/resource.h>

#include <algorithm>
#include <vector>

#include "raw_connection.h"
#include "running_server.h"

namespace {

using namespace std::chrono_literals;
using server_test::Folder;
using server_test::options_for;
using server_test::RawConnection;
using server_test::RunningServer;

const std::string request = "GET /app.js HTTP/1.1\r\nHost: a\r\n\r\n";
const std::string last_request = "GET /app.js HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

class HostileClients : public testing::Test {
 protected:
  HostileClients() {
    folder.write("app.js", "let a = 1;");
    options = options_for(folder);
  }

  void start() { server = std::make_unique<RunningServer>(options); }
  [[nodiscard]] std::string answer(std::string_view bytes) const {
    RawConnection client(server->port());
    client.send(bytes);
    return client.read_all();
  }

  Folder folder;
  server::Options options;
  std::unique_ptr<RunningServer> server;
};

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) {
    ++found;
  }
  return found;
}

std::size_t open_descriptors() {
  const std::filesystem::directory_iterator all("/proc/self/fd");
  return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

// A server without connections has its port and its alarm.
constexpr std::size_t descriptors_of_a_server = 2;

// Whether so many are left in the end, and no more.
bool falls_to(std::size_t count) {
  const auto begin = std::chrono::steady_clock::now();
  while (open_descriptors() > count && std::chrono::steady_clock::now() - begin < 10s) {
    std::this_thread::yield();
  }
  return open_descriptors() == count;
}

TEST_F(HostileClients, GetAReasonInJsonAndTheConnectionEnds) {
  start();
  const std::string reply = answer("GET /../ HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_TRUE(reply.starts_with("HTTP/1.1 400 Bad Request\r\n")) << reply;
  EXPECT_NE(reply.find("\r\nConnection: close\r\n"), std::string::npos) << reply;
  EXPECT_NE(reply.find("\r\nContent-Type: application/json"), std::string::npos) << reply;
  EXPECT_NE(reply.find("{\"Message\":\"The address holds the path segment"), std::string::npos) << reply;
}

TEST_F(HostileClients, CannotSmuggleASecondRequest) {
  start();
  const std::string hidden = "GET /sandbox/log HTTP/1.1\r\nHost: a\r\n\r\n";
  for (const std::string& headers :
       {std::string("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"),
        std::string("Content-Length: 5\r\nContent-Length: 0\r\n"), std::string("Transfer-Encoding: xchunked\r\n"),
        std::string("X: 1\r\n Transfer-Encoding: chunked\r\n")}) {
    std::string smuggling = "POST /sandbox/reset HTTP/1.1\r\nHost: a\r\n";
    smuggling.append(headers).append("\r\n0\r\n\r\n").append(hidden);
    const std::string reply = answer(smuggling);
    EXPECT_EQ(count(reply, "HTTP/1.1 "), 1U) << reply;
    EXPECT_TRUE(reply.starts_with("HTTP/1.1 400") || reply.starts_with("HTTP/1.1 501")) << reply;
  }
}

TEST_F(HostileClients, ThatSendByteByByteAreServedAllTheSame) {
  start();
  RawConnection client(server->port());
  for (const char byte : last_request) {
    client.send({&byte, 1});
  }
  EXPECT_TRUE(client.read_all().ends_with("let a = 1;"));
}

TEST_F(HostileClients, ThatSendSeveralRequestsAtOnceGetTheirAnswersInOrder) {
  start();
  const std::string reply = answer(request + "GET /missing HTTP/1.1\r\nHost: a\r\n\r\n" + last_request);
  EXPECT_EQ(count(reply, "HTTP/1.1 200"), 2U) << reply;
  EXPECT_LT(reply.find("HTTP/1.1 200"), reply.find("HTTP/1.1 404"));
  EXPECT_TRUE(reply.ends_with("let a = 1;"));
}

TEST_F(HostileClients, MaySendBodiesInChunks) {
  start();
  const std::string reply = answer(
      "POST /sandbox/faults HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
      "8\r\n{\"kind\":\r\n7\r\n\"drop\"}\r\n0\r\n\r\n");
  EXPECT_TRUE(reply.starts_with("HTTP/1.1 200")) << reply;
}

TEST_F(HostileClients, AreAskedForTheBodyTheyHoldBack) {
  start();
  RawConnection client(server->port());
  client.send(
      "POST /sandbox/faults HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 15\r\nExpect: "
      "100-continue\r\n\r\n");
  EXPECT_EQ(client.read_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
  client.send(R"({"kind":"drop"})");
  EXPECT_TRUE(client.read_all().starts_with("HTTP/1.1 200"));
}

TEST_F(HostileClients, ReadTheRefusalOfABodyTheyAreStillSending) {
  start();
  RawConnection client(server->port());
  client.send("POST /api/token HTTP/1.1\r\nHost: a\r\nContent-Length: 5000000\r\n\r\n");
  client.send(std::string(5'000'000, 'a'));
  EXPECT_TRUE(client.read_all().starts_with("HTTP/1.1 413"));
}

TEST_F(HostileClients, ThatDoNotFinishTheirRequestAreToldSo) {
  options.limits.request_time = 100ms;
  start();
  EXPECT_TRUE(answer("GET /app.js HTTP/1.1\r\nHost").starts_with("HTTP/1.1 408"));
}

TEST_F(HostileClients, ThatDripKeepNoConnectionForLong) {
  options.limits.request_time = 200ms;
  start();
  RawConnection client(server->port());
  const auto begin = std::chrono::steady_clock::now();
  while (client.send("a") && std::chrono::steady_clock::now() - begin < 10s) {
    std::this_thread::yield();
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 5s);
}

TEST_F(HostileClients, ThatSayNothingAreDropped) {
  options.limits.request_time = 100ms;
  start();
  EXPECT_EQ(answer(""), "");
}

TEST_F(HostileClients, ThatKeepAConnectionIdleAreDropped) {
  options.limits.idle_time = 100ms;
  start();
  const std::string reply = answer(request);
  EXPECT_TRUE(reply.ends_with("let a = 1;")) << reply;
}

TEST_F(HostileClients, ThatDoNotReadTheirReplyAreDropped) {
  options.limits.write_time = 100ms;
  std::string large;
  large.resize(12'000'000, 'a');
  folder.write("large", large);
  const std::size_t before = open_descriptors();
  start();
  RawConnection client(server->port());
  client.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_TRUE(client.read_until("\r\n\r\n").starts_with("HTTP/1.1 200"));
  // Their own descriptor is left, the server's goes.
  EXPECT_TRUE(falls_to(before + descriptors_of_a_server + 1));
}

TEST_F(HostileClients, ThatStallByTheHundredKeepNobodyElseWaiting) {
  start();
  std::vector<std::unique_ptr<RawConnection>> stalled;
  for (int i = 0; i < 300; ++i) {
    stalled.push_back(std::make_unique<RawConnection>(server->port()));
    stalled.back()->send("POST /api/token HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf");
  }
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(server->get("/app.js")->status, 200);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 2s);
}

// Both ends are in this program.
bool may_open(rlim_t descriptors) {
  rlimit limit{};
  getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = std::max(limit.rlim_cur, std::min(descriptors, limit.rlim_max));
  setrlimit(RLIMIT_NOFILE, &limit);
  return limit.rlim_cur >= descriptors;
}

TEST_F(HostileClients, MayBeAThousand) {
  if (!may_open(4'000)) {
    GTEST_SKIP() << "This system allows fewer than 4,000 descriptors.";
  }
  // With sanitizers and much else to do a machine may need long for so many.
  options.limits.request_time = 60s;
  const std::size_t before = open_descriptors();
  start();
  {
    std::vector<std::unique_ptr<RawConnection>> clients;
    for (int i = 0; i < 1'000; ++i) {
      clients.push_back(std::make_unique<RawConnection>(server->port()));
      ASSERT_TRUE(clients.back()->send(last_request.substr(0, 20)));
    }
    std::size_t served = 0;
    for (const auto& client : clients) {
      client->send(last_request.substr(20));
    }
    for (const auto& client : clients) {
      served += client->read_all().ends_with("let a = 1;") ? 1 : 0;
    }
    EXPECT_EQ(served, 1'000U);
  }
  EXPECT_EQ(server->get("/app.js")->status, 200);
  EXPECT_TRUE(falls_to(before + descriptors_of_a_server));
}

TEST_F(HostileClients, BeyondTheLimitAreRefusedWithAReason) {
  options.limits.connections = 20;
  start();
  std::vector<std::unique_ptr<RawConnection>> busy;
  for (int i = 0; i < 20; ++i) {
    busy.push_back(std::make_unique<RawConnection>(server->port()));
    busy.back()->send("GET / HTTP");
  }
  const std::string reply = answer(last_request);
  EXPECT_TRUE(reply.starts_with("HTTP/1.1 503")) << reply;
  EXPECT_NE(reply.find("{\"Message\":\"Too many connections"), std::string::npos) << reply;
}

TEST_F(HostileClients, ThatAreIdleMakeRoomForOthers) {
  options.limits.connections = 20;
  start();
  std::vector<std::unique_ptr<RawConnection>> idle;
  for (int i = 0; i < 40; ++i) {
    idle.push_back(std::make_unique<RawConnection>(server->port()));
    idle.back()->send(request);
    ASSERT_TRUE(idle.back()->read_until("let a = 1;").starts_with("HTTP/1.1 200"));
  }
}

TEST_F(HostileClients, SendingTooMuchTogetherAreRefused) {
  options.limits.all_requests = 1'000'000;
  start();
  std::vector<std::unique_ptr<RawConnection>> clients;
  for (int i = 0; i < 4; ++i) {
    clients.push_back(std::make_unique<RawConnection>(server->port()));
    clients.back()->send("POST /api/token HTTP/1.1\r\nHost: a\r\nContent-Length: 900000\r\n\r\n" +
                         std::string(400'000, 'a'));
  }
  std::size_t refused = 0;
  for (const auto& client : clients) {
    client->send(std::string(500'000, 'a'));
    refused += client->read_until("\r\n\r\n").starts_with("HTTP/1.1 503") ? 1 : 0;
  }
  EXPECT_GE(refused, 1U);
  EXPECT_EQ(server->get("/app.js")->status, 200);
}

}  // namespace
