// Turns the semantics tree into changes of real HTML elements.
#include "gui/mirror.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace gui {

namespace {

// To 1/64 px, the finest that browsers lay out.
float rounded(double pixels) { return static_cast<float>(std::round(pixels * 64) / 64); }

bool has_attribute(const std::vector<Attribute>& attributes, std::string_view name) {
  return std::any_of(attributes.begin(), attributes.end(), [&](const Attribute& a) { return a.name == name; });
}

bool is_browsers_own(const Node& node) { return has_value(node.role) || node.scrolls; }

// A browser may show more than the ends for a moment while it bounces: that is not to be corrected.
bool is_scrolled_to(const Node& node, const Point& shown) {
  const Point known{std::clamp(shown.x, 0.0F, std::max(0.0F, node.content_width - node.rect.width)),
                    std::clamp(shown.y, 0.0F, std::max(0.0F, node.content_height - node.rect.height))};
  return known == node.scroll;
}

// The members of the longest increasing part of `numbers`, leaving out negative ones: what need not be moved.
std::vector<bool> longest_increasing(const std::vector<int>& numbers) {
  constexpr auto none = static_cast<std::size_t>(-1);
  std::vector<std::size_t> ends;  // ends[n]: where the best increasing part of n + 1 numbers ends
  std::vector<std::size_t> before(numbers.size(), none);
  for (std::size_t at = 0; at < numbers.size(); ++at) {
    if (numbers[at] < 0) {
      continue;
    }
    const auto place = std::lower_bound(ends.begin(), ends.end(), numbers[at],
                                        [&](std::size_t end, int number) { return numbers[end] < number; });
    if (place != ends.begin()) {
      before[at] = *(place - 1);
    }
    if (place == ends.end()) {
      ends.push_back(at);
    } else {
      *place = at;
    }
  }
  std::vector<bool> members(numbers.size(), false);
  for (std::size_t at = ends.empty() ? none : ends.back(); at != none; at = before[at]) {
    members[at] = true;
  }
  return members;
}

}  // namespace

Mirror::Mirror() { shown_[0].placed = true; }

MirrorOp& Mirror::op(MirrorOp::Kind kind, NodeId node) {
  MirrorOp& made = ops_.emplace_back();
  made.kind = kind;
  made.node = node;
  return made;
}

void Mirror::observe(const Action& action) {
  const auto shown = shown_.find(action.node);
  if (shown == shown_.end()) {
    return;
  }
  if (action.kind == Action::Kind::set_value) {
    shown->second.value = action.value;
  } else if (action.kind == Action::Kind::scroll) {
    shown->second.scroll = action.scroll;
  }
}

const std::vector<MirrorOp>& Mirror::update(const FrameResult& frame) {
  ops_.clear();
  late_ops_.clear();
  ++frame_;
  std::swap(order_, last_order_);
  order_.clear();
  modal_ = 0;
  browsers_own_ = 0;
  for (const Node& node : frame.tree.nodes) {
    modal_ = node.modal ? node.id : modal_;
    browsers_own_ += is_browsers_own(node) ? 1 : 0;
  }
  for (const Node& node : frame.tree.nodes) {
    show(node);
  }
  remove_missing();
  place_children(0);
  for (const NodeId id : order_) {
    place_children(id);
  }
  std::move(late_ops_.begin(), late_ops_.end(), std::back_inserter(ops_));
  if (frame.focus) {
    op(MirrorOp::Kind::focus, *frame.focus);
  }
  if (frame.select_text) {
    op(MirrorOp::Kind::select_text, *frame.select_text);
  }
  return ops_;
}

bool Mirror::can_wait(const FrameResult& frame) const {
  if (frame.focus || frame.select_text) {
    return false;
  }
  std::size_t browsers_own = 0;
  for (const Node& node : frame.tree.nodes) {
    if (is_browsers_own(node)) {
      const auto shown = shown_.find(node.id);
      if (shown == shown_.end() || !is_shown(node, shown->second)) {
        return false;
      }
      ++browsers_own;
    }
  }
  return browsers_own == browsers_own_;
}

bool Mirror::is_shown(const Node& node, const Shown& shown) {
  if (shown.rect != node.rect || (node.scrolls && !is_scrolled_to(node, shown.scroll))) {
    return false;
  }
  if (!has_value(node.role)) {
    return true;
  }
  const NodeMeaning& to_show = node;
  NodeMeaning meaning = to_show;
  meaning.value = shown.meaning.value;  // what was typed is there already
  return shown.value == node.value && shown.meaning == meaning;
}

// ---- One node --------------------------------------------------------------------------------------------------------

void Mirror::show(const Node& node) {
  Shown& shown = shown_[node.id];
  const bool inert = modal_ != 0 && node.parent == 0 && node.id != modal_;
  const bool is_new = shown.element.tag.empty();
  shown.seen = frame_;
  shown.rect = node.rect;
  shown.scrolled = node.scroll;
  order_.push_back(node.id);
  shown_.at(node.parent).next_children.push_back(node.id);
  const NodeMeaning& meaning = node;
  if (is_new || inert != shown.inert || shown.meaning != meaning) {
    show_element(shown, node.id, element_of(node, inert));
    shown.meaning = meaning;
    shown.inert = inert;
  }
  show_value(node, shown);
  show_place(node, shown);
  show_scroll(node, shown);
  if (has_hidden_texts(node.role)) {
    show_hidden_text(node, HiddenText::error, node.error);
    show_hidden_text(node, HiddenText::description, node.description);
  }
}

