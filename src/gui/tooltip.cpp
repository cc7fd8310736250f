// Tooltips.
#include "gui/tooltip.h"

#include <algorithm>
#include <cmath>

#include "gui/text.h"

namespace gui {

namespace {

constexpr float gap = 6;
constexpr float margin = space(2);
constexpr float most_width = 420;

struct TooltipState final : WidgetState {
  bool dismissed = false;
};

/// Under the anchor, or over it where there is more room; inside the window in any case.
Rect place_beside(const Rect& anchor, const Rect& window, float width, float height) {
  const float middle = anchor.x + anchor.width / 2;
  const float most_x = window.right() - width - margin;
  Rect place{std::clamp(std::round(middle - width / 2), margin, std::max(margin, most_x)), anchor.bottom() + gap, width,
             height};
  if (place.bottom() > window.bottom() - margin) {
    place.y = anchor.y - gap - height;
  }
  return place;
}

}  // namespace

void tooltip(Ui& ui, NodeId owner, const Rect& anchor, std::string_view text, bool wanted) {
  auto& state = ui.state<TooltipState>(owner);
  if (!wanted || text.empty()) {
    state.dismissed = false;
    return;
  }
  if (state.dismissed || ui.theme().preferences.coarse_pointer || !ui.is_visible(anchor)) {
    return;
  }
  if (ui.shortcut({.key = "Escape", .modifiers = {}})) {
    state.dismissed = true;
    return;
  }
  const float room = std::min(most_width, ui.viewport().width - 2 * margin - 2 * space(2));
  const float width = std::min(room, std::ceil(text_width(ui, TextStyle::compact, text)));
  const float height = paragraph_height(ui, TextStyle::compact, text, width);
  const Rect place = place_beside(anchor, ui.viewport(), width + 2 * space(2), height + 2 * space(1));
  const Ui::Scope layer = ui.open_layer(owner + 1, place, true);
  const Colors& c = ui.theme().color;
  fill(ui, place, c.raised, ui.theme().radius_small);
  stroke(ui, place, c.control, ui.theme().border, ui.theme().radius_small);
  paragraph(ui, place.inset(space(2), space(1)),
            {.text = text, .style = TextStyle::compact, .color = c.text, .reported = false});
}

}  // namespace gui
