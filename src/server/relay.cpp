// Passing calls on, several at a time.
#include "server/relay.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <utility>

#include "server/static_files.h"

namespace server {

namespace {

using Clock = std::chrono::steady_clock;

// A browser has six calls on their way at most.
constexpr std::size_t worker_count = 16;
constexpr std::size_t most_waiting = 64;

// Pages of other sites have no business here. Programs that are no browsers do not send this header.
bool comes_from_elsewhere(const std::vector<nexudus::Header>& headers) {
  const auto site = nexudus::find_header(headers, "Sec-Fetch-Site");
  return site && *site != "same-origin" && *site != "none";
}

bool is_usual(std::string_view method) {
  constexpr std::array<std::string_view, 7> methods{"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"};
  return std::find(methods.begin(), methods.end(), method) != methods.end();
}

bool carries_a_body(nexudus::Method method) {
  return method == nexudus::Method::post || method == nexudus::Method::put;
}

tl::expected<Call, Rejection> checked(const IncomingRequest& request, const std::string& path) {
  auto call = allowed_call(request.head.method, {path, request.target.query});
  if (!call) {
    return call;
  }
  if (comes_from_elsewhere(request.head.headers)) {
    return tl::unexpected(Rejection{403, "The relay answers the editor's own page only, not pages of other sites."});
  }
  if (!carries_a_body(call->method) && !request.body.empty()) {
    return tl::unexpected(Rejection{400, "The relay passes no body on with this method."});
  }
  return call;
}

}  // namespace

Relay::Relay(std::unique_ptr<Upstream> upstream, Log log) : upstream_(std::move(upstream)), log_(std::move(log)) {
  workers_.reserve(worker_count);
  for (std::size_t i = 0; i < worker_count; ++i) {
    workers_.emplace_back([this] { work(); });
  }
}

Relay::~Relay() {
  {
    const std::lock_guard lock(guard_);
    stopping_ = true;
  }
  upstream_->cancel();
  more_.notify_all();
  for (std::thread& worker : workers_) {
    worker.join();
  }
}

void Relay::handle(IncomingRequest request, const std::string& path, const Answer& answer) {
  auto call = checked(request, path);
  if (!call) {
    refuse(request.head.method, path, call.error(), answer);
    return;
  }
  bool busy = false;
  {
    const std::lock_guard lock(guard_);
    busy = jobs_.size() == most_waiting;
    if (!busy) {
      jobs_.push_back({std::move(*call), headers_for_upstream(request.head.headers), std::move(request.body), answer,
                       Clock::now()});
    }
  }
  if (busy) {
    refuse(request.head.method, path, {503, "The relay has too many calls waiting. Try again in a moment."}, answer);
    return;
  }
  more_.notify_one();
}

void Relay::refuse(std::string_view method, std::string_view path, const Rejection& rejection, const Answer& answer) {
  nexudus::Response response = refusal(rejection.status, rejection.reason);
  const std::string methods = allowed_methods(path);
  if (rejection.status == 405) {
    response.headers.push_back({"Allow", methods});
  }
  if (rejection.status == 503) {
    response.headers.push_back({"Retry-After", "1"});
  }
  // What is not in the list may hold anything.
  log(is_usual(method) ? method : "?", methods.empty() ? "(not in the list)" : path, rejection.status, Clock::now());
  answer({std::move(response)});
}

void Relay::work() {
  // A connection that breaks while it is written to is an error, not the end of the program.
  sigset_t broken_pipe;
  sigemptyset(&broken_pipe);
  sigaddset(&broken_pipe, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &broken_pipe, nullptr);
  while (true) {
    std::unique_lock lock(guard_);
    more_.wait(lock, [&] { return stopping_ || !jobs_.empty(); });
    if (jobs_.empty()) {
      return;
    }
    const Job job = std::move(jobs_.front());
    jobs_.pop_front();
    lock.unlock();
    nexudus::Response response = relayed(job);
    log(nexudus::to_string(job.call.method), job.call.path, response.status, job.since);
    job.answer({std::move(response)});
  }
}

nexudus::Response Relay::relayed(const Job& job) {
  const auto reply = upstream_->send(job.call, job.headers, job.body);
  if (!reply) {
    return refusal(reply.error().status, reply.error().reason);
  }
  nexudus::Response response{reply->status, headers_for_client(reply->headers), reply->body};
  response.headers.insert(response.headers.end(), common_headers().begin(), common_headers().end());
  response.headers.push_back({"Cache-Control", "no-store"});
  // Whatever it is, nobody shall be able to look at it as a page of this site.
  response.headers.push_back({"Content-Security-Policy", "default-src 'none'; sandbox"});
  return response;
}

void Relay::log(std::string_view method, std::string_view path, int status, Clock::time_point since) {
  const auto taken = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - since);
  std::string line(method);
  line += ' ';
  line += path;
  log_(line + ' ' + std::to_string(status) + ' ' + std::to_string(taken.count()) + " ms");
}

}  // namespace server
