// A field to choose one of many by typing.
#include "gui/combobox.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "gui/direction.h"
#include "gui/field.h"
#include "gui/options_list.h"
#include "imgui.h"
#include "language/text.h"

namespace gui {

namespace {

constexpr float padding = space(3);
constexpr int page = 8;  // options that Page Up and Page Down pass over

struct ComboboxState final : WidgetState {
  bool open = false;
  bool typed = false;       // `query` is the user's, not the chosen option's text
  bool navigating = false;  // the arrow keys have been used since: Home and End are for the list
  bool reveal = false;      // the active option is to be scrolled into view
  std::string query;
  std::optional<std::size_t> active;
  std::string chosen_text;  // shown in the one frame until the caller knows
  bool was_open = false;
};

FieldSpec field_of(const Ui& ui, const ComboboxSpec& spec) {
  return {.name = spec.name,
          .error = spec.error,
          .hint = spec.hint,
          .required = spec.required,
          .changed = spec.changed,
          .label_hidden = spec.label_hidden,
          .inactive = spec.disabled || spec.read_only,
          .frame_height = ui.theme().control_height};
}

/// One frame of one combobox.
class Combobox {
 public:
  Combobox(Ui& ui, const ComboboxSpec& spec)
      : ui_(ui),
        spec_(spec),
        id_(ui.id(Role::combobox, spec.id.empty() ? spec.name : spec.id)),
        list_id_(ui.id(Role::listbox, spec.id.empty() ? spec.name : spec.id)),
        state_(ui.state<ComboboxState>(id_)) {}

  ComboboxResult draw(const Rect& rect);

 private:
  [[nodiscard]] bool enabled() const { return !spec_.disabled && !spec_.read_only; }
  [[nodiscard]] std::string_view query() const { return state_.typed ? std::string_view(state_.query) : ""; }
  void find_options();
  void open();
  void close();
  void choose(std::size_t option);
  void go_to(std::ptrdiff_t option);
  void take_actions(const Rect& frame);
  void take_key(const Action& action);
  void take_open_key(const Action& action);
  void take_text(const std::string& text);
  void report(const Rect& rect);
  void draw_list(const Rect& frame);
  void draw_content(Rect frame, const Rect& text, bool focused);
  void announce_count();

