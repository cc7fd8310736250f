// Before a save the record is read once more.
#include "editor/merge_flow.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "editor/choices.h"
#include "editor/form_flow.h"
#include "editor/form_view.h"
#include "editor/journal.h"
#include "editor/left_write.h"
#include "editor/list_view.h"
#include "editor/save_flow.h"
#include "editor/save_results.h"
#include "editor/sentences.h"
#include "language/text.h"
#include "nexudus/requests.h"
#include "nexudus/retry.h"
#include "webhook/mask.h"
#include "webhook/utf8.h"

namespace editor {
namespace {

using language::counted;
using language::translate;
using nexudus::Problem;
using webhook::Change;
using webhook::Field;
using Purpose = Errand::Purpose;
using Task = Form::Task;

constexpr std::int64_t look_every_ms = 60'000;
constexpr std::size_t longest_value = 80;  // bytes, in a sentence

std::string who_changed(const webhook::Facts& facts) {
  return facts.updated_by.empty() ? std::string(translate("Somebody else"))
                                  : webhook::presentable(facts.updated_by, longest_value);
}

std::string as_stored(const State& state, Field field) {
  const webhook::Fields& fields = state.form->stored.fields;
  const auto text = [](const std::string& value) {
    return value.empty() ? std::string(translate("nothing"))
                         : translate("“{0}”", webhook::presentable(value, longest_value));
  };
  switch (field) {
    case Field::name:
      return text(fields.name);
    case Field::location:
      return text(location_name(state, fields.location_id));
    case Field::event:
      return text(event_words(state, fields.action));
    case Field::url:
      return text(webhook::masked_url(fields.url));
    case Field::description:
      return text(fields.description);
    case Field::active:
      return std::string(fields.active ? translate("on") : translate("off"));
  }
  return {};
}

/// What only others changed, and what the user has not touched since Save, becomes what is stored.
void take_over(Form& form, const webhook::Fields& base, const webhook::Fields& theirs) {
  for (const Field field : webhook::all_fields) {
    if (webhook::is_same(form.fields, base, field)) {
      webhook::assign(form.fields, theirs, field);
    }
  }
  form.location_text = form.fields.location_id == 0 ? "" : std::to_string(form.fields.location_id);
}

/// A save that has to wait looks several times: what the first look took over is said too.
void add_taken_over(Form& form, const webhook::Merge& merged) {
  const std::vector<Field> theirs = merged.with(Change::theirs);
  if (!theirs.empty()) {
    form.taken_over += form.taken_over.empty() ? "" : " ";
    form.taken_over +=
        translate("{0} changed {1} meanwhile: taken over.", who_changed(form.stored.facts), listed(theirs));
  }
}

void ask(const Context& context, const webhook::Merge& merged) {
  State& state = context.state;
  Form& form = *state.form;
  end_task(form);
  const std::string who = who_changed(form.stored.facts);
  const std::string when = time_ago(form.stored.facts.updated_on, context.now.unix_ms);
  mark_conflicts(context, merged);
  form.notice = {
      Notice::Severity::warning, translate("Not saved: {0} changed the same webhook {1}.", who, when),
      std::string(translate("Decide at each marked field, then save again. Nothing of what you typed is lost.")),
      Notice::Action::none};
  if (!form.taken_over.empty()) {
    form.notice.detail += " " + form.taken_over;
  }
  refresh_form(state);
  focus_first_error(context);
  context.say_at_once(form.notice.title + " " + form.notice.detail);
}

void say_nothing_is_left_to_save(const Context& context) {
  Form& form = *context.state.form;
  end_task(form);
  form.notice = {
      Notice::Severity::success, std::string(translate("Nothing was left to save.")),
      in_turn({translate("{0} has saved the same already.", who_changed(form.stored.facts)), form.taken_over}),
      Notice::Action::none};
  refresh_form(context.state);
  context.say(form.notice.title + " " + form.notice.detail);
}

std::string webhook_number(const Answer& answer) { return the_webhook("", answer.errand.number); }

void give_up(const Context& context) {
  Form& form = *context.state.form;
  end_task(form);
  end_write(context, form.generation, JournalEntry::Outcome::refused,
            std::string(language::key("Nexudus is getting too many calls.")));
  show_failure(context, {Notice::Severity::error,
                         in_turn({translate("Not saved."), translate("Nexudus is getting too many calls.")}),
                         counted(form.save_attempts,
                                 "The change was sent {0} times, and Nexudus took none of them. Your changes are kept "
                                 "here; wait a minute and press Save again.",
                                 "The change was sent {0} times, and Nexudus took none of them. Your changes are kept "
                                 "here; wait a minute and press Save again.",
                                 grouped(static_cast<std::size_t>(form.save_attempts))),
                         Notice::Action::none});
}

/// Whether an earlier save whose end was not known turns out to have been done: what is stored is the user's own then.
bool holds_unclear_write(const Form& form, const nexudus::ReadRecord& read) {
  return !form.unclear_body.empty() && compare_with_stored(read.document, form.unclear_body).empty();
}

void merge_and_send(const Context& context, nexudus::ReadRecord read, RequestId request_id) {
  State& state = context.state;
  Form& form = *state.form;
  const bool own = holds_unclear_write(form, read);
  if (own) {
    end_write(context, form.generation, JournalEntry::Outcome::verified);
    if (webhook::differing_fields(read.record.fields, form.sent).empty()) {
      settle_write(context, std::move(read), request_id, translate("Saved."));
      return;
    }
  }
  put_row(state, read.record, request_id);
  sort_list(state.list);
  const webhook::Fields base = own ? read.record.fields : form.stored.fields;
  const webhook::Merge merged = webhook::merge(base, form.sent, read.record.fields);
  take_over(form, base, read.record.fields);
  adopt_record(form, std::move(read), request_id);
  add_taken_over(form, merged);
  if (!merged.with(Change::conflict).empty()) {
    ask(context, merged);
    return;
  }
  form.sent = merged.fields;
  refresh_form(state);
  if (webhook::differing_fields(form.stored.fields, form.sent).empty()) {
    say_nothing_is_left_to_save(context);
    return;
  }
  form.sent_body = webhook::edited(*form.document, form.stored.fields, form.sent);
  if (form.save_attempts < nexudus::most_attempts) {
    send_update(context);
  } else {
    give_up(context);
  }
}

}  // namespace

void mark_conflicts(const Context& context, const webhook::Merge& merged) {
  State& state = context.state;
  Form& form = *state.form;
  const std::string who = who_changed(form.stored.facts);
  const std::string when = time_ago(form.stored.facts.updated_on, context.now.unix_ms);
  for (const Field field : merged.with(Change::conflict)) {
    form.status_of(field).changed = true;
    form.status_of(field).conflict =
        translate("{0} changed this to {1} {2}. Keep yours, or take theirs?", who, as_stored(state, field), when);
  }
}

void read_before_save(const Context& context, std::int64_t delay_ms) {
  Form& form = *context.state.form;
  form.task = Task::comparing;
  post(context, {Purpose::read_before_save, form.generation, form.id}, nexudus::request_webhook(form.id),
       translate("{0} before saving it", the_webhook(form.stored.fields.name, form.id)), delay_ms);
}

void take_read_before_save(const Context& context, const Answer& answer) {
  if (!is_for_form(context.state, answer)) {
    tell_left(context, translate("The change of {0} was not sent.", webhook_number(answer)),
              std::string(translate("Its form was left while the change was still waiting.")));
    return;
  }
  auto read = webhook_in(answer);
  if (read && answer.age_ms > oldest_look_ms) {
    read_before_save(context);
  } else if (read) {
    merge_and_send(context, *std::move(read), answer.request_id);
  } else if (read.error().kind == Problem::Kind::not_found) {
    show_gone(context);
  } else {
    show_refusal(context, answer.errand.purpose, read.error());
  }
}

std::optional<std::int64_t> look_from_time_to_time(const Context& context) {
  State& state = context.state;
  const bool open = state.form && state.form->phase == Form::Phase::ready && !state.form->is_new();
  // What the demo holds nobody else can change.
  if (!open || !state.visible || state.session.stage != Session::Stage::signed_in ||
      state.session.kind == Session::Kind::demo) {
    return std::nullopt;
  }
  Form& form = *state.form;
  const std::int64_t now = context.now.monotonic_ms;
  if (form.next_look_ms && *form.next_look_ms <= now && !form.busy()) {
    post(context, {Purpose::look, form.generation, form.id}, nexudus::request_webhook(form.id),
         the_webhook(form.stored.fields.name, form.id));
    form.next_look_ms.reset();
  }
  if (!form.next_look_ms) {
    form.next_look_ms = now + look_every_ms;
  }
  return form.busy() ? std::nullopt : form.next_look_ms;
}

void take_look(const Context& context, const Answer& answer) {
  State& state = context.state;
  if (!is_for_form(state, answer) || state.form->busy() || answer.request_id < state.form->as_of) {
    return;
  }
  Form& form = *state.form;
  auto read = webhook_in(answer);
  const bool missing = !read && read.error().kind == Problem::Kind::not_found;
  if (missing && form.missed) {
    remove_row(state, form.id, answer.request_id);
    form.notice = gone_notice();
    context.say_at_once(form.notice.title + " " + form.notice.detail);
  } else if (missing) {
    form.next_look_ms = context.now.monotonic_ms;
  }
  form.missed = missing && !form.missed;
  if (!read || read->document == *form.document || read->document.text() == form.seen_elsewhere) {
    return;
  }
  put_row(state, read->record, answer.request_id);
  sort_list(state.list);
  form.notice = {
      Notice::Severity::information, change_sentence(context, read->record),
      std::string(
          form.changed
              ? translate("What you typed stays. Save takes theirs over, and asks where both of you changed a field.")
              : translate("The form shows it as it is now.")),
      Notice::Action::none};
  note_seen(context, *std::move(read), answer.request_id);
  context.say(form.notice.title);
}

std::string change_sentence(const Context& context, const webhook::Record& now_stored) {
  const std::vector<Field> fields = webhook::differing_fields(context.state.form->stored.fields, now_stored.fields);
  const std::string who = who_changed(now_stored.facts);
  const std::string when = time_ago(now_stored.facts.updated_on, context.now.unix_ms);
  return fields.empty() ? translate("{0} changed this webhook {1}.", who, when)
                        : translate("{0} changed {1} {2}.", who, listed(fields), when);
}

void note_seen(const Context& context, nexudus::ReadRecord read, RequestId as_of) {
  Form& form = *context.state.form;
  form.seen_elsewhere = read.document.text();
  if (!form.changed) {
    const webhook::Fields base = form.stored.fields;
    take_over(form, base, read.record.fields);
    adopt_record(form, std::move(read), as_of);
    refresh_form(context.state);
  }
}

void look_again_first(const Context& context, OutboxEntry& write) {
  const bool removes = write.errand.purpose == Purpose::remove;
  write.errand.purpose = removes ? Purpose::read_before_remove : Purpose::read_before_save;
  write.request = nexudus::request_webhook(write.errand.number);
  write.attempts = 0;
  write.replayed = false;
  write.turned_away = false;
  write.overtaken = false;
  note_turned_away(context.state, write.errand.generation);
  if (State& state = context.state; !removes && state.form && state.form->generation == write.errand.generation) {
    state.form->task = Task::comparing;
  }
}

void keep_mine(const Context& context, Field field) {
  State& state = context.state;
  if (!state.form || state.form->busy()) {
    return;
  }
  state.form->status_of(field).conflict.clear();
  refresh_form(state);
  context.emit(effect::Focus{{.kind = FocusTarget::Kind::field, .field = field}});
  context.say(translate("Your {0} stays. Press Save to store it.", webhook::label(field)));
}

}  // namespace editor
