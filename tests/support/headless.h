// Drives a gui::Ui without a browser: finds things by role and name, acts on them as a person would, and keeps a page
// of elements that the mirror's operations are carried out on.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gui/fixed_width_text.h"
#include "gui/mirror.h"
#include "gui/ui.h"

namespace testing_support {

/// Elements as a browser would hold them, changed only by the mirror's operations. Wrong operations (an element
/// that is not there, one made twice) are kept as complaints.
class Page {
 public:
  struct Element {
    std::string tag;
    gui::NodeId parent = 0;
    bool placed = false;
    std::vector<gui::NodeId> children;
    std::map<std::string, std::string, std::less<>> attributes;
    std::string text;
    std::string value;
    gui::Rect rect;  // relative to the parent's content
    float content_width = 0;
    float content_height = 0;
    gui::Point scroll;
  };

  void apply(const std::vector<gui::MirrorOp>& ops);
  [[nodiscard]] const Element* find(gui::NodeId id) const;
  [[nodiscard]] Element& at(gui::NodeId id) { return elements_.at(id); }
  [[nodiscard]] const std::map<gui::NodeId, Element>& elements() const { return elements_; }
  [[nodiscard]] const std::vector<std::string>& complaints() const { return complaints_; }
  /// The last element that was given the focus, until taken.
  [[nodiscard]] std::optional<gui::NodeId> take_focus();
  /// The attribute's value, or "(none)".
  [[nodiscard]] std::string attribute(gui::NodeId id, std::string_view name) const;
  /// Everything that Tab reaches, in its order.
  [[nodiscard]] std::vector<gui::NodeId> tab_order() const;
  /// HTML-like text of everything, for messages.
  [[nodiscard]] std::string dump() const;

 private:
  void apply(const gui::MirrorOp& op);
  void detach(gui::NodeId id);
  void place(const gui::MirrorOp& op);
  void collect_tab_order(gui::NodeId id, std::vector<gui::NodeId>& order) const;
  void dump(gui::NodeId id, int depth, std::string& out) const;

  std::map<gui::NodeId, Element> elements_{{0, {}}};
  std::vector<std::string> complaints_;
  std::optional<gui::NodeId> focus_;
};

/// Letters of one width, and what was drawn with them.
class DrawnText final : public gui::TextEngine {
 public:
  [[nodiscard]] float width(const gui::Font& font, std::string_view text) override { return engine_.width(font, text); }
  [[nodiscard]] gui::FontMetrics metrics(const gui::Font& font) override { return engine_.metrics(font); }
  [[nodiscard]] gui::Run rasterise(const gui::Font& font, ImU32 color, std::string_view text) override {
    drawn.emplace_back(text);
    return engine_.rasterise(font, color, text);
  }

  std::vector<std::string> drawn;

 private:
  gui::FixedWidthText engine_;
};

class Headless;

/// Something found in the tree. Acting on it draws frames until everything has settled.
class Target {
 public:
  Target(Headless& ui, gui::NodeId id, std::string what) : ui_(&ui), id_(id), what_(std::move(what)) {}

  /// Whether it was found. All else fails the test when it was not.
  [[nodiscard]] bool exists() const { return id_ != 0; }
  [[nodiscard]] const gui::Node& node() const;
  [[nodiscard]] gui::NodeId id() const { return id_; }
  [[nodiscard]] const std::string& name() const { return node().name; }
  [[nodiscard]] const std::string& value() const { return node().value; }
  [[nodiscard]] const std::string& error() const { return node().error; }
  [[nodiscard]] const std::string& description() const { return node().description; }
  [[nodiscard]] bool checked() const { return node().checked == gui::Checked::yes; }
  [[nodiscard]] bool disabled() const { return node().disabled; }
  [[nodiscard]] bool focused() const;

  /// Without a pointer: keyboard, assistive technology.
  void press();
  /// With the pointer: moves there, down, up, in the middle of it.
  void click();
  void focus();
  /// Replaces the text, with the focus in it.
  void type(std::string_view text);
  /// Focuses it when it is not, then the key.
  void key(gui::Key key, const gui::Modifiers& modifiers = {});
  void scroll_to(float y);

 private:
  Headless* ui_;
  gui::NodeId id_;
  std::string what_;
};

struct Size {
  float width = 1280;
  float height = 800;
};

class Headless {
 public:
  /// `draw` draws one frame's content.
  explicit Headless(std::function<void(gui::Ui&)> draw, Size size = {}, const gui::Preferences& preferences = {});
  virtual ~Headless() = default;
  Headless(const Headless&) = delete;
  Headless& operator=(const Headless&) = delete;

