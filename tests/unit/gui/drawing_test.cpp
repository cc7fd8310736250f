// What is drawn without a font: shapes need only Dear ImGui's own texture.
#include <gtest/gtest.h>

#include <array>

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
