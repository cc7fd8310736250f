// What the form shows after a write.
#include "editor/save_results.h"

#include <algorithm>
#include <utility>

#include "editor/form_flow.h"
#include "editor/form_view.h"
#include "editor/journal.h"
#include "editor/list_view.h"
#include "editor/rights.h"
#include "editor/sentences.h"
#include "language/text.h"
#include "nexudus/requests.h"

namespace editor {
namespace {

using language::translate;
using nexudus::Problem;
using webhook::Field;
using Purpose = Errand::Purpose;
using Task = Form::Task;
using Outcome = JournalEntry::Outcome;

/// An error of the server for the summary: with the property it named, if any.
std::string in_summary(const nexudus::FieldError& error) {
  if (error.property.empty()) {
    return error.message;
  }
  return error.property + ": " + error.message;
}

void place_field_errors(Form& form, const Problem& problem) {
  for (const nexudus::FieldError& error : problem.field_errors) {
    if (!error.field) {
      form.summary.push_back(in_summary(error));
      continue;
    }
    std::string& text = form.status_of(*error.field).server_error;
    if (text.empty()) {
      text = translate("Nexudus says: {0}", error.message);
    } else {
      text.append("; ").append(error.message);
    }
  }
}

void show_validation(const Context& context, const Problem& problem) {
  Form& form = *context.state.form;
  place_field_errors(form, problem);
  form.notice = {Notice::Severity::error, problem.title,
                 std::string(translate("Nothing was saved. Correct what is marked and save again.")),
                 Notice::Action::none};
  refresh_form(context.state);
  focus_first_error(context);
  context.say_at_once(form.notice.title + " " + form.notice.detail);
}

/// The fields become what is stored, but for what was typed while the write was on its way and for what Nexudus stored
/// otherwise: there the user's value stays, marked as changed.
void merge_stored(Form& form) {
  const auto typed_since = webhook::differing_fields(form.sent, form.fields);
  if (typed_since.empty() && form.stored_otherwise.empty()) {
    form.fields = form.stored.fields;
    form.location_text = form.fields.location_id == 0 ? "" : std::to_string(form.fields.location_id);
  }
}

}  // namespace

bool is_for_form(const State& state, const Answer& answer) {
  return state.form && state.form->generation == answer.errand.generation;
}

bool is_unclear_end(const Problem& problem) {
  switch (problem.kind) {
    case Problem::Kind::network:
    case Problem::Kind::deadline:
    case Problem::Kind::cancelled:
    case Problem::Kind::server_error:
    case Problem::Kind::unreadable:
      return true;
    default:
      return false;
  }
}

void end_task(Form& form) {
  form.task = Task::none;
  form.unclear = Task::none;
  form.unclear_body.clear();
}

void show_failure(const Context& context, Notice notice) {
  Form& form = *context.state.form;
  form.notice = std::move(notice);
  refresh_form(context.state);
  context.focus(FocusTarget::Kind::notice);
  context.say_at_once(form.notice.title + " " + form.notice.detail);
}

void show_refusal(const Context& context, Purpose purpose, const Problem& problem) {
  const bool deletes = purpose == Purpose::remove || purpose == Purpose::read_before_remove;
  end_task(*context.state.form);
  if (purpose != Purpose::read_before_remove || context.state.form->removal_sent) {
    end_write(context, context.state.form->generation, Outcome::refused, problem.title);
  }
  if (problem.kind == Problem::Kind::validation && !problem.field_errors.empty()) {
    show_validation(context, problem);
    return;
  }
  if (problem.kind == Problem::Kind::unauthorized || problem.kind == Problem::Kind::forbidden) {
    note_right(context, purpose, false);
    show_failure(context, missing_role_notice(purpose, problem.status, !deletes));
    return;
  }
  const std::string_view what = deletes ? translate("Not deleted.") : translate("Not saved.");
  std::string detail = deletes ? problem.detail : in_turn({problem.detail, translate("Your changes are kept here.")});
  show_failure(context,
               {Notice::Severity::error, in_turn({what, problem.title}), std::move(detail), Notice::Action::none});
}

Notice gone_notice() {
  return {Notice::Severity::error, std::string(translate("This webhook does not exist any more.")),
          std::string(translate("Nexudus does not find it: somebody seems to have deleted it. What you typed is kept "
                                "here: you can make it a new webhook.")),
          Notice::Action::save_as_new};
}

void show_gone(const Context& context) {
  Form& form = *context.state.form;
  const bool may_be_done = form.write_confirmed || form.unclear == Task::saving;
  end_task(form);
  remove_row(context.state, form.id, context.state.outbox.last_id);
  const Outcome seen = form.write_confirmed ? Outcome::confirmed : Outcome::unclear;
  end_write(context, form.generation, may_be_done ? seen : Outcome::refused,
            std::string(language::key("The webhook was not found.")));
  if (may_be_done) {
    form.unclear_body = form.sent_body;
  }
  show_failure(context, gone_notice());
}

void show_unchecked(const Context& context, const Problem& problem) {
  Form& form = *context.state.form;
  form.task = Task::none;
  form.unclear = Task::saving;
  form.unclear_body = form.sent_body;
  end_write(context, form.generation, form.write_confirmed ? Outcome::confirmed : Outcome::unclear, problem.title);
  if (form.write_confirmed) {
    show_failure(context, {Notice::Severity::warning,
                           std::string(translate("Nexudus accepted the change, but it could not be read back.")),
                           problem.title + " " + problem.detail, Notice::Action::check_outcome});
    return;
  }
  show_failure(context,
               {Notice::Severity::error, std::string(translate("It is not known whether the change was saved.")),
                in_turn({translate("The connection broke while it was being sent."), problem.title, problem.detail,
                         translate("Your changes are kept here.")}),
                Notice::Action::check_outcome});
}

void focus_first_error(const Context& context) {
  const Form& form = *context.state.form;
  for (const Field field : webhook::all_fields) {
    if (!form.status_of(field).error.empty()) {
      context.emit(effect::Focus{{.kind = FocusTarget::Kind::field, .field = field}});
      return;
    }
  }
  context.focus(form.summary.empty() ? FocusTarget::Kind::notice : FocusTarget::Kind::error_summary);
}

void settle_write(const Context& context, nexudus::ReadRecord read, RequestId request_id, std::string_view done) {
  State& state = context.state;
  Form& form = *state.form;
  put_row(state, read.record, request_id);
  sort_list(state.list);
  form.stored_otherwise = compare_with_stored(read.document, form.sent_body);
  adopt_record(form, std::move(read), request_id);
  merge_stored(form);
  end_task(form);
  end_write(context, form.generation, form.stored_otherwise.empty() ? Outcome::verified : Outcome::stored_otherwise,
            form.taken_over, form.id);
  for (FieldStatus& status : form.status) {
    status.touched = false;
  }
  if (!form.stored_otherwise.empty()) {
    show_failure(context,
                 {Notice::Severity::warning, std::string(translate("Nexudus holds something else than was sent.")),
                  std::string(translate("Either Nexudus changed it, or somebody else saved at the same time. What "
                                        "differs is listed here; the form still holds what you typed.")),
                  Notice::Action::take_over_stored});
    return;
  }
  form.notice = {Notice::Severity::success, std::string(done),
                 std::string(translate("Read back from Nexudus and found as sent.")), Notice::Action::none};
  if (!form.taken_over.empty()) {
    form.notice.detail += " " + form.taken_over;
  }
  refresh_form(state);
  context.say(std::string(done) + (form.taken_over.empty() ? "" : " " + form.taken_over));
}

}  // namespace editor
