// What went wrong with a call, in words for the user.
#include "nexudus/problem.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "language/text.h"
#include "nexudus/envelope.h"
#include "webhook/json.h"
#include "webhook/mask.h"
#include "webhook/timestamp.h"
#include "webhook/utf8.h"

namespace nexudus {
namespace {

using language::counted;
using language::translate;

constexpr std::size_t server_words_most = 300;
constexpr std::int64_t longest_wait_ms = 3'600'000;

/// What a server says may quote the address that was sent.
std::string presentable_words(std::string_view words) {
  return webhook::presentable(webhook::masked_text(words), server_words_most);
}

/// What the server said about it: its message, the title of its page, or its text; empty if it said nothing readable.
std::string server_words(std::string_view body, const tl::expected<Envelope, std::string>& envelope) {
  if (envelope) {
    return presentable_words(envelope->message);
  }
  if (const auto title = web_page_title(body)) {
    return *title;
  }
  const std::size_t begin = body.find_first_not_of(" \t\r\n");
  if (begin != std::string_view::npos && body[begin] == '"' && !webhook::find_json_error(body)) {
    const std::string_view raw = body.substr(begin, body.find_last_of('"') + 1 - begin);
    return presentable_words(webhook::read_json_string(raw).value_or(std::string()));
  }
  return {};
}

/// What was asked, and what the server answered.
std::string exchange(const Asked& asked, int status, const std::string& words) {
  const std::string status_text = std::to_string(status);
  return words.empty() ? translate("Asked for {0}; the server answered with status {1}.", asked.what, status_text)
                       : translate("Asked for {0}; the server answered with status {1} and “{2}”.", asked.what,
                                   status_text, words);
}

struct Wording {
  Problem::Kind kind = Problem::Kind::refused;
  std::string_view title;
  std::string_view advice;
};

Wording wording_for(int status) {
  switch (status) {
    case 401:
      return {Problem::Kind::unauthorized, translate("You are signed out, or your user may not do this."),
              translate("Sign in again. If that does not help, ask an administrator to give your user the role for "
                        "webhooks.")};
    case 403:
      return {Problem::Kind::forbidden, translate("Your user may not do this."),
              translate("Ask an administrator to give your user the role for it.")};
    case 404:
      return {Problem::Kind::not_found, translate("It does not exist any more."),
              translate("Somebody may have deleted it. Load the list again.")};
    case 409:
    case 429:
      return {Problem::Kind::throttled, translate("Nexudus is getting too many calls."), ""};
    default:
      break;
  }
  if (status >= 500) {
    return {Problem::Kind::server_error, translate("Nexudus had an error of its own."),
            translate("Try again in a minute; if it stays, ask Nexudus.")};
  }
  return {Problem::Kind::refused, translate("Nexudus refused."), translate("Correct what it names and try again.")};
}

std::string throttle_advice(std::optional<std::int64_t> wait_ms) {
  if (!wait_ms) {
    return std::string(translate("Wait a moment before trying again."));
  }
  const std::int64_t seconds = std::max<std::int64_t>((*wait_ms + 999) / 1000, 1);
  return counted(seconds, "Try again in {0} second.", "Try again in {0} seconds.", std::to_string(seconds));
}

Problem validation_problem(const Response& response, const Asked& asked, Envelope envelope) {
  Problem problem;
  problem.kind = Problem::Kind::validation;
  problem.status = response.status;
  problem.field_errors = std::move(envelope.errors);
  for (FieldError& error : problem.field_errors) {
    error.property = presentable_words(error.property);
    error.message = presentable_words(error.message);
  }
  const auto count = static_cast<std::int64_t>(problem.field_errors.size());
  problem.title = counted(count, "Nexudus refused one value.", "Nexudus refused {0} values.", std::to_string(count));
  problem.detail = exchange(asked, response.status, presentable_words(envelope.message));
  problem.detail.append(" ").append(translate("Nothing was saved. Correct the values named and try again."));
  return problem;
}

/// Parts of an HTTP date such as "Sun, 06 Nov 1994 08:49:37 GMT"; the two obsolete forms are not read.
std::optional<std::int64_t> parse_http_date(std::string_view text) {
  static constexpr std::string_view months = "JanFebMarAprMayJunJulAugSepOctNovDec";
  static constexpr std::string_view shape = "aaa, 00 aaa 0000 00:00:00 GMT";
  if (text.size() != shape.size()) {
    return std::nullopt;
  }
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const bool is_digit = text[i] >= '0' && text[i] <= '9';
    if (shape[i] == '0' ? !is_digit : shape[i] != 'a' && shape[i] != text[i]) {
      return std::nullopt;
    }
  }
  const auto number = [text](std::size_t at, std::size_t size) {
    int value = 0;
    std::from_chars(text.data() + at, text.data() + at + size, value);
    return value;
  };
  const std::size_t month = months.find(text.substr(8, 3));
  const int day = number(5, 2);
  if (month == std::string_view::npos || month % 3 != 0 || day < 1 || day > 31 || number(17, 2) > 23 ||
      number(20, 2) > 59 || number(23, 2) > 60) {
    return std::nullopt;
  }
  return webhook::unix_ms_of(number(12, 4), static_cast<int>(month / 3) + 1, day, number(17, 2), number(20, 2),
                             number(23, 2));
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  return begin == std::string_view::npos ? std::string_view()
                                         : text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

}  // namespace

std::string_view to_string(Problem::Kind kind) {
  static constexpr std::array<std::string_view, 13> names{
      "network",   "deadline",  "blocked",    "cancelled", "invalid_request", "unauthorized", "forbidden",
      "not_found", "throttled", "validation", "refused",   "server_error",    "unreadable"};
  return names[static_cast<std::size_t>(kind)];
}

Problem problem_of_transport(TransportFailure failure, const Asked& asked) {
  Problem problem;
  const auto set = [&](Problem::Kind kind, std::string_view title, std::string detail) {
    problem.kind = kind;
    problem.title = title;
    problem.detail = std::move(detail);
  };
  switch (failure) {
    case TransportFailure::network:
      set(Problem::Kind::network, translate("The server cannot be reached."),
          translate("Asked for {0}; no answer came. Check your connection and the API's address, then try again.",
                    asked.what));
      break;
    case TransportFailure::deadline:
      set(Problem::Kind::deadline, translate("The server takes too long."),
          translate("Asked for {0}; no answer came in time. Try again; if it stays, the server or the connection is "
                    "overloaded.",
                    asked.what));
      break;
    case TransportFailure::blocked:
      set(Problem::Kind::blocked, translate("The browser did not allow the call."),
          translate("Asked for {0}; the server may have answered, but it does not let this page read its answers "
                    "(CORS). Open the editor through a server that relays the API, or ask whoever runs the server to "
                    "allow this page's address.",
                    asked.what));
      break;
    case TransportFailure::cancelled:
      set(Problem::Kind::cancelled, translate("Stopped."),
          translate("Asked for {0}; the call was given up before an answer came.", asked.what));
      break;
    case TransportFailure::too_large:
      set(Problem::Kind::unreadable, translate("The answer is too long."),
          translate("Asked for {0}; it was given up in the middle: no answer of Nexudus is that long. Check that the "
                    "API's address leads to Nexudus.",
                    asked.what));
      break;
    case TransportFailure::invalid_request:
      set(Problem::Kind::invalid_request, translate("The call could not be sent."),
          translate("Asked for {0}; the browser refused to send it. Check the API's address in config.json.",
                    asked.what));
      break;
  }
  return problem;
}

Problem problem_of_reply(const Response& response, const Asked& asked) {
  const auto envelope = read_envelope(response.body);
  const Wording wording = wording_for(response.status);
  const bool may_name_fields = wording.kind == Problem::Kind::refused || wording.kind == Problem::Kind::server_error;
  if (may_name_fields && envelope && !envelope->errors.empty()) {
    return validation_problem(response, asked, *envelope);
  }
  Problem problem;
  problem.kind = wording.kind;
  problem.status = response.status;
  problem.title = wording.title;
  problem.detail = exchange(asked, response.status, server_words(response.body, envelope));
  if (web_page_title(response.body)) {
    problem.detail.append(" ").append(
        translate("That is a web page, so it may come from a server in front of Nexudus."));
  }
  if (problem.kind == Problem::Kind::throttled) {
    problem.retry_after_ms = retry_after_ms(response, asked.now_unix_ms);
    problem.detail.append(" ").append(throttle_advice(problem.retry_after_ms));
  } else {
    problem.detail.append(" ").append(wording.advice);
  }
  if (response.status == 503) {
    problem.retry_after_ms = retry_after_ms(response, asked.now_unix_ms);
  }
  return problem;
}

Problem problem_of_unreadable(const Response& response, const Asked& asked, std::string_view sentence) {
  Problem problem;
  problem.kind = Problem::Kind::unreadable;
  problem.status = response.status;
  problem.title = translate("The answer makes no sense.");
  problem.detail = exchange(asked, response.status, {}).append(" ").append(sentence).append(" ");
  problem.detail.append(translate("Try again; if it stays, check that the API's address leads to Nexudus."));
  return problem;
}

std::optional<std::int64_t> retry_after_ms(const Response& response, std::int64_t now_unix_ms) {
  const auto header = find_header(response.headers, "Retry-After");
  if (!header) {
    return std::nullopt;
  }
  const std::string_view text = trimmed(*header);
  if (!text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos) {
    std::int64_t seconds = 0;
    const auto error = std::from_chars(text.data(), text.data() + text.size(), seconds).ec;
    const bool long_wait = error != std::errc() || seconds > longest_wait_ms / 1000;
    return long_wait ? longest_wait_ms : seconds * 1000;
  }
  const auto until = parse_http_date(text);
  const auto server_now = parse_http_date(trimmed(find_header(response.headers, "Date").value_or("")));
  if (!until || (!server_now && now_unix_ms == 0)) {
    return std::nullopt;
  }
  return std::clamp<std::int64_t>(*until - server_now.value_or(now_unix_ms), 0, longest_wait_ms);
}

}  // namespace nexudus
