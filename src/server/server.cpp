// Routes requests to the folder, and to the sandbox and its controls or the relay.
#include "server/server.h"

#include <cstdio>
#include <string_view>
#include <utility>

#include "sandbox/controlled_sandbox.h"
#include "server/static_files.h"
#include "server/store.h"

namespace server {

namespace {

sandbox::Moment now() { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

// What follows a prefix such as "/api" in a path, beginning with '/'; nothing if the path is elsewhere.
std::optional<std::string> below(std::string_view path, std::string_view prefix) {
  if (!path.starts_with(prefix)) {
    return std::nullopt;
  }
  path.remove_prefix(prefix.size());
  if (!path.empty() && path.front() != '/') {
    return std::nullopt;
  }
  return path.empty() ? "/" : std::string(path);
}

std::optional<nexudus::Method> method_of(std::string_view name) {
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

nexudus::Request to_request(IncomingRequest received, nexudus::Method method, const std::string& path) {
  const std::string& query = received.target.query;
  return {method, path + (query.empty() ? "" : "?" + query), std::move(received.head.headers),
          std::move(received.body)};
}

void add_common_headers(nexudus::Response& response) {
  response.headers.insert(response.headers.begin(), common_headers().begin(), common_headers().end());
}

std::string header_of(const IncomingRequest& request, std::string_view name) {
  return std::string(nexudus::find_header(request.head.headers, name).value_or(""));
}

}  // namespace

struct Server::Implementation {
  explicit Implementation(Options wanted) : options(std::move(wanted)), sandbox(options.sandbox) {}

  void answer(IncomingRequest received, const Answer& answer);
  [[nodiscard]] Reply answer_api(const nexudus::Request& request);
  [[nodiscard]] Reply answer_controls(const nexudus::Request& request);
  [[nodiscard]] nexudus::Response answer_file(const IncomingRequest& received) const;
  void save();
  [[nodiscard]] tl::expected<void, std::string> open_store(const std::string& file);
  [[nodiscard]] tl::expected<void, std::string> open_relay();

  Options options;
  sandbox::ControlledSandbox sandbox;
  std::optional<Store> store;
  std::uint64_t saved_revision = 0;
  std::unique_ptr<Relay> relay;
  /// Last, so that it ends first.
  std::unique_ptr<HttpServer> http;
};

void Server::Implementation::answer(IncomingRequest received, const Answer& answer) {
  const std::string path = received.target.path;
  const auto api = below(path, "/api");
  if (api && relay) {
    relay->handle(std::move(received), *api, answer);
    return;
  }
  const auto method = method_of(received.head.method);
  const auto controls = below(path, "/sandbox");
  Reply reply;
  if (!method) {
    reply.response = {405, {{"Content-Type", "text/plain; charset=utf-8"}}, "This method is not used here.\n"};
    add_common_headers(reply.response);
  } else if (api) {
    reply = answer_api(to_request(std::move(received), *method, *api));
  } else if (controls && !relay) {
    reply = answer_controls(to_request(std::move(received), *method, *controls));
  } else {
    reply.response =
        *method == nexudus::Method::get ? answer_file(received) : nexudus::Response{405, {{"Allow", "GET, HEAD"}}, ""};
    add_common_headers(reply.response);
  }
  if (!options.keep_alive) {
    reply.response.headers.push_back({"Connection", "close"});
  }
  answer(std::move(reply));
}

Reply Server::Implementation::answer_api(const nexudus::Request& request) {
  sandbox::Outcome outcome = sandbox.handle(request, now());
  save();
  // Without Cross-Origin-Resource-Policy, which the API's own server does not send either: with it a page elsewhere
  // could not tell "not allowed" from "not there".
  for (const nexudus::Header& header : common_headers()) {
    if (header.name != "Cross-Origin-Resource-Policy") {
      outcome.response.headers.push_back(header);
    }
  }
  outcome.response.headers.push_back({"Cache-Control", "no-store"});
  return {std::move(outcome.response), options.latency + outcome.delay, outcome.drop};
}

Reply Server::Implementation::answer_controls(const nexudus::Request& request) {
  nexudus::Response response = sandbox.control(request, now());
  save();
  add_common_headers(response);
  response.headers.push_back({"Cache-Control", "no-store"});
  return {std::move(response)};
}

nexudus::Response Server::Implementation::answer_file(const IncomingRequest& received) const {
  const std::string& path = received.target.path;
  const std::string accept_encoding = header_of(received, "Accept-Encoding");
  const std::string if_none_match = header_of(received, "If-None-Match");
  for (const Mount& mount : options.also) {
    if (path == mount.path) {
      return {301, {{"Location", mount.path + "/"}}, ""};
    }
    if (const auto rest = below(path, mount.path)) {
      return serve_file(mount.folder, {*rest, accept_encoding, if_none_match, options.connect});
    }
  }
  return serve_file(options.root, {path, accept_encoding, if_none_match, options.connect});
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

tl::expected<void, std::string> Server::Implementation::open_relay() {
  auto upstream = Upstream::create(*options.upstream);
  if (!upstream) {
    return tl::unexpected(upstream.error());
  }
  const auto to_stderr = [](std::string_view line) {
    std::fprintf(stderr, "%.*s\n", static_cast<int>(line.size()), line.data());
  };
  relay = std::make_unique<Relay>(std::move(*upstream), options.log ? options.log : to_stderr);
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
    if (const auto opened = implementation->open_store(*options.data_file); !opened) {
      return tl::unexpected(opened.error());
    }
  }
  if (options.upstream) {
    if (const auto opened = implementation->open_relay(); !opened) {
      return tl::unexpected(opened.error());
    }
  }
  auto http = HttpServer::listen(options.host, options.port, options.limits,
                                 [raw = implementation.get()](IncomingRequest received, const Answer& answer) {
                                   raw->answer(std::move(received), answer);
                                 });
  if (!http) {
    return tl::unexpected(http.error());
  }
  implementation->http = std::move(*http);
  return std::unique_ptr<Server>(new Server(std::move(implementation)));
}

int Server::port() const { return implementation_->http->port(); }

bool Server::run() { return implementation_->http->run(); }

void Server::stop() { implementation_->http->stop(); }

}  // namespace server
