// A table of any length with a cursor.
#include "gui/grid.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "gui/scroll_area.h"
#include "gui/skeleton.h"
#include "gui/text.h"
#include "gui/tooltip.h"
#include "imgui.h"
#include "imgui_internal.h"

namespace gui {

namespace {

constexpr float cell_padding = space(3);
constexpr int header = -1;  // as a row

struct GridState final : WidgetState {
  int row = header;
  int column = 0;
  bool started = false;  // the cursor was put on the first row once there was one
  CellContent cell;      // reused, so that cells need no memory of their own
  CardContent card;
};

/// A column that is shown, and where.
struct Place {
  int column = 0;
  float x = 0;
  float width = 0;
};

/// One frame of one grid.
class Grid {
 public:
  Grid(Ui& ui, const Rect& rect, const GridSpec& spec)
      : ui_(ui),
        rect_(rect),
        spec_(spec),
        id_(ui.id(Role::grid, spec.id.empty() ? spec.name : spec.id)),
        state_(ui.state<GridState>(id_)),
        scale_(ui.theme().preferences.text_scale),
        cards_(spec.card && rect.width < spec.cards_below * scale_) {}

  GridResult draw();

 private:
  [[nodiscard]] float row_height() const;
  [[nodiscard]] float header_height() const {
    return cards_ ? 0 : std::max(line_height(ui_.theme(), TextStyle::small) + space(5), ui_.theme().control_height);
  }
  [[nodiscard]] NodeId cell_id(int row, int column) const;
  [[nodiscard]] NodeId row_id(int row) const { return cell_id(row, -1); }
  [[nodiscard]] int columns_shown() const { return cards_ ? 1 : static_cast<int>(places_.size()); }
  [[nodiscard]] bool is_current(int row, int place) const { return state_.row == row && state_.column == place; }
  [[nodiscard]] int aria_row(int row) const { return row + (cards_ ? 1 : 2); }

  void place_columns(float x, float width);
  void keep_cursor_inside();
  void take_keys(float body_height);
  void take_key(const Action& action, int page);
  void activate();
  void follow_focus(NodeId cell, int row, int place);
  void report();
  void draw_header(const Rect& rect);
  void draw_header_cell(const Rect& rect, int place);
  void draw_body(const Rect& rect);
  void draw_empty(const Rect& rect);
  void draw_skeleton(const Rect& rect);
  void draw_row(const Rect& rect, int row);
  void draw_cell(const Rect& rect, int row, int place);
  void draw_card(const Rect& rect, int row);
  void mark_focus(const Rect& rect, NodeId cell);
  void note_cut_text(const Rect& rect, float width);
  Node& report_cell(const Rect& rect, int row, int place, Role role);

