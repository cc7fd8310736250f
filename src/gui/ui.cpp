// The toolkit's context: frames, actions, focus, the semantics tree being built.
#include "gui/ui.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

#include "gui/draw.h"
#include "gui/font_loader.h"
#include "imgui.h"
#include "imgui_internal.h"

namespace gui {

namespace {

// How long a request for the focus waits for its node to be drawn.
constexpr int frames_to_wait_for_node = 3;

constexpr ImGuiWindowFlags window_flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                          ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                                          ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoFocusOnAppearing |
                                          ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse;

ImVec2 top_left(const Rect& rect) { return {rect.x, rect.y}; }
ImVec2 bottom_right(const Rect& rect) { return {rect.right(), rect.bottom()}; }

void begin_window(const char* name, const Rect& rect) {
  ImGui::SetNextWindowPos(top_left(rect));
  ImGui::SetNextWindowSize({std::max(1.0F, rect.width), std::max(1.0F, rect.height)});
  ImGui::Begin(name, nullptr, window_flags);
}

void set_up_style(ImGuiStyle& style) {
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.WindowRounding = 0;
  style.WindowMinSize = {1, 1};
  style.CircleTessellationMaxError = 0.1F;
}

}  // namespace

Ui::Ui(TextEngine& text) : text_(text), context_(ImGui::CreateContext()), theme_(make_theme({})) {
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  // Lines and all other shapes are of bare colours, so that they can be painted without the texture: see is_plain.
  io.Fonts->Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoMouseCursors;
  set_up_style(ImGui::GetStyle());
  add_font_without_letters(*io.Fonts);
}

Ui::~Ui() { ImGui::DestroyContext(context_); }

// ---- Frames ----------------------------------------------------------------------------------------------------------

void Ui::begin_frame(const Preferences& preferences) {
  if (preferences != theme_.preferences) {
    theme_ = make_theme(preferences);
  }
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  viewport_ = {0, 0, size.x, size.y};
  result_.announcements.clear();
  for (std::vector<Node>& layer : layers_) {
    layer.clear();
  }
  if (layers_.empty()) {
    layers_.emplace_back();
  }
  layer_count_ = 1;
  layer_ = 0;
  index_.clear();
  parents_.assign(1, 0);
  last_id_ = 0;
  select_text_ = 0;
  actions_.clear();
  std::swap(actions_, incoming_);
  pressed_shortcuts_.clear();
  std::swap(pressed_shortcuts_, incoming_shortcuts_);
  settled_ = pressed_shortcuts_.empty() && std::all_of(actions_.begin(), actions_.end(), [](const Action& action) {
               return action.kind == Action::Kind::scroll;  // shown in the frame it is worked on
             });
  take_focus_actions();
  for (Modal& modal : modals_) {
    modal.drawn = false;
  }
  // Antialiased edges are one device pixel wide.
  context_->DrawListSharedData.InitialFringeScale = 1 / scale();
  begin_window("page", viewport_);
  result_.picture = {};
  fill(*this, viewport_, theme_.color.page);
}

const FrameResult& Ui::end_frame() {
  ImGui::End();
  assert(parents_.size() == 1 && "a scope was left open");
  result_.select_text.reset();
  if (select_text_ != 0 && index_.contains(select_text_)) {
    result_.select_text = select_text_;
  }
  finish_dialogs();
  finish_focus();
  result_.tree.nodes.clear();
  last_index_.clear();
  for (std::size_t layer = 0; layer < layer_count_; ++layer) {
    for (Node& node : layers_[layer]) {
      last_index_.emplace(node.id, result_.tree.nodes.size());
      result_.tree.nodes.push_back(std::move(node));
    }
  }
  std::swap(last_claimed_, claimed_);
  claimed_.clear();
  result_.picture.layers = static_cast<int>(layer_count_);
  result_.settled = settled_ && incoming_.empty() && incoming_shortcuts_.empty();
  return result_;
}

// ---- Focus and dialogs -----------------------------------------------------------------------------------------------

void Ui::take_focus_actions() {
  for (const Action& action : actions_) {
    if (action.kind == Action::Kind::focus) {
      focus_ = action.node;
      focus_visible_ = action.focus_visible;
    } else if (action.kind == Action::Kind::blur && action.node == focus_) {
      focus_ = 0;
      focus_visible_ = false;
    }
  }
}

void Ui::request_focus(NodeId node) {
  wanted_focus_ = node;
  frames_to_find_it_ = frames_to_wait_for_node;
}

void Ui::finish_focus() {
  result_.focus.reset();
  if (focus_ != 0 && !index_.contains(focus_)) {
    focus_ = 0;
    focus_visible_ = false;
  }
  if (wanted_focus_ == 0) {
    return;
  }
  if (index_.contains(wanted_focus_)) {
    if (wanted_focus_ != focus_) {
      result_.focus = wanted_focus_;
      settled_ = false;
    }
    wanted_focus_ = 0;
  } else if (--frames_to_find_it_ > 0) {
    settled_ = false;
  } else {
    wanted_focus_ = 0;
  }
}

void Ui::begin_modal(NodeId id) {
  modal_stack_.push_back(id);
  for (Modal& modal : modals_) {
    if (modal.id == id) {
      modal.drawn = true;
      return;
    }
  }
  modals_.push_back({id, focus_, true, true});
}

void Ui::end_modal() { modal_stack_.pop_back(); }

bool Ui::is_open(NodeId modal) const {
  return std::any_of(modals_.begin(), modals_.end(), [&](const Modal& open) { return open.id == modal; });
}

// A new dialog takes the focus; a closed one gives it back, unless somebody asked for it meanwhile.
void Ui::finish_dialogs() {
  for (std::size_t at = modals_.size(); at-- > 0;) {
    const Modal modal = modals_[at];
    if (modal.drawn) {
      continue;
    }
    modals_.erase(modals_.begin() + static_cast<std::ptrdiff_t>(at));
    if (wanted_focus_ == 0 && modal.return_focus != 0) {
      request_focus(modal.return_focus);
    }
    settled_ = false;
  }
  if (modals_.empty() || !modals_.back().appearing) {
    return;
  }
  modals_.back().appearing = false;
  settled_ = false;
  if (wanted_focus_ == 0 || !is_inside(wanted_focus_, modals_.back().id)) {
    request_focus(first_focusable_in(modals_.back().id));
  }
}

bool Ui::is_inside(NodeId id, NodeId container) const {
  while (id != 0 && id != container) {
    const auto place = index_.find(id);
    if (place == index_.end()) {
      return false;
    }
    id = layers_[static_cast<std::size_t>(place->second.first)][static_cast<std::size_t>(place->second.second)].parent;
  }
  return id == container;
}

NodeId Ui::first_focusable_in(NodeId container) const {
  NodeId fallback = 0;
  for (std::size_t layer = 0; layer < layer_count_; ++layer) {
    for (const Node& node : layers_[layer]) {
      if (!node.focusable || node.id == container || !is_inside(node.id, container)) {
        continue;
      }
      if (node.in_tab_order) {
        return node.id;
      }
      fallback = fallback == 0 ? node.id : fallback;
    }
  }
  return fallback != 0 ? fallback : container;
}

// ---- Actions and keys ------------------------------------------------------------------------------------------------

void Ui::act(Action action) {
  if (action.kind == Action::Kind::key) {
    const Modifiers modifiers{action.shift, action.control_or_command, action.alt, false};
    action.node = receiver(action.node, action.key, modifiers);
    if (action.node == 0) {
      return;
    }
  }
  incoming_.push_back(std::move(action));
}

// The nearest node that handles the key, from the focus upwards. Keys with modifiers mean other things to text fields
// and to the browser, so only the few that the patterns of the ARIA Authoring Practices Guide name are taken.
NodeId Ui::receiver(NodeId focused, Key key, const Modifiers& modifiers) const {
  const bool vertical = key == key_up || key == key_down;
  const bool edge = key == key_home || key == key_end;
  if (modifiers.other || modifiers.shift || (modifiers.alt && !vertical) || (modifiers.control_or_command && !edge)) {
    return 0;
  }
  NodeId id = focused;
  if (id == 0 && !modals_.empty()) {
    id = modals_.back().id;
  }
  while (id != 0) {
    const Node* node = last(id);
    if (node == nullptr) {
      return 0;
    }
    if ((node->keys & key) != 0) {
      return id;
    }
    id = node->parent;
  }
  return 0;
}

bool Ui::wants_key(NodeId focused, Key key, const Modifiers& modifiers) const {
  return receiver(focused, key, modifiers) != 0;
}

bool Ui::wants_shortcut(std::string_view key, const Modifiers& modifiers, bool editing) const {
  if (modifiers.other || (editing && !modifiers.control_or_command && !modifiers.alt)) {
    return false;
  }
  const NodeId modal = modals_.empty() ? 0 : modals_.back().id;
  return std::any_of(last_claimed_.begin(), last_claimed_.end(), [&](const ClaimedShortcut& claimed) {
    return claimed.modal == modal && claimed.key == key && claimed.modifiers == modifiers;
  });
}

void Ui::press_shortcut(std::string_view key, const Modifiers& modifiers) {
  incoming_shortcuts_.push_back({std::string(key), modifiers});
}

bool Ui::shortcut(const Shortcut& wanted) {
  claimed_.push_back({std::string(wanted.key), wanted.modifiers, modal_stack_.empty() ? 0 : modal_stack_.back()});
  return std::any_of(pressed_shortcuts_.begin(), pressed_shortcuts_.end(), [&](const PendingShortcut& pressed) {
    return pressed.key == wanted.key && pressed.modifiers == wanted.modifiers;
  });
}

std::vector<Action> Ui::take_actions(NodeId id) const {
  std::vector<Action> taken;
  std::copy_if(actions_.begin(), actions_.end(), std::back_inserter(taken),
               [&](const Action& action) { return action.node == id; });
  return taken;
}

std::optional<std::string> Ui::take_value(NodeId id) const {
  for (auto action = actions_.rbegin(); action != actions_.rend(); ++action) {
    if (action->kind == Action::Kind::set_value && action->node == id) {
      return action->value;
    }
  }
  return std::nullopt;
}

bool Ui::was_acted_on(NodeId id, Action::Kind kind) const {
  return std::any_of(actions_.begin(), actions_.end(),
                     [&](const Action& action) { return action.node == id && action.kind == kind; });
}

Interaction Ui::interact(NodeId id, const Rect& rect, bool enabled) {
  Interaction interaction;
  interaction.focused = focused(id);
  interaction.focus_visible = interaction.focused && focus_visible_;
  if (!enabled) {
    return interaction;
  }
  const ImRect box(top_left(rect), bottom_right(rect));
  if (ImGui::ItemAdd(box, id)) {
    interaction.pressed = ImGui::ButtonBehavior(box, id, &interaction.hovered, &interaction.held);
  }
  interaction.pressed = interaction.pressed || was_acted_on(id, Action::Kind::press);
  if (interaction.pressed) {
    settled_ = false;
  }
  return interaction;
}

void Ui::announce(std::string_view sentence, bool assertive) {
  result_.announcements.push_back({std::string(sentence), assertive});
}

const Node* Ui::last(NodeId id) const {
  const auto place = last_index_.find(id);
  return place == last_index_.end() ? nullptr : &result_.tree.nodes[place->second];
}

// ---- Ids -------------------------------------------------------------------------------------------------------------

NodeId Ui::id(Role role, std::string_view label) const {
  const ImGuiID scope = ImGui::GetCurrentWindow()->IDStack.back();
  const ImGuiID labelled = ImHashData(label.data(), label.size(), scope);
  return std::max<NodeId>(1, ImHashData(&role, sizeof(role), labelled));
}

Ui::IdScope::~IdScope() { ImGui::PopID(); }

Ui::IdScope Ui::id_scope(std::string_view label) {
  ImGui::PushID(label.data(), label.data() + label.size());
  return {};
}

Ui::IdScope Ui::id_scope(int number) {
  ImGui::PushID(number);
  return {};
}

Ui::IdScope Ui::id_scope(NodeId id) {
  ImGui::PushOverrideID(id);
  return {};
}

// ---- Semantics -------------------------------------------------------------------------------------------------------

Node& Ui::add(NodeId id, Role role, const Rect& rect) {
  std::vector<Node>& nodes = layers_[static_cast<std::size_t>(layer_)];
  [[maybe_unused]] const bool is_new = index_.emplace(id, std::pair(layer_, static_cast<int>(nodes.size()))).second;
  assert(is_new && "two nodes with one id: give one of them an id of its own, or draw it in an id scope");
  Node& node = nodes.emplace_back();
  node.id = id;
  node.parent = parents_.back();
  node.role = role;
  // A layout that runs out of room subtracts what is not there.
  node.rect = {rect.x, rect.y, std::max(0.0F, rect.width), std::max(0.0F, rect.height)};
  node.clip = clip();
  last_id_ = id;
  return node;
}

Node& Ui::edit(NodeId id) {
  const auto [layer, place] = index_.at(id);
  return layers_[static_cast<std::size_t>(layer)][static_cast<std::size_t>(place)];
}

NodeId Ui::parent() const { return parents_.back(); }

Ui::Scope Ui::open(Role role, std::string_view name, const Rect& rect) {
  return open(id(role, name), role, name, rect);
}

Ui::Scope Ui::open(NodeId id, Role role, std::string_view name, const Rect& rect) {
  add(id, role, rect).name = name;
  parents_.push_back(id);
  return {*this, id, no_layer};
}

Ui::Scope Ui::open_layer(NodeId id, const Rect& rect, bool at_root) {
  const int under = layer_;
  layer_ = static_cast<int>(layer_count_++);
  if (layer_count_ > layers_.size()) {
    layers_.emplace_back();
  }
  parents_.push_back(modal_stack_.empty() || at_root ? 0 : modal_stack_.back());
  char name[16];
  ImFormatString(name, sizeof(name), "layer %08X", id);
  begin_window(name, rect);
  // In the order of drawing, whatever was clicked before.
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  return {*this, id, under};
}

Ui::Scope::Scope(Scope&& other) noexcept
    : ui_(std::exchange(other.ui_, nullptr)), id_(other.id_), layer_(other.layer_) {}

Ui::Scope::~Scope() {
  if (ui_ != nullptr) {
    ui_->close(*this);
  }
}

void Ui::close(const Scope& scope) {
  parents_.pop_back();
  if (scope.layer_ != no_layer) {
    ImGui::End();
    layer_ = scope.layer_;
  }
}

// ---- Drawing ---------------------------------------------------------------------------------------------------------

void Ui::push_clip(const Rect& rect) { ImGui::PushClipRect(top_left(rect), bottom_right(rect), true); }
void Ui::pop_clip() { ImGui::PopClipRect(); }

Rect Ui::clip() const {
  const ImRect& limits = ImGui::GetCurrentWindow()->ClipRect;
  return {limits.Min.x, limits.Min.y, std::max(0.0F, limits.GetWidth()), std::max(0.0F, limits.GetHeight())};
}

bool Ui::is_visible(const Rect& rect) const { return ImGui::IsRectVisible(top_left(rect), bottom_right(rect)); }
ImDrawList& Ui::draw_list() const { return *ImGui::GetWindowDrawList(); }

Shape& Ui::add_shape(Shape::Kind kind, Color color) {
  Shape& shape = result_.picture.shapes.emplace_back();
  const ImVec4& limits = draw_list()._CmdHeader.ClipRect;
  shape.kind = kind;
  shape.layer = layer_;
  shape.clip = {limits.x, limits.y, std::max(0.0F, limits.z - limits.x), std::max(0.0F, limits.w - limits.y)};
  shape.color = color;
  return shape;
}

float Ui::scale() const {
  const float scale = ImGui::GetIO().DisplayFramebufferScale.x;
  return scale > 0 ? scale : 1;
}

}  // namespace gui
