// Signing in: the token endpoint, and what a token allows.
#pragma once

#include "nexudus/http.h"
#include "sandbox/accounts.h"
#include "sandbox/state.h"

namespace sandbox {

/// Answers POST /token: the password grant (with a TOTP code where the account wants one) and the refresh grant.
[[nodiscard]] nexudus::Response issue_token(State& state, const nexudus::Request& request,
                                            std::chrono::seconds token_lifetime, Moment now);

/// Whose request it is.
struct Caller {
  const Account* account = nullptr;
  std::string client;
};

/// The caller a bearer token stands for; without an account if there is no such token or its time is over.
[[nodiscard]] Caller authenticate(const State& state, const nexudus::Request& request, Moment now);

}  // namespace sandbox
