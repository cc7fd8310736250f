// What happened to the webhooks since the user looked last.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "editor/notice.h"
#include "webhook/health.h"
#include "webhook/record.h"

namespace editor {

struct Context;
struct State;

/// A webhook as it was when the user looked last.
struct SeenWebhook {
  std::int64_t id = 0;
  std::int64_t updated_ms = 0;  // Unix time; 0: not known
  webhook::Health health = webhook::Health::fine;
  std::string name;

  friend bool operator==(const SeenWebhook&, const SeenWebhook&) = default;
};

struct VisitChange {
  /// In the order in which people want to see them.
  enum class Kind : std::uint8_t { switched_off, started_failing, changed, added, deleted };
  Kind kind = Kind::changed;
  std::int64_t id = 0;
  std::string name;
  std::string who;       // changed or added it; empty: not known
  webhook::Moment when;  // it was changed or added
};

/// Kept in this browser, encrypted, for each user of each API; only for the page's own life in the demo.
struct Visit {
  std::optional<std::int64_t> seen_unix_ms;  // when the user looked last; nothing: never
  std::vector<VisitChange> changes;          // since then, by others
  // What follows is update()'s own.
  bool known = false;                        // `seen` has been read
  std::vector<SeenWebhook> seen;             // by id
  std::optional<std::int64_t> last_unix_ms;  // when the user had looked last before this page was opened
};

/// One line of text: what to_text() gives, read_visit() takes. Nothing for a text that is none.
[[nodiscard]] std::string to_text(const Visit& visit);
[[nodiscard]] std::optional<Visit> read_visit(std::string_view text);

/// Asks for what the user who signed in saw last.
void fetch_visit(const Context& context);
/// It has come. False if the texts are something else.
[[nodiscard]] bool take_visit(const Context& context, std::string_view owner, std::string_view lines);

/// The list is complete: finds what is different. What the user changed is no news.
void compare_with_last_visit(const Context& context);
/// The user deleted a webhook: that is no news either.
void leave_out_of_visit(const Context& context, std::int64_t id);
/// The user has seen the changes: from now on what happens after this is news.
void mark_seen(const Context& context);

/// "Since your last visit: 1 switched off by Nexudus, 2 changed." Empty if nothing happened.
[[nodiscard]] Notice visit_notice(const State& state);
/// "Changed by anna@example.com".
[[nodiscard]] std::string sentence_of(const VisitChange& change);

}  // namespace editor
