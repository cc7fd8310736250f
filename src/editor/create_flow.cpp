// Creating a webhook, and finding out whether one was created.
#include "editor/create_flow.h"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

#include "editor/form_flow.h"
#include "editor/journal.h"
#include "editor/left_write.h"
#include "editor/list_loading.h"
#include "editor/rights.h"
#include "editor/save_flow.h"
#include "editor/save_results.h"
#include "editor/sentences.h"
#include "language/text.h"
#include "nexudus/replies.h"
#include "nexudus/requests.h"
#include "webhook/heap_sort.h"

namespace editor {
namespace {

using language::translate;
using Purpose = Errand::Purpose;
using Task = Form::Task;

std::vector<std::int64_t> sorted_ids(const List& list) {
  std::vector<std::int64_t> ids;
  ids.reserve(list.rows.size());
  for (const Row& row : list.rows) {
    ids.push_back(row.record.id);
  }
  webhook::heap_sort(ids, std::less<>());
  return ids;
}

void read_created(const Context& context, std::int64_t id) {
  Form& form = *context.state.form;
  form.task = Task::checking;
  form.write_confirmed = true;
  post(context, {Purpose::read_created, form.generation, id}, nexudus::request_webhook(id),
       translate("the new webhook {0}", form.sent.name.empty() ? std::to_string(id) : quoted(form.sent.name)));
}

/// A row that may be what was sent: the same in all that the list shows, and not there before.
const Row* find_twin(const State& state) {
  const Form& form = *state.form;
  const auto found = std::find_if(state.list.rows.begin(), state.list.rows.end(), [&form](const Row& row) {
    const webhook::Fields& fields = row.record.fields;
    const bool was_there =
        form.known_ids && std::binary_search(form.known_ids->begin(), form.known_ids->end(), row.record.id);
    return !was_there && fields.name == form.sent.name && fields.url == form.sent.url &&
           fields.action == form.sent.action && fields.location_id == form.sent.location_id;
  });
  return found == state.list.rows.end() ? nullptr : &*found;
}

/// The new webhook's address takes the place of "/webhooks/new": there is nothing to go back to.
void move_to_record(const Context& context, std::int64_t id) {
  State& state = context.state;
  state.form->id = id;
  state.form->address = record_address(id);
  state.address = state.form->address;
  context.emit(effect::Navigate{to_fragment(state.address), effect::HistoryEntry::replaced});
}

}  // namespace

void send_creation(const Context& context) {
  State& state = context.state;
  Form& form = *state.form;
  form.task = Task::saving;
  form.twin = 0;
  if (state.list.phase == List::Phase::loaded) {
    form.known_ids = sorted_ids(state.list);
  } else {
    form.known_ids.reset();
  }
  begin_write(context, JournalEntry::Kind::created, "");
  post(context, {Purpose::create, form.generation, 0}, nexudus::request_create(form.sent_body),
       translate("the new webhook {0}", quoted(form.sent.name)));
}

void take_created(const Context& context, const Answer& answer) {
  State& state = context.state;
  std::optional<std::int64_t> id;
  if (answer.result) {
    const auto written = nexudus::decode_written(*answer.result, answer.asked);
    id = written ? written->id : std::nullopt;
  }
  if (!is_for_form(state, answer)) {
    Answer left = answer;
    left.errand.number = id.value_or(0);
    take_end_of_left_write(context, left);
    return;
  }
  if (id) {
    end_write(context, state.form->generation, JournalEntry::Outcome::confirmed, {}, *id);
    note_right(context, answer.errand.purpose, true);
    read_created(context, *id);
    return;
  }
  if (answer.result || is_unclear_end(answer.result.error())) {
    state.form->unclear = Task::saving;
    state.form->unclear_reason = answer.result ? std::string(translate("Nexudus did not say which number it got."))
                                               : answer.result.error().title;
    look_for_twin(context);
    return;
  }
  show_refusal(context, answer.errand.purpose, answer.result.error());
}

void take_read_created(const Context& context, const Answer& answer) {
  State& state = context.state;
  auto read = webhook_in(answer);
  if (!is_for_form(state, answer)) {
    take_read_back(context, answer);
    return;
  }
  Form& form = *state.form;
  move_to_record(context, answer.errand.number);
  if (!read) {
    end_task(form);
    end_write(context, form.generation, JournalEntry::Outcome::confirmed, {}, form.id);
    form.phase = Form::Phase::failed;
    form.changed = false;  // it is all stored
    show_failure(context, {Notice::Severity::warning,
                           std::string(translate("The webhook was created, but could not be read back.")),
                           read.error().title + " " + read.error().detail, Notice::Action::try_again});
    return;
  }
  settle_write(context, *std::move(read), answer.request_id, translate("Created."));
}

void look_for_twin(const Context& context) {
  context.state.form->task = Task::looking_for_twin;
  load_list(context);
}

void take_loaded_list(const Context& context) {
  State& state = context.state;
  if (!state.form || state.form->task != Task::looking_for_twin) {
    return;
  }
  Form& form = *state.form;
  if (state.list.phase != List::Phase::loaded) {
    take_unloaded_list(context);
    return;
  }
  const Row* twin = find_twin(state);
  if (twin != nullptr && form.known_ids) {
    form.unclear = Task::none;
    read_created(context, twin->record.id);
    return;
  }
  end_task(form);
  if (twin != nullptr) {
    form.twin = twin->record.id;
    end_write(context, form.generation, JournalEntry::Outcome::unclear, form.unclear_reason);
    show_failure(context,
                 {Notice::Severity::warning, std::string(translate("A webhook like this one is in the list.")),
                  in_turn({form.unclear_reason, translate("Either it was created just now, or it was there before. "
                                                          "Open it before you save this one, or there may be two.")}),
                  Notice::Action::open_twin});
    return;
  }
  end_write(context, form.generation, JournalEntry::Outcome::refused, form.unclear_reason);
  show_failure(context,
               {Notice::Severity::error, std::string(translate("Not created.")),
                in_turn({form.unclear_reason, translate("The list was read anew, and the webhook is not in it. What "
                                                        "you typed is kept here; press Save to try again.")}),
                Notice::Action::none});
}

void take_unloaded_list(const Context& context) {
  State& state = context.state;
  if (!state.form || state.form->task != Task::looking_for_twin) {
    return;
  }
  state.form->task = Task::none;
  end_write(context, state.form->generation, JournalEntry::Outcome::unclear, state.form->unclear_reason);
  show_failure(context,
               {Notice::Severity::error, std::string(translate("It is not known whether the webhook was created.")),
                in_turn({state.form->unclear_reason, translate("The list could not be read to look for it."),
                         state.list.notice.detail, translate("What you typed is kept here.")}),
                Notice::Action::check_outcome});
}

void open_twin(const Context& context) {
  State& state = context.state;
  if (!state.form || state.form->twin == 0) {
    return;
  }
  const Address address = record_address(state.form->twin);
  close_form(context);
  state.address = address;
  context.emit(effect::Navigate{to_fragment(address), effect::HistoryEntry::replaced});
  open_form(context, address);
}

}  // namespace editor
