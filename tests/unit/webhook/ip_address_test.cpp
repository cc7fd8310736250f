// The notations of addresses of machines; the whole is held against Node's URL in tests/url_reference.
#include "webhook/ip_address.h"

#include <gtest/gtest.h>

namespace {

using webhook::ends_in_number;
using webhook::parse_ipv4;
using webhook::parse_ipv6;
using Pieces = std::array<std::uint16_t, 8>;

TEST(Ipv4, IsReadInEveryNotation) {
  constexpr std::uint32_t loopback = 0x7F000001;
  for (const char* text :
       {"127.0.0.1", "127.0.0.1.", "127.1", "127.0.1", "0177.0.0.1", "0x7f.1", "2130706433", "0X7F000001"}) {
    EXPECT_EQ(parse_ipv4(text), loopback) << text;
  }
}

TEST(Ipv4, HasRoomForNoMore) {
  EXPECT_EQ(parse_ipv4("4294967295"), 0xFFFFFFFFU);
  for (const char* text :
       {"", ".", "4294967296", "256.0.0.1", "1.2.3.256", "1.2.3.4.5", "1..2", "08", "0xg", "a", "-1"}) {
    EXPECT_FALSE(parse_ipv4(text)) << text;
  }
}

TEST(Hosts, ThatEndInANumberCanOnlyBeAddresses) {
  for (const char* text : {"1", "a.1", "a.0x1f", "a.0x", "a.1."}) EXPECT_TRUE(ends_in_number(text)) << text;
  for (const char* text : {"", "a", "1.a", "a.1b", "a.0xg", "1.."}) EXPECT_FALSE(ends_in_number(text)) << text;
}

TEST(Ipv6, IsReadWithAndWithoutAGap) {
  EXPECT_EQ(parse_ipv6("::"), Pieces{});
  EXPECT_EQ(parse_ipv6("::1"), (Pieces{0, 0, 0, 0, 0, 0, 0, 1}));
  EXPECT_EQ(parse_ipv6("2001:db8::8"), (Pieces{0x2001, 0xdb8, 0, 0, 0, 0, 0, 8}));
  EXPECT_EQ(parse_ipv6("1:2:3:4:5:6:7::"), (Pieces{1, 2, 3, 4, 5, 6, 7, 0}));
  EXPECT_EQ(parse_ipv6("::ffff:127.0.0.1"), (Pieces{0, 0, 0, 0, 0, 0xffff, 0x7f00, 1}));
}

TEST(Ipv6, ThatIsNoneIsNotRead) {
  for (const char* text : {"", ":", "1", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3",
                           "12345::", "g::", "1:2:3:4:5:6:7:8::", "::1:", "::1.2.3", "::1.2.3.04", "::1.2.3.256",
                           "1:2:3:4:5:6:7:1.2.3.4", ":::"}) {
    EXPECT_FALSE(parse_ipv6(text)) << text;
  }
}

}  // namespace
