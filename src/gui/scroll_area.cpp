// A part of the window that shows a piece of something larger.
#include "gui/scroll_area.h"

#include <algorithm>

#include "gui/draw.h"

namespace gui {

namespace {

struct ScrollState final : WidgetState {
  Point scroll;
  float measured_height = 0;
};

NodeId id_of(const Ui& ui, const ScrollAreaSpec& spec) {
  return spec.node != 0 ? spec.node : ui.id(spec.role, spec.id);
}

}  // namespace

ScrollArea::ScrollArea(Ui& ui, const Rect& rect, const ScrollAreaSpec& spec)
    : ui_(ui), id_(id_of(ui, spec)), rect_(rect), scope_(ui.open(id_, spec.role, spec.name, rect)) {
  auto& state = ui.state<ScrollState>(id_);
  for (const Action& action : ui.take_actions(id_)) {
    if (action.kind == Action::Kind::scroll) {
      state.scroll = action.scroll;
    }
  }
  const float height = spec.content_height > 0 ? spec.content_height : state.measured_height;
  const bool overflows = height > rect.height;
  state.scroll.x = std::clamp(state.scroll.x, 0.0F, std::max(0.0F, spec.content_width - rect.width));
  state.scroll.y = std::clamp(state.scroll.y, 0.0F, std::max(0.0F, height - rect.height));
  const float room = overflows && spec.content_width == 0 ? ui.theme().scrollbar : 0;
  content_ = {rect.x - state.scroll.x, rect.y - state.scroll.y,
              spec.content_width > 0 ? spec.content_width : rect.width - room, height};
  Node& node = ui.edit(id_);
  node.scrolls = true;
  node.content_width = spec.content_width;
  node.content_height = height;
  node.scroll = state.scroll;
  node.focusable = spec.focusable;
  ui.push_clip(rect);
}

ScrollArea::~ScrollArea() {
  ui_.pop_clip();
  if (ui_.focused(id_) && ui_.focus_visible()) {
    stroke(ui_, rect_, ui_.theme().color.focus_ring, ui_.theme().focus_ring, ui_.theme().radius);
  }
}

void ScrollArea::set_content_height(float height) {
  auto& state = ui_.state<ScrollState>(id_);
  if (state.measured_height != height) {
    state.measured_height = height;
    ui_.request_frame();
  }
}

void ScrollArea::reveal(const Rect& rect) {
  auto& state = ui_.state<ScrollState>(id_);
  float shift = 0;
  if (rect.y < rect_.y) {
    shift = rect.y - rect_.y;
  } else if (rect.bottom() > rect_.bottom()) {
    shift = std::min(rect.bottom() - rect_.bottom(), rect.y - rect_.y);
  }
  if (shift == 0) {
    return;
  }
  const float limit = std::max(0.0F, content_.height - rect_.height);
  const float scroll = std::clamp(state.scroll.y + shift, 0.0F, limit);
  if (scroll != state.scroll.y) {
    state.scroll.y = scroll;
    ui_.request_frame();
  }
}

}  // namespace gui
