// Drives a gui::Ui without a browser.
#include "support/headless.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "imgui.h"
#include "imgui_internal.h"

namespace testing_support {

namespace {

constexpr int most_frames = 50;

// What a renderer does with textures, without any.
void accept_textures() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantCreate || texture->Status == ImTextureStatus_WantUpdates) {
      texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    } else if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    }
  }
}

bool is_text_box(const gui::Node& node) {
  return node.role == gui::Role::textbox || node.role == gui::Role::searchbox || node.role == gui::Role::combobox;
}

gui::Point middle(const gui::Rect& rect) { return {rect.x + rect.width / 2, rect.y + rect.height / 2}; }

std::string_view role_name(gui::Role role) {
  static constexpr std::string_view names[] = {
      "group",         "banner",    "main",     "navigation",    "search",    "region",
      "complementary", "form",      "heading",  "text",          "paragraph", "code",
      "list",          "list item", "link",     "button",        "switch",    "checkbox",
      "textbox",       "searchbox", "combobox", "listbox",       "option",    "option group",
      "grid",          "row group", "row",      "column header", "grid cell", "dialog",
      "alert dialog",  "alert",     "status",   "progress bar",  "separator", "image"};
  return names[static_cast<std::size_t>(role)];
}

gui::Action action(gui::Action::Kind kind, gui::NodeId node) {
  gui::Action made;
  made.kind = kind;
  made.node = node;
  return made;
}

}  // namespace

std::string dump(const gui::Tree& tree) {
  std::map<gui::NodeId, int> depths{{0, 0}};
  std::ostringstream out;
  for (const gui::Node& node : tree.nodes) {
    const int depth = depths[node.parent];
    depths[node.id] = depth + 1;
    out << std::string(static_cast<std::size_t>(depth) * 2, ' ') << role_name(node.role) << " \"" << node.name << '"';
    const auto tell = [&](bool condition, std::string_view what, std::string_view text = "") {
      if (condition) {
        out << ' ' << what << (text.empty() ? "" : "=") << text;
      }
    };
    tell(!node.value.empty(), "value", node.value);
    tell(!node.description.empty(), "description", node.description);
    tell(!node.error.empty(), "error", node.error);
    tell(node.disabled, "disabled");
    tell(node.busy, "busy");
    tell(node.modal, "modal");
    tell(node.checked == gui::Checked::yes, "checked");
    tell(node.expanded == gui::Expanded::yes, "expanded");
    tell(node.selected, "selected");
    out << '\n';
  }
  return out.str();
}

// ---- Target ----------------------------------------------------------------------------------------------------------

const gui::Node& Target::node() const {
  static const gui::Node none;
  const gui::Node* found = ui_->find(id_);
  if (found == nullptr) {
    ADD_FAILURE() << "There is no " << what_ << " in\n" << ui_->dump();
    return none;
  }
  return *found;
}

bool Target::focused() const { return id_ != 0 && ui_->focused() == id_; }

void Target::focus() {
  (void)node();
  ui_->give_focus(id_, true);
}

void Target::press() {
  if (node().focusable) {
    focus();
  }
  ui_->act(action(gui::Action::Kind::press, id_));
}

void Target::click() { ui_->click(middle(node().rect)); }

void Target::type(std::string_view text) {
  if (!is_text_box(node())) {
    ADD_FAILURE() << what_ << " is no text box";
    return;
  }
  focus();
  gui::Action typed = action(gui::Action::Kind::set_value, id_);
  typed.value = text;
  ui_->act(std::move(typed));
}

void Target::key(gui::Key key, const gui::Modifiers& modifiers) {
  if (!focused()) {
    focus();
  }
  ui_->key(key, modifiers);
}

void Target::scroll_to(float y) {
  gui::Action scrolled = action(gui::Action::Kind::scroll, id_);
  scrolled.scroll = {0, y};
  ui_->act(std::move(scrolled));
}

// ---- Finding ---------------------------------------------------------------------------------------------------------

Headless::Headless(std::function<void(gui::Ui&)> draw, Size size, const gui::Preferences& preferences)
    : draw_(std::move(draw)), size_(size), preferences_(preferences) {
  ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
}

