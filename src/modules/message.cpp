// Requests and responses as texts.
#include "modules/message.h"

#include <algorithm>

namespace modules {
namespace {

/// Takes a line off the front, without its end.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

nexudus::Method method_of(std::string_view name) {
  using nexudus::Method;
  for (const Method method : {Method::post, Method::put, Method::delete_}) {
    if (nexudus::to_string(method) == name) {
      return method;
    }
  }
  return Method::get;
}

}  // namespace

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

std::string write_response(const nexudus::Response& response) {
  std::string text = std::to_string(response.status) + "\n";
  for (const nexudus::Header& header : response.headers) {
    text.append(header.name).append(": ").append(header.value).append("\n");
  }
  return text.append("\n").append(response.body);
}

char* Exchange::room(std::size_t size) {
  request.assign(size, '\0');
  return request.data();
}

const char* Exchange::answer(const nexudus::Response& given) {
  response = write_response(given);
  return response.data();
}

}  // namespace modules
