// Saving an existing webhook, and what saving and creating share.
#include "editor/save_flow.h"

#include <algorithm>
#include <string>
#include <utility>

#include "editor/create_flow.h"
#include "editor/form_flow.h"
#include "editor/form_view.h"
#include "editor/journal.h"
#include "editor/left_write.h"
#include "editor/list_view.h"
#include "editor/merge_flow.h"
#include "editor/rights.h"
#include "editor/save_results.h"
#include "editor/sentences.h"
#include "language/text.h"
#include "nexudus/requests.h"
#include "nexudus/retry.h"

namespace editor {
namespace {

using language::counted;
using language::translate;
using nexudus::Problem;
using Purpose = Errand::Purpose;
using Task = Form::Task;

void read_back(const Context& context) {
  Form& form = *context.state.form;
  form.task = Task::checking;
  post(context, {Purpose::read_back, form.generation, form.id}, nexudus::request_webhook(form.id),
       translate("{0} as it is stored now", the_webhook(form.fields.name, form.id)));
}

/// Whether nothing is in the way of sending; else all problems are shown.
bool passes_validation(const Context& context) {
  Form& form = *context.state.form;
  for (FieldStatus& status : form.status) {
    status.touched = true;
    status.server_error.clear();
  }
  form.summary.clear();
  refresh_form(context.state);
  const auto wrong = static_cast<std::size_t>(std::count_if(
      form.status.begin(), form.status.end(), [](const FieldStatus& status) { return !status.problem.empty(); }));
  if (wrong == 0) {
    return true;
  }
  focus_first_error(context);
  context.say_at_once(counted(static_cast<std::int64_t>(wrong), "Not saved: one field needs correction.",
                              "Not saved: {0} fields need correction.", grouped(wrong)));
  return false;
}

/// The answer to a save that left it open whether it was done.
void take_stored_after_unclear_save(const Context& context, nexudus::ReadRecord read, RequestId request_id) {
  Form& form = *context.state.form;
  const bool untouched = form.document && read.document == *form.document;
  if (!untouched) {
    settle_write(context, std::move(read), request_id, translate("Saved."));
    return;
  }
  if (form.save_attempts < nexudus::most_attempts) {
    // Looked at once more when the time has come: somebody may use the wait.
    read_before_save(context, nexudus::retry_delay_ms(form.save_attempts, std::nullopt, context.now.random01));
    return;
  }
  end_task(form);
  end_write(context, form.generation, JournalEntry::Outcome::refused, form.unclear_reason);
  show_failure(context,
               {Notice::Severity::error, std::string(translate("Not saved.")),
                in_turn({counted(form.save_attempts,
                                 "The change was sent {0} times, and Nexudus still holds the webhook as it was.",
                                 "The change was sent {0} times, and Nexudus still holds the webhook as it was.",
                                 grouped(static_cast<std::size_t>(form.save_attempts))),
                         form.unclear_reason, translate("Your changes are kept here; press Save to try again.")}),
                Notice::Action::none});
}

/// What is in the form becomes a new webhook, not created yet.
void make_new(const Context& context) {
  State& state = context.state;
  Form& form = *state.form;
  form.id = 0;
  form.document.reset();
  form.stored = {};
  form.begun_with = {};
  form.notice = Notice{};
  end_task(form);
  form.address = {Address::Screen::new_record, 0, 0};
  form.generation = ++state.last_form_generation;
  state.address = form.address;
  context.emit(effect::Navigate{to_fragment(form.address), effect::HistoryEntry::replaced});
  refresh_form(state);
  context.focus(FocusTarget::Kind::heading);
  context.say(translate("This is a new webhook now. Press Save to create it."));
}

}  // namespace

void send_update(const Context& context) {
  Form& form = *context.state.form;
  form.task = Task::saving;
  ++form.save_attempts;
  begin_write(context, JournalEntry::Kind::changed, form.document->text());
  post(context, {Purpose::save, form.generation, form.id}, nexudus::request_update(form.sent_body),
       translate("the change of {0}", the_webhook(form.stored.fields.name, form.id)));
}

void save(const Context& context) {
  State& state = context.state;
  if (!state.form || state.form->phase != Form::Phase::ready || state.form->busy()) {
    return;
  }
  Form& form = *state.form;
  if (form.is_new() && form.unclear == Task::saving) {
    check_outcome(context);  // it may be there already: sent again, there would be two
    return;
  }
  if (!passes_validation(context)) {
    return;
  }
  form.notice = Notice{};
  form.stored_otherwise.clear();
  if (!form.is_new() && !form.changed && form.unclear == Task::none) {
    form.notice = {Notice::Severity::information, std::string(translate("Nothing to save.")),
                   std::string(translate("No field differs from what Nexudus holds.")), Notice::Action::none};
    context.say(form.notice.title + " " + form.notice.detail);
    return;
  }
  form.sent = form.fields;
  form.sent_body = form.payload.request.body;
  form.save_attempts = 0;
  form.write_confirmed = false;
  form.taken_over.clear();
  context.say(translate("Saving."));
  if (form.is_new()) {
    send_creation(context);
  } else {
    read_before_save(context);
  }
}

void check_outcome(const Context& context) {
  State& state = context.state;
  if (!state.form || state.form->busy() || state.form->unclear == Task::none) {
    return;
  }
  Form& form = *state.form;
  form.notice = Notice{};
  if (form.unclear == Task::deleting) {
    check_removal(context);
  } else if (form.is_new()) {
    look_for_twin(context);
  } else {
    read_back(context);
  }
}

void take_saved(const Context& context, const Answer& answer) {
  State& state = context.state;
  if (!is_for_form(state, answer)) {
    take_end_of_left_write(context, answer);
    return;
  }
  Form& form = *state.form;
  if (answer.result) {
    form.write_confirmed = true;
    end_write(context, form.generation, JournalEntry::Outcome::confirmed);
    note_right(context, answer.errand.purpose, true);
    read_back(context);
    return;
  }
  const Problem& problem = answer.result.error();
  if (is_unclear_end(problem)) {
    form.unclear = Task::saving;
    form.unclear_body = form.sent_body;
    form.unclear_reason = problem.title;
    read_back(context);
    return;
  }
  if (problem.kind == Problem::Kind::not_found) {
    show_gone(context);
    return;
  }
  show_refusal(context, answer.errand.purpose, problem);
}

void take_read_back(const Context& context, const Answer& answer) {
  State& state = context.state;
  auto read = webhook_in(answer);
  if (!is_for_form(state, answer)) {
    take_read_back_of_left_write(context, answer);
    return;
  }
  Form& form = *state.form;
  if (!read) {
    if (read.error().kind == Problem::Kind::not_found) {
      show_gone(context);
    } else {
      show_unchecked(context, read.error());
    }
    return;
  }
  if (form.write_confirmed) {
    settle_write(context, *std::move(read), answer.request_id, translate("Saved."));
  } else {
    take_stored_after_unclear_save(context, *std::move(read), answer.request_id);
  }
}

void check_gone(const Context& context) {
  State& state = context.state;
  if (!state.form || state.form->is_new() || state.form->busy()) {
    return;
  }
  Form& form = *state.form;
  form.task = Task::checking;
  post(context, {Purpose::check_gone, form.generation, form.id}, nexudus::request_webhook(form.id),
       the_webhook(form.stored.fields.name, form.id));
}

void take_gone_check(const Context& context, const Answer& answer) {
  if (!is_for_form(context.state, answer)) {
    return;
  }
  Form& form = *context.state.form;
  form.task = Task::none;
  const auto read = webhook_in(answer);
  if (!read && read.error().kind == Problem::Kind::not_found) {
    make_new(context);
  } else if (!read) {
    const Problem& problem = read.error();
    show_failure(context,
                 {Notice::Severity::error, std::string(translate("It is not known whether the webhook still exists.")),
                  in_turn({problem.title, problem.detail, translate("Your changes are kept here.")}),
                  Notice::Action::save_as_new});
  } else {
    show_failure(context, {Notice::Severity::information, std::string(translate("The webhook is there after all.")),
                           std::string(translate("Nexudus did not know it a moment ago, and does now. Your changes are "
                                                 "kept here; press Save to store them.")),
                           Notice::Action::none});
  }
}

void take_back_write(const Context& context) {
  State& state = context.state;
  if (!state.form || (state.form->task != Task::saving && state.form->task != Task::deleting)) {
    return;
  }
  const auto& entries = state.outbox.entries;
  const bool on_its_way = std::any_of(entries.begin(), entries.end(), [&](const OutboxEntry& entry) {
    return entry.errand.generation == state.form->generation && nexudus::is_write(entry.request);
  });
  if (!on_its_way) {
    end_task(*state.form);
    end_write(context, state.form->generation, JournalEntry::Outcome::refused,
              std::string(language::key("It was never sent.")));
    show_failure(context,
                 {Notice::Severity::warning, std::string(translate("Not saved yet.")),
                  std::string(translate(
                      "You signed in as somebody else before it was sent. Look through it, and save it again.")),
                  Notice::Action::none});
  }
}

}  // namespace editor
