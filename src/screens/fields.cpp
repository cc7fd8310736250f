// The six fields of a webhook that people may change.
#include "screens/fields.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "editor/choices.h"
#include "editor/form.h"
#include "editor/form_view.h"
#include "gui/button.h"
#include "gui/combobox.h"
#include "gui/switch.h"
#include "gui/text_field.h"
#include "language/text.h"
#include "screens/event_help.h"

namespace screens {

namespace {

using editor::FieldStatus;
using language::translate;
using webhook::Field;

const float field_gap = gui::space(5);

const FieldStatus& status_of(const Frame& frame, Field field) { return frame.state.form->status_of(field); }

bool locations_are_listed(const Frame& frame) { return !are_typed(frame.state.locations); }

// An error is what matters; advice stands in its place while there is none.
std::string_view hint_of(const FieldStatus& status, std::string_view otherwise) {
  return status.advice.empty() ? otherwise : std::string_view(status.advice);
}

gui::TextFieldSpec text_spec(const Frame& frame, Field field, std::string_view hint) {
  const FieldStatus& status = status_of(frame, field);
  return {.name = webhook::label(field),
          .error = status.error,
          .hint = hint_of(status, hint),
          .required = field != Field::description,
          .read_only = editor::is_read_only(frame.state),
          .changed = status.changed};
}

gui::TextFieldSpec name_spec(const Frame& frame) { return text_spec(frame, Field::name, ""); }

gui::TextFieldSpec location_number_spec(const Frame& frame) {
  return text_spec(frame, Field::location, frame.state.locations.problem);
}

gui::TextFieldSpec url_spec(const Frame& frame) {
  gui::TextFieldSpec spec =
      text_spec(frame, Field::url, translate("Nexudus sends a POST request here each time the event fires."));
  spec.placeholder = "https://";
  spec.drawn = frame.state.form->shown_url;
  spec.monospace = true;
  return spec;
}

gui::TextFieldSpec description_spec(const Frame& frame) {
  gui::TextFieldSpec spec = text_spec(frame, Field::description, "");
  spec.multiline = true;
  spec.rows = 3;
  return spec;
}

std::vector<gui::Option> location_options(const Frame& frame, std::string_view typed) {
  std::vector<gui::Option> options;
  for (const nexudus::Location& location : editor::location_choices(frame.state, typed)) {
    options.push_back({.value = location.id, .text = location.name, .detail = std::to_string(location.id)});
  }
  return options;
}

std::vector<gui::Option> event_options(const Frame& frame, std::string_view typed) {
  std::vector<gui::Option> options;
  for (editor::EventChoice& choice : editor::event_choices(frame.state, typed)) {
    options.push_back({.value = choice.number,
                       .text = std::move(choice.words),
                       .detail = choice.name + " · " + std::to_string(choice.number),
                       .group = std::move(choice.family)});
  }
  return options;
}

std::string event_text(const Frame& frame) {
  const std::int64_t number = frame.state.form->fields.action;
  if (number == 0 && frame.state.form->is_new()) return "";
  return editor::event_words(frame.state, number);
}

const std::string& event_hint(const Frame& frame) { return frame.state.form->event_help.about; }

gui::ComboboxSpec combobox_spec(const Frame& frame, Field field, std::string_view selected_text, std::int64_t selected,
                                std::string_view hint) {
  const FieldStatus& status = status_of(frame, field);
  return {.name = webhook::label(field),
          .selected_text = selected_text,
          .selected = selected != 0 ? std::optional(selected) : std::nullopt,
          .options = {},
          .error = status.error,
          .hint = hint_of(status, hint),
          .required = true,
          .read_only = editor::is_read_only(frame.state),
          .changed = status.changed};
}

gui::ComboboxSpec location_spec(const Frame& frame, std::string_view text) {
  gui::ComboboxSpec spec = combobox_spec(frame, Field::location, text, frame.state.form->fields.location_id, "");
  spec.placeholder = translate("Choose a location");
  spec.nothing_found = translate("No location has this name or number");
  spec.loading = frame.state.locations.availability == editor::Locations::Availability::unknown;
  spec.options = [&frame](std::string_view typed) { return location_options(frame, typed); };
  return spec;
}

gui::ComboboxSpec event_spec(const Frame& frame, std::string_view text, std::string_view hint) {
  gui::ComboboxSpec spec = combobox_spec(frame, Field::event, text, frame.state.form->fields.action, hint);
  spec.placeholder = translate("Choose an event");
  spec.nothing_found = translate("No event matches. Try another word, such as “customer” or “booking”.");
  spec.options = [&frame](std::string_view typed) { return event_options(frame, typed); };
  return spec;
}

gui::SwitchSpec active_spec(const Frame& frame) {
  const FieldStatus& status = status_of(frame, Field::active);
  return {
      .name = webhook::label(Field::active),
      .on = frame.state.form->fields.active,
      .changed = status.changed,
      .disabled = editor::is_read_only(frame.state),
      .hint = hint_of(status, frame.state.form->fields.active ? translate("Nexudus sends the event to the URL.")
                                                              : translate("Nexudus sends nothing while this is off.")),
      .error = status.error};
}

// ---- Where somebody else changed the same field

struct Choice {
  std::string keep;
  std::string take;
};

Choice choice_names(Field field) {
  const std::string_view name = webhook::label(field);
  return {translate("Keep mine for {0}", name), translate("Take theirs for {0}", name)};
}

float choice_height(const Frame& frame, Field field) {
  return status_of(frame, field).conflict.empty() ? 0 : gui::space(2) + frame.ui.theme().control_height;
}

void draw_choice(const Frame& frame, gui::Rect rect, Field field) {
  if (choice_height(frame, field) == 0) return;
  gui::Ui& ui = frame.ui;
  const Choice names = choice_names(field);
  const gui::ButtonSpec keep{.name = names.keep, .short_name = translate("Keep mine")};
  const gui::ButtonSpec take{.name = names.take, .short_name = translate("Take theirs")};
  (void)rect.cut_top(gui::space(2));
  if (gui::button(ui, rect.cut_left(gui::button_width(ui, keep)), keep)) frame.send(editor::command::KeepMine{field});
  (void)rect.cut_left(gui::space(2));
  if (gui::button(ui, rect.cut_left(gui::button_width(ui, take)), take)) frame.send(editor::command::SetBack{field});
}

// ---- What can be put right at a press

std::vector<gui::ButtonSpec> fix_buttons(const Frame& frame, Field field) {
  std::vector<gui::ButtonSpec> buttons;
  if (editor::is_read_only(frame.state)) return buttons;
  for (const webhook::FieldProblem& fix : status_of(frame, field).fixes) {
    buttons.push_back({.name = fix.fix_label, .description = fix.sentence});
  }
  return buttons;
}

/// Lays the buttons out in lines, calls `place` for each, and returns the height of all.
template <typename Place>
float lay_out(const Frame& frame, const gui::Rect& rect, const std::vector<gui::ButtonSpec>& buttons,
              const Place& place) {
  if (buttons.empty()) return 0;
  const float line = frame.ui.theme().control_height;
  float x = 0;
  float y = gui::space(2);
  for (std::size_t at = 0; at < buttons.size(); ++at) {
    const float width = std::min(gui::button_width(frame.ui, buttons[at]), rect.width);
    if (x > 0 && x + width > rect.width) {
      x = 0;
      y += line + gui::space(2);
    }
    place(at, gui::Rect{rect.x + x, rect.y + y, width, line});
    x += width + gui::space(2);
  }
  return y + line;
}

float fixes_height(const Frame& frame, float width, Field field) {
  return lay_out(frame, {0, 0, width, 0}, fix_buttons(frame, field), [](std::size_t, const gui::Rect&) {});
}

void draw_fixes(const Frame& frame, const gui::Rect& rect, Field field) {
  const std::vector<gui::ButtonSpec> buttons = fix_buttons(frame, field);
  const auto scope = frame.ui.id_scope(webhook::label(field));
  lay_out(frame, rect, buttons, [&](std::size_t at, const gui::Rect& place) {
    if (gui::button(frame.ui, place, buttons[at])) frame.send(editor::command::ApplyFix{field, at});
  });
}

/// The place of a field of this height, with its choice drawn under it when the field itself has been drawn.
template <typename DrawField>
void with_choice(const Frame& frame, Stack& stack, Field field, float height, const DrawField& draw_field) {
  const float fixes = fixes_height(frame, stack.width(), field);
  const float help = field == Field::event ? event_help_height(frame, stack.width()) : 0;
  gui::Rect rect = stack.take(height + fixes + choice_height(frame, field) + help);
  draw_field(rect.cut_top(height));
  draw_fixes(frame, rect.cut_top(fixes), field);
  draw_choice(frame, rect.cut_top(choice_height(frame, field)), field);
  if (help > 0) draw_event_help(frame, rect);
}

void focus_if_asked(const Frame& frame, Field field, gui::NodeId id) {
  if (takes_focus(frame, {.kind = editor::FocusTarget::Kind::field, .field = field})) frame.ui.request_focus(id);
}

void draw_text(const Frame& frame, const gui::Rect& rect, Field field, std::string value,
               const gui::TextFieldSpec& spec) {
  const gui::TextFieldResult result = gui::text_field(frame.ui, rect, value, spec);
  if (result.changed) frame.send(editor::command::EditText{field, std::move(value)});
  if (result.left) frame.send(editor::command::LeaveField{field});
  focus_if_asked(frame, field, result.id);
}

}  // namespace

float fields_height(const Frame& frame, float width) {
  gui::Ui& ui = frame.ui;
  const std::string hint = event_hint(frame);
  const std::string event = event_text(frame);
  float height = gui::text_field_height(ui, width, name_spec(frame)) + field_gap;
  height += locations_are_listed(frame) ? gui::combobox_height(ui, width, location_spec(frame, ""))
                                        : gui::text_field_height(ui, width, location_number_spec(frame));
  height += field_gap + gui::combobox_height(ui, width, event_spec(frame, event, hint)) + field_gap;
  height += gui::text_field_height(ui, width, url_spec(frame)) + field_gap;
  height += gui::text_field_height(ui, width, description_spec(frame)) + field_gap;
  height += event_help_height(frame, width);
  for (const Field field : webhook::all_fields) {
    height += choice_height(frame, field) + fixes_height(frame, width, field);
  }
  return height + gui::switch_height(ui, width, active_spec(frame));
}

void draw_fields(const Frame& frame, const gui::Rect& area) {
  gui::Ui& ui = frame.ui;
  const webhook::Fields& fields = frame.state.form->fields;
  Stack stack(area, field_gap);
  const auto text = [&](Field field, const std::string& value, const gui::TextFieldSpec& spec) {
    with_choice(frame, stack, field, gui::text_field_height(ui, area.width, spec),
                [&](const gui::Rect& rect) { draw_text(frame, rect, field, value, spec); });
  };
  const auto combobox = [&](Field field, const gui::ComboboxSpec& spec, const auto& choose) {
    with_choice(frame, stack, field, gui::combobox_height(ui, area.width, spec), [&](const gui::Rect& rect) {
      const gui::ComboboxResult result = gui::combobox(ui, rect, spec);
      if (result.chosen) choose(*result.chosen);
      focus_if_asked(frame, field, result.id);
    });
  };

  text(Field::name, editor::as_in_field(fields.name, false), name_spec(frame));

  if (locations_are_listed(frame)) {
    const std::string words = editor::location_name(frame.state, fields.location_id);
    combobox(Field::location, location_spec(frame, words),
             [&](std::int64_t id) { frame.send(editor::command::ChooseLocation{id}); });
  } else {
    text(Field::location, frame.state.form->location_text, location_number_spec(frame));
  }

  const std::string hint = event_hint(frame);
  const std::string words = event_text(frame);
  combobox(Field::event, event_spec(frame, words, hint),
           [&](std::int64_t number) { frame.send(editor::command::ChooseEvent{number}); });

  text(Field::url, editor::as_in_field(fields.url, false), url_spec(frame));
  text(Field::description, editor::as_in_field(fields.description, true), description_spec(frame));

  const gui::SwitchSpec active = active_spec(frame);
  with_choice(frame, stack, Field::active, gui::switch_height(ui, area.width, active), [&](const gui::Rect& rect) {
    const auto toggled = gui::toggle_switch(ui, rect, active);
    if (toggled.toggled) frame.send(editor::command::SetActive{!fields.active});
    focus_if_asked(frame, Field::active, toggled.id);
  });
}

}  // namespace screens
