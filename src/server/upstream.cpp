// Calls and their connections.
#include "server/upstream.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "server/reply_reader.h"

namespace server {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

// Shorter than what servers usually grant.
constexpr auto idle_time = 4s;
constexpr std::size_t most_idle = 8;

std::string message_of(const UpstreamAddress& address, const Call& call, const std::vector<nexudus::Header>& headers,
                       const std::string& body) {
  std::string text(nexudus::to_string(call.method));
  text += ' ' + address.base_path + call.path + (call.query.empty() ? "" : "?" + call.query) + " HTTP/1.1\r\n";
  text += "Host: " + host_header(address) + "\r\n";
  for (const auto& [name, value] : headers) {
    text.append(name).append(": ").append(value).append("\r\n");
  }
  if (!nexudus::find_header(headers, "Accept-Encoding")) {
    text += "Accept-Encoding: identity\r\n";
  }
  if (call.method == nexudus::Method::post || call.method == nexudus::Method::put) {
    text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  }
  return text + "\r\n" + body;
}

// Where a redirection leads, without anything that may be secret.
std::string host_in(std::string_view location) {
  const std::size_t begin = location.find("://");
  if (begin == std::string_view::npos) {
    return "another path";
  }
  const std::string_view host = location.substr(begin + 3, location.find_first_of("/?#", begin + 3) - begin - 3);
  const bool plain = !host.empty() && std::all_of(host.begin(), host.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '.' ||
           c == ':';
  });
  return plain ? std::string(host) : "another address";
}

UpstreamResult<nexudus::Response> without_redirection(nexudus::Response response, const std::string& host) {
  if (response.status < 300 || response.status > 399) {
    return response;
  }
  const auto location = nexudus::find_header(response.headers, "Location");
  return tl::unexpected(UpstreamFailure{
      502, host + " redirects (" + std::to_string(response.status) + ") to " + host_in(location.value_or("")) +
               ", and the relay does not follow. The address after --upstream is perhaps not that of the API itself: "
               "Nexudus's is https://spaces.nexudus.com/api."});
}

UpstreamFailure unusable(const Rejection& rejection, const std::string& host, std::size_t largest) {
  if (rejection.status == 413) {
    return {502, "The answer of " + host + " is larger than the relay passes on (" + std::to_string(largest / 1'000) +
                     " KB), so it was dropped. Ask for fewer records at once."};
  }
  return {502, "The relay cannot read the answer of " + host + ". " + rejection.reason +
                   " If this was a change, look whether it was made before you try again."};
}

}  // namespace

tl::expected<std::unique_ptr<Upstream>, std::string> Upstream::create(UpstreamOptions options) {
  TlsContext tls;
  if (options.address.tls) {
    auto made = make_tls_context(options.ca_file);
    if (!made) {
      return tl::unexpected(made.error());
    }
    tls = std::move(*made);
  }
  return std::unique_ptr<Upstream>(new Upstream(std::move(options), std::move(tls)));
}

UpstreamResult<nexudus::Response> Upstream::send(const Call& call, const std::vector<nexudus::Header>& headers,
                                                 const std::string& body) {
  const std::string message = message_of(options_.address, call, headers, body);
  const Patience patience{Clock::now() + options_.reply_time, &cancelled_};
  // A write goes over a connection of its own, because its fate on one that was just being closed would be unknown.
  if (call.method == nexudus::Method::get) {
    if (auto used = take_idle()) {
      auto reply = send_on(std::move(*used), message, patience);
      if (reply || !reply.error().stale) {
        return reply;
      }
    }
  }
  const auto connect_deadline = std::min(patience.deadline, Clock::now() + options_.connect_time);
  auto opened = UpstreamConnection::open(options_.address, tls_.get(), {connect_deadline, &cancelled_});
  if (!opened) {
    return tl::unexpected(opened.error());
  }
  return send_on(std::move(*opened), message, patience);
}

UpstreamResult<nexudus::Response> Upstream::send_on(UpstreamConnection connection, const std::string& message,
                                                    const Patience& patience) {
  const std::string& host = options_.address.host;
  ReplyReader reader(options_.largest_reply);
  if (const auto written = connection.write(message, patience); !written && written.error().status == 504) {
    return tl::unexpected(written.error());
  }
  // Even when not all could be written: a server that refuses may answer early.
  std::array<char, 65'536> buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  while (true) {
    const auto size = connection.read(buffer, patience);
    if (!size) {
      UpstreamFailure failure = size.error();
      failure.stale = failure.status == 502 && !reader.has_begun();
      return tl::unexpected(std::move(failure));
    }
    reader.append({buffer.data(), *size});
    if (*size == 0) {
      reader.end();
    }
    auto next = reader.next();
    if (!next) {
      continue;
    }
    if (!*next) {
      UpstreamFailure failure = unusable(next->error(), host, options_.largest_reply);
      failure.stale = !reader.has_begun();
      return tl::unexpected(std::move(failure));
    }
    if ((*next)->keep_alive) {
      keep(std::move(connection));
    }
    return without_redirection(std::move((*next)->response), host);
  }
}

std::optional<UpstreamConnection> Upstream::take_idle() {
  const std::lock_guard lock(guard_);
  const auto now = Clock::now();
  while (!idle_.empty()) {
    Idle last = std::move(idle_.back());
    idle_.pop_back();
    if (now - last.since < idle_time && last.connection.is_quiet()) {
      return std::move(last.connection);
    }
  }
  return std::nullopt;
}

void Upstream::keep(UpstreamConnection connection) {
  const std::lock_guard lock(guard_);
  if (idle_.size() == most_idle) {
    idle_.erase(idle_.begin());
  }
  idle_.push_back({std::move(connection), Clock::now()});
}

}  // namespace server
