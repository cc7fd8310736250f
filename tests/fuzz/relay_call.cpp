// The relay's allow-list: the input is a method, a space and a target below /api. What comes through is one of eight
// calls, spelt in one way, and reads the same at the other end.
#include <algorithm>
#include <array>

#include "fuzzing.h"
#include "server/allow_list.h"

namespace {

// Written anew here, more simply than the list itself.
bool is_known(std::string_view method, std::string_view path) {
  constexpr std::array<std::string_view, 6> whole{"GET /sys/webhooks",   "POST /sys/webhooks", "PUT /sys/webhooks",
                                                  "GET /sys/businesses", "GET /utils/enums",   "POST /token"};
  const std::string call = std::string(method) + ' ' + std::string(path);
  if (std::find(whole.begin(), whole.end(), call) != whole.end()) {
    return true;
  }
  const std::size_t slash = call.rfind('/') + 1;
  const std::string before = call.substr(0, slash);
  return (before == "GET /sys/webhooks/" || before == "DELETE /sys/webhooks/") && slash < call.size() &&
         call.find_first_not_of("0123456789", slash) == std::string::npos;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzzing::text_of(data, size);
  const std::string_view method = text.substr(0, text.find(' '));
  const std::string_view rest = text.substr(std::min(text.size(), method.size() + 1));
  const auto target = server::read_target(rest);
  if (!target) {
    fuzzing::require(target.error().status == 400);
    return 0;
  }
  const auto call = server::allowed_call(method, *target);
  if (!call) {
    fuzzing::require(call.error().status >= 400 && call.error().status <= 405);
    return 0;
  }
  fuzzing::require(is_known(method, call->path));
  const auto again = server::read_target(call->path + "?" + call->query);
  fuzzing::require(again && again->path == call->path && again->query == call->query);
  return 0;
}
