// Gives Dear ImGui the font it cannot do without: one with sizes and no letters.
#include "gui/font_loader.h"

#include "imgui.h"
#include "imgui_internal.h"
#include "misc/freetype/imgui_freetype.h"

namespace {

bool contains_glyph(ImFontAtlas* /*atlas*/, ImFontConfig* /*source*/, ImWchar /*code_point*/) { return false; }

bool set_metrics(ImFontAtlas* /*atlas*/, ImFontConfig* /*source*/, ImFontBaked* baked, void* /*data*/) {
  baked->Ascent = baked->Size * 0.8F;
  baked->Descent = -baked->Size * 0.2F;
  return true;
}

bool load_no_glyph(ImFontAtlas* /*atlas*/, ImFontConfig* /*source*/, ImFontBaked* /*baked*/, void* /*data*/,
                   ImWchar /*code_point*/, ImFontGlyph* /*glyph*/, float* /*advance*/) {
  return false;
}

}  // namespace

// Dear ImGui asks for this by its own name when IMGUI_ENABLE_FREETYPE is defined.
const ImFontLoader* ImGuiFreeType::GetFontLoader() {
  static const ImFontLoader loader = [] {
    ImFontLoader made;
    made.Name = "no letters";
    made.FontSrcContainsGlyph = contains_glyph;
    made.FontBakedInit = set_metrics;
    made.FontBakedLoadGlyph = load_no_glyph;
    return made;
  }();
  return &loader;
}

namespace gui {

void add_font_without_letters(ImFontAtlas& atlas) {
  ImFontConfig config;
  config.FontLoader = ImGuiFreeType::GetFontLoader();
  config.SizePixels = 14;
  atlas.AddFont(&config);
}

}  // namespace gui