  // ---- Finding. By the exact accessible name; inside the modal dialog when one is open.
  [[nodiscard]] Target by_role(gui::Role role, std::string_view name = "");
  [[nodiscard]] Target textbox(std::string_view name) { return by_role(gui::Role::textbox, name); }
  [[nodiscard]] Target searchbox(std::string_view name) { return by_role(gui::Role::searchbox, name); }
  [[nodiscard]] Target combobox(std::string_view name) { return by_role(gui::Role::combobox, name); }
  [[nodiscard]] Target button(std::string_view name) { return by_role(gui::Role::button, name); }
  [[nodiscard]] Target link(std::string_view name) { return by_role(gui::Role::link, name); }
  [[nodiscard]] Target switch_control(std::string_view name) { return by_role(gui::Role::switch_control, name); }
  [[nodiscard]] Target grid(std::string_view name) { return by_role(gui::Role::grid, name); }
  [[nodiscard]] Target heading(std::string_view name) { return by_role(gui::Role::heading, name); }
  [[nodiscard]] Target option(std::string_view name) { return by_role(gui::Role::option, name); }
  [[nodiscard]] Target dialog(std::string_view name = "");
  /// A cell of the only grid; `row` from 1 and without the header, `column` from 1, both as reported.
  [[nodiscard]] Target cell(int row, int column);
  [[nodiscard]] int count(gui::Role role) const;
  /// Whether any node's name, value, description or error contains the text.
  [[nodiscard]] bool text_visible(std::string_view text) const;
  [[nodiscard]] const gui::Tree& tree() const { return tree_; }
  [[nodiscard]] gui::NodeId focused() const { return focus_; }
  [[nodiscard]] const gui::Node* focused_node() const;

  // ---- Acting where the focus or the pointer is
  void key(gui::Key key, const gui::Modifiers& modifiers = {});
  /// A key by KeyboardEvent.key, for shortcuts. False when nobody wanted it.
  bool shortcut(std::string_view key, const gui::Modifiers& modifiers = {});
  void move_pointer(gui::Point position);
  void click(gui::Point position);
  /// Only the pointer, where it is; the focus stays as it is.
  void pointer_down();
  void pointer_up();
  void tab(bool backwards = false);
  void act(gui::Action action);
  void give_focus(gui::NodeId id, bool visible);
  void blur();
  void resize(Size size);
  void set_preferences(const gui::Preferences& preferences);

  // ---- Frames
  /// Draws until nothing changes any more; fails the test after 50 frames. Returns how many it took.
  virtual int settle();
  /// Exactly one.
  const gui::FrameResult& frame();
  [[nodiscard]] int frames_drawn() const { return frames_drawn_; }
  /// The texts the last frame drew, as drawn: with "…" where there was no room for more.
  [[nodiscard]] const std::vector<std::string>& drawn_texts() const { return text_.drawn; }
  [[nodiscard]] gui::Ui& ui() { return ui_; }
  [[nodiscard]] Page& page() { return page_; }
  [[nodiscard]] const std::vector<gui::MirrorOp>& last_ops() const { return last_ops_; }
  [[nodiscard]] const std::vector<gui::Announcement>& announcements() const { return announcements_; }
  /// The tree as indented lines.
  [[nodiscard]] std::string dump() const;

 protected:
  /// More work that came up outside of drawing, e.g. replies; false when there was none.
  virtual bool work() { return false; }
  virtual void announced(const gui::Announcement& /*announcement*/) {}

 private:
  friend class Target;
  [[nodiscard]] const gui::Node* find(gui::NodeId id) const;
  [[nodiscard]] gui::NodeId modal() const;
  [[nodiscard]] bool is_inside(const gui::Node& node, gui::NodeId container) const;
  [[nodiscard]] gui::NodeId focusable_at(gui::Point position) const;
  [[nodiscard]] bool keeps_focus_at(gui::Point position) const;

  DrawnText text_;
  gui::Ui ui_{text_};
  gui::Mirror mirror_;
  Page page_;
  std::function<void(gui::Ui&)> draw_;
  Size size_;
  gui::Preferences preferences_;
  gui::Tree tree_;
  std::vector<gui::MirrorOp> last_ops_;
  std::vector<gui::Announcement> announcements_;
  gui::NodeId focus_ = 0;
  int frames_drawn_ = 0;
  bool settled_ = false;
};

/// The tree as indented lines, for messages.
[[nodiscard]] std::string dump(const gui::Tree& tree);

}  // namespace testing_support
