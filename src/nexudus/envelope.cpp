// The object Nexudus wraps around the end of a write, and around most of its errors.
#include "nexudus/envelope.h"

#include <algorithm>
#include <utility>

#include "language/text.h"
#include "webhook/json.h"
#include "webhook/mask.h"
#include "webhook/utf8.h"

namespace nexudus {
namespace {

using language::key;
using language::translate;
using webhook::JsonScanner;

constexpr std::string_view no_object = key("The answer should be an object, but is {0}.");

constexpr std::size_t title_most = 80;
constexpr std::size_t errors_most = 100;

std::string text_or_empty(std::string_view raw) { return webhook::read_json_string(raw).value_or(std::string()); }

std::size_t find_without_case(std::string_view text, std::string_view lower_case_word, std::size_t from) {
  const auto found = std::search(
      text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), lower_case_word.begin(), lower_case_word.end(),
      [](char c, char word) { return (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) == word; });
  return found == text.end() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
}

FieldError read_field_error(std::string_view raw) {
  FieldError result;
  JsonScanner scanner(raw);
  if (!scanner.enter_object()) {
    result.message = text_or_empty(raw);
    return result;
  }
  std::string scratch;
  for (std::string_view raw_name; scanner.next_member(raw_name);) {
    const std::string_view name = webhook::json_name(raw_name, scratch);
    const std::string_view value = scanner.value();
    if (name == "Message") {
      result.message = text_or_empty(value);
    } else if (name == "PropertyName") {
      result.property = text_or_empty(value);
    }
  }
  result.field = webhook::field_of_property(result.property);
  return result;
}

std::vector<FieldError> read_errors(std::string_view raw) {
  std::vector<FieldError> result;
  JsonScanner scanner(raw);
  if (!scanner.enter_array()) {
    return result;
  }
  while (scanner.next_element() && result.size() < errors_most) {
    FieldError error = read_field_error(scanner.value());
    if (!error.message.empty() || !error.property.empty()) {
      result.push_back(std::move(error));
    }
  }
  return result;
}

/// The Id in `{"Id":12}`.
std::optional<std::int64_t> read_id(std::string_view raw) {
  std::optional<std::int64_t> result;
  JsonScanner scanner(raw);
  if (!scanner.enter_object()) {
    return result;
  }
  std::string scratch;
  for (std::string_view raw_name; scanner.next_member(raw_name);) {
    const std::string_view value = scanner.value();
    if (webhook::json_name(raw_name, scratch) == "Id") {
      result = webhook::read_json_integer(value);
    }
  }
  return result;
}

void read_envelope_member(Envelope& envelope, std::string_view name, std::string_view raw) {
  if (name == "WasSuccessful") {
    envelope.was_successful = webhook::read_json_boolean(raw);
  } else if (name == "Message") {
    envelope.message = text_or_empty(raw);
  } else if (name == "UpdatedOn") {
    envelope.updated_on = text_or_empty(raw);
  } else if (name == "UpdatedBy") {
    envelope.updated_by = text_or_empty(raw);
  } else if (name == "Errors") {
    envelope.errors = read_errors(raw);
  } else if (name == "Value") {
    envelope.id = read_id(raw);
  }
}

}  // namespace

std::optional<std::string> web_page_title(std::string_view body) {
  const std::size_t begin = body.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (begin == std::string_view::npos || body[begin] != '<') {
    return std::nullopt;
  }
  const std::size_t title = find_without_case(body, "<title", 0);
  const std::size_t text = title == std::string_view::npos ? title : body.find('>', title);
  if (text == std::string_view::npos) {
    return "";
  }
  const std::size_t end = body.find('<', text);
  const std::string_view title_text = body.substr(text + 1, end == std::string_view::npos ? end : end - text - 1);
  return webhook::presentable(webhook::masked_text(title_text), title_most);
}

std::string describe_wrong_body(std::string_view body, std::string_view if_other_json) {
  if (body.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    return std::string(translate("The answer is empty."));
  }
  if (const auto title = web_page_title(body)) {
    return title->empty() ? std::string(translate("A web page came instead of data."))
                          : translate("A web page came instead of data: “{0}”.", *title);
  }
  if (const auto error = webhook::find_json_error(body)) {
    const std::string place = std::to_string(error->offset);
    return error->offset >= body.size() ? translate("The answer breaks off after {0} bytes: {1}.", place, error->reason)
                                        : translate("The answer is no JSON: at byte {0}, {1}.", place, error->reason);
  }
  const std::string_view value = body.substr(body.find_first_not_of(" \t\r\n"));
  return translate(if_other_json, webhook::describe_json(value));
}

tl::expected<Envelope, std::string> read_envelope(std::string_view body) {
  Envelope envelope;
  JsonScanner scanner(body);
  if (!scanner.enter_object()) {
    return tl::unexpected(describe_wrong_body(body, no_object));
  }
  std::string scratch;
  for (std::string_view raw_name; scanner.next_member(raw_name);) {
    const std::string_view raw = scanner.value();
    if (scanner.error()) {
      break;
    }
    read_envelope_member(envelope, webhook::json_name(raw_name, scratch), raw);
  }
  if (!scanner.at_end()) {
    return tl::unexpected(describe_wrong_body(body, no_object));
  }
  return envelope;
}

}  // namespace nexudus
