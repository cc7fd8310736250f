// Sentences for the user.
#include "editor/sentences.h"

#include "language/text.h"
#include "webhook/utf8.h"

namespace editor {
namespace {

using language::counted;
using language::translate;
using Purpose = Errand::Purpose;

constexpr std::string_view product = "WebHook Editor";
constexpr std::size_t longest_name = 80;

std::string refused_sentence(std::string_view detail) {
  const std::string words = webhook::presentable(detail, 200);
  const std::string_view refused = translate("Nexudus refused to sign you in.");
  return words.empty() ? std::string(refused) : in_turn({refused, translate("(Nexudus says: “{0}”)", words)});
}

std::string unreadable_sentence(std::string_view detail, std::string_view server) {
  const std::string_view advice =
      translate("Try again; if it stays, whoever runs this site needs to check apiBase in config.json.");
  if (detail.empty()) {
    return in_turn(
        {translate("The server at {0} answered a sign-in with something that makes no sense.", server), advice});
  }
  return in_turn({translate("The server at {0} answered a sign-in with something that makes no sense ({1}).", server,
                            webhook::presentable(detail, 200)),
                  advice});
}

std::string_view what_one_may_not(Purpose purpose) {
  switch (purpose) {
    case Purpose::save:
      return translate("Your user may not change webhooks.");
    case Purpose::create:
      return translate("Your user may not create webhooks.");
    case Purpose::remove:
      return translate("Your user may not delete webhooks.");
    case Purpose::list_page:
      return translate("Your user may not list webhooks.");
    default:
      return translate("Your user may not read webhooks.");
  }
}

/// What sets thousands off in the user's language, as a number shows it.
std::string_view thousands_mark() {
  const std::string_view example = translate("1,000");
  return example.size() > 4 ? example.substr(1, example.size() - 4) : std::string_view();
}

std::string title_of_screen(const State& state) {
  if (state.session.stage == Session::Stage::misconfigured) {
    return std::string(translate("Not set up"));
  }
  if (state.session.stage != Session::Stage::signed_in && state.session.stage != Session::Stage::expired) {
    return std::string(translate("Sign in"));
  }
  if (state.address.screen == Address::Screen::activity) {
    return std::string(translate("Activity"));
  }
  if (state.address.screen == Address::Screen::new_record) {
    return std::string(translate("New webhook"));
  }
  if (state.address.screen == Address::Screen::record) {
    std::string name;
    if (state.form && state.form->phase == Form::Phase::ready) {
      name = state.form->stored.fields.name;
    } else if (const Row* row = find_row(state.list, state.address.id)) {
      name = row->record.fields.name;
    }
    name = webhook::presentable(name, longest_name);
    return name.empty() ? translate("Webhook {0}", std::to_string(state.address.id)) : name;
  }
  return std::string(translate("Webhooks"));
}

}  // namespace

std::string grouped(std::size_t number) {
  const std::string_view mark = thousands_mark();
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, mark);
  }
  return digits;
}

std::string webhooks(std::size_t count) {
  return counted(static_cast<std::int64_t>(count), "{0} webhook", "{0} webhooks", grouped(count));
}

std::string quoted(std::string_view name) {
  const std::string shown = webhook::presentable(name, longest_name);
  return shown.empty() ? std::string(translate("the webhook")) : translate("“{0}”", shown);
}

std::string the_webhook(std::string_view name, std::int64_t id) {
  const std::string shown = webhook::presentable(name, longest_name);
  return shown.empty() ? translate("webhook {0}", std::to_string(id)) : translate("the webhook “{0}”", shown);
}

std::string in_turn(std::initializer_list<std::string_view> sentences) {
  std::string text;
  for (const std::string_view& sentence : sentences) {
    text.append(&sentence == sentences.begin() ? "" : " ").append(sentence);
  }
  return text;
}

std::string listed(const std::vector<std::string_view>& names) {
  std::string text;
  for (std::size_t at = 0; at < names.size(); ++at) {
    if (at > 0 && at + 1 == names.size()) {
      text = translate("{0} and {1}", text, names[at]);
    } else {
      text.append(at == 0 ? "" : ", ").append(names[at]);
    }
  }
  return text;
}

std::string listed(const std::vector<webhook::Field>& fields) {
  std::vector<std::string_view> names;
  names.reserve(fields.size());
  for (const webhook::Field field : fields) {
    names.push_back(webhook::label(field));
  }
  return listed(names);
}

std::string time_ago(const webhook::Moment& moment, std::int64_t now_unix_ms) {
  if (!moment.unix_ms) {
    return std::string(translate("meanwhile"));
  }
  const std::int64_t minutes = (now_unix_ms - *moment.unix_ms) / 60'000;
  if (minutes < 1) {
    return std::string(translate("just now"));
  }
  if (minutes < 60) {
    return counted(minutes, "{0} minute ago", "{0} minutes ago", std::to_string(minutes));
  }
  const std::int64_t hours = minutes / 60;
  return hours < 24 ? counted(hours, "{0} hour ago", "{0} hours ago", std::to_string(hours))
                    : translate("on {0}", moment.text.substr(0, 10));
}

