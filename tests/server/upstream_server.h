// Servers for the relay to lead to: a sandbox that speaks TLS, and one that sends whatever bytes a test wants.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <httplib.h>

#include "certificates.h"
#include "sandbox/controlled_sandbox.h"
#include "server/descriptor.h"

namespace server_test {

/// A sandbox of Nexudus below /api, over TLS.
class TlsSandbox {
 public:
  explicit TlsSandbox(const Identity& identity)
      : http_(identity.certificate.get(), identity.key.get()), sandbox_([] {
          sandbox::Options options;
          options.limits = false;
          return options;
        }()) {
    const auto handler = [this](const httplib::Request& received, httplib::Response& out) { answer(received, out); };
    http_.Get(".*", handler).Post(".*", handler).Put(".*", handler).Delete(".*", handler);
    // Read by every connection; so long that no test waits for it.
    http_.set_keep_alive_max_count(1'000);
    http_.new_task_queue = [] { return new httplib::ThreadPool(8); };
    port_ = http_.bind_to_any_port("127.0.0.1");
    thread_ = std::thread([this] { http_.listen_after_bind(); });
    while (!http_.is_running()) {
      std::this_thread::yield();
    }
  }
  ~TlsSandbox() {
    http_.stop();
    thread_.join();
  }
  TlsSandbox(const TlsSandbox&) = delete;
  TlsSandbox& operator=(const TlsSandbox&) = delete;

  [[nodiscard]] int port() const { return port_; }

  /// The last request that arrived.
  [[nodiscard]] httplib::Request last() const {
    const std::lock_guard lock(guard_);
    return last_;
  }
  /// From which ports the requests came.
  [[nodiscard]] std::vector<int> ports() const {
    const std::lock_guard lock(guard_);
    return ports_;
  }
  /// Added to every answer.
  void add_header(const std::string& name, const std::string& value) { more_headers_.emplace(name, value); }

 private:
  void answer(const httplib::Request& received, httplib::Response& out) {
    const std::lock_guard lock(guard_);
    last_ = received;
    ports_.push_back(received.remote_port);
    nexudus::Request request{
        nexudus::Method::get, received.target.substr(std::string("/api").size()), {}, received.body};
    for (const nexudus::Method method : {nexudus::Method::post, nexudus::Method::put, nexudus::Method::delete_}) {
      request.method = nexudus::to_string(method) == received.method ? method : request.method;
    }
    for (const auto& [name, value] : received.headers) {
      request.headers.push_back({name, value});
    }
    const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    const nexudus::Response response = sandbox_.handle(request, now).response;
    out.status = response.status;
    out.headers = more_headers_;
    for (const auto& [name, value] : response.headers) {
      if (name != "Content-Type") {
        out.set_header(name, value);
      }
    }
    out.set_content(response.body,
                    std::string(nexudus::find_header(response.headers, "Content-Type").value_or("text/plain")));
  }

  httplib::SSLServer http_;
  int port_ = 0;
  mutable std::mutex guard_;
  sandbox::ControlledSandbox sandbox_;
  httplib::Request last_;
  std::vector<int> ports_;
  httplib::Headers more_headers_;
  std::thread thread_;
};

/// A server without TLS that, once a request has begun to arrive, calls `answer` with the connection.
class ByteServer {
 public:
  using Answer = std::function<void(int socket)>;

  explicit ByteServer(Answer answer)
      : answer_(std::move(answer)), listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    EXPECT_EQ(bind(listener_.number(), reinterpret_cast<const sockaddr*>(&address), size), 0);
    EXPECT_EQ(listen(listener_.number(), 16), 0);
    getsockname(listener_.number(), reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ~ByteServer() {
    shutdown(listener_.number(), SHUT_RDWR);
    thread_.join();
  }
  ByteServer(const ByteServer&) = delete;
  ByteServer& operator=(const ByteServer&) = delete;

  [[nodiscard]] int port() const { return port_; }

 private:
  void serve() {
    while (true) {
      const server::Descriptor client(accept(listener_.number(), nullptr, nullptr));
      if (!client.is_open()) {
        return;
      }
      char first = 0;
      if (recv(client.number(), &first, 1, 0) == 1) {
        answer_(client.number());
      }
      // All of the request is read, since unread bytes would take the reply with them.
      shutdown(client.number(), SHUT_WR);
      std::array<char, 4'096> rest{};
      while (recv(client.number(), rest.data(), rest.size(), 0) > 0) {
      }
    }
  }

  Answer answer_;
  server::Descriptor listener_;
  int port_ = 0;
  std::thread thread_;
};

}  // namespace server_test
