// Signing in, staying signed in, and signing out.
#include "editor/session_flow.h"

#include <algorithm>
#include <utility>

#include "editor/configuration.h"
#include "editor/drafts.h"
#include "editor/filter_flow.h"
#include "editor/list_loading.h"
#include "editor/navigation.h"
#include "editor/outbox_flow.h"
#include "editor/rights.h"
#include "editor/save_flow.h"
#include "editor/sentences.h"
#include "editor/visit.h"
#include "language/text.h"
#include "nexudus/requests.h"

namespace editor {
namespace {

using language::translate;
using Stage = Session::Stage;
using Kind = Session::Kind;

bool everything(const OutboxEntry&) { return true; }

/// What the form says while there is no network and nothing worse to say.
std::string offline_sentence(const SignInForm& form) {
  const std::string_view offline = translate("You are offline: signing in needs a connection.");
  return form.offers_demo ? in_turn({offline, translate("The demo works without one.")}) : std::string(offline);
}

void show_form(const Context& context, std::string error) {
  const State& state = context.state;
  SignInForm& form = context.state.session.form;
  form.visible = true;
  form.busy = false;
  form.offers_password = state.config.password;
  form.offers_token = state.config.token;
  // Behind an expired session the user's own edits wait: they do not belong into the demo.
  form.offers_demo = state.config.demo && state.session.stage != Stage::expired;
  form.offers_provider = state.config.provider;
  context.state.session.says_offline = error.empty() && !state.online;
  form.error = context.state.session.says_offline ? offline_sentence(form) : std::move(error);
  context.emit(effect::ShowSignIn{form});
}

void hide_form(const Context& context) {
  context.state.session.form = SignInForm{};
  context.emit(effect::ShowSignIn{context.state.session.form});
}

/// What was loaded or noted down for one user is not for the next.
void forget_data(State& state) {
  const ListQuery query = query_of(state.list);
  state.list = List{};
  state.list.search = query.search;
  state.list.filters = query.filters;
  state.list.sorted_by = query.sorted_by;
  state.list.direction = query.direction;
  state.locations = Locations{};
  state.event_names.clear();
  state.copying = Copying{};
  state.activity.clear();
  state.journal = Journal{};
  state.undone_write.reset();
}

/// Nothing of what was loaded or typed stays; the address does, to be honoured after the next sign-in.
void forget_everything(const Context& context) {
  State& state = context.state;
  drop_requests(context, everything);
  const Session old = std::exchange(state.session, Session{});
  state.session.token_generation = old.token_generation;
  forget_data(state);
  state.form.reset();
  state.dialog.reset();
  state.drafts.clear();
  state.drafts_known = false;
  state.visit = Visit{};
  state.rights = Rights{};
  state.columns = usual_columns;
  state.session.stage = Stage::signed_out;
}

/// There is a new token.
void begin_token(const Context& context, const event::SignInEnded& ended) {
  Session& session = context.state.session;
  session.can_refresh = ended.can_refresh;
  session.refreshing = false;
  session.renewed_early = false;
  session.minutes_left.reset();
  session.lifetime_ms = ended.expires_in_ms.value_or(0);
  session.ends.reset();
  if (ended.expires_in_ms) {
    session.ends = Stamp{context.now.monotonic_ms + *ended.expires_in_ms, context.now.unix_ms + *ended.expires_in_ms};
  }
  ++session.token_generation;
}

void expire(const Context& context, std::string sentence) {
  Session& session = context.state.session;
  session.stage = Stage::expired;
  session.form.may_be_left = false;
  session.refreshing = false;
  session.form.asks_code = false;
  show_form(context, std::move(sentence));
}

bool is_unsent_write(const OutboxEntry& entry) {
  return nexudus::is_write(entry.request) && entry.wait != OutboxEntry::Wait::reply;
}

/// Only what is typed stays: whoever signs in has it before their eyes, and it would be lost otherwise.
void show_to_another_user(const Context& context) {
  State& state = context.state;
  forget_data(state);
  fetch_drafts(context);
  fetch_visit(context);
  fetch_rights(context);
  fetch_columns(context);
  load_everything(context);
  if (has_unsaved_work(state)) {
    state.form->last_response = LastResponse{};
  } else {
    state.form.reset();
    show_address(context);
  }
}

void go_on_after_expiry(const Context& context, bool same_user) {
  hide_form(context);
  if (!same_user) {
    // What one user asked to be written must not go out in the name of another.
    drop_requests(context, is_unsent_write);
    take_back_write(context);
    show_to_another_user(context);
  }
  resume_with_token(context);
  context.say(
      same_user
          ? translate("Signed in again. Everything is as you left it.")
          : translate("Signed in as another user. Everything is read anew; unsaved changes are still in the form."));
}

void begin_session(const Context& context) {
  hide_form(context);
  fetch_drafts(context);
  fetch_visit(context);
  fetch_rights(context);
  fetch_columns(context);
  settle_filters(context);
  load_everything(context);
  show_address(context);
}

void take_signed_in(const Context& context, const event::SignInEnded& ended) {
  Session& session = context.state.session;
  const bool was_expired = session.stage == Stage::expired;
  const Kind kind = ended.at_provider ? Kind::provider : ended.user.empty() ? Kind::token : Kind::nexudus;
  const bool same_user = was_expired && kind == session.kind && account_of(ended.user) == session.user;
  session.stage = Stage::signed_in;
  session.kind = kind;
  session.user = account_of(ended.user);
  session.proved = same_user && session.proved;
  begin_token(context, ended);
  if (was_expired) {
    go_on_after_expiry(context, same_user);
  } else {
    begin_session(context);
  }
}

void take_demo(const Context& context) {
  Session& session = context.state.session;
  if (session.stage != Stage::signed_out) {
    return;
  }
  session.stage = Stage::signed_in;
  session.kind = Kind::demo;
  ++session.token_generation;
  begin_session(context);
}

/// Asked for here, or by another tab of the same session.
void take_refreshed(const Context& context, const event::SignInEnded& ended) {
  if (context.state.session.stage != Stage::signed_in) {
    return;
  }
  begin_token(context, ended);
  resume_with_token(context);
}

/// Back to the session that has not ended yet.
void take_left(const Context& context) {
  Session& session = context.state.session;
  if (session.stage != Stage::expired || !session.form.may_be_left) {
    return;
  }
  session.stage = Stage::signed_in;
  hide_form(context);
  context.focus(FocusTarget::Kind::heading);
}

/// No answer to a refresh says nothing about the session: those who wait take it as a failure of the network.
void take_unanswered_refresh(const Context& context) {
  context.state.session.refreshing = false;
  const nexudus::Asked asked{std::string(translate("a fresh session")), context.now.unix_ms};
  fail_waiting_for_token(context, everything, nexudus::problem_of_transport(nexudus::TransportFailure::network, asked));
}

void take_signed_out_elsewhere(const Context& context) {
  if (context.state.session.stage != Stage::signed_in) {
    return;
  }
  if (has_unsaved_work(context.state)) {
    expire(context,
           std::string(translate("You signed out in another tab. Sign in again to go on: your changes are kept.")));
    return;
  }
  forget_everything(context);
  show_form(context, std::string(translate("You signed out in another tab. Sign in to go on.")));
}

void take_failure(const Context& context, const event::SignInEnded& ended) {
  Session& session = context.state.session;
  if (session.stage != Stage::signed_out && session.stage != Stage::expired) {
    return;
  }
  const bool asks = ended.outcome == SignInOutcome::code_needed || ended.outcome == SignInOutcome::wrong_code;
  const bool no_answer = ended.outcome == SignInOutcome::unreachable ||
                         ended.outcome == SignInOutcome::blocked_by_browser ||
                         ended.outcome == SignInOutcome::unreadable;
  session.form.asks_code = asks || (no_answer && session.form.asks_code);
  show_form(context, sign_in_sentence(ended.outcome, ended.detail, context.state.config.api_base));
}

}  // namespace

void note_online_in_form(const Context& context) {
  const SignInForm& form = context.state.session.form;
  const bool has_nothing_worse = form.error.empty() || context.state.session.says_offline;
  if (form.visible && !form.busy && has_nothing_worse) {
    show_form(context, "");
  }
}

std::string account_of(std::string_view e_mail) {
  const std::size_t begin = std::min(e_mail.find_first_not_of(' '), e_mail.size());
  std::string account(e_mail.substr(begin, e_mail.find_last_not_of(' ') + 1 - begin));
  std::transform(account.begin(), account.end(), account.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  });
  return account;
}

