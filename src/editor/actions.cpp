// What the user can do at the moment, with its words and its key.
#include "editor/actions.h"

#include <array>

#include "editor/neighbours.h"
#include "editor/rights.h"
#include "language/text.h"

namespace editor {

namespace {

using language::key;
using Id = Action::Id;

constexpr std::array<Action, 37> actions{{
    {Id::palette, key("Find a command or a webhook"), "k", true},
    {Id::help, key("Keyboard shortcuts"), "?", false},
    {Id::find, key("Search the list"), "/", false},
    {Id::filter, key("Filter the list"), "f", false},
    {Id::remove_filters, key("Clear all filters"), "", false},
    {Id::columns, key("Choose the columns of the list"), "", false},
    {Id::create, key("New webhook"), "n", false},
    {Id::activity, key("Activity: changes and requests"), "a", false},
    {Id::reload, key("Reload the list"), "r", false},
    {Id::save, key("Save"), "s", true},
    {Id::stop, key("Stop what is waiting"), "", false},
    {Id::undo, key("Undo"), "z", true},
    {Id::redo, key("Redo"), "z", true, true},
    {Id::discard, key("Discard changes"), "", false},
    {Id::next, key("Next webhook of the list"), "j", false},
    {Id::previous, key("Previous webhook of the list"), "k", false},
    {Id::back, key("All webhooks"), "u", false},
    {Id::duplicate, key("Duplicate this webhook"), "d", false},
    {Id::remove, key("Delete this webhook"), "", false},
    {Id::copy_payload, key("Copy what Save sends as JSON"), "", false},
    {Id::copy_curl, key("Copy what Save sends as a cURL command"), "", false},
    {Id::sort_by_name, key("Sort by name"), "", false},
    {Id::sort_by_event, key("Sort by event"), "", false},
    {Id::sort_by_location, key("Sort by location"), "", false},
    {Id::sort_by_host, key("Sort by URL host"), "", false},
    {Id::sort_by_active, key("Sort by active"), "", false},
    {Id::sort_by_health, key("Sort by health"), "", false},
    {Id::sort_by_last_fired, key("Sort by last fired"), "", false},
    {Id::sort_by_last_changed, key("Sort by last changed"), "", false},
    {Id::sort_by_changed_by, key("Sort by changed by"), "", false},
    {Id::sort_by_id, key("Sort by Id"), "", false},
    // Each in its own words, whatever language is spoken: who looks for one may understand no other.
    {Id::speak_english, "Language: English", "", false},
    {Id::speak_spanish, "Idioma: español", "", false},
    {Id::speak_french, "Langue : français", "", false},
    {Id::speak_german, "Sprache: Deutsch", "", false},
    {Id::speak_portuguese, "Idioma: português", "", false},
    {Id::sign_out, key("Sign out"), "", false},
}};

constexpr std::array<std::string_view, 5> languages{"en", "es", "fr", "de", "pt"};

/// To another language than the one that is spoken.
std::optional<Command> to_language(const State& state, Id action) {
  const std::string_view tag =
      languages.at(static_cast<std::size_t>(action) - static_cast<std::size_t>(Id::speak_english));
  return tag == state.language ? std::nullopt : std::optional<Command>(command::ChooseLanguage{std::string(tag)});
}

std::optional<Command> to_neighbour(const State& state, bool after) {
  if (state.form->is_new()) return std::nullopt;
  const Neighbours neighbours = neighbours_of_form(state);
  const std::optional<std::int64_t> id = after ? neighbours.next : neighbours.previous;
  return id ? std::optional<Command>(command::Go{record_address(*id)}) : std::nullopt;
}

std::optional<Command> on_the_list(const State& state, Id action) {
  if (state.form) return std::nullopt;
  if (action == Id::reload) return command::ReloadList{};
  if (state.address == activity_address) return std::nullopt;
  if (action == Id::columns) return command::OpenColumns{};
  if (action == Id::remove_filters) {
    return state.list.filters.empty() ? std::nullopt : std::optional<Command>(command::RemoveAllFilters{});
  }
  const int column = static_cast<int>(action) - static_cast<int>(Id::sort_by_name);
  return command::SortBy{static_cast<Column>(column)};
}

std::optional<Command> on_the_form(const State& state, Id action) {
  if (action == Id::stop) {
    const bool works = state.form ? state.form->busy() : state.list.phase == List::Phase::loading;
    return works ? std::optional<Command>(command::Stop{}) : std::nullopt;
  }
  if (!state.form) return std::nullopt;
  const Form& form = *state.form;
  const bool ready = form.phase == Form::Phase::ready && !form.busy();
  const bool stored = ready && !form.is_new();
  const bool may_save = ready && !is_read_only(state);
  switch (action) {
    case Id::save:
      return may_save ? std::optional<Command>(command::Save{}) : std::nullopt;
    case Id::discard:
      return ready && form.changed ? std::optional<Command>(command::SetAllBack{}) : std::nullopt;
    case Id::undo:
      return form.history.done.empty() ? std::nullopt : std::optional<Command>(command::Undo{});
    case Id::redo:
      return form.history.undone.empty() ? std::nullopt : std::optional<Command>(command::Redo{});
    case Id::next:
      return to_neighbour(state, true);
    case Id::previous:
      return to_neighbour(state, false);
    case Id::back:
      return command::Go{list_address};
    case Id::duplicate:
      return stored && state.rights.create ? std::optional<Command>(command::Duplicate{}) : std::nullopt;
    case Id::remove:
      return stored && state.rights.remove ? std::optional<Command>(command::Delete{}) : std::nullopt;
    case Id::copy_payload:
      return ready ? std::optional<Command>(command::CopyPayload{}) : std::nullopt;
    case Id::copy_curl:
      return ready ? std::optional<Command>(command::CopyCode{}) : std::nullopt;
    default:
      return std::nullopt;
  }
}

}  // namespace

std::span<const Action> all_actions() { return actions; }

std::string_view title_of(const Action& action) { return language::translate(action.title); }

std::optional<Command> command_of(const State& state, Id action) {
  if (state.session.stage != Session::Stage::signed_in) return std::nullopt;
  switch (action) {
    case Id::palette:
      return command::OpenPalette{};
    case Id::help:
      return command::OpenHelp{};
    case Id::find:
      return command::FindInList{};
    case Id::filter:
      return command::GoToFilters{};
    case Id::create:
      return state.rights.create ? std::optional<Command>(
                                       command::Go{{.screen = Address::Screen::new_record, .id = 0, .duplicate_of = 0}})
                                 : std::nullopt;
    case Id::activity:
      return command::Go{activity_address};
    case Id::reload:
    case Id::remove_filters:
    case Id::columns:
    case Id::sort_by_name:
    case Id::sort_by_event:
    case Id::sort_by_location:
    case Id::sort_by_host:
    case Id::sort_by_active:
    case Id::sort_by_health:
    case Id::sort_by_last_fired:
    case Id::sort_by_last_changed:
    case Id::sort_by_changed_by:
    case Id::sort_by_id:
      return on_the_list(state, action);
    case Id::speak_english:
    case Id::speak_spanish:
    case Id::speak_french:
    case Id::speak_german:
    case Id::speak_portuguese:
      return to_language(state, action);
    case Id::sign_out:
      return command::SignOut{};
    default:
      return on_the_form(state, action);
  }
}

bool key_counts(const State& state, const Action& action) {
  return !action.key.empty() && (action.with_control || state.single_keys);
}

}  // namespace editor
