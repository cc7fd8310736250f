// What waits, for what and until when.
#include "editor/traffic.h"

#include <algorithm>

#include "editor/outbox_flow.h"

namespace editor {
namespace {

using For = WaitingRequest::For;

constexpr std::int64_t worth_a_word_ms = 1'500;

WaitingRequest describe(const Context& context, const OutboxEntry& entry) {
  const State& state = context.state;
  WaitingRequest waiting;
  waiting.what = entry.what;
  waiting.attempt = entry.attempts + 1;
  waiting.of_form = state.form && entry.errand.generation == state.form->generation;
  const std::int64_t now = context.now.monotonic_ms;
  waiting.goes_unix_ms = context.now.unix_ms + when_due(state, entry, now) - now;
  if (entry.wait == OutboxEntry::Wait::token) {
    waiting.waits_for = For::session;
  } else if (is_cut_off(state)) {
    waiting.waits_for = For::network;
  }
  return waiting;
}

}  // namespace

void refresh_traffic(const Context& context) {
  State& state = context.state;
  Traffic& traffic = state.traffic;
  traffic.use = nexudus::use_of(state.outbox.budget, context.now.monotonic_ms);
  traffic.unix_ms = context.now.unix_ms;
  traffic.waiting.clear();
  for (const OutboxEntry& entry : state.outbox.entries) {
    if (entry.wait != OutboxEntry::Wait::reply) {
      traffic.waiting.push_back(describe(context, entry));
    }
  }
}

const WaitingRequest* what_the_form_waits_for(const State& state) {
  if (!state.form || !state.form->busy()) {
    return nullptr;
  }
  const auto& all = state.traffic.waiting;
  const auto found = std::find_if(all.begin(), all.end(), [&state](const WaitingRequest& one) {
    return one.of_form && (one.waits_for != For::turn || one.goes_unix_ms > state.traffic.unix_ms + worth_a_word_ms);
  });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace editor
