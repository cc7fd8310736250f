// Deleting a webhook.
#include <string>
#include <utility>

#include "editor/create_flow.h"
#include "editor/drafts.h"
#include "editor/form_flow.h"
#include "editor/form_view.h"
#include "editor/journal.h"
#include "editor/left_write.h"
#include "editor/list_query.h"
#include "editor/list_view.h"
#include "editor/merge_flow.h"
#include "editor/navigation.h"
#include "editor/rights.h"
#include "editor/save_flow.h"
#include "editor/save_results.h"
#include "editor/sentences.h"
#include "editor/visit.h"
#include "language/text.h"
#include "nexudus/requests.h"
#include "nexudus/retry.h"

namespace editor {
namespace {

using language::translate;
using nexudus::Problem;
using Purpose = Errand::Purpose;
using Task = Form::Task;

void finish_removal(const Context& context) {
  State& state = context.state;
  const std::string name = quoted(state.form->stored.fields.name);
  remove_row(state, state.form->id, state.outbox.last_id);
  if (state.form->removal_sent) {
    end_write(context, state.form->generation, JournalEntry::Outcome::confirmed);
  }
  leave_out_of_visit(context, state.form->id);
  drop_draft(context);
  close_form(context);
  state.address = list_address;
  // The address of what is gone must not be found again with Back.
  context.emit(effect::Navigate{fragment_of(state.list, list_address), effect::HistoryEntry::replaced});
  state.list.notice = {Notice::Severity::success, translate("Deleted {0}.", name), "", Notice::Action::none};
  context.focus(FocusTarget::Kind::heading);
  context.say(state.list.notice.title);
}

void show_unclear_removal(const Context& context, const Problem& problem) {
  Form& form = *context.state.form;
  form.task = Task::none;
  form.unclear = Task::deleting;
  if (form.removal_sent) {
    end_write(context, form.generation, JournalEntry::Outcome::unclear, problem.title);
  }
  show_failure(context,
               {Notice::Severity::error, std::string(translate("It is not known whether the webhook was deleted.")),
                problem.title + " " + problem.detail, Notice::Action::check_outcome});
}

/// Whether it still is what the user saw when the deletion was confirmed. What Nexudus notes by itself does not count.
bool is_as_seen(const Form& form, const nexudus::ReadRecord& read) {
  return read.document.text() == form.seen_elsewhere ||
         compare_with_stored(read.document, form.document->text()).empty();
}

void send_removal(const Context& context, std::string before) {
  Form& form = *context.state.form;
  begin_write(context, JournalEntry::Kind::deleted, std::move(before));
  form.removal_sent = true;
  ++form.save_attempts;
  post(context, {Purpose::remove, form.generation, form.id}, nexudus::request_delete(form.id),
       translate("the deletion of {0}", the_webhook(form.stored.fields.name, form.id)));
}

void read_before_remove(const Context& context) {
  const Form& form = *context.state.form;
  post(context, {Purpose::read_before_remove, form.generation, form.id}, nexudus::request_webhook(form.id),
       translate("{0} before deleting it", the_webhook(form.stored.fields.name, form.id)));
}

}  // namespace

void delete_record(const Context& context) {
  Form& form = *context.state.form;
  form.task = Task::deleting;
  form.notice = Notice{};
  form.unclear = Task::none;
  form.unclear_body.clear();
  form.removal_sent = false;
  form.save_attempts = 0;
  read_before_remove(context);
  context.say(translate("Deleting."));
}

void take_read_before_remove(const Context& context, const Answer& answer) {
  State& state = context.state;
  if (!is_for_form(state, answer)) {
    tell_left(context, translate("Webhook {0} was not deleted.", std::to_string(answer.errand.number)),
              std::string(translate("Its form was left while the deletion was still waiting.")));
    return;
  }
  auto read = webhook_in(answer);
  if (!read) {
    if (read.error().kind == Problem::Kind::not_found) {
      state.form->unclear_reason = read.error().title;
      check_removal(context);
    } else {
      show_refusal(context, answer.errand.purpose, read.error());
    }
    return;
  }
  if (answer.age_ms > oldest_look_ms) {
    read_before_remove(context);
    return;
  }
  if (is_as_seen(*state.form, *read)) {
    if (state.form->save_attempts < nexudus::most_attempts) {
      send_removal(context, read->document.text());
    } else {
      Problem problem;
      problem.kind = Problem::Kind::throttled;
      problem.title = translate("Nexudus is getting too many calls.");
      problem.detail = language::counted(
          nexudus::most_attempts, "It took none of {0} requests. Wait a minute and try again.",
          "It took none of {0} requests. Wait a minute and try again.", grouped(nexudus::most_attempts));
      show_refusal(context, Purpose::remove, problem);
    }
    return;
  }
  end_task(*state.form);
  put_row(state, read->record, answer.request_id);
  sort_list(state.list);
  const std::string news = change_sentence(context, read->record);
  const webhook::Fields fields = read->record.fields;
  note_seen(context, *std::move(read), answer.request_id);
  ask_to_delete(context, fields, news + " ");
}

void check_removal(const Context& context) {
  Form& form = *context.state.form;
  form.task = Task::deleting;
  post(context, {Purpose::check_removed, form.generation, form.id}, nexudus::request_webhook(form.id),
       the_webhook(form.stored.fields.name, form.id));
}

void take_removed(const Context& context, const Answer& answer) {
  if (!is_for_form(context.state, answer)) {
    take_end_of_left_write(context, answer);
    return;
  }
  if (answer.result) {
    note_right(context, answer.errand.purpose, true);
    finish_removal(context);
    return;
  }
  // One that is not found may be gone, or a server in trouble may say so.
  if (answer.result.error().kind == Problem::Kind::not_found || is_unclear_end(answer.result.error())) {
    context.state.form->unclear_reason = answer.result.error().title;
    check_removal(context);
    return;
  }
  show_refusal(context, answer.errand.purpose, answer.result.error());
}

void take_removal_check(const Context& context, const Answer& answer) {
  State& state = context.state;
  if (!is_for_form(state, answer)) {
    take_check_of_left_removal(context, answer);
    return;
  }
  if (const auto read = webhook_in(answer); !read) {
    if (read.error().kind == Problem::Kind::not_found) {
      finish_removal(context);
    } else {
      show_unclear_removal(context, read.error());
    }
    return;
  }
  end_task(*state.form);
  if (state.form->removal_sent) {
    end_write(context, state.form->generation, JournalEntry::Outcome::refused, state.form->unclear_reason);
  }
  show_failure(context,
               {Notice::Severity::error, std::string(translate("Not deleted.")),
                in_turn({state.form->unclear_reason, translate("Nexudus still has the webhook. You can try again.")}),
                Notice::Action::none});
}

}  // namespace editor
