// A write whose form was left before its end.
#include "editor/left_write.h"

#include <algorithm>
#include <utility>

#include "editor/form_view.h"
#include "editor/journal.h"
#include "editor/list_loading.h"
#include "editor/list_view.h"
#include "editor/outbox_flow.h"
#include "editor/save_results.h"
#include "language/text.h"
#include "nexudus/requests.h"

namespace editor {
namespace {

using language::translate;
using nexudus::Problem;
using Purpose = Errand::Purpose;
using Outcome = JournalEntry::Outcome;

bool is_missing(const Problem& problem) { return problem.kind == Problem::Kind::not_found; }

void tell_not_known(const Context& context, const Answer& answer, const Problem& problem) {
  tell_left(context, translate("It is not known whether {0} was done.", answer.asked.what),
            problem.title + " " + problem.detail);
}

void tell_not_done(const Context& context, const Answer& answer) {
  const JournalEntry* entry = last_write(context.state, answer.errand.generation);
  const std::string why = entry == nullptr ? "" : std::string(translate(entry->note)) + " ";
  end_write(context, answer.errand.generation, Outcome::refused, entry == nullptr ? "" : entry->note);
  tell_left(context, translate("It was not done: {0}.", answer.asked.what),
            why + std::string(translate("Nexudus still holds the webhook as it was.")));
}

void say_done(const Context& context, const Answer& answer) {
  context.say(translate("Nexudus has accepted {0}.", answer.asked.what));
}

}  // namespace

void tell_left(const Context& context, std::string title, std::string detail) {
  context.say_at_once(title + " " + detail);
  context.state.list.notice = {Notice::Severity::warning, std::move(title), std::move(detail), Notice::Action::none};
}

void take_end_of_left_write(const Context& context, const Answer& answer) {
  State& state = context.state;
  const std::uint32_t generation = answer.errand.generation;
  const std::int64_t id = answer.errand.number;
  const bool removes = answer.errand.purpose == Purpose::remove;
  if (!answer.result) {
    const Problem& problem = answer.result.error();
    if (!is_unclear_end(problem) && !(removes && is_missing(problem))) {
      end_write(context, generation, Outcome::refused, problem.title);
      tell_left(context, translate("Nexudus did not accept {0}.", answer.asked.what),
                problem.title + " " + problem.detail);
      return;
    }
    end_write(context, generation, Outcome::unclear, problem.title);
  } else {
    end_write(context, generation, Outcome::confirmed, {}, id);
  }
  if (removes && answer.result) {
    remove_row(state, id, state.outbox.last_id);
    say_done(context, answer);
  } else if (id != 0) {
    post(context, {removes ? Purpose::check_removed : Purpose::read_back, generation, id}, nexudus::request_webhook(id),
         answer.asked.what);
  } else {  // one that was created, or not
    load_list(context);
    tell_left(context, translate("It is not known whether {0} was created.", answer.asked.what),
              std::string(translate("The list is being read anew: see whether it is in it.")));
  }
}

void take_read_back_of_left_write(const Context& context, const Answer& answer) {
  State& state = context.state;
  const auto read = webhook_in(answer);
  if (read) {
    put_row(state, read->record, answer.request_id);
    sort_list(state.list);
  }
  const JournalEntry* entry = last_write(state, answer.errand.generation);
  if (entry == nullptr) {
    return;
  }
  if (!read) {
    tell_not_known(context, answer, read.error());
  } else if (compare_with_stored(read->document, entry->after).empty()) {
    end_write(context, answer.errand.generation, Outcome::verified);
    say_done(context, answer);
  } else if (entry->outcome == Outcome::confirmed) {
    end_write(context, answer.errand.generation, Outcome::stored_otherwise);
    tell_left(context, std::string(translate("Nexudus holds something else than was sent.")),
              translate("Either Nexudus changed it, or somebody else saved at the same time. Compare {0} in Activity "
                        "with what the webhook holds now.",
                        answer.asked.what));
  } else if (compare_with_stored(read->document, entry->before).empty()) {
    tell_not_done(context, answer);
  } else {
    Problem problem;
    problem.title = translate("Nexudus holds neither what was there before nor what was sent.");
    tell_not_known(context, answer, problem);
  }
}

void take_check_of_left_removal(const Context& context, const Answer& answer) {
  const auto read = webhook_in(answer);
  if (read) {
    tell_not_done(context, answer);
  } else if (is_missing(read.error())) {
    end_write(context, answer.errand.generation, Outcome::confirmed);
    remove_row(context.state, answer.errand.number, answer.request_id);
    say_done(context, answer);
  } else {
    tell_not_known(context, answer, read.error());
  }
}

void mark_overtaken(const Context& context, const nexudus::ReadRecord& read) {
  for (OutboxEntry& entry : context.state.outbox.entries) {
    if (entry.errand.number != read.record.id || entry.wait == OutboxEntry::Wait::reply ||
        !nexudus::is_write(entry.request)) {
      continue;
    }
    const JournalEntry* write = last_write(context.state, entry.errand.generation);
    entry.overtaken = write == nullptr || !compare_with_stored(read.document, write->before).empty();
  }
}

bool is_writing(const State& state) {
  return std::any_of(state.outbox.entries.begin(), state.outbox.entries.end(),
                     [](const OutboxEntry& entry) { return nexudus::is_write(entry.request); });
}

}  // namespace editor
