// A text field with all that belongs to it.
#include "gui/text_field.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "gui/button.h"
#include "gui/direction.h"
#include "gui/field.h"
#include "gui/wrap.h"
#include "language/text.h"

namespace gui {

namespace {

constexpr float padding = space(3);
constexpr float line_padding = space(2);  // over and under the lines of a multiline field

// The browser keeps the scroll offset of a text area; so does this, to draw the same lines. The lines are kept, because
// breaking a long text anew in each frame takes too long.
struct TextAreaState final : WidgetState {
  float scroll = 0;
  std::size_t hash = 0;
  float width = -1;
  std::size_t most_lines = 0;
  std::vector<Line> lines;
};

TextStyle style_of(const TextFieldSpec& spec) { return spec.monospace ? TextStyle::field_code : TextStyle::field; }

FieldSpec field_of(const Ui& ui, const TextFieldSpec& spec) {
  const float lines = line_height(ui.theme(), style_of(spec)) * static_cast<float>(spec.rows) + 2 * line_padding;
  return {.name = spec.name,
          .error = spec.error,
          .hint = spec.hint,
          .required = spec.required,
          .changed = spec.changed,
          .label_hidden = spec.label_hidden,
          .inactive = spec.disabled || spec.read_only,
          .frame_height = spec.multiline ? lines : ui.theme().control_height};
}

float clear_button_width(const Ui& ui) {
  const Preferences& preferences = ui.theme().preferences;
  return preferences.coarse_pointer ? ui.theme().control_height : std::round(24 * preferences.text_scale);
}
// Under fingers it ends where the frame does.
float clear_button_margin(const Ui& ui) { return ui.theme().preferences.coarse_pointer ? 0 : space(1.5F); }

// Where the browser's own field stands, without any padding of its own.
Rect text_rect(const Ui& ui, const Rect& frame, const TextFieldSpec& spec) {
  if (spec.multiline) {
    return frame.inset(padding, line_padding);
  }
  const float height = line_height(ui.theme(), style_of(spec));
  Rect rect = frame.inset(padding, 0);
  rect.y += std::floor((rect.height - height) / 2);
  rect.height = height;
  if (spec.search) {
    (void)rect.cut_left(std::round(16 * ui.theme().preferences.text_scale) + space(2));
    (void)rect.cut_right(clear_button_width(ui));
  }
  return rect;
}

Node& report(Ui& ui, NodeId id, const Rect& rect, const std::string& value, const TextFieldSpec& spec) {
  Node& node = ui.add(id, spec.search ? Role::searchbox : Role::textbox, rect);
  node.name = spec.name;
  node.value = value;
  node.placeholder = spec.placeholder;
  node.description = describe(spec.hint, spec.changed);
  node.error = spec.error;
  node.autocomplete = spec.autocomplete;
  node.focusable = true;
  node.disabled = spec.disabled;
  node.read_only = spec.read_only;
  node.required = spec.required;
  node.multiline = spec.multiline;
  node.monospace = spec.monospace;
  node.keys = spec.submits && !spec.multiline ? key_enter : key_none;
  return node;
}

const std::vector<Line>& lines_of(Ui& ui, TextAreaState& state, const Rect& rect, const std::string& value,
                                  TextStyle style) {
  const std::size_t hash = std::hash<std::string>{}(value);
  const float shown = std::ceil((state.scroll + rect.height) / line_height(ui.theme(), style));
  const auto most_lines = static_cast<std::size_t>(std::max(1.0F, shown));
  if (hash != state.hash || rect.width != state.width || most_lines != state.most_lines) {
    state.hash = hash;
    state.width = rect.width;
    state.most_lines = most_lines;
    state.lines = wrap_text(ui, style, value, rect.width, most_lines);
  }
  return state.lines;
}

/// A paragraph runs one way; its lines begin at the side of its first letter.
std::string_view paragraph_of(std::string_view text, const Line& line) {
  const std::size_t feed = line.begin == 0 ? std::string_view::npos : text.rfind('\n', line.begin - 1);
  const std::size_t begin = feed == std::string_view::npos ? 0 : feed + 1;
  return text.substr(begin, line.end - begin);
}

void draw_lines(Ui& ui, NodeId id, const Rect& rect, const std::string& value, TextStyle style, Color color) {
  auto& state = ui.state<TextAreaState>(id);
  ui.push_clip(rect);
  const float height = line_height(ui.theme(), style);
  Rect row{rect.x, rect.y - state.scroll, rect.width, height};
  for (const Line& line : lines_of(ui, state, rect, value, style)) {
    if (ui.is_visible(row)) {
      const bool from_right = is_right_to_left(paragraph_of(value, line));
      const float x = from_right ? row.right() - text_width(ui, style, line.of(value)) : row.x;
      text_at(ui, {x, baseline_in(ui, row, style)}, style, color, line.of(value));
    }
    row.y += height;
  }
  ui.pop_clip();
}

void draw_text(Ui& ui, NodeId id, const Rect& rect, const std::string& value, const TextFieldSpec& spec) {
  const TextStyle style = style_of(spec);
  const Colors& colors = ui.theme().color;
  if (value.empty()) {
    const Rect line{rect.x, rect.y, rect.width, line_height(ui.theme(), style)};
    text_in(ui, line, style, colors.muted, spec.placeholder);
  } else if (spec.multiline) {
    draw_lines(ui, id, rect, value, style, spec.disabled ? colors.muted : colors.text);
  } else {
    const Align align = spec.monospace ? Align::start : start_of(value);
    text_in(ui, rect, style, spec.disabled ? colors.muted : colors.text, value, align);
  }
}

// The magnifier and the button that empties the field; true when that was pressed.
bool draw_search_parts(Ui& ui, NodeId id, const Rect& frame, const std::string& value) {
  Rect inner = frame.inset(padding, 0);
  const float size = std::round(16 * ui.theme().preferences.text_scale);
  icon(ui, inner.cut_left(size), Icon::search, ui.theme().color.muted);
  if (value.empty()) {
    return false;
  }
  const Ui::IdScope scope = ui.id_scope(id);
  const float width = clear_button_width(ui);
  Rect place = frame;
  (void)place.cut_right(clear_button_margin(ui));
  place = place.cut_right(width);
  place.y += (place.height - width) / 2;
  place.height = width;
  return button(
      ui, place,
      {.name = language::translate("Clear"), .style = ButtonStyle::quiet, .icon = Icon::close, .icon_only = true});
}

void take_actions(Ui& ui, NodeId id, std::string& value, const TextFieldSpec& spec, TextFieldResult& result) {
  for (Action& action : ui.take_actions(id)) {
    switch (action.kind) {
      case Action::Kind::set_value:
        if (!spec.disabled && !spec.read_only && action.value != value) {
          value = std::move(action.value);
          result.changed = true;
        }
        break;
      case Action::Kind::key:
        result.submitted = result.submitted || action.key == key_enter;
        break;
      case Action::Kind::blur:
        result.left = true;
        break;
      case Action::Kind::scroll:
        ui.state<TextAreaState>(id).scroll = action.scroll.y;
        break;
      case Action::Kind::press:
      case Action::Kind::focus:
        break;
    }
  }
}

}  // namespace

NodeId text_field_id(Ui& ui, const TextFieldSpec& spec) {
  return ui.id(spec.search ? Role::searchbox : Role::textbox, spec.id.empty() ? spec.name : spec.id);
}

float text_field_height(Ui& ui, float width, const TextFieldSpec& spec) {
  return field_height(ui, width, field_of(ui, spec));
}

TextFieldResult text_field(Ui& ui, const Rect& rect, std::string& value, const TextFieldSpec& spec) {
  TextFieldResult result;
  result.id = text_field_id(ui, spec);
  take_actions(ui, result.id, value, spec, result);

  const FieldSpec field = field_of(ui, spec);
  const FieldRects rects = cut_field(ui, rect, field);
  const Rect inner = text_rect(ui, rects.frame, spec);
  report(ui, result.id, inner, value, spec);
  // The frame is larger than the browser's field in it; the button at its end is not part of it.
  Rect clickable = rects.frame;
  if (spec.search) {
    (void)clickable.cut_right(clear_button_width(ui) + clear_button_margin(ui));
  }
  const Interaction interaction = ui.interact(result.id, clickable);
  draw_label(ui, rects.label, field);
  draw_frame(ui, rects.frame, field, interaction);
  if (spec.search && draw_search_parts(ui, result.id, rects.frame, value)) {
    value.clear();
    result.changed = true;
    ui.edit(result.id).value.clear();
    ui.request_focus(result.id);
  }
  if (interaction.pressed && !interaction.focused) {
    ui.request_focus(result.id);
  }
  if (!interaction.focused) {
    const std::string drawn(spec.drawn);
    draw_text(ui, result.id, inner, drawn.empty() ? value : drawn, spec);
  }
  draw_message(ui, rects.message, spec.error, spec.hint);
  return result;
}

}  // namespace gui
