// The words on the screen in other languages.
#include "language/text.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>

namespace {

using language::counted;
using language::speak;
using language::translate;
using namespace std::string_literals;

std::string polish_category(std::int64_t number) { return number == 1 ? "one" : number < 5 ? "few" : "many"; }

class Language : public ::testing::Test {
 protected:
  static void speak_polish(std::string texts) {
    speak(std::make_unique<language::Catalogue>(std::move(texts), polish_category));
  }
  void TearDown() override { speak(nullptr); }
};

TEST_F(Language, IsEnglishWithoutACatalogue) {
  EXPECT_EQ(translate("Save"), "Save");
  EXPECT_EQ(translate("Saved {0}.", "Doors"s), "Saved Doors.");
  EXPECT_EQ(counted(1, "{0} webhook", "{0} webhooks", "1"), "1 webhook");
  EXPECT_EQ(counted(0, "{0} webhook", "{0} webhooks", "0"), "0 webhooks");
}

TEST_F(Language, IsThatOfTheCatalogue) {
  speak_polish("Save\0Zapisz\0Saved {0}.\0Zapisano: {0}.\0"s);
  EXPECT_EQ(translate("Save"), "Zapisz");
  EXPECT_EQ(translate("Saved {0}.", "Doors"), "Zapisano: Doors.");
}

TEST_F(Language, StaysEnglishWhereTheCatalogueHasNothing) {
  speak_polish("Save\0Zapisz\0"s);
  EXPECT_EQ(translate("Delete"), "Delete");
  EXPECT_EQ(counted(2, "{0} webhook", "{0} webhooks", "2"), "2 webhooks");
}

TEST_F(Language, TakesTheFormThatTheNumberNeeds) {
  speak_polish(
      "{0} doors\x1Fone\0{0} drzwi jedne\0{0} doors\x1F"
      "few\0{0} drzwi\0{0} doors\x1Fother\0{0} drzwi wiele\0"s);
  EXPECT_EQ(counted(1, "{0} door", "{0} doors", "1"), "1 drzwi jedne");
  EXPECT_EQ(counted(3, "{0} door", "{0} doors", "3"), "3 drzwi");
  EXPECT_EQ(counted(7, "{0} door", "{0} doors", "7"), "7 drzwi wiele");
}

TEST_F(Language, PutsArgumentsWhereTheTranslationWantsThem) {
  speak_polish("{0} of {1}\0{1}, z tego {0}\0"s);
  EXPECT_EQ(translate("{0} of {1}", "3", "9"), "9, z tego 3");
}

TEST_F(Language, LeavesBracesThatAreNoPlaceForAnArgument) {
  EXPECT_EQ(language::filled("{} {a} {9} {0", {"x"}), "{} {a} {9} {0");
  EXPECT_EQ(language::filled("{0}{0}", {"{0}"}), "{0}{0}");
}

TEST_F(Language, KeepsWhatWasLookedUpWhenAnotherIsSpoken) {
  speak_polish("Save\0Zapisz\0"s);
  const std::string_view before = translate("Save");
  speak_polish("Save\0Zapisz to\0"s);
  EXPECT_EQ(before, "Zapisz");
  EXPECT_EQ(translate("Save"), "Zapisz to");
}

TEST_F(Language, DoesNotTripOverTextsThatAreCutOff) {
  speak_polish("Save\0Zapi"s);
  EXPECT_EQ(translate("Save"), "Save");
}

}  // namespace
