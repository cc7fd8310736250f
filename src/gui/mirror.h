// Turns the semantics tree into changes of real HTML elements over the canvas. Pure: it knows what the page looks like
// and says what to do; whoever owns the page does it.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gui/frame.h"
#include "gui/semantics.h"

namespace gui {

/// One change of the page. Ids are NodeIds, or made by the mirror for hidden texts; 0 is the root element.
struct MirrorOp {
  enum class Kind : std::uint8_t {
    create,            // a new element: `name` is its tag; stands nowhere yet
    remove,            // with everything in it; those inside are removed by operations of their own before
    place,             // into `parent`, before the sibling `before` (0: at the end)
    attribute,         // `name`, `text`; the empty text too
    remove_attribute,  // `name`
    text,              // the text the element itself holds, besides its child elements
    value,             // of an input or textarea
    rectangle,         // x, y, width, height in CSS pixels, relative to the content origin of its parent
    content_size,      // of a scroll area: width and height of its spacer
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

/// Elements get `class` "scroll-y" (only vertical), "scroll-both", "monospace" (text boxes), "description", "error"
/// (hidden texts that fields refer to). DOM ids, made only where something refers to them, are "n" and the number.
class Mirror {
 public:
  /// What must change so that the page shows this frame. The list and its texts last until the next call.
  const std::vector<MirrorOp>& update(const FrameResult& frame);

  /// Tells what the page did by itself, in the order it happened: typed text and scrolling are there already and are
  /// not written again, which would move the caret or stop the scrolling. Other actions are ignored.
  void observe(const Action& action);

 private:
  struct Shown {
    Node node;
    NodeId next = 0;  // the sibling behind it
    bool inert = false;
    std::string value;       // as the page has it
    Point scroll;            // as the page has it
    std::uint32_t seen = 0;  // the last frame it was in
  };

  void show(const Node& node);

  std::unordered_map<NodeId, Shown> shown_;
  std::vector<NodeId> order_;
  std::vector<MirrorOp> ops_;
  std::uint32_t frame_ = 0;
};

}  // namespace gui
