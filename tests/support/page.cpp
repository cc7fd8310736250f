// Elements as a browser would hold them, changed only by the mirror's operations.
#include <algorithm>
#include <sstream>

#include "support/headless.h"

namespace testing_support {

namespace {

bool takes_focus_by_itself(const Page::Element& element) {
  return element.tag == "button" || element.tag == "a" || element.tag == "input" || element.tag == "textarea";
}

}  // namespace

void Page::apply(const std::vector<gui::MirrorOp>& ops) {
  for (const gui::MirrorOp& op : ops) {
    if (op.kind == gui::MirrorOp::Kind::create) {
      if (!elements_.try_emplace(op.node).second) {
        complaints_.push_back("made twice: " + std::to_string(op.node));
      }
      elements_.at(op.node).tag = op.name;
    } else if (!elements_.contains(op.node)) {
      complaints_.push_back("changed without being there: " + std::to_string(op.node));
    } else {
      apply(op);
    }
  }
}

void Page::detach(gui::NodeId id) {
  Element& element = elements_.at(id);
  if (element.placed && elements_.contains(element.parent)) {
    std::erase(elements_.at(element.parent).children, id);
  }
  element.placed = false;
}

void Page::place(const gui::MirrorOp& op) {
  if (!elements_.contains(op.parent)) {
    complaints_.push_back("placed into nothing: " + std::to_string(op.node));
    return;
  }
  detach(op.node);
  std::vector<gui::NodeId>& siblings = elements_.at(op.parent).children;
  const auto before = std::find(siblings.begin(), siblings.end(), op.before);
  if (op.before != 0 && before == siblings.end()) {
    complaints_.push_back("placed before what is not there: " + std::to_string(op.node));
  }
  siblings.insert(before, op.node);
  elements_.at(op.node).parent = op.parent;
  elements_.at(op.node).placed = true;
}

void Page::apply(const gui::MirrorOp& op) {
  Element& element = elements_.at(op.node);
  switch (op.kind) {
    case gui::MirrorOp::Kind::create:
      break;
    case gui::MirrorOp::Kind::remove:
      detach(op.node);
      for (const gui::NodeId child : element.children) {
        elements_.at(child).placed = false;
      }
      elements_.erase(op.node);
      break;
    case gui::MirrorOp::Kind::place:
      place(op);
      break;
    case gui::MirrorOp::Kind::attribute:
      element.attributes[std::string(op.name)] = op.text;
      break;
    case gui::MirrorOp::Kind::remove_attribute:
      element.attributes.erase(std::string(op.name));
      break;
    case gui::MirrorOp::Kind::text:
      element.text = op.text;
      break;
    case gui::MirrorOp::Kind::value:
      element.value = op.text;
      break;
    case gui::MirrorOp::Kind::rectangle:
      element.rect = {op.x, op.y, op.width, op.height};
      break;
    case gui::MirrorOp::Kind::content_size:
      element.content_width = op.width;
      element.content_height = op.height;
      break;
    case gui::MirrorOp::Kind::scroll_to:
      element.scroll = {op.x, op.y};
      break;
    case gui::MirrorOp::Kind::focus:
      focus_ = op.node;
      break;
    case gui::MirrorOp::Kind::select_text:
      break;
  }
}

const Page::Element* Page::find(gui::NodeId id) const {
  const auto found = elements_.find(id);
  return found == elements_.end() ? nullptr : &found->second;
}

std::optional<gui::NodeId> Page::take_focus() { return std::exchange(focus_, std::nullopt); }

std::string Page::attribute(gui::NodeId id, std::string_view name) const {
  const Element* element = find(id);
  if (element == nullptr) {
    return "(no element)";
  }
  const auto found = element->attributes.find(name);
  return found == element->attributes.end() ? "(none)" : found->second;
}

void Page::collect_tab_order(gui::NodeId id, std::vector<gui::NodeId>& order) const {
  const Element& element = elements_.at(id);
  if (element.attributes.contains("inert") || element.attributes.contains("hidden")) {
    return;
  }
  const auto tabindex = element.attributes.find("tabindex");
  const bool in_order = tabindex == element.attributes.end() ? takes_focus_by_itself(element) : tabindex->second == "0";
  if (in_order) {
    order.push_back(id);
  }
  for (const gui::NodeId child : element.children) {
    collect_tab_order(child, order);
  }
}

std::vector<gui::NodeId> Page::tab_order() const {
  std::vector<gui::NodeId> order;
  collect_tab_order(0, order);
  return order;
}

void Page::dump(gui::NodeId id, int depth, std::string& out) const {
  const Element& element = elements_.at(id);
  std::ostringstream line;
  line << std::string(static_cast<std::size_t>(depth) * 2, ' ') << '<' << element.tag;
  for (const auto& [name, value] : element.attributes) {
    line << ' ' << name << "=\"" << value << '"';
  }
  line << '>' << element.text << (element.value.empty() ? "" : " value=" + element.value) << '\n';
  out += line.str();
  for (const gui::NodeId child : element.children) {
    dump(child, depth + 1, out);
  }
}

std::string Page::dump() const {
  std::string out;
  dump(0, 0, out);
  return out;
}

}  // namespace testing_support
