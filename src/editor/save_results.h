// What the form shows after a write.
#pragma once

#include <string>
#include <string_view>

#include "editor/context.h"
#include "editor/outbox_flow.h"
#include "nexudus/replies.h"

namespace editor {

[[nodiscard]] bool is_for_form(const State& state, const Answer& answer);

/// Whether the failure leaves it open if the server did what was asked.
[[nodiscard]] bool is_unclear_end(const nexudus::Problem& problem);

/// Nothing is on its way any more.
void end_task(Form& form);

/// Shows a notice and reads it out.
void show_failure(const Context& context, Notice notice);
/// The server refused: errors at their fields, the rest in the summary, focus on the first.
void show_refusal(const Context& context, Errand::Purpose purpose, const nexudus::Problem& problem);
/// The webhook does not exist any more.
[[nodiscard]] Notice gone_notice();
void show_gone(const Context& context);
/// A write could not be checked by reading it back.
void show_unchecked(const Context& context, const nexudus::Problem& problem);
void focus_first_error(const Context& context);

/// Takes what is stored now as the record, and compares it with what was sent: `done` is said only if they agree.
void settle_write(const Context& context, nexudus::ReadRecord read, RequestId request_id, std::string_view done);

}  // namespace editor
