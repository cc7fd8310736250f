// What a thing says when there is no room to write it: the name of a button that is a picture, the rest of a text that was
// cut off. For the eye only: assistive technology is told the whole of it anyway.
#pragma once

#include <string_view>

#include "gui/ui.h"

namespace gui {

/// Shows `text` beside `anchor`, over everything, while `wanted`; Escape takes it away until it is wanted anew (WCAG 2.2,
/// 1.4.13). Never under fingers, which cannot hover. Call in each frame with the id of the thing it belongs to.
void tooltip(Ui& ui, NodeId owner, const Rect& anchor, std::string_view text, bool wanted);

}  // namespace gui
