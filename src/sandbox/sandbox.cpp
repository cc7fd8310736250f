// Which request is answered by what.
#include "sandbox/sandbox.h"

#include <algorithm>

#include "sandbox/http_text.h"
#include "sandbox/json_text.h"
#include "sandbox/limits.h"
#include "sandbox/record.h"
#include "sandbox/replies.h"
#include "sandbox/search.h"
#include "sandbox/seed.h"
#include "sandbox/token.h"
#include "webhook/event_catalogue.h"

namespace sandbox {

namespace {

using nexudus::Method;
using nexudus::Request;
using nexudus::Response;

// A webhook id in a path either is there, was there or never was.
Response missing(const State& state, std::int64_t id) {
  const bool deleted = std::find(state.deleted.begin(), state.deleted.end(), id) != state.deleted.end();
  return deleted ? server_error() : not_found();
}

Response read_webhook(State& state, std::int64_t id) {
  const Webhook* const webhook = find_webhook(state, id);
  return webhook == nullptr ? missing(state, id) : json_reply(200, to_json(*webhook, Detail::whole));
}

Response delete_webhook(State& state, std::int64_t id, const Account& account, Moment now) {
  Webhook* const webhook = find_webhook(state, id);
  if (webhook == nullptr) {
    return missing(state, id);
  }
  webhook->updated_on = now;
  webhook->updated_by = account.email;
  Response response = written(*webhook, "deleted");
  std::erase_if(state.webhooks, [&](const Webhook& candidate) { return candidate.id == id; });
  state.deleted.push_back(id);
  ++state.revision;
  return response;
}

Response create_webhook(State& state, const std::vector<RawMember>& members, const Account& account, Moment now) {
  Webhook webhook;
  const std::vector<FieldError> errors = take_over(webhook, members, state.businesses);
  if (!errors.empty()) {
    return refused(400, errors);
  }
  webhook.id = state.next_id++;
  webhook.unique_id = state.random.uuid();
  webhook.created_on = now;
  webhook.updated_on = now;
  webhook.updated_by = account.email;
  const auto place = std::upper_bound(state.webhooks.begin(), state.webhooks.end(), webhook.id,
                                      [](std::int64_t id, const Webhook& other) { return id < other.id; });
  ++state.revision;
  return written(*state.webhooks.insert(place, std::move(webhook)), "created");
}

Response update_webhook(State& state, const std::vector<RawMember>& members, const Account& account, Moment now) {
  const std::string_view id_json = find_member(members, "Id");
  const auto id = parse_integer(id_json);
  if (!id || *id == 0) {
    return refused(400, {{"Id", "is a required field", std::string(id_json)}});
  }
  Webhook* const stored = find_webhook(state, *id);
  if (stored == nullptr) {
    return missing(state, *id);
  }
  Webhook changed = *stored;
  const std::vector<FieldError> errors = take_over(changed, members, state.businesses);
  if (!errors.empty()) {
    return refused(400, errors);
  }
  changed.updated_on = now;
  changed.updated_by = account.email;
  *stored = std::move(changed);
  ++state.revision;
  return written(*stored, "updated");
}

Response write_webhook(State& state, const Request& request, const Account& account, Moment now) {
  const auto members = split_object(request.body);
  if (!members) {
    return message_reply(400, "The request is invalid.");
  }
  return request.method == Method::post ? create_webhook(state, *members, account, now)
                                        : update_webhook(state, *members, account, now);
}

Response list_enum(std::string_view query) {
  const auto parameters = parse_parameters(query);
  if (find_parameter(parameters, "name") != "eWebhookAction") {
    return not_found();
  }
  std::vector<std::string> entries;
  for (const auto& event : webhook::events()) {
    entries.push_back(
        ObjectWriter().number("Id", event.number).text("Name", event.name).text("Label", event.name).take());
  }
  return json_reply(200, array_of(entries));
}

// What a request asks for, and the role it needs.
enum class Operation : std::uint8_t { list, read, create, update, remove, businesses, enums, unknown, wrong_method };

struct Route {
  Operation operation = Operation::unknown;
  Role role = no_role;
  std::int64_t id = 0;
};

Route route_of(const Request& request) {
  constexpr std::string_view webhooks = "/sys/webhooks";
  const std::string_view path = path_of(request.target);
  const bool is_get = request.method == Method::get;
  if (path == webhooks) {
    switch (request.method) {
      case Method::get:
        return {Operation::list, webhook_list};
      case Method::post:
        return {Operation::create, webhook_create};
      case Method::put:
        return {Operation::update, webhook_edit};
      case Method::delete_:
        return {Operation::wrong_method};
    }
  }
  if (path == "/sys/businesses") {
    return is_get ? Route{Operation::businesses, business_list} : Route{Operation::wrong_method};
  }
  if (path == "/utils/enums") {
    return is_get ? Route{Operation::enums, no_role} : Route{Operation::wrong_method};
  }
  if (path.starts_with(webhooks) && path.substr(webhooks.size()).starts_with('/')) {
    const auto id = parse_integer(path.substr(webhooks.size() + 1));
    if (!id) {
      return {};
    }
    if (request.method == Method::delete_) {
      return {Operation::remove, webhook_delete, *id};
    }
    return is_get ? Route{Operation::read, webhook_read, *id} : Route{Operation::wrong_method};
  }
  return {};
}

Response answer(State& state, const Request& request, const Route& route, const Account& account, Moment now) {
  switch (route.operation) {
    case Operation::list:
      return json_reply(200, list_webhooks(state, query_of(request.target)));
    case Operation::read:
      return read_webhook(state, route.id);
    case Operation::create:
    case Operation::update:
      return write_webhook(state, request, account, now);
    case Operation::remove:
      return delete_webhook(state, route.id, account, now);
    case Operation::businesses:
      return json_reply(200, list_businesses(state, query_of(request.target)));
    case Operation::enums:
      return list_enum(query_of(request.target));
    case Operation::wrong_method:
      return message_reply(405, "The requested resource does not support this http method.");
    case Operation::unknown:
      break;
  }
  return not_found();
}

}  // namespace

Sandbox::Sandbox(const Options& options) : options_(options), state_(seed(options.seed, options.webhook_count)) {}

Response Sandbox::answer_token(const Request& request, Moment now) {
  return request.method == Method::post ? issue_token(state_, request, options_.token_lifetime, now) : not_found();
}

Response Sandbox::handle(const Request& request, Moment now) {
  Caller caller = authenticate(state_, request, now);
  if (options_.open && !nexudus::find_header(request.headers, "Authorization")) {
    caller = {&administrator, std::string(administrator.email)};
  }
  // Somebody without any role has no access to the API at all.
  if (caller.account == nullptr || caller.account->roles == no_role) {
    return unauthorized();
  }
  if (options_.limits && !use_up(state_, caller, request.method != Method::get, now)) {
    return {options_.throttle_status, {{"Retry-After", "1"}}, ""};
  }
  const Route route = route_of(request);
  if ((caller.account->roles & route.role) != route.role) {
    return unauthorized();
  }
  return answer(state_, request, route, *caller.account, now);
}

}  // namespace sandbox
