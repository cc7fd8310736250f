// Draws what Dear ImGui made, with WebGL 2.
#include "platform/web/renderer.h"

#include <GLES3/gl3.h>

#include <cstddef>
#include <utility>
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
  point_at_vertices(0);
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
  forget_last_frame();  // it may get the name of one that was destroyed
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
  gui::record(data, width, height, next_frame_);
  const gui::DeviceRect changed = gui::changed_area(last_frame_, next_frame_);
  std::swap(last_frame_, next_frame_);
  if (changed.empty()) return;
  gui::find_pieces(data, last_frame_, changed, pieces_);
  begin(data, width, height);
  const ImDrawList* list = nullptr;
  const ImDrawCmd* command = nullptr;
  for (const gui::FramePiece& piece : pieces_) {
    if (piece.list != std::exchange(list, piece.list)) upload(*list);
    if (piece.command != std::exchange(command, piece.command)) prepare(*command);
    draw(piece, height);
  }
}

void Renderer::point_at_vertices(unsigned int first_vertex) {
  first_vertex_ = first_vertex;
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

void Renderer::upload(const ImDrawList& list) {
  glBufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data, GL_STREAM_DRAW);
  glBufferData(GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer.size_in_bytes(), list.IdxBuffer.Data, GL_STREAM_DRAW);
}

void Renderer::prepare(const ImDrawCmd& command) {
  glBindTexture(GL_TEXTURE_2D, to_name(command.GetTexID()));
  paint_plain(gui::is_plain(command));
  // WebGL has no base vertex for a draw call, so a list of more than 65,536 vertices moves the attributes instead.
  if (first_vertex_ != command.VtxOffset) point_at_vertices(command.VtxOffset);
}

void Renderer::draw(const gui::FramePiece& piece, int height) {
  const gui::DeviceRect& clip = piece.clip;
  glScissor(clip.left, height - clip.bottom, clip.right - clip.left, clip.bottom - clip.top);
  if (const auto* rectangle = std::get_if<gui::ClearedRectangle>(&piece.piece)) {
    const ImVec4 color = ImGui::ColorConvertU32ToFloat4(rectangle->color);
    glClearColor(color.x, color.y, color.z, color.w);
    glClear(GL_COLOR_BUFFER_BIT);
  } else if (const auto* triangles = std::get_if<gui::Triangles>(&piece.piece)) {
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
