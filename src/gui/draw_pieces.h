// What a draw command of Dear ImGui comes to: large rectangles of one opaque colour, which a renderer can clear, and
// triangles. Most of a frame's pixels are such rectangles, and where the processor draws (no graphics card, a remote
// desktop) clearing one costs a small part of shading and blending it.
#pragma once

#include <variant>
#include <vector>

#include "imgui.h"

namespace gui {

/// In device pixels from the top left of the canvas; right and bottom are outside.
struct DeviceRect {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;

  [[nodiscard]] bool empty() const { return right <= left || bottom <= top; }
  [[nodiscard]] long long area() const { return empty() ? 0 : static_cast<long long>(right - left) * (bottom - top); }

  friend bool operator==(const DeviceRect&, const DeviceRect&) = default;
};

[[nodiscard]] DeviceRect intersection(const DeviceRect& a, const DeviceRect& b);

/// The pixels whose centres are inside the rectangle from `min` to `max` in CSS pixels, as a rasteriser fills it.
[[nodiscard]] DeviceRect covered_pixels(const ImDrawData& data, ImVec2 min, ImVec2 max);

/// A rectangle of one opaque colour, cut to the command's clip.
struct ClearedRectangle {
  DeviceRect rect;
  ImU32 color = 0;

  friend bool operator==(const ClearedRectangle&, const ClearedRectangle&) = default;
};

/// Triangles next to each other in the list's index buffer.
struct Triangles {
  unsigned int first_index = 0;
  unsigned int index_count = 0;

  friend bool operator==(const Triangles&, const Triangles&) = default;
};

using DrawPiece = std::variant<Triangles, ClearedRectangle>;

/// Smaller rectangles stay triangles, to keep the calls few. In device pixels.
inline constexpr long long least_cleared_area = 8'192;

/// Whether a command draws shapes of bare colours, as all do that use Dear ImGui's own texture: here every corner points
/// at its one white texel (see Ui::Ui).
[[nodiscard]] bool is_plain(const ImDrawCmd& command);

/// Puts the pieces of one command of `list`, in the order they are to be drawn in, in place of what `pieces` held.
/// `clip` is the command's clip in device pixels.
void split_command(const ImDrawData& data, const ImDrawList& list, const ImDrawCmd& command, const DeviceRect& clip,
                   std::vector<DrawPiece>& pieces);

}  // namespace gui
