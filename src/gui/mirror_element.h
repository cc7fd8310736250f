// The HTML element that stands for a node: its tag, its attributes, its text. For the mirror.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gui/semantics.h"

namespace gui {

struct Attribute {
  std::string_view name;  // a constant
  std::string value;

  friend bool operator==(const Attribute&, const Attribute&) = default;
};

struct Element {
  std::string_view tag;  // empty: not made yet
  std::vector<Attribute> attributes;
  std::string text;  // what it holds itself
};

enum class HiddenText : unsigned char { description, error };

[[nodiscard]] Element element_of(const NodeMeaning& node, bool inert);
/// The element a field refers to for its description or error.
[[nodiscard]] Element hidden_text_element(NodeId field, HiddenText which, std::string_view text);
[[nodiscard]] NodeId hidden_text_id(NodeId field, HiddenText which);
/// Whether its description and error are elements of their own; else they are attributes.
[[nodiscard]] bool has_hidden_texts(Role role);
[[nodiscard]] bool has_value(Role role);

}  // namespace gui
