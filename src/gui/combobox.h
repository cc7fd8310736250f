// A field to choose one of many by typing: the "editable combobox with list autocomplete" of the ARIA Authoring
// Practices Guide.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gui/draw.h"
#include "language/text.h"

namespace gui {

struct Option {
  std::int64_t value = 0;
  std::string text;
  std::string detail = {};  // second rank, at the right
  std::string group = {};   // options of one group follow each other
};

struct ComboboxSpec {
  std::string_view name;
  std::string_view selected_text = {};  // shown while closed; empty when nothing is chosen
  std::optional<std::int64_t> selected = {};
  /// The options for what is typed, best first; all for "". Called only while open. May offer what is in no list, such
  /// as "Use number 117".
  std::function<std::vector<Option>(std::string_view query)> options;
  std::string_view placeholder = {};
  std::string_view error = {};
  std::string_view hint = {};
  std::string_view nothing_found = language::translate("Nothing found");
  bool required = false;
  bool read_only = false;
  bool disabled = false;
  bool changed = false;
  bool label_hidden = false;
  bool loading = false;           // options are still on their way
  bool opens_with_focus = false;  // shows its options as soon as it has the focus
  std::string_view id = {};
};

struct ComboboxResult {
  std::optional<std::int64_t> chosen;
  NodeId id = 0;
};
ComboboxResult combobox(Ui& ui, const Rect& rect, const ComboboxSpec& spec);
[[nodiscard]] float combobox_height(Ui& ui, float width, const ComboboxSpec& spec);

}  // namespace gui
