// What the user is told of a reply of any status. The input's first line is the status, its second one Retry-After, the
// rest the body.
#include "nexudus/problem.h"

#include <charconv>

#include "fuzzing.h"

namespace {

std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest = fuzzing::text_of(data, size);
  const std::string_view status_text = take_line(rest);
  int status = 0;
  std::from_chars(status_text.data(), status_text.data() + status_text.size(), status);
  const std::string_view retry_after = take_line(rest);
  const nexudus::Response response{status, {{"Retry-After", std::string(retry_after)}}, std::string(rest)};
  const nexudus::Problem problem = nexudus::problem_of_reply(response, {"the webhook", 1'736'937'000'000});
  fuzzing::require_sound(problem);
  fuzzing::require(problem.retry_after_ms.value_or(0) >= 0);
  return 0;
}
