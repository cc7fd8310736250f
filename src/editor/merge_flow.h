// Before a save the record is read once more, and what somebody else changed meanwhile is taken into account.
#pragma once

#include "editor/context.h"
#include "editor/outbox_flow.h"
#include "webhook/merge.h"

namespace editor {

/// Reads the record as it is stored now; Form::sent is what shall be saved.
void read_before_save(const Context& context);

/// The record has come: what only others changed is taken over, what only the user changed is sent; where both changed
/// a field, nothing is sent and the user is asked.
void take_read_before_save(const Context& context, const Answer& answer);

/// A save that has waited is turned into a new look at the record: what it would write may be out of date.
void look_again_first(const Context& context, OutboxEntry& save);

/// Asks at every field where both sides differ: Form::stored holds theirs.
void mark_conflicts(const Context& context, const webhook::Merge& merged);

/// The user's own value of the field stays, whatever somebody else saved.
void keep_mine(const Context& context, webhook::Field field);

}  // namespace editor
