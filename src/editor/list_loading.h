// Brings in the list page by page, and the names of locations and events beside it.
#pragma once

#include "editor/context.h"
#include "editor/outbox_flow.h"

namespace editor {

/// The list, the locations and the names of events.
void load_everything(const Context& context);
/// The list alone, from its beginning; the rows that are there stay usable meanwhile.
void load_list(const Context& context);
/// Goes on where the loading had stopped.
void continue_list(const Context& context);

void take_list_page(const Context& context, const Answer& answer);
/// Asks for the locations; those that are known stay meanwhile.
void load_locations(const Context& context);
void take_locations(const Context& context, const Answer& answer);
void take_event_names(const Context& context, const Answer& answer);

}  // namespace editor
