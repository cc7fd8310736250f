// The strokes and fills the widgets are made of.
#include "gui/draw.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "gui/draw_pieces.h"
#include "gui/utf8.h"
#include "imgui.h"

namespace gui {

namespace {

constexpr std::string_view ellipsis = "…";

float snap(const Ui& ui, float position) { return std::round(position * ui.scale()) / ui.scale(); }

// As CSS rounds the width of borders: to whole device pixels, at least one.
float snap_thickness(const Ui& ui, float thickness) {
  return std::max(1.0F, std::floor(thickness * ui.scale() + 0.01F)) / ui.scale();
}

Rect snap(const Ui& ui, const Rect& rect) {
  const float x = snap(ui, rect.x);
  const float y = snap(ui, rect.y);
  return {x, y, std::max(0.0F, snap(ui, rect.right()) - x), std::max(0.0F, snap(ui, rect.bottom()) - y)};
}

ImVec2 top_left(const Rect& rect) { return {rect.x, rect.y}; }
ImVec2 bottom_right(const Rect& rect) { return {rect.right(), rect.bottom()}; }

// What is between the round corners of a large rectangle is drawn on its own: a renderer can clear that, see
// draw_pieces.h. All edges are on whole device pixels, so nothing shows where the parts meet.
void fill_rounded(Ui& ui, const Rect& rect, Color color, float radius) {
  ImDrawList& list = ui.draw_list();
  Rect middle = rect;
  const float strip = snap(ui, radius + 1);
  const Rect top = middle.cut_top(strip);
  const Rect bottom = middle.cut_bottom(strip);
  const float middle_area = middle.width * middle.height * ui.scale() * ui.scale();
  if ((color & IM_COL32_A_MASK) != IM_COL32_A_MASK || middle_area < static_cast<float>(least_cleared_area)) {
    list.AddRectFilled(top_left(rect), bottom_right(rect), color, radius);
    return;
  }
  list.AddRectFilled(top_left(top), bottom_right(top), color, radius, ImDrawFlags_RoundCornersTop);
  list.AddRectFilled(top_left(middle), bottom_right(middle), color);
  list.AddRectFilled(top_left(bottom), bottom_right(bottom), color, radius, ImDrawFlags_RoundCornersBottom);
}

// No letter is narrower than a fifth of an em, so what is behind this many cannot be seen.
std::size_t most_bytes_in(const Font& font, float width) {
  return 16 + 4 * static_cast<std::size_t>(std::max(0.0F, width) / (font.size * 0.2F));
}

}  // namespace

void fill(Ui& ui, const Rect& rect, Color color, float radius) {
  const Rect snapped = snap(ui, rect);
  if (snapped.width <= 0 || snapped.height <= 0) {
    return;
  }
  if (ui.picture() != nullptr) {
    Shape& shape = ui.add_shape(Shape::Kind::rectangle, color);
    shape.rect = snapped;
    shape.radius = radius;
  } else if (radius > 0) {
    fill_rounded(ui, snapped, color, radius);
  } else {
    ui.draw_list().AddRectFilled(top_left(snapped), bottom_right(snapped), color);
  }
}

void stroke(Ui& ui, const Rect& rect, Color color, float thickness, float radius) {
  const float width = snap_thickness(ui, thickness);
  const Rect snapped = snap(ui, rect).inset(width / 2, width / 2);
  if (snapped.width <= 0 || snapped.height <= 0) {
    return;
  }
  if (ui.picture() != nullptr) {
    Shape& shape = ui.add_shape(Shape::Kind::rectangle, color);
    shape.rect = snapped;
    shape.radius = std::max(0.0F, radius - width / 2);
    shape.thickness = width;
    return;
  }
  ImDrawList& list = ui.draw_list();
  list.PathRect(top_left(snapped), bottom_right(snapped), std::max(0.0F, radius - width / 2));
  list.PathStroke(color, ImDrawFlags_Closed, width);
}

void focus_ring(Ui& ui, const Rect& rect, float radius) {
  const float thickness = ui.theme().focus_ring;
  const float reach = thickness + 2;
  const Rect around{rect.x - reach, rect.y - reach, rect.width + 2 * reach, rect.height + 2 * reach};
  stroke(ui, around, ui.theme().color.focus_ring, thickness, radius + reach);
}

void shadow(Ui& ui, const Rect& rect, float radius) {
  constexpr int layers = 4;
  const Color color = ui.theme().color.shadow;
  const float opacity = static_cast<float>(color >> 24U) / 255 / layers;
  for (int layer = layers; layer > 0; --layer) {
    const auto reach = static_cast<float>(layer * 3);
    const Rect around{rect.x - reach, rect.y - reach / 2, rect.width + 2 * reach, rect.height + 2 * reach};
    fill(ui, around, with_alpha(color, opacity), radius + reach);
  }
}

// ---- Text ------------------------------------------------------------------------------------------------------------

void text_at(Ui& ui, Point baseline, TextStyle style, Color color, std::string_view text) {
  if (text.empty()) {
    return;
  }
  const Point pen{snap(ui, baseline.x), snap(ui, baseline.y)};
  if (Picture* picture = ui.picture(); picture != nullptr) {
    Shape& shape = ui.add_shape(Shape::Kind::text, color);
    shape.rect = {pen.x, pen.y, 0, 0};
    shape.font = font(ui.theme(), style);
    shape.first = picture->text.size();
    shape.count = text.size();
    picture->text += text;
    return;
  }
  const Run run = ui.text().rasterise(font(ui.theme(), style), color, text);
  if (run.texture == 0) {
    return;
  }
  const ImVec2 at{pen.x + run.offset.x, pen.y + run.offset.y};
  ImDrawList& list = ui.draw_list();
  // Where shapes and texts are kept apart (grids), texts go over all the shapes.
  const bool apart = list._Splitter._Count > 1;
  if (apart) {
    list.ChannelsSetCurrent(1);
  }
  list.AddImage(ImTextureRef(run.texture), at, {at.x + run.size.x, at.y + run.size.y}, run.uv_min, run.uv_max);
  if (apart) {
    list.ChannelsSetCurrent(0);
  }
}

float baseline_in(Ui& ui, const Rect& rect, TextStyle style) {
  const FontMetrics metrics = ui.text().metrics(font(ui.theme(), style));
  return rect.y + (rect.height - metrics.ascent - metrics.descent) / 2 + metrics.ascent;
}

float text_width(Ui& ui, TextStyle style, std::string_view text) {
  return ui.text().width(font(ui.theme(), style), text);
}

std::string fit_text(Ui& ui, TextStyle style, std::string_view text, float width) {
  const Font face = font(ui.theme(), style);
  const std::string_view head = text.substr(0, most_bytes_in(face, width));
  if (head.size() == text.size() && ui.text().width(face, text) <= width) {
    return std::string(text);
  }
  std::vector<std::size_t> ends{0};
  for (std::size_t at = 0; at < head.size();) {
    at = next_code_point(head, at);
    ends.push_back(at);
  }
  std::string fitted(ellipsis);
  // The first that is too long, by halving.
  const auto too_long = std::partition_point(ends.begin() + 1, ends.end(), [&](std::size_t end) {
    return ui.text().width(face, std::string(head.substr(0, end)).append(ellipsis)) <= width;
  });
  std::string_view kept = head.substr(0, *(too_long - 1));
  while (!kept.empty() && kept.back() == ' ') {
    kept.remove_suffix(1);
  }
  return fitted.insert(0, kept);
}

float text_in(Ui& ui, const Rect& rect, TextStyle style, Color color, std::string_view text, Align align) {
  if (text.empty() || rect.width <= 0) {
    return 0;
  }
  std::string cut;
  float width =
      text.size() > most_bytes_in(font(ui.theme(), style), rect.width) ? rect.width + 1 : text_width(ui, style, text);
  if (width > rect.width) {
    cut = fit_text(ui, style, text, rect.width);
    text = cut;
    width = text_width(ui, style, text);
  }
  float x = rect.x;
  if (align != Align::start) {
    x += (rect.width - width) * (align == Align::end ? 1.0F : 0.5F);
  }
  if (ui.is_visible(rect)) {
    text_at(ui, {x, baseline_in(ui, rect, style)}, style, color, text);
  }
  return width;
}

}  // namespace gui
