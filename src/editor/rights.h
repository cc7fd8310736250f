// What Nexudus has refused to this user. No call of its API tells a user's roles, so they are learned from refusals, and
// kept in this browser, so that nobody edits what cannot be saved twice.
#pragma once

#include <string_view>

#include "editor/notice.h"
#include "editor/outbox.h"

namespace editor {

struct Context;
struct State;

struct Rights {
  bool change = true;
  bool create = true;
  bool remove = true;

  friend bool operator==(const Rights&, const Rights&) = default;
};

/// Asks for what is known of the user who signed in.
void fetch_rights(const Context& context);
/// It has come. False if the texts are something else.
[[nodiscard]] bool take_rights(const Context& context, std::string_view owner, std::string_view lines);

/// A write was done, or refused for a missing role. Other purposes tell nothing.
void note_right(const Context& context, Errand::Purpose purpose, bool allowed);
/// The user may have been given the roles: everything can be tried again.
void assume_all_rights(const Context& context);

/// Whether the form only shows: its webhook may not be changed or created, and nothing is typed that would be hidden.
[[nodiscard]] bool is_read_only(const State& state);
/// "Your user may not change or delete webhooks." Empty if nothing was refused.
[[nodiscard]] Notice rights_notice(const State& state);

}  // namespace editor
