// Edits that are not saved are kept in this browser, and offered back after a reload, a crash or another sign-in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "editor/context.h"
#include "webhook/record.h"

namespace editor {

/// One draft as a line of JSON. Never holds a token.
[[nodiscard]] std::string to_text(const Draft& draft);
/// Nothing for a text that is none, whatever it is: it may be of another version, or damaged.
[[nodiscard]] std::optional<Draft> read_draft(std::string_view text);

/// Asks for the drafts of the user who signed in.
void fetch_drafts(const Context& context);
/// They have come, one a line.
void take_drafts(const Context& context, std::string_view owner, std::string_view lines);

/// Keeps what the form holds, or drops its draft when nothing is unsaved any more. After every step.
void keep_draft(const Context& context);
/// The user gives up what is in the form.
void drop_draft(const Context& context);
/// Puts a draft of the record that has just been read into the form, merged with what is stored now.
void apply_draft(const Context& context);

/// What the list says of drafts: empty if there are none.
[[nodiscard]] Notice drafts_notice(const State& state);
/// Opens the webhook of the first draft.
void open_draft(const Context& context);

/// Does to the form what leads from `base` to `mine`: where the form holds something else than `base`, it is asked about.
/// `notice` says what happened, if anything did.
void put_back(const Context& context, const webhook::Fields& base, const webhook::Fields& mine, Notice notice);

}  // namespace editor
