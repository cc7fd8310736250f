// A text field with all that belongs to it: label, frame, hint, error. While it has the focus the browser's own field
// is visible in its place.
#pragma once

#include <string>
#include <string_view>

#include "gui/draw.h"

namespace gui {

struct TextFieldSpec {
  std::string_view name;  // the label over it and the accessible name
  std::string_view placeholder = {};
  std::string_view drawn = {};  // in place of the value while it has not the focus; empty: the value
  std::string_view error = {};  // one sentence under it; empty when the value is fine
  std::string_view hint = {};   // one sentence under it
  bool required = false;
  bool read_only = false;
  bool disabled = false;
  bool changed = false;  // marks it: a dot at the label, "Changed" in the description
  bool multiline = false;
  int rows = 4;  // multiline: the lines seen at once
  bool monospace = false;
  bool search = false;        // a magnifier in front, a button that empties it; role searchbox
  bool label_hidden = false;  // the name is only read out
  bool submits = false;       // Enter means "done" (not for multiline)
  std::string_view autocomplete = "off";
  std::string_view id = {};
};

struct TextFieldResult {
  bool changed = false;    // `value` is another
  bool submitted = false;  // Enter
  bool left = false;       // the focus went away
  NodeId id = 0;           // e.g. to give it the focus
};
/// `rect` holds all of it; the height it needs is text_field_height().
TextFieldResult text_field(Ui& ui, const Rect& rect, std::string& value, const TextFieldSpec& spec);
[[nodiscard]] float text_field_height(Ui& ui, float width, const TextFieldSpec& spec);
/// The id it will have in the current id scopes.
[[nodiscard]] NodeId text_field_id(Ui& ui, const TextFieldSpec& spec);

}  // namespace gui
