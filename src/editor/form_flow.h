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

/// Makes a record, as the answer to this request holds it, the one the form is about.
void adopt_record(Form& form, nexudus::ReadRecord read, RequestId as_of);

void edit(const Context& context, const command::EditText& command);
void edit(const Context& context, const command::ChooseLocation& command);
void edit(const Context& context, const command::ChooseEvent& command);
void edit(const Context& context, const command::SetActive& command);
/// Puts the field's text right as one of its fixes has it.
void apply_fix(const Context& context, webhook::Field field, std::size_t place);
void leave_field(const Context& context, webhook::Field field);
void set_back(const Context& context, webhook::Field field);
void set_all_back(const Context& context);
/// Shows a new form: nothing in it counts as changed.
void begin_new(const Context& context, webhook::Fields fields);
/// Nexudus tells nobody that it switched a webhook off. Nothing for one that it did not.
[[nodiscard]] Notice health_notice(const webhook::Record& record);
/// Makes the webhook active; the caller saves.
void switch_on(const Context& context);

}  // namespace editor
