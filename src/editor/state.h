// Everything the editor knows, and all that screens draw. Changed by update() alone.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "editor/address.h"
#include "editor/code_sample.h"
#include "editor/columns.h"
#include "editor/effect.h"
#include "editor/form.h"
#include "editor/journal.h"
#include "editor/list.h"
#include "editor/notice.h"
#include "editor/outbox.h"
#include "editor/rights.h"
#include "editor/session.h"
#include "editor/visit.h"
#include "nexudus/replies.h"

namespace editor {

/// What config.json says.
struct Config {
  std::string api_base = "api";   // as written; without '/' at its end
  std::string absolute_api_base;  // written out in full
  bool password = true;           // ways to sign in
  bool token = true;
  bool demo = true;
  bool provider = false;  // an OAuth provider, which the page itself talks to
};

/// The locations the user may choose from.
struct Locations {
  enum class Availability : std::uint8_t { unknown, known, not_allowed, failed };
  Availability availability = Availability::unknown;
  std::string problem;                      // why they cannot be listed, and what to do
  std::vector<nexudus::Location> all;       // by name
  std::vector<nexudus::Location> arriving;  // update()'s own: pages of a loading that is not complete
};

/// Where locations cannot be listed, their number is typed.
[[nodiscard]] inline bool are_typed(const Locations& locations) {
  return locations.availability == Locations::Availability::not_allowed ||
         locations.availability == Locations::Availability::failed;
}

/// Asks before a form with changes is left.
struct LeaveDialog {
  std::string title;
  std::string text;
  std::string keep_label;  // leave with the changes kept as a draft; empty: that is not offered
  std::string confirm_label;
  std::optional<Address> destination;  // nothing: sign out
};

/// Asks before a webhook is deleted.
struct DeleteDialog {
  std::string title;
  std::string text;
  std::string name_to_type;  // the active webhook's name; empty: nothing needs to be typed
  std::string typed;
  bool may_confirm = false;
};

/// Everything that can be done, found by typing.
struct PaletteDialog {};
/// The shortcuts.
struct HelpDialog {};
/// Which columns the list shows.
struct ColumnsDialog {};

using Dialog = std::variant<LeaveDialog, DeleteDialog, PaletteDialog, HelpDialog, ColumnsDialog>;

/// What was last copied, or is being copied.
struct Copying {
  enum class What : std::uint8_t { nothing, payload, code, response, request };
  What what = What::nothing;
  bool done = false;
  bool masked = false;  // credentials are left out of it
};

/// What was typed and not saved.
struct Draft {
  std::int64_t id = 0;       // 0: a new webhook
  webhook::Fields base;      // what the fields were held against
  webhook::Fields fields;    // what they hold
  std::int64_t unix_ms = 0;  // when they were typed last
  std::string key = {};      // what it is kept under: each form of each page has one of its own
  std::int64_t duplicate_of = 0;
  std::string location_text = {};  // what was typed there, if it is no number
  bool own = false;                // update()'s own: this page wrote it
  std::int64_t for_event = 0;      // Address::event, of a copy

  friend bool operator==(const Draft&, const Draft&) = default;
};

/// A draft of another page that is dropped if it is still as it was then.
struct GivenUpDraft {
  std::string key;
  std::int64_t unix_ms = 0;
};

/// An entry of the journal that is to be undone in the form that is being opened.
struct UndoneWrite {
  std::int64_t id = 0;  // 0: a deleted one, in a new form
  webhook::Fields after;
  webhook::Fields before;
  bool was_created = false;      // it is to be deleted
  std::string left_behind = {};  // what does not come back, a sentence
};

/// A request that has not gone yet.
struct WaitingRequest {
  enum class For : std::uint8_t { turn, network, session };
  std::string what;
  int attempt = 1;
  For waits_for = For::turn;
  std::int64_t goes_unix_ms = 0;  // when its turn comes
  bool of_form = false;           // that is open
};

/// What goes over the line, for the user to see; as of the last event.
struct Traffic {
  nexudus::BudgetUse use;
  std::int64_t unix_ms = 0;
  std::vector<WaitingRequest> waiting;
};

struct State {
  Config config;
  std::string startup_problem;  // what is wrong with config.json, for Stage::misconfigured
  Session session;
  Address address;  // of the screen that is shown, or that will be after signing in
  List list;
  ShownColumns columns = usual_columns;
  std::optional<Form> form;  // while the address is that of a record or a new one, and the user is signed in
  std::optional<Dialog> dialog;
  Locations locations;
  std::vector<nexudus::EventName> event_names;  // as the API has them; empty: not known
  Copying copying;
  CodeSample code;
  bool online = true;
  bool visible = true;            // the page can be seen
  bool show_credentials = false;  // those in URLs; while the field has the focus they are always seen
  bool single_keys = true;        // keys without Control act as shortcuts
  std::string language = "en";    // that the words are in: its tag, as in BCP 47
  std::vector<Draft> drafts;      // of this user, as this browser keeps them
  bool drafts_known = false;      // they have been read
  bool keeps_texts = true;        // this browser takes what is to be kept in it
  std::deque<Activity> activity;  // the last requests, newest first
  Journal journal;
  Visit visit;
  Rights rights;
  Traffic traffic;

  // What follows is update()'s own.
  Outbox outbox;
  std::optional<UndoneWrite> undone_write;
  std::string wanted_draft;  // the key of the one that is being opened
  std::vector<GivenUpDraft> given_up;
  bool heard = false;  // the API answered this page at least once, so the browser does not block it
  std::uint32_t last_form_generation = 0;
  struct Shown {  // what the world was last told
    std::string title;
    bool guard = false;
    bool usable = false;
    bool first_row = false;
    std::optional<std::int64_t> wake_ms;
  } shown;
};

}  // namespace editor
