// Draws what Dear ImGui made, with WebGL 2. Survives the loss of the context: everything is made again.
#pragma once

#include <cstdint>
#include <vector>

#include "gui/draw_pieces.h"
#include "imgui.h"

namespace platform::web {

class Renderer {
 public:
  Renderer() = default;
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;

  /// Makes the context, the program and the buffers. False when there is no WebGL 2.
  [[nodiscard]] bool create();

  /// Call when the browser took the context away, and when it gave it back. Between the two nothing is drawn.
  void context_lost();
  void context_restored();
  [[nodiscard]] bool ready() const { return program_ != 0; }

  /// Draws one frame into a canvas of `width` x `height` device pixels. A frame like the last one, with no texture
  /// changed since, is left out: the canvas shows it already.
  void draw(const ImDrawData& data, int width, int height);
  /// The next frame is drawn in any case: a texture changed, or the canvas may have lost what it showed.
  void forget_last_frame() { last_drawn_ = 0; }

  /// A transparent texture, sampled without interpolation. It is gone after a lost context.
  [[nodiscard]] ImTextureID create_texture(int width, int height);
  void destroy_texture(ImTextureID texture);

 private:
  void create_objects();
  void update_texture(ImTextureData& texture);
  void upload(const ImTextureData& texture, const ImTextureRect& rect);
  void begin(const ImDrawData& data, int width, int height);
  void draw_list(const ImDrawData& data, const ImDrawList& list, int height);
  void draw_command(const ImDrawData& data, const ImDrawList& list, const ImDrawCmd& command, int height);
  void draw_piece(const gui::DrawPiece& piece, const gui::DeviceRect& clip, int height);
  void paint_plain(bool plain);
  void point_at_vertices(unsigned int first_vertex);

  unsigned int program_ = 0;
  unsigned int vertex_array_ = 0;
  unsigned int vertices_ = 0;
  unsigned int indices_ = 0;
  int window_uniform_ = -1;
  int plain_uniform_ = -1;
  bool plain_ = false;                  // what the program was told last
  std::uint64_t last_drawn_ = 0;        // fingerprint of the last frame; 0: none, or not to be relied on
  std::vector<gui::DrawPiece> pieces_;  // of one command
  std::vector<std::uint8_t> texels_;    // premultiplied, on their way up
};

}  // namespace platform::web
