// Draws what Dear ImGui made, with WebGL 2.
#include "platform/web/renderer.h"

#include <GLES3/gl3.h>

#include <bit>
#include <cstddef>
#include <cstring>
#include <variant>

#include "platform/web/page.h"
#include "shaders.h"

namespace platform::web {

namespace {

GLuint compile(GLenum stage, const char* source) {
  const GLuint shader = glCreateShader(stage);
  // The version line must be the very first.
  while (*source == '\n') ++source;
  glShaderSource(shader, 1, &source, nullptr);
  glCompileShader(shader);
  return shader;
}

ImTextureID to_id(GLuint texture) { return static_cast<ImTextureID>(texture); }
GLuint to_name(ImTextureID texture) { return static_cast<GLuint>(texture); }

GLuint new_texture(int width, int height, GLint filter, const void* texels) {
  GLuint texture = 0;
  glGenTextures(1, &texture);
  glBindTexture(GL_TEXTURE_2D, texture);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, filter);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, texels);
  return texture;
}

// FNV-1a, four bytes at a time: what Dear ImGui's buffers are made of.
class Fingerprint {
 public:
  void add(std::uint32_t word) { value_ = (value_ ^ word) * 0x100000001B3U; }
  template <typename T>
  void add(const ImVector<T>& items) {
    add(static_cast<std::uint32_t>(items.Size));
    const auto* bytes = reinterpret_cast<const unsigned char*>(items.Data);
    const auto size = static_cast<std::size_t>(items.size_in_bytes());
    for (std::size_t at = 0; at + sizeof(std::uint32_t) <= size; at += sizeof(std::uint32_t)) {
      std::uint32_t word = 0;
      std::memcpy(&word, bytes + at, sizeof word);
      add(word);
    }
    if (size % sizeof(std::uint32_t) != 0) {  // an odd number of 16-bit indices
      std::uint16_t last = 0;
      std::memcpy(&last, bytes + size - sizeof last, sizeof last);
      add(last);
    }
  }
  [[nodiscard]] std::uint64_t value() const { return value_ == 0 ? 1 : value_; }

 private:
  std::uint64_t value_ = 0xCBF29CE484222325U;
};

std::uint64_t fingerprint_of(const ImDrawData& data, int width, int height) {
  Fingerprint print;
  print.add(static_cast<std::uint32_t>(width));
  print.add(static_cast<std::uint32_t>(height));
  for (const ImDrawList* list : data.CmdLists) {
    print.add(list->VtxBuffer);
    print.add(list->IdxBuffer);
    for (const ImDrawCmd& command : list->CmdBuffer) {
      for (const float limit : {command.ClipRect.x, command.ClipRect.y, command.ClipRect.z, command.ClipRect.w}) {
        print.add(std::bit_cast<std::uint32_t>(limit));
      }
      print.add(static_cast<std::uint32_t>(command.GetTexID()));
      print.add(command.ElemCount);
    }
  }
  return print.value();
}

}  // namespace

bool Renderer::create() {
  if (page_create_webgl() == 0) return false;
  create_objects();
  return true;
}

void Renderer::create_objects() {
  program_ = glCreateProgram();
  glAttachShader(program_, compile(GL_VERTEX_SHADER, shaders::ui_vert));
  glAttachShader(program_, compile(GL_FRAGMENT_SHADER, shaders::ui_frag));
  glLinkProgram(program_);
  window_uniform_ = glGetUniformLocation(program_, "window");
  plain_uniform_ = glGetUniformLocation(program_, "plain");
  plain_ = false;

  glGenVertexArrays(1, &vertex_array_);
  glGenBuffers(1, &vertices_);
  glGenBuffers(1, &indices_);
  glBindVertexArray(vertex_array_);
  glBindBuffer(GL_ARRAY_BUFFER, vertices_);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_);
  for (GLuint attribute = 0; attribute < 3; ++attribute) glEnableVertexAttribArray(attribute);
}

void Renderer::context_lost() {
  program_ = 0;
  // Dear ImGui keeps the pixels of its textures, so asking for them anew is enough.
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_Destroyed) continue;
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(texture->Status == ImTextureStatus_WantDestroy ? ImTextureStatus_Destroyed
                                                                      : ImTextureStatus_WantCreate);
  }
}

void Renderer::context_restored() {
  create_objects();
  forget_last_frame();
}

ImTextureID Renderer::create_texture(int width, int height) {
  return to_id(new_texture(width, height, GL_NEAREST, nullptr));
}

void Renderer::destroy_texture(ImTextureID texture) {
  const GLuint name = to_name(texture);
  glDeleteTextures(1, &name);
}

void Renderer::upload(const ImTextureData& texture, const ImTextureRect& rect) {
  texels_.clear();
  for (int y = rect.y; y < rect.y + rect.h; ++y) {
    const std::ptrdiff_t first = static_cast<std::ptrdiff_t>(y) * texture.Width + rect.x;
    const unsigned char* row = texture.Pixels + first * texture.BytesPerPixel;
    for (int x = 0; x < rect.w; ++x, row += 4) {
      const unsigned int alpha = row[3];
      for (int channel = 0; channel < 3; ++channel) {
        texels_.push_back(static_cast<std::uint8_t>((row[channel] * alpha + 127) / 255));
      }
      texels_.push_back(row[3]);
    }
  }
  glTexSubImage2D(GL_TEXTURE_2D, 0, rect.x, rect.y, rect.w, rect.h, GL_RGBA, GL_UNSIGNED_BYTE, texels_.data());
}

