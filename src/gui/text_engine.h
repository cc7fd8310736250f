// Where text comes from: the toolkit asks for whole runs, measured and drawn by the world it runs in (a browser's
// canvas, or a fixed-width stand-in in tests). Shaping, kerning and writing direction are that world's business.
#pragma once

#include <cstdint>
#include <string_view>

#include "imgui.h"

namespace gui {

enum class Weight : std::uint8_t { regular, medium, bold };
enum class Family : std::uint8_t { interface, monospace };

/// A font by its style. `size` is the em size in CSS pixels, > 0.
struct Font {
  float size = 14;
  Weight weight = Weight::regular;
  Family family = Family::interface;

  friend bool operator==(const Font&, const Font&) = default;
};

/// Distances from the baseline in CSS pixels, both positive, whole numbers as CSS rounds them.
struct FontMetrics {
  float ascent = 0;
  float descent = 0;
};

/// A run of text in a texture. Drawn as one quad, untinted: the colour is in the texels (premultiplied).
struct Run {
  ImTextureID texture = 0;  // 0: nothing to draw (empty text, or a world without pixels)
  ImVec2 uv_min;
  ImVec2 uv_max;
  ImVec2 offset;  // from the pen position on the baseline to the quad's top left, CSS pixels
  ImVec2 size;    // of the quad, CSS pixels, a whole number of device pixels
};

class TextEngine {
 public:
  virtual ~TextEngine() = default;

  /// The advance width of `text` (UTF-8, one line) in CSS pixels.
  [[nodiscard]] virtual float width(const Font& font, std::string_view text) = 0;
  [[nodiscard]] virtual FontMetrics metrics(const Font& font) = 0;

  /// `text` rasterised in `color` (0xAABBGGRR, as ImU32), valid until the end of this frame.
  [[nodiscard]] virtual Run rasterise(const Font& font, ImU32 color, std::string_view text) = 0;
};

}  // namespace gui
