// Which columns of the list are shown.
#include "editor/columns.h"

#include <algorithm>

#include "editor/context.h"
#include "editor/kept_names.h"
#include "editor/list_query.h"
#include "editor/state.h"
#include "language/text.h"

namespace editor {
namespace {

using language::key;

constexpr std::array<std::string_view, column_count> words{
    key("Name"),   key("Event"),      key("Location"),     key("URL host"),   key("Active"),
    key("Health"), key("Last fired"), key("Last changed"), key("Changed by"), key("Id")};

std::string owner_of(const State& state) { return kept_names(state, "columns"); }

bool is_kept(const State& state) { return state.session.kind != Session::Kind::demo; }

}  // namespace

std::string columns_text(const ShownColumns& columns) {
  std::string text;
  for (std::size_t at = 0; at < column_count; ++at) {
    if (columns.at(at)) text.append(text.empty() ? "" : " ").append(column_key(static_cast<Column>(at)));
  }
  return text;
}

ShownColumns read_columns(std::string_view text) {
  ShownColumns columns{};
  bool any = false;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    if (const auto column = column_of_key(text.substr(0, end))) {
      columns.at(static_cast<std::size_t>(*column)) = true;
      any = true;
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  columns.front() = true;
  return any ? columns : usual_columns;
}

void fetch_columns(const Context& context) {
  context.state.columns = usual_columns;
  if (is_kept(context.state)) {
    context.emit(effect::LoadTexts{owner_of(context.state)});
  }
}

bool take_columns(const Context& context, std::string_view owner, std::string_view lines) {
  if (!owner.starts_with("columns\n")) {
    return false;
  }
  if (owner == owner_of(context.state)) {
    context.state.columns = read_columns(lines);
  }
  return true;
}

void choose_columns(const Context& context, const ShownColumns& columns) {
  State& state = context.state;
  state.columns = columns;
  state.columns.front() = true;
  if (is_kept(state)) {
    context.emit(
        effect::KeepText{owner_of(state) + "shown", state.columns == usual_columns ? "" : columns_text(state.columns)});
  }
}

std::string_view column_words(Column column) { return language::translate(words.at(static_cast<std::size_t>(column))); }

}  // namespace editor
