// The relay, from the browser's side to a Nexudus that speaks TLS and to servers that misbehave.
#include <gtest/gtest.h>

#include <mutex>
#include <set>
#include <sstream>

#include "certificates.h"
#include "running_server.h"
#include "upstream_server.h"

namespace {

using namespace std::chrono_literals;
using server_test::ByteServer;
using server_test::Folder;
using server_test::Identity;
using server_test::make_identity;
using server_test::options_for;
using server_test::RunningServer;
using server_test::TlsSandbox;

const std::string record = "/api/sys/webhooks/87654301";

const Identity& authority() {
  static const Identity identity = make_identity({.name = "Authority of the tests", .authority = true});
  return identity;
}

Identity certified(const std::string& alternative_names) {
  return make_identity({.name = "localhost", .alternative_names = alternative_names}, &authority());
}

class Relay : public testing::Test {
 protected:
  Relay() : options(options_for(folder)) {
    folder.write("authority.pem", server_test::pem_of(authority()));
    options.log = [this](std::string_view line) {
      const std::lock_guard lock(guard);
      log += std::string(line) + "\n";
    };
  }

  void start(bool tls, const std::string& host, int port) {
    options.upstream.emplace();
    options.upstream->address = {tls, host, port, "/api"};
    options.upstream->ca_file = tls ? folder / "authority.pem" : "";
    options.upstream->reply_time = reply_time;
    options.upstream->largest_reply = 1'000'000;
    relay = std::make_unique<RunningServer>(options);
  }
  // Until after the relay's end, since a server waits for the connections it has open.
  TlsSandbox& serve(const Identity& identity) {
    sandbox_ = std::make_unique<TlsSandbox>(identity);
    return *sandbox_;
  }

  ByteServer& answer_with(ByteServer::Answer answer) {
    bytes_ = std::make_unique<ByteServer>(std::move(answer));
    return *bytes_;
  }

  void start(const TlsSandbox& sandbox) { start(true, "localhost", sandbox.port()); }
  void start(const ByteServer& server) { start(false, "127.0.0.1", server.port()); }

  [[nodiscard]] std::string logged() {
    const std::lock_guard lock(guard);
    return log;
  }

