// Which way a line of text runs.
#include "gui/direction.h"

#include <gtest/gtest.h>

namespace {

using gui::is_right_to_left;

TEST(ALine, RunsFromRightToLeftByItsFirstLetter) {
  for (const char* line : {"שלום", "مرحبا", "123 مرحبا", "“שלום” hello", "😀 ܫܠܡܐ", "(+41) ދިވެހި"}) {
    EXPECT_TRUE(is_right_to_left(line)) << line;
  }
}

TEST(ALine, RunsFromLeftToRightOtherwise) {
  for (const char* line : {"", "hello", "hello שלום", "123", "…", "日本語 שלום", "Ω مرحبا", "é", "١٢٣", "\xFF"}) {
    EXPECT_FALSE(is_right_to_left(line)) << line;
  }
}

}  // namespace
