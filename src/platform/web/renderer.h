// Draws what Dear ImGui made, with WebGL 2. Survives the loss of the context: everything is made again.
#pragma once

#include <cstdint>
#include <vector>

#include "gui/drawn_frame.h"
#include "gui/frame_pieces.h"
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

  /// Draws one frame into a canvas of `width` x `height` device pixels that keeps what it shows: only what differs from
  /// the last frame.
  void draw(const ImDrawData& data, int width, int height);
  /// The next frame is drawn whole: a texture changed where it was shown, or the canvas may have lost what it showed.
  void forget_last_frame() { last_frame_.width = 0; }

  /// A transparent texture, sampled without interpolation. It is gone after a lost context.
  [[nodiscard]] ImTextureID create_texture(int width, int height);
  void destroy_texture(ImTextureID texture);

 private:
  void create_objects();
  void update_texture(ImTextureData& texture);
  void upload(const ImTextureData& texture, const ImTextureRect& rect);
  void begin(const ImDrawData& data, int width, int height);
  void upload(const ImDrawList& list);
  void prepare(const ImDrawCmd& command);
  void draw(const gui::FramePiece& piece, int height);
  void paint_plain(bool plain);
  void point_at_vertices(unsigned int first_vertex);

  unsigned int program_ = 0;
  unsigned int vertex_array_ = 0;
  unsigned int vertices_ = 0;
  unsigned int indices_ = 0;
  int window_uniform_ = -1;
  int plain_uniform_ = -1;
  unsigned int first_vertex_ = 0;  // the attributes point at
  bool plain_ = false;             // what the program was told last
  gui::DrawnFrame last_frame_;     // that the canvas shows
  gui::DrawnFrame next_frame_;
  std::vector<gui::FramePiece> pieces_;  // that are drawn
  std::vector<std::uint8_t> texels_;     // premultiplied, on their way up
};

}  // namespace platform::web
