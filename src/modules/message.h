// How the page and its modules talk: texts laid out as in HTTP, with a first line, header lines, an empty line and a body.
#pragma once

#include <string>
#include <string_view>

#include "nexudus/http.h"

namespace modules {

/// A request as "PUT /path", header lines, an empty line and the body. What cannot be read is left out.
[[nodiscard]] nexudus::Request read_request(std::string_view text);

/// A response as its status, header lines, an empty line and the body.
[[nodiscard]] std::string write_response(const nexudus::Response& response);

/// What the page has written in, and what it will read out: web/module.js calls the functions in this order.
struct Exchange {
  std::string request;
  std::string response;

  /// Room for a request of `size` bytes, until the next call.
  [[nodiscard]] char* room(std::size_t size);
  /// Keeps a response until the next call.
  [[nodiscard]] const char* answer(const nexudus::Response& response);
};

}  // namespace modules
