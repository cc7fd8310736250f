// What a frame was drawn from, and where the next one looks different.
#include "gui/drawn_frame.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <iterator>

namespace gui {

namespace {

DeviceRect united(const DeviceRect& a, const DeviceRect& b) {
  if (a.empty() || b.empty()) {
    return a.empty() ? b : a;
  }
  return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right), std::max(a.bottom, b.bottom)};
}

Corners corners_of(const DrawnFrame& frame, const DrawnCommand& command) {
  return Corners(frame.corners).subspan(command.first_corner, command.corner_count);
}

bool are_same(Corners a, Corners b) { return std::memcmp(a.data(), b.data(), a.size_bytes()) == 0; }

bool may_share_triangles(const DrawnCommand& a, const DrawnCommand& b) {
  return a.clip == b.clip && a.texture == b.texture;
}

bool look_the_same(const DrawnFrame& before, const DrawnCommand& old, const DrawnFrame& now,
                   const DrawnCommand& drawn) {
  return may_share_triangles(old, drawn) && old.corner_count == drawn.corner_count &&
         are_same(corners_of(before, old), corners_of(now, drawn));
}

std::size_t shared_at_begin(Corners a, Corners b) {
  std::size_t shared = 0;
  for (const std::size_t most = std::min(a.size(), b.size());
       shared < most && are_same(a.subspan(shared, corners_of_triangle), b.subspan(shared, corners_of_triangle));) {
    shared += corners_of_triangle;
  }
  return shared;
}

std::size_t shared_at_end(Corners a, Corners b) {
  std::size_t shared = 0;
  for (const std::size_t most = std::min(a.size(), b.size()); shared < most;) {
    const std::size_t next = shared + corners_of_triangle;
    if (!are_same(a.last(next).first(corners_of_triangle), b.last(next).first(corners_of_triangle))) {
      break;
    }
    shared = next;
  }
  return shared;
}

// Of two commands with one clip and texture: where their triangles differ.
DeviceRect changed_part(const DrawnFrame& before, const DrawnCommand& old, const DrawnFrame& now,
                        const DrawnCommand& drawn) {
  Corners a = corners_of(before, old);
  Corners b = corners_of(now, drawn);
  const std::size_t begin = shared_at_begin(a, b);
  a = a.subspan(begin);
  b = b.subspan(begin);
  const std::size_t end = shared_at_end(a, b);
  return intersection(
      united(touched_pixels(a.first(a.size() - end), before.scale), touched_pixels(b.first(b.size() - end), now.scale)),
      drawn.clip);
}

using Commands = std::span<const DrawnCommand>;

// Of the commands between those that look the same.
DeviceRect changed_part(const DrawnFrame& before, Commands old, const DrawnFrame& now, Commands drawn) {
  DeviceRect changed;
  const bool in_pairs =
      std::equal(old.begin(), old.end(), drawn.begin(), drawn.end(),
                 [](const DrawnCommand& a, const DrawnCommand& b) { return may_share_triangles(a, b); });
  if (in_pairs) {
    for (std::size_t at = 0; at < drawn.size(); ++at) {
      changed = united(changed, changed_part(before, old[at], now, drawn[at]));
    }
    return changed;
  }
  for (const Commands commands : {old, drawn}) {
    for (const DrawnCommand& command : commands) {
      changed = united(changed, command.bounds);
    }
  }
  return changed;
}

}  // namespace

DeviceRect touched_pixels(Corners corners, ImVec2 scale) {
  if (corners.empty()) {
    return {};
  }
  ImVec2 min = corners.front().pos;
  ImVec2 max = min;
  for (const ImDrawVert& corner : corners) {
    min = {std::min(min.x, corner.pos.x), std::min(min.y, corner.pos.y)};
    max = {std::max(max.x, corner.pos.x), std::max(max.y, corner.pos.y)};
  }
  return {static_cast<int>(std::floor(min.x * scale.x)), static_cast<int>(std::floor(min.y * scale.y)),
          static_cast<int>(std::ceil(max.x * scale.x)), static_cast<int>(std::ceil(max.y * scale.y))};
}

void record(const ImDrawData& data, int width, int height, DrawnFrame& frame) {
  frame.width = width;
  frame.height = height;
  frame.scale = data.FramebufferScale;
  frame.commands.clear();
  frame.corners.clear();
  for (const ImDrawList* list : data.CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) {
      DrawnCommand& drawn = frame.commands.emplace_back();
      const ImVec4& limits = command.ClipRect;
      drawn.clip = covered_pixels(data, {limits.x, limits.y}, {limits.z, limits.w});
      drawn.texture = command.GetTexID();
      drawn.first_corner = frame.corners.size();
      drawn.corner_count = command.ElemCount;
      const ImDrawVert* vertices = list->VtxBuffer.Data + command.VtxOffset;
      const ImDrawIdx* indices = list->IdxBuffer.Data + command.IdxOffset;
      std::transform(indices, indices + command.ElemCount, std::back_inserter(frame.corners),
                     [&](ImDrawIdx index) { return vertices[index]; });
      drawn.bounds = intersection(touched_pixels(corners_of(frame, drawn), frame.scale), drawn.clip);
    }
  }
}

DeviceRect changed_area(const DrawnFrame& before, const DrawnFrame& now) {
  if (before.width != now.width || before.height != now.height || before.scale.x != now.scale.x ||
      before.scale.y != now.scale.y) {
    return {0, 0, now.width, now.height};
  }
  Commands old = before.commands;
  Commands drawn = now.commands;
  while (!old.empty() && !drawn.empty() && look_the_same(before, old.front(), now, drawn.front())) {
    old = old.subspan(1);
    drawn = drawn.subspan(1);
  }
  while (!old.empty() && !drawn.empty() && look_the_same(before, old.back(), now, drawn.back())) {
    old = old.first(old.size() - 1);
    drawn = drawn.first(drawn.size() - 1);
  }
  return intersection(changed_part(before, old, now, drawn), {0, 0, now.width, now.height});
}

}  // namespace gui
