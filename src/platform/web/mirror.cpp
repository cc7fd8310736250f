// Carries out in the page what the mirror of the semantics tree asks for.
#include "gui/mirror.h"

#include <utility>
#include <vector>

#include "platform/web/host.h"
#include "platform/web/page.h"

namespace platform::web {

namespace {

void carry_out(const gui::MirrorOp& op) {
  using Kind = gui::MirrorOp::Kind;
  switch (op.kind) {
    case Kind::create:
      return page_mirror_create(op.node, op.name.data(), op.name.size());
    case Kind::remove:
      return page_mirror_remove(op.node);
    case Kind::place:
      return page_mirror_place(op.node, op.parent, op.before);
    case Kind::attribute:
      return page_mirror_attribute(op.node, op.name.data(), op.name.size(), op.text.data(), op.text.size());
    case Kind::remove_attribute:
      return page_mirror_remove_attribute(op.node, op.name.data(), op.name.size());
    case Kind::text:
      return page_mirror_text(op.node, op.text.data(), op.text.size());
    case Kind::value:
      return page_mirror_value(op.node, op.text.data(), op.text.size());
    case Kind::rectangle:
      return page_mirror_rectangle(op.node, op.x, op.y, op.width, op.height);
    case Kind::content_size:
      return page_mirror_content_size(op.node, op.width, op.height);
    case Kind::scroll_to:
      return page_mirror_scroll(op.node, op.x, op.y);
    case Kind::focus:
      return page_mirror_focus(op.node);
    case Kind::select_text:
      return page_mirror_select_text(op.node);
  }
}

void carry_out_all(const std::vector<gui::MirrorOp>& ops) {
  for (const gui::MirrorOp& op : ops) carry_out(op);
}

}  // namespace

void Host::update_mirror(const gui::FrameResult& result) {
  // The page that takes the place of the loading state is whole.
  mirror_waits_ = mirror_.can_wait(result) && frames_drawn_ > 0;
  if (!mirror_waits_) carry_out_all(mirror_.update(result));
}

void Host::update_waiting_mirror() {
  if (std::exchange(mirror_waits_, false)) carry_out_all(mirror_.update(ui_.result()));
}

}  // namespace platform::web
