// Large rectangles of one opaque colour are found among what Dear ImGui draws, and nothing else is taken for one.
#include "gui/draw_pieces.h"

#include <gtest/gtest.h>

#include <functional>
#include <variant>
#include <vector>

#include "gui/draw.h"
#include "support/headless.h"

namespace gui {
namespace {

using testing_support::Headless;

constexpr Color blue = rgb(0x2450b8);
constexpr DeviceRect everywhere{0, 0, 100'000, 100'000};

/// The pieces of all commands of a frame in which only `draw` drew, but for the page's own surface.
std::vector<DrawPiece> pieces_of(const std::function<void(Ui&)>& draw, const DeviceRect& clip = everywhere) {
  Headless ui(draw);
  ui.settle();
  const ImDrawData& data = *ImGui::GetDrawData();
  std::vector<DrawPiece> all;
  std::vector<DrawPiece> pieces;
  for (const ImDrawList* list : data.CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) {
      split_command(data, *list, command, clip, pieces);
      all.insert(all.end(), pieces.begin(), pieces.end());
    }
  }
  if (!all.empty()) all.erase(all.begin());
  return all;
}

std::vector<DeviceRect> cleared(const std::vector<DrawPiece>& pieces) {
  std::vector<DeviceRect> rects;
  for (const DrawPiece& piece : pieces) {
    if (const auto* rectangle = std::get_if<ClearedRectangle>(&piece)) rects.push_back(rectangle->rect);
  }
  return rects;
}

/// Triangles of as many indices, behind the page's own surface.
std::vector<DrawPiece> next_triangles(unsigned int indices) { return {Triangles{6, indices}}; }

TEST(DrawPieces, ALargeOpaqueRectangleIsClearedInItsColor) {
  const auto pieces = pieces_of([](Ui& ui) { fill(ui, {10, 20, 200, 100}, blue); });
  ASSERT_EQ(pieces.size(), 1U);
  EXPECT_EQ(pieces[0], DrawPiece(ClearedRectangle{{10, 20, 210, 120}, blue}));
}

TEST(DrawPieces, WhatIsDrawnBeforeAndAfterARectangleStaysBeforeAndAfterIt) {
  const auto pieces = pieces_of([](Ui& ui) {
    fill(ui, {0, 0, 20, 20}, blue);
    fill(ui, {10, 20, 200, 100}, blue);
    fill(ui, {20, 30, 20, 20}, blue);
  });
  ASSERT_EQ(pieces.size(), 3U);
  const auto* before = std::get_if<Triangles>(&pieces[0]);
  const auto* after = std::get_if<Triangles>(&pieces[2]);
  ASSERT_TRUE(before != nullptr && after != nullptr);
  EXPECT_TRUE(std::holds_alternative<ClearedRectangle>(pieces[1]));
  EXPECT_EQ(before->index_count, 6U);
  EXPECT_EQ(after->index_count, 6U);
  EXPECT_EQ(after->first_index, before->first_index + 12);  // six are the rectangle's
}

TEST(DrawPieces, ASeeThroughRectangleStaysTriangles) {
  EXPECT_EQ(pieces_of([](Ui& ui) { fill(ui, {10, 20, 200, 100}, with_alpha(blue, 0.5F)); }), next_triangles(6));
}

TEST(DrawPieces, ASmallRectangleStaysTriangles) {
  EXPECT_EQ(pieces_of([](Ui& ui) { fill(ui, {10, 20, 80, 80}, blue); }), next_triangles(6));
}

TEST(DrawPieces, ARectangleIsCutToTheClip) {
  const auto rects = cleared(pieces_of([](Ui& ui) { fill(ui, {10, 20, 200, 100}, blue); }, {50, 0, 180, 90}));
  EXPECT_EQ(rects, std::vector<DeviceRect>({{50, 20, 180, 90}}));
}

TEST(DrawPieces, ARectangleOutsideTheClipIsNotCleared) {
  EXPECT_EQ(pieces_of([](Ui& ui) { fill(ui, {10, 20, 200, 100}, blue); }, {300, 0, 900, 900}), next_triangles(6));
}

TEST(DrawPieces, OfARoundedRectangleOnlyWhatIsBetweenTheCornersIsCleared) {
  const auto rects = cleared(pieces_of([](Ui& ui) { fill(ui, {10, 20, 200, 100}, blue, 8); }));
  EXPECT_EQ(rects, std::vector<DeviceRect>({{10, 29, 210, 111}}));
}

TEST(DrawPieces, ASmallRoundedRectangleIsDrawnInOnePiece) {
  const auto corners_of = [](const Rect& rect) {
    int corners = 0;
    Headless ui([&](Ui& u) {
      const int before = u.draw_list().VtxBuffer.Size;
      fill(u, rect, blue, 8);
      corners = u.draw_list().VtxBuffer.Size - before;
    });
    ui.settle();
    return corners;
  };
  EXPECT_LT(corners_of({10, 20, 60, 60}), corners_of({10, 20, 200, 100}));
}

TEST(DrawPieces, APictureIsNeverTakenForARectangle) {
  const auto pieces = pieces_of([](Ui& ui) {
    ui.draw_list().AddImage(ImTextureRef(ImTextureID{7}), {0, 0}, {200, 200});
  });
  EXPECT_EQ(pieces, next_triangles(6));
}

TEST(DrawPieces, ShapesPointAtTheWhiteTexelOnly) {
  Headless ui([](Ui& u) {
    fill(u, {10, 10, 100, 40}, blue, 8);
    stroke(u, {10, 60, 100, 40}, blue, 1, 8);
    stroke(u, {10, 110, 100, 40}, blue, 2);
    for (int at = 1; at <= static_cast<int>(Icon::columns); ++at)
      icon(u, {10, 160, 16, 16}, static_cast<Icon>(at), blue);
  });
  ui.settle();
  const ImVec2 white = ImGui::GetIO().Fonts->TexUvWhitePixel;
  for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists) {
    ASSERT_GT(list->VtxBuffer.Size, 100);
    for (const ImDrawVert& corner : list->VtxBuffer) {
      ASSERT_EQ(corner.uv.x, white.x);
      ASSERT_EQ(corner.uv.y, white.y);
    }
  }
}

TEST(DrawPieces, CoveredPixelsAreThoseWhoseCentresAreInside) {
  ImDrawData data;
  data.FramebufferScale = {1.5F, 1.5F};
  EXPECT_EQ(covered_pixels(data, {2, 2}, {4, 4}), (DeviceRect{3, 3, 6, 6}));
  EXPECT_EQ(covered_pixels(data, {2.2F, 2.4F}, {4.2F, 4.4F}), (DeviceRect{3, 4, 6, 7}));
}

}  // namespace
}  // namespace gui
