// Which rows of the list are shown, in what order, and what is said about them.
#pragma once

#include "editor/state.h"
#include "nexudus/replies.h"

namespace editor {

/// Makes or renews the row of a record. An answer older than the one the row came from changes nothing.
void put_row(State& state, const webhook::Record& record, std::uint32_t as_of);
void remove_row(State& state, std::int64_t id, std::uint32_t as_of);
/// Names of events or locations have become known: all texts are made anew.
void rename_rows(State& state);

/// After rows or the sorting have changed.
void sort_list(List& list);
/// After the search or the filters have changed.
void filter_list(List& list);

/// Search text and sort keys are made from what the user sees; see Row.
[[nodiscard]] Row make_row(const State& state, const webhook::Record& record);

}  // namespace editor
