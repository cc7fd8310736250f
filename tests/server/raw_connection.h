// A client that sends whatever bytes a test wants.
#pragma once

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <string>
#include <string_view>

#include "server/descriptor.h"

namespace server_test {

class RawConnection {
 public:
  explicit RawConnection(int port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = connect(socket_.number(), reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0;
  }

  [[nodiscard]] bool connected() const { return connected_; }

  /// Whether all could be sent.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t size = ::send(socket_.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (size <= 0) {
        return false;
      }
      bytes.remove_prefix(static_cast<std::size_t>(size));
    }
    return true;
  }

  /// What arrives up to and with `end`, or until the server closes the connection, or nothing arrives for ten seconds.
  [[nodiscard]] std::string read_until(std::string_view end) const {
    std::string text;
    std::array<char, 65'536> buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init)
    while (end.empty() || text.find(end) == std::string::npos) {
      pollfd polled{socket_.number(), POLLIN, 0};
      if (poll(&polled, 1, 10'000) <= 0) {
        return text + "(nothing more arrived)";
      }
      const ssize_t size = recv(socket_.number(), buffer.data(), buffer.size(), 0);
      if (size <= 0) {
        break;
      }
      text.append(buffer.data(), static_cast<std::size_t>(size));
    }
    return text;
  }

  /// What arrives until the server closes the connection.
  [[nodiscard]] std::string read_all() const { return read_until(""); }

 private:
  server::Descriptor socket_;
  bool connected_ = false;
};

}  // namespace server_test
