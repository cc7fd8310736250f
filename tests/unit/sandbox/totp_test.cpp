// SHA-1, HMAC and TOTP against the vectors of their standards.
#include "sandbox/totp.h"

#include <gtest/gtest.h>

namespace {

using sandbox::Moment;
using std::chrono::seconds;

template <typename Bytes>
std::string hex(const Bytes& bytes) {
  std::string text;
  for (const std::uint8_t byte : bytes) {
    text += "0123456789abcdef"[byte >> 4U];
    text += "0123456789abcdef"[byte & 15U];
  }
  return text;
}

Moment at(std::int64_t unix_seconds) { return Moment{seconds{unix_seconds}}; }

TEST(Sha1, HashesTheExamplesOfRfc3174) {
  EXPECT_EQ(hex(sandbox::sha1("abc")), "a9993e364706816aba3e25717850c26c9cd0d89d");
  EXPECT_EQ(hex(sandbox::sha1("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
            "84983e441c3bd26ebaae4aa1f95129e5e54670f1");
}

TEST(Sha1, HashesTextsAroundTheLengthOfABlock) {
  EXPECT_EQ(hex(sandbox::sha1("")), "da39a3ee5e6b4b0d3255bfef95601890afd80709");
  EXPECT_EQ(hex(sandbox::sha1(std::string(64, 'a'))), "0098ba824b5c16427bd7a1122a5a442a25ec644d");
}

TEST(HmacSha1, MatchesTheTestCasesOfRfc2202) {
  EXPECT_EQ(hex(sandbox::hmac_sha1(std::string(20, '\x0b'), "Hi There")), "b617318655057264e28bc0b6fb378c8ef146be00");
  EXPECT_EQ(hex(sandbox::hmac_sha1(std::string(80, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First")),
            "aa4ae5e15272d00e95705637ce8a3b55ed402112");
}

TEST(Base32, DecodesTheVectorsOfRfc4648) {
  EXPECT_EQ(sandbox::decode_base32("MZXW6YTBOI======"), "foobar");
  EXPECT_EQ(sandbox::decode_base32("MZXW6YQ="), "foob");
}

TEST(Totp, GivesTheCodesOfRfc6238) {
  constexpr std::string_view secret = "12345678901234567890";
  EXPECT_EQ(sandbox::totp(secret, at(59), 8), "94287082");
  EXPECT_EQ(sandbox::totp(secret, at(1111111109), 8), "07081804");
  EXPECT_EQ(sandbox::totp(secret, at(1111111111), 8), "14050471");
  EXPECT_EQ(sandbox::totp(secret, at(1234567890), 8), "89005924");
  EXPECT_EQ(sandbox::totp(secret, at(2000000000), 8), "69279037");
  EXPECT_EQ(sandbox::totp(secret, at(20000000000), 8), "65353130");
}

TEST(Totp, AcceptsACodeOneStepEarlyOrLateAndNoMore) {
  constexpr std::string_view secret = "12345678901234567890";
  const std::string code = sandbox::totp(secret, at(1'000'000'000));
  EXPECT_TRUE(sandbox::totp_matches(secret, code, at(1'000'000'000)));
  EXPECT_TRUE(sandbox::totp_matches(secret, code, at(1'000'000'030)));
  EXPECT_TRUE(sandbox::totp_matches(secret, code, at(999'999'970)));
  EXPECT_FALSE(sandbox::totp_matches(secret, code, at(1'000'000'060)));
  EXPECT_FALSE(sandbox::totp_matches(secret, code, at(999'999'940)));
}

}  // namespace
