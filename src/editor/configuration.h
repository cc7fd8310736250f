// Reads config.json.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "editor/state.h"

namespace editor {

/// What the text of config.json says; members that are missing keep their defaults. The error is what is wrong with it
/// and what to do, in a sentence or two. `page_url` is where the page itself is, to write a relative API base out.
[[nodiscard]] tl::expected<Config, std::string> read_config(std::string_view text, std::string_view page_url);

}  // namespace editor