  Ui& ui_;
  Rect rect_;
  const GridSpec& spec_;
  NodeId id_;
  GridState& state_;
  float scale_;  // widths are for text of the usual size
  bool cards_;
  bool moved_ = false;  // the keyboard moved the cursor: focus and view follow
  bool show_ = false;   // the view follows
  std::vector<Place> places_;
  GridResult result_;
  bool pointed_at_ = false;  // the row that is being drawn
  Rect cut_place_;           // of the cell under the pointer whose text does not fit
  std::string cut_text_;     // empty: there is none
};

// ---- Geometry

float Grid::row_height() const {
  if (!cards_) {
    return ui_.theme().row_height;
  }
  const auto lines = static_cast<float>(spec_.card_lines - 1);
  return line_height(ui_.theme(), TextStyle::strong) + lines * line_height(ui_.theme(), TextStyle::compact) + space(7);
}

NodeId Grid::cell_id(int row, int column) const {
  const int place[2] = {row, column};
  return std::max<NodeId>(1, ImHashData(place, sizeof(place), id_));
}

void Grid::place_columns(float x, float width) {
  float needed = 0;
  float weight = 0;
  for (const GridColumn& column : spec_.columns) {
    if (rect_.width >= column.hidden_below * scale_) {
      needed += column.min_width * scale_;
      weight += column.weight;
    }
  }
  const float spare = std::max(0.0F, width - needed);
  const float shrink = needed > width && needed > 0 ? width / needed : 1;
  for (std::size_t at = 0; at < spec_.columns.size(); ++at) {
    const GridColumn& column = spec_.columns[at];
    if (rect_.width < column.hidden_below * scale_) {
      continue;
    }
    const float share = weight > 0 ? spare * column.weight / weight : 0;
    const float cell = std::floor(column.min_width * scale_ * shrink + share);
    places_.push_back({static_cast<int>(at), x, cell});
    x += cell;
  }
}

// ---- The cursor

void Grid::keep_cursor_inside() {
  const int first = cards_ ? 0 : header;
  if (!state_.started && spec_.row_count > 0) {
    state_.row = 0;
  }
  state_.started = spec_.row_count > 0;
  if (spec_.go_to_row) {
    show_ = true;
    state_.row = *spec_.go_to_row;
  }
  state_.row = std::clamp(state_.row, first, std::max(first, spec_.row_count - 1));
  state_.column = std::clamp(state_.column, 0, std::max(0, columns_shown() - 1));
}

void Grid::take_keys(float body_height) {
  const int page = std::max(1, static_cast<int>(body_height / row_height()) - 1);
  for (const Action& action : ui_.take_actions(id_)) {
    if (action.kind == Action::Kind::key) {
      take_key(action, page);
    }
  }
}

void Grid::take_key(const Action& action, int page) {
  const int last_row = spec_.row_count - 1;
  const int last_column = columns_shown() - 1;
  int row = state_.row;
  int column = state_.column;
  switch (action.key) {
    case key_up:
      row -= 1;
      break;
    case key_down:
      row += 1;
      break;
    case key_left:
      column -= 1;
      break;
    case key_right:
      column += 1;
      break;
    case key_home:
      column = 0;
      row = action.control_or_command ? 0 : row;
      break;
    case key_end:
      column = last_column;
      row = action.control_or_command ? last_row : row;
      break;
    case key_page_up:
      row = std::max(0, row - page);
      break;
    case key_page_down:
      row += page;
      break;
    case key_enter:
    case key_space:
      return activate();
    default:
      return;
  }
  state_.row = std::clamp(row, cards_ ? 0 : header, std::max(cards_ ? 0 : header, last_row));
  state_.column = std::clamp(column, 0, std::max(0, last_column));
  moved_ = true;
  show_ = true;
}

void Grid::activate() {
  if (state_.row != header) {
    if (state_.row < spec_.row_count) {
      result_.activated_row = state_.row;
    }
  } else if (!places_.empty()) {
    const int column = places_[static_cast<std::size_t>(state_.column)].column;
    if (spec_.columns[static_cast<std::size_t>(column)].sortable) {
      result_.sort_column = column;
    }
  }
}

// A click, or assistive technology, may give the focus to any cell that is there.
void Grid::follow_focus(NodeId cell, int row, int place) {
  if (ui_.focused(cell) && !is_current(row, place) && !moved_ && !spec_.go_to_row) {
    state_.row = row;
    state_.column = place;
    ui_.request_frame();
  }
}

// ---- Reporting

void Grid::report() {
  Node& node = ui_.edit(id_);
  node.row_count = spec_.row_count + (cards_ ? 0 : 1);
  node.column_count = columns_shown();
  node.busy = spec_.busy;
  node.keys = key_up | key_down | key_left | key_right | key_home | key_end | key_page_up | key_page_down | key_enter |
              key_space;
}

Node& Grid::report_cell(const Rect& rect, int row, int place, Role role) {
  Node& node = ui_.add(cell_id(row, place), role, rect);
  node.focusable = true;
  node.in_tab_order = is_current(row, place);
  node.row_index = row == header ? 1 : aria_row(row);
  node.column_index = place + 1;
  return node;
}

// ---- The header

void Grid::draw_header_cell(const Rect& rect, int place) {
  const int index = places_[static_cast<std::size_t>(place)].column;
  const GridColumn& column = spec_.columns[static_cast<std::size_t>(index)];
  const bool sorted = spec_.sorted_column == index;
  const NodeId id = cell_id(header, place);
  follow_focus(id, header, place);
  Node& node = report_cell(rect, header, place, Role::column_header);
  node.name = column.title;
  node.sortable = column.sortable;
  node.sort = !sorted ? Sort::unsorted : spec_.descending ? Sort::descending : Sort::ascending;
  const Interaction interaction = ui_.interact(id, rect, column.sortable);
  if (interaction.pressed) {
    result_.sort_column = index;
  }
  const Colors& c = ui_.theme().color;
  const Color color = interaction.hovered || sorted ? c.text : c.muted;
  Rect inner = rect.inset(cell_padding, 0);
  const float size = std::round(14 * ui_.theme().preferences.text_scale);
  if (sorted) {
    const float text = std::ceil(text_width(ui_, TextStyle::small, column.title));
    const float x =
        column.align == Align::end ? inner.right() - size : std::min(inner.right() - size, inner.x + text + 4);
    icon(ui_, {x, inner.y, size, inner.height}, spec_.descending ? Icon::chevron_down : Icon::chevron_up, color);
    (void)inner.cut_right(size);
  }
  text_in(ui_, inner, TextStyle::small, color, column.title, column.align);
  if (interaction.focus_visible) {
    stroke(ui_, rect, c.focus_ring, ui_.theme().focus_ring, ui_.theme().radius_small);
  }
}

void Grid::draw_header(const Rect& rect) {
  fill(ui_, rect, ui_.theme().color.sunken);
  fill(ui_, {rect.x, rect.bottom() - 1, rect.width, 1}, ui_.theme().color.line);
  const Ui::Scope group = ui_.open(cell_id(header, -2), Role::row_group, "", rect);
  const Ui::Scope row = ui_.open(row_id(header), Role::row, "", rect);
  ui_.edit(row.id()).row_index = 1;
  for (int place = 0; place < static_cast<int>(places_.size()); ++place) {
    const Place& at = places_[static_cast<std::size_t>(place)];
    draw_header_cell({at.x, rect.y, at.width, rect.height}, place);
  }
}

// ---- The rows

void Grid::mark_focus(const Rect& rect, NodeId cell) {
  if (ui_.focused(cell) && ui_.focus_visible()) {
    stroke(ui_, rect, ui_.theme().color.focus_ring, ui_.theme().focus_ring, ui_.theme().radius_small);
  }
}

void Grid::note_cut_text(const Rect& rect, float width) {
  const ImVec2 pointer = ImGui::GetMousePos();
  if (pointed_at_ && rect.contains({pointer.x, pointer.y}) && is_cut_off(ui_, state_.cell, width)) {
    cut_place_ = rect;
    cut_text_ = state_.cell.text;
  }
}

void Grid::draw_cell(const Rect& rect, int row, int place) {
  const int column = places_[static_cast<std::size_t>(place)].column;
  const NodeId id = cell_id(row, place);
  state_.cell.clear();
  spec_.cell(row, column, state_.cell);
  report_cell(rect, row, place, Role::grid_cell).name = spoken(state_.cell);
  if (ui_.was_acted_on(id, Action::Kind::press)) {
    result_.activated_row = row;
  }
  if (!ui_.is_visible(rect)) {
    return;
  }
  const Rect inner = rect.inset(cell_padding, 0);
  draw_content(ui_, inner, state_.cell, spec_.columns[static_cast<std::size_t>(column)].align);
  note_cut_text(rect, inner.width);
  mark_focus(rect, id);
}

void Grid::draw_card(const Rect& rect, int row) {
  state_.card.clear();
  spec_.card(row, state_.card);
  const NodeId id = cell_id(row, 0);
  report_cell(rect, row, 0, Role::grid_cell).name = spoken(state_.card);
  if (ui_.was_acted_on(id, Action::Kind::press)) {
    result_.activated_row = row;
  }
  draw_content(ui_, rect, state_.card);
  mark_focus(rect, id);
}

void Grid::draw_row(const Rect& rect, int row) {
  const Colors& c = ui_.theme().color;
  const NodeId id = row_id(row);
  const Ui::Scope scope = ui_.open(id, Role::row, "", rect);
  ui_.edit(id).row_index = aria_row(row);
  const Interaction interaction = ui_.interact(id, rect);
  pointed_at_ = interaction.hovered;
  if (interaction.pressed) {
    result_.activated_row = row;
    state_.row = row;
  }
  if (interaction.hovered || interaction.held) {
    fill(ui_, rect, c.row_hover);
  } else if (state_.row == row && ui_.focus() != 0 && ui_.focused(cell_id(row, state_.column))) {
    fill(ui_, rect, c.row_current);
  }
  fill(ui_, {rect.x, rect.bottom() - 1, rect.width, 1}, c.line);
  if (cards_) {
    draw_card(rect, row);
    return;
  }
  for (int place = 0; place < static_cast<int>(places_.size()); ++place) {
    const Place& at = places_[static_cast<std::size_t>(place)];
    draw_cell({at.x, rect.y, at.width, rect.height}, row, place);
  }
}

void Grid::draw_skeleton(const Rect& rect) {
  std::vector<SkeletonColumn> columns;
  if (cards_) {
    columns.push_back({rect.x + space(4), rect.width - 2 * space(4)});
  }
  for (const Place& place : places_) {
    columns.push_back({place.x + cell_padding, place.width - 2 * cell_padding});
  }
  skeleton(ui_, rect, row_height(), columns);
}

void Grid::draw_empty(const Rect& rect) {
  const Ui::Scope group = ui_.open(cell_id(header, -3), Role::row_group, "", rect);
  const Ui::Scope row = ui_.open(cell_id(header, -4), Role::row, "", rect);
  Node& node = ui_.add(cell_id(header, -5), Role::grid_cell, rect);
  node.name = spec_.empty_text;
  if (spec_.busy) {
    draw_skeleton(rect);
    return;
  }
  Rect words = rect.inset(space(4), 0);
  words.y += space(10);
  paragraph(ui_, words,
            {.text = spec_.empty_text, .color = ui_.theme().color.muted, .align = Align::center, .reported = false});
}

void Grid::draw_body(const Rect& rect) {
  const float height = row_height();
  ScrollArea area(ui_, rect,
                  {.id = "rows",
                   .role = Role::row_group,
                   .content_height = height * static_cast<float>(spec_.row_count),
                   .node = cell_id(header, -3)});
  const Rect content = area.content();
  const double top = static_cast<double>(rect.y) - static_cast<double>(content.y);
  const auto row_rect = [&](int row) {
    const double y = static_cast<double>(row) * static_cast<double>(height) - top;
    return Rect{rect.x, rect.y + static_cast<float>(y), content.width, height};
  };
  if (show_ && state_.row >= 0) {
    area.reveal(row_rect(state_.row));
  }
  const int first = std::clamp(static_cast<int>(top / static_cast<double>(height)), 0, spec_.row_count);
  const int past = std::min(spec_.row_count, first + static_cast<int>(rect.height / height) + 2);
  for (int row = first; row < past; ++row) {
    for (int place = 0; place < columns_shown(); ++place) {
      follow_focus(cell_id(row, place), row, place);
    }
  }
  // One layer for all shapes and one for all texts: fewer changes of texture.
  ImDrawList& list = ui_.draw_list();
  list.ChannelsSplit(2);
  const int current = state_.row;
  if (current >= 0 && current < first) {
    draw_row(row_rect(current), current);
  }
  for (int row = first; row < past; ++row) {
    draw_row(row_rect(row), row);
  }
  if (current >= past) {
    draw_row(row_rect(current), current);
  }
  list.ChannelsMerge();
}

GridResult Grid::draw() {
  const Ui::Scope scope = ui_.open(id_, Role::grid, spec_.name, rect_);
  Rect body = rect_;
  const Rect top = body.cut_top(header_height());
  if (!cards_) {
    const bool overflows = row_height() * static_cast<float>(spec_.row_count) > body.height;
    place_columns(rect_.x, rect_.width - (overflows ? ui_.theme().scrollbar : 0));
  }
  keep_cursor_inside();
  take_keys(body.height);
  report();
  if (!cards_) {
    draw_header(top);
  }
  if (spec_.row_count > 0) {
    draw_body(body);
  } else {
    draw_empty(body);
  }
  tooltip(ui_, id_, cut_place_, cut_text_, !cut_text_.empty());
  result_.id = id_;
  result_.current_row = std::max(0, state_.row);
  result_.current_cell = spec_.row_count > 0 || !cards_ ? cell_id(state_.row, state_.column) : 0;
  if (moved_) {
    ui_.request_focus(result_.current_cell);
  }
  return result_;
}

}  // namespace

GridResult grid(Ui& ui, const Rect& rect, const GridSpec& spec) { return Grid(ui, rect, spec).draw(); }

}  // namespace gui
