// The object Nexudus wraps around the end of a write, and around most of its errors.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "nexudus/problem.h"

namespace nexudus {

struct Envelope {
  std::optional<bool> was_successful;
  std::optional<std::int64_t> id;  // from Value
  std::string message;
  std::string updated_on;
  std::string updated_by;
  std::vector<FieldError> errors;
};

/// Reads the envelope out of a body. Other members are passed over and missing ones leave the defaults, so any JSON
/// object is one. The error is a sentence that says what the body is instead.
[[nodiscard]] tl::expected<Envelope, std::string> read_envelope(std::string_view body);

/// What is wrong with a body: a sentence that tells a web page, an empty body and JSON that breaks off from each other.
/// `if_other_json` is the one for JSON that is something else than expected, with {0} for what it is, in English: "The
/// answer should be an object, but is {0}."
[[nodiscard]] std::string describe_wrong_body(std::string_view body, std::string_view if_other_json);

/// The title of a web page in a few words, or nothing if `body` is no web page. A page without a title gives "".
[[nodiscard]] std::optional<std::string> web_page_title(std::string_view body);

}  // namespace nexudus
