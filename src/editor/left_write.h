// A write whose form was left before its end: what became of it is found out all the same, and told on the list.
#pragma once

#include <string>

#include "editor/answer.h"
#include "editor/context.h"

namespace editor {

/// What the user shall find on the list, whatever screen is shown now.
void tell_left(const Context& context, std::string title, std::string detail);

/// Its answer, or that there is none: either way what is stored is read back.
void take_end_of_left_write(const Context& context, const Answer& answer);
void take_read_back_of_left_write(const Context& context, const Answer& answer);
void take_check_of_left_removal(const Context& context, const Answer& answer);

/// A form has read a record that another form, left since, may be about to write: the write looks again if it was decided
/// on something else.
void mark_overtaken(const Context& context, const nexudus::ReadRecord& read);

/// Whether something is being written, by whatever form.
[[nodiscard]] bool is_writing(const State& state);

}  // namespace editor
