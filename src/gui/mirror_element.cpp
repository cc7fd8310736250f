// The HTML element that stands for a node.
#include "gui/mirror_element.h"

#include <array>

namespace gui {

namespace {

struct RoleElement {
  Role role;
  std::string_view tag;
  std::string_view aria;      // the role attribute; empty where the tag says it
  bool name_is_text = false;  // the name is what the element holds, not a label
};

// One line for each role, in the order of the enum.
constexpr std::array role_elements{
    RoleElement{Role::group, "div", ""},
    RoleElement{Role::banner, "header", ""},
    RoleElement{Role::main, "main", ""},
    RoleElement{Role::navigation, "nav", ""},
    RoleElement{Role::search, "div", "search"},
    RoleElement{Role::region, "section", ""},
    RoleElement{Role::complementary, "aside", ""},
    RoleElement{Role::form, "div", "form"},  // a real form would submit
    RoleElement{Role::heading, "h2", "", true},
    RoleElement{Role::text, "span", "", true},
    RoleElement{Role::paragraph, "p", "", true},
    RoleElement{Role::code, "code", "", true},
    RoleElement{Role::list, "ul", "list"},  // said again for Safari, which forgets it without bullets
    RoleElement{Role::list_item, "li", "", true},
    RoleElement{Role::link, "a", "", true},
    RoleElement{Role::button, "button", "", true},
    RoleElement{Role::switch_control, "button", "switch", true},
    RoleElement{Role::checkbox, "button", "checkbox", true},
    RoleElement{Role::textbox, "input", ""},
    RoleElement{Role::searchbox, "input", ""},
    RoleElement{Role::combobox, "input", "combobox"},
    RoleElement{Role::listbox, "div", "listbox"},
    RoleElement{Role::option, "div", "option", true},
    RoleElement{Role::option_group, "div", "group"},
    RoleElement{Role::grid, "div", "grid"},
    RoleElement{Role::row_group, "div", "rowgroup"},
    RoleElement{Role::row, "div", "row"},
    RoleElement{Role::column_header, "div", "columnheader", true},
    RoleElement{Role::grid_cell, "div", "gridcell", true},
    RoleElement{Role::dialog, "div", "dialog"},
    RoleElement{Role::alert_dialog, "div", "alertdialog"},
    RoleElement{Role::alert, "div", "alert", true},
    RoleElement{Role::status, "div", "status", true},
    RoleElement{Role::progress_bar, "div", "progressbar"},
    RoleElement{Role::separator, "div", "separator"},
    RoleElement{Role::image, "div", "img"},
};

constexpr bool in_order() {
  for (std::size_t at = 0; at < role_elements.size(); ++at) {
    if (role_elements.at(at).role != static_cast<Role>(at)) {
      return false;
    }
  }
  return role_elements.size() == static_cast<std::size_t>(Role::image) + 1;
}
static_assert(in_order());

const RoleElement& of(Role role) { return role_elements.at(static_cast<std::size_t>(role)); }

std::string dom_id(NodeId id) { return "n" + std::to_string(id); }

std::string_view tag_of(const NodeMeaning& node) {
  static constexpr std::array<std::string_view, 6> headings{"h1", "h2", "h3", "h4", "h5", "h6"};
  if (node.role == Role::heading && node.level >= 1 && node.level <= 6) {
    return headings.at(static_cast<std::size_t>(node.level - 1));
  }
  return node.multiline && node.role == Role::textbox ? "textarea" : of(node.role).tag;
}

bool takes_focus_by_itself(std::string_view tag) {
  return tag == "button" || tag == "a" || tag == "input" || tag == "textarea";
}

class Attributes {
 public:
  explicit Attributes(const NodeMeaning& node) : node_(node) {}

  std::vector<Attribute> all(bool inert) {
    name_and_role();
    texts();
    focus();
    states();
    if (has_value(node_.role)) {
      text_box();
    }
    position();
    if (inert) {
      add("inert");
    }
    return std::move(list_);
  }

 private:
  void add(std::string_view name, std::string value = "") { list_.push_back({name, std::move(value)}); }
  void add_if(bool condition, std::string_view name, std::string value = "") {
    if (condition) {
      add(name, std::move(value));
    }
  }
  void add_number(std::string_view name, int number, int least = 1) {
    if (number >= least) {
      add(name, std::to_string(number));
    }
  }

  void name_and_role() {
    const RoleElement& element = of(node_.role);
    add_if(!element.aria.empty(), "role", std::string(element.aria));
    add_if(node_.role == Role::group && !node_.name.empty(), "role", "group");
    add_if(!element.name_is_text && !node_.name.empty(), "aria-label", node_.name);
    add_if(node_.role == Role::option || node_.role == Role::listbox, "id", dom_id(node_.id));
    add_if(node_.role == Role::button || node_.role == Role::switch_control || node_.role == Role::checkbox, "type",
           "button");
    // Sentences are read out through the page's live regions; an element that appears is not announced once more.
    add_if(node_.role == Role::alert || node_.role == Role::status, "aria-live", "off");
    add_if(node_.role == Role::link, "href", node_.href);
    add_if(node_.current, "aria-current", "page");
  }

