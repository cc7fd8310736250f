// Sentences for the user that more than one place needs, or that take some making.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "editor/list.h"
#include "editor/outbox.h"
#include "editor/session.h"
#include "editor/state.h"
#include "webhook/record.h"

namespace editor {

/// A number with its thousands set off as the user's language does it, e.g. "10,000".
[[nodiscard]] std::string grouped(std::size_t number);
/// "1 webhook", "10,000 webhooks".
[[nodiscard]] std::string webhooks(std::size_t count);
/// "the webhook “Door”", or "webhook 12" where the name is not known.
[[nodiscard]] std::string the_webhook(std::string_view name, std::int64_t id);
/// "“Door”", or "the webhook" where there is no name.
[[nodiscard]] std::string quoted(std::string_view name);

/// Whole sentences one after the other, each with a blank before it but the first.
[[nodiscard]] std::string in_turn(std::initializer_list<std::string_view> sentences);

/// "Name", "Name and URL", "Name, URL and Active".
[[nodiscard]] std::string listed(const std::vector<std::string_view>& names);
[[nodiscard]] std::string listed(const std::vector<webhook::Field>& fields);

/// "just now", "5 minutes ago", "3 hours ago", "on 2025-07-01"; "meanwhile" where the moment is not known.
[[nodiscard]] std::string time_ago(const webhook::Moment& moment, std::int64_t now_unix_ms);

/// "58 webhooks, 4 switched off by Nexudus, 3 failing".
[[nodiscard]] std::string counts_sentence(const Counts& counts);

/// Why a sign-in failed and what to do. `detail` holds the server's words, if it had any.
[[nodiscard]] std::string sign_in_sentence(SignInOutcome outcome, std::string_view detail, std::string_view api_base);
[[nodiscard]] std::string expired_sentence(bool has_unsaved_work);
/// A pasted token that was never accepted.
[[nodiscard]] std::string token_refused_sentence();
/// Signed in, but every read is refused.
[[nodiscard]] std::string no_access_sentence(const Session& session);

/// The role Nexudus asks for, e.g. "WebHook-Edit".
[[nodiscard]] std::string_view role_for(Errand::Purpose purpose);
/// What the user may not do and whom to ask, e.g. "Your user may not change webhooks." and the rest in the detail.
[[nodiscard]] Notice missing_role_notice(Errand::Purpose purpose, int status, bool edits_kept);

/// That what is typed would be lost with the page; empty while there is nothing to lose.
[[nodiscard]] Notice not_kept_notice(const State& state);

/// The title of the page, e.g. "Front door · WebHook Editor".
[[nodiscard]] std::string page_title(const State& state);

}  // namespace editor
