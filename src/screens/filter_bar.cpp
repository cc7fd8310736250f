// What narrows the list down: the filters to choose from, and those that are chosen.
#include "screens/filter_bar.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "editor/list_filter.h"
#include "editor/sentences.h"
#include "gui/combobox.h"
#include "language/text.h"
#include "webhook/text_match.h"

namespace screens {

namespace {

using editor::Facet;
using editor::FacetValue;
using editor::Filter;
using language::translate;

constexpr float panel_padding = 16;
constexpr float least_filter_width = 148;

// Moments are the end of a sentence in a chip, and stand alone here; names stay as they are.
std::string standing_alone(std::string text, Facet facet) {
  const bool small = facet == Facet::changed && !text.empty() && text[0] >= 'a' && text[0] <= 'z';
  if (small) text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

const std::vector<FacetValue>& values_of(const Frame& frame, Facet facet) {
  return frame.state.list.facets.at(static_cast<std::size_t>(facet));
}

bool is_chosen(const Frame& frame, const Filter& filter) {
  const std::vector<Filter>& filters = frame.state.list.filters;
  return std::find(filters.begin(), filters.end(), filter) != filters.end();
}

// An option is the place of its value. What is chosen already can be chosen again only where that is the one answer.
std::vector<gui::Option> filter_options(const Frame& frame, Facet facet, std::string_view typed) {
  const webhook::TextQuery query(typed);
  std::vector<gui::Option> options;
  const std::vector<FacetValue>& values = values_of(frame, facet);
  for (std::size_t place = 0; place < values.size(); ++place) {
    const FacetValue& value = values[place];
    if (!editor::has_one_answer(facet) && is_chosen(frame, value.filter)) continue;
    if (!query.matches(webhook::fold(value.text))) continue;
    options.push_back(
        {static_cast<std::int64_t>(place), standing_alone(value.text, facet), editor::grouped(value.count)});
  }
  return options;
}

std::optional<std::int64_t> selected_option(const Frame& frame, Facet facet) {
  if (!editor::has_one_answer(facet)) return std::nullopt;
  const std::vector<FacetValue>& values = values_of(frame, facet);
  const auto found = std::find_if(values.begin(), values.end(),
                                  [&](const FacetValue& value) { return is_chosen(frame, value.filter); });
  return found == values.end() ? std::nullopt : std::optional<std::int64_t>(found - values.begin());
}

gui::ComboboxSpec combobox_spec(const Frame& frame, Facet facet, std::string_view chosen) {
  return {.name = editor::facet_words(facet),
          .selected_text = chosen,
          .selected = selected_option(frame, facet),
          .options = [&frame, facet](std::string_view typed) { return filter_options(frame, facet, typed); },
          .placeholder = translate("Any"),
          .nothing_found = translate("Nothing more to choose")};
}

// All of them in as many equal lines as it takes.
int filters_in_a_line(const Frame& frame, float width) {
  const int fitting = static_cast<int>(width / (least_filter_width * text_scale(frame.ui)));
  return fitting >= 6 ? 6 : fitting >= 3 ? 3 : fitting >= 2 ? 2 : 1;
}

float filter_height(const Frame& frame, float width) {
  return gui::combobox_height(frame.ui, width, combobox_spec(frame, Facet::location, ""));
}

struct Chip {
  Filter filter;
  std::string name;
  std::string drawn;
  std::string id;
};

std::vector<Chip> chips_of(const Frame& frame) {
  std::vector<Chip> chips;
  for (const Filter& filter : frame.state.list.filters) {
    std::string words = editor::filter_words(frame.state, filter);
    std::string id = std::to_string(static_cast<int>(filter.facet)) + "." + std::to_string(filter.number) + filter.host;
    chips.push_back({filter, translate("Remove filter: {0}", words), words, std::move(id)});
  }
  return chips;
}

gui::ButtonSpec chip_button(const Chip& chip) {
  return {.name = chip.name, .icon = gui::Icon::close, .short_name = chip.drawn, .id = chip.id};
}

gui::ButtonSpec clear_all_button() {
  return {
      .name = translate("Clear all filters"), .style = gui::ButtonStyle::quiet, .short_name = translate("Clear all")};
}

/// Calls `place` with each button and its place, and returns the height of all.
template <typename Place>
float lay_out_chips(const Frame& frame, const gui::Rect& rect, const Place& place) {
  const std::vector<Chip> chips = chips_of(frame);
  if (chips.empty()) return 0;
  Flow flow(frame.ui, rect, gui::space(2));
  for (const Chip& chip : chips) {
    const gui::ButtonSpec button = chip_button(chip);
    place(flow.take(gui::button_width(frame.ui, button)), button, &chip.filter);
  }
  const gui::ButtonSpec clear_all = clear_all_button();
  place(flow.take(gui::button_width(frame.ui, clear_all)), clear_all, nullptr);
  return flow.height();
}

}  // namespace

gui::ButtonSpec filter_button(const Frame& frame) {
  const editor::List& list = frame.state.list;
  return {.name = translate("Filter"),
          .icon = gui::Icon::filter,
          .icon_only = is_narrow(frame.ui),
          .expanded = list.filters_open ? gui::Expanded::yes : gui::Expanded::no};
}

void draw_filter_button(const Frame& frame, const gui::Rect& rect) {
  const bool pressed = gui::button(frame.ui, rect, filter_button(frame));
  if (takes_focus(frame, {.kind = editor::FocusTarget::Kind::filter_button})) {
    frame.ui.request_focus(frame.ui.last_id());
  }
  if (pressed) frame.send(editor::command::ShowFilters{!frame.state.list.filters_open});
}

float filters_height(const Frame& frame, float width) {
  if (!frame.state.list.filters_open) return 0;
  const float inner = width - 2 * panel_padding;
  const int columns = filters_in_a_line(frame, inner);
  const int line_count = (static_cast<int>(editor::all_facets.size()) + columns - 1) / columns;
  const auto lines = static_cast<float>(line_count);
  return lines * filter_height(frame, inner) + (lines - 1) * gui::space(3) + 2 * panel_padding;
}

void draw_filters(const Frame& frame, const gui::Rect& rect) {
  gui::Ui& ui = frame.ui;
  const auto group = ui.open(gui::Role::group, translate("Filters"), rect);
  const auto scope = ui.id_scope("filters");
  panel(ui, rect);
  const gui::Rect inner = rect.inset(panel_padding, panel_padding);
  const int columns = filters_in_a_line(frame, inner.width);
  const float gap = gui::space(3);
  const float width = (inner.width - static_cast<float>(columns - 1) * gap) / static_cast<float>(columns);
  const float height = filter_height(frame, width);
  for (std::size_t at = 0; at < editor::all_facets.size(); ++at) {
    const Facet facet = editor::all_facets.at(at);
    const int place = static_cast<int>(at);
    const int above = place / columns;
    const auto column = static_cast<float>(place % columns);
    const auto line = static_cast<float>(above);
    const std::string chosen = standing_alone(editor::chosen_words(frame.state, facet), facet);
    const gui::ComboboxResult result =
        gui::combobox(ui, {inner.x + column * (width + gap), inner.y + line * (height + gap), width, height},
                      combobox_spec(frame, facet, chosen));
    if (at == 0 && takes_focus(frame, {.kind = editor::FocusTarget::Kind::filters})) ui.request_focus(result.id);
    if (result.chosen) {
      frame.send(
          editor::command::AddFilter{values_of(frame, facet).at(static_cast<std::size_t>(*result.chosen)).filter});
    }
  }
}

float chips_height(const Frame& frame, float width) {
  return lay_out_chips(frame, {0, 0, width, 0}, [](const gui::Rect&, const gui::ButtonSpec&, const Filter*) {});
}

void draw_chips(const Frame& frame, const gui::Rect& rect) {
  const auto group = frame.ui.open(gui::Role::group, translate("Chosen filters"), rect);
  lay_out_chips(frame, rect, [&](const gui::Rect& place, const gui::ButtonSpec& button, const Filter* filter) {
    if (!gui::button(frame.ui, place, button)) return;
    filter != nullptr ? frame.send(editor::command::RemoveFilter{*filter})
                      : frame.send(editor::command::RemoveAllFilters{});
  });
}

float no_match_height(const Frame& frame) {
  const editor::List& list = frame.state.list;
  const bool narrowed = !list.search.empty() || !list.filters.empty();
  return narrowed && list.shown.empty() && !list.rows.empty() ? frame.ui.theme().control_height + gui::space(12) : 0;
}

void draw_no_match(const Frame& frame, const gui::Rect& rect) {
  gui::Ui& ui = frame.ui;
  const editor::List& list = frame.state.list;
  const gui::ButtonSpec filters{.name = translate("Clear filters"), .id = "no match: filters"};
  const gui::ButtonSpec search{.name = translate("Clear search"), .id = "no match: search"};
  const float filters_width = list.filters.empty() ? 0 : gui::button_width(ui, filters);
  const float search_width = list.search.empty() ? 0 : gui::button_width(ui, search);
  const float gap = filters_width > 0 && search_width > 0 ? gui::space(2) : 0;
  gui::Rect row = centred({rect.x, rect.y, rect.width, ui.theme().control_height}, filters_width + gap + search_width);
  if (filters_width > 0 && gui::button(ui, row.cut_left(filters_width), filters)) {
    frame.send(editor::command::RemoveAllFilters{});
  }
  (void)row.cut_left(gap);
  if (search_width > 0 && gui::button(ui, row.cut_left(search_width), search)) {
    frame.send(editor::command::Search{});
    frame.send(editor::command::FindInList{});
  }
}

}  // namespace screens
