// A webhook record as the text Nexudus sent: taking it apart and putting changed values in.
#include "webhook/document.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "language/text.h"
#include "webhook/heap_sort.h"
#include "webhook/json.h"

namespace webhook {
namespace {

using language::translate;

DocumentError error_at(const JsonError& error, std::size_t size) {
  const std::string place = std::to_string(error.offset);
  return {error.offset, error.offset >= size ? translate("It breaks off after {0} bytes: {1}.", place, error.reason)
                                             : translate("It is no JSON from byte {0} on: {1}.", place, error.reason)};
}

std::string raw_value(const Fields& fields, Field field) {
  switch (field) {
    case Field::name:
      return json_string(fields.name);
    case Field::location:
      return std::to_string(fields.location_id);
    case Field::event:
      return std::to_string(fields.action);
    case Field::url:
      return json_string(fields.url);
    case Field::description:
      return fields.description.empty() ? "null" : json_string(fields.description);
    case Field::active:
      return fields.active ? "true" : "false";
  }
  return "null";
}

struct Replacement {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;
};

}  // namespace

tl::expected<Document, DocumentError> Document::parse(std::string text) {
  Document document(std::move(text));
  JsonScanner scanner(document.text_);
  if (!scanner.enter_object()) {
    if (const auto error = find_json_error(document.text_)) {
      return tl::unexpected(error_at(*error, document.text_.size()));
    }
    const std::string came = describe_json(std::string_view(document.text_).substr(scanner.offset()));
    return tl::unexpected(DocumentError{scanner.offset(), translate("It should be an object, but is {0}.", came)});
  }
  std::string_view raw_name;
  std::string scratch;
  while (scanner.next_member(raw_name)) {
    const std::string_view value = scanner.value();
    if (scanner.error()) {
      break;
    }
    const char* const start = document.text_.data();
    const auto begin = static_cast<std::size_t>(value.data() - start);
    document.members_.push_back({std::string(json_name(raw_name, scratch)),
                                 static_cast<std::size_t>(raw_name.data() - start), begin, begin + value.size()});
  }
  if (!scanner.at_end()) {
    return tl::unexpected(error_at(scanner.error().value_or(JsonError{}), document.text_.size()));
  }
  return document;
}

std::string_view Document::raw(const Member& member) const {
  return std::string_view(text_).substr(member.begin, member.end - member.begin);
}

std::optional<std::string_view> Document::raw(std::string_view member) const {
  const auto found =
      std::find_if(members_.rbegin(), members_.rend(), [member](const Member& m) { return m.name == member; });
  return found == members_.rend() ? std::nullopt : std::optional<std::string_view>(raw(*found));
}

tl::expected<Record, DocumentError> read_record(const Document& document) {
  Record record;
  for (const Document::Member& member : document.members()) {
    std::string sentence = read_member(record, member.name, document.raw(member));
    if (!sentence.empty()) {
      return tl::unexpected(DocumentError{member.begin, std::move(sentence)});
    }
  }
  return record;
}

std::string edited(const Document& document, const Fields& stored, const Fields& wanted) {
  std::vector<Replacement> replacements;
  std::string appended;
  for (const Field field : differing_fields(stored, wanted)) {
    bool found = false;
    for (const Document::Member& member : document.members()) {
      if (member.name == to_string(field)) {
        replacements.push_back({member.begin, member.end, raw_value(wanted, field)});
        found = true;
      }
    }
    if (!found) {
      appended.append(document.members().empty() && appended.empty() ? "\"" : ",\"");
      appended.append(to_string(field)).append("\":").append(raw_value(wanted, field));
    }
  }
  const std::size_t end_of_members =
      document.members().empty() ? document.text().find('{') + 1 : document.members().back().end;
  replacements.push_back({end_of_members, end_of_members, std::move(appended)});
  heap_sort(replacements, [](const Replacement& left, const Replacement& right) { return left.begin < right.begin; });

  std::string result;
  std::size_t copied = 0;
  for (const Replacement& replacement : replacements) {
    result.append(document.text(), copied, replacement.begin - copied).append(replacement.text);
    copied = replacement.end;
  }
  return result.append(document.text(), copied);
}

std::string create_payload(const Fields& fields) {
  nlohmann::ordered_json payload;
  payload["BusinessId"] = fields.location_id;
  payload["Name"] = fields.name;
  payload["Action"] = fields.action;
  payload["Description"] = nullptr;
  if (!fields.description.empty()) {
    payload["Description"] = fields.description;
  }
  payload["URL"] = fields.url;
  payload["Active"] = fields.active;
  return payload.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace webhook
