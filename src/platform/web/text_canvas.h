// gui::TextEngine over the browser's 2D canvas: whole runs, shaped and coloured by the browser, in texture pages.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gui/text_engine.h"
#include "platform/web/renderer.h"

namespace platform::web {

/// As CSS numbers weights.
[[nodiscard]] int weight_number(gui::Weight weight);
/// As the page numbers families: 0 interface, 1 monospace.
[[nodiscard]] int family_number(gui::Family family);

class TextCanvas final : public gui::TextEngine {
 public:
  explicit TextCanvas(Renderer& renderer) : renderer_(renderer) {}

  /// Device pixels per CSS pixel, and the window's width in device pixels. A change drops all pages and measures.
  void set_scale(float scale, int window_width);
  /// Between two frames: drops the pages when there are too many.
  void begin_frame();
  /// Before the frame is drawn: brings what was rasterised since to the graphics card.
  void upload();
  /// The textures are gone already (lost context).
  void forget_pages();
  /// The fonts of the page changed (loaded late, other text settings): measure anew.
  void fonts_changed();

  [[nodiscard]] float width(const gui::Font& font, std::string_view text) override;
  [[nodiscard]] gui::FontMetrics metrics(const gui::Font& font) override;
  [[nodiscard]] gui::Run rasterise(const gui::Font& font, ImU32 color, std::string_view text) override;

 private:
  struct Box {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
  };
  // Compared by its bytes: the font, the colour, then the text.
  using CacheKey = std::string;
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  template <typename Value>
  using Cache = std::unordered_map<CacheKey, Value, Hash, std::equal_to<>>;

  std::string_view key(const gui::Font& font, ImU32 color, std::string_view text);
  void choose(const gui::Font& font);
  void drop_pages();
  void open_page();
  [[nodiscard]] Box place(int width, int height);
  void mark_dirty(const Box& box);

  Renderer& renderer_;
  float scale_ = 1;
  int page_width_ = 1024;
  int page_height_ = 1024;

  std::string key_;  // reused between calls
  gui::Font chosen_;
  bool font_chosen_ = false;
  Cache<float> widths_;
  Cache<gui::FontMetrics> metrics_;
  Cache<gui::Run> runs_;

  std::vector<ImTextureID> pages_;  // the last one is being filled
  int shelf_x_ = 0;
  int shelf_y_ = 0;
  int shelf_height_ = 0;
  Box dirty_;
};

}  // namespace platform::web
