// What is to be drawn of a frame: the pieces of all its commands that can be seen in a part of the canvas.
#pragma once

#include <vector>

#include "gui/draw_pieces.h"
#include "gui/drawn_frame.h"
#include "imgui.h"

namespace gui {

struct FramePiece {
  const ImDrawList* list = nullptr;
  const ImDrawCmd* command = nullptr;
  DrawPiece piece;
  DeviceRect clip;  // nothing is to be drawn outside; of a cleared rectangle, all of it
};

/// Puts the pieces in the order they are to be drawn in, in place of what `pieces` held: so much as touches `area`, without
/// what later ones cover. `frame` is the record of `data`; the pieces point into `data`.
void find_pieces(const ImDrawData& data, const DrawnFrame& frame, const DeviceRect& area,
                 std::vector<FramePiece>& pieces);

}  // namespace gui
