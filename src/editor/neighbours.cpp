// Where the open webhook stands in the list, and which ones are beside it.
#include "editor/neighbours.h"

#include <algorithm>

#include "editor/sentences.h"
#include "language/text.h"

namespace editor {

namespace {

using language::translate;

/// The webhook in the form is in the list as soon as it has been read, and says nothing of the others.
bool is_loaded(const List& list) { return list.phase == List::Phase::loaded || list.rows.size() > 1; }

}  // namespace

Neighbours neighbours_of_form(const State& state) {
  const List& list = state.list;
  Neighbours neighbours;
  if (!is_loaded(list)) {
    return neighbours;
  }
  neighbours.count = list.shown.size();
  const auto known = state.form ? list.index_of_id.find(state.form->id) : list.index_of_id.end();
  if (known == list.index_of_id.end()) {
    return neighbours;
  }
  // What is shown stands in the order of all.
  std::size_t before = 0;
  for (const std::uint32_t index : list.sorted) {
    if (index == known->second) break;
    before += before < list.shown.size() && list.shown[before] == index ? 1 : 0;
  }
  const bool is_shown = before < list.shown.size() && list.shown[before] == known->second;
  const auto id_at = [&list](std::size_t place) {
    return place < list.shown.size() ? std::optional(list.rows[list.shown[place]].record.id) : std::nullopt;
  };
  neighbours.place = is_shown ? before + 1 : 0;
  neighbours.previous = before > 0 ? id_at(before - 1) : std::nullopt;
  neighbours.next = id_at(before + (is_shown ? 1 : 0));
  return neighbours;
}

std::string place_sentence(const Neighbours& neighbours) {
  if (neighbours.count == 0) {
    return {};
  }
  const std::string count = grouped(neighbours.count);
  return neighbours.place == 0 ? translate("Not among the {0}", count)
                               : translate("{0} of {1}", grouped(neighbours.place), count);
}

std::string why_no_neighbour(const State& state, const Neighbours& neighbours, bool after) {
  const List& list = state.list;
  if (!is_loaded(list)) {
    return std::string(list.phase == List::Phase::loading ? translate("The list is still loading.")
                                                          : translate("The list is not loaded."));
  }
  if (neighbours.count == 0) {
    return std::string(translate("The list shows no webhook: clear its search or its filters."));
  }
  if (list.index_of_id.find(state.form ? state.form->id : 0) == list.index_of_id.end()) {
    return std::string(translate("The list does not have this webhook."));
  }
  return std::string(after ? translate("This is the last webhook of the list.")
                           : translate("This is the first webhook of the list."));
}

}  // namespace editor
