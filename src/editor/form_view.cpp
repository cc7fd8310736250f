// All that is worked out from what the form holds.
#include "editor/form_view.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

#include "editor/sentences.h"
#include "language/text.h"
#include "nexudus/requests.h"
#include "webhook/json.h"
#include "webhook/mask.h"

namespace editor {
namespace {

using language::translate;
using webhook::Field;

/// Set by Nexudus with every write, whatever was sent.
constexpr std::array<std::string_view, 9> members_of_nexudus{"LastError", "ErrorCount", "LastTrigger",
                                                             "CreatedOn", "UpdatedOn",  "UpdatedBy",
                                                             "UniqueId",  "IsNew",      "ToStringText"};

std::string problem_with_typed_location(const State& state) {
  const Form& form = *state.form;
  if (!are_typed(state.locations) || form.fields.location_id > 0) {
    return {};
  }
  return std::string(form.location_text.empty() ? translate("Enter the number of the location.")
                                                : translate("Enter the number of the location, in digits only."));
}

/// Nexudus would call the same address twice for one event. Nothing for a webhook that is as stored in this.
std::string advice_on_twin(const State& state) {
  const Form& form = *state.form;
  const webhook::Fields& fields = form.fields;
  const auto is_same_call = [&fields](const webhook::Fields& other) {
    return other.action == fields.action && other.location_id == fields.location_id && other.url == fields.url;
  };
  if (fields.url.empty() || fields.action == 0 || (!form.is_new() && is_same_call(form.stored.fields))) {
    return {};
  }
  const auto& rows = state.list.rows;
  const auto twin = std::find_if(rows.begin(), rows.end(), [&](const Row& row) {
    return row.record.id != form.id && is_same_call(row.record.fields);
  });
  return twin == rows.end()
             ? std::string()
             : translate(
                   "This location's {0} sends the same event to this URL already: the receiver would get it twice.",
                   quoted(twin->record.fields.name));
}

/// One piece of advice stands as it is, several as a list.
void show_advice(Form& form, std::vector<webhook::FieldProblem> advice) {
  for (webhook::FieldProblem& one : advice) {
    FieldStatus& status = form.status_of(one.field);
    if (status.advice.empty()) {
      status.advice = one.sentence;
    } else {
      status.advice = (status.advice.starts_with("• ") ? "" : "• ") + status.advice + "\n• " + one.sentence;
    }
    if (!one.fix_label.empty()) {
      status.fixes.push_back(std::move(one));
    }
  }
}

void refresh_problems(State& state) {
  Form& form = *state.form;
  const webhook::Fields* stored = form.is_new() ? nullptr : &form.stored.fields;
  for (FieldStatus& status : form.status) {
    status.problem.clear();
    status.advice.clear();
    status.fixes.clear();
  }
  for (webhook::FieldProblem& problem : webhook::validate(form.fields, stored)) {
    FieldStatus& status = form.status_of(problem.field);
    status.problem = problem.sentence;
    if (status.touched && !problem.fixed.empty()) {
      status.fixes.push_back(std::move(problem));
    }
  }
  if (std::string sentence = problem_with_typed_location(state); !sentence.empty()) {
    form.status_of(Field::location).problem = std::move(sentence);
  }
  std::vector<webhook::FieldProblem> advice = webhook::advise(form.fields, stored);
  if (std::string sentence = advice_on_twin(state); !sentence.empty()) {
    advice.push_back({Field::url, std::move(sentence), {}, {}});
  }
  show_advice(form, std::move(advice));
  for (const Field field : webhook::all_fields) {
    FieldStatus& status = form.status_of(field);
    if (!status.changed) {
      status.conflict.clear();  // there is nothing to decide between any more
    }
    if (!status.conflict.empty()) {
      status.problem = status.conflict;
      status.touched = true;
    }
  }
  for (FieldStatus& status : form.status) {
    status.error = !status.server_error.empty() ? status.server_error : status.touched ? status.problem : "";
  }
}

/// The line as it may be seen by everybody: its JSON is one member, which only needs its braces.
std::string masked_line(const std::string& line) {
  if (!line.starts_with("  \"")) {
    return line;
  }
  const std::size_t end = line.ends_with(',') ? line.size() - 1 : line.size();
  const std::string shown = webhook::masked_record("{" + line.substr(0, end) + "}");
  return shown.substr(1, shown.size() - 2) + line.substr(end);
}

bool hides_something(const std::vector<webhook::PayloadLine>& lines) {
  return std::any_of(lines.begin(), lines.end(), [](const auto& line) { return masked_line(line.text) != line.text; });
}

void hide_credentials(std::vector<webhook::PayloadLine>& lines) {
  for (webhook::PayloadLine& line : lines) {
    line.text = masked_line(line.text);
  }
}

void refresh_payload(State& state) {
  Form& form = *state.form;
  Payload& payload = form.payload;
  const webhook::Document* document = form.document ? &*form.document : nullptr;
  payload.request = document == nullptr
                        ? nexudus::request_create(webhook::create_payload(form.fields))
                        : nexudus::request_update(webhook::edited(*document, form.stored.fields, form.fields));
  payload.method_and_target = std::string(nexudus::to_string(payload.request.method)) + " " + payload.request.target;
  nexudus::Request& shown = payload.shown;
  shown = payload.request;
  shown.body = webhook::masked_record(shown.body);
  payload.lines = webhook::payload_lines(document, payload.request.body);
  payload.has_credentials = shown.body != payload.request.body || hides_something(payload.lines);
  if (state.show_credentials) {
    shown.body = payload.request.body;
  } else {
    hide_credentials(payload.lines);
  }
  payload.json = webhook::pretty(shown.body);
  payload.differences =
      document == nullptr ? std::vector<webhook::Difference>() : webhook::differences(*document, payload.request.body);
  payload.curl = nexudus::curl_command(shown, state.config.absolute_api_base, shown.body != payload.request.body);
  form.shown_url = state.show_credentials ? form.fields.url : webhook::masked_url(form.fields.url);
}

bool is_nothing(std::string_view raw) { return raw.empty() || raw == "null" || raw == "\"\""; }

bool same_value(std::string_view left, std::string_view right) {
  if (left == right || (is_nothing(left) && is_nothing(right))) {
    return true;
  }
  const auto text = webhook::read_json_string(left);
  const auto number = webhook::read_json_integer(left);
  return (text && text == webhook::read_json_string(right)) ||
         (number && number == webhook::read_json_integer(right)) || webhook::pretty(left) == webhook::pretty(right);
}

}  // namespace

const webhook::Fields& baseline(const Form& form) { return form.is_new() ? form.begun_with : form.stored.fields; }

void refresh_form(State& state) {
  if (!state.form || state.form->phase != Form::Phase::ready) {
    return;
  }
  Form& form = *state.form;
  const auto changed = webhook::differing_fields(baseline(form), form.fields);
  for (FieldStatus& status : form.status) {
    status.changed = false;
  }
  for (const Field field : changed) {
    form.status_of(field).changed = true;
  }
  // What is typed for a location and is no number is no other location, but it is typed.
  const bool typed = form.fields.location_id == 0 && form.location_text.find_first_not_of(' ') != std::string::npos;
  FieldStatus& location = form.status_of(Field::location);
  location.changed = location.changed || typed;
  form.changed = !changed.empty() || typed;
  refresh_problems(state);
  refresh_payload(state);
  form.event_help = event_help(state);
}

std::string as_in_field(std::string_view text, bool multiline) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool ends_line = text[at] == '\r' || text[at] == '\n';
    if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') {
      ++at;
    }
    if (!ends_line) {
      result += text[at];
    } else if (multiline) {
      result += '\n';
    }
  }
  return result;
}

std::string with_line_ends_of(const std::string& stored, std::string_view typed, bool multiline) {
  const std::string text = as_in_field(typed, multiline);
  if (text == as_in_field(stored, multiline)) {
    return stored;
  }
  if (stored.find("\r\n") == std::string::npos) {
    return std::string(typed);
  }
  std::string result;
  for (const char letter : text) {
    result += letter == '\n' ? "\r\n" : std::string(1, letter);
  }
  return result;
}

bool is_set_by_nexudus(std::string_view member) {
  return std::find(members_of_nexudus.begin(), members_of_nexudus.end(), member) != members_of_nexudus.end();
}

std::vector<StoredOtherwise> compare_with_stored(const webhook::Document& stored, std::string_view sent_body) {
  std::vector<StoredOtherwise> result;
  for (webhook::Difference& difference : webhook::differences(stored, sent_body)) {
    if (!difference.after_raw.empty() && !is_set_by_nexudus(difference.member) &&
        !same_value(difference.before_raw, difference.after_raw)) {
      result.push_back({std::move(difference.member), webhook::masked_reply(difference.after_raw),
                        webhook::masked_reply(difference.before_raw)});
    }
  }
  return result;
}

}  // namespace editor
