// The icons, drawn as lines on a grid of 16 units.
#include <algorithm>
#include <initializer_list>

#include "gui/draw.h"
#include "imgui.h"

namespace gui {

namespace {

class Pen {
 public:
  Pen(Ui& ui, const Rect& rect, Color color)
      : ui_(ui), list_(ui.draw_list()), color_(color), unit_(std::min(rect.width, rect.height) / 16) {
    origin_ = {rect.x + (rect.width - 16 * unit_) / 2, rect.y + (rect.height - 16 * unit_) / 2};
  }

  void line(std::initializer_list<ImVec2> points, bool closed = false) {
    for (const ImVec2& point : points) {
      list_.PathLineTo(at(point));
    }
    finish(closed, thickness());
  }
  void circle(ImVec2 center, float radius) {
    arc_path(center, radius, 0, 1);
    finish(true, thickness());
  }
  void dot(ImVec2 center, float radius) {
    arc_path(center, radius, 0, 1);
    finish(true, 0);
  }
  /// A part of a circle; angles in turns from the right, clockwise.
  void arc(ImVec2 center, float radius, float from, float to) {
    arc_path(center, radius, from, to);
    finish(false, thickness());
  }
  void box(ImVec2 from, ImVec2 to, float radius) {
    list_.PathRect(at(from), at(to), radius * unit_);
    finish(true, thickness());
  }

 private:
  [[nodiscard]] ImVec2 at(ImVec2 point) const { return {origin_.x + point.x * unit_, origin_.y + point.y * unit_}; }
  [[nodiscard]] float thickness() const { return std::max(1.0F, 1.5F * unit_); }

  void arc_path(ImVec2 center, float radius, float from, float to) {
    constexpr float turn = 6.2831853F;
    list_.PathArcTo(at(center), radius * unit_, from * turn, to * turn);
  }
  /// Draws the path that stands in the list: a line, or with no thickness an area.
  void finish(bool closed, float thickness) {
    if (Picture* picture = ui_.picture(); picture != nullptr) {
      Shape& shape = ui_.add_shape(Shape::Kind::path, color_);
      shape.thickness = thickness;
      shape.closed = closed;
      shape.first = picture->points.size();
      shape.count = static_cast<std::size_t>(list_._Path.Size);
      picture->points.insert(picture->points.end(), list_._Path.begin(), list_._Path.end());
      list_.PathClear();
    } else if (thickness > 0) {
      list_.PathStroke(color_, closed ? ImDrawFlags_Closed : ImDrawFlags_None, thickness);
    } else {
      list_.PathFillConvex(color_);
    }
  }

