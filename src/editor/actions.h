// What the user can do at the moment, with its words and its key: for the shortcuts, the command palette and the help.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "editor/command.h"
#include "editor/state.h"

namespace editor {

struct Action {
  enum class Id : std::uint8_t {
    palette,
    help,
    find,
    filter,
    remove_filters,
    columns,
    create,
    activity,
    reload,
    save,
    stop,
    discard,
    undo,
    redo,
    previous,
    next,
    back,
    duplicate,
    remove,
    copy_payload,
    copy_curl,
    sort_by_name,  // from here on in the order of Column
    sort_by_event,
    sort_by_location,
    sort_by_host,
    sort_by_active,
    sort_by_health,
    sort_by_last_fired,
    sort_by_last_changed,
    sort_by_changed_by,
    sort_by_id,
    speak_english,  // from here on in the order of the languages
    speak_spanish,
    speak_french,
    speak_german,
    speak_portuguese,
    sign_out,
  };
  Id id = Id::help;
  std::string_view title;     // "Save"; for people title_of()
  std::string_view key;       // KeyboardEvent.key in lower case, e.g. "s"; empty: none
  bool with_control = false;  // Control, or Command where that is the habit
  bool with_shift = false;
};

/// All of them, in the order in which the help lists them.
[[nodiscard]] std::span<const Action> all_actions();

/// What it is called in the user's language.
[[nodiscard]] std::string_view title_of(const Action& action);

/// What an action comes to right now; nothing while it cannot be done.
[[nodiscard]] std::optional<Command> command_of(const State& state, Action::Id action);

/// Whether the action's key counts. A key without Control can be switched off (WCAG 2.2, 2.1.4: speech input and slips
/// of the hand press such keys by mistake).
[[nodiscard]] bool key_counts(const State& state, const Action& action);

}  // namespace editor
