// Stepping through UTF-8. Bytes that are none are taken one by one.
#pragma once

#include <cstddef>
#include <string_view>

namespace gui {

/// Where the code point after the one at `at` begins; `text.size()` at the end.
[[nodiscard]] std::size_t next_code_point(std::string_view text, std::size_t at);
/// Where the code point that holds the byte before `at` begins; 0 at the beginning.
[[nodiscard]] std::size_t previous_code_point(std::string_view text, std::size_t at);
/// The code point at `at`, or U+FFFD for bytes that are no UTF-8.
[[nodiscard]] char32_t code_point_at(std::string_view text, std::size_t at);

}  // namespace gui
