// The shapes of Nexudus's answers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "nexudus/http.h"
#include "sandbox/state.h"

namespace sandbox {

/// Something wrong with one member of a record that was sent.
struct FieldError {
  /// The member; of a relation without its Id suffix.
  std::string property;
  std::string message;
  /// What was sent, as JSON.
  std::string attempted = "null";
};

[[nodiscard]] nexudus::Response json_reply(int status, std::string body);

/// {"Message":"…"}
[[nodiscard]] nexudus::Response message_reply(int status, std::string_view message);

/// 404 with the JSON string "Not found".
[[nodiscard]] nexudus::Response not_found();

/// 401, whether the token has expired or a role is missing.
[[nodiscard]] nexudus::Response unauthorized();

/// 500 with Nexudus's body.
[[nodiscard]] nexudus::Response server_error();

/// The answer to a successful write of a webhook; `verb` is "created", "updated" or "deleted".
[[nodiscard]] nexudus::Response written(const Webhook& webhook, std::string_view verb);

/// A refusal by validation. `status` is 400, or 200 in the manner some integrators have seen.
[[nodiscard]] nexudus::Response refused(int status, const std::vector<FieldError>& errors);

}  // namespace sandbox
