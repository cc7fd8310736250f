// Which columns of the list are shown. Kept in this browser for each user of each API; for the demo, while it lasts.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "editor/list.h"

namespace editor {

struct Context;

inline constexpr std::size_t column_count = 10;

/// By Column. The name is always shown.
using ShownColumns = std::array<bool, column_count>;

inline constexpr ShownColumns usual_columns{true, true, true, true, true, true, true, true, false, false};

[[nodiscard]] inline bool is_shown(const ShownColumns& columns, Column column) {
  return columns[static_cast<std::size_t>(column)];
}

/// "name event location", by column_key(). What read_columns() does not know is left out; nothing known: the usual ones.
[[nodiscard]] std::string columns_text(const ShownColumns& columns);
[[nodiscard]] ShownColumns read_columns(std::string_view text);

/// Asks for what the user who signed in chose last.
void fetch_columns(const Context& context);
/// It has come. False if the texts are something else.
[[nodiscard]] bool take_columns(const Context& context, std::string_view owner, std::string_view lines);

void choose_columns(const Context& context, const ShownColumns& columns);

/// "Last changed", as the header has it.
[[nodiscard]] std::string_view column_words(Column column);

}  // namespace editor