const gui::Node* Headless::find(gui::NodeId id) const {
  const auto found =
      std::find_if(tree_.nodes.begin(), tree_.nodes.end(), [&](const gui::Node& node) { return node.id == id; });
  return found == tree_.nodes.end() || id == 0 ? nullptr : &*found;
}

gui::NodeId Headless::modal() const {
  gui::NodeId last = 0;
  for (const gui::Node& node : tree_.nodes) {
    last = node.modal ? node.id : last;
  }
  return last;
}

bool Headless::is_inside(const gui::Node& node, gui::NodeId container) const {
  if (container == 0 || node.id == container) {
    return true;
  }
  const gui::Node* parent = find(node.parent);
  return parent != nullptr && is_inside(*parent, container);
}

Target Headless::by_role(gui::Role role, std::string_view name) {
  const gui::NodeId within = modal();
  const std::string what = std::string(role_name(role)) + " \"" + std::string(name) + '"';
  for (const gui::Node& node : tree_.nodes) {
    if (node.role == role && (name.empty() || node.name == name) && is_inside(node, within)) {
      return {*this, node.id, what};
    }
  }
  return {*this, 0, what};
}

Target Headless::dialog(std::string_view name) {
  Target found = by_role(gui::Role::dialog, name);
  return found.exists() ? found : by_role(gui::Role::alert_dialog, name);
}

Target Headless::cell(int row, int column) {
  const bool has_header = count(gui::Role::column_header) > 0;
  for (const gui::Node& node : tree_.nodes) {
    if (node.role == gui::Role::grid_cell && node.row_index == row + (has_header ? 1 : 0) &&
        node.column_index == column) {
      return {*this, node.id, "cell"};
    }
  }
  return {*this, 0, "cell " + std::to_string(row) + ", " + std::to_string(column)};
}

int Headless::count(gui::Role role) const {
  return static_cast<int>(
      std::count_if(tree_.nodes.begin(), tree_.nodes.end(), [&](const gui::Node& node) { return node.role == role; }));
}

bool Headless::text_visible(std::string_view text) const {
  return std::any_of(tree_.nodes.begin(), tree_.nodes.end(), [&](const gui::Node& node) {
    return node.name.find(text) != std::string::npos || node.value.find(text) != std::string::npos ||
           node.description.find(text) != std::string::npos || node.error.find(text) != std::string::npos;
  });
}

const gui::Node* Headless::focused_node() const { return find(focus_); }
std::string Headless::dump() const { return testing_support::dump(tree_); }

// ---- Acting ----------------------------------------------------------------------------------------------------------

void Headless::act(gui::Action action) {
  mirror_.observe(action);
  if (action.kind == gui::Action::Kind::set_value && page_.find(action.node) != nullptr) {
    page_.at(action.node).value = action.value;
  }
  ui_.act(std::move(action));
  settle();
}

void Headless::give_focus(gui::NodeId id, bool visible) {
  if (id == focus_) {
    return;
  }
  if (focus_ != 0) {
    ui_.act(action(gui::Action::Kind::blur, focus_));
  }
  focus_ = id;
  gui::Action focused = action(gui::Action::Kind::focus, id);
  focused.focus_visible = visible;
  ui_.act(std::move(focused));
  settle();
}

void Headless::blur() {
  if (focus_ != 0) {
    ui_.act(action(gui::Action::Kind::blur, std::exchange(focus_, 0)));
    settle();
  }
}

void Headless::key(gui::Key key, const gui::Modifiers& modifiers) {
  if (ui_.wants_key(focus_, key, modifiers)) {
    gui::Action pressed = action(gui::Action::Kind::key, focus_);
    pressed.key = key;
    pressed.shift = modifiers.shift;
    pressed.control_or_command = modifiers.control_or_command;
    pressed.alt = modifiers.alt;
    act(std::move(pressed));
    return;
  }
  const gui::Node* node = focused_node();
  if (key == gui::key_tab) {
    tab(modifiers.shift);
  } else if (node != nullptr && (key == gui::key_enter || key == gui::key_space)) {
    // What a browser does by itself.
    const bool is_button = node->role == gui::Role::button || node->role == gui::Role::switch_control;
    if (is_button || (node->role == gui::Role::link && key == gui::key_enter)) {
      act(action(gui::Action::Kind::press, focus_));
    }
  }
}

