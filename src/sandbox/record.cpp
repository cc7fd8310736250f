// Reading and writing records in the manner of Nexudus.
#include "sandbox/record.h"

#include <algorithm>
#include <array>

#include "sandbox/http_text.h"
#include "sandbox/json_text.h"
#include "sandbox/time_text.h"

namespace sandbox {

namespace {

constexpr std::string_view required = "is a required field";
constexpr std::string_view not_valid = "is not valid";

// What Nexudus sets itself, and the fields read one by one below.
constexpr std::array<std::string_view, 19> documented_members{
    "BusinessId", "Name",        "Action",       "Description",         "URL",         "Active",   "LastError",
    "ErrorCount", "LastTrigger", "Id",           "UpdatedOn",           "CreatedOn",   "UniqueId", "UpdatedBy",
    "IsNew",      "SystemId",    "ToStringText", "LocalizationDetails", "CustomFields"};

std::string moment_json(const std::optional<Moment>& moment) { return moment ? quote(format_moment(*moment)) : "null"; }

// Reads members and collects what is wrong with them.
class Reader {
 public:
  explicit Reader(const std::vector<RawMember>& members) : members_(members) {}

  std::int64_t number(std::string_view name, std::string_view property) {
    const std::string_view json = find_member(members_, name);
    const auto value = parse_integer(json);
    if (!value) {
      complain(property, json == "null" ? required : not_valid, json);
    }
    return value.value_or(0);
  }

  std::string required_text(std::string_view name) {
    const std::string_view json = find_member(members_, name);
    const auto value = read_string(json);
    if (!value && json != "null") {
      complain(name, not_valid, json);
    } else if (!value || value->find_first_not_of(" \t\r\n") == std::string::npos) {
      complain(name, required, json);
    }
    return value.value_or("");
  }

  std::optional<std::string> optional_text(std::string_view name) {
    const std::string_view json = find_member(members_, name);
    auto value = read_string(json);
    if (!value && json != "null") {
      complain(name, not_valid, json);
    }
    return value;
  }

  bool boolean(std::string_view name) {
    const std::string_view json = find_member(members_, name);
    if (json != "true" && json != "false" && json != "null") {
      complain(name, not_valid, json);
    }
    return json == "true";
  }

  void complain(std::string_view property, std::string_view message, std::string_view attempted) {
    errors_.push_back({std::string(property), std::string(message), std::string(attempted)});
  }

  std::vector<FieldError> take_errors() { return std::move(errors_); }

 private:
  const std::vector<RawMember>& members_;
  std::vector<FieldError> errors_;
};

}  // namespace

std::string to_json(const Webhook& webhook, Detail detail) {
  ObjectWriter writer;
  writer.number("BusinessId", webhook.business_id)
      .text("Name", webhook.name)
      .number("Action", webhook.action)
      .text_or_null("Description", detail == Detail::whole ? webhook.description : std::nullopt)
      .text("URL", webhook.url)
      .boolean("Active", webhook.active)
      .text_or_null("LastError", webhook.last_error)
      .number("ErrorCount", webhook.error_count)
      .json("LastTrigger", moment_json(webhook.last_trigger))
      .number("Id", webhook.id)
      .text("UpdatedOn", format_moment(webhook.updated_on))
      .text("CreatedOn", format_moment(webhook.created_on))
      .text("UniqueId", webhook.unique_id)
      .text("UpdatedBy", webhook.updated_by)
      .boolean("IsNew", false)
      .json("SystemId", webhook.system_id)
      .text("ToStringText", webhook.name)
      .json("LocalizationDetails", webhook.localization_details)
      .json("CustomFields", webhook.custom_fields);
  for (const RawMember& member : webhook.extra) {
    writer.json(member.name, member.json);
  }
  return writer.take();
}

std::string to_json(const Business& business) {
  return ObjectWriter()
      .text("Name", business.name)
      .text("WebAddress", business.web_address)
      .number("Id", business.id)
      .boolean("IsNew", false)
      .null("SystemId")
      .text("ToStringText", business.name)
      .null("LocalizationDetails")
      .null("CustomFields")
      .take();
}

std::vector<FieldError> take_over(Webhook& webhook, const std::vector<RawMember>& members,
                                  const std::vector<Business>& businesses) {
  Reader reader(members);
  webhook.business_id = reader.number("BusinessId", "Business");
  webhook.name = reader.required_text("Name");
  webhook.action = reader.number("Action", "Action");
  webhook.description = reader.optional_text("Description");
  webhook.url = reader.required_text("URL");
  webhook.active = reader.boolean("Active");
  webhook.system_id = find_member(members, "SystemId");
  webhook.localization_details = find_member(members, "LocalizationDetails");
  webhook.custom_fields = find_member(members, "CustomFields");
  webhook.extra.clear();
  std::copy_if(members.begin(), members.end(), std::back_inserter(webhook.extra), [](const RawMember& member) {
    return std::find(documented_members.begin(), documented_members.end(), member.name) == documented_members.end();
  });

  const bool is_number = parse_integer(find_member(members, "BusinessId")).has_value();
  if (is_number && std::none_of(businesses.begin(), businesses.end(),
                                [&](const Business& business) { return business.id == webhook.business_id; })) {
    reader.complain("Business", webhook.business_id == 0 ? required : "could not be found",
                    std::to_string(webhook.business_id));
  }
  return reader.take_errors();
}

std::string_view find_member(const std::vector<RawMember>& members, std::string_view name) {
  const auto found = std::find_if(members.begin(), members.end(), [&](const RawMember& m) { return m.name == name; });
  return found == members.end() ? std::string_view("null") : std::string_view(found->json);
}

}  // namespace sandbox
