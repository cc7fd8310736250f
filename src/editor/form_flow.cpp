// Opening a webhook and editing it.
#include "editor/form_flow.h"

#include <charconv>
#include <string>
#include <utility>

#include "editor/choices.h"
#include "editor/drafts.h"
#include "editor/event_help.h"
#include "editor/form_view.h"
#include "editor/journal.h"
#include "editor/left_write.h"
#include "editor/list_loading.h"
#include "editor/list_view.h"
#include "editor/rights.h"
#include "editor/sentences.h"
#include "language/text.h"
#include "nexudus/requests.h"
#include "webhook/health.h"
#include "webhook/merge.h"
#include "webhook/utf8.h"

namespace editor {
namespace {

using language::counted;
using language::translate;
using nexudus::Problem;
using webhook::Field;
using Purpose = Errand::Purpose;

std::string number_as_text(std::int64_t number) { return number == 0 ? std::string() : std::to_string(number); }

/// A positive number, or 0 for anything else.
std::int64_t read_number(std::string_view text) {
  std::int64_t number = 0;
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) {
    return 0;
  }
  text = text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && number > 0 ? number : 0;
}

std::string known_name(const State& state, std::int64_t id) {
  const Row* row = find_row(state.list, id);
  return row != nullptr ? row->record.fields.name : std::string();
}

void read_record(const Context& context, Purpose purpose, std::int64_t id) {
  post(context, {purpose, context.state.form->generation, id}, nexudus::request_webhook(id),
       the_webhook(known_name(context.state, id), id));
}

void fail_opening(const Context& context, const Answer& answer, const Problem& problem) {
  Form& form = *context.state.form;
  form.phase = Form::Phase::failed;
  if (problem.kind == Problem::Kind::unauthorized || problem.kind == Problem::Kind::forbidden) {
    form.notice = missing_role_notice(answer.errand.purpose, problem.status, false);
    form.notice.action = Notice::Action::try_again;
  } else {
    form.notice = {Notice::Severity::error, problem.title, problem.detail, Notice::Action::try_again};
  }
  form.gone = problem.kind == Problem::Kind::not_found;
  if (form.gone) {
    form.notice.title = translate("There is no webhook {0}.", std::to_string(answer.errand.number));
    form.notice.detail = translate("Nexudus does not know it. It may have been deleted, or the address is mistyped.");
    remove_row(context.state, answer.errand.number, answer.request_id);
  }
  if (problem.status == 500) {
    form.notice.detail.append(" ").append(
        translate("Nexudus also answers like this for a webhook that was deleted: reload the list to see."));
  }
  offer_draft_of_failed(context);
  if (form.phase == Form::Phase::failed) {
    context.say_at_once(form.notice.title + " " + form.notice.detail);
  }
  context.focus(FocusTarget::Kind::notice);
}

/// The record an answer brings; nothing, with the failure shown, if it brings none or is not for this form.
std::optional<nexudus::ReadRecord> take_record(const Context& context, const Answer& answer) {
  const State& state = context.state;
  if (!state.form || state.form->generation != answer.errand.generation) {
    return std::nullopt;
  }
  auto read = webhook_in(answer);
  if (!read) {
    fail_opening(context, answer, read.error());
    return std::nullopt;
  }
  mark_overtaken(context, *read);
  return *std::move(read);
}

std::string failures_sentence(const webhook::Facts& facts) {
  const std::string count = std::to_string(facts.error_count);
  if (facts.last_error.empty()) {
    return counted(facts.error_count, "It failed {0} times in a row.", "It failed {0} times in a row.", count);
  }
  return counted(facts.error_count, "It failed {0} times in a row, last with “{1}”.",
                 "It failed {0} times in a row, last with “{1}”.", count, webhook::presentable(facts.last_error, 300));
}

}  // namespace

