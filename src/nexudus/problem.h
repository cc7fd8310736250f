// What went wrong with a call, in words for the user, in their language. Modelled on RFC 9457, with an entry for each
// field.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nexudus/http.h"
#include "webhook/record.h"

namespace nexudus {

/// What was asked, for the sentences of a Problem.
struct Asked {
  std::string what;              // a noun phrase, e.g. "page 2 of the webhooks" or "the webhook “Door”"
  std::int64_t now_unix_ms = 0;  // the user's clock, to read a date in Retry-After; 0 if not known
};

/// An error the server gave for one property.
struct FieldError {
  std::optional<webhook::Field> field;  // nothing if it is none of the form's
  std::string property;                 // as the server called it; may be empty
  std::string message;                  // the server's words

  friend bool operator==(const FieldError&, const FieldError&) = default;
};

struct Problem {
  enum class Kind : std::uint8_t {
    network,          // no answer: offline, no such host, connection lost
    deadline,         // no answer in time
    blocked,          // the browser was not allowed to (CORS)
    cancelled,        // given up on purpose
    invalid_request,  // could not be sent at all
    unauthorized,     // 401: the session has ended, or a role is missing
    forbidden,        // 403
    not_found,        // 404
    throttled,        // 409 or 429: too many calls
    validation,       // refused with entries for fields
    refused,          // refused for another reason
    server_error,     // 5xx
    unreadable,       // an answer that makes no sense
  };

  Kind kind = Kind::network;
  std::string title;   // one short sentence
  std::string detail;  // what was asked, what came back, what to do
  int status = 0;      // HTTP's, 0 without an answer
  std::vector<FieldError> field_errors;
  std::optional<std::int64_t> retry_after_ms;  // how long the server wants to be left alone, if it said so readably

  friend bool operator==(const Problem&, const Problem&) = default;
};

[[nodiscard]] std::string_view to_string(Problem::Kind kind);

/// How a request can end without a reply.
enum class TransportFailure : std::uint8_t { network, deadline, blocked, cancelled, invalid_request, too_large };

[[nodiscard]] Problem problem_of_transport(TransportFailure failure, const Asked& asked);

/// The problem a reply stands for by its status and body; for any reply that is not the success that was asked for.
[[nodiscard]] Problem problem_of_reply(const Response& response, const Asked& asked);

/// A success by its status whose body makes no sense. `sentence` says what is wrong with it.
[[nodiscard]] Problem problem_of_unreadable(const Response& response, const Asked& asked, std::string_view sentence);

/// The delay a Retry-After header asks for, in milliseconds: from seconds or an HTTP date (RFC 9110 section 10.2.3).
/// A date is held against the reply's own Date, else against `now_unix_ms`. At most an hour; nothing if unreadable.
[[nodiscard]] std::optional<std::int64_t> retry_after_ms(const Response& response, std::int64_t now_unix_ms);

}  // namespace nexudus
