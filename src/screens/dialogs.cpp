// The questions the editor asks before something is lost.
#include "screens/dialogs.h"

#include <string>
#include <variant>

#include "gui/button.h"
#include "gui/dialog.h"
#include "gui/text_field.h"
#include "language/text.h"
#include "screens/commands.h"
#include "screens/list_columns.h"

namespace screens {

namespace {

using language::translate;

// The way back at the right, where the eye ends; the dangerous way on beside it. Returns the id of the way back.
gui::NodeId draw_buttons(const Frame& frame, gui::Rect row, std::string_view confirm, std::string_view cancel,
                         bool may_confirm) {
  gui::Ui& ui = frame.ui;
  const gui::ButtonSpec back{.name = cancel};
  const gui::ButtonSpec on{.name = confirm, .style = gui::ButtonStyle::danger, .disabled = !may_confirm};
  const gui::Rect on_place = row.cut_right(gui::button_width(ui, on));
  (void)row.cut_right(gui::space(2));
  const gui::Rect back_place = row.cut_right(gui::button_width(ui, back));
  if (gui::button(ui, back_place, back)) frame.send(editor::command::Cancel{});
  const gui::NodeId back_id = ui.last_id();
  if (gui::button(ui, on_place, on)) frame.send(editor::command::Confirm{});
  return back_id;
}

void draw(const Frame& frame, const editor::LeaveDialog& leave) {
  gui::Ui& ui = frame.ui;
  // The third button stands above the two others: beside them it would not fit in a narrow window.
  const gui::ButtonSpec keep{.name = leave.keep_label, .style = gui::ButtonStyle::primary};
  gui::DialogSpec question{.title = leave.title, .description = leave.text, .alert = true, .id = "leave"};
  if (!leave.keep_label.empty()) question.body_height = ui.theme().control_height;
  gui::Dialog dialog(ui, question);
  if (!leave.keep_label.empty() && gui::button(ui, dialog.body(), keep)) frame.send(editor::command::KeepAndLeave{});
  const gui::NodeId back = draw_buttons(frame, dialog.footer(), leave.confirm_label, translate("Keep editing"), true);
  dialog.set_initial_focus(back);
  if (dialog.dismissed()) frame.send(editor::command::Cancel{});
}

void draw(const Frame& frame, const editor::DeleteDialog& remove) {
  gui::Ui& ui = frame.ui;
  const bool types = !remove.name_to_type.empty();
  const std::string hint = translate("Type “{0}” to delete this active webhook.", remove.name_to_type);
  const gui::TextFieldSpec spec{.name = translate("Confirmation"), .hint = hint, .submits = true};
  gui::DialogSpec question{.title = remove.title, .description = remove.text, .alert = true, .id = "delete"};
  if (types) question.body_height = gui::text_field_height(ui, gui::dialog_body_width(ui, question), spec);
  gui::Dialog dialog(ui, question);
  if (types) {
    std::string typed = remove.typed;
    const gui::TextFieldResult result = gui::text_field(ui, dialog.body(), typed, spec);
    if (result.changed) frame.send(editor::command::TypeConfirmation{typed});
    if (result.submitted && remove.may_confirm) frame.send(editor::command::Confirm{});
    dialog.set_initial_focus(result.id);
  }
  const gui::NodeId back =
      draw_buttons(frame, dialog.footer(), translate("Delete"), translate("Cancel"), remove.may_confirm);
  if (!types) dialog.set_initial_focus(back);
  if (dialog.dismissed()) frame.send(editor::command::Cancel{});
}

void draw(const Frame& frame, const editor::PaletteDialog& /*open*/) { draw_palette(frame); }
void draw(const Frame& frame, const editor::HelpDialog& /*open*/) { draw_help(frame); }
void draw(const Frame& frame, const editor::ColumnsDialog& /*open*/) { draw_columns_dialog(frame); }

}  // namespace

void draw_dialog(const Frame& frame) {
  if (!frame.state.dialog) return;
  std::visit([&](const auto& dialog) { draw(frame, dialog); }, *frame.state.dialog);
}

}  // namespace screens