Notice health_notice(const webhook::Record& record) {
  if (webhook::health_of(record.fields, record.facts) != webhook::Health::switched_off_by_nexudus) {
    return {};
  }
  Notice notice{Notice::Severity::warning, std::string(translate("Nexudus has switched this webhook off.")),
                failures_sentence(record.facts), Notice::Action::switch_on};
  if (const std::string_view why = webhook::explain_error(record.facts.last_error); !why.empty()) {
    notice.detail.append(" ").append(why);
  }
  notice.detail.append(" ").append(
      translate("What fired since then is not sent later. Check that the URL answers, then switch it on again."));
  return notice;
}

namespace {

/// The form, if it can be typed into.
Form* editable(const Context& context) {
  State& state = context.state;
  const bool ready = state.form && state.form->phase == Form::Phase::ready && !is_read_only(state);
  return ready ? &*state.form : nullptr;
}

/// What a server or a notice said of the old value no longer holds for the new one.
void after_edit(const Context& context, Field field) {
  Form& form = *context.state.form;
  form.status_of(field).server_error.clear();
  if (form.notice.severity != Notice::Severity::error && form.notice.action == Notice::Action::none) {
    form.notice = Notice{};
  }
  context.state.copying = Copying{};
  refresh_form(context.state);
}

}  // namespace

void begin_new(const Context& context, webhook::Fields fields) {
  Form& form = *context.state.form;
  form.phase = Form::Phase::ready;
  form.begun_with = fields;
  form.location_text = number_as_text(fields.location_id);
  form.fields = std::move(fields);
  refresh_form(context.state);
  apply_draft(context);
  apply_undone_write(context);
}

void open_form(const Context& context, const Address& address) {
  State& state = context.state;
  Form& form = state.form.emplace();
  form.generation = ++state.last_form_generation;
  form.address = address;
  state.copying = Copying{};
  reopen_form(context);
  context.focus(FocusTarget::Kind::heading);
}

void reopen_form(const Context& context) {
  Form& form = *context.state.form;
  form.phase = Form::Phase::loading;
  form.notice = Notice{};
  form.gone = false;
  if (context.state.locations.availability == Locations::Availability::failed) {
    load_locations(context);
  }
  if (form.address.screen == Address::Screen::record) {
    form.id = form.address.id;
    read_record(context, Purpose::open_record, form.id);
  } else if (form.address.duplicate_of != 0) {
    read_record(context, Purpose::copy_record, form.address.duplicate_of);
  } else {
    begin_new(context, {});
  }
}

void close_form(const Context& context) {
  const std::uint32_t generation = context.state.form ? context.state.form->generation : 0;
  drop_requests(context, [generation](const OutboxEntry& entry) {
    const bool of_form = entry.errand.purpose == Purpose::open_record || entry.errand.purpose == Purpose::copy_record;
    return of_form && entry.errand.generation == generation;
  });
  context.state.form.reset();
  context.state.dialog.reset();
  context.state.copying = Copying{};
}

void adopt_record(Form& form, nexudus::ReadRecord read, RequestId as_of) {
  form.as_of = as_of;
  form.phase = Form::Phase::ready;
  form.id = read.record.id;
  form.stored = std::move(read.record);
  form.document = std::move(read.document);
}

void take_opened_record(const Context& context, const Answer& answer) {
  auto read = take_record(context, answer);
  if (!read) {
    return;
  }
  State& state = context.state;
  state.session.proved = true;
  put_row(state, read->record, answer.request_id);
  sort_list(state.list);
  Form& form = *state.form;
  adopt_record(form, *std::move(read), answer.request_id);
  form.fields = form.stored.fields;
  form.location_text = number_as_text(form.fields.location_id);
  refresh_form(state);
  context.say(translate("The webhook {0} is open.", quoted(form.fields.name)));
  apply_draft(context);
  apply_undone_write(context);
  if (form.notice.empty()) {
    form.notice = health_notice(form.stored);
  }
}

