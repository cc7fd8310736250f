// Addresses of the screens.
#include "editor/address.h"

#include <gtest/gtest.h>

namespace {

using editor::Address;
using editor::parse_address;
using editor::to_fragment;

TEST(AnAddress, LeadsToTheListARecordANewOneOrACopy) {
  EXPECT_EQ(parse_address("/webhooks"), editor::list_address);
  EXPECT_EQ(parse_address("/webhooks/"), editor::list_address);
  EXPECT_EQ(parse_address("/webhooks/87654321"), editor::record_address(87654321));
  EXPECT_EQ(parse_address("/webhooks/new"), (Address{Address::Screen::new_record, 0, 0}));
  EXPECT_EQ(parse_address("/webhooks/new?duplicate=12"), (Address{Address::Screen::new_record, 0, 12}));
}

TEST(AnAddress, ThatIsNotKnownLeadsNowhere) {
  for (const char* fragment : {"", "/", "/webhook", "/webhooks/0", "/webhooks/-1", "/webhooks/1a", "/webhooks/01",
                               "/webhooks/1/2", "/webhooks/99999999999999999999", "/webhooksnew"}) {
    EXPECT_FALSE(parse_address(fragment)) << fragment;
  }
}

TEST(AnAddress, IsWrittenAsItIsRead) {
  for (const char* fragment : {"/webhooks", "/webhooks/12", "/webhooks/new", "/webhooks/new?duplicate=12",
                               "/webhooks/new?duplicate=12&event=7", "/activity"}) {
    EXPECT_EQ(to_fragment(parse_address(fragment).value()), fragment);
  }
}

}  // namespace
