// Reading faults, and telling which requests they are for.
#include "sandbox/fault.h"

#include <array>
#include <nlohmann/json.hpp>

#include "sandbox/http_text.h"
#include "sandbox/replies.h"

namespace sandbox {

namespace {

using Json = nlohmann::ordered_json;

struct KindName {
  Fault::Kind kind;
  std::string_view name;
};

constexpr std::array<KindName, 9> kind_names{{
    {Fault::Kind::latency, "latency"},
    {Fault::Kind::drop, "drop"},
    {Fault::Kind::error, "error"},
    {Fault::Kind::html, "html"},
    {Fault::Kind::unsuccessful, "unsuccessful"},
    {Fault::Kind::truncated, "truncated"},
    {Fault::Kind::reply, "reply"},
    {Fault::Kind::edit, "edit"},
    {Fault::Kind::expire_tokens, "expire_tokens"},
}};

constexpr std::string_view gateway_page =
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n"
    "<hr><center>gateway</center>\r\n</body>\r\n</html>\r\n";

std::string text_of(const Json& json, const char* name, std::string fallback = "") {
  const auto found = json.find(name);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::move(fallback);
}

std::int64_t number_of(const Json& json, const char* name, std::int64_t fallback) {
  const auto found = json.find(name);
  return found != json.end() && found->is_number_integer() ? found->get<std::int64_t>() : fallback;
}

nexudus::Response unsuccessful_reply(const Json& json) {
  std::vector<FieldError> errors;
  const auto list = json.find("errors");
  if (list != json.end() && list->is_array()) {
    for (const Json& error : *list) {
      if (error.is_object()) {
        errors.push_back({text_of(error, "PropertyName"), text_of(error, "Message")});
      }
    }
  }
  if (errors.empty()) {
    errors.push_back({"", text_of(json, "message", "The record could not be saved.")});
  }
  return refused(static_cast<int>(number_of(json, "status", 200)), errors);
}

nexudus::Response reply_of(Fault::Kind kind, const Json& json) {
  switch (kind) {
    case Fault::Kind::error:
      return server_error();
    case Fault::Kind::html:
      return {502, {{"Content-Type", "text/html"}}, std::string(gateway_page)};
    case Fault::Kind::unsuccessful:
      return unsuccessful_reply(json);
    case Fault::Kind::reply:
      return {static_cast<int>(number_of(json, "status", 200)),
              {{"Content-Type", text_of(json, "content_type", "application/json; charset=utf-8")}},
              text_of(json, "body")};
    default:
      return {};
  }
}

}  // namespace

tl::expected<Fault, std::string> parse_fault(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) {
    return tl::unexpected<std::string>("A fault is a JSON object such as {\"kind\":\"error\",\"times\":1}.");
  }
  const std::string kind_name = text_of(json, "kind");
  const auto* const found =
      std::find_if(kind_names.begin(), kind_names.end(), [&](const KindName& k) { return k.name == kind_name; });
  if (found == kind_names.end()) {
    return tl::unexpected("There is no kind of fault called \"" + kind_name + "\".");
  }
  Fault fault;
  fault.kind = found->kind;
  fault.method = text_of(json, "method");
  fault.path = text_of(json, "path");
  fault.skip = static_cast<int>(number_of(json, "skip", 0));
  fault.times = static_cast<int>(number_of(json, "times", 1));
  const auto handled = json.find("handled");
  fault.handled = handled != json.end() && *handled == true;
  fault.delay = std::chrono::milliseconds{number_of(json, "ms", 0)};
  fault.reply = reply_of(fault.kind, json);
  fault.id = number_of(json, "id", 0);
  fault.member.name = text_of(json, "member");
  const auto value = json.find("value");
  fault.member.json = value == json.end() ? "null" : value->dump();
  if (fault.kind == Fault::Kind::edit && (fault.id == 0 || fault.member.name.empty())) {
    return tl::unexpected<std::string>("An edit needs the record's \"id\", a \"member\" and its new \"value\".");
  }
  if (fault.delay < std::chrono::milliseconds{0} || fault.delay > std::chrono::minutes{10}) {
    return tl::unexpected<std::string>("\"ms\" is a number of milliseconds from 0 to 600000.");
  }
  if (fault.kind == Fault::Kind::reply && (fault.reply.status < 200 || fault.reply.status > 599)) {
    return tl::unexpected<std::string>("\"status\" is a number from 200 to 599.");
  }
  return fault;
}

std::string to_json(const Fault& fault) {
  const auto* const found =
      std::find_if(kind_names.begin(), kind_names.end(), [&](const KindName& k) { return k.kind == fault.kind; });
  const Json json{{"kind", std::string(found->name)},
                  {"method", fault.method},
                  {"path", fault.path},
                  {"skip", fault.skip},
                  {"times", fault.times},
                  {"handled", fault.handled},
                  {"ms", fault.delay.count()}};
  return json.dump();
}

bool concerns(const Fault& fault, const nexudus::Request& request) {
  return (fault.method.empty() || fault.method == nexudus::to_string(request.method)) &&
         request.target.starts_with(fault.path);
}

}  // namespace sandbox
