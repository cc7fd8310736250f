// A webhook record: names of its fields, and reading its members.
#include "webhook/record.h"

#include <algorithm>

#include "language/text.h"
#include "webhook/json.h"
#include "webhook/mask.h"
#include "webhook/timestamp.h"

namespace webhook {
namespace {

using language::key;
using language::translate;

bool equal_without_case(std::string_view left, std::string_view right) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [lower](char l, char r) { return lower(l) == lower(r); });
}

/// `sentence` has {0} for the name and {1} for what came.
std::string wrong_type(std::string_view sentence, std::string_view name, std::string_view raw) {
  return translate(sentence, name, describe_json(raw));
}

std::string read_text(std::string& target, std::string_view name, std::string_view raw) {
  if (kind_of_json(raw) == JsonKind::null) {
    target.clear();
    return {};
  }
  auto value = read_json_string(raw);
  if (!value) {
    return wrong_type(key("{0} should be text, but is {1}."), name, raw);
  }
  target = *std::move(value);
  return {};
}

std::string read_integer(std::int64_t& target, std::string_view name, std::string_view raw) {
  const JsonKind kind = kind_of_json(raw);
  if (kind == JsonKind::null) {
    target = 0;
    return {};
  }
  const auto value = read_json_integer(raw);
  if (!value) {
    return wrong_type(kind == JsonKind::number ? key("{0} should be a whole number of at most 18 digits, but is {1}.")
                                               : key("{0} should be a whole number, but is {1}."),
                      name, raw);
  }
  target = *value;
  return {};
}

std::string read_boolean(bool& target, std::string_view name, std::string_view raw) {
  if (kind_of_json(raw) == JsonKind::null) {
    target = false;
    return {};
  }
  const auto value = read_json_boolean(raw);
  if (!value) {
    return wrong_type(key("{0} should be true or false, but is {1}."), name, raw);
  }
  target = *value;
  return {};
}

std::string read_moment(Moment& target, std::string_view name, std::string_view raw) {
  std::string sentence = read_text(target.text, name, raw);
  if (sentence.empty()) {
    target.unix_ms = parse_timestamp(target.text);
  }
  return sentence;
}

std::string read_fact(Facts& facts, std::string_view name, std::string_view raw) {
  if (name == "LastError") {
    std::string sentence = read_text(facts.last_error, name, raw);
    facts.last_error = masked_text(facts.last_error);
    return sentence;
  }
  if (name == "ErrorCount") {
    return read_integer(facts.error_count, name, raw);
  }
  if (name == "LastTrigger") {
    return read_moment(facts.last_trigger, name, raw);
  }
  if (name == "CreatedOn") {
    return read_moment(facts.created_on, name, raw);
  }
  if (name == "UpdatedOn") {
    return read_moment(facts.updated_on, name, raw);
  }
  if (name == "UpdatedBy") {
    return read_text(facts.updated_by, name, raw);
  }
  if (name == "UniqueId") {
    return read_text(facts.unique_id, name, raw);
  }
  return name == "SystemId" ? read_text(facts.system_id, name, raw) : std::string();
}

}  // namespace

std::string_view to_string(Field field) {
  switch (field) {
    case Field::name:
      return "Name";
    case Field::location:
      return "BusinessId";
    case Field::event:
      return "Action";
    case Field::url:
      return "URL";
    case Field::description:
      return "Description";
    case Field::active:
      return "Active";
  }
  return "";
}

std::string_view label(Field field) {
  switch (field) {
    case Field::name:
      return translate("Name");
    case Field::location:
      return translate("Location");
    case Field::event:
      return translate("Event");
    case Field::url:
      return translate("URL");
    case Field::description:
      return translate("Description");
    case Field::active:
      return translate("Active");
  }
  return "";
}

std::optional<Field> field_of_property(std::string_view property_name) {
  const std::size_t dot = property_name.rfind('.');
  const std::string_view name = dot == std::string_view::npos ? property_name : property_name.substr(dot + 1);
  if (equal_without_case(name, "Business")) {
    return Field::location;
  }
  const auto found = std::find_if(all_fields.begin(), all_fields.end(),
                                  [name](Field field) { return equal_without_case(name, to_string(field)); });
  return found == all_fields.end() ? std::nullopt : std::optional<Field>(*found);
}

std::vector<Field> differing_fields(const Fields& left, const Fields& right) {
  std::vector<Field> result;
  const auto compare = [&result](Field field, bool equal) {
    if (!equal) {
      result.push_back(field);
    }
  };
  compare(Field::name, left.name == right.name);
  compare(Field::location, left.location_id == right.location_id);
  compare(Field::event, left.action == right.action);
  compare(Field::url, left.url == right.url);
  compare(Field::description, left.description == right.description);
  compare(Field::active, left.active == right.active);
  return result;
}

std::string read_member(Record& record, std::string_view name, std::string_view raw) {
  if (name == "Id") {
    return read_integer(record.id, name, raw);
  }
  if (name == "Name") {
    return read_text(record.fields.name, name, raw);
  }
  if (name == "BusinessId") {
    return read_integer(record.fields.location_id, name, raw);
  }
  if (name == "Action") {
    return read_integer(record.fields.action, name, raw);
  }
  if (name == "URL") {
    return read_text(record.fields.url, name, raw);
  }
  if (name == "Description") {
    return read_text(record.fields.description, name, raw);
  }
  if (name == "Active") {
    return read_boolean(record.fields.active, name, raw);
  }
  return read_fact(record.facts, name, raw);
}

}  // namespace webhook