  Ui& ui_;
  const ComboboxSpec& spec_;
  NodeId id_;
  NodeId list_id_;
  ComboboxState& state_;
  std::vector<Option> options_;
  bool found_ = false;
  ComboboxResult result_;
};

void Combobox::find_options() {
  if (!found_ && spec_.options) {
    options_ = spec_.options(query());
    found_ = true;
  }
}

void Combobox::open() {
  state_.open = true;
  state_.typed = false;
  state_.navigating = false;
  state_.query.clear();
  found_ = false;
  find_options();
  const auto selected = std::find_if(options_.begin(), options_.end(), [&](const Option& option) {
    return spec_.selected && option.value == *spec_.selected;
  });
  state_.active.reset();
  if (selected != options_.end()) {
    state_.active = static_cast<std::size_t>(selected - options_.begin());
  }
  state_.reveal = true;
  ui_.request_frame();
}

void Combobox::close() {
  state_.open = false;
  state_.typed = false;
  state_.navigating = false;
  state_.active.reset();
  ui_.request_frame();
}

void Combobox::choose(std::size_t option) {
  result_.chosen = options_.at(option).value;
  state_.chosen_text = options_.at(option).text;
  close();
  if (!ui_.focused(id_)) {
    ui_.request_focus(id_);
  }
}

void Combobox::go_to(std::ptrdiff_t option) {
  if (options_.empty()) {
    return;
  }
  const auto last = static_cast<std::ptrdiff_t>(options_.size()) - 1;
  state_.active = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(option, 0, last));
  state_.navigating = true;
  state_.reveal = true;
}

void Combobox::take_text(const std::string& text) {
  if (!state_.open) {
    open();
  }
  state_.query = text;
  state_.typed = true;
  state_.navigating = false;
  state_.reveal = true;
  state_.active.reset();
  found_ = false;
  find_options();
  // What is typed means the best match; nothing typed means nothing yet.
  if (!text.empty() && !options_.empty()) {
    state_.active = 0;
  }
  announce_count();
}

void Combobox::announce_count() {
  if (options_.empty()) {
    ui_.announce(spec_.nothing_found);
  } else {
    ui_.announce(language::counted(static_cast<std::int64_t>(options_.size()), "{0} option", "{0} options",
                                   std::to_string(options_.size())));
  }
}

void Combobox::take_open_key(const Action& action) {
  const auto active = state_.active ? static_cast<std::ptrdiff_t>(*state_.active) : -1;
  const auto last = static_cast<std::ptrdiff_t>(options_.size()) - 1;
  switch (action.key) {
    case key_down:
      return go_to(active + 1);
    case key_up:
      return action.alt ? close() : go_to(active < 0 ? last : active - 1);
    case key_page_down:
      return go_to(active + page);
    case key_page_up:
      return go_to(active - page);
    case key_home:
      return go_to(0);
    case key_end:
      return go_to(last);
    case key_enter:
      return state_.active && *state_.active < options_.size() ? choose(*state_.active) : close();
    case key_escape:
      return close();
    default:
      return;
  }
}

void Combobox::take_key(const Action& action) {
  if (state_.open) {
    find_options();
    take_open_key(action);
  } else if (action.key == key_down || action.key == key_up) {
    open();
    state_.navigating = true;
    if (!action.alt && !state_.active) {
      go_to(action.key == key_down ? 0 : static_cast<std::ptrdiff_t>(options_.size()) - 1);
    }
  }
}

void Combobox::take_actions(const Rect& frame) {
  const Interaction interaction = ui_.interact(id_, frame);
  if (interaction.pressed && enabled()) {
    const float arrow_x = frame.right() - space(10);
    if (state_.open && ImGui::GetMousePos().x >= arrow_x) {
      close();
    } else if (!state_.open) {
      open();
      ui_.select_text(id_);
    }
  }
  if (interaction.pressed && !interaction.focused) {
    ui_.request_focus(id_);
  }
  for (const Action& action : ui_.take_actions(id_)) {
    if (action.kind == Action::Kind::set_value && enabled()) {
      take_text(action.value);
    } else if (action.kind == Action::Kind::key && enabled()) {
      take_key(action);
    } else if (action.kind == Action::Kind::focus && enabled() && spec_.opens_with_focus && !state_.open) {
      open();
    } else if (action.kind == Action::Kind::blur && !options_list_is_held(ui_, list_id_)) {
      close();
    }
  }
}

void Combobox::report(const Rect& rect) {
  Node& node = ui_.add(id_, Role::combobox, rect);
  node.name = spec_.name;
  node.value = !state_.chosen_text.empty() ? std::exchange(state_.chosen_text, "")
               : state_.typed              ? state_.query
                                           : std::string(spec_.selected_text);
  node.placeholder = spec_.placeholder;
  node.description = describe(spec_.hint, spec_.changed);
  node.error = spec_.error;
  node.autocomplete = "off";
  node.focusable = true;
  node.disabled = spec_.disabled;
  node.read_only = spec_.read_only;
  node.required = spec_.required;
  node.busy = spec_.loading;
  node.expanded = state_.open ? Expanded::yes : Expanded::no;
  node.keys = enabled() ? key_up | key_down : key_none;
  if (state_.open) {
    node.keys |= key_enter | key_page_up | key_page_down;
    node.keys |=
        spec_.opens_with_focus ? key_none : key_escape;  // where it always is open, Escape is for what it is in
    node.keys |= state_.navigating ? key_home | key_end : key_none;
    node.controls = list_id_;
  }
}

void Combobox::draw_content(Rect frame, const Rect& text, bool focused) {
  const Colors& c = ui_.theme().color;
  const float size = std::round(16 * ui_.theme().preferences.text_scale);
  Rect inner = frame.inset(padding, 0);
  icon(ui_, inner.cut_right(size), state_.open ? Icon::chevron_up : Icon::chevron_down, c.muted);
  if (focused) {
    return;  // the browser's own field shows it
  }
  const std::string value = ui_.edit(id_).value;
  if (value.empty()) {
    text_in(ui_, text, TextStyle::field, c.muted, spec_.placeholder);
  } else {
    text_in(ui_, text, TextStyle::field, spec_.disabled ? c.muted : c.text, value, start_of(value));
  }
}

void Combobox::draw_list(const Rect& frame) {
  find_options();
  if (state_.active && *state_.active >= options_.size()) {
    state_.active.reset();
  }
  const OptionsListResult list =
      options_list(ui_, {.id = list_id_,
                         .name = spec_.name,
                         .anchor = frame,
                         .options = options_,
                         .active = state_.active,
                         .selected = spec_.selected,
                         .empty_text = spec_.loading ? language::translate("Loading…") : spec_.nothing_found,
                         .reveal_active = std::exchange(state_.reveal, false)});
  ui_.edit(id_).active_descendant = list.active_node;
  if (list.hovered && list.hovered != state_.active) {
    state_.active = list.hovered;
    ui_.request_frame();
  }
  if (list.chosen) {
    choose(*list.chosen);
  } else if (list.pressed_outside) {
    close();
  }
}

ComboboxResult Combobox::draw(const Rect& rect) {
  result_.id = id_;
  const FieldSpec field = field_of(ui_, spec_);
  const FieldRects rects = cut_field(ui_, rect, field);
  take_actions(rects.frame);
  const float height = line_height(ui_.theme(), TextStyle::field);
  Rect text = rects.frame.inset(padding, 0);
  text.y += std::floor((text.height - height) / 2);
  text.height = height;
  (void)text.cut_right(std::round(16 * ui_.theme().preferences.text_scale) + space(1));

  report(text);
  const bool focused = ui_.focused(id_);
  draw_label(ui_, rects.label, field);
  draw_frame(ui_, rects.frame, field, {.focused = focused, .focus_visible = ui_.focus_visible()});
  draw_content(rects.frame, text, focused);
  draw_message(ui_, rects.message, spec_.error, spec_.hint);
  if (state_.open) {
    draw_list(rects.frame);
  }
  return result_;
}

}  // namespace

float combobox_height(Ui& ui, float width, const ComboboxSpec& spec) {
  return field_height(ui, width, field_of(ui, spec));
}

ComboboxResult combobox(Ui& ui, const Rect& rect, const ComboboxSpec& spec) { return Combobox(ui, spec).draw(rect); }

}  // namespace gui
