// What is to be drawn of a part of a frame: nothing outside it, nothing that is covered, everything else.
#include "gui/frame_pieces.h"

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
constexpr Color red = rgb(0xb3261e);
constexpr DeviceRect everything{0, 0, 1280, 800};

/// A piece, with what is left of its place.
struct Seen {
  DeviceRect clip;
  bool cleared = false;
  unsigned int indices = 0;

  friend bool operator==(const Seen&, const Seen&) = default;
};
void PrintTo(const Seen& seen, std::ostream* out) {
  *out << (seen.cleared ? "cleared " : "triangles ") << seen.clip.left << ',' << seen.clip.top << ' ' << seen.clip.right
       << ',' << seen.clip.bottom << ", " << seen.indices << " indices";
}

Seen cleared(const DeviceRect& rect) { return {rect, true, 0}; }
Seen triangles(const DeviceRect& clip, unsigned int indices) { return {clip, false, indices}; }

std::vector<Seen> seen_in(const DeviceRect& area, const std::function<void(Ui&)>& draw) {
  Headless ui(draw, {1280, 800});
  ui.settle();
  const ImDrawData& data = *ImGui::GetDrawData();
  DrawnFrame frame;
  record(data, 1280, 800, frame);
  std::vector<FramePiece> pieces;
  find_pieces(data, frame, area, pieces);
  std::vector<Seen> all;
  for (const FramePiece& piece : pieces) {
    const auto* part = std::get_if<Triangles>(&piece.piece);
    const auto* rectangle = std::get_if<ClearedRectangle>(&piece.piece);
    if (rectangle != nullptr) {
      EXPECT_EQ(rectangle->rect, piece.clip);
    }
    all.push_back({piece.clip, rectangle != nullptr, part != nullptr ? part->index_count : 0});
  }
  return all;
}

TEST(FramePieces, OfAWholeFrameAreThePageAndWhatIsOnIt) {
  EXPECT_EQ(seen_in(everything,
                    [](Ui& ui) {
                      fill(ui, {10, 10, 20, 20}, blue);
                    }),
            (std::vector{cleared(everything), triangles({10, 10, 30, 30}, 6)}));
}

TEST(FramePieces, OutsideTheAreaAreLeftOut) {
  const DeviceRect area{0, 0, 200, 100};
  const auto seen = seen_in(area, [](Ui& ui) {
    fill(ui, {300, 10, 20, 20}, blue);
    fill(ui, {10, 10, 20, 20}, blue);
    fill(ui, {10, 90, 20, 20}, blue);
    fill(ui, {10, 200, 20, 20}, blue);
  });
  EXPECT_EQ(seen, (std::vector{cleared(area), triangles({10, 10, 30, 100}, 12)}));
}

TEST(FramePieces, OutsideTheAreaStayWhenOthersRoundThemAreInside) {
  const DeviceRect area{0, 0, 200, 100};
  const auto seen = seen_in(area, [](Ui& ui) {
    fill(ui, {10, 10, 20, 20}, blue);
    fill(ui, {300, 10, 20, 20}, blue);
    fill(ui, {50, 10, 20, 20}, blue);
  });
  EXPECT_EQ(seen, (std::vector{cleared(area), triangles({10, 10, 200, 30}, 18)}));
}

TEST(FramePieces, UnderALargeRectangleAreLeftOut) {
  const auto seen = seen_in(everything, [](Ui& ui) {
    fill(ui, {100, 100, 20, 20}, red);
    fill(ui, {50, 50, 300, 300}, blue);
  });
  EXPECT_EQ(seen, (std::vector{cleared(everything), cleared({50, 50, 350, 350})}));
}

TEST(FramePieces, PartlyUnderALargeRectangleStay) {
  const auto seen = seen_in(everything, [](Ui& ui) {
    fill(ui, {40, 100, 20, 20}, red);
    fill(ui, {50, 50, 300, 300}, blue);
  });
  EXPECT_EQ(seen, (std::vector{cleared(everything), triangles({40, 100, 60, 120}, 6), cleared({50, 50, 350, 350})}));
}

TEST(FramePieces, OverALargeRectangleStay) {
  const auto seen = seen_in(everything, [](Ui& ui) {
    fill(ui, {50, 50, 300, 300}, blue);
    fill(ui, {100, 100, 20, 20}, red);
  });
  EXPECT_EQ(seen, (std::vector{cleared(everything), cleared({50, 50, 350, 350}), triangles({100, 100, 120, 120}, 6)}));
}

TEST(FramePieces, UnderASeeThroughRectangleStay) {
  const auto seen = seen_in(everything, [](Ui& ui) {
    fill(ui, {100, 100, 20, 20}, red);
    fill(ui, {50, 50, 300, 300}, with_alpha(blue, 0.5F));
  });
  EXPECT_EQ(seen, (std::vector{cleared(everything), triangles({50, 50, 350, 350}, 12)}));
}

TEST(FramePieces, OfARectangleUnderAnotherAreWhatIsNotCovered) {
  const DeviceRect area{100, 100, 500, 400};
  const auto under = [&](const Rect& cover) {
    const auto seen = seen_in(area, [&](Ui& ui) { fill(ui, cover, blue); });
    return seen.front().clip;
  };
  EXPECT_EQ(under({0, 0, 1280, 150}), (DeviceRect{100, 150, 500, 400})) << "its upper part";
  EXPECT_EQ(under({0, 300, 1280, 500}), (DeviceRect{100, 100, 500, 300})) << "its lower part";
  EXPECT_EQ(under({0, 0, 250, 800}), (DeviceRect{250, 100, 500, 400})) << "its left part";
  EXPECT_EQ(under({300, 0, 900, 800}), (DeviceRect{100, 100, 300, 400})) << "its right part";
  EXPECT_EQ(under({0, 200, 1280, 100}), area) << "its middle: two parts are left";
  EXPECT_EQ(under({0, 0, 300, 250}), area) << "a corner: what is left is no rectangle";
}

TEST(FramePieces, OfARectangleThatIsWhollyCoveredThereAreNone) {
  const auto seen = seen_in({100, 100, 500, 400}, [](Ui& ui) { fill(ui, {50, 50, 800, 600}, blue); });
  EXPECT_EQ(seen, std::vector{cleared({100, 100, 500, 400})});
}

}  // namespace
}  // namespace gui
