// Every colour of text can be read, every control can be seen, in every theme.
#include "gui/theme.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace gui {
namespace {

// WCAG 2.2, "relative luminance" and "contrast ratio".
double luminance(Color color) {
  const auto channel = [&](unsigned int shift) {
    const double value = static_cast<double>((color >> shift) & 0xFFU) / 255;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(0) + 0.7152 * channel(8) + 0.0722 * channel(16);
}

double contrast(Color a, Color b) {
  const double first = luminance(a);
  const double second = luminance(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

struct NamedColor {
  std::string_view name;
  Color color;
};

std::vector<NamedColor> grounds(const Colors& c) {
  return {{"page", c.page},           {"surface", c.surface},
          {"raised", c.raised},       {"sunken", c.sunken},
          {"row_hover", c.row_hover}, {"row_current", c.row_current},
          {"field", c.field},         {"field_disabled", c.field_disabled},
          {"button", c.button},       {"button_hover", c.button_hover}};
}

class EachTheme : public testing::TestWithParam<std::tuple<bool, bool, bool>> {
 protected:
  [[nodiscard]] static Theme theme() {
    const auto [dark, more_contrast, forced] = GetParam();
    return make_theme({.dark = dark, .more_contrast = more_contrast, .forced_colors = forced});
  }
  static void expect(double least, NamedColor front, NamedColor ground) {
    EXPECT_GE(contrast(front.color, ground.color), least) << front.name << " on " << ground.name;
  }
};

// Palettes that systems offer for contrast, dark and light.
class EachForcedPalette : public testing::TestWithParam<SystemColors> {};

INSTANTIATE_TEST_SUITE_P(All, EachForcedPalette,
                         testing::Values(SystemColors{},
                                         SystemColors{rgb(0x202020), rgb(0xffffff), rgb(0x75e9fc), rgb(0x8ee3f0)},
                                         SystemColors{rgb(0xfffaef), rgb(0x3d3d3d), rgb(0x1c5e75), rgb(0x903909)},
                                         SystemColors{rgb(0x2d3236), rgb(0xffffff), rgb(0x70ebde), rgb(0xa1bfde)},
                                         SystemColors{rgb(0x000000), rgb(0xffffff), rgb(0x8080ff), rgb(0xd6b4fd)}));

TEST_P(EachForcedPalette, IsWhatIsDrawnWith) {
  const SystemColors system = GetParam();
  const Colors c = make_theme({.forced_colors = true, .system = system}).color;
  for (const Color ground : {c.page, c.surface, c.raised, c.field, c.button, c.danger_tone.background}) {
    EXPECT_EQ(ground, system.canvas);
  }
  for (const Color ink : {c.text, c.muted, c.control, c.line, c.danger_tone.foreground}) {
    EXPECT_EQ(ink, system.canvas_text);
  }
  EXPECT_EQ(c.accent, system.link_text);
  EXPECT_EQ(c.focus_ring, system.highlight);
}

TEST_P(EachForcedPalette, CanBeReadOnWhatIsSelected) {
  const Colors c = make_theme({.forced_colors = true, .system = GetParam()}).color;
  EXPECT_GE(contrast(c.text, c.selection), 4.5);
  EXPECT_GE(contrast(c.on_accent, c.accent), 4.5);
  EXPECT_GE(contrast(c.control, c.page), 3);
}

INSTANTIATE_TEST_SUITE_P(All, EachTheme, testing::Combine(testing::Bool(), testing::Bool(), testing::Bool()));

TEST_P(EachTheme, TextCanBeReadOnEveryGround) {
  const Colors c = theme().color;
  for (const NamedColor& ground : grounds(c)) {
    expect(4.5, {"text", c.text}, ground);
    expect(4.5, {"muted", c.muted}, ground);
    expect(4.5, {"danger foreground", c.danger_tone.foreground}, ground);
  }
}

TEST_P(EachTheme, TheActiveOptionCanBeRead) {
  const Colors c = theme().color;
  expect(4.5, {"text", c.text}, {"selection", c.selection});
  expect(4.5, {"muted", c.muted}, {"selection", c.selection});
  expect(3, {"accent", c.accent}, {"selection", c.selection});
}

TEST_P(EachTheme, LinksCanBeReadWhereTheyStand) {
  const Colors c = theme().color;
  for (const NamedColor& ground : {NamedColor{"page", c.page}, {"surface", c.surface}, {"raised", c.raised}}) {
    expect(4.5, {"accent", c.accent}, ground);
    expect(4.5, {"accent_hover", c.accent_hover}, ground);
  }
}

TEST_P(EachTheme, FilledButtonsCanBeRead) {
  const Colors c = theme().color;
  expect(4.5, {"on_accent", c.on_accent}, {"accent", c.accent});
  expect(4.5, {"on_accent", c.on_accent}, {"accent_hover", c.accent_hover});
  expect(4.5, {"on_danger", c.on_danger}, {"danger", c.danger});
  expect(4.5, {"on_danger", c.on_danger}, {"danger_hover", c.danger_hover});
}

TEST_P(EachTheme, BadgesAndNoticesCanBeReadInEveryTone) {
  const Theme chosen = theme();
  for (const Tone tone : {Tone::neutral, Tone::accent, Tone::success, Tone::warning, Tone::danger}) {
    const ToneColors& colors = tone_colors(chosen, tone);
    expect(4.5, {"foreground", colors.foreground}, {"background", colors.background});
    expect(4.5, {"text", chosen.color.text}, {"background", colors.background});
    for (const NamedColor& ground : grounds(chosen.color)) {
      expect(4.5, {"foreground", colors.foreground}, ground);
    }
  }
}

TEST_P(EachTheme, ControlsStandOut) {
  const Colors c = theme().color;
  for (const NamedColor& ground : {NamedColor{"page", c.page}, {"surface", c.surface}, {"raised", c.raised}}) {
    expect(3, {"control", c.control}, ground);
    expect(3, {"accent", c.accent}, ground);
    expect(3, {"danger", c.danger}, ground);
  }
  for (const NamedColor& ground : grounds(c)) {
    expect(3, {"focus_ring", c.focus_ring}, ground);
  }
  expect(3, {"control", c.control}, {"field", c.field});
  expect(3, {"the knob", c.surface}, {"a switch that is off", c.control});
  expect(3, {"the knob", c.on_accent}, {"a switch that is on", c.accent});
}

TEST(Theme, GrowsWithTheTextAndForFingers) {
  EXPECT_EQ(make_theme({}).control_height, 36);
  EXPECT_EQ(make_theme({.coarse_pointer = true}).control_height, 44);
  EXPECT_EQ(make_theme({.text_scale = 2}).control_height, 72);
  EXPECT_EQ(font(make_theme({.text_scale = 2}), TextStyle::body).size, 28);
}

TEST(Theme, FieldsUnderFingersAreLargeEnoughNotToBeZoomed) {
  EXPECT_GE(font(make_theme({.coarse_pointer = true}), TextStyle::field).size, 16);
}

TEST(Theme, WritesItsColoursAsCss) {
  const auto variables = css_variables(make_theme({}));
  const auto surface = std::find_if(variables.begin(), variables.end(),
                                    [](const auto& variable) { return variable.first == "--surface"; });
  ASSERT_NE(surface, variables.end());
  EXPECT_EQ(surface->second, "#ffffff");
}

TEST(Theme, RgbIsWrittenAsInCss) { EXPECT_EQ(rgb(0x123456), 0xFF563412U); }

}  // namespace
}  // namespace gui
