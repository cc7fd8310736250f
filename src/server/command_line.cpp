// Reading options, and the help about them.
#include "server/command_line.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <climits>
#include <optional>

namespace server {

namespace {

constexpr std::string_view help = R"(Serves the editor with a sandbox of Nexudus, or a relay to the real one, behind it.

  --port N             the port, 8080 by default; 0 for any that is free
  --host ADDRESS       the address to listen on, 127.0.0.1 by default
  --root DIR           the folder served at /, dist by default
  --also DIR=/PATH     one more folder, at /PATH; may be given several times
  --connect ORIGIN     an origin more that the page may call, such as that of an OAuth provider; may be given several times
  --no-keep-alive      every answer ends its connection, as some gateways do

The relay, which passes on the calls of the editor and nothing else, and logs a line for each:

  --upstream URL       where it leads to, such as https://spaces.nexudus.com/api
  --upstream-ca FILE   certificate authorities (PEM) trusted beside the system's

The sandbox, without --upstream:

  --data FILE          keeps the sandbox's records and sign-ins in this SQLite file
  --seed N             other made-up data; the same number gives the same
  --records N          how many webhooks to begin with, 60 by default
  --latency MS         every answer of the API comes this much later
  --token-lifetime S   how long an access token is good for, in seconds
  --no-limits          no limits on requests per second, minute, hour and day
  --throttle STATUS    what a request beyond the limits gets: 409 (default) or 429
  --fault JSON         a fault from the start, as POST /sandbox/faults takes it; may be given several times
)";

using Arguments = std::span<const std::string_view>;
using Result = tl::expected<void, Refusal>;

tl::unexpected<Refusal> refuse(std::string text) { return tl::unexpected(Refusal{std::move(text), 2}); }

tl::expected<long long, Refusal> number(std::string_view name, std::string_view text, long long least, long long most) {
  long long value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < least || value > most) {
    return refuse(std::string(name) + " takes a number from " + std::to_string(least) + " to " + std::to_string(most) +
                  ", not \"" + std::string(text) + "\".");
  }
  return value;
}

Result set_mount(Options& options, std::string_view value) {
  const std::size_t equals = value.rfind("=/");
  if (equals == std::string_view::npos || equals == 0) {
    return refuse("--also takes a folder and the path it is served at, such as tests/bench/plain=/plain.");
  }
  std::string path(value.substr(equals + 1));
  while (path.ends_with('/')) {
    path.pop_back();
  }
  options.also.push_back({std::string(value.substr(0, equals)), path});
  return {};
}

// Goes into the page's Content Security Policy as it is, so it may hold nothing that ends or widens a directive.
Result set_connection(Options& options, std::string_view value) {
  constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:[]";
  const std::size_t scheme_end = value.find("://");
  const std::string_view scheme = value.substr(0, scheme_end);
  const std::string_view host = scheme_end == std::string_view::npos ? "" : value.substr(scheme_end + 3);
  const bool is_origin = (scheme == "https" || scheme == "http") && !host.empty() &&
                         host.find_first_not_of(allowed) == std::string_view::npos;
  if (!is_origin) {
    return refuse("--connect takes an origin, such as https://login.example.com, not \"" + std::string(value) + "\".");
  }
  options.connect.emplace_back(value);
  return {};
}

Result set_fault(Options& options, std::string_view value) {
  auto fault = sandbox::parse_fault(value);
  if (!fault) {
    return refuse("--fault: " + fault.error());
  }
  options.faults.push_back(std::move(*fault));
  return {};
}

