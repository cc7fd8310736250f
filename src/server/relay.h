// The relay: what the allow-list lets through goes to the upstream server, and its answers come back filtered.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string_view>
#include <thread>
#include <vector>

#include "server/http_server.h"
#include "server/upstream.h"

namespace server {

/// Takes one line for each call: method, path, status, milliseconds. No query, header or body, so nothing secret.
using Log = std::function<void(std::string_view)>;

class Relay {
 public:
  Relay(std::unique_ptr<Upstream> upstream, Log log);
  /// Ends the calls that go on; they are answered with 503.
  ~Relay();
  Relay(const Relay&) = delete;
  Relay& operator=(const Relay&) = delete;

  /// Answers a request to the API from another thread, or at once if it is refused. `path` is the one below "/api".
  void handle(IncomingRequest request, const std::string& path, const Answer& answer);

 private:
  struct Job {
    Call call;
    std::vector<nexudus::Header> headers;
    std::string body;
    Answer answer;
    std::chrono::steady_clock::time_point since;
  };

  void work();
  void refuse(std::string_view method, std::string_view path, const Rejection& rejection, const Answer& answer);
  [[nodiscard]] nexudus::Response relayed(const Job& job);
  void log(std::string_view method, std::string_view path, int status, std::chrono::steady_clock::time_point since);

  std::unique_ptr<Upstream> upstream_;
  Log log_;
  std::mutex guard_;
  std::condition_variable more_;
  std::deque<Job> jobs_;
  bool stopping_ = false;
  std::vector<std::thread> workers_;
};

}  // namespace server
