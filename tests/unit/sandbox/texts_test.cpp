// The text formats the sandbox reads and writes.
#include <gtest/gtest.h>

#include "sandbox/http_text.h"
#include "sandbox/json_text.h"
#include "sandbox/time_text.h"

namespace {

using sandbox::RawMember;

TEST(SplitObject, KeepsTheTextOfValuesAsItIs) {
  const auto members = sandbox::split_object(R"( { "a" : 1.10 , "b":{"c":[ 1, 2 ]},"d":12345678901234567890 } )");
  ASSERT_TRUE(members);
  EXPECT_EQ(*members,
            (std::vector<RawMember>{{"a", "1.10"}, {"b", R"({"c":[ 1, 2 ]})"}, {"d", "12345678901234567890"}}));
}

TEST(SplitObject, ReadsAnEmptyObject) { EXPECT_EQ(sandbox::split_object("{ }")->size(), 0U); }

TEST(SplitObject, TakesTheLastOfTwoMembersWithOneName) {
  EXPECT_EQ(sandbox::split_object(R"({"a":1,"a":2})"), (std::vector<RawMember>{{"a", "2"}}));
}

class NotAnObject : public testing::TestWithParam<const char*> {};

TEST_P(NotAnObject, IsRefused) { EXPECT_FALSE(sandbox::split_object(GetParam())) << GetParam(); }

INSTANTIATE_TEST_SUITE_P(SplitObject, NotAnObject,
                         testing::Values("", "[]", "1", "{", R"({"a"})", R"({"a":})", R"({"a":1,})", R"({a:1})",
                                         R"({"a":1} x)", R"({"a":01})", R"({"a":1.})", R"({"a":+1})", R"({"a":"\x"})",
                                         R"({"a":"\u12"})", "{\"a\":\"\n\"}", "{\"a\":\"\xff\"}",
                                         "{\"a\":\"\xc0\x80\"}", "{\"a\":\"\xed\xa0\x80\"}", R"({"a":tru})",
                                         R"({"a":[1,2})"));

TEST(SplitObject, RefusesNestingBeyondItsDepth) {
  EXPECT_TRUE(sandbox::split_object("{\"a\":" + std::string(60, '[') + std::string(60, ']') + "}"));
  EXPECT_FALSE(sandbox::split_object("{\"a\":" + std::string(100'000, '[') + std::string(100'000, ']') + "}"));
}

TEST(ReadString, DecodesEscapesAndSurrogatePairs) {
  EXPECT_EQ(sandbox::read_string(R"("a\"\\\/\n\u00e9\ud83c\udf89")"), "a\"\\/\n\u00e9\U0001F389");
}

TEST(ReadString, ReplacesAHalfSurrogatePair) { EXPECT_EQ(sandbox::read_string(R"("\ud83c!")"), "\uFFFD!"); }

TEST(ReadString, RefusesWhatIsNoString) { EXPECT_FALSE(sandbox::read_string("1")); }

TEST(Quote, EscapesWhatJsonCannotHold) { EXPECT_EQ(sandbox::quote("a\"b\\c\n\x01é"), R"("a\"b\\c\n\u0001é")"); }

TEST(Quote, IsUndoneByReadString) {
  const std::string text = "tab\t, quote \", 東京, \x1f";
  EXPECT_EQ(sandbox::read_string(sandbox::quote(text)), text);
}

TEST(ParseParameters, DecodesNamesAndValues) {
  const auto parameters = sandbox::parse_parameters("a=1&na%6De=Z%C3%BCrich+West&flag&=x&broken=%zz%");
  EXPECT_EQ(sandbox::find_parameter(parameters, "name"), "Zürich West");
  EXPECT_EQ(sandbox::find_parameter(parameters, "flag"), "");
  EXPECT_EQ(sandbox::find_parameter(parameters, "broken"), "%zz%");
  EXPECT_EQ(sandbox::find_parameter(parameters, "missing"), std::nullopt);
}

TEST(FormatMoment, WritesUtcToTheSecond) {
  const auto moment = sandbox::Moment{std::chrono::milliseconds{1736937000999}};
  EXPECT_EQ(sandbox::format_moment(moment), "2025-01-15T10:30:00Z");
}

TEST(ParseMoment, ReadsMinutesAndSeconds) {
  EXPECT_EQ(sandbox::format_moment(sandbox::parse_moment("2025-01-15T10:30").value()), "2025-01-15T10:30:00Z");
  EXPECT_EQ(sandbox::format_moment(sandbox::parse_moment("2024-02-29T23:59:58Z").value()), "2024-02-29T23:59:58Z");
}

TEST(ParseMoment, RefusesDaysThatDoNotExist) {
  EXPECT_FALSE(sandbox::parse_moment("2025-02-29T10:30"));
  EXPECT_FALSE(sandbox::parse_moment("2025-01-15T24:00"));
  EXPECT_FALSE(sandbox::parse_moment("2025-01-15"));
  EXPECT_FALSE(sandbox::parse_moment("2025-01-15T+1:30"));
}

}  // namespace