std::string counts_sentence(const Counts& counts) {
  if (counts.all == 0) {
    return std::string(translate("No webhooks"));
  }
  std::string sentence = webhooks(counts.all);
  if (counts.switched_off > 0) {
    const auto number = static_cast<std::int64_t>(counts.switched_off);
    sentence += ", " + counted(number, "{0} switched off by Nexudus", "{0} switched off by Nexudus",
                               grouped(counts.switched_off));
  }
  if (counts.failing > 0) {
    const auto number = static_cast<std::int64_t>(counts.failing);
    sentence += ", " + counted(number, "{0} failing", "{0} failing", grouped(counts.failing));
  }
  return sentence;
}

std::string sign_in_sentence(SignInOutcome outcome, std::string_view detail, std::string_view api_base) {
  switch (outcome) {
    case SignInOutcome::wrong_credentials:
      return std::string(translate("The e-mail or the password is wrong. Check both and try again."));
    case SignInOutcome::code_needed:
      return std::string(
          translate("This account asks for a code. Type the six digits that your authenticator app shows."));
    case SignInOutcome::wrong_code:
      return std::string(translate(
          "The code was not accepted. Type the one your authenticator app shows now; each is good for half a minute."));
    case SignInOutcome::must_reset_password:
      return std::string(
          translate("Nexudus wants a new password for this account. Set one at Nexudus, then sign in here with it."));
    case SignInOutcome::refused:
      return refused_sentence(detail);
    case SignInOutcome::unreachable:
      return translate(
          "The server at {0} cannot be reached. Check your connection and try again; if it stays, whoever runs this "
          "site needs to check apiBase in config.json.",
          api_base);
    case SignInOutcome::blocked_by_browser:
      return translate(
                 "The browser was not allowed to sign in at {0}: the server does not let this page read its answers "
                 "(CORS). Paste a token instead, or ask whoever runs this site to relay the API.",
                 api_base) +
             (detail.empty() ? std::string() : " " + webhook::presentable(detail, 200));
    case SignInOutcome::unreadable:
      return unreadable_sentence(detail, api_base);
    case SignInOutcome::explained:
      return webhook::presentable(detail, 600);
    default:
      return {};
  }
}

std::string expired_sentence(bool has_unsaved_work) {
  return std::string(has_unsaved_work
                         ? translate("Your session has ended. Sign in again to go on: your changes are kept.")
                         : translate("Your session has ended. Sign in again to go on where you were."));
}

std::string token_refused_sentence() {
  return std::string(
      translate("Nexudus does not accept this token: it has expired, it is not whole, or its user may not use the API. "
                "Paste a fresh one."));
}

std::string no_access_sentence(const Session& session) {
  const std::string who =
      session.user.empty() ? std::string(translate("this user")) : webhook::presentable(session.user, longest_name);
  if (session.kind == Session::Kind::provider) {
    return translate(
        "You are signed in, but the API does not let {0} in: it does not accept this sign-in, or the user has no "
        "access to webhooks. Ask whoever runs this site, or sign in as somebody else.",
        who);
  }
  return translate(
      "Nexudus knows {0}, and the password is right, but this user has no access to webhooks through the API. Ask an "
      "administrator of Nexudus for the role WebHook-List, or sign in as somebody else.",
      who);
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
  notice.title = what_one_may_not(purpose);
  notice.detail = translate(
      "Nexudus refused with status {0}, and your sign-in is still good, so the role {1} is missing. Ask an "
      "administrator of Nexudus to give it to your user.",
      std::to_string(status), role_for(purpose));
  if (edits_kept) {
    notice.detail.append(" ").append(translate("Your changes are kept here."));
  }
  return notice;
}

std::string action_label(Notice::Action action) {
  switch (action) {
    case Notice::Action::try_again:
      return std::string(translate("Try again"));
    case Notice::Action::check_outcome:
      return std::string(translate("Check again"));
    case Notice::Action::save_as_new:
      return std::string(translate("Make it a new webhook"));
    case Notice::Action::open_twin:
      return std::string(translate("Open it"));
    case Notice::Action::take_over_stored:
      return std::string(translate("Take over what is stored"));
    case Notice::Action::switch_on:
      return std::string(translate("Switch on and save"));
    case Notice::Action::none:
      break;
  }
  return {};
}

Notice not_kept_notice(const State& state) {
  if (state.keeps_texts || !state.form || !state.form->changed || state.session.kind == Session::Kind::demo) {
    return {};
  }
  return {Notice::Severity::warning, std::string(translate("What you typed is only in this page.")),
          std::string(translate(
              "The browser could not keep it for you: its storage is full or blocked. Save before you leave or reload "
              "the page, or make room by deleting other sites' data; it is tried again as you type.")),
          Notice::Action::none};
}

std::string page_title(const State& state) { return title_of_screen(state).append(" · ").append(product); }

}  // namespace editor
