// Ties the page, Dear ImGui, the toolkit and the application together, and decides when a frame is drawn.
#pragma once

#include <deque>
#include <optional>
#include <string>

#include "gui/mirror.h"
#include "gui/semantics.h"
#include "gui/ui.h"
#include "imgui.h"
#include "platform/platform.h"
#include "platform/web/keys.h"
#include "platform/web/renderer.h"
#include "platform/web/text_canvas.h"

namespace platform::web {

/// The window as the page measured it.
struct Window {
  float width = 0;  // CSS pixels
  float height = 0;
  int device_width = 0;
  int device_height = 0;
  float scale = 1;  // device pixels per CSS pixel
};

/// What became of the WebGL context: `gone` is for good.
enum class ContextChange : int { restored, lost, gone };

class Host {
 public:
  Host();
  Host(const Host&) = delete;
  Host& operator=(const Host&) = delete;

  void run(Application application);

  /// Asks for a frame; many calls make one.
  void request_frame();
  /// The browser is about to paint: draws a frame when one is wanted.
  void on_animation_frame();
  /// Works off at once what has been put in: for what must happen inside a user's gesture. It is painted with the next
  /// animation frame.
  void frame_now();
  /// The frame is on its way to the screen: does what it left for later.
  void after_frame() { update_waiting_mirror(); }
  [[nodiscard]] int frames_drawn() const { return frames_drawn_; }

  /// Hands an event to the application, now, or after the call that is running.
  void deliver(const Event& event);
  void deliver_later(Event event);
  void deliver_pending();

  // ---- What the page tells (events.cpp)
  void on_resize(const Window& window);
  void on_preferences(const gui::Preferences& preferences);
  void on_fonts_changed();
  void on_context(ContextChange change);
  void on_visibility(bool visible);
  void on_action(gui::Action action);
  /// True when the key is taken, so that the browser must not act on it.
  [[nodiscard]] bool on_key(gui::NodeId node, const KeyPress& press);

 private:
  void schedule();
  void schedule_painting();
  void build();
  void build_once();
  void paint();
  void begin_frame();
  void draw();
  void show_picture(const gui::Picture& picture);
  void show(const gui::FrameResult& result);
  void update_mirror(const gui::FrameResult& result);
  void update_waiting_mirror();
  void update_cursor();
  void update_style();

  Renderer renderer_;
  TextCanvas text_{renderer_};
  gui::Ui ui_{text_};
  gui::Mirror mirror_;
  Application application_;

  Window window_;
  gui::Preferences preferences_;
  std::optional<gui::Preferences> styled_for_;
  bool frame_wanted_ = false;
  bool frame_scheduled_ = false;  // with the browser; never twice
  bool building_ = false;
  bool built_ = false;         // and not painted yet
  bool mirror_waits_ = false;  // the elements do not show yet what the last pass built
  bool settled_ = true;        // the last pass left nothing for another one to show
  int passes_left_ = 0;        // to build although nothing asks for it: what follows input settles late
  int frames_drawn_ = 0;
  double last_frame_ms_ = 0;
  ImGuiMouseCursor cursor_ = ImGuiMouseCursor_Arrow;

  std::deque<Event> pending_;
};

/// The one host of the page.
Host& host();

}  // namespace platform::web
