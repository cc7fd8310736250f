// The names of what this browser keeps: of one user at one API, and apart by kind.
#pragma once

#include <string>
#include <string_view>

namespace editor {

struct State;

/// What the names of texts of one kind ("draft", "journal", …) begin with for who is signed in. The browser keeps those of
/// one site apart from others' by itself.
[[nodiscard]] std::string kept_names(const State& state, std::string_view kind);

}  // namespace editor
