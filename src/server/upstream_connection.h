// A connection to the upstream server, in the clear or with TLS. Nothing takes longer than its deadline.
#pragma once

#include <openssl/ssl.h>

#include <chrono>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "server/descriptor.h"
#include "server/upstream_address.h"

namespace server {

/// Why there is no reply: 502 or 504 (RFC 9110, section 15.6), and a sentence or two for the person who runs the relay.
struct UpstreamFailure {
  int status = 502;
  std::string reason;
  /// Whether a connection that had been used before was found to be closed: then a new one may do better.
  bool stale = false;
};

template <typename T>
using UpstreamResult = tl::expected<T, UpstreamFailure>;

/// When to give up: at a time, or once another thread asks for it.
struct Patience {
  std::chrono::steady_clock::time_point deadline;
  const Alarm* cancelled = nullptr;
};

struct FreeTlsContext {
  void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
};
using TlsContext = std::unique_ptr<SSL_CTX, FreeTlsContext>;

/// TLS 1.2 or newer that trusts the system's certificate authorities and those in the PEM file `ca_file`, if that is
/// named. The error is a sentence.
[[nodiscard]] tl::expected<TlsContext, std::string> make_tls_context(const std::string& ca_file);

class UpstreamConnection {
 public:
  /// Connects, and checks the certificate and the name in it. `tls` may be null for an address without TLS.
  [[nodiscard]] static UpstreamResult<UpstreamConnection> open(const UpstreamAddress& address, SSL_CTX* tls,
                                                               const Patience& patience);

  [[nodiscard]] UpstreamResult<void> write(std::string_view bytes, const Patience& patience);
  /// How many bytes were read; 0 once the server has closed the connection.
  [[nodiscard]] UpstreamResult<std::size_t> read(std::span<char> buffer, const Patience& patience);

  /// Whether it is open and nothing arrives that nobody asked for.
  [[nodiscard]] bool is_quiet() const;

 private:
  struct FreeSsl {
    void operator()(SSL* ssl) const { SSL_free(ssl); }
  };

  UpstreamConnection(Descriptor socket, std::string host) : socket_(std::move(socket)), host_(std::move(host)) {}

  [[nodiscard]] UpstreamResult<void> start_tls(const UpstreamAddress& address, SSL_CTX* tls, const Patience& patience);
  [[nodiscard]] UpstreamResult<void> wait(short events, const Patience& patience) const;
  [[nodiscard]] UpstreamFailure tls_failure() const;
  [[nodiscard]] UpstreamFailure broken() const;

  Descriptor socket_;
  std::string host_;
  std::unique_ptr<SSL, FreeSsl> ssl_;
};

}  // namespace server
