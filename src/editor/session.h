// Who is signed in, and how the sign-in form looks. The password itself never comes in here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "editor/now.h"

namespace editor {

/// What the sign-in form of the page shall show.
struct SignInForm {
  bool visible = false;
  bool busy = false;
  bool asks_code = false;  // the one-time code instead of e-mail and password
  bool offers_password = true;
  bool offers_token = true;
  bool offers_demo = true;
  bool offers_provider = false;
  bool may_be_left = false;  // the session goes on, for a while
  std::string error;         // a sentence or two, shown as an alert; empty for none

  friend bool operator==(const SignInForm&, const SignInForm&) = default;
};

/// What became of a sign-in or of a refresh of the token.
enum class SignInOutcome : std::uint8_t {
  signed_in,
  refreshed,
  wrong_credentials,
  code_needed,
  wrong_code,
  must_reset_password,
  refused,             // another reason, in the server's words
  unreachable,         // no answer at all
  blocked_by_browser,  // there is a server, but the browser may not read its answer (CORS)
  unreadable,          // an answer that makes no sense
  refresh_failed,      // the session cannot be prolonged
  signed_out,          // here or in another tab
  demo_chosen,
  another_account,  // back from the code to e-mail and password
  explained,        // another failure, in the page's words
  left,             // the form, without signing in
};

struct Session {
  enum class Stage : std::uint8_t {
    starting,       // config.json is not read yet
    misconfigured,  // config.json cannot be used: State::startup_problem says why
    signed_out,
    signed_in,
    expired,  // everything stays as it is behind the sign-in form
  };
  enum class Kind : std::uint8_t { none, nexudus, token, provider, demo };

  Stage stage = Stage::starting;
  Kind kind = Kind::none;
  std::string user;  // the e-mail as account_of() has it; empty for a pasted token, the demo, and where none is told
  bool can_refresh = false;
  bool refreshing = false;             // one refresh is on its way, for everybody
  bool proved = false;                 // Nexudus accepted a call of this session
  std::uint32_t token_generation = 0;  // grows with each new token
  std::optional<Stamp> ends;           // when the token does, by both clocks, if that is known
  std::int64_t lifetime_ms = 0;        // of the token, as it was when it came
  bool renewed_early = false;          // before its end; tried once for each token
  std::optional<int> minutes_left;     // rounded up, while that is to be told; 0: it should have ended
  SignInForm form;
  bool says_offline = false;  // all that the form has to say is that there is no network
};

}  // namespace editor
