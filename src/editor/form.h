// One webhook being looked at or edited.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "editor/address.h"
#include "editor/effect.h"
#include "editor/event_help.h"
#include "editor/history.h"
#include "editor/notice.h"
#include "nexudus/http.h"
#include "webhook/document.h"
#include "webhook/record.h"
#include "webhook/validation.h"

namespace editor {

struct FieldStatus {
  bool changed = false;                      // differs from what is stored
  std::string error;                         // what to show at the field; empty if nothing
  std::string advice;                        // worth a second look, though it can be saved; a line for each piece
  std::vector<webhook::FieldProblem> fixes;  // of what is shown: those that a button can put right
  std::string conflict;  // somebody else changed it too; to be decided before it can be saved; empty: nobody did
  // What follows is update()'s own.
  bool touched = false;      // left once, or Save was pressed: problems are shown
  std::string problem;       // of validation, shown or not
  std::string server_error;  // goes away when the field is edited

  friend bool operator==(const FieldStatus&, const FieldStatus&) = default;
};

/// What Save would send right now.
struct Payload {
  nexudus::Request request;
  std::string method_and_target;                 // "PUT /sys/webhooks"
  std::string json;                              // indented, as it is shown and copied
  std::vector<webhook::PayloadLine> lines;       // the same with the stored lines it replaces
  std::vector<webhook::Difference> differences;  // from the stored record; empty for a new one
  nexudus::Request shown;                        // the request as it may be seen: credentials may be hidden
  std::string curl;                              // that as a shell command, with a placeholder for the token
  bool has_credentials = false;                  // in its URL; hidden above unless State::show_credentials
};

/// The last reply the form got.
struct LastResponse {
  bool present = false;
  std::string method_and_target;
  int status = 0;  // 0: there was no reply
  std::int64_t elapsed_ms = 0;
  std::int64_t unix_ms = 0;  // when it came
  std::string message;       // what it says, in a sentence
  std::string body;          // indented if it is JSON; valid UTF-8, cut off if it is very long
};

/// A member that Nexudus stored otherwise than it was sent.
struct StoredOtherwise {
  std::string member;
  std::string sent_raw;    // JSON text; empty: not sent
  std::string stored_raw;  // JSON text; empty: not there

  friend bool operator==(const StoredOtherwise&, const StoredOtherwise&) = default;
};

struct Form {
  enum class Phase : std::uint8_t { loading, ready, failed };
  /// What is on its way. While it is not `none`, nothing else can be saved or deleted; typing is possible.
  enum class Task : std::uint8_t { none, comparing, saving, checking, looking_for_twin, deleting };

  Address address;
  Phase phase = Phase::loading;
  Task task = Task::none;

  std::int64_t id = 0;                                         // 0: a new one
  webhook::Record stored;                                      // as read by id; the facts beside the form
  std::optional<webhook::Document> document;                   // the same as text; nothing for a new one
  webhook::Fields fields;                                      // what the fields hold
  std::string shown_url;                                       // URL while nobody types in it: its credentials masked
  std::string location_text;                                   // Location as typed, where locations cannot be listed
  std::array<FieldStatus, webhook::all_fields.size()> status;  // by webhook::Field
  bool changed = false;                                        // any field is
  std::vector<std::string> summary;                            // errors that belong to no field
  Notice notice;
  std::vector<StoredOtherwise> stored_otherwise;  // found when reading back after a save
  EventHelp event_help;
  Payload payload;
  LastResponse last_response;

  EditHistory history;

  // What follows is update()'s own.
  std::uint32_t generation = 0;  // tells late answers for another form
  webhook::Fields begun_with;    // a new one: what counts as unchanged
  webhook::Fields sent;          // what the running or last save wants stored
  std::string sent_body;
  RequestId as_of = 0;     // the request whose answer `stored` is
  std::string taken_over;  // by the running or last save, from somebody else's: a sentence
  int save_attempts = 0;
  bool write_confirmed = false;                        // the server said that the last write worked
  std::string unclear_reason;                          // why it is not known what became of the last write
  Task unclear = Task::none;                           // that write
  bool removal_sent = false;                           // a deletion has gone out
  std::string unclear_body;                            // what it sent, if it was a save
  std::optional<std::vector<std::int64_t>> known_ids;  // before a create: all webhooks, if the list was complete
  std::int64_t twin = 0;
  std::optional<std::int64_t> next_look_ms;  // monotonic; when to see whether somebody else changed it
  std::string seen_elsewhere;                // the record as somebody else changed it, if the user was told
  bool missed = false;                       // it was not found by the last look
  bool gone = false;                         // Nexudus does not know it
  std::string drafted;                       // the key its draft is kept under
  std::string restored;                      // the key of the draft that was put into it, of another page
  std::int64_t restored_unix_ms = 0;         // as of when

  [[nodiscard]] bool is_new() const { return id == 0; }
  [[nodiscard]] bool busy() const { return task != Task::none; }
  [[nodiscard]] const FieldStatus& status_of(webhook::Field field) const {
    return status[static_cast<std::size_t>(field)];
  }
  [[nodiscard]] FieldStatus& status_of(webhook::Field field) { return status[static_cast<std::size_t>(field)]; }
};

}  // namespace editor
