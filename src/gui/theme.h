// Colours, sizes and spacing of everything that is drawn, as plain values. Nothing here draws.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "gui/text_engine.h"
#include "imgui.h"

namespace gui {

/// 0xAABBGGRR as Dear ImGui has it, not premultiplied.
using Color = ImU32;

/// The colour written as in CSS, 0xRRGGBB, opaque.
[[nodiscard]] constexpr Color rgb(unsigned int hex) {
  return 0xFF000000U | ((hex & 0xFFU) << 16U) | (hex & 0xFF00U) | ((hex >> 16U) & 0xFFU);
}

/// The system colours of CSS Color 4 that are used with forced colours, opaque.
struct SystemColors {
  Color canvas = rgb(0xffffff);
  Color canvas_text = rgb(0x000000);
  Color link_text = rgb(0x00009f);
  Color highlight = rgb(0x00009f);

  friend bool operator==(const SystemColors&, const SystemColors&) = default;
};

/// What the person asked of the browser or the system.
struct Preferences {
  bool dark = false;
  bool more_contrast = false;
  bool forced_colors = false;  // only those of `system` are to be used
  bool reduced_motion = false;
  bool coarse_pointer = false;  // fingers: targets of at least 44 px
  bool apple_keys = false;      // shortcuts are written with ⌘ in place of Ctrl
  float text_scale = 1;         // root font size / 16 px, > 0
  SystemColors system = {};

  friend bool operator==(const Preferences&, const Preferences&) = default;
};

/// The same colour with another opacity, 0..1.
[[nodiscard]] Color with_alpha(Color color, float alpha);

/// What something is about, told by colour; always told by words or an icon too.
enum class Tone : std::uint8_t { neutral, accent, success, warning, danger };

/// The colours of one tone.
struct ToneColors {
  Color background;  // soft, behind `foreground`: badges, notices
  Color foreground;  // text and icons, readable on `background` and on every surface
  Color border;      // round `background`; decoration only
};

/// "Text" colours are readable (WCAG 2.2, 4.5:1) on every surface and row colour, "control" colours stand out (3:1).
struct Colors {
  Color page;     // behind everything
  Color surface;  // panels
  Color raised;   // dialogs and popups
  Color sunken;   // code, table headers
  Color line;     // decorative borders and separators
  Color control;  // control: borders of fields, switches that are off
  Color text;
  Color muted;   // text of second rank
  Color accent;  // filled buttons, control; text on surfaces as well (links)
  Color accent_hover;
  Color on_accent;  // text on both
  Color danger;     // filled dangerous buttons
  Color danger_hover;
  Color on_danger;
  Color focus_ring;  // control
  Color field;       // inside of text fields
  Color field_disabled;
  Color selection;  // behind selected text and the active option
  Color button;     // secondary buttons
  Color button_hover;
  Color row_hover;
  Color row_current;  // the row the keyboard is on
  Color scrim;        // over what a dialog covers; translucent
  Color shadow;       // translucent
  ToneColors neutral;
  ToneColors accent_tone;
  ToneColors success;
  ToneColors warning;
  ToneColors danger_tone;
};

/// The typographic scale.
enum class TextStyle : std::uint8_t {
  small,      // 12: badges, facts of third rank
  compact,    // 13: labels of fields, hints
  body,       // 14
  strong,     // 14, medium weight
  large,      // 16
  title,      // 20, bold
  display,    // 24, bold
  code,       // 13, monospace
  field,      // 14, or 16 under fingers (phones zoom in on smaller): what is typed
  field_code  // the same in monospace
};

struct Theme {
  Preferences preferences;
  Colors color{};

  // All in CSS pixels, before the text scale where text is concerned.
  float control_height = 36;  // 44 under fingers
  float row_height = 44;      // of grids
  float radius_small = 4;
  float radius = 6;
  float radius_large = 12;
  float border = 1;  // 2 with more contrast
  float focus_ring = 2;
  float scrollbar = 12;  // kept free at the right of scroll areas, for the browser's own bar
};

[[nodiscard]] Theme make_theme(const Preferences& preferences);

/// A distance on the grid of 4 px.
[[nodiscard]] constexpr float space(float steps) { return steps * 4.0F; }

[[nodiscard]] Font font(const Theme& theme, TextStyle style);
/// The distance of baselines, whole pixels. CSS: `line-height: 1.5` for fields.
[[nodiscard]] float line_height(const Theme& theme, TextStyle style);
[[nodiscard]] const ToneColors& tone_colors(const Theme& theme, Tone tone);

/// The colours under the names that web/style.css uses, e.g. {"--surface", "#ffffff"}; translucent ones as #rrggbbaa.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> css_variables(const Theme& theme);

}  // namespace gui
