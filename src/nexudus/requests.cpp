// Every call the editor makes to the API, as values.
#include "nexudus/requests.h"

#include <algorithm>
#include <utility>

#include "webhook/mask.h"

namespace nexudus {
namespace {

std::string page_query(int page, int size) {
  return "?page=" + std::to_string(std::max(page, 1)) + "&size=" + std::to_string(std::clamp(size, 1, largest_page));
}

Request without_body(Method method, std::string target) {
  return {method, std::move(target), {{"Accept", "application/json"}}, {}};
}

Request with_body(Method method, std::string body) {
  return {method,
          "/sys/webhooks",
          {{"Accept", "application/json"}, {"Content-Type", "application/json; charset=utf-8"}},
          std::move(body)};
}

/// `text` as one word for a POSIX shell.
std::string shell_quoted(std::string_view text) {
  std::string result = "'";
  for (const char c : text) {
    if (c == '\'') {
      result += R"('\'')";
    } else {
      result.push_back(c);
    }
  }
  return result.append("'");
}

}  // namespace

Request request_webhooks(int page, int size) {
  return without_body(Method::get, "/sys/webhooks" + page_query(page, size) + "&orderBy=Id");
}

Request request_webhook(std::int64_t id) { return without_body(Method::get, "/sys/webhooks/" + std::to_string(id)); }

Request request_create(std::string body) { return with_body(Method::post, std::move(body)); }

Request request_update(std::string body) { return with_body(Method::put, std::move(body)); }

Request request_delete(std::int64_t id) { return without_body(Method::delete_, "/sys/webhooks/" + std::to_string(id)); }

Request request_locations(int page, int size) {
  return without_body(Method::get, "/sys/businesses" + page_query(page, size) + "&orderBy=Id");
}

Request request_event_names() { return without_body(Method::get, "/utils/enums?name=eWebhookAction"); }

bool is_write(const Request& request) { return request.method != Method::get; }

std::string curl_command(const Request& request, std::string_view api_base, bool masked) {
  static constexpr std::string_view next_line = " \\\n  ";
  std::string command = "curl --request ";
  command.append(to_string(request.method));
  command.append(next_line).append("--url ").append(shell_quoted(std::string(api_base) + request.target));
  command.append(next_line).append("--header \"Authorization: Bearer $TOKEN\"");
  for (const Header& header : request.headers) {
    command.append(next_line).append("--header ").append(shell_quoted(header.name + ": " + header.value));
  }
  if (!request.body.empty()) {
    command.append(next_line).append("--data-raw ").append(shell_quoted(request.body));
  }
  for (std::size_t at = 0, count = 0; masked && (at = command.find(webhook::mask, at)) != std::string::npos;) {
    command.replace(at, webhook::mask.size(), R"('"${HIDDEN_)" + std::to_string(++count) + R"(:?}"')");
  }
  return command;
}

}  // namespace nexudus