void Mirror::show_element(Shown& shown, NodeId id, Element&& element) {
  if (shown.element.tag != element.tag) {
    if (!shown.element.tag.empty()) {
      // A tag cannot be changed. What was inside is placed anew.
      op(MirrorOp::Kind::remove, id);
      for (const NodeId child : shown.children) {
        shown_.at(child).placed = false;
      }
      shown.children.clear();
      shown.element = {};
      shown.value.clear();
      shown.relative = {};
      shown.content_width = shown.content_height = -1;
      shown.placed = false;
    }
    op(MirrorOp::Kind::create, id).name = element.tag;
  }
  for (const Attribute& old : shown.element.attributes) {
    if (!has_attribute(element.attributes, old.name)) {
      op(MirrorOp::Kind::remove_attribute, id).name = old.name;
    }
  }
  for (const Attribute& attribute : element.attributes) {
    const auto& old = shown.element.attributes;
    if (std::find(old.begin(), old.end(), attribute) == old.end()) {
      MirrorOp& change = op(MirrorOp::Kind::attribute, id);
      change.name = attribute.name;
      change.text = attribute.value;
    }
  }
  if (shown.element.text != element.text) {
    op(MirrorOp::Kind::text, id).text = element.text;
  }
  shown.element = std::move(element);
}

void Mirror::show_value(const Node& node, Shown& shown) {
  if (has_value(node.role) && node.value != shown.value) {
    op(MirrorOp::Kind::value, node.id).text = node.value;
    shown.value = node.value;
  }
}

// A parent's content begins at its corner, moved by its scroll offset: so scrolling moves no child.
void Mirror::show_place(const Node& node, Shown& shown) {
  const Shown& parent = shown_.at(node.parent);
  const auto relative = [](float child, float origin, float scroll) {
    return rounded(static_cast<double>(child) - static_cast<double>(origin) + static_cast<double>(scroll));
  };
  const Rect rect{relative(node.rect.x, parent.rect.x, parent.scrolled.x),
                  relative(node.rect.y, parent.rect.y, parent.scrolled.y),
                  rounded(static_cast<double>(node.rect.width)), rounded(static_cast<double>(node.rect.height))};
  if (rect == shown.relative) {
    return;
  }
  shown.relative = rect;
  MirrorOp& change = op(MirrorOp::Kind::rectangle, node.id);
  change.x = rect.x;
  change.y = rect.y;
  change.width = rect.width;
  change.height = rect.height;
}

void Mirror::show_scroll(const Node& node, Shown& shown) {
  if (!node.scrolls) {
    return;
  }
  if (node.content_width != shown.content_width || node.content_height != shown.content_height) {
    shown.content_width = node.content_width;
    shown.content_height = node.content_height;
    MirrorOp& change = op(MirrorOp::Kind::content_size, node.id);
    change.width = node.content_width;
    change.height = node.content_height;
  }
  if (is_scrolled_to(node, shown.scroll)) {
    return;
  }
  shown.scroll = node.scroll;
  MirrorOp& change = late_ops_.emplace_back();
  change.kind = MirrorOp::Kind::scroll_to;
  change.node = node.id;
  change.x = node.scroll.x;
  change.y = node.scroll.y;
}

void Mirror::show_hidden_text(const Node& node, HiddenText which, std::string_view text) {
  if (text.empty()) {
    return;
  }
  const NodeId id = hidden_text_id(node.id, which);
  Shown& shown = shown_[id];
  shown.seen = frame_;
  order_.push_back(id);
  shown_.at(node.parent).next_children.push_back(id);
  if (shown.element.text != text) {
    show_element(shown, id, hidden_text_element(node.id, which, text));
  }
}

// ---- All of them -----------------------------------------------------------------------------------------------------

// What is inside goes first.
void Mirror::remove_missing() {
  for (auto id = last_order_.rbegin(); id != last_order_.rend(); ++id) {
    const auto shown = shown_.find(*id);
    if (shown != shown_.end() && shown->second.seen != frame_) {
      op(MirrorOp::Kind::remove, *id);
      shown_.erase(shown);
    }
  }
}

void Mirror::place_children(NodeId parent) {
  Shown& container = shown_.at(parent);
  std::vector<NodeId>& next = container.next_children;
  if (container.children != next || std::any_of(next.begin(), next.end(), [&](NodeId id) {
        const Shown& child = shown_.at(id);
        return !child.placed || child.parent != parent;
      })) {
    int count = 0;
    for (const NodeId id : container.children) {
      if (const auto child = shown_.find(id); child != shown_.end()) {
        child->second.order = count++;
      }
    }
    std::vector<int> orders;
    orders.reserve(next.size());
    for (const NodeId id : next) {
      const Shown& child = shown_.at(id);
      orders.push_back(child.placed && child.parent == parent ? child.order : -1);
    }
    const std::vector<bool> stays = longest_increasing(orders);
    // From the end, so that the sibling it is put before is in its place already.
    for (std::size_t at = next.size(); at-- > 0;) {
      if (!stays[at]) {
        MirrorOp& change = op(MirrorOp::Kind::place, next[at]);
        change.parent = parent;
        change.before = at + 1 < next.size() ? next[at + 1] : 0;
        shown_.at(next[at]).placed = true;
        shown_.at(next[at]).parent = parent;
      }
    }
    std::swap(container.children, next);
  }
  next.clear();
}

}  // namespace gui