  void texts() {
    if (!has_hidden_texts(node_.role)) {
      add_if(!node_.description.empty(), "aria-description", node_.description);
      return;
    }
    std::string ids;
    if (!node_.error.empty()) {
      ids = dom_id(hidden_text_id(node_.id, HiddenText::error));
    }
    if (!node_.description.empty()) {
      ids += (ids.empty() ? "" : " ") + dom_id(hidden_text_id(node_.id, HiddenText::description));
    }
    add_if(!ids.empty(), "aria-describedby", ids);
    add_if(!node_.error.empty(), "aria-invalid", "true");
  }

  void focus() {
    if (!node_.focusable) {
      return;
    }
    if (!node_.in_tab_order) {
      add("tabindex", "-1");
    } else if (!takes_focus_by_itself(tag_of(node_))) {
      add("tabindex", "0");
    }
  }

  void states() {
    add_if(node_.disabled, "aria-disabled", "true");
    add_if(node_.busy, "aria-busy", "true");
    add_if(node_.modal, "aria-modal", "true");
    add_if(node_.selectable, "aria-selected", node_.selected ? "true" : "false");
    if (node_.checked != Checked::not_checkable) {
      add("aria-checked", node_.checked == Checked::yes ? "true" : node_.checked == Checked::no ? "false" : "mixed");
    }
    if (node_.expanded != Expanded::not_expandable) {
      add("aria-expanded", node_.expanded == Expanded::yes ? "true" : "false");
    }
    if (node_.sortable) {
      add("aria-sort", node_.sort == Sort::ascending    ? "ascending"
                       : node_.sort == Sort::descending ? "descending"
                                                        : "none");
    }
    if (node_.scrolls) {
      add("class", node_.content_width > 0 ? "scroll-both" : "scroll-y");
    }
    add_if(node_.compact, "class", "compact");
    add_if(node_.role == Role::listbox, "data-keep-focus");
    if (node_.role == Role::progress_bar && !node_.value.empty()) {
      add("aria-valuemin", "0");
      add("aria-valuemax", "100");
      add("aria-valuenow", node_.value);
    }
  }

  void text_box() {
    if (!node_.multiline) {
      add("type", node_.role == Role::searchbox ? "search" : "text");
    }
    add_if(node_.required, "aria-required", "true");
    add_if(node_.read_only || node_.disabled, "readonly");
    add_if(!node_.placeholder.empty(), "placeholder", node_.placeholder);
    add_if(!node_.autocomplete.empty(), "autocomplete", node_.autocomplete);
    if (node_.monospace) {
      add("class", "code");
      add("autocapitalize", "off");
    } else {
      add("dir", "auto");  // text is drawn the same way: see direction.h
    }
    add_if(node_.monospace || node_.role != Role::textbox, "spellcheck", "false");
    if (node_.role == Role::combobox) {
      add("aria-autocomplete", "list");
      add_if(node_.controls != 0, "aria-controls", dom_id(node_.controls));
      add_if(node_.active_descendant != 0, "aria-activedescendant", dom_id(node_.active_descendant));
    }
  }

  void position() {
    add_number("aria-rowcount", node_.row_count, 0);
    add_number("aria-colcount", node_.column_count, 0);
    if (node_.role == Role::row) {
      add_number("aria-rowindex", node_.row_index);
    }
    add_number("aria-colindex", node_.column_index);
    add_number("aria-posinset", node_.position_in_set);
    add_number("aria-setsize", node_.set_size);
  }

  const NodeMeaning& node_;
  std::vector<Attribute> list_;
};

}  // namespace

bool has_value(Role role) { return role == Role::textbox || role == Role::searchbox || role == Role::combobox; }

bool has_hidden_texts(Role role) {
  // The others stand where only certain children may be, or, like dialogs, make everything round them inert.
  return has_value(role) || role == Role::button || role == Role::switch_control || role == Role::checkbox;
}

NodeId hidden_text_id(NodeId field, HiddenText which) {
  // Mixed so that neighbouring ids do not meet; the finaliser of MurmurHash3.
  std::uint32_t id = field ^ (which == HiddenText::error ? 0x65727230U : 0x64657363U);
  id = (id ^ (id >> 16U)) * 0x85EBCA6BU;
  id = (id ^ (id >> 13U)) * 0xC2B2AE35U;
  id ^= id >> 16U;
  return id == 0 ? 1 : id;
}

Element element_of(const NodeMeaning& node, bool inert) {
  Element element;
  element.tag = tag_of(node);
  element.attributes = Attributes(node).all(inert);
  if (of(node.role).name_is_text) {
    element.text = node.name;
  }
  return element;
}

Element hidden_text_element(NodeId field, HiddenText which, std::string_view text) {
  return {"span",
          {{"id", dom_id(hidden_text_id(field, which))},
           {"class", which == HiddenText::error ? "error" : "description"},
           {"hidden", ""}},
          std::string(text)};
}

}  // namespace gui
