// Every write of this user from this browser: what was there before, what was sent, and what came of it. Kept here over
// reloads like unsaved edits; each entry can be undone by a new write that goes through the same checks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "webhook/record.h"

namespace editor {

struct Context;
struct State;

struct JournalEntry {
  enum class Kind : std::uint8_t { created, changed, deleted };
  enum class Outcome : std::uint8_t {
    sent,              // no end is known: the page or the session ended first
    verified,          // read back, and found as sent
    stored_otherwise,  // read back, and found to differ
    confirmed,         // Nexudus said that it was done
    refused,           // not done
    unclear,           // it is not known whether it was done
  };
  std::string key;  // orders them by time
  std::int64_t unix_ms = 0;
  std::string user;
  Kind kind = Kind::changed;
  Outcome outcome = Outcome::sent;
  std::int64_t id = 0;  // 0: one whose creation did not get as far as a number
  std::string before;   // the record's JSON text; empty for a created one
  std::string after;    // as sent; empty for a deleted one
  std::string note;     // what came of it, if more is to be said; translated, or a key that is when it is shown

  friend bool operator==(const JournalEntry&, const JournalEntry&) = default;
};

struct Journal {
  std::vector<JournalEntry> entries;  // oldest first
  std::string search;
  bool asked = false;  // those of earlier pages have been asked for
  // What follows is update()'s own: the write each form has on its way.
  struct Open {
    std::uint32_t generation = 0;
    std::string key;
    bool turned_away = false;  // it was certainly not done, and goes again
  };
  std::vector<Open> open;
};

/// As it is kept and exported: JSON on one line, with both records as texts, so that not a digit changes.
[[nodiscard]] std::string to_text(const JournalEntry& entry);
/// Nothing for a text that is none, whatever it is: it may be of another version, or damaged.
[[nodiscard]] std::optional<JournalEntry> read_journal_entry(std::string_view line);

/// Notes that the form's write goes out over `before`. One that is tried again stays one entry.
void begin_write(const Context& context, JournalEntry::Kind kind, std::string before);
/// Notes that the form's write was turned away undone and will go again, perhaps merged with more.
void note_turned_away(State& state, std::uint32_t generation);
/// Notes what came of the write of the form with this generation. `id`: 0 leaves it.
void end_write(const Context& context, std::uint32_t generation, JournalEntry::Outcome outcome, std::string note = {},
               std::int64_t id = 0);

/// The last write of the form with this generation; null if there was none. Good until the next write begins.
[[nodiscard]] const JournalEntry* last_write(State& state, std::uint32_t generation);

/// Asks for what was written from earlier pages, once a session.
void fetch_journal(const Context& context);
/// Whether these texts are the journal's; if so they are taken.
[[nodiscard]] bool take_journal(const Context& context, std::string_view owner, std::string_view lines);

/// Those that hold all words of the search, newest first.
[[nodiscard]] std::vector<const JournalEntry*> found_entries(const State& state);

/// "Changed “Door”".
[[nodiscard]] std::string title_of(const JournalEntry& entry);
/// "Read back and found as sent." and the like, with the note.
[[nodiscard]] std::string outcome_of(const JournalEntry& entry);
/// One field that the write changed, in the words of the form.
struct FieldChange {
  std::string field;
  std::string before;
  std::string after;
};
[[nodiscard]] std::vector<FieldChange> changes_of(const State& state, const JournalEntry& entry);
[[nodiscard]] std::vector<FieldChange> changes_between(const State& state, const webhook::Fields& before,
                                                       const webhook::Fields& after);

/// What the button to undo it says; empty where there is nothing to undo, or the user may not.
[[nodiscard]] std::string_view undo_label(const State& state, const JournalEntry& entry);
/// Opens the webhook with the opposite of what the entry did as unsaved edits, to be looked at and saved.
void undo_write(const Context& context, std::string_view key);
/// After a form has been opened for that: puts the edits into it.
void apply_undone_write(const Context& context);

}  // namespace editor
