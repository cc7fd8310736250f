// HTTP through the Emscripten Fetch API, which is XMLHttpRequest underneath. Its traps, and what is done about them:
// - every status outside 200..299 arrives in onerror: both callbacks lead to one function;
// - a time-out and a broken connection both look like status 0: the deadline is our own;
// - closing a request in flight calls onerror: a request that has ended is no longer in the table;
// - a bad address, method or header throws a JavaScript exception nobody catches: all are checked first;
// - a failure inside XMLHttpRequest.send() calls onerror before emscripten_fetch() returns: it is closed afterwards;
// - a header's value would have to be in memory: library.js fills in the access token;
// - requestMethod is char[32], and each request must be closed exactly once: only take_flight() gives one out to close.
#include <emscripten.h>
#include <emscripten/eventloop.h>
#include <emscripten/fetch.h>

#include <algorithm>
#include <cstring>
#include <iterator>
#include <memory>
#include <optional>
#include <unordered_map>

#include "platform/platform.h"
#include "platform/web/host.h"
#include "platform/web/page.h"

namespace platform {

namespace {

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Flight {
  HttpRequest request;  // the body must stay where it is while the request runs
  emscripten_fetch_t* fetch = nullptr;
  int timer = 0;
  double started_ms = 0;
  bool starting = true;
  std::optional<HttpEnded> ended_early;
};

struct Flights {
  std::unordered_map<RequestId, std::unique_ptr<Flight>> in_flight;
  RequestId last_id = 0;
};

Flights& flights() {
  static Flights all;
  return all;
}

// NOLINTNEXTLINE(performance-no-int-to-ptr)
void* to_user_data(RequestId id) { return reinterpret_cast<void*>(static_cast<std::uintptr_t>(id)); }
RequestId to_request_id(void* user_data) { return static_cast<RequestId>(reinterpret_cast<std::uintptr_t>(user_data)); }

std::unique_ptr<Flight> take_flight(RequestId id) {
  auto node = flights().in_flight.extract(id);
  return node.empty() ? nullptr : std::move(node.mapped());
}

// RFC 9110, section 5.6.2.
bool is_token(std::string_view text) {
  constexpr std::string_view punctuation = "!#$%&'*+-.^_`|~";
  return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           punctuation.find(c) != std::string_view::npos;
  });
}

bool is_header_value(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c >= ' ' && c <= '~') || c == '\t'; });
}

bool is_method(std::string_view method) {
  return is_token(method) && method.size() < sizeof(emscripten_fetch_attr_t::requestMethod) && method != "CONNECT" &&
         method != "TRACE" && method != "TRACK";
}

bool can_be_sent(const HttpRequest& request) {
  return is_method(request.method) && request.url.find('\0') == std::string::npos &&
         std::all_of(request.headers.begin(), request.headers.end(),
                     [](const auto& header) { return is_token(header.first) && is_header_value(header.second); }) &&
         web::page_is_request_url(request.url.data(), request.url.size()) != 0;
}