Result set_number(Options& options, std::string_view name, std::string_view value) {
  struct Range {
    std::string_view name;
    long long least;
    long long most;
  };
  constexpr std::array<Range, 6> ranges{{{"--port", 0, 65'535},
                                         {"--seed", 0, LLONG_MAX},
                                         {"--records", 0, 1'000'000},
                                         {"--latency", 0, 600'000},
                                         {"--token-lifetime", 1, 31'536'000},
                                         {"--throttle", 409, 429}}};
  const auto* const range = std::find_if(ranges.begin(), ranges.end(), [&](const Range& r) { return r.name == name; });
  if (range == ranges.end()) {
    return refuse("There is no option " + std::string(name) + ". --help lists them.");
  }
  const auto read = number(name, value, range->least, range->most);
  if (!read) {
    return tl::unexpected(read.error());
  }
  if (name == "--port") {
    options.port = static_cast<int>(*read);
  } else if (name == "--seed") {
    options.sandbox.seed = static_cast<std::uint64_t>(*read);
  } else if (name == "--records") {
    options.sandbox.webhook_count = static_cast<int>(*read);
  } else if (name == "--latency") {
    options.latency = std::chrono::milliseconds{*read};
  } else if (name == "--token-lifetime") {
    options.sandbox.token_lifetime = std::chrono::seconds{*read};
  } else if (*read == 409 || *read == 429) {
    options.sandbox.throttle_status = static_cast<int>(*read);
  } else {
    return refuse("--throttle takes 409 or 429.");
  }
  return {};
}

// Options that mean nothing without the sandbox.
constexpr std::array<std::string_view, 8> of_the_sandbox{"--data",           "--seed",      "--records",  "--latency",
                                                         "--token-lifetime", "--no-limits", "--throttle", "--fault"};

Result set_upstream(Options& options, std::string_view value) {
  auto address = parse_upstream_address(value);
  if (!address) {
    return refuse("--upstream: " + address.error());
  }
  if (!options.upstream) {
    options.upstream.emplace();
  }
  options.upstream->address = std::move(*address);
  return {};
}

// Which options go together can be told only when all are known.
Result check_together(const Options& options, Arguments arguments, const std::string& ca_file) {
  if (!options.upstream) {
    return ca_file.empty() ? Result{} : refuse("--upstream-ca goes with --upstream only.");
  }
  for (const std::string_view argument : arguments) {
    const std::string_view name = argument.substr(0, argument.find('='));
    if (std::find(of_the_sandbox.begin(), of_the_sandbox.end(), name) != of_the_sandbox.end()) {
      return refuse(std::string(name) +
                    " is for the sandbox, which there is not with --upstream. Leave one of them out.");
    }
  }
  return {};
}

Result set(Options& options, std::string_view name, std::string_view value) {
  if (name == "--upstream") {
    return set_upstream(options, value);
  }
  if (name == "--host") {
    options.host = value;
  } else if (name == "--root") {
    options.root = value;
  } else if (name == "--data") {
    options.data_file = std::string(value);
  } else if (name == "--also") {
    return set_mount(options, value);
  } else if (name == "--connect") {
    return set_connection(options, value);
  } else if (name == "--fault") {
    return set_fault(options, value);
  } else {
    return set_number(options, name, value);
  }
  return {};
}

}  // namespace

tl::expected<Options, Refusal> parse_command_line(Arguments arguments) {
  Options options;
  std::string ca_file;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    std::string_view name = arguments[i];
    if (name == "--help") {
      return tl::unexpected(Refusal{std::string(help), 0});
    }
    if (name == "--no-limits") {
      options.sandbox.limits = false;
      continue;
    }
    if (name == "--no-keep-alive") {
      options.keep_alive = false;
      continue;
    }
    // Both --port 0 and --port=0.
    const std::size_t equals = name.find('=');
    std::string_view value;
    if (equals != std::string_view::npos) {
      value = name.substr(equals + 1);
      name = name.substr(0, equals);
    } else if (i + 1 < arguments.size()) {
      value = arguments[++i];
    } else {
      return refuse(std::string(name) + " needs a value. --help lists the options.");
    }
    if (name == "--upstream-ca") {
      ca_file = value;
      continue;
    }
    if (const Result result = set(options, name, value); !result) {
      return tl::unexpected(result.error());
    }
  }
  if (const Result result = check_together(options, arguments, ca_file); !result) {
    return tl::unexpected(result.error());
  }
  if (options.upstream) {
    options.upstream->ca_file = ca_file;
  }
  return options;
}

}  // namespace server
