// Ties the page, Dear ImGui, the toolkit and the application together, and decides when a frame is drawn.
#include "platform/web/host.h"

#include <algorithm>
#include <utility>

#include "imgui_internal.h"
#include "platform/web/page.h"

namespace platform::web {

namespace {

// Hovering, focus and what follows from a change of state show up to two passes after the input.
constexpr int passes_after_input = 2;
constexpr int most_passes_at_once = 8;
constexpr float corner_tolerance = 0.1F;  // device pixels
constexpr float longest_step_s = 0.1F;    // of Dear ImGui's clock, after a pause

std::string_view css_cursor(ImGuiMouseCursor cursor) {
  switch (cursor) {
    case ImGuiMouseCursor_Hand:
      return "pointer";
    case ImGuiMouseCursor_TextInput:
      return "text";
    case ImGuiMouseCursor_ResizeEW:
      return "ew-resize";
    case ImGuiMouseCursor_ResizeNS:
      return "ns-resize";
    case ImGuiMouseCursor_NotAllowed:
      return "not-allowed";
    default:
      return "default";
  }
}

bool input_is_waiting() { return !ImGui::GetCurrentContext()->InputEventsQueue.empty(); }

}  // namespace

Host& host() {
  // Never destroyed: the page may call in until it is gone.
  static Host* the_host = new Host;
  return *the_host;
}

Host::Host() {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset |
                     ImGuiBackendFlags_HasMouseCursors;
  io.BackendRendererName = "WebGL 2";
  io.BackendPlatformName = "browser";
}

void Host::run(Application application) {
  application_ = std::move(application);
  if (!renderer_.create()) ui_.record_picture();
  page_start();
}

// ---- Frames ---------------------------------------------------------------------------------------------------------

void Host::request_frame() {
  passes_left_ = passes_after_input;
  if (!building_) schedule();
}

void Host::schedule() {
  frame_wanted_ = true;
  schedule_painting();
}

void Host::schedule_painting() {
  if (frame_scheduled_) return;
  frame_scheduled_ = true;
  page_request_frame();
}

void Host::on_animation_frame() {
  frame_scheduled_ = false;
  if (frame_wanted_) build();
  if (built_) paint();
}

void Host::frame_now() {
  build();
  if (built_) schedule_painting();
}

// What a pass changes is shown by the next one, in the same frame: browsers take long for a frame, a pass is short.
void Host::build() {
  // Before anything else, so that what runs now can ask for the next one.
  frame_wanted_ = false;
  if (window_.device_width <= 0 || window_.device_height <= 0 || building_ || !application_.draw) return;
  building_ = true;
  int passes = 0;
  do {
    build_once();
  } while (++passes < most_passes_at_once && (!settled_ || input_is_waiting()));
  building_ = false;
  built_ = true;
  if (!settled_ || passes_left_ > 0 || input_is_waiting()) schedule();
}

void Host::build_once() {
  passes_left_ = std::max(0, passes_left_ - 1);
  begin_frame();
  application_.draw(ui_);
  const gui::FrameResult& result = ui_.end_frame();
  ImGui::Render();
  settled_ = result.settled;
  show(result);
}

void Host::paint() {
  built_ = false;
  if (const gui::Picture* picture = ui_.picture(); picture != nullptr) {
    show_picture(*picture);
  } else {
    draw();
  }
  if (mirror_waits_) page_call_after_frame();
  if (++frames_drawn_ == 1) page_first_frame();
}

void Host::begin_frame() {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {window_.width, window_.height};
  io.DisplayFramebufferScale = {window_.scale, window_.scale};
  const double now = monotonic_ms();
  io.DeltaTime = std::clamp(static_cast<float>((now - last_frame_ms_) / 1000), 0.0001F, longest_step_s);
  last_frame_ms_ = now;
  // Dear ImGui smooths edges over one unit and rounds corners with a tolerance in units: units are CSS pixels here.
  ImGui::GetDrawListSharedData()->InitialFringeScale = 1 / window_.scale;
  ImGui::GetStyle().CircleTessellationMaxError = corner_tolerance / window_.scale;
  text_.begin_frame();
  ImGui::NewFrame();
  ui_.begin_frame(preferences_);
  if (styled_for_ != preferences_) update_style();
}

// The page round the canvas, and native fields while they are typed in, have the colours of the theme.
void Host::update_style() {
  styled_for_ = preferences_;
  for (const auto& [name, value] : gui::css_variables(ui_.theme())) {
    page_set_variable(name.data(), name.size(), value.data(), value.size());
  }
}

void Host::draw() {
  if (!renderer_.ready()) return;
  text_.upload();
  page_size_canvas(window_.device_width, window_.device_height);
  renderer_.draw(*ImGui::GetDrawData(), window_.device_width, window_.device_height);
}

void Host::show(const gui::FrameResult& result) {
  update_mirror(result);
  update_cursor();
  for (const gui::Announcement& announcement : result.announcements) {
    announce(announcement.sentence, announcement.assertive);
  }
}

void Host::update_cursor() {
  const ImGuiMouseCursor cursor = ImGui::GetMouseCursor();
  if (cursor == cursor_) return;
  cursor_ = cursor;
  const std::string_view name = css_cursor(cursor);
  page_set_cursor(name.data(), name.size());
}

// ---- Events for the application -------------------------------------------------------------------------------------

void Host::deliver(const Event& event) {
  if (!application_.on_event) return;
  application_.on_event(event);
  request_frame();
}

void Host::deliver_later(Event event) {
  pending_.push_back(std::move(event));
  if (pending_.size() == 1) page_deliver_soon();
}

void Host::deliver_pending() {
  // What comes in meanwhile is delivered in the next turn, so that a failing request sent again and again cannot hang.
  for (const Event& event : std::exchange(pending_, {})) deliver(event);
}

// ---- What the page tells --------------------------------------------------------------------------------------------

void Host::on_resize(const Window& window) {
  window_ = window;
  text_.set_scale(window.scale, window.device_width);
  passes_left_ = passes_after_input;
  build();
  if (built_) paint();  // in the same turn, or the page would show the canvas stretched once
}

void Host::on_preferences(const gui::Preferences& preferences) {
  preferences_ = preferences;
  request_frame();
}

void Host::on_fonts_changed() {
  text_.fonts_changed();
  request_frame();
}

void Host::on_context(ContextChange change) {
  switch (change) {
    case ContextChange::lost:
      renderer_.context_lost();
      text_.forget_pages();
      return;
    case ContextChange::restored:
      renderer_.context_restored();
      break;
    case ContextChange::gone:
      ui_.record_picture();
      break;
  }
  request_frame();
}

void Host::on_visibility(bool visible) {
  renderer_.forget_last_frame();  // browsers may give up what a hidden page showed
  deliver(VisibilityChanged{visible});
}

bool Host::on_key(gui::NodeId node, const KeyPress& press) {
  update_waiting_mirror();  // the browser may act on it, and look for where the focus goes
  if (!take_key(ui_, node, press)) return false;
  request_frame();
  // What a key does may need the user's gesture, and the next one, which may come before the next frame, goes where the
  // focus is then.
  frame_now();
  return true;
}

void Host::on_action(gui::Action action) {
  update_waiting_mirror();  // or what the page did since would be taken back
  mirror_.observe(action);
  ui_.act(std::move(action));
  settled_ = false;  // it may come while its element is being shown
  request_frame();
}

}  // namespace platform::web
