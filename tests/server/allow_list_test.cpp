// What the relay lets through, and where it may lead to.
#include "server/allow_list.h"

#include <gtest/gtest.h>

#include "server/upstream_address.h"

namespace {

using nexudus::Method;

int refused(std::string_view method, const std::string& path, const std::string& query = "") {
  const auto call = server::allowed_call(method, {path, query});
  return call ? 0 : call.error().status;
}

TEST(AllowList, HoldsTheCallsOfTheEditor) {
  for (const auto& [method, path] :
       {std::pair{"GET", "/sys/webhooks"}, std::pair{"POST", "/sys/webhooks"}, std::pair{"PUT", "/sys/webhooks"},
        std::pair{"GET", "/sys/webhooks/87654321"}, std::pair{"DELETE", "/sys/webhooks/9223372036854775807"},
        std::pair{"GET", "/sys/businesses"}, std::pair{"GET", "/utils/enums"}, std::pair{"POST", "/token"}}) {
    EXPECT_EQ(refused(method, path), 0) << method << ' ' << path;
  }
}

TEST(AllowList, KeepsPathAndQueryAsTheyAre) {
  const auto call = server::allowed_call(
      "GET", {"/sys/webhooks", "page=1&WebHook_Name=%C3%A9+x&from_WebHook_CreatedOn=2025-01-01T00:00"});
  ASSERT_TRUE(call);
  EXPECT_EQ(call->method, Method::get);
  EXPECT_EQ(call->path, "/sys/webhooks");
  EXPECT_EQ(call->query, "page=1&WebHook_Name=%C3%A9+x&from_WebHook_CreatedOn=2025-01-01T00:00");
}

TEST(AllowList, RefusesOtherPaths) {
  for (const char* const path : {"/",
                                 "",
                                 "/sys",
                                 "/sys/",
                                 "/sys/webhooks/",
                                 "/sys/webhooks/1/2",
                                 "/sys/webhooks/01",
                                 "/sys/webhooks/-1",
                                 "/sys/webhooks/1a",
                                 "/sys/webhooks/12345678901234567890",
                                 "/sys/webhookss",
                                 "/SYS/webhooks",
                                 "/sys/coworkers",
                                 "//sys/webhooks",
                                 "/sys//webhooks",
                                 "/token/",
                                 "/tokens",
                                 "/utils/enums/1",
                                 "/sys/webhooks/1 ",
                                 "/%73ys/webhooks"}) {
    EXPECT_EQ(refused("GET", path), 404) << path;
  }
}

TEST(AllowList, RefusesOtherMethodsAndNamesThoseThatThereAre) {
  EXPECT_EQ(refused("DELETE", "/sys/webhooks"), 405);
  EXPECT_EQ(refused("PUT", "/sys/webhooks/1"), 405);
  EXPECT_EQ(refused("PATCH", "/sys/webhooks/1"), 405);
  EXPECT_EQ(refused("POST", "/sys/businesses"), 405);
  EXPECT_EQ(refused("GET", "/token"), 405);
  EXPECT_EQ(refused("HEAD", "/sys/webhooks"), 405);
  EXPECT_EQ(refused("get", "/sys/webhooks"), 405);
  EXPECT_EQ(refused("OPTIONS", "/token"), 405);
  EXPECT_EQ(server::allowed_methods("/sys/webhooks"), "GET, POST, PUT");
  EXPECT_EQ(server::allowed_methods("/sys/webhooks/1"), "GET, DELETE");
}

TEST(AllowList, RefusesQueriesThatAreNotEncoded) {
  for (const char* const query : {"a b", "a%", "a%2", "a%zz", "a\"", "a<b", "a\\b", "a|b", "\xc3\xa9", "a\r\nX: 1"}) {
    EXPECT_EQ(refused("GET", "/sys/webhooks", query), 400) << query;
  }
}

std::vector<std::string> names(const std::vector<nexudus::Header>& headers) {
  std::vector<std::string> found;
  found.reserve(headers.size());
  for (const nexudus::Header& header : headers) {
    found.push_back(header.name);
  }
  return found;
}

TEST(AllowList, LetsOnlyHeadersOfTheApiThroughToNexudus) {
  EXPECT_EQ(names(server::headers_for_upstream({{"Host", "a"},
                                                {"authorization", "Bearer 1"},
                                                {"Cookie", "a=b"},
                                                {"CLIENT_ID", "1"},
                                                {"Connection", "Authorization"},
                                                {"X-Forwarded-For", "10.0.0.1"},
                                                {"Origin", "http://localhost"},
                                                {"Referer", "http://localhost"},
                                                {"User-Agent", "a"},
                                                {"Content-Type", "application/json"},
                                                {"Authorization", "Bearer 2"}})),
            (std::vector<std::string>{"Authorization", "client_id", "Content-Type"}));
}

TEST(AllowList, LetsOnlyHeadersOfTheAnswerThroughToTheBrowser) {
  EXPECT_EQ(names(server::headers_for_client({{"Set-Cookie", "a=b"},
                                              {"content-type", "application/json"},
                                              {"Retry-After", "1"},
                                              {"Server", "IIS"},
                                              {"Access-Control-Allow-Origin", "*"},
                                              {"Location", "/"},
                                              {"Transfer-Encoding", "chunked"}})),
            (std::vector<std::string>{"Content-Type", "Retry-After"}));
}

TEST(UpstreamAddress, IsRead) {
  using Address = server::UpstreamAddress;
  EXPECT_EQ(server::parse_upstream_address("https://spaces.nexudus.com/api"),
            (Address{true, "spaces.nexudus.com", 443, "/api"}));
  EXPECT_EQ(server::parse_upstream_address("https://gateway.example:8443"),
            (Address{true, "gateway.example", 8443, ""}));
  EXPECT_EQ(server::parse_upstream_address("https://[2001:db8::1]:8443/a/b/"),
            (Address{true, "2001:db8::1", 8443, "/a/b"}));
  EXPECT_EQ(server::parse_upstream_address("http://127.0.0.1:9000/api"), (Address{false, "127.0.0.1", 9000, "/api"}));
  EXPECT_EQ(server::parse_upstream_address("http://[::1]/"), (Address{false, "::1", 80, ""}));
}

TEST(UpstreamAddress, IsNamedInTheHostHeader) {
  EXPECT_EQ(server::host_header({true, "a.example", 443, ""}), "a.example");
  EXPECT_EQ(server::host_header({true, "a.example", 80, ""}), "a.example:80");
  EXPECT_EQ(server::host_header({true, "2001:db8::1", 8443, ""}), "[2001:db8::1]:8443");
}

TEST(UpstreamAddress, ThatIsUnsafeOrUnreadableIsRefused) {
  for (const char* const text : {"",
                                 "spaces.nexudus.com/api",
                                 "ftp://a/api",
                                 "http://spaces.nexudus.com/api",
                                 "http://10.0.0.1/",
                                 "http://127.evil.example/",
                                 "https://",
                                 "https:///api",
                                 "https://user:password@a/api",
                                 "https://a:0/",
                                 "https://a:65536/",
                                 "https://a:b/",
                                 "https://a:/",
                                 "https://[::1",
                                 "https://[]",
                                 "https://[::1]x/",
                                 "https://a/api?b",
                                 "https://a/api#b",
                                 "https://a/../b",
                                 "https://a/%61",
                                 "https://a b/",
                                 "https://\xc3\xa9/"}) {
    EXPECT_FALSE(server::parse_upstream_address(text)) << text;
  }
}

}  // namespace
