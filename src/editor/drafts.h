// Edits that are not saved are kept in this browser, and offered back after a reload, a crash or another sign-in. Each
// form keeps a draft of its own, so that neither another form nor another page of the same user overwrites it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "editor/context.h"
#include "editor/journal.h"
#include "webhook/record.h"

namespace editor {

/// One draft as a line of JSON. Never holds a token.
[[nodiscard]] std::string to_text(const Draft& draft);
/// Nothing for a text that is none, whatever it is: it may be of another version, or damaged.
[[nodiscard]] std::optional<Draft> read_draft(std::string_view text);

/// Asks for the drafts of the user who signed in.
void fetch_drafts(const Context& context);
/// Asks for them again: another page may have kept or dropped some.
void fetch_drafts_anew(const Context& context);
/// They have come, one a line.
void take_drafts(const Context& context, std::string_view owner, std::string_view lines);

/// Keeps what the form holds, or drops its draft when nothing is unsaved any more. After every step.
void keep_draft(const Context& context);
/// The user gives up what is in the form.
void drop_draft(const Context& context);
/// Puts a draft of the record that has just been read into the form, merged with what is stored now.
void apply_draft(const Context& context);
/// The form could not be opened: shows what was typed all the same where it can, and else says where it is.
void offer_draft_of_failed(const Context& context);
/// Adds to the form's notice that another draft of its webhook is kept, if one is.
void mention_other_draft(const Context& context);

/// What the list says of drafts: empty if there are none.
[[nodiscard]] Notice drafts_notice(const State& state);
/// "“Door”", "a new webhook".
[[nodiscard]] std::string title_of(const Draft& draft);
/// What was typed, field by field.
[[nodiscard]] std::vector<FieldChange> changes_of(const State& state, const Draft& draft);
/// Opens the webhook of a draft with what was typed in it.
void open_draft(const Context& context, std::string_view key);
/// The webhook of the form that could not be opened is gone: opens a new one with what was typed.
void open_draft_as_new(const Context& context);
/// The user gives up a draft.
void discard_draft(const Context& context, std::string_view key);

/// Does to the form what leads from `base` to `mine`: where the form holds something else than `base`, it is asked about.
/// `notice` says what happened, if anything did. `location_text`: what was typed there, if it is no number.
void put_back(const Context& context, const webhook::Fields& base, const webhook::Fields& mine, Notice notice,
              std::string_view location_text = {});

}  // namespace editor
