// A small Nexudus: answers API requests from made-up data with the real quirks. Pure and deterministic: the time comes
// in with each request, randomness from the seed, and the same calls give the same bytes. It is the demo inside the
// WebAssembly and the server the tests talk to.
#pragma once

#include <chrono>
#include <cstdint>

#include "nexudus/http.h"
#include "sandbox/state.h"

namespace sandbox {

/// How a sandbox behaves.
struct Options {
  /// The same seed gives the same records, tokens and identifiers.
  std::uint64_t seed = 1;
  /// Webhooks to begin with: the first 60 look like a real operator's, more are made up in the same manner.
  int webhook_count = default_webhook_count;
  /// How long an access token is good for.
  std::chrono::seconds token_lifetime = std::chrono::days{7};
  /// Whether requests beyond what Nexudus allows (see limits.h) are refused.
  bool limits = true;
  /// What a refused request gets: 409 as the API does, or 429 as its software kits say.
  int throttle_status = 409;
  /// The demo: a request without an Authorization header counts as the administrator's.
  bool open = false;
};

/// The API with its data. A value: copying it keeps a state to return to.
class Sandbox {
 public:
  explicit Sandbox(const Options& options = {});

  /// Answers one API request, made at `now`. The target is relative to the API's base address, for example
  /// "/sys/webhooks?page=1&size=25"; the token comes in the Authorization header. Never fails: what is unknown or
  /// malformed gets the answer Nexudus would give.
  [[nodiscard]] nexudus::Response handle(const nexudus::Request& request, Moment now);

  /// Answers a request for "/token". Apart, so that a demo that nobody signs in to need not carry it.
  [[nodiscard]] nexudus::Response answer_token(const nexudus::Request& request, Moment now);

  /// The data, for tests, fault injection and storage.
  [[nodiscard]] const State& state() const { return state_; }
  [[nodiscard]] State& state() { return state_; }
  [[nodiscard]] const Options& options() const { return options_; }

 private:
  Options options_;
  State state_;
};

}  // namespace sandbox
