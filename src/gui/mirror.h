// Turns the semantics tree into changes of real HTML elements over the canvas. Pure: it knows what the page looks like
// and says what to do; whoever owns the page does it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gui/frame.h"
#include "gui/mirror_element.h"
#include "gui/semantics.h"

namespace gui {

/// One change of the page. Ids are NodeIds, or made by the mirror for hidden texts; 0 is the root element.
struct MirrorOp {
  enum class Kind : std::uint8_t {
    create,            // a new element: `name` is its tag; stands nowhere yet
    remove,            // those inside that go too are removed by operations of their own before
    place,             // into `parent`, before the sibling `before` (0: at the end)
    attribute,         // `name`, `text`; the empty text too
    remove_attribute,  // `name`
    text,              // the text the element itself holds, besides its child elements
    value,             // of an input or textarea
    rectangle,         // x, y, width, height in CSS pixels, relative to the content origin of its parent
    content_size,      // of a scroll area: width (0: it does not scroll sideways) and height of what is inside
    scroll_to,         // of a scroll area: x, y
    focus,
    select_text,  // all text of an input or textarea
  };
  Kind kind = Kind::create;
  NodeId node = 0;
  NodeId parent = 0;
  NodeId before = 0;
  std::string_view name;  // a constant
  std::string text;
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;
};

/// Elements get `class` "scroll-y" (only vertical), "scroll-both", "code" (text boxes in monospace), and the hidden
/// texts that fields refer to "description" and "error". A listbox has `data-keep-focus`: a mouse button going down
/// in it must not take the focus from where it is. DOM ids are "n" and the number, where something refers to them.
class Mirror {
 public:
  Mirror();

  /// What must change so that the page shows this frame. The list and its texts last until the next call.
  const std::vector<MirrorOp>& update(const FrameResult& frame);

  /// Whether the page may follow a moment after the canvas: nothing changes that the browser shows itself or acts on, that
  /// is text boxes, the focus, a selection or how far something is scrolled. The next update() makes up for it.
  [[nodiscard]] bool can_wait(const FrameResult& frame) const;

  /// Tells what the page did by itself, in the order it happened: typed text and scrolling are there already and are
  /// not written again, which would move the caret or stop the scrolling. Other actions are ignored.
  void observe(const Action& action);

 private:
  struct Shown {
    NodeMeaning meaning;
    Rect rect;       // in the window, of this frame
    Point scrolled;  // in this frame
    Element element;
    Rect relative;  // as the page has it
    std::string value;
    Point scroll;
    float content_width = -1;
    float content_height = -1;
    bool inert = false;
    bool placed = false;
    NodeId parent = 0;  // where it is placed
    std::vector<NodeId> children;
    std::vector<NodeId> next_children;
    std::uint32_t seen = 0;  // the last frame it was in
    int order = 0;           // while children are put in order
  };

  void show(const Node& node);
  void show_element(Shown& shown, NodeId id, Element&& element);
  void show_hidden_text(const Node& node, HiddenText which, std::string_view text);
  void show_value(const Node& node, Shown& shown);
  void show_place(const Node& node, Shown& shown);
  void show_scroll(const Node& node, Shown& shown);
  void remove_missing();
  void place_children(NodeId parent);
  MirrorOp& op(MirrorOp::Kind kind, NodeId node);

  /// Whether what the browser itself shows of a node is up to date.
  static bool is_shown(const Node& node, const Shown& shown);

  std::unordered_map<NodeId, Shown> shown_;
  std::size_t browsers_own_ = 0;  // how many of them the browser shows or scrolls itself
  std::vector<NodeId> order_;     // of this frame, hidden texts included
  std::vector<NodeId> last_order_;
  std::vector<MirrorOp> ops_;
  std::vector<MirrorOp> late_ops_;  // what needs everything in its place
  NodeId modal_ = 0;
  std::uint32_t frame_ = 0;
};

}  // namespace gui
