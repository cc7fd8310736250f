// Under the field Event: what the event is easily taken for, and what else may be wanted.
#include "screens/event_help.h"

#include <string>

#include "editor/rights.h"
#include "gui/button.h"
#include "gui/text.h"
#include "language/text.h"

namespace screens {

namespace {

using editor::EventHelp;
using language::translate;

bool may_change(const Frame& frame) { return !editor::is_read_only(frame.state) && !frame.state.form->busy(); }

bool offers_siblings(const Frame& frame) {
  return frame.state.rights.create && !frame.state.form->event_help.siblings.empty();
}

// The whole block is laid out twice: to know its height, and to draw it.
class Block {
 public:
  Block(const Frame& frame, const gui::Rect& rect, bool draws)
      : frame_(frame), stack_(rect, gui::space(2)), x_(rect.x), draws_(draws) {}

  float draw() {
    for (const EventHelp::Twin& twin : frame_.state.form->event_help.twins) draw_twin(twin);
    if (offers_siblings(frame_)) draw_siblings();
    return stack_.height();
  }

 private:
  void words(std::string_view text, std::string_view id) {
    const gui::Rect place =
        stack_.take(gui::paragraph_height(frame_.ui, gui::TextStyle::compact, text, stack_.width()));
    if (!draws_) return;
    gui::paragraph(frame_.ui, place,
                   {.text = text, .style = gui::TextStyle::compact, .color = frame_.ui.theme().color.muted, .id = id});
  }

  bool button(const gui::Rect& place, const gui::ButtonSpec& spec) {
    return draws_ && gui::button(frame_.ui, place, spec);
  }

  void draw_twin(const EventHelp::Twin& twin) {
    const std::string id = "twin " + std::to_string(twin.number);
    words(twin.sentence, id);
    if (!may_change(frame_)) return;
    const std::string name = translate("Use “{0}” instead", twin.words);
    const gui::ButtonSpec use{.name = name, .id = id};
    gui::Rect line = stack_.take(frame_.ui.theme().control_height);
    if (button(line.cut_left(gui::button_width(frame_.ui, use)), use)) {
      frame_.send(editor::command::ChooseEvent{twin.number});
    }
  }

  void draw_siblings() {
    words(translate("Often wanted beside it, for the same URL and location:"), "siblings");
    Flow flow(frame_.ui, {x_, stack_.y(), stack_.width(), 0}, gui::space(2));
    for (const EventHelp::Sibling& sibling : frame_.state.form->event_help.siblings) {
      const std::string name = translate("New webhook for {0}", sibling.words);
      const std::string id = "sibling " + std::to_string(sibling.number);
      const gui::ButtonSpec create{.name = name, .icon = gui::Icon::plus, .short_name = sibling.words, .id = id};
      if (button(flow.take(gui::button_width(frame_.ui, create)), create)) {
        frame_.send(editor::command::Go{{.screen = editor::Address::Screen::new_record,
                                         .id = 0,
                                         .duplicate_of = frame_.state.form->id,
                                         .event = sibling.number}});
      }
    }
    (void)stack_.take(flow.height());
  }

  const Frame& frame_;
  Stack stack_;
  float x_;
  bool draws_;
};

}  // namespace

float event_help_height(const Frame& frame, float width) {
  const float height = Block(frame, {0, 0, width, 0}, false).draw();
  return height > 0 ? height + gui::space(2) : 0;
}

void draw_event_help(const Frame& frame, const gui::Rect& rect) {
  if (rect.height == 0) return;
  const auto scope = frame.ui.id_scope("event help");
  Block(frame, {rect.x, rect.y + gui::space(2), rect.width, 0}, true).draw();
}

}  // namespace screens
