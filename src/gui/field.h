// What all fields of a form share: a label over the frame, an error or a hint under it. For the widgets of this layer.
#pragma once

#include <string>
#include <string_view>

#include "gui/draw.h"

namespace gui {

struct FieldSpec {
  std::string_view name;
  std::string_view error = {};
  std::string_view hint = {};
  bool required = false;
  bool changed = false;
  bool label_hidden = false;
  bool inactive = false;  // read-only or disabled: another ground
  float frame_height = 0;
};

/// The parts of a field.
struct FieldRects {
  Rect label;
  Rect frame;
  Rect message;  // error and hint
};

[[nodiscard]] FieldRects cut_field(Ui& ui, const Rect& rect, const FieldSpec& spec);
[[nodiscard]] float field_height(Ui& ui, float width, const FieldSpec& spec);
/// The height of error and hint under something.
[[nodiscard]] float message_height(Ui& ui, float width, std::string_view error, std::string_view hint);

void draw_label(Ui& ui, const Rect& rect, const FieldSpec& spec);
void draw_frame(Ui& ui, const Rect& rect, const FieldSpec& spec, const Interaction& interaction);
void draw_message(Ui& ui, const Rect& rect, std::string_view error, std::string_view hint);
/// A dot that says "changed"; returns its width with the space before it.
float draw_changed_mark(Ui& ui, const Rect& rect);

/// The hint, and that it was changed.
[[nodiscard]] std::string describe(std::string_view hint, bool changed);

}  // namespace gui
