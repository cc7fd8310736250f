// A part of the window that shows a piece of something larger. The browser scrolls it; we draw what it shows.
#pragma once

#include <string_view>

#include "gui/ui.h"

namespace gui {

struct ScrollAreaSpec {
  std::string_view id;
  std::string_view name = {};
  Role role = Role::group;
  float content_height = 0;  // 0: as tall as set_content_height() said in the frame before
  float content_width = 0;   // 0: no horizontal scrolling
  NodeId node = 0;           // its id, when it must be known before; 0: from role and `id`
  bool focusable = false;    // needed when nothing inside is, so that keys can scroll it
};

/// Everything until its end is drawn inside: clipped, and shifted by the scroll offset.
class ScrollArea {
 public:
  ScrollArea(Ui& ui, const Rect& rect, const ScrollAreaSpec& spec);
  ~ScrollArea();
  ScrollArea(const ScrollArea&) = delete;
  ScrollArea& operator=(const ScrollArea&) = delete;

  /// Where the content goes, in the window as shifted now. Its width leaves room for the scroll bar.
  [[nodiscard]] const Rect& content() const { return content_; }
  [[nodiscard]] NodeId id() const { return id_; }
  /// For a height known only after drawing; counts from the next frame on.
  void set_content_height(float height);
  /// Scrolls as little as needed to show a rectangle given in the window.
  void reveal(const Rect& rect);

 private:
  Ui& ui_;
  NodeId id_;
  Rect rect_;
  Rect content_;
  Ui::Scope scope_;
};

}  // namespace gui
