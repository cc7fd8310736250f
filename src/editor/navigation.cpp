// Going from screen to screen, without losing edits.
#include "editor/navigation.h"

#include <string>
#include <utility>

#include "editor/drafts.h"
#include "editor/filter_flow.h"
#include "editor/form_flow.h"
#include "editor/save_flow.h"
#include "editor/sentences.h"
#include "editor/session_flow.h"
#include "language/text.h"
#include "webhook/mask.h"
#include "webhook/utf8.h"

namespace editor {
namespace {

using language::translate;

constexpr std::size_t longest_name = 200;

std::string changed_fields(const Form& form) {
  std::string names;
  for (const webhook::Field field : webhook::all_fields) {
    if (form.status_of(field).changed) {
      names += names.empty() ? "" : ", ";
      names += webhook::label(field);
    }
  }
  return names;
}

LeaveDialog leave_dialog(const State& state, std::optional<Address> destination) {
  const Form& form = *state.form;
  const std::string name = quoted(form.is_new() ? form.fields.name : form.stored.fields.name);
  LeaveDialog dialog;
  dialog.destination = destination;
  if (form.busy()) {
    dialog.title = translate("Leave while this is being sent?");
    dialog.text = translate("Nexudus has not answered yet for {0}. If you leave now, it may or may not be done.", name);
    dialog.confirm_label = translate("Leave anyway");
  } else {
    dialog.title = form.is_new() ? translate("Leave without creating?") : translate("Leave without saving?");
    dialog.text = translate("In {0} these fields are changed but not saved: {1}.", name, changed_fields(form));
    dialog.confirm_label = translate("Discard changes");
    // What the demo keeps ends with it.
    if (destination || state.session.kind != Session::Kind::demo) {
      dialog.keep_label = translate("Keep as draft and leave");
      dialog.text.append(" ").append(translate("A draft stays in this browser, and the list leads back to it."));
    } else {
      dialog.text.append(" ").append(translate("They end with the demo."));
    }
  }
  return dialog;
}

void ask_to_leave(const Context& context, std::optional<Address> destination) {
  State& state = context.state;
  LeaveDialog dialog = leave_dialog(state, destination);
  context.say_at_once(dialog.title + " " + dialog.text);
  state.dialog = std::move(dialog);
}

Address address_of(const UndoneWrite& undone) {
  return undone.id == 0 ? Address{Address::Screen::new_record, 0, 0} : record_address(undone.id);
}

/// Shows another screen; nothing is asked.
void switch_to(const Context& context, const Address& address) {
  State& state = context.state;
  const std::int64_t left = state.form ? state.form->id : 0;
  if (state.address.screen == Address::Screen::list && state.list.notice.action == Notice::Action::none) {
    state.list.notice = Notice{};  // it has been seen
  }
  close_form(context);
  state.address = address;
  if (state.undone_write && address != address_of(*state.undone_write)) {
    state.undone_write.reset();  // it was not to be opened after all
  }
  if (address.screen == Address::Screen::activity) {
    fetch_journal(context);
    context.focus(FocusTarget::Kind::heading);
  } else if (address.screen != Address::Screen::list) {
    open_form(context, address);
  } else if (left != 0) {
    context.emit(effect::Focus{{.kind = FocusTarget::Kind::row, .id = left}});
  } else {
    context.focus(FocusTarget::Kind::heading);
  }
}

}  // namespace

bool has_unsaved_work(const State& state) { return state.form && (state.form->changed || state.form->busy()); }

void go(const Context& context, const Address& address) {
  State& state = context.state;
  if (state.session.stage != Session::Stage::signed_in || address == state.address) {
    return;
  }
  if (has_unsaved_work(state)) {
    ask_to_leave(context, address);
    return;
  }
  context.emit(effect::Navigate{fragment_of(state.list, address), effect::HistoryEntry::kept});
  switch_to(context, address);
}

void ask_to_sign_out(const Context& context) {
  State& state = context.state;
  if (state.session.stage != Session::Stage::signed_in && state.session.stage != Session::Stage::expired) {
    return;
  }
  if (has_unsaved_work(state)) {
    ask_to_leave(context, std::nullopt);
  } else {
    sign_out(context);
  }
}

void take_address(const Context& context, std::string_view fragment) {
  State& state = context.state;
  const auto parsed = parse_address(fragment);
  const Address address = parsed.value_or(list_address);
  if (parsed == list_address) {
    take_list_query(context, read_list_query(fragment));
  }
  const std::string written = fragment_of(state.list, address);
  const bool is_clean = parsed && (address != list_address || written == fragment);
  if (address == state.address) {
    if (!is_clean) {
      context.emit(effect::Navigate{written, effect::HistoryEntry::replaced});
    }
    return;
  }
  if (has_unsaved_work(state)) {
    // The address has changed already; the form and its edits are still here, and so is their address again.
    context.emit(effect::Navigate{fragment_of(state.list, state.address), effect::HistoryEntry::kept});
    ask_to_leave(context, address);
    return;
  }
  if (!is_clean) {
    context.emit(effect::Navigate{written, effect::HistoryEntry::replaced});
  }
  if (state.session.stage == Session::Stage::signed_in || state.session.stage == Session::Stage::expired) {
    switch_to(context, address);
  } else {
    state.address = address;
  }
}

void show_address(const Context& context) {
  State& state = context.state;
  context.emit(effect::Navigate{fragment_of(state.list, state.address), effect::HistoryEntry::replaced});
  switch_to(context, Address(state.address));
}

void ask_to_delete(const Context& context) {
  State& state = context.state;
  if (!state.form || state.form->is_new() || state.form->phase != Form::Phase::ready || state.form->busy()) {
    return;
  }
  ask_to_delete(context, webhook::Fields(state.form->stored.fields), "");
}

void ask_to_delete(const Context& context, const webhook::Fields& stored, const std::string& news) {
  State& state = context.state;
  DeleteDialog dialog;
  dialog.title = translate("Delete {0}?", quoted(stored.name));
  dialog.text = translate("Nexudus cannot bring it back.");
  if (stored.active) {
    dialog.name_to_type = webhook::presentable(stored.name, longest_name);
    dialog.text = translate("It is active: Nexudus stops calling {0} at once, and cannot bring the webhook back.",
                            webhook::presentable(webhook::masked_url(stored.url), longest_name));
  }
  dialog.text.insert(0, news);
  dialog.may_confirm = dialog.name_to_type.empty();
  if (!dialog.may_confirm) {
    dialog.text.append(" ").append(translate("To go on, type its name."));
  }
  context.say_at_once(dialog.title + " " + dialog.text);
  state.dialog = std::move(dialog);
}

void type_confirmation(const Context& context, std::string_view text) {
  State& state = context.state;
  if (auto* dialog = state.dialog ? std::get_if<DeleteDialog>(&*state.dialog) : nullptr) {
    dialog->typed = text;
    dialog->may_confirm =
        webhook::presentable(text, longest_name) == dialog->name_to_type || dialog->name_to_type.empty();
  }
}

void confirm_dialog(const Context& context) {
  State& state = context.state;
  if (!state.dialog) {
    return;
  }
  if (const auto* dialog = std::get_if<DeleteDialog>(&*state.dialog)) {
    if (dialog->may_confirm && state.form && !state.form->busy()) {
      state.dialog.reset();
      delete_record(context);
    }
    return;
  }
  if (state.form && !state.form->busy() && std::holds_alternative<LeaveDialog>(*state.dialog)) {
    drop_draft(context);
  }
  keep_and_leave(context);
}

void keep_and_leave(const Context& context) {
  State& state = context.state;
  const auto* const leave = state.dialog ? std::get_if<LeaveDialog>(&*state.dialog) : nullptr;
  if (leave == nullptr) {
    return;
  }
  const std::optional<Address> destination = leave->destination;
  if (!destination) {
    sign_out(context);
    return;
  }
  context.emit(effect::Navigate{fragment_of(state.list, *destination), effect::HistoryEntry::kept});
  switch_to(context, *destination);
}

void cancel_dialog(const Context& context) {
  State& state = context.state;
  if (!state.dialog) {
    return;
  }
  if (std::holds_alternative<DeleteDialog>(*state.dialog)) {
    context.focus(FocusTarget::Kind::delete_button);
  }
  state.dialog.reset();
}

}  // namespace editor
