// Which way a line of text runs, as HTML's dir="auto" has it: by its first letter with a direction (Unicode Standard
// Annex #9, rules P2 and P3).
#pragma once

#include <string_view>

#include "gui/draw.h"

namespace gui {

/// Whether the first letter that has a direction is of a script written from right to left. False without any letter.
[[nodiscard]] bool is_right_to_left(std::string_view line);

/// Where a line of typed text begins in its field.
[[nodiscard]] Align start_of(std::string_view line);

}  // namespace gui
