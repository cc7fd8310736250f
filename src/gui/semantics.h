// The semantics tree: what every drawn thing is, says and can do. It is built anew each frame, next to the drawing,
// and serves assistive technology, native text editing, browser tests and headless tests alike.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "gui/geometry.h"

namespace gui {

/// Identifies a node across frames: the Dear ImGui id of the widget. 0 is "none" and, as a parent, the root.
using NodeId = std::uint32_t;

/// Roles of WAI-ARIA 1.2 that the toolkit draws.
enum class Role : std::uint8_t {
  group,
  banner,
  main,
  navigation,
  search,
  region,
  complementary,
  form,
  heading,
  text,
  paragraph,
  code,
  list,
  list_item,
  link,
  button,
  switch_control,
  checkbox,
  textbox,
  searchbox,
  combobox,
  listbox,
  option,
  option_group,
  grid,
  row_group,
  row,
  column_header,
  grid_cell,
  dialog,
  alert_dialog,
  alert,
  status,
  progress_bar,
  separator,
  image,
};

/// Keys a node wants for itself while it has the focus. All other keys are left to the browser.
enum Key : std::uint32_t {
  key_none = 0,
  key_up = 1U << 0,
  key_down = 1U << 1,
  key_left = 1U << 2,
  key_right = 1U << 3,
  key_home = 1U << 4,
  key_end = 1U << 5,
  key_page_up = 1U << 6,
  key_page_down = 1U << 7,
  key_enter = 1U << 8,
  key_space = 1U << 9,
  key_escape = 1U << 10,
  key_tab = 1U << 11,
  key_delete = 1U << 12,
};

enum class Checked : std::uint8_t { not_checkable, no, yes, mixed };
enum class Expanded : std::uint8_t { not_expandable, no, yes };
enum class Sort : std::uint8_t { unsorted, ascending, descending };

/// What one thing on the screen is, without where it stands.
struct NodeMeaning {
  NodeId id = 0;
  NodeId parent = 0;
  Role role = Role::group;

  std::string name;          // accessible name; for text roles the text itself
  std::string value;         // text boxes: the whole text; progress bars: 0..100, empty while unknown
  std::string placeholder;   // text boxes: shown while empty
  std::string description;   // one sentence more, read after the name
  std::string error;         // why the value is not accepted; empty when it is
  std::string autocomplete;  // HTML autofill token for text boxes, e.g. "off"
  std::string href;          // links only

  bool focusable = false;    // can take the focus at all
  bool in_tab_order = true;  // reached by Tab (a roving focus leaves only one item in)
  bool disabled = false;
  bool read_only = false;
  bool required = false;
  bool multiline = false;
  bool monospace = false;  // text boxes: the font of the native field
  bool compact = false;    // paragraphs: TextStyle::compact, not body
  bool current = false;    // links: leads to the place we are at
  bool modal = false;      // dialogs: everything outside is out of reach
  bool busy = false;
  bool selected = false;
  bool selectable = false;  // options and rows: `selected` means something
  Checked checked = Checked::not_checkable;
  Expanded expanded = Expanded::not_expandable;
  Sort sort = Sort::unsorted;
  bool sortable = false;

  int level = 0;       // headings: 1..6
  int row_count = -1;  // grids: all rows, header included; -1 when not a grid
  int column_count = -1;
  int row_index = 0;  // rows and cells, from 1, header included; 0 when not in a grid
  int column_index = 0;
  int position_in_set = 0;  // options, from 1
  int set_size = 0;

  NodeId controls = 0;           // combobox: its listbox
  NodeId active_descendant = 0;  // combobox: the option the arrow keys are on

  std::uint32_t keys = key_none;  // which keys it handles itself while focused

  // Scroll areas: the size of what is inside. Children are positioned relative to the content's origin.
  bool scrolls = false;
  float content_width = 0;  // 0: it does not scroll horizontally
  float content_height = 0;

  friend bool operator==(const NodeMeaning&, const NodeMeaning&) = default;
};

/// One thing on the screen.
struct Node : NodeMeaning {
  Rect rect;     // in the window, CSS pixels, as drawn in this frame
  Rect clip;     // the visible part's limits
  Point scroll;  // scroll areas: the offset

  friend bool operator==(const Node&, const Node&) = default;
};

/// All nodes of one frame in reading order; a parent stands before its children.
struct Tree {
  std::vector<Node> nodes;
};

/// What happened to a node from outside: a click without a pointer, typed text, a key, focus, scrolling.
struct Action {
  enum class Kind : std::uint8_t { press, set_value, key, focus, blur, scroll };
  Kind kind = Kind::press;
  NodeId node = 0;
  std::string value;   // set_value: the whole new text
  Key key = key_none;  // key: which one
  bool shift = false;  // key: modifiers held
  bool control_or_command = false;
  bool alt = false;
  bool focus_visible = false;  // focus: whether the browser would draw a ring
  Point scroll;                // scroll: the new offset

  friend bool operator==(const Action&, const Action&) = default;
};

}  // namespace gui