void start(const Context& context, const event::Started& started) {
  State& state = context.state;
  auto config = started.config_error.empty() ? read_config(started.config_text, started.page_url)
                                             : tl::expected<Config, std::string>(tl::unexpect, started.config_error);
  state.address = parse_address(started.fragment).value_or(list_address);
  if (state.address == list_address) {
    take_list_query(context, read_list_query(started.fragment));
  }
  if (!config) {
    state.session.stage = Stage::misconfigured;
    state.startup_problem = std::move(config.error());
    hide_form(context);  // the page may show it since before the start
    context.say_at_once(state.startup_problem);
    return;
  }
  state.config = *std::move(config);
  state.session.stage = Stage::signed_out;
  show_form(context, "");
}

void take_sign_in(const Context& context, const event::SignInEnded& ended) {
  Session& session = context.state.session;
  if (session.stage == Stage::starting || session.stage == Stage::misconfigured) {
    return;
  }
  switch (ended.outcome) {
    case SignInOutcome::signed_in:
      take_signed_in(context, ended);
      return;
    case SignInOutcome::refreshed:
      take_refreshed(context, ended);
      return;
    case SignInOutcome::demo_chosen:
      take_demo(context);
      return;
    case SignInOutcome::another_account:
      session.form.asks_code = false;
      show_form(context, "");
      return;
    case SignInOutcome::left:
      take_left(context);
      return;
    case SignInOutcome::signed_out:
      take_signed_out_elsewhere(context);
      return;
    case SignInOutcome::refresh_failed:
      if (session.stage == Stage::signed_in) {
        expire(context, expired_sentence(has_unsaved_work(context.state)));
      }
      return;
    default:
      break;
  }
  if (session.refreshing) {
    take_unanswered_refresh(context);
  } else {
    take_failure(context, ended);
  }
}

