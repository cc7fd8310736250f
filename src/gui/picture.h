// What a frame looks like as a list of shapes, for a world that cannot draw Dear ImGui's triangles.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "gui/geometry.h"
#include "gui/text_engine.h"
#include "imgui.h"

namespace gui {

/// One shape. All lengths are CSS pixels in the window.
struct Shape {
  enum class Kind : std::uint8_t {
    rectangle,  // `rect`, with corners of `radius`
    path,       // through `count` points of Picture::points, from `first`
    text,       // one line in `font`, its pen at the corner of `rect`: `count` bytes of Picture::text, from `first`
  };
  Kind kind = Kind::rectangle;
  int layer = 0;  // higher ones stand over lower ones, later ones over earlier ones
  Rect clip;      // nothing outside shows
  Rect rect;
  float radius = 0;
  float thickness = 0;  // of the line; 0: filled
  bool closed = false;  // paths: back to the first point
  ImU32 color = 0;      // 0xAABBGGRR
  Font font;
  std::size_t first = 0;
  std::size_t count = 0;
};

struct Picture {
  std::vector<Shape> shapes;
  std::vector<ImVec2> points;
  std::string text;  // UTF-8
  int layers = 1;
};

}  // namespace gui
