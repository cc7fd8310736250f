// HTTP/1.1 on a port: one thread waits for all connections at once, so that slow clients cost nothing but memory.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <tl/expected.hpp>

#include "nexudus/http.h"
#include "server/request_reader.h"

namespace server {

struct Limits {
  std::size_t connections = 1'000;
  /// Bytes of one request's body, and of all requests together that are still arriving.
  std::size_t body = 1'000'000;
  std::size_t all_requests = 100'000'000;
  /// From a request's first byte to its last.
  std::chrono::milliseconds request_time{15'000};
  /// Between requests.
  std::chrono::milliseconds idle_time{60'000};
  /// For as long as a client takes nothing of its reply.
  std::chrono::milliseconds write_time{15'000};
};

struct Reply {
  nexudus::Response response;
  /// How long to wait before anything is sent.
  std::chrono::milliseconds delay{0};
  /// Promises a body and ends the connection instead. Without any answer a browser would quietly ask again.
  bool cut_off = false;
};

/// The way back to the client of one request. May be kept, and called once from any thread, even after the server ended.
using Answer = std::function<void(Reply)>;

/// Called in the server's own thread, so it must not wait.
using Handler = std::function<void(IncomingRequest, Answer)>;

class HttpServer {
 public:
  /// Opens the port. The error is a sentence.
  [[nodiscard]] static tl::expected<std::unique_ptr<HttpServer>, std::string> listen(const std::string& host, int port,
                                                                                     const Limits& limits,
                                                                                     Handler handler);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  [[nodiscard]] int port() const;

  /// Answers requests until stop() is called from another thread. False if the port can no longer be listened on.
  bool run();
  void stop();

 private:
  struct Implementation;
  explicit HttpServer(std::unique_ptr<Implementation> implementation);
  std::unique_ptr<Implementation> implementation_;
};

/// A refusal as clients of the API understand one: {"Message": reason}.
[[nodiscard]] nexudus::Response refusal(int status, std::string_view reason);

}  // namespace server
