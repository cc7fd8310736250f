// Sockets and OpenSSL.
#include "server/upstream_connection.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace server {

namespace {

using namespace std::chrono_literals;

constexpr std::string_view check_address =
    " Check the address after --upstream and this machine's way to the internet.";

tl::unexpected<UpstreamFailure> fail(int status, std::string reason) {
  return tl::unexpected(UpstreamFailure{status, std::move(reason)});
}

std::string error_text(int number) { return std::generic_category().message(number); }

// Waits until the socket is ready. Nothing, or why it is not going to be.
enum class Wait { ready, too_late, cancelled };

Wait wait_for(int socket, short events, const Patience& patience) {
  while (true) {
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(patience.deadline - std::chrono::steady_clock::now());
    if (left <= 0ms) {
      return Wait::too_late;
    }
    std::array<pollfd, 2> polled{
        {{socket, events, 0}, {patience.cancelled != nullptr ? patience.cancelled->number() : -1, POLLIN, 0}}};
    const int ready = poll(polled.data(), polled.size(), static_cast<int>(left.count()));
    if (polled[1].revents != 0) {
      return Wait::cancelled;
    }
    if (ready > 0) {
      return Wait::ready;
    }
  }
}

bool is_ip_address(const std::string& host) {
  std::array<unsigned char, sizeof(in6_addr)> bytes{};
  return inet_pton(AF_INET, host.c_str(), bytes.data()) == 1 || inet_pton(AF_INET6, host.c_str(), bytes.data()) == 1;
}

using Addresses = std::unique_ptr<addrinfo, decltype(&freeaddrinfo)>;

// The resolver keeps to its own time limits (man 5 resolv.conf).
UpstreamResult<Addresses> resolve(const UpstreamAddress& address) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_NUMERICSERV | AI_ADDRCONFIG;
  if (is_ip_address(address.host)) {
    hints.ai_flags = AI_NUMERICSERV | AI_NUMERICHOST;
  }
  addrinfo* found = nullptr;
  const int error = getaddrinfo(address.host.c_str(), std::to_string(address.port).c_str(), &hints, &found);
  if (error == EAI_AGAIN) {
    return fail(502, "The relay cannot look up " + address.host +
                         ": no name server answers. Check this machine's DNS settings and its way to the internet.");
  }
  if (error != 0) {
    return fail(502, "The relay cannot find " + address.host + ": " + gai_strerror(error) +
                         ". Check the name after --upstream and this machine's DNS settings.");
  }
  return Addresses(found, freeaddrinfo);
}

// The error number; 0 if it is connected.
int connect_to(const addrinfo& address, Descriptor& socket, const Patience& patience, Wait& waited) {
  socket = Descriptor(::socket(address.ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  if (!socket.is_open()) {
    return errno;
  }
  if (connect(socket.number(), address.ai_addr, address.ai_addrlen) == 0) {
    return 0;
  }
  if (errno != EINPROGRESS) {
    return errno;
  }
  waited = wait_for(socket.number(), POLLOUT, patience);
  if (waited != Wait::ready) {
    return ETIMEDOUT;
  }
  int error = 0;
  socklen_t size = sizeof(error);
  getsockopt(socket.number(), SOL_SOCKET, SO_ERROR, &error, &size);
  return error;
}

UpstreamFailure given_up(Wait wait, const std::string& host) {
  if (wait == Wait::cancelled) {
    return {503, "The relay is being stopped."};
  }
  return {504, host + " did not answer the relay in time. Try again in a moment; if it goes on, check whether " + host +
                   " works and can be reached from this machine."};
}

UpstreamResult<Descriptor> connect(const UpstreamAddress& address, const Patience& patience) {
  const auto addresses = resolve(address);
  if (!addresses) {
    return tl::unexpected(addresses.error());
  }
  int error = 0;
  for (const addrinfo* one = addresses->get(); one != nullptr; one = one->ai_next) {
    // An address that does not answer leaves some time to the next.
    Patience share = patience;
    if (one->ai_next != nullptr) {
      const auto now = std::chrono::steady_clock::now();
      share.deadline =
          std::min(patience.deadline, now + std::max<std::chrono::nanoseconds>(patience.deadline - now, 0ns) / 3);
    }
    Descriptor socket;
    Wait waited = Wait::ready;
    error = connect_to(*one, socket, share, waited);
    if (error == 0) {
      const int yes = 1;
      setsockopt(socket.number(), IPPROTO_TCP, TCP_NODELAY, &yes, sizeof(yes));
      return socket;
    }
    if (waited == Wait::cancelled || (waited == Wait::too_late && one->ai_next == nullptr)) {
      return tl::unexpected(given_up(waited, address.host));
    }
  }
  return fail(502, "The relay cannot connect to " + address.host + ", port " + std::to_string(address.port) + ": " +
                       error_text(error) + "." + std::string(check_address));
}

}  // namespace

tl::expected<TlsContext, std::string> make_tls_context(const std::string& ca_file) {
  TlsContext context(SSL_CTX_new(TLS_client_method()));
  if (!context || SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION) != 1 ||
      SSL_CTX_set_default_verify_paths(context.get()) != 1) {
    return tl::unexpected(std::string("OpenSSL cannot be started, so there is no TLS for --upstream."));
  }
  if (!ca_file.empty() && SSL_CTX_load_verify_file(context.get(), ca_file.c_str()) != 1) {
    ERR_clear_error();
    return tl::unexpected("--upstream-ca: " + ca_file +
                          " cannot be read, or holds no certificate in PEM form (-----BEGIN CERTIFICATE-----).");
  }
  SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, nullptr);
  SSL_CTX_set_mode(context.get(), SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
  return context;
}

