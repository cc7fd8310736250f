// Saving, creating and deleting: every write is followed by a look at what became of it.
#pragma once

#include "editor/context.h"
#include "editor/outbox_flow.h"

namespace editor {

void save(const Context& context);
/// Sends Form::sent_body.
void send_update(const Context& context);
/// Looks again what became of a write whose end is not clear.
void check_outcome(const Context& context);
/// The webhook seems to be gone: if a second look says so too, what is in the form becomes a new one, not created yet.
/// A server in trouble says "not found" of what is there, and then there would be two.
void check_gone(const Context& context);
/// Looks at the webhook once more and deletes it; the user has confirmed it, and is asked again if it has changed.
void delete_record(const Context& context);

void take_saved(const Context& context, const Answer& answer);
void take_read_back(const Context& context, const Answer& answer);
void take_gone_check(const Context& context, const Answer& answer);
void take_created(const Context& context, const Answer& answer);
void take_read_before_remove(const Context& context, const Answer& answer);
void take_removed(const Context& context, const Answer& answer);
void take_removal_check(const Context& context, const Answer& answer);

/// The list is complete, or could not be completed: a twin may be in it.
void take_loaded_list(const Context& context);
void take_unloaded_list(const Context& context);

/// A write that waited was taken back, because somebody else signed in.
void take_back_write(const Context& context);

}  // namespace editor
