// The columns of the list: those that are shown in this width, what stands in them, and the choice of them.
#include "screens/list_columns.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "editor/list.h"
#include "gui/dialog.h"
#include "gui/switch.h"
#include "language/text.h"

namespace screens {

namespace {

using editor::Column;
using editor::Row;
using language::translate;

// The usual ones add up to less than 1280 px with the margins; what is left out in a narrow grid is on the form too.
constexpr std::array<ListColumn, editor::column_count> all_columns{{
    {Column::name, {.title = {}, .min_width = 216, .weight = 3}},
    {Column::event, {.title = {}, .min_width = 190, .weight = 2}},
    {Column::location, {.title = {}, .min_width = 124, .weight = 1}},
    {Column::active, {.title = {}, .min_width = 68, .weight = 0}},
    {Column::host, {.title = {}, .min_width = 138, .weight = 2}, true},
    {Column::health, {.title = {}, .min_width = 192, .weight = 0}},
    {Column::last_fired, {.title = {}, .min_width = 120, .weight = 0}, true},
    {Column::last_changed, {.title = {}, .min_width = 140, .weight = 1}, true},
    {Column::changed_by, {.title = {}, .min_width = 150, .weight = 1}, true},
    {Column::id, {.title = {}, .min_width = 110, .weight = 0}, true},
}};

// Who chose them wants to see them: they are squeezed a little before one goes.
constexpr float least_share = 0.8F;

std::string health_badge(const Row& row) {
  // The list has no room for the whole sentence; the number of failures is always ten.
  if (row.health == webhook::Health::switched_off_by_nexudus) return std::string(translate("Switched off by Nexudus"));
  return row.health_words;
}

// The day above, the time below it.
void fill_moment(const Frame& frame, const webhook::Moment& moment, std::string_view none, gui::CellContent& content) {
  content.text = moment.text.empty() ? none : std::string_view(moment.text);
  if (moment.text.empty()) content.style = gui::CellContent::Style::muted;
  if (!moment.unix_ms) return;
  content.text = frame.local_time.date(*moment.unix_ms);
  content.second_line = frame.local_time.time(*moment.unix_ms);
}

void add(std::string& line, std::string_view part) {
  if (!part.empty()) line.append(line.empty() ? "" : " · ").append(part);
}

std::string day_of(const Frame& frame, const webhook::Moment& moment) {
  return moment.unix_ms ? frame.local_time.date(*moment.unix_ms) : moment.text;
}

std::string_view name_words(const Row& row) {
  const std::string& name = row.record.fields.name;
  return name.empty() ? translate("(no name)") : std::string_view(name);
}

std::string_view active_words(const Row& row) { return row.record.fields.active ? translate("On") : translate("Off"); }

bool is_usual(const Frame& frame) { return frame.state.columns == editor::usual_columns; }

// What cards have no room for by themselves.
constexpr std::array more_on_cards{Column::active, Column::last_fired, Column::last_changed, Column::changed_by,
                                   Column::id};

/// In some languages the words of a column that always shows the same few are longer than in English.
float min_width(const Frame& frame, const ListColumn& column) {
  constexpr float margins = 2 * gui::space(3);
  constexpr float arrow = 20;
  const auto measured = [&frame](std::string_view words) {
    return std::ceil(gui::text_width(frame.ui, gui::TextStyle::body, words)) + margins;
  };
  float width = column.look.min_width * text_scale(frame.ui);
  width = std::max(width, measured(column.look.title) + arrow);
  if (column.column == Column::active) {
    width = std::max({width, measured(translate("On")), measured(translate("Off"))});
  }
  return width;
}

}  // namespace

std::span<const ListColumn> list_columns() { return all_columns; }

std::vector<ListColumn> columns_in(const Frame& frame, float width) {
  std::vector<ListColumn> columns;
  float needed = 0;
  for (const ListColumn& column : all_columns) {
    if (!editor::is_shown(frame.state.columns, column.column)) continue;
    columns.push_back(column);
    columns.back().look.title = editor::column_words(column.column);
    columns.back().look.min_width = min_width(frame, columns.back()) / text_scale(frame.ui);
    needed += columns.back().look.min_width * text_scale(frame.ui);
  }
  const float least = is_usual(frame) ? 1 : least_share;
  while (needed * least > width) {
    const auto last = std::find_if(columns.rbegin(), columns.rend(), [](const ListColumn& one) { return one.may_go; });
    if (last == columns.rend()) break;
    needed -= last->look.min_width * text_scale(frame.ui);
    columns.erase(std::next(last).base());
  }
  return columns;
}

void fill_cell(const Frame& frame, const Row& row, Column column, gui::CellContent& content) {
  const webhook::Record& record = row.record;
  switch (column) {
    case Column::name:
      content.text = name_words(row);
      content.style = gui::CellContent::Style::strong;
      return;
    case Column::event:
      content.text = row.event_words;
      content.second_line = row.event_name;
      return;
    case Column::location:
      content.text = row.location;
      return;
    case Column::host:
      content.text = row.host;
      content.style = gui::CellContent::Style::muted;
      return;
    case Column::active:
      content.text = active_words(row);
      content.style = record.fields.active ? gui::CellContent::Style::normal : gui::CellContent::Style::muted;
      return;
    case Column::health:
      content.text = health_badge(row);
      content.badge = true;
      content.tone = tone_of(row.health);
      content.spoken = row.health_words;
      return;
    case Column::last_fired:
      fill_moment(frame, record.facts.last_trigger, translate("Never"), content);
      return;
    case Column::last_changed:
      fill_moment(frame, record.facts.updated_on, "", content);
      content.second_line = record.facts.updated_by;
      return;
    case Column::changed_by:
      content.text = record.facts.updated_by;
      return;
    case Column::id:
      content.text = std::to_string(record.id);
      return;
  }
}

int card_lines(const Frame& frame) {
  const bool more = std::any_of(more_on_cards.begin(), more_on_cards.end(),
                                [&](Column column) { return editor::is_shown(frame.state.columns, column); });
  return more && !is_usual(frame) ? 4 : 3;
}

void fill_card(const Frame& frame, const Row& row, gui::CardContent& content) {
  const auto shows = [&](Column column) { return editor::is_shown(frame.state.columns, column); };
  const webhook::Facts& facts = row.record.facts;
  content.title = name_words(row);
  if (shows(Column::health)) {
    content.badge.text = health_badge(row);
    content.badge.badge = true;
    content.badge.tone = tone_of(row.health);
  }
  if (shows(Column::event)) add(content.second_line, row.event_words);
  if (shows(Column::location)) add(content.second_line, row.location);
  if (shows(Column::host)) content.third_line = row.host;
  if (card_lines(frame) < 4) return;
  std::string& more = content.fourth_line;
  if (shows(Column::active)) add(more, active_words(row));
  if (shows(Column::last_fired) && !facts.last_trigger.text.empty()) {
    add(more, translate("Fired {0}", day_of(frame, facts.last_trigger)));
  }
  if (shows(Column::last_changed) && !facts.updated_on.text.empty()) {
    add(more, translate("Changed {0}", day_of(frame, facts.updated_on)));
  }
  if (shows(Column::changed_by)) add(more, facts.updated_by);
  if (shows(Column::id)) add(more, std::to_string(row.record.id));
}

gui::ButtonSpec columns_button(const Frame& frame) {
  return {.name = translate("Columns"), .icon = gui::Icon::columns, .icon_only = is_narrow(frame.ui)};
}

void draw_columns_dialog(const Frame& frame) {
  gui::Ui& ui = frame.ui;
  const float line = ui.theme().control_height;
  gui::Dialog dialog(
      ui, {.title = translate("Columns"),
           .description = translate("The name is always shown. Where a window is too narrow for all, the last ones "
                                    "are left out."),
           .width = 420,
           .body_height = line * static_cast<float>(all_columns.size() - 1),
           .id = "columns"});
  gui::Rect body = dialog.body();
  for (const ListColumn& column : list_columns()) {
    if (column.column == Column::name) continue;
    const bool on = editor::is_shown(frame.state.columns, column.column);
    const auto toggled =
        gui::toggle_switch(ui, body.cut_top(line), {.name = editor::column_words(column.column), .on = on});
    if (toggled.toggled) frame.send(editor::command::ShowColumn{column.column, !on});
  }
  gui::Rect footer = dialog.footer();
  const gui::ButtonSpec close{.name = translate("Close")};
  const gui::ButtonSpec usual{.name = translate("Usual columns"),
                              .disabled = is_usual(frame),
                              .description = is_usual(frame) ? translate("These are the usual ones.") : ""};
  const gui::Rect close_place = footer.cut_right(gui::button_width(ui, close));
  (void)footer.cut_right(gui::space(2));
  if (gui::button(ui, footer.cut_right(gui::button_width(ui, usual)), usual)) {
    frame.send(editor::command::ShowUsualColumns{});
  }
  if (gui::button(ui, close_place, close) || dialog.dismissed()) frame.send(editor::command::Cancel{});
}

}  // namespace screens
