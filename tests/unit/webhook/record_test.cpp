// A record's fields and members, and the moments in it.
#include "webhook/record.h"

#include <gtest/gtest.h>

#include "webhook/timestamp.h"

namespace webhook {
namespace {

TEST(FieldOfProperty, KnowsTheNamesServersUse) {
  EXPECT_EQ(field_of_property("URL"), Field::url);
  EXPECT_EQ(field_of_property("Url"), Field::url);
  EXPECT_EQ(field_of_property("BusinessId"), Field::location);
  EXPECT_EQ(field_of_property("Business"), Field::location);
  EXPECT_EQ(field_of_property("WebHook.Name"), Field::name);
  EXPECT_EQ(field_of_property("Nam"), std::nullopt);
  EXPECT_EQ(field_of_property(""), std::nullopt);
}

TEST(FieldOfProperty, FindsEveryFieldByItsOwnName) {
  for (const Field field : all_fields) {
    EXPECT_EQ(field_of_property(to_string(field)), field);
  }
}

TEST(DifferingFields, NamesExactlyTheFieldsThatDiffer) {
  const Fields one{"Door", 1, 2, "https://a", "", true};
  EXPECT_TRUE(differing_fields(one, one).empty());
  EXPECT_EQ(differing_fields(one, {"Door", 3, 2, "https://a", "x", true}),
            (std::vector<Field>{Field::location, Field::description}));
  EXPECT_EQ(differing_fields(one, {"D", 1, 3, "https://b", "", false}),
            (std::vector<Field>{Field::name, Field::event, Field::url, Field::active}));
}

TEST(ReadMember, NamesTheMemberAndWhatCameInstead) {
  Record record;
  EXPECT_EQ(read_member(record, "Name", "12"), "Name should be text, but is the number 12.");
  EXPECT_EQ(read_member(record, "Active", "\"yes\""), "Active should be true or false, but is the text “yes”.");
  EXPECT_EQ(read_member(record, "BusinessId", "1e400"),
            "BusinessId should be a whole number of at most 18 digits, but is the number 1e400.");
  EXPECT_EQ(record, Record{});
}

TEST(ReadMember, PassesOverWhatItDoesNotKnow) {
  Record record;
  EXPECT_EQ(read_member(record, "CustomFields", "[1]"), "");
  EXPECT_EQ(record, Record{});
}

TEST(ReadMember, KeepsAMomentItCannotReadAsText) {
  Record record;
  EXPECT_EQ(read_member(record, "LastTrigger", "\"yesterday\""), "");
  EXPECT_EQ(record.facts.last_trigger, (Moment{"yesterday", std::nullopt}));
}

constexpr std::int64_t half_past_ten = 1'736'937'000'000;  // 2025-01-15T10:30:00Z

TEST(Timestamp, ReadsEveryWayTheApiMayWriteAMoment) {
  for (const char* text :
       {"2025-01-15T10:30:00Z", "2025-01-15T10:30:00", "2025-01-15 10:30", "2025-01-15T10:30:00.000Z",
        "2025-01-15T12:30:00+02:00", "2025-01-15T12:30:00+02", "2025-01-15T05:00:00-0530"}) {
    EXPECT_EQ(parse_timestamp(text), half_past_ten) << text;
  }
  EXPECT_EQ(parse_timestamp("2025-01-15T10:30:00.1234567Z"), half_past_ten + 123);
  EXPECT_EQ(parse_timestamp("2025-01-15T10:30:00.5"), half_past_ten + 500);
}

TEST(Timestamp, KnowsTheCalendar) {
  EXPECT_EQ(parse_timestamp("1970-01-01"), 0);
  EXPECT_EQ(parse_timestamp("1969-12-31T23:59:59Z"), -1000);
  EXPECT_EQ(parse_timestamp("2000-02-29T00:00:00Z"), 951'782'400'000);
  EXPECT_EQ(parse_timestamp("0001-01-01T00:00:00"), -62'135'596'800'000);
  EXPECT_EQ(parse_timestamp("2024-12-31T00:00:00Z").value_or(0) + 86'400'000, parse_timestamp("2025-01-01"));
}

TEST(Timestamp, RefusesWhatIsNoMoment) {
  for (const char* text : {"", "now", "2025", "2025-13-01", "2025-00-10", "2025-02-29", "2100-02-29", "2025-01-15T",
                           "2025-01-15T24:00", "2025-01-15T10:60", "2025-01-15T10:30:00.", "2025-01-15T10:30:00Zx",
                           "2025-01-15T10:30:00+2", "15/01/2025", "2025-1-5"}) {
    EXPECT_FALSE(parse_timestamp(text)) << text;
  }
}

}  // namespace
}  // namespace webhook
