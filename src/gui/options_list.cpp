// The list of options that opens at a combobox.
#include "gui/options_list.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "gui/scroll_area.h"
#include "gui/text.h"
#include "imgui.h"
#include "imgui_internal.h"

namespace gui {

namespace {

constexpr float rows_visible = 8;
constexpr float least_detail_width = 56;  // less tells nothing
constexpr float margin = space(1);        // round the rows, and between field and list

// What stands in the list from top to bottom: options, and headings before the first of each group.
struct Row {
  float y = 0;
  float height = 0;
  std::size_t option = 0;
  bool heading = false;
};

struct ListState final : WidgetState {
  Rect place;
};

float option_height(const Ui& ui) {
  const float line = line_height(ui.theme(), TextStyle::body) + space(3);
  return ui.theme().preferences.coarse_pointer ? std::max(line, 44.0F) : line;
}

std::vector<Row> rows_of(const Ui& ui, std::span<const Option> options) {
  const float option = option_height(ui);
  const float heading = line_height(ui.theme(), TextStyle::small) + space(3);
  std::vector<Row> rows;
  rows.reserve(options.size() + 8);
  float y = margin;
  std::string_view group;
  for (std::size_t at = 0; at < options.size(); ++at) {
    if (options[at].group != group) {
      group = options[at].group;
      if (!group.empty()) {
        rows.push_back({y, heading, at, true});
        y += heading;
      }
    }
    rows.push_back({y, option, at, false});
    y += option;
  }
  return rows;
}

float height_of(const std::vector<Row>& rows) { return rows.empty() ? 0 : rows.back().y + rows.back().height + margin; }

Rect place_list(const Ui& ui, const OptionsListSpec& spec, float content_height) {
  const Rect& field = spec.anchor;
  const float below = ui.viewport().height - field.bottom() - 2 * margin;
  const float above = field.y - 2 * margin;
  const float wanted = std::min(content_height, rows_visible * option_height(ui) + 2 * margin);
  const bool opens_above = below < wanted && above > below;
  const float height = std::max(option_height(ui), std::min(wanted, opens_above ? above : below));
  return {field.x, opens_above ? field.y - margin - height : field.bottom() + margin, field.width, height};
}

NodeId option_id(const OptionsListSpec& spec, const Option& option) {
  const ImGuiID group = ImHashData(option.group.data(), option.group.size(), spec.id);
  return std::max<NodeId>(1, ImHashData(&option.value, sizeof(option.value), group));
}

class List {
 public:
  List(Ui& ui, const OptionsListSpec& spec) : ui_(ui), spec_(spec), rows_(rows_of(ui, spec.options)) {}

  OptionsListResult draw();

 private:
  void draw_surface(const Rect& place);
  void draw_rows(ScrollArea& area);
  void draw_row(const Rect& rect, std::size_t option);
  void report(const Rect& rect, NodeId id, std::size_t option);

