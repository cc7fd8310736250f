// Hiding the credentials in addresses.
#include "webhook/mask.h"

#include <gtest/gtest.h>

namespace {

using webhook::masked_record;
using webhook::masked_reply;
using webhook::masked_text;
using webhook::masked_url;

TEST(AnAddressShown, HidesUserNameAndPassword) {
  EXPECT_EQ(masked_url("https://door:s3cret@example.com/hook"), "https://•••@example.com/hook");
  EXPECT_EQ(masked_url("https://a@b@example.com"), "https://•••@example.com");
  EXPECT_EQ(masked_url("https://example.com/a@b"), "https://example.com/a@b");
}

TEST(AnAddressShown, HidesParametersWhoseNameSaysSo) {
  EXPECT_EQ(masked_url("https://example.com/?action=BookingCreate&api_key=12&x=1"),
            "https://example.com/?action=BookingCreate&api_key=•••&x=1");
  EXPECT_EQ(masked_url("https://example.com/?Token=a;SIGNATURE=b#access_token=c"),
            "https://example.com/?Token=•••;SIGNATURE=•••#access_token=•••");
}

TEST(AnAddressShown, HidesLongRandomValues) {
  EXPECT_EQ(masked_url("https://example.com/?v=0123456789abcdef0123456789"), "https://example.com/?v=•••");
  EXPECT_EQ(masked_url("https://example.com/?0123456789abcdef0123456789"), "https://example.com/?•••");
}

TEST(AnAddressShown, HidesParametersWhoseNameIsEncoded) {
  EXPECT_EQ(masked_url("https://example.com/?to%6Ben=a&%61pikey=b"), "https://example.com/?to%6Ben=•••&%61pikey=•••");
  EXPECT_EQ(masked_url("https://example.com/?token%3Da"), "https://example.com/?•••");
}

TEST(AnAddressShown, HidesTheCredentialsOfAnAddressInIt) {
  EXPECT_EQ(masked_url("https://example.com/?to=https://u:p@host.example"), "https://example.com/?to=•••");
  EXPECT_EQ(masked_url("https://example.com/?to=https%3A%2F%2Fhost.example%2F%3Ftoken%3Da"),
            "https://example.com/?to=•••");
  EXPECT_EQ(masked_url("https://example.com/?to=https%3A%2F%2Fhost.example"),
            "https://example.com/?to=https%3A%2F%2Fhost.example");
}

TEST(AnAddressShown, HidesTokensInItsPath) {
  EXPECT_EQ(masked_url("https://hooks.example.com/services/T0123/B4567/a1B2c3D4e5F6g7H8i9J0k1L2"),
            "https://hooks.example.com/services/T0123/B4567/•••");
  EXPECT_EQ(masked_url("https://example.com/a;jwt=abc/b"), "https://example.com/a;jwt=•••/b");
  EXPECT_EQ(masked_url("https://a1b2c3d4e5f6a1b2c3d4e5f6.on.example/door-bookings-of-2024-05-01-for-all"),
            "https://a1b2c3d4e5f6a1b2c3d4e5f6.on.example/door-bookings-of-2024-05-01-for-all");
}

TEST(AnAddressShown, HidesPasswordsInWhatIsNoAddressYet) {
  EXPECT_EQ(masked_url("https:/u:p@h"), "https:/•••@h");
  EXPECT_EQ(masked_url("https:u:p@h"), "https:•••@h");
  EXPECT_EQ(masked_url("u:p@h//x"), "•••@h//x");
  EXPECT_EQ(masked_url("//u:p@h"), "//•••@h");
  EXPECT_EQ(masked_url("https:\\\\u:p@h"), "https:\\\\•••@h");
  EXPECT_EQ(masked_url("https://u:p/a?s#s@h"), "https://•••@h");
  EXPECT_EQ(masked_url(" https://u:p@h"), "•••@h");
  EXPECT_EQ(masked_url("https://door:s3c"), "https://door:•••");
  EXPECT_EQ(masked_url("https://[::1]:80"), "https://[::1]:80");
  EXPECT_EQ(masked_url("https://[::1]:s3c"), "https://[::1]:•••");
  EXPECT_EQ(masked_url("https://door:s3c]ret=x"), "https://door:•••");
}

TEST(TextShown, HidesTheCredentialsOfTheAddressesInIt) {
  EXPECT_EQ(masked_text("POST \"https://u:p@h/?token=a\" failed <https://h/?key=b>\nat once"),
            "POST \"https://•••@h/?token=•••\" failed <https://h/?key=•••>\nat once");
  EXPECT_EQ(masked_text("no such user u:p@h, password=x"), "no such user •••@h, password=•••");
}

TEST(TextShown, KeepsWhatIsNoAddress) {
  const char* text = "admin@example.com: The remote server returned an error: (502) Bad Gateway.";
  EXPECT_EQ(masked_text(text), text);
  EXPECT_EQ(masked_text("2025-06-24T08:58:56Z 10:30 a:b"), "2025-06-24T08:58:56Z 10:30 a:b");
}

TEST(AReplyShown, HidesCredentialsInEveryTextOfIt) {
  EXPECT_EQ(masked_reply(R"({"Errors": [{"AttemptedValue":"https:\/\/u:p@h","PropertyName":"URL"}],"N":1.10})"),
            R"({"Errors": [{"AttemptedValue":"https://•••@h","PropertyName":"URL"}],"N":1.10})");
  EXPECT_EQ(masked_reply(R"({"URL":"door token=a b","Name":"\u0041"})"), R"({"URL":"door token=•••","Name":"\u0041"})");
  EXPECT_EQ(masked_reply("<p>https://u:p@h</p>"), "<p>https://•••@h</p>");
  EXPECT_EQ(masked_reply(R"({"URL":"https:\/\/u:p@h",)"), R"({"URL":"https:\/\/•••@h",)");
}

TEST(AnAddressShown, KeepsWhatIsNoSecret) {
  for (const char* url : {"https://example.com/?action=CoworkerInvoicePaidByBankTransfer", "https://example.com/hook?",
                          "https://example.com/?token=", "https://example.com/?a&b", "", "not an address"}) {
    EXPECT_EQ(masked_url(url), url);
  }
}

TEST(ARecordShown, HidesTheSecretsOfItsUrlAndNothingElse) {
  EXPECT_EQ(masked_record(R"({"Id": 1.10,"URL":"https://example.com/?key=1","Name":"key=1"})"),
            R"({"Id": 1.10,"URL":"https://example.com/?key=•••","Name":"key=1"})");
}

TEST(ARecordShown, HidesWhatItsLastErrorQuotes) {
  EXPECT_EQ(masked_record(R"({"LastError":"GET https://u:p@h: 502","Name":"https://u:p@h"})"),
            R"({"LastError":"GET https://•••@h: 502","Name":"https://u:p@h"})");
}

TEST(ARecordShown, IsTheSameTextWithoutSecrets) {
  const char* text = R"({ "URL":"https:\/\/example.com", "URL":null })";
  EXPECT_EQ(masked_record(text), text);
  EXPECT_EQ(masked_record("no JSON"), "no JSON");
}

}  // namespace
