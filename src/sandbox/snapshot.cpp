// The sandbox's state as JSON text and back.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "sandbox/controlled_sandbox.h"
#include "sandbox/http_text.h"
#include "sandbox/json_text.h"
#include "sandbox/record.h"

namespace sandbox {

namespace {

using Json = nlohmann::json;

constexpr int version = 1;

std::int64_t ticks(Moment moment) { return moment.time_since_epoch().count(); }
Moment moment_at(std::int64_t ticks) { return Moment{std::chrono::milliseconds{ticks}}; }

template <typename Token>
Json tokens_json(const std::vector<Token>& tokens) {
  Json list = Json::array();
  for (const Token& token : tokens) {
    list.push_back({token.token, token.email, token.client, ticks(token.expires)});
  }
  return list;
}

// Moments to the millisecond stand beside the record, whose text has only seconds.
Json webhook_json(const Webhook& webhook) {
  return {{"record", to_json(webhook, Detail::whole)},
          {"created", ticks(webhook.created_on)},
          {"updated", ticks(webhook.updated_on)},
          {"triggered", webhook.last_trigger ? Json(ticks(*webhook.last_trigger)) : Json()}};
}

// Reads values of a known shape; one that is not as expected makes the whole thing no good.
class Reader {
 public:
  [[nodiscard]] bool good() const { return good_; }

  const Json& member(const Json& json, const char* name) {
    static const Json null;
    if (!json.is_object() || !json.contains(name)) {
      good_ = false;
      return null;
    }
    return json[name];
  }

  std::string text(const Json& json) {
    good_ = good_ && json.is_string();
    return good_ ? json.get<std::string>() : std::string();
  }

  std::int64_t number(const Json& json) {
    good_ = good_ && json.is_number_integer();
    return good_ ? json.get<std::int64_t>() : 0;
  }

  const Json& array(const Json& json) {
    good_ = good_ && json.is_array();
    static const Json empty = Json::array();
    return good_ ? json : empty;
  }

  template <typename Token>
  std::vector<Token> tokens(const Json& json) {
    std::vector<Token> result;
    for (const Json& entry : array(json)) {
      good_ = good_ && entry.is_array() && entry.size() == 4;
      if (good_) {
        result.push_back({text(entry[0]), text(entry[1]), text(entry[2]), moment_at(number(entry[3]))});
      }
    }
    return result;
  }

  std::vector<Business> businesses(const Json& json) {
    std::vector<Business> result;
    for (const Json& entry : array(json)) {
      result.push_back({number(member(entry, "id")), text(member(entry, "name")), text(member(entry, "address"))});
    }
    return result;
  }

  Webhook webhook(const Json& json, const std::vector<Business>& businesses) {
    Webhook result;
    const auto members = split_object(text(member(json, "record")));
    if (!members || !take_over(result, *members, businesses).empty()) {
      good_ = false;
      return result;
    }
    const auto integer = [&](std::string_view name) { return parse_integer(find_member(*members, name)).value_or(0); };
    result.id = integer("Id");
    result.error_count = static_cast<int>(integer("ErrorCount"));
    result.last_error = read_string(find_member(*members, "LastError"));
    result.updated_by = read_string(find_member(*members, "UpdatedBy")).value_or("");
    result.unique_id = read_string(find_member(*members, "UniqueId")).value_or("");
    result.created_on = moment_at(number(member(json, "created")));
    result.updated_on = moment_at(number(member(json, "updated")));
    const Json& triggered = member(json, "triggered");
    if (!triggered.is_null()) {
      result.last_trigger = moment_at(number(triggered));
    }
    return result;
  }

 private:
  bool good_ = true;
};

}  // namespace

std::string ControlledSandbox::snapshot() const {
  const State& state = sandbox_.state();
  Json webhooks = Json::array();
  for (const Webhook& webhook : state.webhooks) {
    webhooks.push_back(webhook_json(webhook));
  }
  Json businesses = Json::array();
  for (const Business& business : state.businesses) {
    businesses.push_back({{"id", business.id}, {"name", business.name}, {"address", business.web_address}});
  }
  const Json json{{"version", version},
                  {"random", std::to_string(state.random.state())},
                  {"businesses", std::move(businesses)},
                  {"webhooks", std::move(webhooks)},
                  {"deleted", state.deleted},
                  {"next_id", state.next_id},
                  {"access_tokens", tokens_json(state.access_tokens)},
                  {"refresh_tokens", tokens_json(state.refresh_tokens)}};
  return json.dump();
}

bool ControlledSandbox::restore(std::string_view snapshot) {
  const Json json = Json::parse(snapshot, nullptr, false);
  Reader reader;
  if (reader.number(reader.member(json, "version")) != version) {
    return false;
  }
  State state;
  state.random = Random(std::strtoull(reader.text(reader.member(json, "random")).c_str(), nullptr, 10));
  state.businesses = reader.businesses(reader.member(json, "businesses"));
  for (const Json& entry : reader.array(reader.member(json, "webhooks"))) {
    state.webhooks.push_back(reader.webhook(entry, state.businesses));
  }
  for (const Json& id : reader.array(reader.member(json, "deleted"))) {
    state.deleted.push_back(reader.number(id));
  }
  state.next_id = reader.number(reader.member(json, "next_id"));
  state.access_tokens = reader.tokens<AccessToken>(reader.member(json, "access_tokens"));
  state.refresh_tokens = reader.tokens<RefreshToken>(reader.member(json, "refresh_tokens"));
  state.revision = sandbox_.state().revision + 1;
  if (!reader.good()) {
    return false;
  }
  sandbox_.state() = std::move(state);
  return true;
}

}  // namespace sandbox
