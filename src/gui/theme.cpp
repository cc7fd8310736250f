// Colours, sizes and spacing of everything that is drawn.
#include "gui/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gui {

namespace {

Colors light_colors() {
  Colors c{};
  c.page = rgb(0xf5f6f8);
  c.surface = rgb(0xffffff);
  c.raised = rgb(0xffffff);
  c.sunken = rgb(0xf1f3f6);
  c.line = rgb(0xdfe2e7);
  c.control = rgb(0x868d9a);
  c.text = rgb(0x1a1d23);
  c.muted = rgb(0x5b6270);
  c.accent = rgb(0x2450b8);
  c.accent_hover = rgb(0x1c429b);
  c.on_accent = rgb(0xffffff);
  c.danger = rgb(0xb3261e);
  c.danger_hover = rgb(0x981c15);
  c.on_danger = rgb(0xffffff);
  c.focus_ring = rgb(0x2450b8);
  c.field = rgb(0xffffff);
  c.field_disabled = rgb(0xf1f3f6);
  c.selection = rgb(0xdbe6ff);
  c.button = rgb(0xffffff);
  c.button_hover = rgb(0xf1f3f6);
  c.row_hover = rgb(0xf5f7fa);
  c.row_current = rgb(0xecf1fd);
  c.scrim = with_alpha(rgb(0x14171c), 0.45F);
  c.shadow = with_alpha(rgb(0x101828), 0.10F);
  c.neutral = {rgb(0xeceef2), rgb(0x474d59), rgb(0xd5d9e0)};
  c.accent_tone = {rgb(0xe6edfe), rgb(0x2450b8), rgb(0xbfd0fa)};
  c.success = {rgb(0xe5f5ec), rgb(0x12663c), rgb(0xb4dfc6)};
  c.warning = {rgb(0xfdf2dc), rgb(0x7d4a06), rgb(0xf0d6a1)};
  c.danger_tone = {rgb(0xfdf0ef), rgb(0xb3261e), rgb(0xf3c6c2)};
  return c;
}

Colors dark_colors() {
  Colors c{};
  c.page = rgb(0x14171c);
  c.surface = rgb(0x1c2027);
  c.raised = rgb(0x242932);
  c.sunken = rgb(0x181b21);
  c.line = rgb(0x30353f);
  c.control = rgb(0x767e8c);
  c.text = rgb(0xe7e9ee);
  c.muted = rgb(0xa2a9b6);
  c.accent = rgb(0x8fb0ff);
  c.accent_hover = rgb(0xa9c2ff);
  c.on_accent = rgb(0x10192e);
  c.danger = rgb(0xff9d94);
  c.danger_hover = rgb(0xffb4ad);
  c.on_danger = rgb(0x2d0d0a);
  c.focus_ring = rgb(0x8fb0ff);
  c.field = rgb(0x171a20);
  c.field_disabled = rgb(0x20242c);
  c.selection = rgb(0x263558);
  c.button = rgb(0x272c35);
  c.button_hover = rgb(0x30363f);
  c.row_hover = rgb(0x22262e);
  c.row_current = rgb(0x252d40);
  c.scrim = with_alpha(rgb(0x000000), 0.6F);
  c.shadow = with_alpha(rgb(0x000000), 0.35F);
  c.neutral = {rgb(0x2d323c), rgb(0xc3c8d2), rgb(0x3f4551)};
  c.accent_tone = {rgb(0x222d49), rgb(0xa9c2ff), rgb(0x37497a)};
  c.success = {rgb(0x173226), rgb(0x86d9ab), rgb(0x285640)};
  c.warning = {rgb(0x382b13), rgb(0xf2c46d), rgb(0x5d4820)};
  c.danger_tone = {rgb(0x35201f), rgb(0xff9d94), rgb(0x5f3532)};
  return c;
}

void raise_contrast(Colors& c, bool dark) {
  const Color strong = dark ? rgb(0xffffff) : rgb(0x000000);
  c.text = strong;
  c.muted = dark ? rgb(0xd6dae2) : rgb(0x33373f);
  c.control = dark ? rgb(0xc9ced8) : rgb(0x3d434e);
  c.line = dark ? rgb(0x8a919e) : rgb(0x7a818d);
  for (ToneColors* tone : {&c.neutral, &c.accent_tone, &c.success, &c.warning, &c.danger_tone}) {
    tone->border = tone->foreground;
  }
}

/// `share` (0..1) of `color` on `ground`, both opaque.
Color mixed(Color ground, Color color, float share) {
  Color result = 0xFF000000U;
  for (unsigned int shift = 0; shift < 24; shift += 8) {
    const auto from = static_cast<float>((ground >> shift) & 0xFFU);
    const auto to = static_cast<float>((color >> shift) & 0xFFU);
    result |= static_cast<Color>(std::lround(from + (to - from) * share)) << shift;
  }
  return result;
}

// The browser recolours no canvas, so what it would do to a page is done here.
Colors forced_colors(const SystemColors& system) {
  const Color ground = system.canvas;
  const Color ink = system.canvas_text;
  Colors c = light_colors();
  c.page = c.surface = c.raised = c.sunken = c.field = c.field_disabled = c.button = c.row_hover = ground;
  c.text = c.muted = c.line = c.control = ink;
  c.accent = c.accent_hover = system.link_text;
  c.on_accent = c.on_danger = ground;
  c.danger = c.danger_hover = ink;
  c.focus_ring = system.highlight;
  c.button_hover = c.selection = c.row_current = mixed(ground, system.highlight, 0.2F);
  for (ToneColors* tone : {&c.neutral, &c.accent_tone, &c.success, &c.warning, &c.danger_tone}) {
    *tone = {ground, ink, ink};
  }
  return c;
}

struct Typeface {
  float size;
  Weight weight;
  Family family;
  float line_height;
};

Typeface typeface(const Theme& theme, TextStyle style) {
  const float field = theme.preferences.coarse_pointer ? 16 : 14;
  switch (style) {
    case TextStyle::small:
      return {12, Weight::medium, Family::interface, 16};
    case TextStyle::compact:
      return {13, Weight::regular, Family::interface, 20};
    case TextStyle::body:
      return {14, Weight::regular, Family::interface, 20};
    case TextStyle::strong:
      return {14, Weight::medium, Family::interface, 20};
    case TextStyle::large:
      return {16, Weight::medium, Family::interface, 24};
    case TextStyle::title:
      return {20, Weight::bold, Family::interface, 28};
    case TextStyle::display:
      return {24, Weight::bold, Family::interface, 32};
    case TextStyle::code:
      return {13, Weight::regular, Family::monospace, 20};
    case TextStyle::field:
      return {field, Weight::regular, Family::interface, field * 1.5F};
    case TextStyle::field_code:
      return {field, Weight::regular, Family::monospace, field * 1.5F};
  }
  return {14, Weight::regular, Family::interface, 20};
}

std::string css_color(Color color) {
  static constexpr std::array digits{'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
  std::string text = "#";
  const bool opaque = color >> 24U == 0xFF;
  for (unsigned int byte = 0; byte < (opaque ? 3U : 4U); ++byte) {
    const unsigned int value = (color >> (8 * byte)) & 0xFFU;
    text += digits.at(value >> 4U);
    text += digits.at(value & 15U);
  }
  return text;
}

}  // namespace

Color with_alpha(Color color, float alpha) {
  const auto byte = static_cast<Color>(std::lround(std::clamp(alpha, 0.0F, 1.0F) * 255));
  return (color & 0x00FFFFFFU) | (byte << 24U);
}

Theme make_theme(const Preferences& preferences) {
  Theme theme;
  theme.preferences = preferences;
  theme.preferences.text_scale = std::clamp(preferences.text_scale, 0.5F, 4.0F);
  theme.color = preferences.dark ? dark_colors() : light_colors();
  if (preferences.more_contrast) {
    raise_contrast(theme.color, preferences.dark);
    theme.border = 2;
  }
  if (preferences.forced_colors) {
    theme.color = forced_colors(preferences.system);
  }
  const float scale = std::max(1.0F, theme.preferences.text_scale);
  theme.control_height = std::round((preferences.coarse_pointer ? 44.0F : 36.0F) * scale);
  theme.row_height = std::round((preferences.coarse_pointer ? 52.0F : 44.0F) * scale);
  return theme;
}

Font font(const Theme& theme, TextStyle style) {
  const Typeface face = typeface(theme, style);
  return {face.size * theme.preferences.text_scale, face.weight, face.family};
}

float line_height(const Theme& theme, TextStyle style) {
  return std::round(typeface(theme, style).line_height * theme.preferences.text_scale);
}

const ToneColors& tone_colors(const Theme& theme, Tone tone) {
  switch (tone) {
    case Tone::neutral:
      return theme.color.neutral;
    case Tone::accent:
      return theme.color.accent_tone;
    case Tone::success:
      return theme.color.success;
    case Tone::warning:
      return theme.color.warning;
    case Tone::danger:
      return theme.color.danger_tone;
  }
  return theme.color.neutral;
}

std::vector<std::pair<std::string, std::string>> css_variables(const Theme& theme) {
  const Colors& c = theme.color;
  return {
      {"--page", css_color(c.page)},
      {"--surface", css_color(c.surface)},
      {"--text", css_color(c.text)},
      {"--muted", css_color(c.muted)},
      {"--border", css_color(c.control)},
      {"--line", css_color(c.line)},
      {"--accent", css_color(c.accent)},
      {"--accent-hover", css_color(c.accent_hover)},
      {"--on-accent", css_color(c.on_accent)},
      {"--danger", css_color(c.danger)},
      {"--danger-surface", css_color(c.danger_tone.background)},
      {"--field", css_color(c.field)},
      {"--focus-ring", css_color(c.focus_ring)},
      {"--selection", css_color(c.selection)},
  };
}

}  // namespace gui
