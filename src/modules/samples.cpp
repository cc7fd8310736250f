// Requests as programs in many languages: a WebAssembly module of its own, for those who look at code.
//
// POST /samples/{language} with the header "Base" (the API's absolute address) and a whole request as the body answers
// with the program, or with 404 for a language that nobody knows.
#include <cstddef>
#include <optional>

#include "modules/message.h"
#include "samples/sample.h"

namespace {

modules::Exchange& exchange() {
  static modules::Exchange only;
  return only;
}

nexudus::Response respond(const nexudus::Request& request) {
  constexpr std::string_view path = "/samples/";
  const std::string_view target = request.target;
  const auto language = target.starts_with(path) ? samples::find_language(target.substr(path.size())) : std::nullopt;
  if (!language) {
    return {404, {}, {}};
  }
  const auto base = nexudus::find_header(request.headers, "Base").value_or("");
  return {200, {}, samples::write_sample(*language, modules::read_request(request.body), base)};
}

}  // namespace

extern "C" {

__attribute__((export_name("request"))) char* samples_request(std::size_t size) { return exchange().room(size); }

/// Answers what was written there; the time is the same for all modules and of no use here.
__attribute__((export_name("answer"))) const char* samples_answer(double /*unix_ms*/) {
  return exchange().answer(respond(modules::read_request(exchange().request)));
}

/// The answer's length in bytes.
__attribute__((export_name("reply_size"))) std::size_t samples_reply_size() { return exchange().response.size(); }

}  // extern "C"
