// Rectangles in CSS pixels and the cutting of one into parts: the whole layout system.
#pragma once

#include <algorithm>

namespace gui {

struct Point {
  float x = 0;
  float y = 0;

  friend bool operator==(const Point&, const Point&) = default;
};

/// A rectangle in CSS pixels. Width and height are never negative.
struct Rect {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;

  [[nodiscard]] float right() const { return x + width; }
  [[nodiscard]] float bottom() const { return y + height; }
  [[nodiscard]] bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }

  /// Takes `amount` off one side and returns it; the rest stays. More than there is takes all there is.
  [[nodiscard]] Rect cut_left(float amount) {
    amount = std::clamp(amount, 0.0F, width);
    const Rect part{x, y, amount, height};
    x += amount;
    width -= amount;
    return part;
  }
  [[nodiscard]] Rect cut_right(float amount) {
    amount = std::clamp(amount, 0.0F, width);
    width -= amount;
    return {x + width, y, amount, height};
  }
  [[nodiscard]] Rect cut_top(float amount) {
    amount = std::clamp(amount, 0.0F, height);
    const Rect part{x, y, width, amount};
    y += amount;
    height -= amount;
    return part;
  }
  [[nodiscard]] Rect cut_bottom(float amount) {
    amount = std::clamp(amount, 0.0F, height);
    height -= amount;
    return {x, y + height, width, amount};
  }

  /// The rectangle smaller by the given amounts on each side.
  [[nodiscard]] Rect inset(float horizontal, float vertical) const {
    return {x + horizontal, y + vertical, std::max(0.0F, width - 2 * horizontal),
            std::max(0.0F, height - 2 * vertical)};
  }

  friend bool operator==(const Rect&, const Rect&) = default;
};

}  // namespace gui
