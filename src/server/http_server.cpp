// Waiting for all connections, and bringing answers back to them.
#include "server/http_server.h"

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "server/connection.h"
#include "server/descriptor.h"
#include "server/static_files.h"

namespace server {

namespace {

using namespace std::chrono_literals;

using Number = std::uint64_t;

// Answers on their way to the thread that serves.
struct Outbox {
  std::mutex guard;
  std::vector<std::pair<Number, Reply>> replies;
  Alarm alarm;

  void put(Number connection, Reply reply) {
    {
      const std::lock_guard lock(guard);
      replies.emplace_back(connection, std::move(reply));
    }
    alarm.set();
  }
  std::vector<std::pair<Number, Reply>> take() {
    alarm.clear();
    const std::lock_guard lock(guard);
    return std::exchange(replies, {});
  }
};

// Files and other sockets need some too.
constexpr rlim_t spare_descriptors = 64;

// Asks the system for as many descriptors as `connections` need; how many connections there may be.
std::size_t connections_allowed(std::size_t connections) {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) {
    return connections;
  }
  const rlim_t wanted = connections + spare_descriptors;
  if (limit.rlim_cur < wanted) {
    limit.rlim_cur = std::min(wanted, limit.rlim_max);
    setrlimit(RLIMIT_NOFILE, &limit);
  }
  return limit.rlim_cur >= wanted ? connections
                                  : std::max<rlim_t>(limit.rlim_cur, spare_descriptors * 2) - spare_descriptors;
}

Descriptor listening_socket(const addrinfo& address) {
  Descriptor socket(::socket(address.ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  const int yes = 1;
  // No SO_REUSEPORT: that lets two programs share one port.
  setsockopt(socket.number(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
  if (!socket.is_open() || bind(socket.number(), address.ai_addr, address.ai_addrlen) != 0 ||
      ::listen(socket.number(), SOMAXCONN) != 0) {
    return {};
  }
  return socket;
}

Descriptor listening_socket(const std::string& host, int port) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
  addrinfo* found = nullptr;
  if (getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found) != 0) {
    return {};
  }
  const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> addresses(found, freeaddrinfo);
  for (const addrinfo* address = found; address != nullptr; address = address->ai_next) {
    Descriptor socket = listening_socket(*address);
    if (socket.is_open()) {
      return socket;
    }
  }
  return {};
}

int port_of(int socket) {
  sockaddr_in6 address{};
  socklen_t size = sizeof(address);
  // The port is at the same place for both families.
  getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
  return ntohs(address.sin6_port);
}

}  // namespace

nexudus::Response refusal(int status, std::string_view reason) {
  const nlohmann::json body{{"Message", reason}};
  nexudus::Response response{status,
                             {{"Content-Type", "application/json; charset=utf-8"}, {"Cache-Control", "no-store"}},
                             body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)};
  response.headers.insert(response.headers.end(), common_headers().begin(), common_headers().end());
  return response;
}

struct HttpServer::Implementation {
  Implementation(Descriptor socket, const Limits& wanted, Handler handle)
      : listener(std::move(socket)), limits(wanted), handler(std::move(handle)) {}

  void accept_all(Clock::time_point now);
  bool accept_one(Clock::time_point now);
  void make_room();
  void hand_over(Number number, std::optional<IncomingRequest> request);
  void deliver(Clock::time_point now);
  void wait();
  void go_on(Clock::time_point now);
  [[nodiscard]] int time_left(Clock::time_point now) const;
  [[nodiscard]] std::size_t bytes_held() const;

  Descriptor listener;
  Limits limits;
  Handler handler;
  std::shared_ptr<Outbox> outbox = std::make_shared<Outbox>();
  std::atomic<bool> stopping = false;
  bool failed = false;
  Clock::time_point accept_again = Clock::time_point::min();

