// gui::TextEngine over the browser's 2D canvas.
#include "platform/web/text_canvas.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>

#include "platform/web/page.h"

namespace platform::web {

namespace {

constexpr std::size_t most_pages = 4;
constexpr std::size_t most_widths = 20'000;
constexpr int page_area = 2 * 1024 * 1024;  // device pixels, 8 MB
constexpr int margin = 1;                   // device pixels round the ink, for antialiasing

}  // namespace

int weight_number(gui::Weight weight) {
  switch (weight) {
    case gui::Weight::regular:
      return 400;
    case gui::Weight::medium:
      return 500;
    case gui::Weight::bold:
      return 600;
  }
  return 400;
}

int family_number(gui::Family family) { return family == gui::Family::monospace ? 1 : 0; }

void TextCanvas::set_scale(float scale, int window_width) {
  // No run wider than the window is ever needed whole, and WebGL 2 promises textures of 2048; all of today's do 4096.
  const auto needed = static_cast<unsigned int>(std::clamp(window_width, 1024, 4096));
  const int page_width = static_cast<int>(std::bit_ceil(needed));
  if (scale == scale_ && page_width == page_width_ && !pages_.empty()) return;
  if (scale != scale_) fonts_changed();
  drop_pages();
  scale_ = scale;
  page_width_ = page_width;
  page_height_ = std::clamp(page_area / page_width, 512, 1024);
}

void TextCanvas::fonts_changed() {
  widths_.clear();
  metrics_.clear();
  font_chosen_ = false;
  drop_pages();
}

void TextCanvas::begin_frame() {
  if (pages_.size() > most_pages) drop_pages();
  if (widths_.size() > most_widths) widths_.clear();
}

void TextCanvas::forget_pages() {
  pages_.clear();
  drop_pages();
}

void TextCanvas::drop_pages() {
  for (const ImTextureID page : pages_) renderer_.destroy_texture(page);
  pages_.clear();
  runs_.clear();
  dirty_ = {};
}

void TextCanvas::open_page() {
  upload();
  pages_.push_back(renderer_.create_texture(page_width_, page_height_));
  page_text_clear(page_width_, page_height_);
  font_chosen_ = false;  // a canvas forgets its font when its size is set
  shelf_x_ = shelf_y_ = shelf_height_ = 0;
}

std::string_view TextCanvas::key(const gui::Font& font, ImU32 color, std::string_view text) {
  struct {
    float size;
    ImU32 color;
    gui::Weight weight;
    gui::Family family;
  } const style{font.size, color, font.weight, font.family};
  constexpr std::size_t style_bytes = sizeof(float) + sizeof(ImU32) + 2;
  key_.resize(style_bytes + text.size());
  std::memcpy(key_.data(), &style, style_bytes);
  std::memcpy(key_.data() + style_bytes, text.data(), text.size());
  return key_;
}

void TextCanvas::choose(const gui::Font& font) {
  if (font_chosen_ && font == chosen_) return;
  page_text_font(static_cast<double>(font.size * scale_), weight_number(font.weight), family_number(font.family));
  chosen_ = font;
  font_chosen_ = true;
}

float TextCanvas::width(const gui::Font& font, std::string_view text) {
  if (text.empty()) return 0;
  const std::string_view wanted = key(font, 0, text);
  if (const auto known = widths_.find(wanted); known != widths_.end()) return known->second;
  choose(font);
  const auto width = static_cast<float>(page_text_width(text.data(), text.size())) / scale_;
  widths_.emplace(wanted, width);
  return width;
}

gui::FontMetrics TextCanvas::metrics(const gui::Font& font) {
  const std::string_view wanted = key(font, 0, {});
  if (const auto known = metrics_.find(wanted); known != metrics_.end()) return known->second;
  std::array<float, 2> reach{};
  page_text_metrics(static_cast<double>(font.size), weight_number(font.weight), family_number(font.family),
                    reach.data());
  const gui::FontMetrics metrics{reach[0], reach[1]};
  metrics_.emplace(wanted, metrics);
  return metrics;
}

gui::Run TextCanvas::rasterise(const gui::Font& font, ImU32 color, std::string_view text) {
  if (text.empty() || !renderer_.ready()) return {};
  if (const auto known = runs_.find(key(font, color, text)); known != runs_.end()) return known->second;
  if (pages_.empty()) open_page();
  choose(font);
  std::array<float, 4> ink{};  // left, up, right, down of the pen
  page_text_bounds(text.data(), text.size(), ink.data());
  const int left = static_cast<int>(std::ceil(ink[0])) + margin;
  const int up = static_cast<int>(std::ceil(ink[1])) + margin;
  const int right = static_cast<int>(std::ceil(ink[2])) + margin;
  const int down = static_cast<int>(std::ceil(ink[3])) + margin;
  gui::Run run;
  if (left + right > 2 * margin && up + down > 2 * margin) {
    const Box box = place(left + right, up + down);
    choose(font);  // the page may be a new one
    page_text_draw(text.data(), text.size(), color, box.x + left, box.y + up);
    mark_dirty(box);
    const auto page_width = static_cast<float>(page_width_);
    const auto page_height = static_cast<float>(page_height_);
    run.texture = pages_.back();
    run.uv_min = {static_cast<float>(box.x) / page_width, static_cast<float>(box.y) / page_height};
    run.uv_max = {static_cast<float>(box.x + box.width) / page_width,
                  static_cast<float>(box.y + box.height) / page_height};
    run.offset = {static_cast<float>(-left) / scale_, static_cast<float>(-up) / scale_};
    run.size = {static_cast<float>(box.width) / scale_, static_cast<float>(box.height) / scale_};
  }
  runs_.emplace(key(font, color, text), run);
  return run;
}

TextCanvas::Box TextCanvas::place(int width, int height) {
  width = std::min(width, page_width_);
  height = std::min(height, page_height_);
  if (shelf_x_ + width > page_width_) {
    shelf_y_ += shelf_height_;
    shelf_x_ = shelf_height_ = 0;
  }
  if (shelf_y_ + height > page_height_) open_page();
  const Box box{shelf_x_, shelf_y_, width, height};
  shelf_x_ += width;
  shelf_height_ = std::max(shelf_height_, height);
  return box;
}

void TextCanvas::mark_dirty(const Box& box) {
  if (dirty_.width == 0) {
    dirty_ = box;
    return;
  }
  const int right = std::max(dirty_.x + dirty_.width, box.x + box.width);
  const int bottom = std::max(dirty_.y + dirty_.height, box.y + box.height);
  dirty_.x = std::min(dirty_.x, box.x);
  dirty_.y = std::min(dirty_.y, box.y);
  dirty_.width = right - dirty_.x;
  dirty_.height = bottom - dirty_.y;
}

void TextCanvas::upload() {
  if (dirty_.width == 0) return;
  page_text_upload(static_cast<unsigned int>(pages_.back()), dirty_.x, dirty_.y, dirty_.width, dirty_.height);
  dirty_ = {};
}

}  // namespace platform::web
