// Signing in, staying signed in, and signing out.
#pragma once

#include <string>

#include "editor/answer.h"
#include "editor/context.h"
#include "editor/event.h"

namespace editor {

/// Whose account an e-mail is, however it is typed: small letters, no blanks around it.
[[nodiscard]] std::string account_of(std::string_view e_mail);

void start(const Context& context, const event::Started& started);
void take_sign_in(const Context& context, const event::SignInEnded& ended);

/// The network came or went: the sign-in form says while there is none, if it has nothing worse to say.
void note_online_in_form(const Context& context);

/// A request was refused with 401: asks for a fresh token, or where there can be none, whether the one at hand is good.
/// One question is on its way at a time, for everybody.
void ask_for_token(const Context& context);
/// The answer to that question: the token is good, so it is a role that is missing; or it is not; or that is not known.
void take_token_check(const Context& context, const Answer& answer);

/// The user may sign in, but not use the API. Goes back to the sign-in form.
void reject_session(const Context& context, std::string sentence);

/// Shows the sign-in form over the screen before the session ends. The user may also leave it.
void sign_in_again(const Context& context);

/// Forgets the user and everything of his.
void sign_out(const Context& context);

}  // namespace editor
