// Routes requests to the folder, the sandbox and its controls.
#include "server/server.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

#include <httplib.h>

#include "sandbox/controlled_sandbox.h"
#include "server/static_files.h"
#include "server/store.h"

namespace server {

namespace {

// A kept-alive connection holds a thread, and a browser opens six.
constexpr std::size_t thread_count = 64;
constexpr std::size_t requests_per_connection = 1'000'000;
constexpr std::size_t largest_body = 10'000'000;
// How long a connection may be idle; stopping the server waits that long for idle ones.
constexpr int keep_alive_seconds = 2;

sandbox::Moment now() { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

// What follows a prefix such as "/api" in a target, beginning with '/'; nothing if the target is elsewhere.
std::optional<std::string> below(const std::string& target, std::string_view prefix) {
  if (!target.starts_with(prefix)) {
    return std::nullopt;
  }
  std::string rest = target.substr(prefix.size());
  if (rest.empty() || rest.front() == '?') {
    rest.insert(0, "/");
  }
  return rest.front() == '/' ? std::optional(std::move(rest)) : std::nullopt;
}

std::optional<nexudus::Method> method_of(const std::string& name) {
  if (name == "GET" || name == "HEAD") {
    return nexudus::Method::get;
  }
  if (name == "POST") {
    return nexudus::Method::post;
  }
  if (name == "PUT") {
    return nexudus::Method::put;
  }
  if (name == "DELETE") {
    return nexudus::Method::delete_;
  }
  return std::nullopt;
}

nexudus::Request to_request(const httplib::Request& received, nexudus::Method method, std::string target) {
  nexudus::Request request{method, std::move(target), {}, received.body};
  for (const auto& [name, value] : received.headers) {
    // Not sent by anybody: cpp-httplib's own.
    if (name != "REMOTE_ADDR" && name != "REMOTE_PORT" && name != "LOCAL_ADDR" && name != "LOCAL_PORT") {
      request.headers.push_back({name, value});
    }
  }
  return request;
}

void send(httplib::Response& out, nexudus::Response response) {
  out.status = response.status;
  std::string type;
  for (const nexudus::Header& header : common_headers()) {
    out.set_header(header.name, header.value);
  }
  for (const nexudus::Header& header : response.headers) {
    if (header.name == "Content-Type") {
      type = header.value;
    } else {
      out.set_header(header.name, header.value);
    }
  }
  if (response.body.empty()) {
    if (!type.empty()) {
      out.set_header("Content-Type", type);
    }
    return;
  }
  // A provider rather than a body: a body would be compressed anew, and slowly, for each request.
  const std::size_t size = response.body.size();
  out.set_content_provider(size, type,
                           [body = std::move(response.body)](std::size_t offset, std::size_t length, auto& sink) {
                             return sink.write(body.data() + offset, length);
                           });
}

// Promises a body and closes the connection instead. Without any answer a browser would quietly ask again.
void send_nothing(httplib::Response& out) {
  out.status = 200;
  out.set_content_provider(1'000, "application/json",
                           [](std::size_t, std::size_t, httplib::DataSink&) { return false; });
}

// Not cpp-httplib's options: those let two programs share one port.
void set_socket_options(socket_t socket) {
  const int yes = 1;
  setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
}

}  // namespace

struct Server::Implementation {
  explicit Implementation(Options wanted) : options(std::move(wanted)), sandbox(options.sandbox) {}

  void answer(const httplib::Request& received, httplib::Response& out);
  void answer_api(const nexudus::Request& request, httplib::Response& out);
  nexudus::Response answer_file(const httplib::Request& received);
  /// Call with `guard` held.
  void save();
  void wait(std::chrono::milliseconds delay);
  tl::expected<void, std::string> open_store(const std::string& file);

  Options options;
  httplib::Server http;
  int port = 0;

  std::mutex guard;
  sandbox::ControlledSandbox sandbox;
  std::optional<Store> store;
  std::uint64_t saved_revision = 0;

