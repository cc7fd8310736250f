// Before a save the record is read once more, and what somebody else changed meanwhile is taken into account.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "editor/context.h"
#include "editor/outbox_flow.h"
#include "webhook/merge.h"

namespace editor {

/// A look older than this is taken anew: no request takes so long, but the machine may sleep meanwhile.
inline constexpr std::int64_t oldest_look_ms = 35'000;

/// Reads the record as it is stored when `delay_ms` is over; Form::sent is what shall be saved.
void read_before_save(const Context& context, std::int64_t delay_ms = 0);

/// The record has come: what only others changed is taken over, what only the user changed is sent; where both changed
/// a field, nothing is sent and the user is asked.
void take_read_before_save(const Context& context, const Answer& answer);

/// Looks every minute whether somebody else changed the record that is open, while the page can be seen. Returns when
/// it wants to look next (monotonic), if at all.
[[nodiscard]] std::optional<std::int64_t> look_from_time_to_time(const Context& context);
/// Says what somebody else changed. What is typed is never touched; a form without edits shows the record as it is now.
void take_look(const Context& context, const Answer& answer);

/// A save or a deletion that has waited is turned into a new look at the record: it may be out of date.
void look_again_first(const Context& context, OutboxEntry& write);
/// "anna@example.com changed URL 5 minutes ago."
[[nodiscard]] std::string change_sentence(const Context& context, const webhook::Record& now_stored);
/// Shows the record as it is now, if nothing is typed; either way the user has been told.
void note_seen(const Context& context, nexudus::ReadRecord read, RequestId as_of);

/// Asks at every field where both sides differ: Form::stored holds theirs.
void mark_conflicts(const Context& context, const webhook::Merge& merged);

/// The user's own value of the field stays, whatever somebody else saved.
void keep_mine(const Context& context, webhook::Field field);

}  // namespace editor
