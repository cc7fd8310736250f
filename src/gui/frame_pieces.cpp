// What is to be drawn of a frame: the pieces that can be seen.
#include "gui/frame_pieces.h"

#include <algorithm>
#include <variant>

namespace gui {

namespace {

bool contains(const DeviceRect& outer, const DeviceRect& inner) { return intersection(outer, inner) == inner; }

// Leaves out triangles at both ends that do not touch `clip`; the clip becomes no larger than what the others touch.
void trim(FramePiece& piece, Triangles& triangles, Corners corners, ImVec2 scale) {
  const auto is_outside = [&](Corners triangle) {
    return intersection(touched_pixels(triangle, scale), piece.clip).empty();
  };
  while (!corners.empty() && is_outside(corners.first(corners_of_triangle))) {
    corners = corners.subspan(corners_of_triangle);
    triangles.first_index += corners_of_triangle;
  }
  while (!corners.empty() && is_outside(corners.last(corners_of_triangle))) {
    corners = corners.first(corners.size() - corners_of_triangle);
  }
  triangles.index_count = static_cast<unsigned int>(corners.size());
  piece.clip = intersection(piece.clip, touched_pixels(corners, scale));
}

// What `cover` leaves of a rectangle, where that is a rectangle.
DeviceRect uncovered(DeviceRect rect, const DeviceRect& cover) {
  if (cover.left <= rect.left && cover.right >= rect.right) {
    if (cover.top <= rect.top) {
      rect.top = std::max(rect.top, cover.bottom);
    } else if (cover.bottom >= rect.bottom) {
      rect.bottom = std::min(rect.bottom, cover.top);
    }
  } else if (cover.top <= rect.top && cover.bottom >= rect.bottom) {
    if (cover.left <= rect.left) {
      rect.left = std::max(rect.left, cover.right);
    } else if (cover.right >= rect.right) {
      rect.right = std::min(rect.right, cover.left);
    }
  }
  return rect;
}

// Cleared rectangles are opaque. From the last piece to the first, so that each knows what is drawn over it.
void remove_covered(std::vector<FramePiece>& pieces) {
  std::vector<DeviceRect> covers;
  for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) {
    auto* cleared = std::get_if<ClearedRectangle>(&piece->piece);
    for (const DeviceRect& cover : covers) {
      if (cleared != nullptr) {
        piece->clip = uncovered(piece->clip, cover);
      } else if (contains(cover, piece->clip)) {
        piece->clip = {};
      }
    }
    if (cleared != nullptr) {
      cleared->rect = piece->clip;
      covers.push_back(piece->clip);
    }
  }
  std::erase_if(pieces, [](const FramePiece& piece) { return piece.clip.empty(); });
}

}  // namespace

void find_pieces(const ImDrawData& data, const DrawnFrame& frame, const DeviceRect& area,
                 std::vector<FramePiece>& pieces) {
  pieces.clear();
  std::vector<DrawPiece> split;
  auto drawn = frame.commands.begin();
  for (const ImDrawList* list : data.CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) {
      const DrawnCommand& known = *drawn++;
      if (known.texture == ImTextureID_Invalid || intersection(known.bounds, area).empty()) {
        continue;
      }
      const DeviceRect clip = intersection(known.clip, area);
      split_command(data, *list, command, clip, split);
      for (const DrawPiece& part : split) {
        FramePiece& piece = pieces.emplace_back(FramePiece{list, &command, part, clip});
        if (const auto* cleared = std::get_if<ClearedRectangle>(&piece.piece)) {
          piece.clip = cleared->rect;
        } else if (auto* triangles = std::get_if<Triangles>(&piece.piece)) {
          const std::size_t first = known.first_corner + triangles->first_index - command.IdxOffset;
          trim(piece, *triangles, Corners(frame.corners).subspan(first, triangles->index_count), frame.scale);
        }
      }
    }
  }
  remove_covered(pieces);
}

}  // namespace gui
