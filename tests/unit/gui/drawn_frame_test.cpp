// Where a frame looks different from the one before: no changed pixel is left out, and not much else is drawn.
#include "gui/drawn_frame.h"

#include <gtest/gtest.h>

#include <functional>

#include "gui/draw.h"
#include "support/headless.h"

namespace gui {
namespace {

using testing_support::Headless;

constexpr Color blue = rgb(0x2450b8);
constexpr Color red = rgb(0xb3261e);
constexpr DeviceRect everything{0, 0, 1280, 800};

using Drawing = std::function<void(Ui&)>;

DrawnFrame frame_of(const Drawing& draw, int width = 1280) {
  Headless ui(draw, {1280, 800});
  ui.settle();
  DrawnFrame frame;
  record(*ImGui::GetDrawData(), width, 800, frame);
  return frame;
}

DeviceRect changed(const Drawing& before, const Drawing& now) { return changed_area(frame_of(before), frame_of(now)); }

void three(Ui& ui, Color middle) {
  fill(ui, {10, 10, 20, 20}, blue);
  fill(ui, {40, 50, 20, 30}, middle);
  fill(ui, {90, 90, 20, 20}, blue);
}

TEST(ChangedArea, IsEmptyWhenTheFrameIsTheSame) {
  const auto draw = [](Ui& ui) { three(ui, blue); };
  EXPECT_TRUE(changed(draw, draw).empty());
}

TEST(ChangedArea, IsWhatHasAnotherColor) {
  EXPECT_EQ(changed([](Ui& ui) { three(ui, blue); }, [](Ui& ui) { three(ui, red); }), (DeviceRect{40, 50, 60, 80}));
}

TEST(ChangedArea, IsWhereAThingWasAndWhereItIs) {
  EXPECT_EQ(changed(
                [](Ui& ui) {
                  fill(ui, {10, 10, 20, 20}, red);
                },
                [](Ui& ui) {
                  fill(ui, {70, 60, 20, 20}, red);
                }),
            (DeviceRect{10, 10, 90, 80}));
}

TEST(ChangedArea, IsWhereAThingCameOrWent) {
  const auto without = [](Ui& ui) { fill(ui, {10, 10, 20, 20}, blue); };
  const auto with = [](Ui& ui) {
    fill(ui, {10, 10, 20, 20}, blue);
    fill(ui, {50, 60, 20, 20}, red);
  };
  EXPECT_EQ(changed(without, with), (DeviceRect{50, 60, 70, 80}));
  EXPECT_EQ(changed(with, without), (DeviceRect{50, 60, 70, 80}));
}

TEST(ChangedArea, IsCutToTheClip) {
  const auto clipped = [](Color color) {
    return [color](Ui& ui) {
      ui.push_clip({0, 0, 30, 25});
      fill(ui, {10, 10, 200, 200}, color);
      ui.pop_clip();
    };
  };
  EXPECT_EQ(changed(clipped(blue), clipped(red)), (DeviceRect{10, 10, 30, 25}));
}

TEST(ChangedArea, IsBothClipsWhenAClipMoved) {
  const auto clipped = [](float x) {
    return [x](Ui& ui) {
      ui.push_clip({x, 0, 30, 25});
      fill(ui, {0, 10, 200, 200}, blue);
      ui.pop_clip();
    };
  };
  EXPECT_EQ(changed(clipped(20), clipped(100)), (DeviceRect{20, 10, 130, 25}));
}

TEST(ChangedArea, IsWhereAnotherTextureIsShown) {
  const auto shown = [](ImTextureID texture) {
    return [texture](Ui& ui) { ui.draw_list().AddImage(ImTextureRef(texture), {5, 6}, {7, 8}); };
  };
  EXPECT_EQ(changed(shown(7), shown(8)), (DeviceRect{5, 6, 7, 8}));
}

TEST(ChangedArea, IsAllOfACanvasOfAnotherSizeOrOneNothingIsKnownOf) {
  const auto draw = [](Ui& ui) { three(ui, blue); };
  EXPECT_EQ(changed_area(frame_of(draw, 1279), frame_of(draw)), everything);
  EXPECT_EQ(changed_area({}, frame_of(draw)), everything);
}

TEST(TouchedPixels, AreAllTheTrianglesReachInto) {
  ImDrawVert corners[3] = {};
  corners[0].pos = {1.2F, 2.6F};
  corners[1].pos = {3.2F, 2.8F};
  corners[2].pos = {2.2F, 4};
  EXPECT_EQ(touched_pixels(corners, {1, 1}), (DeviceRect{1, 2, 4, 4}));
  EXPECT_EQ(touched_pixels(corners, {1.5F, 1.5F}), (DeviceRect{1, 3, 5, 6}));
  EXPECT_TRUE(touched_pixels({}, {1, 1}).empty());
}

}  // namespace
}  // namespace gui
