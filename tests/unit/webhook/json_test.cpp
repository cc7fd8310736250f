// Reading JSON as text.
#include "webhook/json.h"

#include <gtest/gtest.h>

#include <string>

namespace webhook {
namespace {

TEST(JsonScanner, AcceptsEveryKindOfValue) {
  for (const char* text :
       {"{}", "[]", " [ 1 , -0.5e+3 , \"a\\u00e9\\n\" , true , false , null , {\"a\":{}} ] ", "0", "\"é\""}) {
    EXPECT_FALSE(find_json_error(text)) << text;
  }
}

TEST(JsonScanner, RefusesWhatTheStandardRefuses) {
  for (const char* text :
       {"",          " ",        "{",        "}",       "[",     "[1,]", "[,1]",     "[1 2]",   "{\"a\":1,}",
        "{\"a\" 1}", "{a:1}",    "{\"a\":}", "{\"a\"}", "'a'",   "01",   "-",        "1.",      ".5",
        "1e",        "1e+",      "+1",       "NaN",     "tru",   "nul",  "\"",       "\"\\x\"", "\"\\u12g4\"",
        "\"\\u12\"", "\"a\nb\"", "\"\t\"",   "1 2",     "{} {}", "[1}",  "{\"a\":1]"}) {
    EXPECT_TRUE(find_json_error(text)) << text;
  }
}

TEST(JsonScanner, RefusesBytesThatAreNotUtf8) {
  for (const char* text :
       {"\"\x80\"", "\"\xC3\"", "\"\xC0\xAF\"", "\"\xED\xA0\x80\"", "\"\xF5\x80\x80\x80\"", "\"\xE2\x82\""}) {
    EXPECT_TRUE(find_json_error(text)) << text;
  }
}

TEST(JsonScanner, RefusesNestingThatCouldExhaustTheStack) {
  EXPECT_FALSE(find_json_error(std::string(256, '[') + std::string(256, ']')));
  EXPECT_TRUE(find_json_error(std::string(257, '[') + std::string(257, ']')));
  EXPECT_TRUE(find_json_error(std::string(1'000'000, '[')));
}

TEST(JsonScanner, SaysWhereTheErrorIs) {
  const auto error = find_json_error(R"({"a": 1, "b" 2})");
  ASSERT_TRUE(error);
  EXPECT_EQ(error->offset, 13U);
  EXPECT_EQ(error->reason, "a colon is missing");
}

TEST(JsonScanner, GivesTheTextOfEachMemberAndGoesOnBehindANestedOne) {
  JsonScanner scanner(R"( {"a" : {"x":[1,2]} , "b":[ ], "c":1.10} )");
  ASSERT_TRUE(scanner.enter_object());
  std::string seen;
  for (std::string_view name; scanner.next_member(name);) {
    seen.append(name).append("=").append(scanner.value()).append(";");
  }
  EXPECT_EQ(seen, R"("a"={"x":[1,2]};"b"=[ ];"c"=1.10;)");
  EXPECT_TRUE(scanner.at_end());
}

TEST(JsonScanner, TakesNothingWhenTheValueIsOfAnotherKind) {
  JsonScanner scanner("[1]");
  EXPECT_FALSE(scanner.enter_object());
  ASSERT_TRUE(scanner.enter_array());
  ASSERT_TRUE(scanner.next_element());
  EXPECT_FALSE(scanner.enter_array());
  EXPECT_EQ(scanner.value(), "1");
  EXPECT_FALSE(scanner.next_element());
  EXPECT_TRUE(scanner.at_end());
}

TEST(JsonString, ReadsEscapesAndSurrogatePairs) {
  EXPECT_EQ(read_json_string(R"("a\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00")"), "a\"\\/\b\f\n\r\té😀");
}

TEST(JsonString, TurnsLoneSurrogatesIntoTheReplacementCharacter) {
  EXPECT_EQ(read_json_string(R"("\ud83dx\ude00\ud83d\ud83d\ude00")"), "\uFFFDx\uFFFD\uFFFD😀");
}

TEST(JsonString, PairsNoLowSurrogateWithAnOrdinaryLetter) {
  EXPECT_EQ(read_json_string(R"("\u00e9\ude00")"), "é\uFFFD");
}

TEST(JsonString, IsNothingForOtherKinds) {
  EXPECT_FALSE(read_json_string("12"));
  EXPECT_FALSE(read_json_string("null"));
}

TEST(JsonString, WrittenTextReadsBackAsItself) {
  const std::string text = "quote \" backslash \\ line\nbreak, é, 日本, 😀, \x01";
  EXPECT_EQ(read_json_string(json_string(text)), text);
}

TEST(JsonString, WritesBrokenBytesAsReplacementCharacters) {
  EXPECT_EQ(read_json_string(json_string("a\xFF"
                                         "b")),
            "a\uFFFDb");
}

TEST(JsonInteger, ReadsWholeNumbersHoweverTheyAreWritten) {
  EXPECT_EQ(read_json_integer("-12"), -12);
  EXPECT_EQ(read_json_integer("9223372036854775807"), INT64_MAX);
  EXPECT_EQ(read_json_integer("12.0"), 12);
  EXPECT_EQ(read_json_integer("1.5e3"), 1500);
  EXPECT_EQ(read_json_integer("1200E-2"), 12);
  EXPECT_EQ(read_json_integer("-0"), 0);
  EXPECT_EQ(read_json_integer("0.0e999999999999"), 0);
}

TEST(JsonInteger, IsNothingForFractionsAndNumbersThatDoNotFit) {
  for (const char* text : {"1.5", "9223372036854775808", "12345678901234567890123", "1e400", "1e19", "1e-1",
                           "1e99999999999", "\"12\"", "null"}) {
    EXPECT_FALSE(read_json_integer(text)) << text;
  }
}

TEST(JsonDescription, NamesTheValueAndCutsLongOnes) {
  EXPECT_EQ(describe_json("12"), "the number 12");
  EXPECT_EQ(describe_json("\"a\\nb\""), "the text “a b”");
  EXPECT_EQ(describe_json("[1]"), "a list");
  EXPECT_LT(describe_json("\"" + std::string(5000, 'x') + "\"").size(), 100U);
}

}  // namespace
}  // namespace webhook
