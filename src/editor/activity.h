// Keeps account of every request for the user to see.
#pragma once

#include <cstdint>

#include "editor/context.h"
#include "editor/outbox.h"
#include "nexudus/http.h"
#include "nexudus/problem.h"

namespace editor {

/// Notes how one sending ended; `response` and `problem` may be null. Replies to the form are shown beside it as well.
void record_activity(const Context& context, const OutboxEntry& entry, const nexudus::Response* response,
                     const nexudus::Problem* problem, std::int64_t elapsed_ms);

}  // namespace editor
