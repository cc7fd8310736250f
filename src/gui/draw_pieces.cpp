// What a draw command of Dear ImGui comes to: large rectangles of one opaque colour, and triangles.
#include "gui/draw_pieces.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace gui {

namespace {

constexpr unsigned int indices_of_rectangle = 6;

bool is_opaque(ImU32 color) { return (color & IM_COL32_A_MASK) == IM_COL32_A_MASK; }

// As ImDrawList::PrimRect writes them: clockwise from the top left, in two triangles that share the first corner.
bool form_rectangle(const ImDrawIdx* index) {
  const int first = index[0];
  return index[1] == first + 1 && index[2] == first + 2 && index[3] == first && index[4] == first + 2 &&
         index[5] == first + 3;
}

bool form_rectangle(const ImDrawVert* corner) {
  return corner[0].pos.y == corner[1].pos.y && corner[1].pos.x == corner[2].pos.x &&
         corner[2].pos.y == corner[3].pos.y && corner[3].pos.x == corner[0].pos.x &&
         corner[0].pos.x < corner[2].pos.x && corner[0].pos.y < corner[2].pos.y;
}

bool have_one_color(const ImDrawVert* corner) {
  return std::all_of(corner + 1, corner + 4, [&](const ImDrawVert& other) { return other.col == corner->col; });
}

std::optional<ClearedRectangle> cleared_rectangle(const ImDrawData& data, const ImDrawIdx* index,
                                                  const ImDrawVert* vertices, const DeviceRect& clip) {
  if (!form_rectangle(index)) {
    return std::nullopt;
  }
  const ImDrawVert* corner = vertices + index[0];
  if (!is_opaque(corner->col) || !form_rectangle(corner) || !have_one_color(corner)) {
    return std::nullopt;
  }
  const DeviceRect shown = intersection(covered_pixels(data, corner[0].pos, corner[2].pos), clip);
  if (shown.area() < least_cleared_area) {
    return std::nullopt;
  }
  return ClearedRectangle{shown, corner->col};
}

}  // namespace

DeviceRect intersection(const DeviceRect& a, const DeviceRect& b) {
  return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right), std::min(a.bottom, b.bottom)};
}

DeviceRect covered_pixels(const ImDrawData& data, ImVec2 min, ImVec2 max) {
  const auto device = [](float position, float origin, float scale) {
    return static_cast<int>(std::lround((position - origin) * scale));
  };
  const ImVec2 origin = data.DisplayPos;
  const ImVec2 scale = data.FramebufferScale;
  return {device(min.x, origin.x, scale.x), device(min.y, origin.y, scale.y), device(max.x, origin.x, scale.x),
          device(max.y, origin.y, scale.y)};
}

bool is_plain(const ImDrawCmd& command) { return command.TexRef._TexData != nullptr; }

void split_command(const ImDrawData& data, const ImDrawList& list, const ImDrawCmd& command, const DeviceRect& clip,
                   std::vector<DrawPiece>& pieces) {
  pieces.clear();
  const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
  const unsigned int end = command.IdxOffset + command.ElemCount;
  unsigned int drawn = command.IdxOffset;
  const auto add_triangles_until = [&](unsigned int until) {
    if (until > drawn) {
      pieces.emplace_back(Triangles{drawn, until - drawn});
    }
  };
  for (unsigned int at = command.IdxOffset; is_plain(command) && at + indices_of_rectangle <= end;) {
    if (const auto rectangle = cleared_rectangle(data, list.IdxBuffer.Data + at, vertices, clip)) {
      add_triangles_until(at);
      pieces.emplace_back(*rectangle);
      at += indices_of_rectangle;
      drawn = at;
    } else {
      at += 3;
    }
  }
  add_triangles_until(end);
}

}  // namespace gui
