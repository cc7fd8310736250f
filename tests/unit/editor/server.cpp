#include "server.h"

#include <algorithm>
#include <utility>

namespace editor_test {
namespace {

Response ok(const Json& json) { return {200, {}, json.dump()}; }

Response written(std::int64_t id) {
  return ok({{"Status", 200},
             {"Message", "WebHook was successfully updated."},
             {"Value", {{"Id", id}}},
             {"Errors", nullptr},
             {"WasSuccessful", true}});
}

int parameter(const std::string& target, const std::string& name) {
  const std::size_t at = target.find(name + "=");
  return at == std::string::npos ? 1 : std::stoi(target.substr(at + name.size() + 1));
}

Response page_of(const std::vector<Json>& all, const std::string& target, bool partial) {
  const auto page = static_cast<std::size_t>(parameter(target, "page"));
  const auto size = static_cast<std::size_t>(parameter(target, "size"));
  Json rows = Json::array();
  for (std::size_t i = (page - 1) * size; i < std::min(page * size, all.size()); ++i) {
    rows.push_back(all[i]);
    if (partial) {
      rows.back()["Description"] = nullptr;
    }
  }
  return ok({{"Records", rows},
             {"CurrentPage", page},
             {"TotalItems", all.size()},
             {"TotalPages", (all.size() + size - 1) / size},
             {"HasNextPage", page * size < all.size()}});
}

}  // namespace

Turn reply(int status, std::string body) { return {Response{status, {}, std::move(body)}, false, false}; }
Turn drop_before() { return {std::nullopt, true, false}; }
Turn drop_after() { return {std::nullopt, true, true}; }

Json record(std::int64_t id, const std::string& name, int action, bool active) {
  return {{"BusinessId", 11},
          {"Name", name},
          {"Action", action},
          {"Description", "About " + name},
          {"URL", "https://example.com/" + std::to_string(id)},
          {"Active", active},
          {"LastError", nullptr},
          {"ErrorCount", 0},
          {"LastTrigger", "2025-06-01T08:00:00Z"},
          {"Id", id},
          {"UpdatedOn", "2025-01-15T10:30:00Z"},
          {"CreatedOn", "2025-01-10T08:00:00Z"},
          {"UniqueId", "a1b2c3d4"},
          {"UpdatedBy", "admin@example.com"},
          {"IsNew", false},
          {"SystemId", nullptr},
          {"ToStringText", name},
          {"Unknown", 1.5}};
}

std::string failure(const std::string& message, const Json& errors) {
  return Json{{"Message", message}, {"Value", nullptr}, {"Errors", errors}, {"WasSuccessful", false}}.dump();
}

Json field_error(const std::string& property, const std::string& message) {
  return {{"AttemptedValue", nullptr}, {"Message", message}, {"PropertyName", property}};
}

Server::Server()
    : records{record(1, "Front door"), record(2, "Billing", 6), record(3, "Old hook", 2, false)},
      locations{{{"Id", 11}, {"Name", "Madrid"}}, {{"Id", 12}, {"Name", "Lisbon"}}} {}

void Server::next(Method method, std::string target_part, Turn turn) {
  script_.push_back({method, std::move(target_part), std::move(turn), false});
}

void Server::always(Method method, std::string target_part, Turn turn) {
  script_.push_back({method, std::move(target_part), std::move(turn), true});
}

void Server::heal() { script_.clear(); }

std::optional<Response> Server::answer(const Request& request) {
  log.push_back(request);
  const auto found = std::find_if(script_.begin(), script_.end(), [&request](const Line& line) {
    return line.method == request.method && request.target.find(line.target_part) != std::string::npos;
  });
  if (found == script_.end()) {
    return act(request);
  }
  const Turn turn = found->turn;
  if (!found->stays) {
    script_.erase(found);
  }
  if (turn.act) {
    act(request);
  }
  return turn.drop ? std::nullopt : turn.response;
}

Json* Server::find(std::int64_t id) {
  const auto found = std::find_if(records.begin(), records.end(), [id](const Json& json) { return json["Id"] == id; });
  return found == records.end() ? nullptr : &*found;
}

std::size_t Server::count(Method method, std::string_view target_part) const {
  return static_cast<std::size_t>(std::count_if(log.begin(), log.end(), [&](const Request& request) {
    return request.method == method && request.target.find(target_part) != std::string::npos;
  }));
}

std::string Server::last_body(Method method) const {
  const auto found =
      std::find_if(log.rbegin(), log.rend(), [method](const Request& request) { return request.method == method; });
  return found == log.rend() ? std::string() : found->body;
}

Response Server::read(std::int64_t id) {
  const Json* json = find(id);
  return json != nullptr ? ok(*json) : Response{404, {}, "\"Not found\""};
}

Response Server::act(const Request& request) {
  if (request.target.starts_with("/sys/businesses")) {
    return page_of(locations, request.target, false);
  }
  if (request.target.starts_with("/utils/enums")) {
    return ok(event_names);
  }
  if (request.method == Method::get && request.target.starts_with("/sys/webhooks?")) {
    return page_of(records, request.target, true);
  }
  const std::size_t slash = request.target.rfind('/');
  if (request.method == Method::get) {
    return read(std::stoll(request.target.substr(slash + 1)));
  }
  return write(request);
}

Response Server::write(const Request& request) {
  if (request.method == Method::delete_) {
    const std::int64_t id = std::stoll(request.target.substr(request.target.rfind('/') + 1));
    if (find(id) == nullptr) {
      return {404, {}, "\"Not found\""};
    }
    std::erase_if(records, [id](const Json& json) { return json["Id"] == id; });
    return ok({{"Message", "Deleted"}, {"WasSuccessful", true}});
  }
  Json body = Json::parse(request.body, nullptr, false);
  if (request.method == Method::post) {
    const std::int64_t id = ++last_id_;
    Json created = record(id, "");
    created.update(body);
    records.push_back(created);
    return written(id);
  }
  const std::int64_t id = body["Id"].get<std::int64_t>();
  Json* stored = find(id);
  if (stored == nullptr) {
    return {404, {}, "\"Not found\""};
  }
  *stored = body;
  (*stored)["UpdatedOn"] = "2025-07-01T12:00:00Z";
  return written(id);
}

}  // namespace editor_test
