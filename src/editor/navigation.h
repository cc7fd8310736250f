// Going from screen to screen, without losing edits.
#pragma once

#include <string_view>

#include "editor/command.h"
#include "editor/context.h"

namespace editor {

/// Whether leaving the form would lose something, or leave something open.
[[nodiscard]] bool has_unsaved_work(const State& state);

/// Goes to a screen; asks first if something would be lost.
void go(const Context& context, const Address& address);
/// The user asks to be signed out; asks first likewise.
void ask_to_sign_out(const Context& context);
/// The browser shows another address already.
void take_address(const Context& context, std::string_view fragment);
/// Shows the screen of the address, after signing in.
void show_address(const Context& context);

void ask_to_delete(const Context& context);
/// Asks about a webhook that holds these fields now; `news` says why once more, and ends with a space.
void ask_to_delete(const Context& context, const webhook::Fields& stored, const std::string& news);
void type_confirmation(const Context& context, std::string_view text);
void confirm_dialog(const Context& context);
/// Leaves the form; what was typed stays as a draft.
void keep_and_leave(const Context& context);
void cancel_dialog(const Context& context);

}  // namespace editor
