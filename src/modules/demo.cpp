// The sandbox as a WebAssembly module of its own, so that only those who open the demo load it.
#include <chrono>
#include <cstddef>

#include "modules/message.h"
#include "sandbox/sandbox.h"

namespace {

struct Demo {
  sandbox::Sandbox sandbox{sandbox::Options{.limits = false, .open = true}};
  modules::Exchange exchange;
};

Demo& demo() {
  static Demo only;
  return only;
}

}  // namespace

extern "C" {

__attribute__((export_name("request"))) char* demo_request(std::size_t size) { return demo().exchange.room(size); }

/// Answers what was written there.
__attribute__((export_name("answer"))) const char* demo_answer(double unix_ms) {
  const std::chrono::milliseconds since_1970{static_cast<std::int64_t>(unix_ms)};
  const nexudus::Request request = modules::read_request(demo().exchange.request);
  return demo().exchange.answer(demo().sandbox.handle(request, sandbox::Moment{since_1970}));
}

/// The answer's length in bytes.
__attribute__((export_name("reply_size"))) std::size_t demo_reply_size() { return demo().exchange.response.size(); }

}  // extern "C"
