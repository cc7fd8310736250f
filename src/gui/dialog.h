// A modal dialog over everything else: gets the focus, keeps it, gives it back.
#pragma once

#include <optional>
#include <string_view>

#include "gui/draw.h"
#include "gui/scroll_area.h"

namespace gui {

struct DialogSpec {
  std::string_view title;
  std::string_view description = {};  // drawn under the title and read with it
  float width = 480;                  // at most, for text of the usual size; the whole window when that is narrow
  float body_height = 0;              // of what the caller draws between title and buttons
  bool alert = false;                 // role alertdialog: interrupts, wants an answer
  std::string_view id = {};
};

/// The width of a dialog's body, for DialogSpec::body_height.
[[nodiscard]] float dialog_body_width(const Ui& ui, const DialogSpec& spec);

/// Draw what is inside between its beginning and its end; draw it in every frame while it is open.
class Dialog {
 public:
  Dialog(Ui& ui, const DialogSpec& spec);
  ~Dialog();
  Dialog(const Dialog&) = delete;
  Dialog& operator=(const Dialog&) = delete;

  [[nodiscard]] const Rect& body() const { return body_; }
  /// A row of Theme::control_height for the buttons.
  [[nodiscard]] const Rect& footer() const { return footer_; }
  /// Escape, or a click beside it (not for alerts).
  [[nodiscard]] bool dismissed() const { return dismissed_; }
  /// Who gets the focus when it opens; else the first that can.
  void set_initial_focus(NodeId node);
  [[nodiscard]] NodeId id() const { return id_; }

 private:
  void draw(const DialogSpec& spec);

  Ui& ui_;
  NodeId id_;
  bool appearing_;
  bool dismissed_ = false;
  Ui::Scope layer_;
  Rect card_;
  Ui::Scope node_;
  std::optional<ScrollArea> scroll_;  // in a window too low for all of it
  Rect body_;
  Rect footer_;
};

}  // namespace gui
