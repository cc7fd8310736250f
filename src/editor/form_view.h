// All that is worked out from what the form holds: marks, problems, and what Save would send.
#pragma once

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

/// What Nexudus stored otherwise than it was sent, among the members that were sent and that are the sender's to set.
/// Two spellings of one value (escapes, 12.0 and 12) count as the same; so do null, "" and a missing member. Credentials
/// in the values are masked.
[[nodiscard]] std::vector<StoredOtherwise> compare_with_stored(const webhook::Document& stored,
                                                               std::string_view sent_body);

}  // namespace editor