void ask_for_token(const Context& context) {
  Session& session = context.state.session;
  if (session.form.may_be_left) {
    // While the user was about to sign in anew, what was left of the session has ended.
    expire(context, expired_sentence(has_unsaved_work(context.state)));
  }
  if (session.stage != Stage::signed_in || session.refreshing) {
    return;
  }
  if (session.can_refresh) {
    session.refreshing = true;
    context.emit(effect::RefreshToken{});
    return;
  }
  const auto& entries = context.state.outbox.entries;
  const bool asked = std::any_of(entries.begin(), entries.end(), [](const OutboxEntry& entry) {
    return entry.errand.purpose == Errand::Purpose::check_token;
  });
  if (!asked) {
    post(context, {Errand::Purpose::check_token, 0, 0}, nexudus::request_event_names(),
         std::string(translate("the names of all events")));
  }
}

void take_token_check(const Context& context, const Answer& answer) {
  const Session& session = context.state.session;
  if (answer.result || answer.result.error().kind == nexudus::Problem::Kind::forbidden) {
    fail_waiting_for_token(context, everything, std::nullopt);
  } else if (answer.result.error().kind != nexudus::Problem::Kind::unauthorized) {
    fail_waiting_for_token(context, everything, answer.result.error());  // nothing is known of the token
  } else if (session.proved) {
    expire(context, expired_sentence(has_unsaved_work(context.state)));
  } else {
    reject_session(context, session.kind == Kind::provider ? no_access_sentence(session) : token_refused_sentence());
  }
}

void reject_session(const Context& context, std::string sentence) {
  if (has_unsaved_work(context.state)) {
    expire(context, std::move(sentence));
    return;
  }
  context.emit(effect::SignOut{});
  forget_everything(context);
  show_form(context, std::move(sentence));
}

void sign_in_again(const Context& context) {
  Session& session = context.state.session;
  if (session.stage != Stage::signed_in || session.kind == Kind::demo) {
    return;
  }
  expire(context, "");
  session.form.may_be_left = true;
  context.emit(effect::ShowSignIn{session.form});
}

void sign_out(const Context& context) {
  context.emit(effect::SignOut{});
  forget_everything(context);
  context.state.list = List{};
  context.state.address = list_address;
  context.emit(effect::Navigate{to_fragment(list_address), effect::HistoryEntry::replaced});
  show_form(context, "");
  context.say(translate("You are signed out."));
}

}  // namespace editor
