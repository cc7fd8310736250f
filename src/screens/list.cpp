// The list of all webhooks: search, sort, open, create.
#include "screens/list.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "editor/address.h"
#include "editor/drafts.h"
#include "editor/list.h"
#include "gui/button.h"
#include "gui/combobox.h"
#include "gui/draw.h"
#include "gui/grid.h"
#include "gui/notice.h"
#include "gui/scroll_area.h"
#include "gui/text.h"
#include "gui/text_field.h"
#include "language/text.h"
#include "screens/filter_bar.h"
#include "screens/list_columns.h"
#include "webhook/text_match.h"

namespace screens {

namespace {

using editor::Row;
using language::translate;

constexpr float widest_list = 1760;
constexpr float widest_search = 520;
constexpr float least_search = 140;
constexpr float least_grid_height = 320;
constexpr float panel_border = 1;

const Row& shown_row(const editor::List& list, int index) {
  return list.rows[list.shown[static_cast<std::size_t>(index)]];
}

std::optional<int> sorted_column(const editor::List& list, const std::vector<ListColumn>& columns) {
  for (std::size_t index = 0; index < columns.size(); ++index) {
    if (columns[index].column == list.sorted_by) return static_cast<int>(index);
  }
  return std::nullopt;
}

std::optional<int> place_of(const editor::List& list, std::int64_t id) {
  for (std::size_t index = 0; index < list.shown.size(); ++index) {
    if (list.rows[list.shown[index]].record.id == id) return static_cast<int>(index);
  }
  return std::nullopt;
}

std::string_view empty_text(const editor::List& list) {
  if (list.phase == editor::List::Phase::loading || list.phase == editor::List::Phase::empty) {
    return translate("Loading webhooks…");
  }
  if (!list.filters.empty()) {
    return list.search.empty() ? translate("No webhook matches the filters.")
                               : translate("No webhook matches the search and the filters.");
  }
  if (!list.search.empty()) return translate("No webhook matches the search. Clear it to see all.");
  if (list.phase == editor::List::Phase::incomplete) return translate("Not loaded");
  return translate("There are no webhooks yet. Press “New webhook” to create the first one.");
}

// The row the editor wants the focus on, or the one that was open last.
std::optional<int> row_to_go_to(const Frame& frame, bool& focus) {
  const editor::List& list = frame.state.list;
  if (frame.view.focus && frame.view.focus->kind == editor::FocusTarget::Kind::row) {
    const std::optional<int> place = place_of(list, frame.view.focus->id);
    focus = true;
    frame.view.focus.reset();
    return place;
  }
  return std::nullopt;
}

// For the words that nothing matches, under the header if there is one.
float least_empty_grid(const Frame& frame, float width) {
  const float words = gui::space(14) + gui::paragraph_height(frame.ui, gui::TextStyle::body,
                                                             empty_text(frame.state.list), width - 2 * gui::space(4));
  return words + (width < narrow_below * text_scale(frame.ui) ? 0 : frame.ui.theme().control_height);
}

void draw_grid(const Frame& frame, const gui::Rect& rect) {
  const editor::List& list = frame.state.list;
  const std::vector<ListColumn> shown = columns_in(frame, rect.width - 2 * panel_border);
  std::vector<gui::GridColumn> columns;
  columns.reserve(shown.size());
  for (const ListColumn& column : shown) columns.push_back(column.look);

  bool focus = false;
  gui::GridSpec spec;
  spec.name = translate("WebHooks");
  spec.columns = columns;
  spec.row_count = static_cast<int>(list.shown.size());
  spec.cell = [&](int row, int column, gui::CellContent& content) {
    fill_cell(frame, shown_row(list, row), shown[static_cast<std::size_t>(column)].column, content);
  };
  spec.card = [&](int row, gui::CardContent& content) { fill_card(frame, shown_row(list, row), content); };
  spec.card_lines = card_lines(frame);
  spec.sorted_column = sorted_column(list, shown);
  spec.descending = list.direction == editor::Direction::descending;
  spec.empty_text = empty_text(list);
  spec.cards_below = narrow_below;
  spec.busy = list.phase == editor::List::Phase::loading;
  spec.go_to_row = row_to_go_to(frame, focus);

  panel(frame.ui, rect);
  gui::Rect inside = rect.inset(panel_border, panel_border);
  const gui::Rect under =
      inside.cut_bottom(no_match_height(frame) > 0 ? inside.height - least_empty_grid(frame, inside.width) : 0);
  const gui::GridResult result = gui::grid(frame.ui, inside, spec);
  if (under.height > 0) draw_no_match(frame, under);
  if (focus) frame.ui.request_focus(result.current_cell != 0 ? result.current_cell : result.id);
  if (result.activated_row) {
    frame.send(editor::command::Go{editor::record_address(shown_row(list, *result.activated_row).record.id)});
  }
  if (result.sort_column) {
    frame.send(editor::command::SortBy{shown[static_cast<std::size_t>(*result.sort_column)].column});
  }
}

// "Webhooks", how many, and what can be done with all of them.
void draw_header(const Frame& frame, gui::Rect rect) {
  gui::Ui& ui = frame.ui;
  const bool narrow = is_narrow(ui);
  gui::Rect buttons = rect.cut_top(ui.theme().control_height);
  const gui::ButtonSpec create{
      .name = translate("New webhook"),
      .style = gui::ButtonStyle::primary,
      .icon = gui::Icon::plus,
      .icon_only = narrow,
      .disabled = !frame.state.rights.create,
      .description = frame.state.rights.create ? "" : translate("Your user may not create webhooks.")};
  const gui::ButtonSpec reload{.name = translate("Reload"), .icon = gui::Icon::refresh, .icon_only = narrow};
  const gui::ButtonSpec activity{.name = translate("Activity"), .icon = gui::Icon::clock, .icon_only = narrow};
  const gui::Rect create_place = buttons.cut_right(gui::button_width(ui, create));
  (void)buttons.cut_right(gui::space(2));
  const gui::Rect reload_place = buttons.cut_right(gui::button_width(ui, reload));
  (void)buttons.cut_right(gui::space(2));
  const gui::Rect activity_place = buttons.cut_right(gui::button_width(ui, activity));

  const std::string_view title = translate("Webhooks");
  gui::TextStyle style = heading_style(ui);
  if (gui::text_width(ui, style, title) > buttons.width) style = gui::TextStyle::strong;
  const gui::NodeId heading = gui::heading(ui, buttons, {.text = title, .level = 1, .style = style, .focusable = true});
  if (takes_focus(frame, {.kind = editor::FocusTarget::Kind::heading})) ui.request_focus(heading);
  if (gui::button(ui, activity_place, activity)) frame.send(editor::command::Go{editor::activity_address});
  if (gui::button(ui, reload_place, reload)) frame.send(editor::command::ReloadList{});
  if (gui::button(ui, create_place, create)) {
    frame.send(editor::command::Go{{.screen = editor::Address::Screen::new_record}});
  }
  gui::paragraph(ui, rect, {.text = frame.state.list.heading, .color = ui.theme().color.muted, .id = "counts"});
}

bool shows_cards(const gui::Ui& ui, float width) { return width - 2 * panel_border < narrow_below * text_scale(ui); }

// How many match, and what the order is where no header says it. Cards have a field for that.
std::string result_text(const Frame& frame, float width) {
  const editor::List& list = frame.state.list;
  if (shows_cards(frame.ui, width) || sorted_column(list, columns_in(frame, width - 2 * panel_border))) {
    return list.result;
  }
  const std::string_view column = editor::column_words(list.sorted_by);
  const bool descending = list.direction == editor::Direction::descending;
  if (list.result.empty()) {
    return descending ? translate("Sorted by {0}, descending", column) : translate("Sorted by {0}", column);
  }
  return descending ? translate("{0}, sorted by {1}, descending", list.result, column)
                    : translate("{0}, sorted by {1}", list.result, column);
}

// Under the search where there is no room beside it.
float result_height(const Frame& frame, float width) {
  const bool under = is_narrow(frame.ui) && !result_text(frame, width).empty();
  return under ? gui::line_height(frame.ui.theme(), gui::TextStyle::body) : 0;
}

void draw_result(const Frame& frame, const gui::Rect& rect, float list_width) {
  const std::string text = result_text(frame, list_width);
  if (!text.empty()) gui::label(frame.ui, rect, {.text = text, .color = frame.ui.theme().color.muted, .id = "result"});
}

// The two buttons beside the search, with the gaps before them.
float tools_width(const Frame& frame) {
  return gui::button_width(frame.ui, filter_button(frame)) + gui::button_width(frame.ui, columns_button(frame)) +
         2 * gui::space(2);
}

// In a narrow window with large text they stand under it.
bool has_tools_below(const Frame& frame, float width) {
  return width - tools_width(frame) < least_search * text_scale(frame.ui);
}

float search_height(const Frame& frame, float width) {
  const float line = frame.ui.theme().control_height;
  return has_tools_below(frame, width) ? 2 * line + gui::space(2) : line;
}

// The longest that fits between the two signs in the field: browsers cut what does not off, and set no sign for that.
std::string_view search_placeholder(const Frame& frame, float width) {
  constexpr std::array<std::string_view, 3> longest_first{language::key("Name, event, location, URL…"),
                                                          language::key("Name, event, URL…"), language::key("Search…")};
  const float room = width - 2 * frame.ui.theme().control_height - gui::space(4);
  const auto* const fits = std::find_if(longest_first.begin(), longest_first.end(), [&](std::string_view text) {
    return gui::text_width(frame.ui, gui::TextStyle::field, translate(text)) <= room;
  });
  return translate(fits == longest_first.end() ? longest_first.back() : *fits);
}

void draw_search(const Frame& frame, gui::Rect rect) {
  gui::Ui& ui = frame.ui;
  const float list_width = rect.width;
  const bool below = has_tools_below(frame, list_width);
  const float line = ui.theme().control_height;
  gui::Rect tools = below ? rect.cut_bottom(line) : rect;
  const float width = std::min(widest_search * text_scale(ui), list_width - (below ? 0 : tools_width(frame)));
  const gui::TextFieldSpec spec{.name = translate("Search"),
                                .placeholder = search_placeholder(frame, width),
                                .search = true,
                                .label_hidden = true};
  std::string text = frame.state.list.search;
  const gui::TextFieldResult result = gui::text_field(ui, {rect.x, rect.y, width, line}, text, spec);
  if (result.changed) frame.send(editor::command::Search{text});
  if (takes_focus(frame, {.kind = editor::FocusTarget::Kind::search})) ui.request_focus(result.id);
  if (!below) (void)tools.cut_left(width + gui::space(2));
  draw_filter_button(frame, tools.cut_left(gui::button_width(ui, filter_button(frame))));
  (void)tools.cut_left(gui::space(2));
  const gui::ButtonSpec columns = columns_button(frame);
  if (gui::button(ui, tools.cut_left(gui::button_width(ui, columns)), columns)) {
    frame.send(editor::command::OpenColumns{});
  }
  (void)tools.cut_left(gui::space(4));
  if (!is_narrow(ui)) draw_result(frame, tools, list_width);
}

// ---- Sorting where the grid has no header

std::vector<gui::Option> sort_options(std::string_view typed) {
  const webhook::TextQuery query(typed);
  std::vector<gui::Option> options;
  for (const ListColumn& column : list_columns()) {
    const std::string_view words = editor::column_words(column.column);
    if (!query.matches(webhook::fold(words))) continue;
    options.push_back({static_cast<std::int64_t>(column.column), std::string(words)});
  }
  return options;
}

void draw_sorting(const Frame& frame, gui::Rect row) {
  gui::Ui& ui = frame.ui;
  const editor::List& list = frame.state.list;
  const std::string_view name = translate("Sort by");
  const bool descending = list.direction == editor::Direction::descending;
  const gui::ButtonSpec turn{.name = translate("Turn the order around"),
                             .icon = descending ? gui::Icon::chevron_down : gui::Icon::chevron_up,
                             .icon_only = true,
                             .description = descending ? translate("Descending") : translate("Ascending")};
  const gui::Rect turn_place = row.cut_right(gui::button_width(ui, turn));
  (void)row.cut_right(gui::space(2));
  gui::label(ui, row.cut_left(gui::text_width(ui, gui::TextStyle::body, name)),
             {.text = name, .color = ui.theme().color.muted, .reported = false});
  (void)row.cut_left(gui::space(3));
  const gui::ComboboxSpec by{.name = name,
                             .selected_text = editor::column_words(list.sorted_by),
                             .selected = static_cast<std::int64_t>(list.sorted_by),
                             .options = sort_options,
                             .label_hidden = true};
  const gui::ComboboxResult result = gui::combobox(ui, row, by);
  const bool turned = gui::button(ui, turn_place, turn);
  if (turned || (result.chosen && *result.chosen != *by.selected)) {
    frame.send(editor::command::SortBy{turned ? list.sorted_by : static_cast<editor::Column>(*result.chosen)});
  }
}

void draw_progress(const Frame& frame, const gui::Rect& rect) {
  const editor::List& list = frame.state.list;
  std::optional<float> fraction;
  if (list.total && *list.total > 0) {
    fraction = static_cast<float>(list.received) / static_cast<float>(*list.total);
  }
  gui::progress(frame.ui, rect, {.name = translate("Loading webhooks"), .fraction = fraction, .text = list.progress});
}

// ---- News

/// What waits for the user where the list itself has nothing more urgent to say.
struct News {
  enum class Kind : std::uint8_t { drafts, visit, rights };
  Kind kind;
  editor::Notice notice;
};

std::vector<News> news_of(const Frame& frame) {
  std::vector<News> news;
  if (!frame.state.list.notice.empty()) return news;
  const auto add = [&news](News::Kind kind, editor::Notice notice) {
    if (!notice.empty()) news.push_back({kind, std::move(notice)});
  };
  add(News::Kind::drafts, editor::drafts_notice(frame.state));
  add(News::Kind::visit, editor::visit_notice(frame.state));
  add(News::Kind::rights, editor::rights_notice(frame.state));
  return news;
}

gui::NoticeSpec spec_of(const Frame& frame, const News& news) {
  constexpr std::array<std::string_view, 3> actions{language::key("Go on editing"), language::key("Show them"),
                                                    language::key("Try again")};
  constexpr std::array<std::string_view, 3> ids{"drafts", "visit", "rights"};
  auto kind = static_cast<std::size_t>(news.kind);
  if (news.kind == News::Kind::drafts && frame.state.drafts.size() > 1) {
    kind = static_cast<std::size_t>(News::Kind::visit);  // "Show them"
  }
  return {.tone = tone_of(news.notice.severity),
          .title = news.notice.title,
          .text = news.notice.detail,
          .action = translate(actions.at(kind)),
          .announced = false,
          .id = ids.at(static_cast<std::size_t>(news.kind))};
}

void follow(const Frame& frame, News::Kind kind) {
  switch (kind) {
    case News::Kind::drafts:
      if (frame.state.drafts.size() == 1) return frame.send(editor::command::OpenDraft{});
      return frame.send(editor::command::Go{editor::activity_address});
    case News::Kind::visit:
      return frame.send(editor::command::Go{editor::activity_address});
    case News::Kind::rights:
      return frame.send(editor::command::AssumeAllRights{});
  }
}

float news_height(const Frame& frame, float width, const std::vector<News>& news) {
  if (news.empty()) return notice_height(frame, width, frame.state.list.notice);
  float height = -gui::space(4);
  for (const News& one : news) height += gui::notice_height(frame.ui, width, spec_of(frame, one)) + gui::space(4);
  return height;
}

void draw_news(const Frame& frame, const gui::Rect& rect, const std::vector<News>& news) {
  if (news.empty()) {
    draw_notice(frame, rect, frame.state.list.notice);
    return;
  }
  Stack stack(rect, gui::space(4));
  for (const News& one : news) {
    const gui::Rect place = stack.take(gui::notice_height(frame.ui, rect.width, spec_of(frame, one)));
    if (gui::notice(frame.ui, place, spec_of(frame, one)).action_pressed) follow(frame, one.kind);
  }
}

}  // namespace

void draw_list(const Frame& frame, const gui::Rect& area) {
  gui::Ui& ui = frame.ui;
  const editor::List& list = frame.state.list;
  const gui::Theme& theme = ui.theme();
  const auto main = ui.open(gui::Role::main, "", area);

  const gui::Rect inner = centred(area.inset(margin(ui), margin(ui)), widest_list);
  const float header =
      theme.control_height + gui::space(1) + gui::paragraph_height(ui, gui::TextStyle::body, list.heading, inner.width);
  const float search = search_height(frame, inner.width);
  const std::vector<News> news = news_of(frame);
  const float notice = news_height(frame, inner.width, news);
  const float gap = gui::space(4);
  const bool cards = shows_cards(ui, inner.width);
  const float filters = filters_height(frame, inner.width);
  const float chips = chips_height(frame, inner.width);
  const float result = result_height(frame, inner.width);
  float above = header + gap + search + gap;
  for (const float part : {filters, chips, result}) above += part > 0 ? part + gap : 0;
  if (cards) above += theme.control_height + gap;
  if (notice > 0) above += notice + gap;
  // What tells how far the loading is stands in the gap before the grid, so that nothing moves when it goes.
  const float before_grid = std::max(gap, progress_height(ui)) - gap;
  above += before_grid;

  // In a low window (a phone on its side, strong zoom) the page scrolls and the grid keeps a usable height.
  const float grid = std::max(least_grid_height, inner.height - above);
  const float content_height = std::max(area.height, above + grid + 2 * margin(ui));
  gui::ScrollArea scroll(ui, area, {.id = "list", .content_height = content_height});
  const float shift = scroll.content().y - area.y;
  Stack stack({inner.x, inner.y + shift, inner.width, inner.height}, gap);

  draw_header(frame, stack.take(header));
  draw_search(frame, stack.take(search));
  if (filters > 0) draw_filters(frame, stack.take(filters));
  if (chips > 0) draw_chips(frame, stack.take(chips));
  if (result > 0) draw_result(frame, stack.take(result), inner.width);
  if (cards) draw_sorting(frame, stack.take(theme.control_height));
  if (notice > 0) draw_news(frame, stack.take(notice), news);
  gui::Rect place = stack.take(before_grid + grid);
  (void)place.cut_top(before_grid);
  if (!list.progress.empty()) {
    draw_progress(frame, {place.x, place.y - progress_height(ui), place.width, progress_height(ui)});
  }
  draw_grid(frame, place);
}

}  // namespace screens
