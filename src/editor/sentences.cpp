// Sentences for the user.
#include "editor/sentences.h"

#include "webhook/utf8.h"

namespace editor {
namespace {

using Purpose = Errand::Purpose;

constexpr std::string_view product = "WebHook Editor";
constexpr std::size_t longest_name = 80;

std::string in_parentheses(std::string_view detail) {
  const std::string words = webhook::presentable(detail, 200);
  return words.empty() ? std::string() : " (Nexudus says: “" + words + "”)";
}

std::string_view what_one_may_not(Purpose purpose) {
  switch (purpose) {
    case Purpose::save:
      return "change webhooks";
    case Purpose::create:
      return "create webhooks";
    case Purpose::remove:
      return "delete webhooks";
    case Purpose::list_page:
      return "list webhooks";
    default:
      return "read webhooks";
  }
}

std::string title_of_screen(const State& state) {
  if (state.session.stage == Session::Stage::misconfigured) {
    return "Not set up";
  }
  if (state.session.stage != Session::Stage::signed_in && state.session.stage != Session::Stage::expired) {
    return "Sign in";
  }
  if (state.address.screen == Address::Screen::activity) {
    return "Activity";
  }
  if (state.address.screen == Address::Screen::new_record) {
    return "New webhook";
  }
  if (state.address.screen == Address::Screen::record) {
    std::string name;
    if (state.form && state.form->phase == Form::Phase::ready) {
      name = state.form->stored.fields.name;
    } else if (const Row* row = find_row(state.list, state.address.id)) {
      name = row->record.fields.name;
    }
    name = webhook::presentable(name, longest_name);
    return name.empty() ? "Webhook " + std::to_string(state.address.id) : name;
  }
  return "Webhooks";
}

}  // namespace

std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

std::string webhooks(std::size_t count) { return grouped(count) + (count == 1 ? " webhook" : " webhooks"); }

std::string quoted(std::string_view name) {
  const std::string shown = webhook::presentable(name, longest_name);
  return shown.empty() ? "the webhook" : "“" + shown + "”";
}

std::string the_webhook(std::string_view name, std::int64_t id) {
  const std::string shown = webhook::presentable(name, longest_name);
  return shown.empty() ? "webhook " + std::to_string(id) : "the webhook “" + shown + "”";
}

std::string listed(const std::vector<webhook::Field>& fields) {
  std::string text;
  for (std::size_t at = 0; at < fields.size(); ++at) {
    text += at == 0 ? "" : at + 1 == fields.size() ? " and " : ", ";
    text += webhook::label(fields[at]);
  }
  return text;
}

std::string time_ago(const webhook::Moment& moment, std::int64_t now_unix_ms) {
  if (!moment.unix_ms) {
    return "meanwhile";
  }
  const std::int64_t minutes = (now_unix_ms - *moment.unix_ms) / 60'000;
  if (minutes < 1) {
    return "just now";
  }
  const auto ago = [](std::int64_t count, std::string_view unit) {
    return std::to_string(count).append(" ").append(unit).append(count == 1 ? " ago" : "s ago");
  };
  if (minutes < 60) {
    return ago(minutes, "minute");
  }
  const std::int64_t hours = minutes / 60;
  return hours < 24 ? ago(hours, "hour") : "on " + moment.text.substr(0, 10);
}

std::string counts_sentence(const Counts& counts) {
  if (counts.all == 0) {
    return "No webhooks";
  }
  std::string sentence = webhooks(counts.all);
  if (counts.switched_off > 0) {
    sentence += ", " + grouped(counts.switched_off) + " switched off by Nexudus";
  }
  if (counts.failing > 0) {
    sentence += ", " + grouped(counts.failing) + " failing";
  }
  return sentence;
}

std::string sign_in_sentence(SignInOutcome outcome, std::string_view detail, std::string_view api_base) {
  const std::string server(api_base);
  switch (outcome) {
    case SignInOutcome::wrong_credentials:
      return "The e-mail or the password is wrong. Check both and try again.";
    case SignInOutcome::code_needed:
      return "This account asks for a code. Type the six digits that your authenticator app shows.";
    case SignInOutcome::wrong_code:
      return "The code was not accepted. Type the one your authenticator app shows now; each is good for half a "
             "minute.";
    case SignInOutcome::must_reset_password:
      return "Nexudus wants a new password for this account. Set one at Nexudus, then sign in here with it.";
    case SignInOutcome::refused:
      return "Nexudus refused to sign you in." + in_parentheses(detail);
    case SignInOutcome::unreachable:
      return "The server at " + server +
             " cannot be reached. Check your connection and try again; if it stays, whoever runs this site needs to "
             "check "
             "apiBase in config.json.";
    case SignInOutcome::blocked_by_browser:
      return "The browser was not allowed to sign in at " + server +
             ": the server does not let this page read its answers (CORS). Paste a token instead, or ask whoever runs "
             "this "
             "site to relay the API." +
             (detail.empty() ? std::string() : " " + webhook::presentable(detail, 200));
    case SignInOutcome::unreadable:
      return "The server at " + server + " answered a sign-in with something that makes no sense" +
             (detail.empty() ? std::string() : " (" + webhook::presentable(detail, 200) + ")") +
             ". Try again; if it stays, whoever runs this site needs to check apiBase in config.json.";
    case SignInOutcome::explained:
      return webhook::presentable(detail, 600);
    default:
      return {};
  }
}

std::string expired_sentence(bool has_unsaved_work) {
  return has_unsaved_work ? "Your session has ended. Sign in again to go on: your changes are kept."
                          : "Your session has ended. Sign in again to go on where you were.";
}

std::string token_refused_sentence() {
  return "Nexudus does not accept this token: it has expired, it is not whole, or its user may not use the API. Paste "
         "a "
         "fresh one.";
}

std::string no_access_sentence(const Session& session) {
  const std::string who = session.user.empty() ? "this user" : webhook::presentable(session.user, longest_name);
  if (session.kind == Session::Kind::provider) {
    return "You are signed in, but the API does not let " + who +
           " in: it does not accept this sign-in, or the user has no access to webhooks. Ask whoever runs this site, "
           "or "
           "sign in as somebody else.";
  }
  return "Nexudus knows " + who +
         ", and the password is right, but this user has no access to webhooks through the API. Ask an administrator "
         "of "
         "Nexudus for the role WebHook-List, or sign in as somebody else.";
}

std::string_view role_for(Purpose purpose) {
  switch (purpose) {
    case Purpose::save:
      return "WebHook-Edit";
    case Purpose::create:
      return "WebHook-Create";
    case Purpose::remove:
      return "WebHook-Delete";
    case Purpose::list_page:
      return "WebHook-List";
    default:
      return "WebHook-Read";
  }
}

Notice missing_role_notice(Purpose purpose, int status, bool edits_kept) {
  Notice notice;
  notice.severity = Notice::Severity::error;
  notice.title = std::string("Your user may not ").append(what_one_may_not(purpose)).append(".");
  notice.detail =
      "Nexudus refused with status " + std::to_string(status) + ", and your sign-in is still good, so the role ";
  notice.detail.append(role_for(purpose))
      .append(" is missing. Ask an administrator of Nexudus to give it to your user.");
  if (edits_kept) {
    notice.detail += " Your changes are kept here.";
  }
  return notice;
}

std::string action_label(Notice::Action action) {
  switch (action) {
    case Notice::Action::try_again:
      return "Try again";
    case Notice::Action::check_outcome:
      return "Check again";
    case Notice::Action::save_as_new:
      return "Make it a new webhook";
    case Notice::Action::open_twin:
      return "Open it";
    case Notice::Action::take_over_stored:
      return "Take over what is stored";
    case Notice::Action::switch_on:
      return "Switch on and save";
    case Notice::Action::none:
      break;
  }
  return {};
}

Notice not_kept_notice(const State& state) {
  if (state.keeps_texts || !state.form || !state.form->changed || state.session.kind == Session::Kind::demo) {
    return {};
  }
  return {Notice::Severity::warning, "What you typed is only in this page.",
          "The browser could not keep it for you: its storage is full or blocked. Save before you leave or reload the "
          "page, or make room by deleting other sites' data; it is tried again as you type.",
          Notice::Action::none};
}

std::string page_title(const State& state) { return title_of_screen(state).append(" · ").append(product); }

}  // namespace editor
