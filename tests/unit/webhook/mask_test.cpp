// Hiding the credentials in addresses.
#include "webhook/mask.h"

#include <gtest/gtest.h>

namespace {

using webhook::masked_record;
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

TEST(ARecordShown, IsTheSameTextWithoutSecrets) {
  const char* text = R"({ "URL":"https:\/\/example.com", "URL":null })";
  EXPECT_EQ(masked_record(text), text);
  EXPECT_EQ(masked_record("no JSON"), "no JSON");
}

}  // namespace
