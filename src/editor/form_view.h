// All that is worked out from what the form holds: marks, problems, and what Save would send.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "editor/form.h"
#include "editor/state.h"
#include "nexudus/replies.h"

namespace editor {

/// To be called after anything in the form has changed.
void refresh_form(State& state);

/// What the fields are held against: the stored record, or what a new one began with.
[[nodiscard]] const webhook::Fields& baseline(const Form& form);

/// A text as a field of the browser holds it: each end of a line as one line feed, and in a field of one line none.
[[nodiscard]] std::string as_in_field(std::string_view text, bool multiline);
/// What was typed, with the ends of lines that the stored text has: unchanged if nothing else was changed.
[[nodiscard]] std::string with_line_ends_of(const std::string& stored, std::string_view typed, bool multiline);

/// Set by Nexudus with every write, whatever was sent.
[[nodiscard]] bool is_set_by_nexudus(std::string_view member);

/// What Nexudus stored otherwise than it was sent, among the members that were sent and that are the sender's to set.
/// Two spellings of one value (escapes, 12.0 and 12) count as the same; so do null, "" and a missing member. Credentials
/// in the values are masked.
[[nodiscard]] std::vector<StoredOtherwise> compare_with_stored(const webhook::Document& stored,
                                                               std::string_view sent_body);

}  // namespace editor
