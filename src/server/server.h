// The program's HTTP side on one port: the built folder, and the sandbox's API and its controls or a relay.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "sandbox/fault.h"
#include "sandbox/sandbox.h"
#include "server/http_server.h"
#include "server/relay.h"
#include "server/upstream.h"

namespace server {

/// A folder served under a path, e.g. "tests/bench/plain" at "/plain".
struct Mount {
  std::string folder;
  std::string path;
};

struct Options {
  std::string host = "127.0.0.1";
  /// 0 for any that is free.
  int port = 8080;
  /// What is served at "/". The API is at "/api", the sandbox's controls at "/sandbox" if there is one.
  std::string root = "dist";
  std::vector<Mount> also;
  /// Origins that the page may call beside its own.
  std::vector<std::string> connect;
  /// An SQLite file that keeps the sandbox's state over restarts.
  std::optional<std::string> data_file;
  sandbox::Options sandbox;
  /// Every answer of the API comes this much later.
  std::chrono::milliseconds latency{0};
  /// Whether a connection serves more than one request.
  bool keep_alive = true;
  std::vector<sandbox::Fault> faults;
  /// A relay to a real Nexudus instead of the sandbox.
  std::optional<UpstreamOptions> upstream;
  /// Takes what the relay logs.
  Log log;
  Limits limits;
};

class Server {
 public:
  /// Opens the data file and the port. The error is a sentence for the person who started the program.
  [[nodiscard]] static tl::expected<std::unique_ptr<Server>, std::string> create(const Options& options);

  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// The port it listens on.
  [[nodiscard]] int port() const;

  /// Answers requests until stop() is called from another thread. False if listening failed.
  bool run();
  void stop();

 private:
  struct Implementation;
  explicit Server(std::unique_ptr<Implementation> implementation);
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace server