UpstreamResult<UpstreamConnection> UpstreamConnection::open(const UpstreamAddress& address, SSL_CTX* tls,
                                                            const Patience& patience) {
  auto socket = connect(address, patience);
  if (!socket) {
    return tl::unexpected(socket.error());
  }
  UpstreamConnection connection(std::move(*socket), address.host);
  if (address.tls) {
    const auto started = connection.start_tls(address, tls, patience);
    if (!started) {
      return tl::unexpected(started.error());
    }
  }
  return connection;
}

UpstreamResult<void> UpstreamConnection::start_tls(const UpstreamAddress& address, SSL_CTX* tls,
                                                   const Patience& patience) {
  ERR_clear_error();
  ssl_.reset(SSL_new(tls));
  if (!ssl_ || SSL_set_fd(ssl_.get(), socket_.number()) != 1) {
    return tl::unexpected(tls_failure());
  }
  // The name is checked as RFC 9525 asks for: against alternative names only, whole labels only.
  SSL_set_hostflags(ssl_.get(), X509_CHECK_FLAG_NEVER_CHECK_SUBJECT | X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
  const bool named = is_ip_address(address.host)
                         ? X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl_.get()), address.host.c_str()) == 1
                         : SSL_set1_host(ssl_.get(), address.host.c_str()) == 1 &&
                               SSL_set_tlsext_host_name(ssl_.get(), address.host.c_str()) == 1;
  if (!named) {
    return tl::unexpected(tls_failure());
  }
  while (true) {
    ERR_clear_error();
    const int result = SSL_connect(ssl_.get());
    if (result == 1) {
      return {};
    }
    const int error = SSL_get_error(ssl_.get(), result);
    if (error != SSL_ERROR_WANT_READ && error != SSL_ERROR_WANT_WRITE) {
      return tl::unexpected(tls_failure());
    }
    if (auto ready = wait(error == SSL_ERROR_WANT_READ ? POLLIN : POLLOUT, patience); !ready) {
      return ready;
    }
  }
}

UpstreamResult<void> UpstreamConnection::wait(short events, const Patience& patience) const {
  const Wait waited = wait_for(socket_.number(), events, patience);
  if (waited != Wait::ready) {
    return tl::unexpected(given_up(waited, host_));
  }
  return {};
}

UpstreamFailure UpstreamConnection::tls_failure() const {
  const long verified = ssl_ ? SSL_get_verify_result(ssl_.get()) : X509_V_OK;
  if (verified != X509_V_OK) {
    return {502, "The relay does not trust the certificate of " + host_ + ": " +
                     X509_verify_cert_error_string(verified) +
                     ". Nothing was sent. Check the address after --upstream and this machine's clock; a certificate "
                     "authority of your own is named with --upstream-ca."};
  }
  const unsigned long error = ERR_peek_last_error();
  const char* const text = error != 0 ? ERR_reason_error_string(error) : nullptr;
  return {502, "The relay cannot agree on TLS with " + host_ + (text != nullptr ? ": " + std::string(text) : "") +
                   ". Nothing was sent. Check that the port after --upstream speaks HTTPS, TLS 1.2 or newer."};
}

UpstreamFailure UpstreamConnection::broken() const {
  return {502, host_ +
                   " ended the connection before its answer was complete. If this was a change, look whether it "
                   "was made before you try again."};
}

UpstreamResult<void> UpstreamConnection::write(std::string_view bytes, const Patience& patience) {
  while (!bytes.empty()) {
    short wanted = POLLOUT;
    ssize_t size = -1;
    if (ssl_) {
      ERR_clear_error();
      size = SSL_write(ssl_.get(), bytes.data(), static_cast<int>(bytes.size()));
      const int error = size > 0 ? SSL_ERROR_NONE : SSL_get_error(ssl_.get(), static_cast<int>(size));
      if (error != SSL_ERROR_NONE && error != SSL_ERROR_WANT_READ && error != SSL_ERROR_WANT_WRITE) {
        return tl::unexpected(broken());
      }
      wanted = error == SSL_ERROR_WANT_READ ? POLLIN : POLLOUT;
    } else {
      size = send(socket_.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (size < 0 && errno != EAGAIN && errno != EINTR) {
        return tl::unexpected(broken());
      }
    }
    if (size > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(size));
    } else if (auto ready = wait(wanted, patience); !ready) {
      return ready;
    }
  }
  return {};
}

UpstreamResult<std::size_t> UpstreamConnection::read(std::span<char> buffer, const Patience& patience) {
  while (true) {
    short wanted = POLLIN;
    if (ssl_) {
      ERR_clear_error();
      const int size = SSL_read(ssl_.get(), buffer.data(), static_cast<int>(buffer.size()));
      if (size > 0) {
        return static_cast<std::size_t>(size);
      }
      const int error = SSL_get_error(ssl_.get(), size);
      if (error == SSL_ERROR_ZERO_RETURN) {
        return std::size_t{0};
      }
      if (error != SSL_ERROR_WANT_READ && error != SSL_ERROR_WANT_WRITE) {
        return tl::unexpected(broken());
      }
      wanted = error == SSL_ERROR_WANT_WRITE ? POLLOUT : POLLIN;
    } else {
      const ssize_t size = recv(socket_.number(), buffer.data(), buffer.size(), 0);
      if (size >= 0) {
        return static_cast<std::size_t>(size);
      }
      if (errno != EAGAIN && errno != EINTR) {
        return tl::unexpected(broken());
      }
    }
    if (auto ready = wait(wanted, patience); !ready) {
      return tl::unexpected(ready.error());
    }
  }
}

bool UpstreamConnection::is_quiet() const {
  pollfd polled{socket_.number(), POLLIN, 0};
  return poll(&polled, 1, 0) == 0 && (!ssl_ || SSL_pending(ssl_.get()) == 0);
}

}  // namespace server
