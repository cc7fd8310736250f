// The sandbox as a WebAssembly module of its own, so that only those who open the demo load it. web/demo.js writes a
// request in and reads the reply out, both laid out as in HTTP: a first line, header lines, an empty line, the body.
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "nexudus/http.h"
#include "sandbox/sandbox.h"

namespace {

using nexudus::Header;
using nexudus::Method;

struct Demo {
  sandbox::Sandbox sandbox{sandbox::Options{.limits = false, .open = true}};
  std::string request;
  std::string reply;
};

Demo& demo() {
  static Demo only;
  return only;
}

/// Takes a line off the front, without its end.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

Method method_of(std::string_view name) {
  for (const Method method : {Method::post, Method::put, Method::delete_}) {
    if (nexudus::to_string(method) == name) {
      return method;
    }
  }
  return Method::get;
}

nexudus::Request read_request(std::string_view text) {
  nexudus::Request request;
  const std::string_view first = take_line(text);
  const std::size_t space = std::min(first.find(' '), first.size());
  request.method = method_of(first.substr(0, space));
  request.target = first.substr(std::min(space + 1, first.size()));
  for (std::string_view line = take_line(text); !line.empty(); line = take_line(text)) {
    const std::size_t colon = line.find(": ");
    if (colon != std::string_view::npos) {
      request.headers.push_back({std::string(line.substr(0, colon)), std::string(line.substr(colon + 2))});
    }
  }
  request.body = text;
  return request;
}

std::string write_reply(const nexudus::Response& response) {
  std::string text = std::to_string(response.status) + "\n";
  for (const Header& header : response.headers) {
    text.append(header.name).append(": ").append(header.value).append("\n");
  }
  return text.append("\n").append(response.body);
}

}  // namespace

extern "C" {

/// Room for a request of `size` bytes, until the next call.
__attribute__((export_name("request"))) char* demo_request(std::size_t size) {
  demo().request.assign(size, '\0');
  return demo().request.data();
}

/// Answers what was written there; the reply stays until the next call.
__attribute__((export_name("answer"))) const char* demo_answer(double unix_ms) {
  const std::chrono::milliseconds since_1970{static_cast<std::int64_t>(unix_ms)};
  demo().reply = write_reply(demo().sandbox.handle(read_request(demo().request), sandbox::Moment{since_1970}));
  return demo().reply.data();
}

/// Its length in bytes.
__attribute__((export_name("reply_size"))) std::size_t demo_reply_size() { return demo().reply.size(); }

}  // extern "C"
