// Opening a webhook and editing it.
#pragma once

#include "editor/command.h"
#include "editor/context.h"
#include "editor/outbox_flow.h"

namespace editor {

/// Opens the form of an address that is not the list's.
void open_form(const Context& context, const Address& address);
/// Reads a record that could not be read once more.
void reopen_form(const Context& context);
/// Closes the form, with all that is typed. A write on its way goes on.
void close_form(const Context& context);

void take_opened_record(const Context& context, const Answer& answer);
void take_copied_record(const Context& context, const Answer& answer);

/// Makes a record as read the one the form is about.
void adopt_record(Form& form, nexudus::ReadRecord read);

void edit(const Context& context, const command::EditText& command);
void edit(const Context& context, const command::ChooseLocation& command);
void edit(const Context& context, const command::ChooseEvent& command);
void edit(const Context& context, const command::SetActive& command);
/// Puts the field's text right as one of its fixes has it.
void apply_fix(const Context& context, webhook::Field field, std::size_t place);
void leave_field(const Context& context, webhook::Field field);
void set_back(const Context& context, webhook::Field field);
void set_all_back(const Context& context);
/// Makes the webhook active; the caller saves.
void switch_on(const Context& context);

}  // namespace editor
