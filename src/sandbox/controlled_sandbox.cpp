// Faults, the log and the controls around a sandbox.
#include "sandbox/controlled_sandbox.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sandbox/http_text.h"
#include "sandbox/json_text.h"
#include "sandbox/record.h"
#include "sandbox/replies.h"
#include "sandbox/time_text.h"

namespace sandbox {

namespace {

using nexudus::Method;
using nexudus::Request;
using nexudus::Response;

constexpr std::size_t longest_log = 10'000;
constexpr std::string_view other_editor = "someone.else@example.com";

// Changes one member as another editor's save would. What is wrong with it is a sentence; empty if all is well.
std::string edit(State& state, std::int64_t id, const RawMember& member, Moment now) {
  Webhook* const webhook = find_webhook(state, id);
  if (webhook == nullptr) {
    return "There is no webhook " + std::to_string(id) + ".";
  }
  auto members = split_object(to_json(*webhook, Detail::whole)).value_or(std::vector<RawMember>{});
  const auto same =
      std::find_if(members.begin(), members.end(), [&](const RawMember& m) { return m.name == member.name; });
  if (same != members.end()) {
    same->json = member.json;
  } else {
    members.push_back(member);
  }
  Webhook changed = *webhook;
  const std::vector<FieldError> errors = take_over(changed, members, state.businesses);
  if (!errors.empty()) {
    return errors.front().property + " " + errors.front().message + ".";
  }
  changed.updated_on = now;
  changed.updated_by = other_editor;
  *webhook = std::move(changed);
  ++state.revision;
  return {};
}

Response done(const std::string& complaint = {}) {
  return complaint.empty() ? json_reply(200, "{}") : message_reply(400, complaint);
}

// Leaves half of the body.
void truncate(Response& response) { response.body.resize((response.body.size() + 1) / 2); }

}  // namespace

ControlledSandbox::ControlledSandbox(const Options& options) : sandbox_(options) {}

std::vector<Fault> ControlledSandbox::strike(const Request& request) {
  std::vector<Fault> striking;
  for (Fault& fault : faults_) {
    if (!concerns(fault, request)) {
      continue;
    }
    if (fault.skip > 0) {
      --fault.skip;
      continue;
    }
    striking.push_back(fault);
    fault.times -= fault.times > 0 ? 1 : 0;
  }
  std::erase_if(faults_, [](const Fault& fault) { return fault.times == 0; });
  return striking;
}

void ControlledSandbox::put_back(Fault fault) {
  if (fault.times > 0) {
    fault.times = 1;
    faults_.push_back(std::move(fault));
  }
}

Outcome ControlledSandbox::handle(const Request& request, Moment now) {
  const std::vector<Fault> striking = strike(request);
  Outcome outcome;
  const Fault* replacing = nullptr;
  const Fault* cutting = nullptr;
  for (const Fault& fault : striking) {
    switch (fault.kind) {
      case Fault::Kind::latency:
        outcome.delay += fault.delay;
        break;
      case Fault::Kind::edit:
        static_cast<void>(edit(sandbox_.state(), fault.id, fault.member, now));
        break;
      case Fault::Kind::expire_tokens:
        expire_access_tokens(sandbox_.state());
        break;
      case Fault::Kind::truncated:
        cutting = &fault;
        break;
      case Fault::Kind::drop:
      case Fault::Kind::error:
      case Fault::Kind::html:
      case Fault::Kind::unsuccessful:
      case Fault::Kind::reply:
        replacing = &fault;
        break;
    }
  }
  if (replacing == nullptr || replacing->handled) {
    outcome.response =
        path_of(request.target) == "/token" ? sandbox_.answer_token(request, now) : sandbox_.handle(request, now);
  }
  const bool turned_away =
      outcome.response.status == sandbox_.options().throttle_status && outcome.response.body.empty();
  if (replacing != nullptr && turned_away) {
    put_back(*replacing);
  } else if (replacing != nullptr) {
    outcome.response = replacing->reply;
    outcome.drop = replacing->kind == Fault::Kind::drop;
  }
  if (cutting != nullptr && turned_away) {
    put_back(*cutting);
  } else if (cutting != nullptr) {
    truncate(outcome.response);
  }
  log(request, outcome, now);
  return outcome;
}

Response ControlledSandbox::control(const Request& request, Moment now) {
  const std::string_view path = path_of(request.target);
  const bool is_post = request.method == Method::post;
  const bool is_delete = request.method == Method::delete_;
  if (path == "/faults") {
    return control_faults(request);
  }
  if (path == "/log" && is_delete) {
    log_.clear();
    return done();
  }
  if (path == "/log" && request.method == Method::get) {
    return json_reply(200, log_json());
  }
  if (path == "/edit" && is_post) {
    const auto fields = split_object(request.body).value_or(std::vector<RawMember>{});
    const auto id = parse_integer(find_member(fields, "id"));
    const auto name = read_string(find_member(fields, "member"));
    if (!id || !name) {
      return done("An edit is a JSON object with the record's \"id\", a \"member\" and its new \"value\".");
    }
    return done(edit(sandbox_.state(), *id, {*name, std::string(find_member(fields, "value"))}, now));
  }
  if (path == "/expire-tokens" && is_post) {
    expire_access_tokens(sandbox_.state());
    return done();
  }
  if (path == "/reset" && is_post) {
    const std::uint64_t revision = sandbox_.state().revision;
    sandbox_ = Sandbox(sandbox_.options());
    sandbox_.state().revision = revision + 1;
    faults_.clear();
    log_.clear();
    return done();
  }
  return not_found();
}

Response ControlledSandbox::control_faults(const Request& request) {
  if (request.method == Method::post) {
    const auto fault = parse_fault(request.body);
    if (!fault) {
      return done(fault.error());
    }
    add_fault(*fault);
    return done();
  }
  if (request.method == Method::delete_) {
    faults_.clear();
    return done();
  }
  std::vector<std::string> list;
  std::transform(faults_.begin(), faults_.end(), std::back_inserter(list), [](const Fault& f) { return to_json(f); });
  return json_reply(200, array_of(list));
}

void ControlledSandbox::log(const Request& request, const Outcome& outcome, Moment now) {
  if (log_.size() == longest_log) {
    log_.erase(log_.begin());
  }
  LogEntry entry{now, request, outcome.response.status, outcome.drop};
  if (path_of(request.target) == "/token") {
    entry.request.body.clear();
  }
  std::erase_if(entry.request.headers, [](const nexudus::Header& header) {
    return equal_ignoring_case(header.name, "Authorization") || equal_ignoring_case(header.name, "Cookie");
  });
  log_.push_back(std::move(entry));
}

std::string ControlledSandbox::log_json() const {
  using Json = nlohmann::ordered_json;
  Json list = Json::array();
  for (const LogEntry& entry : log_) {
    Json headers = Json::object();
    for (const nexudus::Header& header : entry.request.headers) {
      headers[to_lower(header.name)] = header.value;
    }
    list.push_back({{"at", format_moment(entry.at)},
                    {"method", std::string(nexudus::to_string(entry.request.method))},
                    {"target", entry.request.target},
                    {"headers", std::move(headers)},
                    {"body", entry.request.body},
                    {"status", entry.status},
                    {"dropped", entry.dropped}});
  }
  return list.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace sandbox
