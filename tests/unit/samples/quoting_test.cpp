// Literals of each language, for texts that would end one too early.
#include "samples/quoting.h"

#include <gtest/gtest.h>

namespace samples {
namespace {

TEST(PowershellLiteral, DoublesEveryKindOfApostrophe) {
  EXPECT_EQ(powershell_literal("it's ‘so’ “fine” $x"), "'it''s ‘‘so’’ “fine” $x'");
}

TEST(PhpLiteral, EscapesApostrophesAndBackslashes) { EXPECT_EQ(php_literal(R"(a'b\c$d"e)"), R"('a\'b\\c$d"e')"); }

TEST(EscapedLiteral, WritesControlsQuotesAndBackslashesWithABackslash) {
  EXPECT_EQ(escaped_literal("a\"b\\c\nd\re\tf\x01g\x7F"), R"("a\"b\\c\nd\re\tf\u0001g\u007f")");
}

TEST(EscapedLiteral, EscapesWhatCSharpTakesForTheEndOfALine) {
  EXPECT_EQ(escaped_literal("a\u0085b\u2028c\u2029d é 🪝"), R"("a\u0085b\u2028c\u2029d é 🪝")");
}

TEST(Base64, PadsToGroupsOfFour) {
  EXPECT_EQ(base64(""), "");
  EXPECT_EQ(base64("f"), "Zg==");
  EXPECT_EQ(base64("fo"), "Zm8=");
  EXPECT_EQ(base64("foo"), "Zm9v");
  EXPECT_EQ(base64("foob\xFF"), "Zm9vYv8=");
}

}  // namespace
}  // namespace samples