  Ui& ui_;
  ImDrawList& list_;
  Color color_;
  float unit_;
  ImVec2 origin_;
};

void draw_trash(Pen& pen) {
  pen.line({{2.5F, 4.5F}, {13.5F, 4.5F}});
  pen.line({{6, 4.5F}, {6, 2.5F}, {10, 2.5F}, {10, 4.5F}});
  pen.line({{4, 4.5F}, {4.7F, 13.5F}, {11.3F, 13.5F}, {12, 4.5F}});
}

void draw_warning(Pen& pen) {
  pen.line({{8, 2}, {14.5F, 13.5F}, {1.5F, 13.5F}}, true);
  pen.line({{8, 6.2F}, {8, 9.6F}});
  pen.dot({8, 11.6F}, 0.9F);
}

void draw_external_link(Pen& pen) {
  pen.line({{9.5F, 2.5F}, {13.5F, 2.5F}, {13.5F, 6.5F}});
  pen.line({{13.2F, 2.8F}, {7.5F, 8.5F}});
  pen.line({{6.5F, 3.5F}, {2.5F, 3.5F}, {2.5F, 13.5F}, {12.5F, 13.5F}, {12.5F, 9.5F}});
}

void draw_log_out(Pen& pen) {
  pen.line({{6.5F, 2.5F}, {2.5F, 2.5F}, {2.5F, 13.5F}, {6.5F, 13.5F}});
  pen.line({{6, 8}, {13.5F, 8}});
  pen.line({{10.5F, 5}, {13.5F, 8}, {10.5F, 11}});
}

// An arrow that turns back; `forth` 1 to the left, -1 to the right.
void draw_turn(Pen& pen, float forth) {
  const auto x = [forth](float units) { return 8 - forth * units; };
  pen.line({{x(2.5F), 2.5F}, {x(5.5F), 5.5F}, {x(2.5F), 8.5F}});
  pen.line({{x(5.2F), 5.5F},
            {x(-1.5F), 5.5F},
            {x(-4.2F), 6.6F},
            {x(-5.5F), 9},
            {x(-4.2F), 11.4F},
            {x(-1.5F), 12.5F},
            {x(2), 12.5F}});
}

void draw(Pen& pen, Icon what) {
  switch (what) {
    case Icon::none:
      return;
    case Icon::check:
      return pen.line({{3, 8.5F}, {6.5F, 12}, {13, 4.5F}});
    case Icon::chevron_up:
      return pen.line({{4, 10}, {8, 6}, {12, 10}});
    case Icon::chevron_down:
      return pen.line({{4, 6}, {8, 10}, {12, 6}});
    case Icon::chevron_left:
      return pen.line({{10, 4}, {6, 8}, {10, 12}});
    case Icon::chevron_right:
      return pen.line({{6, 4}, {10, 8}, {6, 12}});
    case Icon::search:
      pen.circle({7, 7}, 4.5F);
      return pen.line({{10.3F, 10.3F}, {14, 14}});
    case Icon::plus:
      pen.line({{8, 3}, {8, 13}});
      return pen.line({{3, 8}, {13, 8}});
    case Icon::copy:
      pen.box({5.5F, 5.5F}, {13.5F, 13.5F}, 1.5F);
      return pen.line({{3.5F, 10.5F}, {2.5F, 10.5F}, {2.5F, 2.5F}, {10.5F, 2.5F}, {10.5F, 3.5F}});
    case Icon::trash:
      return draw_trash(pen);
    case Icon::warning:
      return draw_warning(pen);
    case Icon::info:
      pen.circle({8, 8}, 6);
      pen.line({{8, 7.4F}, {8, 11}});
      return pen.dot({8, 5.1F}, 0.9F);
    case Icon::error:
      pen.circle({8, 8}, 6);
      pen.line({{8, 4.8F}, {8, 8.6F}});
      return pen.dot({8, 10.9F}, 0.9F);
    case Icon::close:
      pen.line({{4, 4}, {12, 12}});
      return pen.line({{12, 4}, {4, 12}});
    case Icon::external_link:
      return draw_external_link(pen);
    case Icon::user:
      pen.circle({8, 5.2F}, 2.7F);
      return pen.arc({8, 14}, 5, 0.5F, 1);
    case Icon::log_out:
      return draw_log_out(pen);
    case Icon::more:
      pen.dot({3.5F, 8}, 1.2F);
      pen.dot({8, 8}, 1.2F);
      return pen.dot({12.5F, 8}, 1.2F);
    case Icon::refresh:
      pen.arc({8, 8}, 5.2F, 0.05F, 0.8F);
      return pen.line({{9.6F, 0.8F}, {9.8F, 3.2F}, {7.4F, 3.9F}});
    case Icon::clock:
      pen.circle({8, 8}, 6);
      return pen.line({{8, 4.5F}, {8, 8}, {10.5F, 9.5F}});
    case Icon::undo:
      return draw_turn(pen, 1);
    case Icon::redo:
      return draw_turn(pen, -1);
    case Icon::filter:
      return pen.line({{2.5F, 3.5F}, {13.5F, 3.5F}, {9.5F, 8.5F}, {9.5F, 13}, {6.5F, 11.5F}, {6.5F, 8.5F}}, true);
    case Icon::columns:
      pen.box({2.5F, 3}, {13.5F, 13}, 1.5F);
      pen.line({{6.2F, 3}, {6.2F, 13}});
      return pen.line({{9.8F, 3}, {9.8F, 13}});
    case Icon::dot:
      return pen.dot({8, 8}, 3);
  }
}

}  // namespace

void icon(Ui& ui, const Rect& rect, Icon what, Color color) {
  if (what == Icon::none || !ui.is_visible(rect)) {
    return;
  }
  Pen pen(ui, rect, color);
  draw(pen, what);
}

}  // namespace gui