void take_copied_record(const Context& context, const Answer& answer) {
  auto read = take_record(context, answer);
  if (!read) {
    return;
  }
  context.state.session.proved = true;
  webhook::Fields fields = std::move(read->record.fields);
  const std::string original = quoted(fields.name);
  const std::int64_t event = context.state.form->address.event;
  if (event == 0) {
    fields.name = translate("{0} (copy)", fields.name);
  } else {
    fields.name = event_words(context.state, event);
    fields.url = url_for_event(context.state, fields.url, fields.action, event);
    fields.action = event;
    fields.active = true;
  }
  const std::string news = event == 0 ? translate("A copy of {0} is in the form. It is not created yet.", original)
                                      : translate("{0} with the URL of {1} is in the form. It is not created yet.",
                                                  quoted(fields.name), original);
  begin_new(context, std::move(fields));
  context.say(news);
}

void edit(const Context& context, const command::EditText& command) {
  Form* form = editable(context);
  if (form == nullptr) {
    return;
  }
  switch (command.field) {
    case Field::name:
      form->fields.name = with_line_ends_of(baseline(*form).name, command.text, false);
      break;
    case Field::url:
      form->fields.url = with_line_ends_of(baseline(*form).url, command.text, false);
      break;
    case Field::description:
      form->fields.description = with_line_ends_of(baseline(*form).description, command.text, true);
      break;
    case Field::location:
      form->location_text = command.text;
      form->fields.location_id = read_number(command.text);
      break;
    default:
      return;
  }
  after_edit(context, command.field);
}

void apply_fix(const Context& context, Field field, std::size_t place) {
  const Form* const form = editable(context);
  if (form == nullptr || place >= form->status_of(field).fixes.size()) {
    return;
  }
  const webhook::FieldProblem fix = form->status_of(field).fixes[place];
  edit(context, command::EditText{field, fix.fixed});
  context.emit(effect::Focus{{.kind = FocusTarget::Kind::field, .field = field}});
  context.say(translate("{0}: done.", fix.fix_label));
}

void edit(const Context& context, const command::ChooseLocation& command) {
  if (Form* form = editable(context)) {
    form->fields.location_id = command.id;
    form->location_text = number_as_text(command.id);
    after_edit(context, Field::location);
  }
}

void edit(const Context& context, const command::ChooseEvent& command) {
  if (Form* form = editable(context)) {
    form->fields.action = command.number;
    after_edit(context, Field::event);
  }
}

void edit(const Context& context, const command::SetActive& command) {
  if (Form* form = editable(context)) {
    form->fields.active = command.active;
    after_edit(context, Field::active);
  }
}

void leave_field(const Context& context, Field field) {
  if (Form* form = editable(context)) {
    // A new form that was only walked through with Tab has nothing to complain about yet.
    const bool untouched_new = form->is_new() && !form->status_of(field).changed;
    form->status_of(field).touched = form->status_of(field).touched || !untouched_new;
    refresh_form(context.state);
  }
}

void set_back(const Context& context, Field field) {
  if (Form* form = editable(context)) {
    const bool decided = !form->status_of(field).conflict.empty();
    webhook::assign(form->fields, baseline(*form), field);
    form->location_text = number_as_text(form->fields.location_id);
    after_edit(context, field);
    if (decided) {
      context.emit(effect::Focus{{.kind = FocusTarget::Kind::field, .field = field}});
      context.say(translate("The {0} that is stored is in the form.", webhook::label(field)));
    }
  }
}

void switch_on(const Context& context) {
  edit(context, command::SetActive{true});
  context.state.form->notice = Notice{};
}

void set_all_back(const Context& context) {
  Form* form = editable(context);
  if (form == nullptr) {
    return;
  }
  form->fields = baseline(*form);
  form->location_text = number_as_text(form->fields.location_id);
  form->status = {};
  form->summary.clear();
  form->notice = Notice{};
  form->stored_otherwise.clear();
  refresh_form(context.state);
  context.say(translate("All fields are as Nexudus holds them."));
}

}  // namespace editor