void Renderer::update_texture(ImTextureData& texture) {
  if (texture.Status == ImTextureStatus_WantCreate) {
    texture.SetTexID(to_id(new_texture(texture.Width, texture.Height, GL_LINEAR, nullptr)));
    upload(texture, {0, 0, static_cast<unsigned short>(texture.Width), static_cast<unsigned short>(texture.Height)});
    texture.SetStatus(ImTextureStatus_OK);
  } else if (texture.Status == ImTextureStatus_WantUpdates) {
    glBindTexture(GL_TEXTURE_2D, to_name(texture.TexID));
    for (const ImTextureRect& rect : texture.Updates) upload(texture, rect);
    texture.SetStatus(ImTextureStatus_OK);
  } else if (texture.Status == ImTextureStatus_WantDestroy && texture.UnusedFrames > 0) {
    destroy_texture(texture.TexID);
    texture.SetTexID(ImTextureID_Invalid);
    texture.SetStatus(ImTextureStatus_Destroyed);
  }
}

void Renderer::begin(const ImDrawData& data, int width, int height) {
  glViewport(0, 0, width, height);
  glDisable(GL_SCISSOR_TEST);
  glClearColor(0, 0, 0, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  glEnable(GL_SCISSOR_TEST);
  glEnable(GL_BLEND);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glUseProgram(program_);
  // The canvas is a whole number of device pixels, the window seldom a whole number of CSS pixels: the scale counts.
  const float window_width = static_cast<float>(width) / data.FramebufferScale.x;
  const float window_height = static_cast<float>(height) / data.FramebufferScale.y;
  glUniform4f(window_uniform_, data.DisplayPos.x, data.DisplayPos.y, 2 / window_width, 2 / window_height);
  glBindVertexArray(vertex_array_);
  glBindBuffer(GL_ARRAY_BUFFER, vertices_);
}

void Renderer::draw(const ImDrawData& data, int width, int height) {
  if (!ready() || width <= 0 || height <= 0) return;
  if (data.Textures != nullptr) {
    for (ImTextureData* texture : *data.Textures) {
      if (texture->Status == ImTextureStatus_OK) continue;
      update_texture(*texture);
      forget_last_frame();
    }
  }
  const std::uint64_t fingerprint = fingerprint_of(data, width, height);
  if (fingerprint == last_drawn_) return;
  last_drawn_ = fingerprint;
  begin(data, width, height);
  for (const ImDrawList* list : data.CmdLists) draw_list(data, *list, height);
}

void Renderer::point_at_vertices(unsigned int first_vertex) {
  const auto at = [&](std::size_t member) {
    // OpenGL takes an offset into the buffer by way of a pointer.
    // NOLINTNEXTLINE(performance-no-int-to-ptr)
    return reinterpret_cast<const void*>(first_vertex * sizeof(ImDrawVert) + member);
  };
  constexpr GLsizei stride = sizeof(ImDrawVert);
  glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, stride, at(offsetof(ImDrawVert, pos)));
  glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, stride, at(offsetof(ImDrawVert, uv)));
  glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, stride, at(offsetof(ImDrawVert, col)));
}

void Renderer::draw_list(const ImDrawData& data, const ImDrawList& list, int height) {
  glBufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data, GL_STREAM_DRAW);
  glBufferData(GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer.size_in_bytes(), list.IdxBuffer.Data, GL_STREAM_DRAW);
  // WebGL has no base vertex for a draw call, so a list of more than 65,536 vertices moves the attributes instead.
  unsigned int first_vertex = 0;
  point_at_vertices(first_vertex);
  for (const ImDrawCmd& command : list.CmdBuffer) {
    if (command.UserCallback != nullptr || command.ElemCount == 0) continue;
    if (command.VtxOffset != first_vertex) point_at_vertices(first_vertex = command.VtxOffset);
    draw_command(data, list, command, height);
  }
}

void Renderer::draw_command(const ImDrawData& data, const ImDrawList& list, const ImDrawCmd& command, int height) {
  const ImVec4& limits = command.ClipRect;
  const gui::DeviceRect clip = gui::covered_pixels(data, {limits.x, limits.y}, {limits.z, limits.w});
  const ImTextureID texture = command.GetTexID();
  if (clip.empty() || texture == ImTextureID_Invalid) return;
  glBindTexture(GL_TEXTURE_2D, to_name(texture));
  paint_plain(gui::is_plain(command));
  gui::split_command(data, list, command, clip, pieces_);
  for (const gui::DrawPiece& piece : pieces_) draw_piece(piece, clip, height);
}

void Renderer::draw_piece(const gui::DrawPiece& piece, const gui::DeviceRect& clip, int height) {
  const auto scissor = [&](const gui::DeviceRect& rect) {
    glScissor(rect.left, height - rect.bottom, rect.right - rect.left, rect.bottom - rect.top);
  };
  if (const auto* rectangle = std::get_if<gui::ClearedRectangle>(&piece)) {
    const ImVec4 color = ImGui::ColorConvertU32ToFloat4(rectangle->color);
    scissor(rectangle->rect);
    glClearColor(color.x, color.y, color.z, color.w);
    glClear(GL_COLOR_BUFFER_BIT);
  } else if (const auto* triangles = std::get_if<gui::Triangles>(&piece)) {
    scissor(clip);
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(triangles->index_count), GL_UNSIGNED_SHORT,
                   // NOLINTNEXTLINE(performance-no-int-to-ptr)
                   reinterpret_cast<const void*>(triangles->first_index * sizeof(ImDrawIdx)));
  }
}

void Renderer::paint_plain(bool plain) {
  if (plain == plain_) return;
  plain_ = plain;
  glUniform1i(plain_uniform_, plain ? 1 : 0);
}

}  // namespace platform::web
