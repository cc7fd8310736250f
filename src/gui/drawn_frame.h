// What a frame was drawn from, kept so that the next one needs to be drawn only where it looks different. Most frames
// change little: a letter, a row under the pointer. Where the processor draws, that is most of what a frame costs.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "gui/draw_pieces.h"
#include "imgui.h"

namespace gui {

/// Corners of triangles, three each.
using Corners = std::span<const ImDrawVert>;
inline constexpr unsigned int corners_of_triangle = 3;

/// Every pixel these triangles may touch; `scale` is in device pixels per CSS pixel.
[[nodiscard]] DeviceRect touched_pixels(Corners corners, ImVec2 scale);

/// A draw command of Dear ImGui, of whichever list.
struct DrawnCommand {
  DeviceRect clip;
  DeviceRect bounds;  // of what it draws within the clip
  ImTextureID texture = ImTextureID_Invalid;
  std::size_t first_corner = 0;  // in DrawnFrame::corners
  std::size_t corner_count = 0;
};

struct DrawnFrame {
  int width = 0;  // of the canvas in device pixels; 0: nothing is known of it
  int height = 0;
  ImVec2 scale;
  std::vector<DrawnCommand> commands;  // in the order they are drawn in, all lists' together
  std::vector<ImDrawVert> corners;
};

/// Puts what a frame is drawn from in place of what `frame` held.
void record(const ImDrawData& data, int width, int height, DrawnFrame& frame);

/// Outside this rectangle the pixels of both are the same; it is empty when all are. The textures are taken to show at
/// each place what they showed before: when they do not, forget the frame before.
[[nodiscard]] DeviceRect changed_area(const DrawnFrame& before, const DrawnFrame& now);

}  // namespace gui
