// A message that stays on the screen until it no longer applies.
#pragma once

#include <cstdint>
#include <string>

namespace editor {

struct Notice {
  enum class Severity : std::uint8_t { information, success, warning, error };
  /// What the user can do about it with one press; the screen sends the command RunNoticeAction.
  enum class Action : std::uint8_t {
    none,
    try_again,         // load what could not be loaded
    check_outcome,     // find out whether the last write was done
    save_as_new,       // the webhook is gone: create it anew from what is in the form
    open_twin,         // open the webhook that looks like the one that was to be created
    take_over_stored,  // give up what is typed and show what Nexudus holds
    switch_on,         // make the webhook active again, and save that
  };

  Severity severity = Severity::information;
  std::string title;   // one short sentence; empty: there is no notice
  std::string detail;  // what was asked, what came back, what to do; may be empty
  Action action = Action::none;

  [[nodiscard]] bool empty() const { return title.empty(); }
  friend bool operator==(const Notice&, const Notice&) = default;
};

/// What the button for an action says, e.g. "Try again"; empty for none.
[[nodiscard]] std::string action_label(Notice::Action action);

}  // namespace editor
