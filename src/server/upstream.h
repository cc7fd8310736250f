// The server the relay leads to: one call at a time for each thread, over connections that are used again.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "nexudus/http.h"
#include "server/allow_list.h"
#include "server/upstream_connection.h"

namespace server {

struct UpstreamOptions {
  UpstreamAddress address;
  /// A PEM file with certificate authorities trusted beside the system's; empty for none.
  std::string ca_file;
  /// For connecting, and from the request to the last byte of the reply. Less than what the editor waits.
  std::chrono::milliseconds connect_time{8'000};
  std::chrono::milliseconds reply_time{25'000};
  std::size_t largest_reply = 20'000'000;
};

class Upstream {
 public:
  /// The error is a sentence.
  [[nodiscard]] static tl::expected<std::unique_ptr<Upstream>, std::string> create(UpstreamOptions options);

  /// Sends a call and waits for its reply. `headers` go along as they are. A reply that redirects elsewhere is a failure.
  /// A read is sent once more if a connection used before turns out to be closed; a write never is.
  [[nodiscard]] UpstreamResult<nexudus::Response> send(const Call& call, const std::vector<nexudus::Header>& headers,
                                                       const std::string& body);

  /// Ends what goes on in other threads, and whatever is asked for later.
  void cancel() { cancelled_.set(); }

 private:
  struct Idle {
    UpstreamConnection connection;
    std::chrono::steady_clock::time_point since;
  };

  Upstream(UpstreamOptions options, TlsContext tls) : options_(std::move(options)), tls_(std::move(tls)) {}

  [[nodiscard]] UpstreamResult<nexudus::Response> send_on(UpstreamConnection connection, const std::string& message,
                                                          const Patience& patience);
  [[nodiscard]] std::optional<UpstreamConnection> take_idle();
  void keep(UpstreamConnection connection);

  UpstreamOptions options_;
  TlsContext tls_;
  Alarm cancelled_;
  std::mutex guard_;
  std::vector<Idle> idle_;
};

}  // namespace server
