// Creating and deleting a webhook.
#pragma once

#include "editor/context.h"
#include "editor/outbox_flow.h"

namespace editor {

/// Sends what the form holds as a new webhook. Never repeated blindly: a second one would come into being.
void send_creation(const Context& context);
/// After a creation with an unclear end: loads the list and looks for what was sent.
void look_for_twin(const Context& context);
void take_read_created(const Context& context, const Answer& answer);
/// Opens the webhook that looks like the one that was to be created.
void open_twin(const Context& context);

/// After a deletion with an unclear end: reads the webhook.
void check_removal(const Context& context);

}  // namespace editor