  std::mutex stop_guard;
  std::condition_variable stop_asked;
  bool stopping = false;
};

void Server::Implementation::answer(const httplib::Request& received, httplib::Response& out) {
  const auto method = method_of(received.method);
  if (!method) {
    send(out, {405, {{"Content-Type", "text/plain; charset=utf-8"}}, "This method is not used here.\n"});
    return;
  }
  if (auto target = below(received.target, "/api")) {
    answer_api(to_request(received, *method, std::move(*target)), out);
    return;
  }
  if (auto target = below(received.target, "/sandbox")) {
    const nexudus::Request request = to_request(received, *method, std::move(*target));
    const std::lock_guard lock(guard);
    nexudus::Response response = sandbox.control(request, now());
    response.headers.push_back({"Cache-Control", "no-store"});
    save();
    send(out, std::move(response));
    return;
  }
  send(out,
       *method == nexudus::Method::get ? answer_file(received) : nexudus::Response{405, {{"Allow", "GET, HEAD"}}, ""});
}

void Server::Implementation::answer_api(const nexudus::Request& request, httplib::Response& out) {
  sandbox::Outcome outcome;
  {
    const std::lock_guard lock(guard);
    outcome = sandbox.handle(request, now());
    save();
  }
  wait(options.latency + outcome.delay);
  if (outcome.drop) {
    send_nothing(out);
    return;
  }
  outcome.response.headers.push_back({"Cache-Control", "no-store"});
  send(out, std::move(outcome.response));
  // The API's own server sends no such header; with it a page elsewhere could not tell "not allowed" from "not there".
  out.headers.erase("Cross-Origin-Resource-Policy");
}

nexudus::Response Server::Implementation::answer_file(const httplib::Request& received) {
  const std::string accept_encoding = received.get_header_value("Accept-Encoding");
  const std::string if_none_match = received.get_header_value("If-None-Match");
  for (const Mount& mount : options.also) {
    if (received.path == mount.path) {
      return {301, {{"Location", mount.path + "/"}}, ""};
    }
    if (const auto path = below(received.path, mount.path)) {
      return serve_file(mount.folder, {*path, accept_encoding, if_none_match});
    }
  }
  return serve_file(options.root, {received.path, accept_encoding, if_none_match});
}

void Server::Implementation::save() {
  if (!store || sandbox.revision() == saved_revision) {
    return;
  }
  if (store->save(sandbox.snapshot())) {
    saved_revision = sandbox.revision();
  } else {
    std::fprintf(stderr, "The data file %s cannot be written; the sandbox goes on without it for now.\n",
                 options.data_file->c_str());
  }
}

void Server::Implementation::wait(std::chrono::milliseconds delay) {
  std::unique_lock lock(stop_guard);
  stop_asked.wait_for(lock, delay, [&] { return stopping; });
}

tl::expected<void, std::string> Server::Implementation::open_store(const std::string& file) {
  auto opened = Store::open(file);
  if (!opened) {
    return tl::unexpected(opened.error());
  }
  const auto stored = opened->load();
  if (!stored) {
    return tl::unexpected(stored.error());
  }
  if (*stored && !sandbox.restore(**stored)) {
    return tl::unexpected("The data file " + file +
                          " holds no state this version of the sandbox can read. Choose another with --data FILE, or "
                          "remove it to begin anew.");
  }
  store = std::move(*opened);
  saved_revision = sandbox.revision();
  return {};
}

Server::Server(std::unique_ptr<Implementation> implementation) : implementation_(std::move(implementation)) {}

Server::~Server() { stop(); }

tl::expected<std::unique_ptr<Server>, std::string> Server::create(const Options& options) {
  auto implementation = std::make_unique<Implementation>(options);
  for (const sandbox::Fault& fault : options.faults) {
    implementation->sandbox.add_fault(fault);
  }
  if (options.data_file) {
    const auto opened = implementation->open_store(*options.data_file);
    if (!opened) {
      return tl::unexpected(opened.error());
    }
  }
  httplib::Server& http = implementation->http;
  http.new_task_queue = [] { return new httplib::ThreadPool(thread_count); };
  http.set_keep_alive_max_count(options.keep_alive ? requests_per_connection : 1);
  http.set_keep_alive_timeout(keep_alive_seconds);
  http.set_payload_max_length(largest_body);
  http.set_tcp_nodelay(true);
  http.set_socket_options(set_socket_options);
  const auto handler = [raw = implementation.get()](const httplib::Request& received, httplib::Response& out) {
    raw->answer(received, out);
  };
  http.Get(".*", handler).Post(".*", handler).Put(".*", handler).Delete(".*", handler);
  http.Patch(".*", handler).Options(".*", handler);

  const bool any = options.port == 0;
  implementation->port = any                                             ? http.bind_to_any_port(options.host)
                         : http.bind_to_port(options.host, options.port) ? options.port
                                                                         : -1;
  if (implementation->port < 0) {
    return tl::unexpected("Cannot listen on " + options.host + ", port " + std::to_string(options.port) +
                          ": perhaps another program does. Choose another port with --port N.");
  }
  return std::unique_ptr<Server>(new Server(std::move(implementation)));
}

int Server::port() const { return implementation_->port; }

bool Server::run() { return implementation_->http.listen_after_bind(); }

void Server::stop() {
  {
    const std::lock_guard lock(implementation_->stop_guard);
    implementation_->stopping = true;
  }
  implementation_->stop_asked.notify_all();
  implementation_->http.stop();
}

}  // namespace server
