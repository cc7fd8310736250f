// A scripted server for the tests of the editor: a handful of records with the API's habits, and whatever should go
// wrong next.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
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

[[nodiscard]] Turn reply(int status, std::string body = {});
[[nodiscard]] Turn drop_before();
[[nodiscard]] Turn drop_after();

[[nodiscard]] Json record(std::int64_t id, const std::string& name, int action = 3, bool active = true);
[[nodiscard]] std::string failure(const std::string& message, const Json& errors = nullptr);
[[nodiscard]] Json field_error(const std::string& property, const std::string& message);

class Server {
 public:
  std::vector<Json> records;
  std::vector<Json> locations;
  Json event_names = Json::array();
  std::vector<Request> log;

  /// Three records in one of two locations.
  Server();

  /// The next request with this method and this in its target meets `turn`; several wait in line.
  void next(Method method, std::string target_part, Turn turn);
  /// Every such request does.
  void always(Method method, std::string target_part, Turn turn);
  void heal();

  /// The reply, or nothing for a connection that broke.
  std::optional<Response> answer(const Request& request);

  Json* find(std::int64_t id);
  [[nodiscard]] std::size_t count(Method method, std::string_view target_part = "") const;
  [[nodiscard]] std::string last_body(Method method) const;

 private:
  struct Line {
    Method method;
    std::string target_part;
    Turn turn;
    bool stays;
  };

  Response read(std::int64_t id);
  Response act(const Request& request);
  Response write(const Request& request);

  std::deque<Line> script_;
  std::int64_t last_id_ = 100;
};

}  // namespace editor_test
