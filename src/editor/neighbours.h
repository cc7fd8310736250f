// Where the open webhook stands in the list, and which ones are beside it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "editor/state.h"

namespace editor {

/// In the list as it is searched, filtered and sorted. A webhook that is not shown there has neighbours all the same: those
/// between which it would stand.
struct Neighbours {
  std::size_t place = 0;  // from 1; 0: not shown in the list
  std::size_t count = 0;  // of those that are
  std::optional<std::int64_t> previous;
  std::optional<std::int64_t> next;
};

/// Of the webhook in the form; of nothing without one.
[[nodiscard]] Neighbours neighbours_of_form(const State& state);

/// "3 of 17", or that it is not among them; empty while there is no list.
[[nodiscard]] std::string place_sentence(const Neighbours& neighbours);
/// Why there is none before or after it.
[[nodiscard]] std::string why_no_neighbour(const State& state, const Neighbours& neighbours, bool after);

}  // namespace editor
