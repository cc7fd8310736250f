// One connection with a client: reads a request, waits for its answer, writes that, and begins again.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "server/descriptor.h"
#include "server/http_server.h"
#include "server/request_reader.h"

namespace server {

using Clock = std::chrono::steady_clock;

class Connection {
 public:
  Connection(Descriptor socket, const Limits& limits, Clock::time_point now);

  [[nodiscard]] int socket() const { return socket_.number(); }

  /// What to wait for, as poll() takes it.
  [[nodiscard]] short wanted() const;
  /// When to call expire().
  [[nodiscard]] Clock::time_point deadline() const { return deadline_; }
  [[nodiscard]] bool is_over() const { return state_ == State::over; }
  /// Whether a request was answered and nothing of another has come: clients expect such a connection to end at any time.
  [[nodiscard]] bool is_idle() const { return state_ == State::reading && answered_ && !reader_.has_begun(); }
  /// Bytes held of a request that is not all there yet.
  [[nodiscard]] std::size_t size() const { return reader_.size(); }

  /// Reads and writes what the socket is ready for; `ready` as poll() gave it. A request is complete: take it.
  [[nodiscard]] std::optional<IncomingRequest> proceed(short ready, Clock::time_point now);
  /// The deadline has passed.
  void expire(Clock::time_point now);
  /// The answer to the request that proceed() gave. Another request may be there already.
  [[nodiscard]] std::optional<IncomingRequest> answer(const Reply& reply, Clock::time_point now);
  /// Answers instead of going on to read; the connection ends.
  void refuse(const Rejection& rejection, Clock::time_point now);

 private:
  enum class State : std::uint8_t {
    reading,
    waiting,   // for the answer
    delaying,  // the answer is there, but has to be late
    writing,
    draining,  // what the client still sends, so that it reads the reply before it learns that the connection ended
    over,
  };

  void read(Clock::time_point now);
  void write(Clock::time_point now);
  void written(Clock::time_point now);
  [[nodiscard]] std::optional<IncomingRequest> next_request(Clock::time_point now);
  void start_writing(Clock::time_point now);

  Descriptor socket_;
  Limits limits_;
  State state_ = State::reading;
  Clock::time_point deadline_;
  RequestReader reader_;
  bool request_begun_ = false;
  bool answered_ = false;
  bool head_only_ = false;
  bool keep_alive_ = true;
  std::string output_;
  std::size_t sent_ = 0;
};

/// A reply as it goes over the line. Its body is left out if `head_only`, but not its length.
[[nodiscard]] std::string serialize(const nexudus::Response& response, bool head_only, bool keep_alive);

}  // namespace server
