// What is drawn without a font: shapes need only Dear ImGui's own texture.
#include <gtest/gtest.h>

#include <array>
#include <type_traits>

#include "gui/button.h"
#include "gui/draw.h"
#include "gui/grid.h"
#include "imgui.h"
#include "support/headless.h"

namespace gui {
namespace {

using testing_support::Headless;

/// Text with pixels, all of them on one texture.
class TextureText final : public TextEngine {
 public:
  float width(const Font& font, std::string_view text) override { return fixed_.width(font, text); }
  FontMetrics metrics(const Font& font) override { return fixed_.metrics(font); }
  Run rasterise(const Font& font, ImU32 /*color*/, std::string_view text) override {
    return {.texture = 7, .uv_min = {0, 0}, .uv_max = {1, 1}, .offset = {0, 0}, .size = {width(font, text), 16}};
  }

 private:
  FixedWidthText fixed_;
};

TEST(Drawing, ShapesNeedNoFont) {
  Headless ui([](Ui& u) {
    fill(u, {10, 10, 100, 40}, rgb(0x2450b8), 8);
    stroke(u, {10, 60, 100, 40}, rgb(0x2450b8), 1.5F, 8);
    icon(u, {10, 110, 16, 16}, Icon::warning, rgb(0x2450b8));
  });
  ui.settle();
  const ImDrawData& drawn = *ImGui::GetDrawData();
  EXPECT_GT(drawn.TotalVtxCount, 30);
  for (const ImDrawList* list : drawn.CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) {
      EXPECT_NE(command.GetTexID(), ImTextureID_Invalid);
    }
  }
}

TEST(Picture, HoldsWhatIsDrawnInPlaceOfTriangles) {
  Picture picture;
  Headless ui([&](Ui& u) {
    u.push_clip({5, 5, 90, 300});
    fill(u, {10, 10, 100, 40}, rgb(0x2450b8), 8);
    stroke(u, {10, 60, 100, 40}, rgb(0x111111), 2, 8);
    icon(u, {10, 110, 16, 16}, Icon::check, rgb(0x222222));
    text_at(u, {10, 140}, TextStyle::strong, rgb(0x333333), "Hallo");
    u.pop_clip();
    picture = u.picture() != nullptr ? *u.picture() : Picture{};
  });
  ui.ui().record_picture();
  ui.settle();
  ASSERT_EQ(picture.shapes.size(), 5U);  // the page's own surface is the first
  const Shape& filled = picture.shapes[1];
  EXPECT_EQ(filled.rect, (Rect{10, 10, 100, 40}));
  EXPECT_EQ(filled.clip, (Rect{5, 5, 90, 300}));
  EXPECT_EQ(filled.thickness, 0);
  EXPECT_EQ(picture.shapes[2].rect, (Rect{11, 61, 98, 38}));  // the middle of the line
  EXPECT_EQ(picture.shapes[2].thickness, 2);
  const Shape& mark = picture.shapes[3];
  EXPECT_EQ(mark.count, 3U);
  EXPECT_GT(mark.thickness, 0);
  const Shape& text = picture.shapes[4];
  EXPECT_EQ(picture.text.substr(text.first, text.count), "Hallo");
  EXPECT_EQ(text.rect, (Rect{10, 140, 0, 0}));
  EXPECT_EQ(text.color, rgb(0x333333));
}

TEST(Picture, PutsLayersOverThePageWhateverTheOrderOfDrawing) {
  Picture picture;
  Headless ui([&](Ui& u) {
    {
      const Ui::Scope layer = u.open_layer(u.id(Role::listbox, "Options"), {10, 10, 100, 100});
      fill(u, {10, 10, 100, 100}, rgb(0x010101));
    }
    fill(u, {0, 0, 200, 200}, rgb(0x020202));
    picture = u.picture() != nullptr ? *u.picture() : Picture{};
  });
  ui.ui().record_picture();
  ui.settle();
  ASSERT_EQ(picture.shapes.size(), 3U);
  EXPECT_EQ(picture.shapes[1].layer, 1);
  EXPECT_EQ(picture.shapes[2].layer, 0);
}

TEST(Drawing, EveryIconLeavesAMark) {
  for (int at = 1; at <= static_cast<int>(Icon::dot); ++at) {
    int before = 0;
    int after = 0;
    Headless ui([&](Ui& u) {
      before = u.draw_list().VtxBuffer.Size;
      icon(u, {10, 10, 16, 16}, static_cast<Icon>(at), rgb(0x000000));
      after = u.draw_list().VtxBuffer.Size;
    });
    ui.settle();
    EXPECT_GT(after, before) << "icon " << at;
  }
}

// Dear ImGui compares the bytes of what names a texture to tell whether it is the same one.
static_assert(std::has_unique_object_representations_v<ImTextureRef>);

// Texts come from other textures than shapes; each change of texture is a call to the graphics card.
TEST(Drawing, AGridOfManyRowsTakesFewDrawCalls) {
  TextureText text;
  Ui ui(text);
  constexpr std::array columns{GridColumn{.title = "Name"}, GridColumn{.title = "Health"}};
  ImGuiIO& io = ImGui::GetIO();
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  io.DisplaySize = {1280, 800};
  ImGui::NewFrame();
  ui.begin_frame({});
  (void)grid(
      ui, ui.viewport(),
      {.name = "WebHooks", .columns = columns, .row_count = 1000, .cell = [](int, int column, CellContent& cell) {
         cell.text = "text";
         cell.badge = column == 1;
       }});
  (void)ui.end_frame();
  ImGui::Render();
  ASSERT_EQ(ImGui::GetDrawData()->CmdLists.Size, 1);
  EXPECT_LE(ImGui::GetDrawData()->CmdLists[0]->CmdBuffer.Size, 6);
}

}  // namespace
}  // namespace gui
