// Search as you type.
#include "webhook/text_match.h"

#include <gtest/gtest.h>

#include "webhook/utf8.h"

namespace webhook {
namespace {

TEST(Fold, LeavesOutCaseAndAccents) {
  EXPECT_EQ(fold("Café ÀÉÎÕÜ çñ ŠŽŁ Øß Æœ"), "cafe aeiou cn szl oss aeoe");
  EXPECT_EQ(fold("Ţară Şi Ơ Ễ ǅ"), "tara si o e dz");
  EXPECT_EQ(fold("İstanbul ısı"), "istanbul isi");
}

TEST(Fold, KnowsGreekAndCyrillic) {
  EXPECT_EQ(fold("Αθήνα ΌΣΟΣ όσος"), "αθηνα οσοσ οσοσ");
  EXPECT_EQ(fold("ЖЁЛТЫЙ Київ Ґ Ђ"), "желтыи киів ґ ђ");
}

TEST(Fold, TreatsComposedAndDecomposedLettersAlike) { EXPECT_EQ(fold("e\u0301"), fold("é")); }

TEST(Fold, MakesEveryKindOfBlankTheSame) { EXPECT_EQ(fold("a\u00A0b\tc\u3000d\u00ADe"), "a b c de"); }

TEST(Fold, LeavesOtherScriptsAsTheyAre) { EXPECT_EQ(fold("日本語 × 😀"), "日本語 × 😀"); }

TEST(Fold, TurnsBrokenBytesIntoTheReplacementCharacter) { EXPECT_EQ(fold("a\xFF\xC3"), "a\uFFFD\uFFFD"); }

TEST(Fold, OfAFoldedTextIsThatText) {
  std::string all;
  for (char32_t value = 0x20; value < 0x2100; ++value) {
    append_code_point(all, value);
  }
  EXPECT_EQ(fold(fold(all)), fold(all));
}

TEST(TextQuery, WantsEveryWordAnywhereInAnyOrder) {
  const std::string text = fold("Tür Zürich – Booking created");
  EXPECT_TRUE(TextQuery("zurich BOOK").matches(text));
  EXPECT_TRUE(TextQuery(" créated  tur ").matches(text));
  EXPECT_FALSE(TextQuery("zurich deleted").matches(text));
}

TEST(TextQuery, LooksForTheLongestWordFirst) {
  EXPECT_EQ(TextQuery("a Zürich door").words(), (std::vector<std::string>{"zurich", "door", "a"}));
}

TEST(TextQuery, WithoutWordsFitsEverything) {
  EXPECT_TRUE(TextQuery(" \t").empty());
  EXPECT_TRUE(TextQuery("").matches(""));
}

TEST(Presentable, MakesAnyBytesFitForASentence) { EXPECT_EQ(presentable("  a\r\n\tb\x01\xFFz ", 100), "a b \uFFFDz"); }

TEST(Presentable, CutsBetweenLetters) {
  EXPECT_EQ(presentable("ééééé", 7), "éé…");
  EXPECT_EQ(presentable("ééé", 6), "ééé");
  EXPECT_EQ(presentable("", 6), "");
}

}  // namespace
}  // namespace webhook
