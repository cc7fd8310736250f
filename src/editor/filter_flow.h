// Narrowing the list down, and keeping its address in step with what is looked for.
#pragma once

#include "editor/context.h"
#include "editor/list_query.h"

namespace editor {

void take_filter(const Context& context, const Filter& filter);
void drop_filter(const Context& context, const Filter& filter);
void drop_all_filters(const Context& context);
/// Whether filters can be chosen.
void open_filters(const Context& context, bool open);
/// Goes to the list's filters.
void go_to_filters(const Context& context);

/// Shows what an address asks for.
void take_list_query(const Context& context, const ListQuery& query);
/// The moments that "changed since" means are taken anew. A filter by a last visit that is not known is dropped.
void settle_filters(const Context& context);

/// Writes what is looked for into the address, while the list is shown.
void show_list_query(const Context& context, effect::HistoryEntry entry);

}  // namespace editor