  Folder folder;
  server::Options options;
  std::chrono::milliseconds reply_time{20s};
  std::mutex guard;
  std::string log;
  std::unique_ptr<TlsSandbox> sandbox_;
  std::unique_ptr<ByteServer> bytes_;
  std::unique_ptr<RunningServer> relay;
};

// --- what goes through -------------------------------------------------------------------------------------------

TEST_F(Relay, PassesReadsAndWritesOn) {
  TlsSandbox& sandbox = serve(certified("DNS:localhost"));
  start(sandbox);
  const auto user = relay->sign_in();
  const auto list = relay->get("/api/sys/webhooks?page=1&size=2&WebHook_Name=a%26b", user);
  EXPECT_EQ(list->status, 200);
  EXPECT_EQ(list->get_header_value("Content-Type"), "application/json; charset=utf-8");
  EXPECT_EQ(sandbox.last().target, "/api/sys/webhooks?page=1&size=2&WebHook_Name=a%26b");
  const auto client = relay->client();
  EXPECT_EQ(client->Put("/api/sys/webhooks", user, "{}", "application/json")->status, 400);
  EXPECT_EQ(client
                ->Post("/api/sys/webhooks", user, R"({"BusinessId":1414900101,"Name":"ü","Action":6,"URL":"u"})",
                       "application/json")
                ->status,
            200);
  EXPECT_EQ(sandbox.last().body, R"({"BusinessId":1414900101,"Name":"ü","Action":6,"URL":"u"})");
  EXPECT_EQ(client->Delete(record, user)->status, 200);
}

TEST_F(Relay, PassesErrorsOfTheApiOn) {
  TlsSandbox& sandbox = serve(certified("DNS:localhost"));
  sandbox.add_header("Retry-After", "7");
  start(sandbox);
  const auto reply = relay->get(record);
  EXPECT_EQ(reply->status, 401);
  EXPECT_EQ(reply->get_header_value("Retry-After"), "7");
}

TEST_F(Relay, AnswersManyAtOnce) {
  TlsSandbox& sandbox = serve(certified("DNS:localhost"));
  start(sandbox);
  const auto user = relay->sign_in();
  std::atomic<int> answered = 0;
  std::array<std::thread, 6> threads;
  for (std::thread& thread : threads) {
    thread = std::thread([&] {
      for (int call = 0; call < 5; ++call) {
        answered += relay->get(record, user)->status == 200 ? 1 : 0;
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  EXPECT_EQ(answered, 30);
}

TEST_F(Relay, UsesAConnectionAgainForReads) {
  TlsSandbox& sandbox = serve(certified("DNS:localhost"));
  start(sandbox);
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(relay->get(record)->status, 401);
  }
  const std::vector<int> ports = sandbox.ports();
  EXPECT_EQ(std::set<int>(ports.begin(), ports.end()).size(), 1U);
}

TEST_F(Relay, SendsNoWriteOverAConnectionThatMayBeClosing) {
  TlsSandbox& sandbox = serve(certified("DNS:localhost"));
  start(sandbox);
  EXPECT_EQ(relay->get(record)->status, 401);
  EXPECT_EQ(relay->client()->Put("/api/sys/webhooks", "{}", "application/json")->status, 401);
  const std::vector<int> ports = sandbox.ports();
  EXPECT_NE(ports[0], ports[1]);
}

TEST_F(Relay, LetsOnlyHeadersOfTheApiThrough) {
  TlsSandbox& sandbox = serve(certified("DNS:localhost"));
  sandbox.add_header("Set-Cookie", "session=1");
  sandbox.add_header("Access-Control-Allow-Origin", "*");
  sandbox.add_header("X-Powered-By", "ASP.NET");
  start(sandbox);
  const auto reply = relay->get(record, {{"Authorization", "Bearer a"},
                                         {"client_id", "b"},
                                         {"Cookie", "c=d"},
                                         {"X-Forwarded-For", "10.0.0.1"},
                                         {"Origin", "http://localhost"},
                                         {"Referer", "http://localhost/"}});
  const httplib::Request arrived = sandbox.last();
  EXPECT_EQ(arrived.get_header_value("Authorization"), "Bearer a");
  EXPECT_EQ(arrived.get_header_value("client_id"), "b");
  EXPECT_EQ(arrived.get_header_value("Host"), "localhost:" + std::to_string(sandbox.port()));
  for (const char* const name : {"Cookie", "X-Forwarded-For", "Origin", "Referer", "User-Agent", "Connection"}) {
    EXPECT_FALSE(arrived.has_header(name)) << name;
  }
  for (const char* const name : {"Set-Cookie", "Access-Control-Allow-Origin", "X-Powered-By"}) {
    EXPECT_FALSE(reply->has_header(name)) << name;
  }
}

TEST_F(Relay, GuardsItsAnswersLikeThePage) {
  TlsSandbox& sandbox = serve(certified("DNS:localhost"));
  start(sandbox);
  const auto reply = relay->get(record);
  EXPECT_EQ(reply->get_header_value("Cache-Control"), "no-store");
  EXPECT_EQ(reply->get_header_value("X-Content-Type-Options"), "nosniff");
  EXPECT_EQ(reply->get_header_value("Cross-Origin-Resource-Policy"), "same-origin");
  EXPECT_EQ(reply->get_header_value("Content-Security-Policy"), "default-src 'none'; sandbox");
}

// --- what does not -----------------------------------------------------------------------------------------------

TEST_F(Relay, RefusesEverythingElseWithAReason) {
  TlsSandbox& sandbox = serve(certified("DNS:localhost"));
  start(sandbox);
  const auto client = relay->client();
  const auto path = client->Get("/api/sys/coworkers");
  EXPECT_EQ(path->status, 404);
  EXPECT_EQ(path->body.find("{\"Message\":\"The relay does not pass this address on"), 0U) << path->body;
  const auto method = client->Patch(record, "{}", "application/json");
  EXPECT_EQ(method->status, 405);
  EXPECT_EQ(method->get_header_value("Allow"), "GET, DELETE");
  EXPECT_EQ(client->Options("/api/token")->status, 405);
  EXPECT_TRUE(sandbox.ports().empty());
}

TEST_F(Relay, RefusesPagesOfOtherSites) {
  TlsSandbox& sandbox = serve(certified("DNS:localhost"));
  start(sandbox);
  EXPECT_EQ(relay->get(record, {{"Sec-Fetch-Site", "cross-site"}})->status, 403);
  EXPECT_EQ(relay->get(record, {{"Sec-Fetch-Site", "same-site"}})->status, 403);
  EXPECT_EQ(relay->get(record, {{"Sec-Fetch-Site", "same-origin"}})->status, 401);
  EXPECT_EQ(sandbox.ports().size(), 1U);
}

TEST_F(Relay, HasNoSandboxAndNoControls) {
  TlsSandbox& sandbox = serve(certified("DNS:localhost"));
  start(sandbox);
  EXPECT_EQ(relay->get("/sandbox/log")->status, 404);
  EXPECT_EQ(relay->client()->Post("/sandbox/reset")->status, 405);
}

TEST_F(Relay, ServesTheFolderBeside) {
  folder.write("index.html", "<!doctype html>");
  TlsSandbox& sandbox = serve(certified("DNS:localhost"));
  start(sandbox);
  EXPECT_EQ(relay->get("/")->body, "<!doctype html>");
}

TEST_F(Relay, LogsALineForEachCallWithNothingSecret) {
  TlsSandbox& sandbox = serve(certified("DNS:localhost"));
  start(sandbox);
  const auto client = relay->client();
  client->Post("/api/token", "grant_type=password&username=secret-user&password=secret-word",
               "application/x-www-form-urlencoded");
  client->Get("/api/sys/webhooks?WebHook_URL=secret-query", {{"Authorization", "Bearer secret-token"}});
  client->Get("/api/sys/secret-path?secret-query");
  client->Patch("/api/token?secret-query", "secret-body", "text/plain");
  const std::string text = logged();
  EXPECT_EQ(text.find("secret"), std::string::npos) << text;
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    lines.push_back(line.substr(0, line.rfind(' ', line.rfind(' ') - 1)));
  }
  EXPECT_EQ(lines, (std::vector<std::string>{"POST /token 400", "GET /sys/webhooks 401", "GET (not in the list) 404",
                                             "PATCH /token 405"}));
}

// --- certificates ------------------------------------------------------------------------------------------------

TEST_F(Relay, TrustsACertificateForAnAddressInNumbers) {
  TlsSandbox& sandbox = serve(certified("IP:127.0.0.1"));
  start(true, "127.0.0.1", sandbox.port());
  EXPECT_EQ(relay->get(record)->status, 401);
}

class Untrusted : public Relay {
 protected:
  // Nothing may arrive, and the reason is told.
  void expect_refused(const Identity& identity, const std::string& reason) {
    TlsSandbox& sandbox = serve(identity);
    start(sandbox);
    const auto reply = relay->client()->Post("/api/token", "grant_type=password", "application/x-www-form-urlencoded");
    EXPECT_EQ(reply->status, 502);
    EXPECT_NE(reply->body.find("does not trust the certificate of localhost"), std::string::npos) << reply->body;
    EXPECT_NE(reply->body.find(reason), std::string::npos) << reply->body;
    EXPECT_TRUE(sandbox.ports().empty());
  }
};

TEST_F(Untrusted, CertificateOfAnotherHost) { expect_refused(certified("DNS:other.example"), "hostname mismatch"); }

TEST_F(Untrusted, CertificateThatNamesTheHostInItsSubjectOnly) { expect_refused(certified(""), "hostname mismatch"); }

TEST_F(Untrusted, CertificateThatHasExpired) {
  expect_refused(
      make_identity({.name = "a", .alternative_names = "DNS:localhost", .from = -7'200, .to = -3'600}, &authority()),
      "certificate has expired");
}

TEST_F(Untrusted, CertificateThatIsNotValidYet) {
  expect_refused(
      make_identity({.name = "a", .alternative_names = "DNS:localhost", .from = 3'600, .to = 7'200}, &authority()),
      "not yet valid");
}

TEST_F(Untrusted, CertificateOfAnUnknownAuthority) {
  const Identity unknown = make_identity({.name = "Unknown", .authority = true});
  expect_refused(make_identity({.name = "a", .alternative_names = "DNS:localhost"}, &unknown),
                 "unable to get local issuer");
}

TEST_F(Untrusted, CertificateThatSignedItself) {
  expect_refused(make_identity({.name = "a", .alternative_names = "DNS:localhost"}), "self-signed certificate");
}

TEST_F(Untrusted, CertificateSignedByOneThatIsNoAuthority) {
  const Identity leaf = certified("DNS:localhost");
  expect_refused(make_identity({.name = "a", .alternative_names = "DNS:localhost"}, &leaf),
                 "unable to get local issuer");
}

TEST_F(Relay, NeedsAReadableFileOfAuthorities) {
  folder.write("notes.txt", "no certificate");
  options.port = 0;
  options.upstream.emplace();
  options.upstream->address = {true, "localhost", 1, ""};
  options.upstream->ca_file = folder / "notes.txt";
  const auto created = server::Server::create(options);
  ASSERT_FALSE(created);
  EXPECT_NE(created.error().find("notes.txt"), std::string::npos);
}

// --- an upstream that is not there, or misbehaves ----------------------------------------------------------------

class Misbehaving : public Relay {
 protected:
  void expect_failure(int status, const std::string& reason) const {
    const auto reply = relay->get(record);
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->status, status);
    EXPECT_EQ(reply->get_header_value("Content-Type"), "application/json; charset=utf-8");
    EXPECT_NE(reply->body.find("{\"Message\":\""), std::string::npos) << reply->body;
    EXPECT_NE(reply->body.find(reason), std::string::npos) << reply->body;
  }
};

void send(int socket, std::string_view text) { ::send(socket, text.data(), text.size(), MSG_NOSIGNAL); }

TEST_F(Misbehaving, NobodyListens) {
  int port = 0;
  {
    const ByteServer gone([](int) {});
    port = gone.port();
  }
  start(false, "127.0.0.1", port);
  expect_failure(502, "Connection refused");
}

TEST_F(Misbehaving, NameIsUnknown) {
  start(true, "nobody.invalid", 443);
  expect_failure(502, "nobody.invalid");
}

TEST_F(Misbehaving, NoTls) {
  ByteServer& plain = answer_with([](int socket) { send(socket, "HTTP/1.1 400 Bad Request\r\n\r\n"); });
  start(true, "127.0.0.1", plain.port());
  expect_failure(502, "cannot agree on TLS");
}

TEST_F(Misbehaving, Redirects) {
  ByteServer& server = answer_with([](int socket) {
    send(socket, "HTTP/1.1 302 Found\r\nLocation: https://login.example/?secret=1\r\nContent-Length: 0\r\n\r\n");
  });
  start(server);
  expect_failure(502, "redirects (302) to login.example, and the relay does not follow");
  EXPECT_FALSE(relay->get(record)->has_header("Location"));
}

TEST_F(Misbehaving, SaysNothing) {
  reply_time = 200ms;
  ByteServer& server = answer_with([](int socket) {
    char byte = 0;
    while (recv(socket, &byte, 1, 0) > 0) {
    }
  });
  start(server);
  expect_failure(504, "did not answer the relay in time");
}

TEST_F(Misbehaving, Drips) {
  reply_time = 300ms;
  ByteServer& server = answer_with([](int socket) {
    send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
    while (::send(socket, "a", 1, MSG_NOSIGNAL) == 1) {
      std::this_thread::yield();
    }
  });
  start(server);
  EXPECT_GE(relay->get(record)->status, 502);
}

TEST_F(Misbehaving, SendsWithoutEnd) {
  ByteServer& server = answer_with([](int socket) {
    send(socket, "HTTP/1.1 200 OK\r\n\r\n");
    const std::string part(10'000, 'a');
    while (::send(socket, part.data(), part.size(), MSG_NOSIGNAL) > 0) {
    }
  });
  start(server);
  expect_failure(502, "larger than the relay passes on (1000 KB)");
}

TEST_F(Misbehaving, SendsHeadersWithoutEnd) {
  ByteServer& server = answer_with([](int socket) {
    send(socket, "HTTP/1.1 200 OK\r\n");
    while (::send(socket, "X: 1\r\n", 6, MSG_NOSIGNAL) > 0) {
    }
  });
  start(server);
  expect_failure(502, "larger than the relay passes on");
}

TEST_F(Misbehaving, BreaksOff) {
  ByteServer& server =
      answer_with([](int socket) { send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"); });
  start(server);
  expect_failure(502, "cannot read the answer");
}

TEST_F(Misbehaving, ClosesAtOnce) {
  ByteServer& server = answer_with([](int) {});
  start(server);
  expect_failure(502, "look whether it was made before you try again");
}

TEST_F(Misbehaving, SpeaksAnotherProtocol) {
  ByteServer& server = answer_with([](int socket) { send(socket, "220 mail.example ESMTP\r\n\r\n"); });
  start(server);
  expect_failure(502, "cannot read the answer");
}

TEST_F(Misbehaving, SendsAHeaderThatWouldBecomeTwo) {
  ByteServer& server = answer_with([](int socket) {
    send(socket, "HTTP/1.1 200 OK\r\nContent-Type: a\rSet-Cookie: b\r\nContent-Length: 0\r\n\r\n");
  });
  start(server);
  expect_failure(502, "control character");
}

TEST_F(Misbehaving, KeepsNobodyFromStoppingTheRelay) {
  ByteServer& server = answer_with([](int socket) {
    char byte = 0;
    while (recv(socket, &byte, 1, 0) > 0) {
    }
  });
  start(server);
  const auto begin = std::chrono::steady_clock::now();
  std::thread caller([client = relay->client()] { (void)client->Get(record); });
  // The files are served meanwhile.
  EXPECT_EQ(relay->get("/nothing")->status, 404);
  relay.reset();
  caller.join();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 10s);
}

}  // namespace