  Number last_number = 0;
  std::map<Number, Connection> connections;
  std::vector<pollfd> polled;
  std::vector<Number> polled_numbers;
};

// When all places are taken, one goes that waits for a client's next request.
void HttpServer::Implementation::make_room() {
  const auto idle = std::min_element(connections.begin(), connections.end(), [](const auto& one, const auto& other) {
    return std::pair(!one.second.is_idle(), one.second.deadline()) <
           std::pair(!other.second.is_idle(), other.second.deadline());
  });
  if (idle != connections.end() && idle->second.is_idle()) {
    connections.erase(idle);
  }
}

bool HttpServer::Implementation::accept_one(Clock::time_point now) {
  Descriptor socket(accept4(listener.number(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
  if (!socket.is_open()) {
    if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) {
      accept_again = now + 100ms;
    } else if (errno == EBADF || errno == EINVAL || errno == ENOTSOCK) {
      failed = true;
    }
    return false;
  }
  const int yes = 1;
  setsockopt(socket.number(), IPPROTO_TCP, TCP_NODELAY, &yes, sizeof(yes));
  if (connections.size() >= limits.connections) {
    make_room();
  }
  const bool full = connections.size() >= limits.connections + spare_descriptors / 2;
  if (full) {
    return true;
  }
  Connection connection(std::move(socket), limits, now);
  if (connections.size() >= limits.connections) {
    connection.refuse({503, "Too many connections are open. Try again in a moment."}, now);
  }
  connections.emplace(++last_number, std::move(connection));
  return true;
}

void HttpServer::Implementation::accept_all(Clock::time_point now) {
  constexpr int most_at_once = 64;
  for (int count = 0; count < most_at_once && accept_one(now); ++count) {
  }
}

void HttpServer::Implementation::hand_over(Number number, std::optional<IncomingRequest> request) {
  if (request) {
    handler(std::move(*request), [box = outbox, number](Reply reply) { box->put(number, std::move(reply)); });
  }
}

void HttpServer::Implementation::deliver(Clock::time_point now) {
  for (auto& [number, reply] : outbox->take()) {
    const auto found = connections.find(number);
    if (found != connections.end()) {
      hand_over(number, found->second.answer(reply, now));
    }
  }
}

int HttpServer::Implementation::time_left(Clock::time_point now) const {
  auto next = now + 60s;
  for (const auto& [number, connection] : connections) {
    next = std::min(next, connection.deadline());
  }
  if (accept_again > now) {
    next = std::min(next, accept_again);
  }
  return static_cast<int>(std::max(0ms, std::chrono::ceil<std::chrono::milliseconds>(next - now)).count());
}

std::size_t HttpServer::Implementation::bytes_held() const {
  std::size_t size = 0;
  for (const auto& [number, connection] : connections) {
    size += connection.size();
  }
  return size;
}

void HttpServer::Implementation::wait() {
  const auto now = Clock::now();
  polled.clear();
  polled_numbers.clear();
  polled.push_back({outbox->alarm.number(), POLLIN, 0});
  polled.push_back({accept_again > now ? -1 : listener.number(), POLLIN, 0});
  for (const auto& [number, connection] : connections) {
    polled.push_back({connection.socket(), connection.wanted(), 0});
    polled_numbers.push_back(number);
  }
  poll(polled.data(), polled.size(), time_left(now));
}

void HttpServer::Implementation::go_on(Clock::time_point now) {
  for (std::size_t i = 0; i < polled_numbers.size(); ++i) {
    const auto found = connections.find(polled_numbers[i]);
    if (found == connections.end()) {
      continue;
    }
    Connection& connection = found->second;
    if (const short ready = polled[i + 2].revents; ready != 0) {
      hand_over(found->first, connection.proceed(ready, now));
    }
    if (!connection.is_over() && connection.deadline() <= now) {
      connection.expire(now);
    }
    if (connection.is_over()) {
      connections.erase(found);
    }
  }
  if (bytes_held() > limits.all_requests) {
    const auto largest =
        std::max_element(connections.begin(), connections.end(),
                         [](const auto& one, const auto& other) { return one.second.size() < other.second.size(); });
    largest->second.refuse({503, "Too much is being sent here at once. Try again in a moment."}, now);
  }
}

HttpServer::HttpServer(std::unique_ptr<Implementation> implementation) : implementation_(std::move(implementation)) {}

HttpServer::~HttpServer() = default;

tl::expected<std::unique_ptr<HttpServer>, std::string> HttpServer::listen(const std::string& host, int port,
                                                                          const Limits& limits, Handler handler) {
  Descriptor socket = listening_socket(host, port);
  if (!socket.is_open()) {
    return tl::unexpected("Cannot listen on " + host + ", port " + std::to_string(port) +
                          ": perhaps another program does. Choose another port with --port N.");
  }
  Limits possible = limits;
  possible.connections = connections_allowed(limits.connections);
  return std::unique_ptr<HttpServer>(
      new HttpServer(std::make_unique<Implementation>(std::move(socket), possible, std::move(handler))));
}

int HttpServer::port() const { return port_of(implementation_->listener.number()); }

bool HttpServer::run() {
  Implementation& all = *implementation_;
  while (!all.stopping && !all.failed) {
    all.wait();
    const auto now = Clock::now();
    all.go_on(now);
    all.deliver(now);
    if (all.polled[1].revents != 0) {
      all.accept_all(now);
    }
  }
  all.connections.clear();
  return !all.failed;
}

void HttpServer::stop() {
  implementation_->stopping = true;
  implementation_->outbox->alarm.set();
}

}  // namespace server
