// Gives Dear ImGui the font it cannot do without: one with sizes and no letters. All text is drawn by gui::TextEngine.
#pragma once

struct ImFontAtlas;

namespace gui {

/// Adds the font. Call once, before the first frame.
void add_font_without_letters(ImFontAtlas& atlas);

}  // namespace gui
