// The steps of a connection.
#include "server/connection.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>

namespace server {

namespace {

using namespace std::chrono_literals;

constexpr auto drain_time = 2s;
constexpr std::size_t read_size = 65'536;

constexpr std::array<std::pair<int, std::string_view>, 26> reasons{{{200, "OK"},
                                                                    {201, "Created"},
                                                                    {204, "No Content"},
                                                                    {301, "Moved Permanently"},
                                                                    {302, "Found"},
                                                                    {304, "Not Modified"},
                                                                    {400, "Bad Request"},
                                                                    {401, "Unauthorized"},
                                                                    {403, "Forbidden"},
                                                                    {404, "Not Found"},
                                                                    {405, "Method Not Allowed"},
                                                                    {408, "Request Timeout"},
                                                                    {409, "Conflict"},
                                                                    {411, "Length Required"},
                                                                    {413, "Content Too Large"},
                                                                    {414, "URI Too Long"},
                                                                    {415, "Unsupported Media Type"},
                                                                    {422, "Unprocessable Content"},
                                                                    {429, "Too Many Requests"},
                                                                    {431, "Request Header Fields Too Large"},
                                                                    {500, "Internal Server Error"},
                                                                    {501, "Not Implemented"},
                                                                    {502, "Bad Gateway"},
                                                                    {503, "Service Unavailable"},
                                                                    {504, "Gateway Timeout"},
                                                                    {505, "HTTP Version Not Supported"}}};

std::string_view reason_of(int status) {
  const auto* const found =
      std::find_if(reasons.begin(), reasons.end(), [&](const auto& entry) { return entry.first == status; });
  return found == reasons.end() ? std::string_view() : found->second;
}

bool has_body(int status) { return status >= 200 && status != 204 && status != 304; }

bool is_safe(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

std::string promise_without_a_body() {
  return serialize({200, {{"Content-Type", "application/json"}}, std::string(1'000, ' ')}, true, false);
}

}  // namespace

std::string serialize(const nexudus::Response& response, bool head_only, bool keep_alive) {
  std::string text = "HTTP/1.1 " + std::to_string(response.status) + ' ';
  text += reason_of(response.status);
  text += "\r\n";
  for (const auto& [name, value] : response.headers) {
    // A line break would be a header, or a reply, of somebody else's making.
    if (is_safe(name) && is_safe(value)) {
      text.append(name).append(": ").append(value).append("\r\n");
    }
  }
  if (has_body(response.status)) {
    text += "Content-Length: " + std::to_string(response.body.size()) + "\r\n";
  }
  text += keep_alive ? "\r\n" : "Connection: close\r\n\r\n";
  if (!head_only && has_body(response.status)) {
    text += response.body;
  }
  return text;
}

Connection::Connection(Descriptor socket, const Limits& limits, Clock::time_point now)
    : socket_(std::move(socket)), limits_(limits), deadline_(now + limits.request_time), reader_(limits.body) {}

short Connection::wanted() const {
  switch (state_) {
    case State::reading:
    case State::draining:
      return POLLIN;
    case State::writing:
      return POLLOUT;
    default:
      return 0;
  }
}

std::optional<IncomingRequest> Connection::proceed(short ready, Clock::time_point now) {
  if ((ready & (POLLIN | POLLOUT)) == 0 && (ready & (POLLERR | POLLHUP | POLLNVAL)) != 0) {
    state_ = State::over;
    return std::nullopt;
  }
  switch (state_) {
    case State::reading:
      read(now);
      return state_ == State::reading ? next_request(now) : std::nullopt;
    case State::draining:
      read(now);
      return std::nullopt;
    case State::writing:
      write(now);
      return state_ == State::reading ? next_request(now) : std::nullopt;
    default:
      return std::nullopt;
  }
}

void Connection::expire(Clock::time_point now) {
  switch (state_) {
    case State::reading:
      if (reader_.has_begun()) {
        refuse({408, "The request took too long to arrive."}, now);
      } else {
        state_ = State::over;
      }
      return;
    case State::delaying:
      start_writing(now);
      return;
    case State::waiting:
      deadline_ = Clock::time_point::max();
      return;
    default:
      state_ = State::over;
  }
}

void Connection::read(Clock::time_point now) {
  std::array<char, read_size> buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  const ssize_t size = recv(socket(), buffer.data(), buffer.size(), 0);
  if (size < 0) {
    if (errno != EAGAIN && errno != EINTR) {
      state_ = State::over;
    }
    return;
  }
  if (size == 0) {
    state_ = State::over;
    return;
  }
  if (state_ == State::reading) {
    if (!request_begun_) {
      request_begun_ = true;
      deadline_ = now + limits_.request_time;
    }
    reader_.append({buffer.data(), static_cast<std::size_t>(size)});
  }
}

std::optional<IncomingRequest> Connection::next_request(Clock::time_point now) {
  auto next = reader_.next();
  if (!next) {
    if (reader_.take_expectation()) {
      constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
      // Nothing else is on its way to this client, so there is room for it.
      if (send(socket(), go_on.data(), go_on.size(), MSG_NOSIGNAL) < 0) {
        state_ = State::over;
      }
    }
    return std::nullopt;
  }
  if (!*next) {
    refuse(next->error(), now);
    return std::nullopt;
  }
  IncomingRequest request = std::move(**next);
  state_ = State::waiting;
  deadline_ = Clock::time_point::max();
  head_only_ = request.head.method == "HEAD";
  keep_alive_ = request.keep_alive;
  return request;
}

std::optional<IncomingRequest> Connection::answer(const Reply& reply, Clock::time_point now) {
  if (state_ != State::waiting) {
    return std::nullopt;
  }
  keep_alive_ = keep_alive_ && !reply.cut_off && !has_token(reply.response.headers, "Connection", "close");
  output_ = reply.cut_off ? promise_without_a_body() : serialize(reply.response, head_only_, keep_alive_);
  if (reply.delay.count() > 0) {
    state_ = State::delaying;
    deadline_ = now + reply.delay;
    return std::nullopt;
  }
  start_writing(now);
  return state_ == State::reading ? next_request(now) : std::nullopt;
}

void Connection::refuse(const Rejection& rejection, Clock::time_point now) {
  keep_alive_ = false;
  reader_ = RequestReader(limits_.body);
  output_ = serialize(refusal(rejection.status, rejection.reason), false, false);
  start_writing(now);
}

void Connection::start_writing(Clock::time_point now) {
  state_ = State::writing;
  sent_ = 0;
  deadline_ = now + limits_.write_time;
  write(now);
}

void Connection::write(Clock::time_point now) {
  const std::string_view rest = std::string_view(output_).substr(sent_);
  const ssize_t size = send(socket(), rest.data(), rest.size(), MSG_NOSIGNAL);
  if (size < 0) {
    if (errno != EAGAIN && errno != EINTR) {
      state_ = State::over;
    }
    return;
  }
  if (size > 0) {
    deadline_ = now + limits_.write_time;
  }
  sent_ += static_cast<std::size_t>(size);
  if (sent_ == output_.size()) {
    written(now);
  }
}

void Connection::written(Clock::time_point now) {
  output_ = std::string();
  if (!keep_alive_) {
    shutdown(socket(), SHUT_WR);
    state_ = State::draining;
    deadline_ = now + drain_time;
    return;
  }
  state_ = State::reading;
  answered_ = true;
  request_begun_ = reader_.has_begun();
  deadline_ = now + (request_begun_ ? limits_.request_time : limits_.idle_time);
}

}  // namespace server
