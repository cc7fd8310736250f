// Requests and replies out of bytes: what is taken, and what is refused because two programs could read it differently.
#include <gtest/gtest.h>

#include <algorithm>

#include "server/reply_reader.h"
#include "server/request_reader.h"

namespace {

using Next = std::optional<tl::expected<server::IncomingRequest, server::Rejection>>;

constexpr std::size_t largest_body = 1'000;

Next read(std::string_view bytes) {
  server::RequestReader reader(largest_body);
  reader.append(bytes);
  return reader.next();
}

/// What comes first out of bytes that arrive a few at a time.
Next read_in_parts(std::string_view bytes, std::size_t part) {
  server::RequestReader reader(largest_body);
  Next next;
  while (!next && !bytes.empty()) {
    reader.append(bytes.substr(0, part));
    bytes.remove_prefix(std::min(part, bytes.size()));
    next = reader.next();
  }
  return next;
}

int refused(std::string_view bytes) {
  const Next next = read(bytes);
  return next && !*next ? next->error().status : 0;
}

std::string with(std::string_view headers) { return "POST /api/token HTTP/1.1\r\nHost: a\r\n" + std::string(headers); }

TEST(RequestReader, ReadsMethodAddressHeadersAndBody) {
  const Next next =
      read("PUT /api/sys/webhooks?a=%20 HTTP/1.1\r\nHost: a\r\nX-One:  two \r\nContent-Length: 3\r\n\r\nabc");
  ASSERT_TRUE(next && *next);
  EXPECT_EQ((*next)->head.method, "PUT");
  EXPECT_EQ((*next)->target.path, "/api/sys/webhooks");
  EXPECT_EQ((*next)->target.query, "a=%20");
  EXPECT_EQ((*next)->head.headers[1], (nexudus::Header{"X-One", "two"}));
  EXPECT_EQ((*next)->body, "abc");
  EXPECT_TRUE((*next)->keep_alive);
}

TEST(RequestReader, GivesTheSameHoweverTheBytesAreCut) {
  const std::string bytes =
      with("Transfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nTrailer: t\r\n\r\n");
  server::RequestReader reader(largest_body);
  Next next;
  for (const char byte : bytes) {
    ASSERT_FALSE(next);
    reader.append({&byte, 1});
    next = reader.next();
  }
  ASSERT_TRUE(next && *next);
  EXPECT_EQ((*next)->body, "abcde");
  EXPECT_FALSE(reader.has_begun());
}

TEST(RequestReader, SkipsOneEmptyLineBeforeARequestAndNotASecondHoweverTheBytesAreCut) {
  const std::string request = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
  for (const std::size_t part : {1U, 2U, 3U, 30U, 100U}) {
    const Next one = read_in_parts("\r\n" + request, part);
    EXPECT_TRUE(one && *one) << part;
    const Next two = read_in_parts("\r\n\r\n" + request, part);
    ASSERT_TRUE(two && !*two) << part;
    EXPECT_EQ(two->error().status, 400) << part;
  }
}

TEST(RequestReader, ReadsRequestsOneAfterTheOther) {
  server::RequestReader reader(largest_body);
  reader.append("GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.0\r\n\r\n");
  EXPECT_EQ((*reader.next())->target.path, "/1");
  const Next second = reader.next();
  EXPECT_EQ((*second)->target.path, "/2");
  EXPECT_FALSE((*second)->keep_alive);
  EXPECT_FALSE(reader.next());
}

TEST(RequestReader, WaitsForTheRest) {
  EXPECT_FALSE(read("GET / HTTP/1.1\r\nHost: a\r\n"));
  EXPECT_FALSE(read(with("Content-Length: 3\r\n\r\nab")));
  EXPECT_FALSE(read(with("Transfer-Encoding: chunked\r\n\r\n0\r\n")));
}

TEST(RequestReader, TellsThatTheClientWaitsToBeAskedForTheBody) {
  server::RequestReader reader(largest_body);
  reader.append(with("Content-Length: 3\r\nExpect: 100-continue\r\n\r\n"));
  EXPECT_FALSE(reader.next());
  EXPECT_TRUE(reader.take_expectation());
  EXPECT_FALSE(reader.take_expectation());
}

struct Bad {
  std::string what;
  std::string bytes;
  int status;
};

class BadRequest : public testing::TestWithParam<Bad> {};

TEST_P(BadRequest, IsRefused) { EXPECT_EQ(refused(GetParam().bytes), GetParam().status); }

const std::string chunked = with("Transfer-Encoding: chunked\r\n\r\n");

INSTANTIATE_TEST_SUITE_P(
    Smuggling, BadRequest,
    testing::Values(
        Bad{"LengthAndChunks", with("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), 400},
        Bad{"ChunksAndLength", with("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n"), 400},
        Bad{"TwoLengths", with("Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc"), 400},
        Bad{"TwiceTheSameLength", with("Content-Length: 3\r\ncontent-length: 3\r\n\r\nabc"), 400},
        Bad{"ListOfLengths", with("Content-Length: 3, 3\r\n\r\nabc"), 400},
        Bad{"LengthWithSign", with("Content-Length: +3\r\n\r\nabc"), 400},
        Bad{"NegativeLength", with("Content-Length: -3\r\n\r\nabc"), 400},
        Bad{"HexadecimalLength", with("Content-Length: 0x3\r\n\r\nabc"), 400},
        Bad{"EmptyLength", with("Content-Length: \r\n\r\nabc"), 400},
        Bad{"EnormousLength", with("Content-Length: 99999999999999999999\r\n\r\n"), 413},
        Bad{"OtherCoding", with("Transfer-Encoding: gzip\r\n\r\n"), 501},
        Bad{"CodingList", with("Transfer-Encoding: gzip, chunked\r\n\r\n"), 501},
        Bad{"MisspeltCoding", with("Transfer-Encoding: xchunked\r\n\r\n"), 501},
        Bad{"TwoCodings", with("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n"), 400},
        Bad{"CodingInOldHttp", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        Bad{"SpaceBeforeColon", with("Content-Length : 3\r\n\r\nabc"), 400},
        Bad{"FoldedHeader", with("X-One: 1\r\n two\r\n\r\n"), 400},
        Bad{"FoldedFirstHeader", "GET / HTTP/1.1\r\n Host: a\r\n\r\n", 400},
        Bad{"BareLineFeeds", "GET / HTTP/1.1\nHost: a\n\nX: 1\r\n\r\n", 400},
        Bad{"BareLineFeedInHeader", with("X-One: 1\nContent-Length: 3\r\n\r\n"), 400},
        Bad{"BareReturnInHeader", with("X-One: 1\rContent-Length: 3\r\n\r\n"), 400},
        Bad{"NulInHeader", with(std::string_view("X-One: \0\r\n\r\n", 12)), 400},
        Bad{"HeaderWithoutName", with(": 3\r\n\r\n"), 400}, Bad{"HeaderWithoutColon", with("nonsense\r\n\r\n"), 400},
        Bad{"ChunkSizeIsNoNumber", chunked + "x\r\n", 400}, Bad{"ChunkSizeWithSign", chunked + "-1\r\n", 400},
        Bad{"ChunkSizeWithPrefix", chunked + "0x3\r\nabc\r\n", 400},
        Bad{"ChunkSizeWithSpace", chunked + "3 \r\nabc\r\n", 400}, Bad{"EmptyChunkSize", chunked + "\r\n", 400},
        Bad{"EnormousChunkSize", chunked + "ffffffffffffffffff\r\n", 413},
        Bad{"ChunkLongerThanItSays", chunked + "3\r\nabcd\r\n", 400},
        Bad{"ChunkSizeEndsInLineFeed", chunked + "3\nabc\r\n", 400},
        Bad{"ReturnInChunkExtension", chunked + "3;\rx\r\nabc\r\n", 400}),
    [](const auto& info) { return info.param.what; });

INSTANTIATE_TEST_SUITE_P(Form, BadRequest,
                         testing::Values(Bad{"NoHost", "GET / HTTP/1.1\r\n\r\n", 400},
                                         Bad{"TwoHosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
                                         Bad{"NewerVersion", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505},
                                         Bad{"NoVersion", "GET /\r\n\r\n", 400},
                                         Bad{"OddVersion", "GET / HTTP/1.1x\r\nHost: a\r\n\r\n", 400},
                                         Bad{"Spaces", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", 400},
                                         Bad{"MethodIsNoWord", "G(T / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
                                         Bad{"NotHttp", std::string("\x16\x03\x01\x02\x00\r\n\r\n", 9), 400}),
                         [](const auto& info) { return info.param.what; });

INSTANTIATE_TEST_SUITE_P(
    Size, BadRequest,
    testing::Values(Bad{"LongAddress",
                        "GET /" + std::string(server::largest_request_line, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", 414},
                    Bad{"AddressWithoutEnd", "GET /" + std::string(server::largest_request_line, 'a'), 414},
                    Bad{"LargeHeader", with("X-One: " + std::string(server::largest_head, 'a') + "\r\n\r\n"), 431},
                    Bad{"HeadersWithoutEnd", with("X-One: " + std::string(server::largest_head, 'a')), 431},
                    Bad{"ManyHeaders",
                        [] {
                          std::string many;
                          for (std::size_t i = 0; i <= server::most_headers; ++i) {
                            many += "A: 1\r\n";
                          }
                          return with(many + "\r\n");
                        }(),
                        431},
                    Bad{"LargeBody", with("Content-Length: 1001\r\n\r\n"), 413},
                    Bad{"LargeChunks", chunked + "3e8\r\n" + std::string(1'000, 'a') + "\r\n1\r\n", 413},
                    Bad{"EndlessChunkExtension", chunked + "1;" + std::string(2'000, 'a'), 400}),
    [](const auto& info) { return info.param.what; });

class BadTarget : public testing::TestWithParam<std::string_view> {};

TEST_P(BadTarget, IsRefused) {
  const auto target = server::read_target(GetParam());
  ASSERT_FALSE(target);
  EXPECT_EQ(target.error().status, 400);
}

INSTANTIATE_TEST_SUITE_P(Tricks, BadTarget,
                         testing::Values("", "*", "http://spaces.nexudus.com/api", "spaces.nexudus.com:443", "/../a",
                                         "/a/..", "/a/./b", "/%2e%2e/a", "/.%2E/a", "/a%2fb", "/a\\b", "/a%5Cb", "/%00",
                                         "/a%0d%0aX:1", "/%7f", "/a%", "/a%2", "/a%zz", "/a#b", "/a?b#c", "/a?b c",
                                         "/\xc3\xa9", std::string_view("/\0", 2)));

TEST(Target, IsDecodedOnce) {
  EXPECT_EQ(server::read_target("/a%20%C3%A9/%252e%252e?q=%2e")->path, "/a \xc3\xa9/%2e%2e");
  EXPECT_EQ(server::read_target("/a?q=%2e%2F?..")->query, "q=%2e%2F?..");
  EXPECT_EQ(server::read_target("/...")->path, "/...");
}

std::optional<tl::expected<server::UpstreamReply, server::Rejection>> reply(std::string_view bytes,
                                                                            bool ended = false) {
  server::ReplyReader reader(largest_body);
  reader.append(bytes);
  if (ended) {
    reader.end();
  }
  return reader.next();
}

int bad_reply(std::string_view bytes, bool ended = false) {
  const auto next = reply(bytes, ended);
  return next && !*next ? next->error().status : 0;
}

TEST(ReplyReader, ReadsBodiesOfEveryKind) {
  EXPECT_EQ((*reply("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nab"))->response.body, "ab");
  EXPECT_EQ((*reply("HTTP/1.1 200\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n"))->response.body, "ab");
  EXPECT_EQ((*reply("HTTP/1.0 200 OK\r\n\r\nab", true))->response.body, "ab");
  EXPECT_EQ((*reply("HTTP/1.1 204 No Content\r\n\r\n"))->response.status, 204);
}

TEST(ReplyReader, PassesOverInterimReplies) {
  EXPECT_EQ((*reply("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n"))->response.status,
            201);
}

TEST(ReplyReader, KnowsWhenTheConnectionCannotBeUsedAgain) {
  EXPECT_TRUE((*reply("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"))->keep_alive);
  EXPECT_FALSE((*reply("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: Close\r\n\r\n"))->keep_alive);
  EXPECT_FALSE((*reply("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n"))->keep_alive);
  EXPECT_FALSE((*reply("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nmore"))->keep_alive);
  EXPECT_FALSE((*reply("HTTP/1.1 200 OK\r\n\r\n", true))->keep_alive);
}

TEST(ReplyReader, RefusesWhatCannotBeTrusted) {
  EXPECT_EQ(bad_reply("SSH-2.0-OpenSSH_9.2\r\n\r\n"), 502);
  EXPECT_EQ(bad_reply("HTTP/1.1 2xx OK\r\n\r\n"), 502);
  EXPECT_EQ(bad_reply("HTTP/1.1 101 Switching Protocols\r\n\r\n"), 502);
  EXPECT_EQ(bad_reply("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"), 502);
  EXPECT_EQ(bad_reply("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab", true), 502);
  EXPECT_EQ(bad_reply("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n", true), 502);
  EXPECT_EQ(bad_reply("HTTP/1.1 200 OK\r\n", true), 502);
  EXPECT_EQ(bad_reply("", true), 502);
}

TEST(ReplyReader, RefusesWhatIsTooLarge) {
  EXPECT_EQ(bad_reply("HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n"), 413);
  EXPECT_EQ(bad_reply("HTTP/1.1 200 OK\r\n\r\n" + std::string(1'001, 'a')), 413);
  EXPECT_EQ(bad_reply("HTTP/1.1 200 OK\r\nX: " + std::string(server::largest_head, 'a')), 413);
}

}  // namespace
