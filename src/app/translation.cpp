// Between the platform's words and the editor's: neither knows the other.
#include "app/translation.h"

#include <cmath>
#include <string>
#include <utility>
#include <variant>

namespace app {

namespace {

nexudus::TransportFailure failure_of(platform::HttpEnded::Cause cause) {
  using Cause = platform::HttpEnded::Cause;
  using Failure = nexudus::TransportFailure;
  switch (cause) {
    case Cause::deadline:
      return Failure::deadline;
    case Cause::cancelled:
      return Failure::cancelled;
    case Cause::invalid_request:
      return Failure::invalid_request;
    case Cause::too_large:
      return Failure::too_large;
    case Cause::network:
    case Cause::reply:
      break;
  }
  return Failure::network;
}

editor::SignInOutcome outcome_of(platform::TokenEvent::Outcome outcome) {
  using From = platform::TokenEvent::Outcome;
  using To = editor::SignInOutcome;
  switch (outcome) {
    case From::signed_in:
      return To::signed_in;
    case From::refreshed:
      return To::refreshed;
    case From::wrong_credentials:
      return To::wrong_credentials;
    case From::code_needed:
      return To::code_needed;
    case From::wrong_code:
      return To::wrong_code;
    case From::must_reset_password:
      return To::must_reset_password;
    case From::refused:
      return To::refused;
    case From::unreachable:
      return To::unreachable;
    case From::blocked_by_browser:
      return To::blocked_by_browser;
    case From::unreadable:
      return To::unreadable;
    case From::refresh_failed:
      return To::refresh_failed;
    case From::signed_out:
      return To::signed_out;
    case From::demo_chosen:
      return To::demo_chosen;
    case From::another_account:
      return To::another_account;
    case From::explained:
      return To::explained;
    case From::left:
      return To::left;
  }
  return To::unreadable;
}

/// One overload per platform event.
struct Translator {
  std::optional<editor::Event> operator()(const platform::HttpEnded&) const { return std::nullopt; }
  std::optional<editor::Event> operator()(const platform::ValueStored&) const { return std::nullopt; }
  std::optional<editor::Event> operator()(const platform::TokenEvent& token) const {
    return editor::event::SignInEnded{.outcome = outcome_of(token.outcome),
                                      .user = token.user,
                                      .detail = token.detail,
                                      .can_refresh = token.can_refresh,
                                      .at_provider = token.at_provider,
                                      .expires_in_ms = token.expires_in_ms};
  }
  std::optional<editor::Event> operator()(const platform::TimerFired&) const { return editor::event::WokeUp{}; }
  std::optional<editor::Event> operator()(const platform::AddressChanged& changed) const {
    return editor::event::AddressChanged{changed.fragment};
  }
  std::optional<editor::Event> operator()(const platform::CopyEnded& ended) const {
    return editor::event::CopyEnded{ended.ok};
  }
  std::optional<editor::Event> operator()(const platform::TextsLoaded& loaded) const {
    return editor::event::TextsLoaded{loaded.prefix, loaded.lines};
  }
  std::optional<editor::Event> operator()(const platform::TextsKept& kept) const {
    return editor::event::TextsKept{kept.ok};
  }
  std::optional<editor::Event> operator()(const platform::VisibilityChanged& changed) const {
    return editor::event::VisibilityChanged{changed.visible};
  }
  std::optional<editor::Event> operator()(const platform::OnlineChanged& changed) const {
    return editor::event::OnlineChanged{changed.online};
  }
  std::optional<editor::Event> operator()(const platform::LanguageLoaded& loaded) const {
    return editor::event::LanguageChanged{loaded.tag};
  }
};

}  // namespace

std::optional<editor::Event> translate(const platform::Event& event) { return std::visit(Translator{}, event); }

editor::Event translate(const platform::HttpEnded& ended, editor::RequestId id) {
  const auto elapsed = static_cast<std::int64_t>(std::llround(ended.elapsed_ms));
  if (ended.cause != platform::HttpEnded::Cause::reply) {
    return editor::event::Unanswered{.id = id, .failure = failure_of(ended.cause), .elapsed_ms = elapsed};
  }
  editor::event::Replied replied{.id = id, .response = {}, .elapsed_ms = elapsed};
  replied.response.status = ended.status;
  replied.response.body = ended.body;
  for (const auto& [name, value] : ended.headers) replied.response.headers.push_back({name, value});
  return replied;
}

platform::HistoryEntry translate(editor::effect::HistoryEntry entry) {
  using Entry = editor::effect::HistoryEntry;
  switch (entry) {
    case Entry::kept:
      return platform::HistoryEntry::kept;
    case Entry::replaced:
      return platform::HistoryEntry::replaced;
    case Entry::replaced_soon:
      return platform::HistoryEntry::replaced_soon;
  }
  return platform::HistoryEntry::kept;
}

platform::SignInForm translate(const editor::SignInForm& form) {
  return {.visible = form.visible,
          .busy = form.busy,
          .asks_code = form.asks_code,
          .offers_password = form.offers_password,
          .offers_token = form.offers_token,
          .offers_demo = form.offers_demo,
          .offers_provider = form.offers_provider,
          .may_be_left = form.may_be_left,
          .error = form.error};
}

platform::HttpRequest demo_request(const editor::effect::SendRequest& send) {
  platform::HttpRequest request = http_request(send, "");
  request.authorized = false;
  request.local = true;
  return request;
}

platform::HttpRequest code_request(const editor::effect::WriteCode& write, std::string_view api_base) {
  platform::HttpRequest request{.method = "POST",
                                .url = "/samples/" + write.language,
                                .headers = {{"Base", std::string(api_base)}},
                                .body = write.request};
  request.local = true;
  return request;
}

platform::HttpRequest http_request(const editor::effect::SendRequest& send, std::string_view api_base) {
  platform::HttpRequest request{.method = std::string(nexudus::to_string(send.request.method)),
                                .url = std::string(api_base) + send.request.target,
                                .headers = {},
                                .body = send.request.body,
                                .deadline_ms = static_cast<double>(send.deadline_ms),
                                .authorized = true};
  for (const nexudus::Header& header : send.request.headers) request.headers.emplace_back(header.name, header.value);
  return request;
}

}  // namespace app
