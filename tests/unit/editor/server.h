// A scripted server for the tests of the editor: a handful of records with the API's habits, and whatever should go
// wrong next.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "nexudus/http.h"
#include "nexudus/problem.h"

namespace editor_test {

using Json = nlohmann::ordered_json;
using nexudus::Method;
using nexudus::Request;
using nexudus::Response;
using nexudus::TransportFailure;

/// How the server meets one request.
struct Turn {
  std::optional<Response> response;  // instead of the real one
  bool drop = false;                 // no reply at all
  bool act = false;                  // do what is asked, whatever is replied
};

inline Turn reply(int status, std::string body = {}) { return {Response{status, {}, std::move(body)}, false, false}; }
inline Turn drop_before() { return {std::nullopt, true, false}; }
inline Turn drop_after() { return {std::nullopt, true, true}; }

inline Json record(std::int64_t id, const std::string& name, int action = 3, bool active = true) {
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

inline std::string failure(const std::string& message, const Json& errors = nullptr) {
  return Json{{"Message", message}, {"Value", nullptr}, {"Errors", errors}, {"WasSuccessful", false}}.dump();
}
inline Json field_error(const std::string& property, const std::string& message) {
  return {{"AttemptedValue", nullptr}, {"Message", message}, {"PropertyName", property}};
}

class Server {
 public:
  std::vector<Json> records{record(1, "Front door"), record(2, "Billing", 6), record(3, "Old hook", 2, false)};
  std::vector<Json> locations{{{"Id", 11}, {"Name", "Madrid"}}, {{"Id", 12}, {"Name", "Lisbon"}}};
  Json event_names = Json::array();
  std::vector<Request> log;

  /// The next request with this method and this in its target meets `turn`; several wait in line.
  void next(Method method, std::string target_part, Turn turn) {
    script_.push_back({method, std::move(target_part), std::move(turn), false});
  }
  /// Every such request does.
  void always(Method method, std::string target_part, Turn turn) {
    script_.push_back({method, std::move(target_part), std::move(turn), true});
  }
  void heal() { script_.clear(); }

  /// The reply, or nothing for a connection that broke.
  std::optional<Response> answer(const Request& request) {
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

  Json* find(std::int64_t id) {
    const auto found =
        std::find_if(records.begin(), records.end(), [id](const Json& json) { return json["Id"] == id; });
    return found == records.end() ? nullptr : &*found;
  }
  [[nodiscard]] std::size_t count(Method method, std::string_view target_part = "") const {
    return static_cast<std::size_t>(std::count_if(log.begin(), log.end(), [&](const Request& request) {
      return request.method == method && request.target.find(target_part) != std::string::npos;
    }));
  }
  [[nodiscard]] std::string last_body(Method method) const {
    const auto found =
        std::find_if(log.rbegin(), log.rend(), [method](const Request& request) { return request.method == method; });
    return found == log.rend() ? std::string() : found->body;
  }

 private:
  struct Line {
    Method method;
    std::string target_part;
    Turn turn;
    bool stays;
  };

  static Response ok(const Json& json) { return {200, {}, json.dump()}; }
  static Response written(std::int64_t id) {
    return ok({{"Status", 200},
               {"Message", "WebHook was successfully updated."},
               {"Value", {{"Id", id}}},
               {"Errors", nullptr},
               {"WasSuccessful", true}});
  }
  static int parameter(const std::string& target, const std::string& name) {
    const std::size_t at = target.find(name + "=");
    return at == std::string::npos ? 1 : std::stoi(target.substr(at + name.size() + 1));
  }
  static Response page_of(const std::vector<Json>& all, const std::string& target, bool partial) {
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
  Response read(std::int64_t id) {
    const Json* json = find(id);
    return json != nullptr ? ok(*json) : Response{404, {}, "\"Not found\""};
  }
  Response act(const Request& request) {
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
  Response write(const Request& request) {
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

  std::deque<Line> script_;
  std::int64_t last_id_ = 100;
};

}  // namespace editor_test
