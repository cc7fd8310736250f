// The toolkit's context: one per window. Widgets are free functions that take it, draw, and report to the tree.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gui/frame.h"
#include "gui/geometry.h"
#include "gui/semantics.h"
#include "gui/text_engine.h"
#include "gui/theme.h"

struct ImDrawList;
struct ImGuiContext;

namespace gui {

/// Keys held with another. `control_or_command` is Command on Apple's keyboards and Control on all others; `other` is
/// the one of the two that is not: keys with it are never taken from the browser.
struct Modifiers {
  bool shift = false;
  bool control_or_command = false;
  bool alt = false;
  bool other = false;

  friend bool operator==(const Modifiers&, const Modifiers&) = default;
};

/// A key that acts wherever the focus is. `key` is KeyboardEvent.key, letters in lower case, e.g. "s", "/", "Enter".
/// Without Control, Command or Alt it is left alone while text is edited.
struct Shortcut {
  std::string_view key;
  Modifiers modifiers;
};

/// Something a widget remembers between frames. Derive from it and ask Ui::state.
struct WidgetState {
  WidgetState() = default;
  WidgetState(const WidgetState&) = delete;
  WidgetState& operator=(const WidgetState&) = delete;
  virtual ~WidgetState() = default;
};

/// How the pointer and the keyboard act on a widget in this frame.
struct Interaction {
  bool hovered = false;
  bool held = false;     // the pointer is down on it
  bool pressed = false;  // clicked, or pressed without a pointer
  bool focused = false;
  bool focus_visible = false;
};

class Ui {
 public:
  /// Makes the Dear ImGui context, so that ImGui::GetIO() works from here on. `text` outlives this.
  explicit Ui(TextEngine& text);
  ~Ui();
  Ui(const Ui&) = delete;
  Ui& operator=(const Ui&) = delete;

  // ---- For the platform -------------------------------------------------------------------------------------------

  /// Between ImGui::NewFrame() and the application's drawing. The window's size is ImGuiIO::DisplaySize.
  void begin_frame(const Preferences& preferences);
  /// Before ImGui::Render(). The result stays until the next begin_frame().
  const FrameResult& end_frame();
  /// What that was, until the next frame is begun.
  [[nodiscard]] const FrameResult& result() const { return result_; }

  /// From the next frame on, what is drawn becomes shapes (FrameResult::picture) and no triangles.
  void record_picture() { records_picture_ = true; }

  /// Queues what happened; the next frame works on it. Keys go to the nearest node that wants them, from `action.node`
  /// upwards.
  void act(Action action);
  /// Whether the widget with the focus (0: none), or one round it, takes this key, so that the browser must not.
  [[nodiscard]] bool wants_key(NodeId focused, Key key, const Modifiers& modifiers) const;
  /// Whether a shortcut of the last frame takes this key. `editing`: a text field has the focus.
  [[nodiscard]] bool wants_shortcut(std::string_view key, const Modifiers& modifiers, bool editing) const;
  /// Queues a shortcut; the next frame works on it.
  void press_shortcut(std::string_view key, const Modifiers& modifiers);

  // ---- For screens ------------------------------------------------------------------------------------------------

  [[nodiscard]] const Theme& theme() const { return theme_; }
  [[nodiscard]] TextEngine& text() { return text_; }
  [[nodiscard]] Rect viewport() const { return viewport_; }
  /// Claims a shortcut for this frame; true when it was pressed.
  [[nodiscard]] bool shortcut(const Shortcut& wanted);
  /// Moves the focus at the end of this frame, or of one of the next few when the node is not there yet.
  void request_focus(NodeId node);
  void announce(std::string_view sentence, bool assertive = false);
  /// Asks for this frame to be built once more before anybody sees it: what was drawn already has changed since. What moves
  /// by itself asks the platform for its next frame instead.
  void request_frame() { settled_ = false; }

  [[nodiscard]] NodeId focus() const { return focus_; }
  [[nodiscard]] bool focus_visible() const { return focus_visible_; }
  /// The node as it was in the last frame, or null.
  [[nodiscard]] const Node* last(NodeId id) const;
  /// Of the node that was added last in this frame (0 at its beginning): e.g. to ask for the focus.
  [[nodiscard]] NodeId last_id() const { return last_id_; }

  // ---- Ids --------------------------------------------------------------------------------------------------------

  /// The id of a thing with this role and label inside the current id scopes. Equal labels need different scopes.
  [[nodiscard]] NodeId id(Role role, std::string_view label) const;

  class IdScope {
   public:
    ~IdScope();
    IdScope(const IdScope&) = delete;
    IdScope& operator=(const IdScope&) = delete;

   private:
    friend class Ui;
    IdScope() = default;
  };
  [[nodiscard]] IdScope id_scope(std::string_view label);
  [[nodiscard]] IdScope id_scope(int number);
  /// Everything inside belongs to one thing: equal labels elsewhere are no longer equal.
  [[nodiscard]] IdScope id_scope(NodeId id);

  // ---- Semantics --------------------------------------------------------------------------------------------------

  /// Adds a node to the container that is open; its parent and clip are filled in. Returns it for more to be set; the
  /// reference lasts until the next node is added.
  Node& add(NodeId id, Role role, const Rect& rect);

  /// Closes its container at its end.
  class Scope {
   public:
    ~Scope();
    Scope(Scope&& other) noexcept;
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;
    Scope& operator=(Scope&&) = delete;
    [[nodiscard]] NodeId id() const { return id_; }

