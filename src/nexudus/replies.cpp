// Decodes the API's replies.
#include "nexudus/replies.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "language/text.h"
#include "nexudus/envelope.h"
#include "webhook/json.h"

namespace nexudus {
namespace {

using language::key;
using language::translate;
using webhook::JsonKind;
using webhook::JsonScanner;

constexpr std::string_view no_object = key("The answer should be an object, but is {0}.");
constexpr std::string_view no_page = key("The answer should be an object with Records, but is {0}.");
constexpr std::string_view no_list = key("The answer should be a list, but is {0}.");

bool is_success(const Response& response) { return response.status >= 200 && response.status <= 299; }

/// `sentence` has {0} for the name and {1} for what came.
std::string wrong_type(std::string_view sentence, std::string_view name, std::string_view raw) {
  return translate(sentence, name, webhook::describe_json(raw));
}

/// Reads one element, member by member. Each returns a sentence if something is wrong, else nothing.
std::string take_member(webhook::Record& record, std::string_view name, std::string_view raw) {
  // A row's description is not filled, so nothing may be made of it.
  return name == "Description" ? std::string() : webhook::read_member(record, name, raw);
}

std::string take_whole_number(std::int64_t& target, std::string_view name, std::string_view raw) {
  const auto value = webhook::read_json_integer(raw);
  target = value.value_or(0);
  return value ? std::string()
               : wrong_type(key("{0} should be a whole number of at most 18 digits, but is {1}."), name, raw);
}

std::string take_text(std::string& target, std::string_view name, std::string_view raw) {
  auto value = webhook::read_json_string(raw);
  const bool is_null = webhook::kind_of_json(raw) == JsonKind::null;
  target = value ? *std::move(value) : std::string();
  return !target.empty() || is_null || raw == "\"\"" ? std::string()
                                                     : wrong_type(key("{0} should be text, but is {1}."), name, raw);
}

std::string take_member(Location& location, std::string_view name, std::string_view raw) {
  if (name == "Id") {
    return take_whole_number(location.id, name, raw);
  }
  return name == "Name" ? take_text(location.name, name, raw) : std::string();
}

std::string take_member(EventName& event, std::string_view name, std::string_view raw) {
  if (name == "Id") {
    return take_whole_number(event.number, name, raw);
  }
  if (name == "Name") {
    return take_text(event.name, name, raw);
  }
  return name == "Label" ? take_text(event.label, name, raw) : std::string();
}

/// Reads a list of objects, each of which has to have an Id. Returns a sentence if that fails; errors of the JSON
/// itself stay with the scanner.
template <typename T>
std::string read_list(JsonScanner& scanner, std::vector<T>& list) {
  std::string scratch;
  std::string_view raw_name;
  while (scanner.next_element()) {
    const std::string number = std::to_string(list.size() + 1);
    if (!scanner.enter_object()) {
      const std::string_view raw = scanner.value();
      return scanner.error() ? std::string()
                             : wrong_type(key("In entry {0}, it should be an object, but is {1}."), number, raw);
    }
    T& entry = list.emplace_back();
    bool has_id = false;
    while (scanner.next_member(raw_name)) {
      const std::string_view raw = scanner.value();
      if (scanner.error()) {
        return {};
      }
      const std::string_view name = webhook::json_name(raw_name, scratch);
      has_id = has_id || (name == "Id" && webhook::kind_of_json(raw) == JsonKind::number);
      if (std::string sentence = take_member(entry, name, raw); !sentence.empty()) {
        return translate("In entry {0}, {1}", number, sentence);
      }
    }
    if (!has_id && !scanner.error()) {
      return translate("In entry {0}, the Id is missing.", number);
    }
  }
  return {};
}

std::string read_page_member(bool& has_next_page, std::string_view name, std::string_view raw) {
  const auto value = webhook::read_json_boolean(raw);
  has_next_page = value.value_or(false);
  return value ? std::string() : wrong_type(key("{0} should be true or false, but is {1}."), name, raw);
}

template <typename T>
struct PageReader {
  Page<T> page;
  bool has_records = false;
  bool was_unsuccessful = false;

