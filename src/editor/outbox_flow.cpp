// How requests go out and replies come in.
#include "editor/outbox_flow.h"

#include <algorithm>
#include <utility>

#include "editor/activity.h"
#include "editor/merge_flow.h"
#include "editor/session_flow.h"
#include "language/text.h"
#include "nexudus/replies.h"
#include "nexudus/requests.h"
#include "nexudus/retry.h"
#include "nexudus/shared_budget.h"

namespace editor {
namespace {

using language::translate;
using nexudus::Problem;
using Purpose = Errand::Purpose;
using Wait = OutboxEntry::Wait;

constexpr std::int64_t deadline_ms = 30'000;
constexpr std::int64_t longest_wait_ms = 5'000;  // of a write, since the look it was decided on
constexpr std::int64_t probe_every_ms = 15'000;
constexpr std::int64_t page_deadline_ms = 60'000;  // a thousand records take their time

nexudus::Asked asked_of(const Context& context, const OutboxEntry& entry) { return {entry.what, context.now.unix_ms}; }

OutboxEntry* find_sent(Outbox& outbox, RequestId id) {
  const auto found = std::find_if(outbox.entries.begin(), outbox.entries.end(), [id](const OutboxEntry& entry) {
    return entry.wait == Wait::reply && entry.id == id;
  });
  return found == outbox.entries.end() ? nullptr : &*found;
}

OutboxEntry take_out(Outbox& outbox, const OutboxEntry& entry) {
  const auto position = outbox.entries.begin() + (&entry - outbox.entries.data());
  OutboxEntry taken = std::move(*position);
  outbox.entries.erase(position);
  return taken;
}

void finish(const Context& context, const OutboxEntry& entry, tl::expected<nexudus::Response, Problem> result) {
  const OutboxEntry taken = take_out(context.state.outbox, entry);
  deliver(context,
          {taken.errand, taken.id, asked_of(context, taken), std::move(result), age_ms(taken.sent, context.now)});
}

/// Why a reply is not the success that was asked for; nothing if it is, as far as this can be told here.
std::optional<Problem> problem_with(const Context& context, const OutboxEntry& entry,
                                    const nexudus::Response& response) {
  if (nexudus::is_write(entry.request)) {
    auto written = nexudus::decode_written(response, asked_of(context, entry));
    return written ? std::nullopt : std::optional(std::move(written.error()));
  }
  const bool success = response.status >= 200 && response.status <= 299;
  return success ? std::nullopt : std::optional(nexudus::problem_of_reply(response, asked_of(context, entry)));
}

/// A browser hides why a request failed. That the API lives elsewhere and never answered this page is a strong hint.
Problem problem_without_reply(const Context& context, const OutboxEntry& entry, nexudus::TransportFailure failure) {
  const State& state = context.state;
  const bool may_be_blocked = failure == nexudus::TransportFailure::network && !state.heard && state.online &&
                              state.config.api_base.find("://") != std::string::npos;
  if (!may_be_blocked) {
    return nexudus::problem_of_transport(failure, asked_of(context, entry));
  }
  if (state.session.kind == Session::Kind::nexudus) {  // its token came from the same server
    return nexudus::problem_of_transport(nexudus::TransportFailure::blocked, asked_of(context, entry));
  }
  Problem problem;
  problem.kind = Problem::Kind::network;
  problem.title = translate("No answer could be read.");
  problem.detail = translate(
      "Asked for {0} at {1}. Either this server cannot be reached from here, or it does not let this page read its "
      "answers (CORS). Check your connection and the address in config.json; if both are right, the editor has to be "
      "opened through a server that relays the API.",
      entry.what, state.config.api_base);
  return problem;
}

nexudus::Clocks clocks_of(const Now& now) { return {now.monotonic_ms, now.unix_ms}; }

void share_calls(const Context& context) {
  if (context.state.session.kind != Session::Kind::demo) {
    context.emit(effect::ShareCalls{nexudus::to_shared_text(context.state.outbox.budget, clocks_of(context.now))});
  }
}

void wait_for_turn(OutboxEntry& entry, std::int64_t not_before_ms) {
  entry.wait = Wait::turn;
  entry.not_before_ms = not_before_ms;
}

/// Whether the request was put back to be sent again. What became of a write is not known after most failures, so only
/// one that was turned away unread is repeated here; the rest is up to those who can look what happened.
bool retry(const Context& context, OutboxEntry& entry, const Problem& problem) {
  const bool throttled = problem.kind == Problem::Kind::throttled;
  if (is_cut_off(context.state) && problem.kind == Problem::Kind::network &&
      entry.request.method == nexudus::Method::get) {
    --entry.attempts;  // it is no fault of the server
  }
  const bool allowed = throttled ? entry.attempts < nexudus::most_attempts
                                 : entry.request.method == nexudus::Method::get &&
                                       nexudus::may_retry(entry.request.method, problem, entry.attempts);
  if (!allowed) {
    return false;
  }
  const std::int64_t delay = nexudus::retry_delay_ms(entry.attempts, problem.retry_after_ms, context.now.random01);
  entry.turned_away = throttled;
  if (throttled) {
    nexudus::hold(context.state.outbox.budget, context.now.monotonic_ms, delay);
    share_calls(context);
  }
  wait_for_turn(entry, context.now.monotonic_ms + delay);
  return true;
}

/// 401 stands for an expired token as well as for a missing role: only a fresh token tells them apart. Says whether the
/// request waits or goes again.
bool try_fresh_token(const Context& context, OutboxEntry& entry, const Problem& problem) {
  Session& session = context.state.session;
  if (entry.errand.purpose == Purpose::check_token || session.kind == Session::Kind::demo) {
    return false;
  }
  if (entry.token_generation != session.token_generation && !entry.replayed) {
    entry.replayed = true;
    wait_for_turn(entry, context.now.monotonic_ms);
    return true;
  }
  if (entry.replayed && session.stage == Session::Stage::signed_in) {
    return false;
  }
  entry.replayed = true;
  entry.wait = Wait::token;
  entry.refusal = problem;
  ask_for_token(context);
  return true;
}

/// Whether a write may go over what somebody else stored since the look it was decided on: it waited, for whatever
/// reason, it was turned away, or the record was seen to be another. A token renewed at once is no reason to look again.
bool is_out_of_date(const OutboxEntry& entry, const Now& now) {
  const bool was_looked_for = entry.errand.purpose == Purpose::save || entry.errand.purpose == Purpose::remove;
  return was_looked_for && (entry.turned_away || entry.overtaken || age_ms(entry.posted, now) > longest_wait_ms);
}

}  // namespace

bool is_cut_off(const State& state) { return !state.online && state.session.kind != Session::Kind::demo; }

std::int64_t when_due(const State& state, const OutboxEntry& entry, std::int64_t now_ms) {
  const bool is_write = nexudus::is_write(entry.request);
  const std::int64_t probe_ms = is_cut_off(state) ? state.outbox.next_probe_ms : 0;
  return std::max({entry.not_before_ms, probe_ms, nexudus::when_allowed(state.outbox.budget, now_ms, is_write)});
}

void post(const Context& context, const Errand& errand, nexudus::Request request, std::string what,
          std::int64_t delay_ms) {
  OutboxEntry entry;
  entry.errand = errand;
  entry.request = std::move(request);
  entry.what = std::move(what);
  entry.not_before_ms = context.now.monotonic_ms + delay_ms;
  entry.posted = stamp(context.now);
  context.state.outbox.entries.push_back(std::move(entry));
}

void take_shared_calls(const Context& context, std::string_view text) {
  // What is not readable is of no use: then this page counts its own calls alone.
  static_cast<void>(nexudus::take_shared_text(context.state.outbox.budget, text, clocks_of(context.now)));
}

std::optional<std::int64_t> send_waiting(const Context& context) {
  State& state = context.state;
  Outbox& outbox = state.outbox;
  if (state.session.stage != Session::Stage::signed_in || state.session.refreshing) {
    return std::nullopt;
  }
  const std::int64_t now = context.now.monotonic_ms;
  for (;;) {
    OutboxEntry* next = nullptr;
    std::optional<std::int64_t> earliest;
    for (OutboxEntry& entry : outbox.entries) {
      // Nothing that changes something finds out whether the network is there.
      if (entry.wait != Wait::turn || (is_cut_off(state) && nexudus::is_write(entry.request))) {
        continue;
      }
      const std::int64_t due = when_due(state, entry, now);
      if (due > now) {
        earliest = std::min(earliest.value_or(due), due);
      } else if (next == nullptr || entry.errand.purpose < next->errand.purpose) {
        next = &entry;
      }
    }
    if (next == nullptr) {
      return earliest;
    }
    if (is_out_of_date(*next, context.now)) {
      look_again_first(context, *next);
      continue;
    }
    next->id = ++outbox.last_id;
    next->wait = Wait::reply;
    next->token_generation = state.session.token_generation;
    next->sent = stamp(context.now);
    outbox.next_probe_ms = now + probe_every_ms;
    ++next->attempts;
    nexudus::record_sent(outbox.budget, now, nexudus::is_write(next->request));
    share_calls(context);
    const bool is_page = next->errand.purpose == Purpose::list_page || next->errand.purpose == Purpose::locations;
    context.emit(effect::SendRequest{next->id, next->request, is_page ? page_deadline_ms : deadline_ms});
  }
}

void take_end(const Context& context, RequestId id,
              const tl::expected<nexudus::Response, nexudus::TransportFailure>& end, std::int64_t elapsed_ms) {
  OutboxEntry* entry = find_sent(context.state.outbox, id);
  if (entry == nullptr) {
    return;
  }
  nexudus::record_ended(context.state.outbox.budget, entry->sent.monotonic_ms, context.now.monotonic_ms);
  std::optional<Problem> problem;
  if (end) {
    context.state.heard = true;
    context.state.online = context.state.online || context.state.session.kind != Session::Kind::demo;
    problem = problem_with(context, *entry, *end);
  } else {
    problem = problem_without_reply(context, *entry, end.error());
  }
  record_activity(context, *entry, end ? &*end : nullptr, problem ? &*problem : nullptr, elapsed_ms);
  if (!problem) {
    finish(context, *entry, *end);
    return;
  }
  const bool waits = problem->kind == Problem::Kind::unauthorized ? try_fresh_token(context, *entry, *problem)
                                                                  : retry(context, *entry, *problem);
  if (!waits) {
    finish(context, *entry, tl::unexpected(*std::move(problem)));
  }
}

void drop_requests(const Context& context, const std::function<bool(const OutboxEntry&)>& fits) {
  std::erase_if(context.state.outbox.entries, [&](const OutboxEntry& entry) {
    const bool drop = fits(entry);
    if (drop && entry.wait == Wait::reply) {
      context.emit(effect::CancelRequest{entry.id});
    }
    return drop;
  });
}

void give_up(const Context& context, const std::function<bool(const OutboxEntry&)>& fits) {
  // Whom an answer is for may post new requests: those stay.
  std::vector<OutboxEntry> given_up;
  for (const OutboxEntry& entry : context.state.outbox.entries) {
    if (fits(entry)) {
      given_up.push_back(entry);
    }
  }
  drop_requests(context, fits);
  for (const OutboxEntry& entry : given_up) {
    const bool unsent = nexudus::is_write(entry.request) && entry.wait != Wait::reply;
    Problem problem;
    problem.kind = unsent ? Problem::Kind::invalid_request : Problem::Kind::cancelled;
    problem.title = translate("You stopped it.");
    problem.detail = unsent ? translate("Nexudus had not taken it yet.") : "";
    deliver(context, {entry.errand, entry.id, asked_of(context, entry), tl::unexpected(std::move(problem))});
  }
}

void resume_with_token(const Context& context) {
  for (OutboxEntry& entry : context.state.outbox.entries) {
    if (entry.wait == Wait::token) {
      wait_for_turn(entry, context.now.monotonic_ms);
    }
  }
}

void fail_waiting_for_token(const Context& context, const std::function<bool(const OutboxEntry&)>& fits,
                            const std::optional<Problem>& problem) {
  // Whom an answer is for may post new requests, so look anew after each.
  for (;;) {
    auto& entries = context.state.outbox.entries;
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&](const OutboxEntry& entry) { return entry.wait == Wait::token && fits(entry); });
    if (found == entries.end()) {
      return;
    }
    if (problem && retry(context, *found, *problem)) {
      found->replayed = false;
      continue;
    }
    Problem end = problem ? *problem : found->refusal.value_or(Problem{});
    finish(context, *found, tl::unexpected(std::move(end)));
  }
}

}  // namespace editor
