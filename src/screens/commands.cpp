// Doing things by key or by name: shortcuts, the command palette and the help that lists them.
#include "screens/commands.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "editor/actions.h"
#include "gui/button.h"
#include "gui/combobox.h"
#include "gui/dialog.h"
#include "gui/scroll_area.h"
#include "gui/switch.h"
#include "gui/text.h"
#include "language/text.h"
#include "webhook/text_match.h"

namespace screens {

namespace {

using editor::Action;
using language::translate;

constexpr float palette_width = 640;
constexpr float palette_rows = 8;
constexpr std::size_t most_webhooks = 30;
constexpr float least_help_height = 160;
constexpr float around_help = 220;  // title, button, margins

std::string key_text(const Frame& frame, const Action& action) {
  std::string key(action.key);
  if (key.size() == 1 && key[0] >= 'a' && key[0] <= 'z') key[0] = static_cast<char>(key[0] - 'a' + 'A');
  const bool apple = frame.ui.theme().preferences.apple_keys;
  if (action.with_shift) key = apple ? "⇧" + key : translate("Shift+{0}", key);
  if (!action.with_control) return key;
  return apple ? "⌘" + key : translate("Ctrl+{0}", key);
}

// Actions are told from webhooks, which have positive numbers, by their sign.
std::int64_t option_of(Action::Id id) { return -1 - static_cast<std::int64_t>(id); }
Action::Id action_of(std::int64_t option) { return static_cast<Action::Id>(-1 - option); }

std::vector<gui::Option> palette_options(const Frame& frame, std::string_view typed) {
  const webhook::TextQuery query(typed);
  std::vector<gui::Option> options;
  for (const Action& action : editor::all_actions()) {
    const std::string_view title = editor::title_of(action);
    if (action.id == Action::Id::palette || !query.matches(webhook::fold(title))) continue;
    if (!editor::command_of(frame.state, action.id)) continue;
    const std::string key = editor::key_counts(frame.state, action) ? key_text(frame, action) : std::string();
    options.push_back({option_of(action.id), std::string(title), key, std::string(translate("Commands"))});
  }
  if (query.empty()) return options;
  const editor::List& list = frame.state.list;
  std::size_t found = 0;
  for (const std::uint32_t index : list.sorted) {
    const editor::Row& row = list.rows[index];
    if (!query.matches(row.folded_all)) continue;
    if (++found > most_webhooks) break;
    const std::string& name = row.record.fields.name;
    options.push_back({row.record.id, name.empty() ? std::string(translate("(no name)")) : name,
                       row.event_words + " · " + row.location, std::string(translate("Webhooks"))});
  }
  return options;
}

void run(const Frame& frame, std::int64_t option) {
  const std::optional<editor::Command> command =
      option > 0 ? editor::Command(editor::command::Go{editor::record_address(option)})
                 : editor::command_of(frame.state, action_of(option));
  frame.send(editor::command::Cancel{});
  if (command) frame.send(*command);
}

void draw_close(const Frame& frame, gui::Rect footer) {
  const gui::ButtonSpec close{.name = translate("Close")};
  if (gui::button(frame.ui, footer.cut_right(gui::button_width(frame.ui, close)), close)) {
    frame.send(editor::command::Cancel{});
  }
}

// The gap that no editor can close: the API has no ETag.
std::string_view about_saving() {
  return translate(
      "Saving reads the webhook first and again afterwards. What somebody else saves between that look and the write, "
      "the time of one round trip, is overwritten unseen.");
}

std::vector<Fact> help_lines(const Frame& frame) {
  std::vector<Fact> lines;
  for (const Action& action : editor::all_actions()) {
    if (editor::key_counts(frame.state, action)) lines.emplace_back(key_text(frame, action), editor::title_of(action));
  }
  const bool apple = frame.ui.theme().preferences.apple_keys;
  lines.emplace_back(translate("Enter"), translate("Open the row"));
  lines.emplace_back(apple ? translate("⌘Home") : translate("Ctrl+Home"), translate("First row"));
  lines.emplace_back(apple ? translate("⌘End") : translate("Ctrl+End"), translate("Last row"));
  lines.emplace_back(translate("Escape"), translate("Close a list or a dialog"));
  return lines;
}

// In a field of its own (a search box, an open list) the browser undoes what is typed there.
bool belongs_to_the_field(const Frame& frame, Action::Id action) {
  if (action != Action::Id::undo && action != Action::Id::redo) return false;
  const gui::Node* focused = frame.ui.last(frame.ui.focus());
  return focused != nullptr && focused->role == gui::Role::combobox && focused->expanded == gui::Expanded::yes;
}

bool is_pressed(const Frame& frame, const Action& action) {
  gui::Ui& ui = frame.ui;
  bool pressed = ui.shortcut(
      {.key = action.key, .modifiers = {.shift = action.with_shift, .control_or_command = action.with_control}});
  // Where "/" and "?" are on the keyboard, and whether with Shift, is the layout's business.
  const bool letter = action.key[0] >= 'a' && action.key[0] <= 'z';
  if (!letter) pressed = ui.shortcut({.key = action.key, .modifiers = {.shift = true}}) || pressed;
  // Windows has two habits for this.
  if (action.id == Action::Id::redo) {
    pressed = ui.shortcut({.key = "y", .modifiers = {.control_or_command = true}}) || pressed;
  }
  return pressed;
}

}  // namespace

void take_shortcuts(const Frame& frame) {
  for (const Action& action : editor::all_actions()) {
    if (!editor::key_counts(frame.state, action) || belongs_to_the_field(frame, action.id)) continue;
    const auto command = editor::command_of(frame.state, action.id);
    if (command && is_pressed(frame, action)) frame.send(*command);
  }
}

void draw_palette(const Frame& frame) {
  gui::Ui& ui = frame.ui;
  const gui::ComboboxSpec spec{.name = translate("Command or webhook"),
                               .options = [&](std::string_view typed) { return palette_options(frame, typed); },
                               .placeholder = translate("Type what you want to do, or a webhook’s name"),
                               .nothing_found = translate("Nothing fits. Try fewer or other words."),
                               .label_hidden = true,
                               .opens_with_focus = true};
  gui::DialogSpec place{.title = translate("Commands"), .width = palette_width, .id = "palette"};
  const float field = gui::combobox_height(ui, gui::dialog_body_width(ui, place), spec);
  place.body_height = field + palette_rows * ui.theme().control_height;
  gui::Dialog dialog(ui, place);
  gui::Rect body = dialog.body();
  const gui::ComboboxResult result = gui::combobox(ui, body.cut_top(field), spec);
  dialog.set_initial_focus(result.id);
  draw_close(frame, dialog.footer());
  if (result.chosen) {
    run(frame, *result.chosen);
  } else if (dialog.dismissed()) {
    frame.send(editor::command::Cancel{});
  }
}

float help_height(const Frame& frame, float width, const gui::SwitchSpec& single_keys, const std::vector<Fact>& lines) {
  return gui::switch_height(frame.ui, width, single_keys) + gui::space(4) + facts_height(frame, width, lines) +
         gui::space(4) + gui::paragraph_height(frame.ui, gui::TextStyle::body, about_saving(), width);
}

void draw_help(const Frame& frame) {
  gui::Ui& ui = frame.ui;
  const std::vector<Fact> lines = help_lines(frame);
  const gui::SwitchSpec single_keys{.name = translate("Shortcuts of a single key"),
                                    .on = frame.state.single_keys,
                                    .hint = translate("They act while no text is being typed. The others always do.")};
  gui::DialogSpec place{.title = translate("Keyboard shortcuts"), .width = 520, .id = "help"};
  const float most = ui.viewport().height - around_help;
  float width = gui::dialog_body_width(ui, place);
  if (help_height(frame, width, single_keys, lines) > most) width -= ui.theme().scrollbar;
  const float switch_part = gui::switch_height(ui, width, single_keys) + gui::space(4);
  const float content = help_height(frame, width, single_keys, lines);
  place.body_height = std::max(least_help_height, std::min(content, most));
  gui::Dialog dialog(ui, place);
  {
    gui::ScrollArea scroll(ui, dialog.body(), {.id = "shortcuts", .content_height = content});
    gui::Rect inner = scroll.content();
    const auto toggled = gui::toggle_switch(ui, inner.cut_top(switch_part - gui::space(4)), single_keys);
    if (toggled.toggled) frame.send(editor::command::UseSingleKeys{!frame.state.single_keys});
    (void)inner.cut_top(gui::space(4));
    draw_facts(frame, inner.cut_top(facts_height(frame, width, lines)), translate("Shortcuts"), lines);
    (void)inner.cut_top(gui::space(4));
    gui::paragraph(ui, inner, {.text = about_saving(), .color = ui.theme().color.muted, .id = "saving"});
  }
  draw_close(frame, dialog.footer());
  if (dialog.dismissed()) frame.send(editor::command::Cancel{});
}

}  // namespace screens