bool Headless::shortcut(std::string_view key, const gui::Modifiers& modifiers) {
  const gui::Node* node = focused_node();
  if (!ui_.wants_shortcut(key, modifiers, node != nullptr && is_text_box(*node))) {
    return false;
  }
  ui_.press_shortcut(key, modifiers);
  settle();
  return true;
}

void Headless::tab(bool backwards) {
  std::vector<gui::NodeId> order = page_.tab_order();
  if (backwards) {
    std::reverse(order.begin(), order.end());
  }
  const auto here = std::find(order.begin(), order.end(), focus_);
  const auto next = here == order.end() ? order.begin() : here + 1;
  if (next == order.end()) {
    blur();  // it leaves the page
  } else {
    give_focus(*next, true);
  }
}

void Headless::move_pointer(gui::Point position) {
  ImGui::GetIO().AddMousePosEvent(position.x, position.y);
  settle();
}

// As the browser finds it: the last that contains the point, of what can be focused.
gui::NodeId Headless::focusable_at(gui::Point position) const {
  const gui::NodeId within = modal();
  for (auto node = tree_.nodes.rbegin(); node != tree_.nodes.rend(); ++node) {
    if (node->focusable && node->rect.contains(position) && node->clip.contains(position) && is_inside(*node, within)) {
      return node->id;
    }
  }
  return 0;
}

bool Headless::keeps_focus_at(gui::Point position) const {
  return std::any_of(tree_.nodes.begin(), tree_.nodes.end(), [&](const gui::Node& node) {
    return node.role == gui::Role::listbox && node.rect.contains(position);
  });
}

void Headless::click(gui::Point position) {
  move_pointer(position);
  ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, true);
  if (!keeps_focus_at(position)) {
    if (const gui::NodeId target = focusable_at(position); target == 0) {
      blur();
    } else if (target != focus_) {
      give_focus(target, is_text_box(*find(target)));
    }
  }
  settle();
  pointer_up();
}

void Headless::pointer_down() {
  ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, true);
  settle();
}

void Headless::pointer_up() {
  ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, false);
  settle();
}

void Headless::resize(Size size) {
  size_ = size;
  settle();
}

void Headless::set_preferences(const gui::Preferences& preferences) {
  preferences_ = preferences;
  settle();
}

// ---- Frames ----------------------------------------------------------------------------------------------------------

const gui::FrameResult& Headless::frame() {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {size_.width, size_.height};
  io.DisplayFramebufferScale = {1, 1};
  io.DeltaTime = 1.0F / 60;
  ImGui::NewFrame();
  text_.drawn.clear();
  ui_.begin_frame(preferences_);
  draw_(ui_);
  const gui::FrameResult& result = ui_.end_frame();
  ImGui::Render();
  accept_textures();
  ++frames_drawn_;
  tree_ = result.tree;
  last_ops_ = mirror_.update(result);
  page_.apply(last_ops_);
  for (const gui::Announcement& announcement : result.announcements) {
    announcements_.push_back(announcement);
    announced(announcement);
  }
  settled_ = result.settled && ImGui::GetCurrentContext()->InputEventsQueue.empty();
  if (page_.find(focus_) == nullptr) {
    focus_ = 0;  // a browser's focus goes with the element
  }
  if (const std::optional<gui::NodeId> wanted = page_.take_focus(); wanted && *wanted != focus_) {
    if (focus_ != 0) {
      ui_.act(action(gui::Action::Kind::blur, focus_));
    }
    focus_ = *wanted;
    gui::Action focused = action(gui::Action::Kind::focus, *wanted);
    focused.focus_visible = true;
    ui_.act(std::move(focused));
    settled_ = false;
  }
  return result;
}

int Headless::settle() {
  int frames = 0;
  do {
    while (work()) {
    }
    frame();
    if (++frames == most_frames) {
      ADD_FAILURE() << "Nothing settled within " << most_frames << " frames";
      break;
    }
  } while (!settled_ || work());
  EXPECT_TRUE(page_.complaints().empty()) << page_.complaints().front();
  return frames;
}

}  // namespace testing_support
