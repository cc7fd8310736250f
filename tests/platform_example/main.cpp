// The browser platform and the toolkit without any editor: one page with one of each widget, for browser tests and as
// an example of an application of one's own.
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "gui/button.h"
#include "gui/combobox.h"
#include "gui/dialog.h"
#include "gui/grid.h"
#include "gui/scroll_area.h"
#include "gui/switch.h"
#include "gui/text.h"
#include "gui/text_field.h"
#include "gui/ui.h"
#include "platform/platform.h"

namespace {

struct State {
  std::string title = "The quick brown fox: AVAToWa";
  std::string notes = "First line\nSecond line";
  std::int64_t planet = 3;
  bool on = false;
  bool dialog_open = false;
  int presses = 0;
  int chosen_row = -1;
  std::string address;
  std::string http = "Nothing requested";
  std::string copied = "Nothing copied";
  std::string timer = "No timer";
  std::string session = "Signed out";
};

const std::vector<gui::Option>& planets() {
  static const std::vector<gui::Option> all{{1, "Mercury"}, {2, "Venus"},  {3, "Earth"},  {4, "Mars"},
                                            {5, "Jupiter"}, {6, "Saturn"}, {7, "Uranus"}, {8, "Neptune"}};
  return all;
}

std::vector<gui::Option> planets_matching(std::string_view query) {
  std::vector<gui::Option> found;
  for (const gui::Option& planet : planets()) {
    if (planet.text.find(query) != std::string::npos) found.push_back(planet);
  }
  return found;
}

std::string_view cause_name(platform::HttpEnded::Cause cause) {
  switch (cause) {
    case platform::HttpEnded::Cause::reply:
      return "reply";
    case platform::HttpEnded::Cause::network:
      return "network";
    case platform::HttpEnded::Cause::deadline:
      return "deadline";
    case platform::HttpEnded::Cause::cancelled:
      return "cancelled";
    case platform::HttpEnded::Cause::invalid_request:
      return "invalid request";
    case platform::HttpEnded::Cause::too_large:
      return "too large";
  }
  return "";
}

void show_sign_in(bool visible, std::string error) {
  platform::SignInForm form;
  form.visible = visible;
  form.error = std::move(error);
  platform::show_sign_in(form);
}

void on_event(State& state, const platform::Event& event) {
  if (const auto* end = std::get_if<platform::HttpEnded>(&event)) {
    state.http = "Ended: " + std::string(cause_name(end->cause)) + " " + std::to_string(end->status) + " with " +
                 std::to_string(end->body.size()) + " bytes";
  } else if (const auto* address = std::get_if<platform::AddressChanged>(&event)) {
    state.address = address->fragment;
  } else if (const auto* copy = std::get_if<platform::CopyEnded>(&event)) {
    state.copied = copy->ok ? "Copied" : "Not copied";
  } else if (std::holds_alternative<platform::TimerFired>(event)) {
    state.timer = "Timer fired";
  } else if (const auto* token = std::get_if<platform::TokenEvent>(&event)) {
    const bool signed_in = token->outcome == platform::TokenEvent::Outcome::signed_in;
    state.session = signed_in ? "Signed in as " + token->user : "Signed out";
    show_sign_in(!signed_in, signed_in ? "" : "That did not work. Try again.");
  }
}

void draw_texts(gui::Ui& ui, gui::Rect& rest) {
  gui::heading(ui, rest.cut_top(32), {.text = "Platform example", .level = 1});
  gui::label(ui, rest.cut_top(24), {.text = "Привет Ελλάδα 日本語 مرحبا بالعالم שלום 😀"});
}

void draw_fields(gui::Ui& ui, gui::Rect& rest, State& state) {
  const gui::TextFieldSpec title{.name = "Title", .hint = "One line"};
  gui::text_field(ui, rest.cut_top(gui::text_field_height(ui, rest.width, title)), state.title, title);
  static_cast<void>(rest.cut_top(gui::space(3)));
  const gui::TextFieldSpec notes{.name = "Notes", .multiline = true};
  gui::text_field(ui, rest.cut_top(gui::text_field_height(ui, rest.width, notes)), state.notes, notes);
  static_cast<void>(rest.cut_top(gui::space(3)));
}

void draw_choices(gui::Ui& ui, gui::Rect& rest, State& state) {
  const gui::Option& selected = planets()[static_cast<std::size_t>(state.planet - 1)];
  const gui::ComboboxSpec planet{
      .name = "Planet", .selected_text = selected.text, .selected = state.planet, .options = planets_matching};
  const auto result = gui::combobox(ui, rest.cut_top(gui::combobox_height(ui, rest.width, planet)), planet);
  state.planet = result.chosen.value_or(state.planet);
  static_cast<void>(rest.cut_top(gui::space(3)));
  const gui::SwitchSpec on{.name = "Light", .on = state.on};
  if (gui::toggle_switch(ui, rest.cut_top(gui::switch_height(ui, rest.width, on)), on).toggled) state.on = !state.on;
  static_cast<void>(rest.cut_top(gui::space(3)));
}

platform::HttpRequest request_to(std::string url, double deadline_ms = 5'000) {
  platform::HttpRequest request;
  request.method = "GET";
  request.url = std::move(url);
  request.headers = {{"Accept", "application/json"}};
  request.deadline_ms = deadline_ms;
  return request;
}

struct Command {
  std::string_view name;
  void (*run)(State& state);
};

constexpr Command commands[] = {
    {"Count", [](State& state) { ++state.presses; }},
    {"Open dialog", [](State& state) { state.dialog_open = true; }},
    {"Copy", [](State& state) { platform::copy_text(state.title); }},
    {"Request", [](State&) { static_cast<void>(platform::send(request_to("config.json"))); }},
    {"Request nothing", [](State&) { static_cast<void>(platform::send(request_to("missing"))); }},
    {"Request slow", [](State&) { static_cast<void>(platform::send(request_to("slow", 300))); }},
    {"Request bad", [](State&) { static_cast<void>(platform::send(request_to("file:///etc/passwd"))); }},
    {"Request and cancel", [](State&) { platform::cancel(platform::send(request_to("slow"))); }},
    {"Go", [](State& state) { platform::navigate(state.address = "/there/ä", platform::HistoryEntry::kept); }},
    {"Guard", [](State&) { platform::guard_leaving(true); }},
    {"Ask to sign in", [](State&) { show_sign_in(true, ""); }},
    {"Announce",
     [](State&) {
       platform::announce("One", false);
       platform::announce("Two", false);
     }},
    {"Timer", [](State&) { platform::wake_at(platform::monotonic_ms() + 200); }},
};

void draw_commands(gui::Ui& ui, gui::Rect& rest, State& state) {
  gui::Rect row = rest.cut_top(ui.theme().control_height);
  for (const Command& command : commands) {
    const gui::ButtonSpec spec{.name = command.name};
    const float width = gui::button_width(ui, spec);
    if (row.width < width) {
      static_cast<void>(rest.cut_top(gui::space(2)));
      row = rest.cut_top(ui.theme().control_height);
    }
    if (gui::button(ui, row.cut_left(width), spec)) command.run(state);
    static_cast<void>(row.cut_left(gui::space(2)));
  }
  const std::string lines[] = {"Pressed " + std::to_string(state.presses) + " times",
                               "Row " + std::to_string(state.chosen_row),
                               "Address " + state.address,
                               state.http,
                               state.copied,
                               state.timer,
                               state.session,
                               state.on ? "Light on" : "Light off"};
  int number = 0;
  for (const std::string& line : lines) {
    const std::string id = "line" + std::to_string(number++);
    gui::label(ui, rest.cut_top(22), {.text = line, .style = gui::TextStyle::compact, .id = id});
  }
}

void draw_grid(gui::Ui& ui, const gui::Rect& rect, State& state) {
  static const std::vector<gui::GridColumn> columns{{.title = "Number"}, {.title = "Square", .weight = 2}};
  gui::GridSpec spec;
  spec.name = "Numbers";
  spec.columns = columns;
  spec.row_count = 100'000;
  spec.cell = [](int row, int column, gui::CellContent& content) {
    const long long number = row;
    content.text = std::to_string(column == 0 ? number : number * number);
  };
  state.chosen_row = gui::grid(ui, rect, spec).activated_row.value_or(state.chosen_row);
}

void draw_dialog(gui::Ui& ui, State& state) {
  if (!state.dialog_open) return;
  gui::Dialog dialog(ui, {.title = "Are you sure?", .description = "Nothing happens either way.", .width = 360});
  gui::Rect footer = dialog.footer();
  const gui::ButtonSpec yes{.name = "Yes", .style = gui::ButtonStyle::primary};
  if (gui::button(ui, footer.cut_right(gui::button_width(ui, yes)), yes) || dialog.dismissed()) {
    state.dialog_open = false;
  }
}

void draw(gui::Ui& ui, State& state) {
  const auto main = ui.open(gui::Role::main, "", ui.viewport());
  gui::Rect rest = ui.viewport().inset(gui::space(4), gui::space(4));
  gui::Rect left = rest.cut_left(420);
  static_cast<void>(rest.cut_left(gui::space(4)));
  draw_texts(ui, left);
  draw_fields(ui, left, state);
  draw_choices(ui, left, state);
  draw_commands(ui, left, state);
  draw_grid(ui, rest, state);
  draw_dialog(ui, state);
}

}  // namespace

int main() {
  const auto state = std::make_shared<State>();
  state->address = platform::address();
  platform::set_title("Platform example");
  platform::run(
      {[state](const platform::Event& event) { on_event(*state, event); }, [state](gui::Ui& ui) { draw(ui, *state); }});
  platform::mark("editor:usable");
}