  Ui& ui_;
  const OptionsListSpec& spec_;
  std::vector<Row> rows_;
  OptionsListResult result_;
};

void List::draw_surface(const Rect& place) {
  const Theme& theme = ui_.theme();
  ui_.draw_list().PushClipRectFullScreen();
  shadow(ui_, place, theme.radius);
  fill(ui_, place, theme.color.raised, theme.radius);
  stroke(ui_, place, theme.color.control, 1, theme.radius);
  ui_.draw_list().PopClipRect();
}

void List::report(const Rect& rect, NodeId id, std::size_t option) {
  const Option& what = spec_.options[option];
  Node& node = ui_.add(id, Role::option, rect);
  node.name = what.text;
  node.description = what.detail;
  node.selectable = true;
  node.selected = spec_.selected && what.value == *spec_.selected;
  node.position_in_set = static_cast<int>(option) + 1;
  node.set_size = static_cast<int>(spec_.options.size());
}

void List::draw_row(const Rect& rect, std::size_t option) {
  const Option& what = spec_.options[option];
  const Theme& theme = ui_.theme();
  const NodeId id = option_id(spec_, what);
  report(rect, id, option);
  const Interaction interaction = ui_.interact(id, rect);
  const ImVec2 moved = ImGui::GetIO().MouseDelta;
  if (interaction.hovered && (moved.x != 0 || moved.y != 0)) {
    result_.hovered = option;
  }
  if (interaction.pressed) {
    result_.chosen = option;
  }
  const bool active = spec_.active == option;
  if (active) {
    result_.active_node = id;
    fill(ui_, rect, theme.color.selection, theme.radius_small);
  }
  Rect inner = rect.inset(space(2), 0);
  const float size = std::round(16 * theme.preferences.text_scale);
  const Rect mark = inner.cut_left(size);
  if (spec_.selected && what.value == *spec_.selected) {
    icon(ui_, mark, Icon::check, theme.color.accent);
  }
  (void)inner.cut_left(space(2));
  const float text = std::min(inner.width, std::ceil(text_width(ui_, TextStyle::body, what.text)));
  text_in(ui_, inner.cut_left(text), TextStyle::body, theme.color.text, what.text);
  (void)inner.cut_left(space(3));
  if (inner.width >= least_detail_width) {
    text_in(ui_, inner, TextStyle::compact, theme.color.muted, what.detail, Align::end);
  }
}

// Options that can be seen, and the active one, inside their groups.
void List::draw_rows(ScrollArea& area) {
  const Rect content = area.content();
  std::optional<Ui::Scope> group;
  std::string_view group_name;
  for (const Row& row : rows_) {
    const Rect rect{content.x + margin, content.y + row.y, content.width - 2 * margin, row.height};
    const Option& option = spec_.options[row.option];
    const bool active = !row.heading && spec_.active == row.option;
    if (!ui_.is_visible(rect) && !active) {
      continue;
    }
    if (option.group != group_name || (!group && !option.group.empty())) {
      group.reset();
      group_name = option.group;
      if (!group_name.empty()) {
        group.emplace(ui_.open(ImHashData(group_name.data(), group_name.size(), spec_.id + 1), Role::option_group,
                               group_name, {content.x, rect.y, content.width, 0}));
      }
    }
    if (row.heading) {
      text_in(ui_, rect.inset(space(2), 0), TextStyle::small, ui_.theme().color.muted, option.group);
    } else {
      draw_row(rect, row.option);
    }
    if (active && spec_.reveal_active) {
      area.reveal({rect.x, rect.y - margin, rect.width, rect.height + 2 * margin});
    }
  }
}

OptionsListResult List::draw() {
  const float height = rows_.empty() ? option_height(ui_) + 2 * margin : height_of(rows_);
  const Rect place = place_list(ui_, spec_, height);
  ui_.state<ListState>(spec_.id).place = place;
  const ImVec2 pointer = ImGui::GetMousePos();
  result_.pressed_outside = ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !place.contains({pointer.x, pointer.y}) &&
                            !spec_.anchor.contains({pointer.x, pointer.y});
  const Ui::Scope layer = ui_.open_layer(spec_.id, place);
  draw_surface(place);
  ScrollArea area(
      ui_, place,
      {.id = "options", .name = spec_.name, .role = Role::listbox, .content_height = height, .node = spec_.id});
  if (rows_.empty()) {
    const Rect line = area.content().inset(margin + space(2), margin);
    text_in(ui_, line, TextStyle::body, ui_.theme().color.muted, spec_.empty_text);
  } else {
    draw_rows(area);
  }
  return result_;
}

}  // namespace

OptionsListResult options_list(Ui& ui, const OptionsListSpec& spec) { return List(ui, spec).draw(); }

bool options_list_is_held(Ui& ui, NodeId id) {
  if (ui.last(id) == nullptr || !ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
    return false;
  }
  const ImVec2 pointer = ImGui::GetMousePos();
  return ui.state<ListState>(id).place.contains({pointer.x, pointer.y});
}

}  // namespace gui
