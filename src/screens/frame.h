// What every screen is handed, and the pieces they share.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "editor/notice.h"
#include "gui/geometry.h"
#include "gui/theme.h"
#include "gui/ui.h"
#include "screens/screens.h"
#include "webhook/health.h"
#include "webhook/record.h"

namespace screens {

/// One frame being drawn.
struct Frame {
  gui::Ui& ui;
  const editor::State& state;
  ViewState& view;
  const LocalTime& local_time;
  std::vector<editor::Command>& commands;

  template <typename Command>
  void send(Command command) const {
    commands.emplace_back(std::move(command));
  }
};

/// Things one under the other, with a gap between them.
class Stack {
 public:
  Stack(const gui::Rect& area, float gap) : area_(area), gap_(gap), y_(area.y) {}

  /// The next rectangle, as wide as the area.
  [[nodiscard]] gui::Rect take(float height) {
    const gui::Rect part{area_.x, y_, area_.width, height};
    y_ += height + gap_;
    return part;
  }
  void skip(float height) { y_ += height; }

  [[nodiscard]] float width() const { return area_.width; }
  /// What was taken so far, the gap after the last one not counted.
  [[nodiscard]] float height() const { return std::max(0.0F, y_ - area_.y - gap_); }
  /// Where the next one begins.
  [[nodiscard]] float y() const { return y_; }

 private:
  gui::Rect area_;
  float gap_;
  float y_;
};

/// Buttons and links one after the other, and in the next line where there is no room.
class Flow {
 public:
  /// `between`: of the lines.
  Flow(const gui::Ui& ui, const gui::Rect& area, float between = 0)
      : area_(area), line_(ui.theme().control_height), between_(between) {}

  [[nodiscard]] gui::Rect take(float width) {
    if (x_ > 0 && x_ + width > area_.width) {
      x_ = 0;
      y_ += line_ + between_;
    }
    const gui::Rect place{area_.x + x_, area_.y + y_, std::min(width, area_.width), line_};
    x_ += width + gui::space(between_ > 0 ? 2 : 4);
    return place;
  }
  [[nodiscard]] float height() const { return y_ + line_; }

 private:
  gui::Rect area_;
  float line_;
  float between_;
  float x_ = 0;
  float y_ = 0;
};

/// Windows narrower than this, with text of the usual size, are phones or strongly zoomed: one column, tight margins.
inline constexpr float narrow_below = 640;

[[nodiscard]] inline float text_scale(const gui::Ui& ui) { return ui.theme().preferences.text_scale; }

[[nodiscard]] inline bool is_narrow(const gui::Ui& ui) { return ui.viewport().width < narrow_below * text_scale(ui); }

/// Of a screen's heading: smaller where a long word would not fit beside buttons.
[[nodiscard]] inline gui::TextStyle heading_style(const gui::Ui& ui) {
  return ui.viewport().width < 360 * text_scale(ui) ? gui::TextStyle::title : gui::TextStyle::display;
}

/// The margin round everything.
[[nodiscard]] inline float margin(const gui::Ui& ui) { return is_narrow(ui) ? gui::space(4) : gui::space(6); }

/// Down to the next multiple of 4 CSS pixels: whole device pixels at every usual ratio (1, 1.25, 1.5, 1.75 …). What is
/// drawn there and what the browser writes over it fall on the same ones.
[[nodiscard]] float on_grid(float length);

/// A rectangle of at most `width`, centred in `area`.
[[nodiscard]] gui::Rect centred(const gui::Rect& area, float width);

/// A panel: surface, thin border, rounded corners.
void panel(gui::Ui& ui, const gui::Rect& rect);

[[nodiscard]] gui::Tone tone_of(webhook::Health health);
[[nodiscard]] gui::Tone tone_of(editor::Notice::Severity severity);

/// The moment for people: local time, or as Nexudus wrote it, or `none` when there is none.
[[nodiscard]] std::string moment_text(const Frame& frame, const webhook::Moment& moment, std::string_view none);

/// What came back: "status 200", or that nothing did.
[[nodiscard]] std::string status_words(int status);

/// Whether the editor asked for the focus to go there; if so, the wish counts as fulfilled.
[[nodiscard]] bool takes_focus(const Frame& frame, const editor::FocusTarget& target);

/// The height of a notice, 0 when it is empty.
[[nodiscard]] float notice_height(const Frame& frame, float width, const editor::Notice& notice);
void draw_notice(const Frame& frame, const gui::Rect& rect, const editor::Notice& notice);

/// The way back to the list: a link at the rectangle's left, gui::link_height() high.
void draw_back_link(const Frame& frame, const gui::Rect& rect);

/// Of a line that says how far something is.
[[nodiscard]] inline float progress_height(const gui::Ui& ui) {
  return gui::line_height(ui.theme(), gui::TextStyle::compact);
}

/// Two columns: a name and what it is, e.g. "Last fired  15 Jan 2025". A list to assistive technology.
struct Fact {
  Fact(std::string_view called, std::string_view is) : name(called), value(is) {}
  std::string name;
  std::string value;
};
[[nodiscard]] float facts_height(const Frame& frame, float width, const std::vector<Fact>& facts);
void draw_facts(const Frame& frame, const gui::Rect& rect, std::string_view name, const std::vector<Fact>& facts);

}  // namespace screens
