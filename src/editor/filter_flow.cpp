// Narrowing the list down, and keeping its address in step with what is looked for.
#include "editor/filter_flow.h"

#include <algorithm>
#include <utility>

#include "editor/list_view.h"
#include "editor/navigation.h"

namespace editor {
namespace {

bool shows_list(const State& state) { return !state.form && state.address == list_address; }

void refresh_moments(const Context& context) {
  context.state.list.moments = change_moments(context.now, context.state.visit.last_unix_ms);
}

void say_what_is_left(const Context& context) {
  const List& list = context.state.list;
  context.say((list.result.empty() ? list.heading : list.result) + ".");
}

/// Rows are chosen anew, for the list and for its address.
void show_filtered(const Context& context) {
  refresh_moments(context);
  filter_list(context.state.list);
  say_what_is_left(context);
  show_list_query(context, effect::HistoryEntry::kept);
}

/// The last visit may still become known: it is read from this browser.
bool may_know_last_visit(const State& state) {
  return state.visit.last_unix_ms || (!state.visit.known && state.session.kind != Session::Kind::demo);
}

}  // namespace

void take_filter(const Context& context, const Filter& filter) {
  if (add_filter(context.state.list.filters, filter)) {
    show_filtered(context);
  }
}

void drop_filter(const Context& context, const Filter& filter) {
  if (std::erase(context.state.list.filters, filter) > 0) {
    show_filtered(context);
    context.focus(FocusTarget::Kind::filter_button);
  }
}

void drop_all_filters(const Context& context) {
  List& list = context.state.list;
  if (!list.filters.empty()) {
    list.filters.clear();
    show_filtered(context);
    context.focus(FocusTarget::Kind::filter_button);
  }
}

void open_filters(const Context& context, bool open) {
  List& list = context.state.list;
  list.filters_open = open;
  list.facets = FacetValues{};
  if (open) {
    refresh_moments(context);
    count_facets(list);
  }
}

void go_to_filters(const Context& context) {
  go(context, list_address);
  if (shows_list(context.state) && !context.state.dialog) {
    open_filters(context, true);
    context.focus(FocusTarget::Kind::filters);
  }
}

void take_list_query(const Context& context, const ListQuery& query) {
  List& list = context.state.list;
  if (query == query_of(list)) {
    return;
  }
  list.search = query.search;
  list.filters = query.filters;
  list.sorted_by = query.sorted_by;
  list.direction = query.direction;
  refresh_moments(context);
  sort_list(list);
  settle_filters(context);
  if (shows_list(context.state) && list.phase == List::Phase::loaded) {
    say_what_is_left(context);
  }
}

void settle_filters(const Context& context) {
  State& state = context.state;
  refresh_moments(context);
  if (!may_know_last_visit(state)) {
    std::erase(state.list.filters, Filter{Facet::changed, static_cast<std::int64_t>(ChangedSince::last_visit)});
  }
  filter_list(state.list);
}

void show_list_query(const Context& context, effect::HistoryEntry entry) {
  const State& state = context.state;
  if (shows_list(state)) {
    context.emit(effect::Navigate{fragment_of(state.list, list_address), entry});
  }
}

}  // namespace editor
