// The built folder as browsers get it.
#include <gtest/gtest.h>

#include "running_server.h"

namespace {

using server_test::Folder;
using server_test::options_for;
using server_test::RunningServer;

class StaticFiles : public testing::Test {
 protected:
  StaticFiles() {
    folder.write("index.html", "<!doctype html>");
    folder.write("app.js", "let a = 1;");
    folder.write("app.wasm", "wasm");
    folder.write("app-4F2K9QZB.js", "hashed");
    folder.write("notes.unknown", "?");
    folder.write("sub/index.html", "below");
    folder.write(".hidden", "secret");
    outside.write("secret.txt", "secret");
    std::filesystem::create_symlink(outside / "secret.txt", folder.path() / "link.txt");
    server = std::make_unique<RunningServer>(options_for(folder));
  }

  [[nodiscard]] int status(const std::string& target) const { return server->get(target)->status; }
  [[nodiscard]] std::string type(const std::string& target) const {
    return server->get(target)->get_header_value("Content-Type");
  }

  Folder folder;
  Folder outside;
  std::unique_ptr<RunningServer> server;
};

TEST_F(StaticFiles, SlashIsTheIndexPage) {
  const auto page = server->get("/");
  EXPECT_EQ(page->status, 200);
  EXPECT_EQ(page->body, "<!doctype html>");
}

TEST_F(StaticFiles, HaveTheirTypes) {
  EXPECT_EQ(type("/"), "text/html; charset=utf-8");
  EXPECT_EQ(type("/app.js"), "text/javascript; charset=utf-8");
  EXPECT_EQ(type("/app.wasm"), "application/wasm");
  EXPECT_EQ(type("/notes.unknown"), "application/octet-stream");
}

TEST_F(StaticFiles, PagesCarryTheContentSecurityPolicy) {
  EXPECT_EQ(server->get("/")->get_header_value("Content-Security-Policy"),
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
            "connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
            "form-action 'none'; "
            "require-trusted-types-for 'script'; trusted-types service-worker");
}

TEST_F(StaticFiles, PagesMayCallTheOriginsThatWereNamed) {
  server::Options options = options_for(folder);
  options.connect = {"https://login.example.com", "https://api.example.com"};
  const RunningServer open(options);
  const std::string policy = open.get("/")->get_header_value("Content-Security-Policy");
  EXPECT_NE(policy.find("connect-src 'self' https://login.example.com https://api.example.com; "), std::string::npos)
      << policy;
}

TEST_F(StaticFiles, AndEverythingElseCarryTheStrictHeaders) {
  for (const char* const target : {"/", "/app.js", "/missing", "/api/sys/webhooks"}) {
    const auto reply = server->get(target);
    EXPECT_EQ(reply->get_header_value("X-Content-Type-Options"), "nosniff") << target;
    EXPECT_EQ(reply->get_header_value("Referrer-Policy"), "no-referrer") << target;
    EXPECT_EQ(reply->get_header_value("Cross-Origin-Opener-Policy"), "same-origin") << target;
    EXPECT_NE(reply->get_header_value("Permissions-Policy").find("camera=()"), std::string::npos) << target;
  }
}

TEST_F(StaticFiles, AreForTheirOwnOriginOnly) {
  EXPECT_EQ(server->get("/app.js")->get_header_value("Cross-Origin-Resource-Policy"), "same-origin");
}

// The API does not send this header either: with it, a page elsewhere could not tell a refusal from a dead line.
TEST_F(StaticFiles, AreGuardedMoreStrictlyThanTheApi) {
  EXPECT_FALSE(server->get("/api/sys/webhooks")->has_header("Cross-Origin-Resource-Policy"));
}

TEST_F(StaticFiles, EndTheirConnectionsOnlyWhenToldTo) {
  const httplib::Headers asking{{"Connection", "keep-alive"}};
  EXPECT_NE(server->get("/", asking)->get_header_value("Connection"), "close");
  server::Options options = options_for(folder);
  options.keep_alive = false;
  EXPECT_EQ(RunningServer(options).get("/", asking)->get_header_value("Connection"), "close");
}

TEST_F(StaticFiles, AreSentCompressedToBrowsersThatUnderstandIt) {
  folder.write("app.js.br", "brotli");
  folder.write("app.js.gz", "gzip");
  const auto both = server->get("/app.js", {{"Accept-Encoding", "gzip, deflate, br"}});
  EXPECT_EQ(both->body, "brotli");
  EXPECT_EQ(both->get_header_value("Content-Encoding"), "br");
  EXPECT_EQ(both->get_header_value("Vary"), "Accept-Encoding");
  EXPECT_EQ(both->get_header_value("Content-Type"), "text/javascript; charset=utf-8");
  EXPECT_EQ(server->get("/app.js", {{"Accept-Encoding", "gzip;q=0.5, br;q=0"}})->body, "gzip");
  EXPECT_EQ(server->get("/app.js", {{"Accept-Encoding", "identity"}})->body, "let a = 1;");
}

TEST_F(StaticFiles, AreNotReplacedByOlderCompressedOnes) {
  folder.write("app.js.br", "outdated");
  const auto now = std::filesystem::last_write_time(folder.path() / "app.js");
  std::filesystem::last_write_time(folder.path() / "app.js.br", now - std::chrono::hours{1});
  EXPECT_EQ(server->get("/app.js", {{"Accept-Encoding", "br"}})->body, "let a = 1;");
}

TEST_F(StaticFiles, AreNotSentAgainWhileUnchanged) {
  const auto first = server->get("/app.js");
  EXPECT_EQ(first->get_header_value("Cache-Control"), "no-cache");
  const std::string tag = first->get_header_value("ETag");
  const auto again = server->get("/app.js", {{"If-None-Match", "\"other\", W/" + tag}});
  EXPECT_EQ(again->status, 304);
  EXPECT_EQ(again->body, "");
  EXPECT_EQ(again->get_header_value("ETag"), tag);

  folder.write("app.js", "let a = 2;");
  EXPECT_EQ(server->get("/app.js", {{"If-None-Match", tag}})->body, "let a = 2;");
}

TEST_F(StaticFiles, WithAHashInTheNameAreKeptForGood) {
  EXPECT_EQ(server->get("/app-4F2K9QZB.js")->get_header_value("Cache-Control"), "public, max-age=31536000, immutable");
}

TEST_F(StaticFiles, OutsideTheFolderAreNotFound) {
  for (const char* const target : {"//etc/passwd", "/link.txt", "/.hidden", "/sub/..hidden"}) {
    const auto reply = server->get(target);
    EXPECT_EQ(reply->status, 404) << target;
    EXPECT_EQ(reply->body.find("root:"), std::string::npos) << target;
  }
}

TEST_F(StaticFiles, AreNotReachedByTricks) {
  for (const char* const target : {"/../", "/..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd",
                                   "/sub/../../etc/passwd", "/..\\..\\etc\\passwd", "/%5c..%5cetc", "/%00"}) {
    const auto reply = server->get(target);
    EXPECT_EQ(reply->status, 400) << target;
    EXPECT_EQ(reply->body.find("root:"), std::string::npos) << target;
  }
}

TEST_F(StaticFiles, InFoldersAreFoundBehindASlash) {
  EXPECT_EQ(server->get("/sub/")->body, "below");
  const auto redirect = server->get("/sub");
  EXPECT_EQ(redirect->status, 301);
  EXPECT_EQ(redirect->get_header_value("Location"), "sub/");
}

TEST_F(StaticFiles, AreOnlyRead) {
  EXPECT_EQ(server->client()->Post("/app.js", "x", "text/plain")->status, 405);
  EXPECT_EQ(server->client()->Options("/app.js")->status, 405);
}

TEST_F(StaticFiles, AnswerHeadWithoutTheContent) {
  const auto reply = server->client()->Head("/app.js");
  EXPECT_EQ(reply->status, 200);
  EXPECT_EQ(reply->get_header_value("Content-Length"), "10");
}

TEST(Mounts, ServeAnotherFolderUnderAPath) {
  const Folder root;
  const Folder plain;
  root.write("index.html", "root");
  plain.write("index.html", "plain");
  server::Options options = options_for(root);
  options.also = {{plain.path().string(), "/plain"}};
  const RunningServer server(options);
  EXPECT_EQ(server.get("/plain/index.html")->body, "plain");
  EXPECT_EQ(server.get("/plain")->get_header_value("Location"), "/plain/");
  EXPECT_EQ(server.get("/")->body, "root");
  EXPECT_EQ(server.get("/plainer")->status, 404);
}

}  // namespace
