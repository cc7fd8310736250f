// The one door into the editor.
#include "editor/update.h"

#include <algorithm>
#include <utility>

#include "editor/code_sample.h"
#include "editor/columns.h"
#include "editor/context.h"
#include "editor/countdown.h"
#include "editor/create_flow.h"
#include "editor/drafts.h"
#include "editor/filter_flow.h"
#include "editor/form_flow.h"
#include "editor/form_view.h"
#include "editor/history.h"
#include "editor/journal.h"
#include "editor/left_write.h"
#include "editor/list_loading.h"
#include "editor/list_view.h"
#include "editor/merge_flow.h"
#include "editor/navigation.h"
#include "editor/outbox_flow.h"
#include "editor/rights.h"
#include "editor/save_flow.h"
#include "editor/sentences.h"
#include "editor/session_flow.h"
#include "editor/traffic.h"
#include "editor/visit.h"
#include "language/text.h"
#include "nexudus/requests.h"
#include "webhook/mask.h"

namespace editor {
namespace {

using language::translate;

// ---- Events

void on(const Context& context, const event::Started& started) {
  take_shared_calls(context, started.shared_calls);
  context.state.language = started.language;
  start(context, started);
  if (!parse_address(started.fragment)) {
    context.emit(effect::Navigate{to_fragment(list_address), effect::HistoryEntry::replaced});
  }
}
void on(const Context& context, const event::Replied& replied) {
  take_end(context, replied.id, replied.response, replied.elapsed_ms);
}
void on(const Context& context, const event::Unanswered& unanswered) {
  take_end(context, unanswered.id, tl::unexpected(unanswered.failure), unanswered.elapsed_ms);
}
void on(const Context& context, const event::CallsShared& shared) { take_shared_calls(context, shared.text); }
void on(const Context& context, const event::SignInEnded& ended) { take_sign_in(context, ended); }
void on(const Context& context, const event::WokeUp&) {
  context.state.shown.wake_ms.reset();  // the alarm is spent
}
void on(const Context& context, const event::AddressChanged& changed) { take_address(context, changed.fragment); }
void on(const Context& context, const event::CopyEnded& ended) {
  Copying& copying = context.state.copying;
  if (copying.what == Copying::What::nothing) {
    return;
  }
  copying.done = ended.ok;
  if (ended.ok) {
    context.say(copying.masked ? translate("Copied, with the credentials hidden as •••.") : translate("Copied."));
  } else {
    copying.what = Copying::What::nothing;
    context.say_at_once(translate("The browser did not allow copying. Select the text and copy it by hand."));
  }
}
void on(const Context& context, const event::TextsLoaded& loaded) {
  const bool taken =
      take_journal(context, loaded.prefix, loaded.lines) || take_visit(context, loaded.prefix, loaded.lines) ||
      take_rights(context, loaded.prefix, loaded.lines) || take_columns(context, loaded.prefix, loaded.lines);
  if (!taken) {
    take_drafts(context, loaded.prefix, loaded.lines);
  }
}
void on(const Context& context, const event::CodeWritten& written) { take_code(context, written.id, written.text); }
void on(const Context& context, const event::TextsKept& kept) {
  State& state = context.state;
  state.keeps_texts = kept.ok;
  if (const Notice notice = not_kept_notice(state); !notice.empty()) {
    context.say_at_once(notice.title + " " + notice.detail);
  }
}
void on(const Context& context, const event::VisibilityChanged& changed) {
  State& state = context.state;
  state.visible = changed.visible;
  if (changed.visible && state.form) {
    state.form->next_look_ms = context.now.monotonic_ms;  // a lot may have happened meanwhile
  }
  if (changed.visible) {
    settle_filters(context);  // it may be another day
    fetch_drafts_anew(context);
  }
}
void on(const Context& context, const event::OnlineChanged& changed) {
  State& state = context.state;
  const bool back = changed.online && !state.online;
  state.online = changed.online;
  note_online_in_form(context);
  if (back) {
    for (OutboxEntry& entry : state.outbox.entries) {
      entry.not_before_ms = std::min(entry.not_before_ms, context.now.monotonic_ms);
    }
  }
}

void on(const Context& context, const event::LanguageChanged& changed) {
  State& state = context.state;
  state.language = changed.tag;
  // What was said of something that happened stays in the words it was said in.
  rename_rows(state);
  refresh_form(state);
}

// ---- Commands

void on(const Context& context, const command::SignOut&) { ask_to_sign_out(context); }
void on(const Context& context, const command::SignInAgain&) { sign_in_again(context); }
void on(const Context& context, const command::Go& command) { go(context, command.address); }
void on(const Context& context, const command::DismissNotice&) {
  State& state = context.state;
  (state.form ? state.form->notice : state.list.notice) = Notice{};
}
void on(const Context& context, const command::RunNoticeAction&) {
  State& state = context.state;
  switch (state.form ? state.form->notice.action : state.list.notice.action) {
    case Notice::Action::try_again:
      state.form ? reopen_form(context) : continue_list(context);
      break;
    case Notice::Action::check_outcome:
      check_outcome(context);
      break;
    case Notice::Action::save_as_new:
      state.form&& state.form->gone ? open_draft_as_new(context) : check_gone(context);
      break;
    case Notice::Action::open_twin:
      open_twin(context);
      break;
    case Notice::Action::take_over_stored:
      set_all_back(context);
      break;
    case Notice::Action::switch_on:
      switch_on(context);
      save(context);
      break;
    case Notice::Action::none:
      break;
  }
}
void on(const Context& context, const command::Stop&) {
  const Form* form = context.state.form ? &*context.state.form : nullptr;
  const bool of_form = form != nullptr && (form->busy() || form->phase == Form::Phase::loading);
  const bool of_list = form == nullptr || form->task == Form::Task::looking_for_twin;
  const std::uint32_t generation = form == nullptr ? 0 : form->generation;
  give_up(context, [=](const OutboxEntry& entry) {
    return entry.errand.purpose == Errand::Purpose::list_page ? of_list
                                                              : of_form && entry.errand.generation == generation;
  });
}
void on(const Context& context, const command::OpenPalette&) { context.state.dialog = PaletteDialog{}; }
void on(const Context& context, const command::OpenHelp&) { context.state.dialog = HelpDialog{}; }
void on(const Context& context, const command::UseSingleKeys& command) { context.state.single_keys = command.on; }
void on(const Context& context, const command::ChooseLanguage& command) {
  context.emit(effect::ChooseLanguage{command.tag});
}
void on(const Context& context, const command::FindInList&) {
  go(context, list_address);
  if (!context.state.form && !context.state.dialog) {
    context.focus(FocusTarget::Kind::search);
  }
}
void on(const Context& context, const command::Search& command) {
  context.state.list.search = command.text;
  filter_list(context.state.list);
  show_list_query(context, effect::HistoryEntry::replaced_soon);  // with each letter
}
void on(const Context& context, const command::AddFilter& command) { take_filter(context, command.filter); }
void on(const Context& context, const command::RemoveFilter& command) { drop_filter(context, command.filter); }
void on(const Context& context, const command::RemoveAllFilters&) { drop_all_filters(context); }
void on(const Context& context, const command::ShowFilters& command) { open_filters(context, command.shown); }
void on(const Context& context, const command::GoToFilters&) { go_to_filters(context); }
void on(const Context& context, const command::SortBy& command) {
  List& list = context.state.list;
  const bool turn = list.sorted_by == command.column && list.direction == Direction::ascending;
  list.sorted_by = command.column;
  list.direction = turn ? Direction::descending : Direction::ascending;
  sort_list(list);
  show_list_query(context, effect::HistoryEntry::replaced);
}
void on(const Context& context, const command::OpenColumns&) { context.state.dialog = ColumnsDialog{}; }
void on(const Context& context, const command::ShowColumn& command) {
  ShownColumns columns = context.state.columns;
  columns.at(static_cast<std::size_t>(command.column)) = command.shown;
  choose_columns(context, columns);
}
void on(const Context& context, const command::ShowUsualColumns&) { choose_columns(context, usual_columns); }
void on(const Context& context, const command::ReloadList&) {
  if (context.state.session.stage == Session::Stage::signed_in) {
    context.state.list.notice = Notice{};
    load_everything(context);
  }
}
void on(const Context& context, const command::OpenDraft& command) { open_draft(context, command.key); }
void on(const Context& context, const command::DiscardDraft& command) { discard_draft(context, command.key); }
void on(const Context& context, const command::EditText& command) { edit(context, command); }
void on(const Context& context, const command::ChooseLocation& command) { edit(context, command); }
void on(const Context& context, const command::ChooseEvent& command) { edit(context, command); }
void on(const Context& context, const command::SetActive& command) { edit(context, command); }
void on(const Context& context, const command::LeaveField& command) {
  end_step(context.state);
  leave_field(context, command.field);
}
void on(const Context& context, const command::Undo&) { undo(context); }
void on(const Context& context, const command::Redo&) { redo(context); }
void on(const Context& context, const command::SetBack& command) { set_back(context, command.field); }
void on(const Context& context, const command::ApplyFix& command) { apply_fix(context, command.field, command.place); }
void on(const Context& context, const command::KeepMine& command) { keep_mine(context, command.field); }
void on(const Context& context, const command::SetAllBack&) { set_all_back(context); }
void on(const Context& context, const command::Save&) { save(context); }
void on(const Context& context, const command::Duplicate&) {
  const State& state = context.state;
  if (state.form && !state.form->is_new()) {
    go(context, {Address::Screen::new_record, 0, state.form->id});
  }
}
void on(const Context& context, const command::Delete&) { ask_to_delete(context); }
void on(const Context& context, const command::TypeConfirmation& command) { type_confirmation(context, command.text); }
void on(const Context& context, const command::Confirm&) { confirm_dialog(context); }
void on(const Context& context, const command::KeepAndLeave&) { keep_and_leave(context); }
void on(const Context& context, const command::Cancel&) { cancel_dialog(context); }

void copy(const Context& context, Copying::What what, const std::string& text) {
  context.state.copying = {what, false, text.find(webhook::mask) != std::string::npos};
  context.emit(effect::CopyText{text});
}
void on(const Context& context, const command::ShowCredentials& command) {
  context.state.show_credentials = command.shown;
  refresh_form(context.state);
}
void on(const Context& context, const command::CopyPayload&) {
  if (context.state.form) {
    copy(context, Copying::What::payload, context.state.form->payload.json);
  }
}
void on(const Context& context, const command::ChooseCode& command) { choose_code_language(context, command.language); }
void on(const Context& context, const command::CopyCode&) {
  if (const std::string_view code = code_of(context.state); !code.empty()) {
    copy(context, Copying::What::code, std::string(code));
  }
}
void on(const Context& context, const command::CopyResponse&) {
  if (context.state.form && context.state.form->last_response.present) {
    copy(context, Copying::What::response, context.state.form->last_response.body);
  }
}

void on(const Context& context, const command::AssumeAllRights&) { assume_all_rights(context); }
void on(const Context& context, const command::MarkSeen&) {
  mark_seen(context);
  context.focus(FocusTarget::Kind::heading);
}
void on(const Context& context, const command::SearchJournal& command) { context.state.journal.search = command.text; }
void on(const Context& context, const command::UndoWrite& command) { undo_write(context, command.key); }
void on(const Context& context, const command::ExportJournal&) {
  std::string lines;
  for (const JournalEntry* entry : found_entries(context.state)) {
    JournalEntry shown = *entry;
    shown.before = webhook::masked_record(shown.before);
    shown.after = webhook::masked_record(shown.after);
    lines += to_text(shown) + "\n";
  }
  context.emit(effect::SaveFile{"webhook-changes.jsonl", std::move(lines)});
}
void on(const Context& context, const command::CopyRequest& command) {
  const State& state = context.state;
  if (command.place >= state.activity.size()) {
    return;
  }
  nexudus::Request request = state.activity[command.place].request;
  const std::string sent = std::exchange(request.body, webhook::masked_record(request.body));
  copy(context, Copying::What::request,
       nexudus::curl_command(request, state.config.absolute_api_base, request.body != sent));
}

// ---- After each of them

/// Tells the world what follows from the new state, where it is not what it was told last.
void tell_the_world(const Context& context) {
  State& state = context.state;
  State::Shown& shown = state.shown;
  keep_draft(context);
  keep_code_current(context);
  if (std::string title = page_title(state); title != shown.title) {
    shown.title = std::move(title);
    context.emit(effect::SetTitle{shown.title});
  }
  if (const bool guard = has_unsaved_work(state) || is_writing(state); guard != shown.guard) {
    shown.guard = guard;
    context.emit(effect::GuardLeaving{guard});
  }
  if (state.session.stage != Session::Stage::starting && !shown.usable) {
    shown.usable = true;
    context.emit(effect::Mark{"editor:usable"});
  }
  const auto look_ms = look_from_time_to_time(context);
  const auto end_ms = watch_session_end(context);
  auto wake_ms = send_waiting(context);
  for (const auto& other_ms : {look_ms, end_ms}) {
    if (other_ms && (!wake_ms || *other_ms < *wake_ms)) {
      wake_ms = other_ms;
    }
  }
  if (state.address == activity_address || (state.form && state.form->busy())) {
    refresh_traffic(context);
  }
  if (wake_ms != shown.wake_ms) {
    shown.wake_ms = wake_ms;
    context.emit(effect::WakeAt{wake_ms});
  }
}

template <typename Message>
std::vector<Effect> take(State& state, const Message& message, const Now& now) {
  std::vector<Effect> effects;
  const Context context{state, now, effects};
  std::visit([&context](const auto& what) { on(context, what); }, message);
  tell_the_world(context);
  return effects;
}

}  // namespace

std::vector<Effect> update(State& state, const Event& event, const Now& now) { return take(state, event, now); }

std::vector<Effect> update(State& state, const Command& command, const Now& now) {
  const bool retraces =
      std::holds_alternative<command::Undo>(command) || std::holds_alternative<command::Redo>(command);
  const auto before = retraces ? std::nullopt : before_step(state);
  std::vector<Effect> effects = take(state, command, now);
  if (before) {
    note_step(state, *before, std::holds_alternative<command::EditText>(command), now.monotonic_ms);
  }
  return effects;
}

}  // namespace editor
