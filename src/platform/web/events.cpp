// What JavaScript calls: every event of the page (web/platform/input.js, surroundings.js) on its way in.
#include <emscripten.h>

#include <cfloat>
#include <list>

#include "platform/platform.h"
#include "platform/web/host.h"
#include "platform/web/page.h"

namespace platform::web {

namespace {

// Texts on their way in, in the order they were written. A list, because JavaScript writes into what is handed out.
std::list<std::string>& inbox() {
  static std::list<std::string> texts;
  return texts;
}

enum class PointerEvent : int { move, down, up, cancel, leave };
enum class PointerType : int { mouse, touch, pen };

gui::Action action(gui::Action::Kind kind, gui::NodeId node) {
  gui::Action made;
  made.kind = kind;
  made.node = node;
  return made;
}

void leave() { ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX); }

ImGuiMouseSource imgui_source(PointerType type) {
  switch (type) {
    case PointerType::mouse:
      return ImGuiMouseSource_Mouse;
    case PointerType::touch:
      return ImGuiMouseSource_TouchScreen;
    case PointerType::pen:
      return ImGuiMouseSource_Pen;
  }
  return ImGuiMouseSource_Mouse;
}

}  // namespace

std::string take_inbox() {
  if (inbox().empty()) return {};
  std::string text = std::move(inbox().front());
  inbox().pop_front();
  return text;
}

extern "C" {

EMSCRIPTEN_KEEPALIVE char* page_inbox(std::size_t size) { return inbox().emplace_back(size, '\0').data(); }

EMSCRIPTEN_KEEPALIVE void page_frame() { host().on_animation_frame(); }
EMSCRIPTEN_KEEPALIVE void page_after_frame() { host().after_frame(); }
EMSCRIPTEN_KEEPALIVE int page_frames_drawn() { return host().frames_drawn(); }
EMSCRIPTEN_KEEPALIVE void page_deliver() { host().deliver_pending(); }
EMSCRIPTEN_KEEPALIVE void page_on_timer() { host().deliver(TimerFired{}); }

EMSCRIPTEN_KEEPALIVE void page_on_pointer(PointerEvent event, float x, float y, int button, PointerType type) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(imgui_source(type));
  switch (event) {
    case PointerEvent::move:
      io.AddMousePosEvent(x, y);
      break;
    case PointerEvent::down:
    case PointerEvent::up:
      io.AddMousePosEvent(x, y);
      // The others are the browser's: their menu may keep to itself that they were let go.
      if (button != 0) break;
      // Also before it goes down, should nobody have told.
      io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
      if (event == PointerEvent::down) io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
      // A finger that is lifted points nowhere.
      if (event == PointerEvent::up && type == PointerType::touch) leave();
      break;
    case PointerEvent::cancel:  // the touch became a scroll: whatever it had pressed is not meant
      leave();
      io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
      break;
    case PointerEvent::leave:
      leave();
      break;
  }
  host().request_frame();
  // What a click does may need the browser's consent that only lasts while its event is handled (clipboard, new tab).
  if (event == PointerEvent::up) host().frame_now();
}

EMSCRIPTEN_KEEPALIVE int page_on_key(gui::NodeId node, std::uint32_t modifiers, int editing) {
  return host().on_key(node, {take_inbox(), modifiers, editing != 0}) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void page_on_focus(gui::NodeId node, int visible) {
  gui::Action focus = action(gui::Action::Kind::focus, node);
  focus.focus_visible = visible != 0;
  host().on_action(std::move(focus));
}

EMSCRIPTEN_KEEPALIVE void page_on_blur(gui::NodeId node) { host().on_action(action(gui::Action::Kind::blur, node)); }

EMSCRIPTEN_KEEPALIVE void page_on_press(gui::NodeId node) {
  host().on_action(action(gui::Action::Kind::press, node));
  host().frame_now();
}

EMSCRIPTEN_KEEPALIVE void page_on_value(gui::NodeId node) {
  gui::Action typed = action(gui::Action::Kind::set_value, node);
  typed.value = take_inbox();
  host().on_action(std::move(typed));
}

EMSCRIPTEN_KEEPALIVE void page_on_scroll(gui::NodeId node, float x, float y) {
  gui::Action scroll = action(gui::Action::Kind::scroll, node);
  scroll.scroll = {x, y};
  host().on_action(std::move(scroll));
}

EMSCRIPTEN_KEEPALIVE void page_on_resize(float width, float height, int device_width, int device_height, float scale) {
  host().on_resize({width, height, device_width, device_height, scale});
}

EMSCRIPTEN_KEEPALIVE void page_on_preferences(std::uint32_t flags, float text_scale, std::uint32_t canvas,
                                              std::uint32_t canvas_text, std::uint32_t link_text,
                                              std::uint32_t highlight) {
  gui::Preferences preferences;
  preferences.system = {canvas, canvas_text, link_text, highlight};
  preferences.dark = (flags & 1U) != 0;
  preferences.reduced_motion = (flags & 2U) != 0;
  preferences.more_contrast = (flags & 4U) != 0;
  preferences.forced_colors = (flags & 8U) != 0;
  preferences.coarse_pointer = (flags & 16U) != 0;
  preferences.apple_keys = (flags & 32U) != 0;
  preferences.text_scale = text_scale;
  host().on_preferences(preferences);
}

EMSCRIPTEN_KEEPALIVE void page_on_fonts() { host().on_fonts_changed(); }
EMSCRIPTEN_KEEPALIVE void page_on_context(ContextChange change) { host().on_context(change); }
EMSCRIPTEN_KEEPALIVE void page_on_visibility(int visible) { host().on_visibility(visible != 0); }
EMSCRIPTEN_KEEPALIVE void page_on_online(int online) { host().deliver(OnlineChanged{online != 0}); }
EMSCRIPTEN_KEEPALIVE void page_on_address() { host().deliver(AddressChanged{take_inbox()}); }
EMSCRIPTEN_KEEPALIVE void page_on_copied(int ok) { host().deliver(CopyEnded{ok != 0}); }

EMSCRIPTEN_KEEPALIVE void page_on_texts() {
  std::string prefix = take_inbox();
  host().deliver(TextsLoaded{std::move(prefix), take_inbox()});
}

EMSCRIPTEN_KEEPALIVE void page_on_stored() {
  std::string key = take_inbox();
  host().deliver(ValueStored{std::move(key), take_inbox()});
}

EMSCRIPTEN_KEEPALIVE void page_on_kept(int ok) { host().deliver(TextsKept{ok != 0}); }

EMSCRIPTEN_KEEPALIVE void page_on_language() {
  std::string tag = take_inbox();
  host().deliver(LanguageLoaded{std::move(tag), take_inbox()});
}

EMSCRIPTEN_KEEPALIVE void page_on_token(TokenEvent::Outcome outcome, int can_refresh, int at_provider,
                                        double expires_in_ms) {
  std::string user = take_inbox();
  std::string detail = take_inbox();
  host().deliver(
      TokenEvent{outcome, std::move(user), std::move(detail), can_refresh != 0, at_provider != 0,
                 expires_in_ms == -1 ? std::nullopt : std::optional(static_cast<std::int64_t>(expires_in_ms))});
}

}  // extern "C"

}  // namespace platform::web