  std::string read(JsonScanner& scanner, std::string_view name) {
    if (name == "Records" && !has_records) {
      has_records = scanner.enter_array();
      if (has_records) {
        return read_list(scanner, page.records);
      }
    }
    const std::string_view raw = scanner.value();
    if (name == "Records" && !scanner.error()) {
      return has_records ? std::string(translate("Records is given twice."))
                         : wrong_type(key("{0} should be a list, but is {1}."), name, raw);
    }
    if (name == "TotalItems") {
      return take_whole_number(page.total_items, name, raw);
    }
    if (name == "TotalPages") {
      return take_whole_number(page.total_pages, name, raw);
    }
    if (name == "CurrentPage") {
      return take_whole_number(page.current_page, name, raw);
    }
    if (name == "HasNextPage") {
      return read_page_member(page.has_next_page, name, raw);
    }
    was_unsuccessful = was_unsuccessful || (name == "WasSuccessful" && raw == "false");
    return {};
  }
};

template <typename T>
tl::expected<Page<T>, Problem> decode_page(const Response& response, const Asked& asked) {
  const auto unreadable = [&](std::string_view sentence) {
    return tl::unexpected(problem_of_unreadable(response, asked, sentence));
  };
  if (!is_success(response)) {
    return tl::unexpected(problem_of_reply(response, asked));
  }
  JsonScanner scanner(response.body);
  PageReader<T> reader;
  if (!scanner.enter_object()) {
    return unreadable(describe_wrong_body(response.body, no_page));
  }
  std::string scratch;
  std::string sentence;
  for (std::string_view raw_name; sentence.empty() && scanner.next_member(raw_name);) {
    sentence = reader.read(scanner, webhook::json_name(raw_name, scratch));
  }
  if (scanner.error() || (sentence.empty() && !scanner.at_end())) {
    return unreadable(describe_wrong_body(response.body, no_page));
  }
  if (!sentence.empty()) {
    return unreadable(sentence);
  }
  if (reader.was_unsuccessful) {
    return tl::unexpected(problem_of_reply(response, asked));
  }
  if (!reader.has_records) {
    return unreadable(translate("Records is missing."));
  }
  reader.page.total_items = std::max(reader.page.total_items, static_cast<std::int64_t>(reader.page.records.size()));
  return std::move(reader.page);
}

}  // namespace

tl::expected<Page<webhook::Record>, Problem> decode_webhooks(const Response& response, const Asked& asked) {
  return decode_page<webhook::Record>(response, asked);
}

tl::expected<Page<Location>, Problem> decode_locations(const Response& response, const Asked& asked) {
  return decode_page<Location>(response, asked);
}

tl::expected<ReadRecord, Problem> decode_webhook(const Response& response, const Asked& asked) {
  const auto unreadable = [&](std::string_view sentence) {
    return tl::unexpected(problem_of_unreadable(response, asked, sentence));
  };
  if (!is_success(response)) {
    return tl::unexpected(problem_of_reply(response, asked));
  }
  auto document = webhook::Document::parse(response.body);
  if (!document) {
    return unreadable(describe_wrong_body(response.body, no_object));
  }
  if (document->raw("WasSuccessful") == "false") {
    return tl::unexpected(problem_of_reply(response, asked));
  }
  auto record = webhook::read_record(*document);
  if (!record) {
    return unreadable(record.error().sentence);
  }
  if (webhook::kind_of_json(document->raw("Id").value_or("")) != JsonKind::number) {
    return unreadable(translate("The Id is missing."));
  }
  return ReadRecord{*std::move(document), *std::move(record)};
}

tl::expected<Written, Problem> decode_written(const Response& response, const Asked& asked) {
  if (!is_success(response)) {
    return tl::unexpected(problem_of_reply(response, asked));
  }
  auto envelope = read_envelope(response.body);
  if (!envelope) {
    return tl::unexpected(problem_of_unreadable(response, asked, envelope.error()));
  }
  if (!envelope->was_successful) {
    return tl::unexpected(problem_of_unreadable(
        response, asked, translate("It does not say whether it worked (WasSuccessful is missing).")));
  }
  if (!*envelope->was_successful) {
    return tl::unexpected(problem_of_reply(response, asked));
  }
  return Written{envelope->id, std::move(envelope->message), std::move(envelope->updated_on),
                 std::move(envelope->updated_by)};
}

tl::expected<std::vector<EventName>, Problem> decode_event_names(const Response& response, const Asked& asked) {
  const auto unreadable = [&](std::string_view sentence) {
    return tl::unexpected(problem_of_unreadable(response, asked, sentence));
  };
  if (!is_success(response)) {
    return tl::unexpected(problem_of_reply(response, asked));
  }
  JsonScanner scanner(response.body);
  std::vector<EventName> names;
  if (!scanner.enter_array()) {
    return unreadable(describe_wrong_body(response.body, no_list));
  }
  const std::string sentence = read_list(scanner, names);
  if (scanner.error() || (sentence.empty() && !scanner.at_end())) {
    return unreadable(describe_wrong_body(response.body, no_list));
  }
  if (!sentence.empty()) {
    return unreadable(sentence);
  }
  return names;
}

}  // namespace nexudus