   private:
    friend class Ui;
    Scope(Ui& ui, NodeId id, int layer) : ui_(&ui), id_(id), layer_(layer) {}
    Ui* ui_;
    NodeId id_;
    int layer_;  // to return to; -1: the one of the container
  };
  /// Adds a container; what is added until the scope ends is inside. E.g. `auto main = ui.open(Role::main, "", rect);`
  [[nodiscard]] Scope open(Role role, std::string_view name, const Rect& rect);
  /// The same with a given id; set more on it with edit().
  [[nodiscard]] Scope open(NodeId id, Role role, std::string_view name, const Rect& rect);
  /// A node added in this frame.
  [[nodiscard]] Node& edit(NodeId id);
  [[nodiscard]] NodeId parent() const;

  // ---- For widgets ------------------------------------------------------------------------------------------------

  /// What is added and drawn until the scope ends stands over everything so far: popups, dialogs. Its nodes belong to
  /// the root, or to the modal dialog that is being drawn. Covers the pointer in `rect`; begins a Dear ImGui window.
  [[nodiscard]] Scope open_layer(NodeId id, const Rect& rect, bool at_root = false);
  /// Remembers that a modal dialog is being drawn, for layers and shortcuts inside it.
  void begin_modal(NodeId id);
  void end_modal();
  /// Whether this modal dialog was drawn in the last frame.
  [[nodiscard]] bool is_open(NodeId modal) const;

  /// Pointer and press actions on a rectangle. Call once per id and frame, before or after add().
  [[nodiscard]] Interaction interact(NodeId id, const Rect& rect, bool enabled = true);
  /// Interaction without the pointer: focus only.
  [[nodiscard]] bool focused(NodeId id) const { return focus_ == id && id != 0; }
  /// The actions of one kind that came for this node, in their order. Another frame will follow when there are any.
  [[nodiscard]] std::vector<Action> take_actions(NodeId id) const;
  [[nodiscard]] bool was_acted_on(NodeId id, Action::Kind kind) const;
  /// The text that was typed into this node last, if any was.
  [[nodiscard]] std::optional<std::string> take_value(NodeId id) const;
  void select_text(NodeId id) { select_text_ = id; }

  /// Limits drawing, the pointer and Node::clip to a rectangle (and to those round it) until pop_clip().
  void push_clip(const Rect& rect);
  void pop_clip();
  [[nodiscard]] Rect clip() const;
  [[nodiscard]] bool is_visible(const Rect& rect) const;
  [[nodiscard]] ImDrawList& draw_list() const;
  /// Where shapes are recorded in place of drawing them, or null. Adds nothing by itself.
  [[nodiscard]] Picture* picture() { return records_picture_ ? &result_.picture : nullptr; }
  /// A new shape of the picture, over all others of its layer; clip and layer are filled in.
  Shape& add_shape(Shape::Kind kind, Color color);
  /// Device pixels per CSS pixel.
  [[nodiscard]] float scale() const;

  /// What a widget remembers, made on first use.
  template <typename State>
  [[nodiscard]] State& state(NodeId id) {
    static const char type = 0;
    std::unique_ptr<WidgetState>& place = states_[{id, &type}];
    if (place == nullptr) place = std::make_unique<State>();
    return static_cast<State&>(*place);
  }

 private:
  struct StateKey {
    NodeId id = 0;
    const void* type = nullptr;
    friend bool operator==(const StateKey&, const StateKey&) = default;
  };
  struct StateKeyHash {
    std::size_t operator()(const StateKey& key) const {
      return std::hash<const void*>{}(key.type) ^ (static_cast<std::size_t>(key.id) * 0x9E3779B1U);
    }
  };
  struct PendingShortcut {
    std::string key;
    Modifiers modifiers;
  };
  struct ClaimedShortcut {
    std::string key;
    Modifiers modifiers;
    NodeId modal = 0;
  };

  void take_focus_actions();
  void close(const Scope& scope);
  void finish_focus();
  void finish_dialogs();
  [[nodiscard]] NodeId receiver(NodeId focused, Key key, const Modifiers& modifiers) const;
  [[nodiscard]] bool is_inside(NodeId id, NodeId container) const;  // in this frame
  [[nodiscard]] NodeId first_focusable_in(NodeId container) const;

  struct Modal {
    NodeId id = 0;
    NodeId return_focus = 0;
    bool drawn = false;
    bool appearing = false;
  };
  static constexpr int no_layer = -1;

  TextEngine& text_;
  ImGuiContext* context_ = nullptr;
  Theme theme_;
  Rect viewport_;

  FrameResult result_;                     // being built, then shown
  std::vector<std::vector<Node>> layers_;  // [0] is the page, the others stand over it in this order
  std::size_t layer_count_ = 0;
  int layer_ = 0;
  std::unordered_map<NodeId, std::pair<int, int>> index_;  // this frame: layer and place
  std::unordered_map<NodeId, std::size_t> last_index_;     // of result_.tree
  std::vector<NodeId> parents_;
  NodeId last_id_ = 0;

  std::vector<Action> incoming_;
  std::vector<Action> actions_;  // this frame's
  std::vector<PendingShortcut> incoming_shortcuts_;
  std::vector<PendingShortcut> pressed_shortcuts_;
  std::vector<ClaimedShortcut> claimed_;       // this frame
  std::vector<ClaimedShortcut> last_claimed_;  // the one before

  NodeId focus_ = 0;
  bool focus_visible_ = false;
  NodeId wanted_focus_ = 0;
  int frames_to_find_it_ = 0;
  NodeId select_text_ = 0;
  bool settled_ = true;
  bool records_picture_ = false;

  std::vector<Modal> modals_;
  std::vector<NodeId> modal_stack_;  // those being drawn now
  std::unordered_map<StateKey, std::unique_ptr<WidgetState>, StateKeyHash> states_;
};

}  // namespace gui
