// What a frame has to say to the world it was drawn in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gui/picture.h"
#include "gui/semantics.h"

namespace gui {

/// A sentence to read out, not tied to any node.
struct Announcement {
  std::string sentence;
  bool assertive = false;
};

struct FrameResult {
  Tree tree;
  std::optional<NodeId> focus;        // give it the focus; it is in `tree`
  std::optional<NodeId> select_text;  // select all text of this text box; it is in `tree`
  std::vector<Announcement> announcements;
  Picture picture;      // empty unless Ui::record_picture() was called
  bool settled = true;  // false: something was acted on, so built once more it will look different
};

}  // namespace gui
