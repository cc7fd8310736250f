// Grey bars where rows will stand, while they are on their way: what comes in their place moves nothing.
#pragma once

#include <span>

#include "gui/ui.h"

namespace gui {

/// Where a text will begin, and how much room it has.
struct SkeletonColumn {
  float x = 0;
  float width = 0;
};

/// Fills `area` from its top with rows of bars, one in each column. For the eye only, and still: nothing is drawn anew.
void skeleton(Ui& ui, const Rect& area, float row_height, std::span<const SkeletonColumn> columns);

}  // namespace gui
