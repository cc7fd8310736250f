// Finding and changing things in the sandbox's memory.
#include "sandbox/state.h"

#include <algorithm>

namespace sandbox {

Webhook* find_webhook(State& state, std::int64_t id) {
  const auto found = std::lower_bound(state.webhooks.begin(), state.webhooks.end(), id,
                                      [](const Webhook& webhook, std::int64_t wanted) { return webhook.id < wanted; });
  return found != state.webhooks.end() && found->id == id ? &*found : nullptr;
}

void expire_access_tokens(State& state) {
  state.access_tokens.clear();
  ++state.revision;
}

}  // namespace sandbox
