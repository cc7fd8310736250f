// Text is cut and broken where it may be, and scrolled areas show their part.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "gui/draw.h"
#include "gui/scroll_area.h"
#include "gui/text.h"
#include "gui/utf8.h"
#include "gui/wrap.h"
#include "support/headless.h"

namespace gui {
namespace {

using testing_support::Headless;

// In the style body a letter is 7 px wide, a wide one 14.
std::string fit(std::string_view text, float width) {
  std::string fitted;
  Headless ui([&](Ui& u) { fitted = fit_text(u, TextStyle::body, text, width); });
  ui.frame();
  return fitted;
}

std::vector<std::string> wrap(std::string_view text, float width) {
  std::vector<std::string> lines;
  Headless ui([&](Ui& u) {
    for (const Line& line : wrap_text(u, TextStyle::body, text, width)) {
      lines.emplace_back(line.of(text));
    }
  });
  ui.frame();
  return lines;
}

using Lines = std::vector<std::string>;

TEST(FitText, LeavesTextThatFits) { EXPECT_EQ(fit("webhook", 49), "webhook"); }
TEST(FitText, CutsWithAnEllipsis) { EXPECT_EQ(fit("webhooks", 49), "webhoo…"); }
TEST(FitText, LeavesNoSpaceBeforeTheEllipsis) { EXPECT_EQ(fit("a web hook", 7 * 3), "a…"); }
TEST(FitText, NeverCutsInsideACodePoint) { EXPECT_EQ(fit("東京都心", 45), "東京…"); }
TEST(FitText, ShowsAtLeastTheEllipsis) { EXPECT_EQ(fit("webhook", 1), "…"); }
TEST(FitText, IsQuickWithVeryLongText) { EXPECT_EQ(fit(std::string(1'000'000, 'x'), 28), "xxx…"); }

TEST(Wrap, BreaksAfterSpaces) { EXPECT_EQ(wrap("one two three", 7 * 8), (Lines{"one two", "three"})); }
TEST(Wrap, BreaksAtLineFeeds) { EXPECT_EQ(wrap("one\n\ntwo", 700), (Lines{"one", "", "two"})); }
TEST(Wrap, BreaksInsideWordsThatAreTooWide) { EXPECT_EQ(wrap("abcdefgh", 7 * 3), (Lines{"abc", "def", "gh"})); }
TEST(Wrap, BreaksBetweenEastAsianLetters) { EXPECT_EQ(wrap("東京都心", 14 * 2), (Lines{"東京", "都心"})); }
TEST(Wrap, NothingIsOneEmptyLine) { EXPECT_EQ(wrap("", 100), (Lines{""})); }
TEST(Wrap, ALineFeedAtTheEndBeginsALine) { EXPECT_EQ(wrap("one\n", 100), (Lines{"one", ""})); }
TEST(Wrap, TakesAtLeastOneLetterPerLine) { EXPECT_EQ(wrap("ab", 1), (Lines{"a", "b"})); }

TEST(Utf8, StepsOverWholeCodePoints) {
  constexpr std::string_view text = "aé€😀";
  EXPECT_EQ(next_code_point(text, 0), 1U);
  EXPECT_EQ(next_code_point(text, 1), 3U);
  EXPECT_EQ(next_code_point(text, 3), 6U);
  EXPECT_EQ(next_code_point(text, 6), 10U);
  EXPECT_EQ(code_point_at(text, 6), U'😀');
  EXPECT_EQ(previous_code_point(text, 10), 6U);
}

TEST(Utf8, TakesBrokenBytesOneByOne) {
  const std::string text =
      "\xE2\x82"
      "a\xFF";
  EXPECT_EQ(next_code_point(text, 0), 1U);
  EXPECT_EQ(code_point_at(text, 0), 0xFFFDU);
  EXPECT_EQ(next_code_point(text, 3), 4U);
}

// ---- Text on the page

TEST(Label, ReportsAllOfATextThatIsCut) {
  Headless ui([](Ui& u) { label(u, {0, 0, 30, 20}, {.text = "A very long name"}); });
  ui.settle();
  EXPECT_TRUE(ui.by_role(Role::text, "A very long name").exists());
}

TEST(Heading, HasItsLevel) {
  Headless ui([](Ui& u) { heading(u, {0, 0, 300, 30}, {.text = "WebHooks", .level = 1}); });
  ui.settle();
  EXPECT_EQ(ui.heading("WebHooks").node().level, 1);
}

TEST(Paragraph, IsAsTallAsMeasured) {
  float drawn = 0;
  float measured = 0;
  constexpr std::string_view text = "one two three four five six";
  Headless ui([&](Ui& u) {
    measured = paragraph_height(u, TextStyle::body, text, 80);
    drawn = paragraph(u, {0, 0, 80, 500}, {.text = text});
  });
  ui.settle();
  EXPECT_EQ(drawn, measured);
  EXPECT_EQ(ui.by_role(Role::paragraph).node().rect.height, measured);
}

TEST(Code, ReportsItsLinesAndMarksAsOneText) {
  const std::vector<CodeLine> lines{{.text = "{", .mark = CodeLine::Mark::none},
                                    {.text = "  \"Name\": \"a\"", .mark = CodeLine::Mark::removed},
                                    {.text = "  \"Name\": \"b\"", .mark = CodeLine::Mark::added}};
  Headless ui([&](Ui& u) { code(u, {0, 0, 400, 200}, {.name = "Changes", .lines = lines, .line_marks = true}); });
  ui.settle();
  EXPECT_EQ(ui.by_role(Role::code).name(), "  {\n-   \"Name\": \"a\"\n+   \"Name\": \"b\"");
}

TEST(Code, ShowsOnlyTheBeginningOfAVeryLongLineAndCutsNoLetter) {
  std::string line = "x";
  for (int letter = 0; letter < 1500; ++letter) line += "é";
  const std::vector<CodeLine> lines{{.text = line, .mark = CodeLine::Mark::none}};
  Headless ui([&](Ui& u) { code(u, {0, 0, 400, 200}, {.name = "Body", .lines = lines}); });
  ui.settle();
  EXPECT_EQ(ui.by_role(Role::code).name(), line.substr(0, 1999) + "…");
}

TEST(Code, CanBeScrolledByKeysBecauseItTakesTheFocus) {
  const std::vector<CodeLine> lines(100, CodeLine{.text = "x"});
  Headless ui([&](Ui& u) { code(u, {0, 0, 400, 200}, {.name = "Body", .lines = lines}); });
  ui.settle();
  EXPECT_EQ(ui.page().tab_order().size(), 1U);
}

// ---- Scroll areas

class Scrolled : public testing::Test {
 protected:
  void draw(Ui& u) {
    ScrollArea area(u, {0, 100, 300, 200}, {.id = "list", .name = "List", .role = Role::region});
    shown = area.content();
    label(u, {area.content().x, area.content().y + 500, 100, 20}, {.text = "Far below"});
    area.set_content_height(content_height);
  }
  Rect shown;
  float content_height = 1000;
  Headless ui{[this](Ui& u) { draw(u); }};
};

TEST_F(Scrolled, LearnsItsHeightWhileDrawing) {
  ui.settle();
  EXPECT_EQ(ui.by_role(Role::region, "List").node().content_height, 1000);
}

TEST_F(Scrolled, ShiftsWhatIsInside) {
  ui.settle();
  ui.by_role(Role::region, "List").scroll_to(250);
  EXPECT_EQ(shown.y, -150);
  EXPECT_EQ(ui.by_role(Role::text, "Far below").node().rect.y, 350);
}

TEST_F(Scrolled, StaysInsideWhenTheContentShrinks) {
  ui.settle();
  ui.by_role(Role::region, "List").scroll_to(800);
  content_height = 300;
  ui.settle();
  EXPECT_EQ(shown.y, 0) << "300 px of content in 200 px can be scrolled by 100 px";
}

TEST_F(Scrolled, LeavesRoomForTheScrollBar) {
  ui.settle();
  EXPECT_LT(shown.width, 300);
  content_height = 100;
  ui.settle();
  EXPECT_EQ(shown.width, 300);
}

}  // namespace
}  // namespace gui