std::string as_message(const HttpRequest& request) {
  std::string text = request.method + " " + request.url + "\n";
  for (const auto& [name, value] : request.headers) text.append(name).append(": ").append(value).append("\n");
  return text.append("\n").append(request.body);
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\r";
  const std::size_t first = text.find_first_not_of(blank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

Headers read_headers(std::string_view rest) {
  Headers headers;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    if (const std::size_t colon = line.find(':'); colon != std::string_view::npos) {
      headers.emplace_back(trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return headers;
}

Headers response_headers(emscripten_fetch_t* fetch) {
  std::string text(emscripten_fetch_get_response_headers_length(fetch), '\0');
  if (!text.empty()) emscripten_fetch_get_response_headers(fetch, text.data(), text.size());
  return read_headers(text.c_str());
}

HttpEnded ended(RequestId id, HttpEnded::Cause cause, const Flight* flight) {
  HttpEnded end;
  end.id = id;
  end.cause = cause;
  if (flight != nullptr) end.elapsed_ms = monotonic_ms() - flight->started_ms;
  return end;
}

HttpEnded completion(RequestId id, const Flight& flight, emscripten_fetch_t* fetch) {
  const bool replied = fetch->status >= 100 && fetch->status <= 599;
  HttpEnded end = ended(id, replied ? HttpEnded::Cause::reply : HttpEnded::Cause::network, &flight);
  if (!replied) return end;
  end.status = fetch->status;
  end.headers = response_headers(fetch);
  if (fetch->data != nullptr) end.body.assign(fetch->data, static_cast<std::size_t>(fetch->numBytes));
  return end;
}

// Both onsuccess and onerror.
void on_completion(emscripten_fetch_t* fetch) {
  const RequestId id = to_request_id(fetch->userData);
  const auto found = flights().in_flight.find(id);
  if (found == flights().in_flight.end()) return;  // cancelled or too late: being closed by whoever took it
  HttpEnded end = completion(id, *found->second, fetch);
  if (found->second->starting) {
    found->second->ended_early = std::move(end);
    return;
  }
  const std::unique_ptr<Flight> flight = take_flight(id);
  emscripten_clear_timeout(flight->timer);
  emscripten_fetch_close(fetch);
  web::host().deliver(std::move(end));
}

void give_up(RequestId id, HttpEnded::Cause cause) {
  const std::unique_ptr<Flight> flight = take_flight(id);
  if (!flight) return;
  emscripten_clear_timeout(flight->timer);
  emscripten_fetch_close(flight->fetch);
  web::host().deliver_later(ended(id, cause, flight.get()));
}

void on_progress(emscripten_fetch_t* fetch) {
  if (fetch->dataOffset + fetch->numBytes > most_reply_bytes) {
    give_up(to_request_id(fetch->userData), HttpEnded::Cause::too_large);
  }
}

void on_deadline(void* user_data) { give_up(to_request_id(user_data), HttpEnded::Cause::deadline); }

void start(RequestId id, Flight& flight) {
  const HttpRequest& request = flight.request;
  std::vector<const char*> headers;
  for (const auto& [name, value] : request.headers) {
    headers.push_back(name.c_str());
    headers.push_back(value.c_str());
  }
  if (request.authorized) headers.insert(headers.end(), {"Authorization", ""});
  headers.push_back(nullptr);

  emscripten_fetch_attr_t attributes;
  emscripten_fetch_attr_init(&attributes);
  // What was initialised to zeros ends the text.
  std::copy_n(request.method.begin(), std::min(request.method.size(), sizeof(attributes.requestMethod) - 1),
              std::begin(attributes.requestMethod));
  attributes.attributes = EMSCRIPTEN_FETCH_LOAD_TO_MEMORY;
  attributes.onsuccess = on_completion;
  attributes.onerror = on_completion;
  attributes.onprogress = on_progress;
  attributes.userData = to_user_data(id);
  attributes.requestHeaders = headers.data();
  attributes.requestData = request.body.data();
  attributes.requestDataSize = request.body.size();
  flight.fetch = emscripten_fetch(&attributes, request.url.c_str());
  flight.timer = emscripten_set_timeout(on_deadline, request.deadline_ms, to_user_data(id));
  flight.starting = false;
}

}  // namespace

RequestId send(HttpRequest request) {
  const RequestId id = ++flights().last_id;
  if (request.local) {
    const std::string message = as_message(request);
    web::page_send_locally(id, message.data(), message.size());
    return id;
  }
  if (!can_be_sent(request)) {
    web::host().deliver_later(ended(id, HttpEnded::Cause::invalid_request, nullptr));
    return id;
  }
  Flight& flight = *flights().in_flight.emplace(id, std::make_unique<Flight>()).first->second;
  flight.request = std::move(request);
  flight.started_ms = monotonic_ms();
  start(id, flight);
  if (flight.ended_early || flight.fetch == nullptr) {
    const std::unique_ptr<Flight> failed = take_flight(id);
    emscripten_clear_timeout(failed->timer);
    emscripten_fetch_close(failed->fetch);
    web::host().deliver_later(failed->ended_early.value_or(ended(id, HttpEnded::Cause::network, failed.get())));
  }
  return id;
}

extern "C" EMSCRIPTEN_KEEPALIVE void page_on_local_reply(RequestId id, int status) {
  HttpEnded end = ended(id, status == 0 ? HttpEnded::Cause::network : HttpEnded::Cause::reply, nullptr);
  end.status = status;
  end.headers = read_headers(web::take_inbox());
  end.body = web::take_inbox();
  web::host().deliver(std::move(end));
}

void cancel(RequestId id) { give_up(id, HttpEnded::Cause::cancelled); }

}  // namespace platform
