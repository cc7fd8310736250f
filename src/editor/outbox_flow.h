// How requests go out and replies come in: the budget, retries, fresh tokens, and the record of it all.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "editor/answer.h"
#include "editor/context.h"
#include "editor/outbox.h"
#include "nexudus/http.h"
#include "nexudus/problem.h"

namespace editor {

/// Puts a request into the outbox. It goes, at the earliest, in `delay_ms` with the next send_waiting().
void post(const Context& context, const Errand& errand, nexudus::Request request, std::string what,
          std::int64_t delay_ms = 0);

/// Sends what may go now. Gives the moment to come back for the rest, if any has to wait for time alone.
[[nodiscard]] std::optional<std::int64_t> send_waiting(const Context& context);

/// Counts what other pages of this browser sent, as effect::ShareCalls told it.
void take_shared_calls(const Context& context, std::string_view text);

/// Whether nothing can be reached. The demo is in the page.
[[nodiscard]] bool is_cut_off(const State& state);
/// When the turn of one that waits comes, as far as is known now (monotonic).
[[nodiscard]] std::int64_t when_due(const State& state, const OutboxEntry& entry, std::int64_t now_ms);

/// Takes the end of one sending. Answers that are final go to deliver().
void take_end(const Context& context, RequestId id,
              const tl::expected<nexudus::Response, nexudus::TransportFailure>& end, std::int64_t elapsed_ms);

/// Forgets the requests that fit; those on their way are cancelled.
void drop_requests(const Context& context, const std::function<bool(const OutboxEntry&)>& fits);

/// Ends the requests that fit as the user wants it; those on their way are cancelled. A write that had not gone, or was
/// turned away, ends as one that could not be sent; of another it is not known what became of it.
void give_up(const Context& context, const std::function<bool(const OutboxEntry&)>& fits);

/// There is a fresh token: everything that waited for one goes again.
void resume_with_token(const Context& context);

/// There will be no token for the requests that wait for one and fit: they end with `problem`, or if there is none,
/// with what the server had refused them with.
void fail_waiting_for_token(const Context& context, const std::function<bool(const OutboxEntry&)>& fits,
                            const std::optional<nexudus::Problem>& problem);

/// Hands a final answer to whom it is for (deliver.cpp).
void deliver(const Context& context, const Answer& answer);

}  // namespace editor
