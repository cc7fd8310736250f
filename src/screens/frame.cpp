// What every screen is handed, and the pieces they share.
#include "screens/frame.h"

#include <cmath>

#include "editor/list_query.h"
#include "editor/notice.h"
#include "gui/button.h"
#include "gui/draw.h"
#include "gui/notice.h"
#include "gui/text.h"
#include "language/text.h"

namespace screens {

float on_grid(float length) { return std::floor(length / gui::space(1)) * gui::space(1); }

namespace {

constexpr float usual_fact_name_width = 132;
constexpr float most_fact_name_share = 0.5F;
constexpr float fact_gap = 8;
constexpr float least_fact_value_width = 120;

gui::NoticeSpec spec_of(const editor::Notice& notice, std::string_view action) {
  return {.tone = tone_of(notice.severity),
          .title = notice.title,
          .text = notice.detail,
          .action = action,
          .dismissible = notice.severity != editor::Notice::Severity::error,
          // The editor reads out what matters itself, once and in order.
          .announced = false,
          .id = "notice"};
}

/// As wide as the longest name, within limits, so that the values of all lists stand under each other as a rule.
float fact_name_width(const Frame& frame, float width, const std::vector<Fact>& facts) {
  float needed = usual_fact_name_width * text_scale(frame.ui);
  for (const Fact& fact : facts) {
    needed = std::max(needed, std::ceil(gui::text_width(frame.ui, gui::TextStyle::body, fact.name)));
  }
  return std::min(needed, width * most_fact_name_share);
}

/// How far the value stands from the left; 0 where it has too little room there, and stands under its name.
float fact_value_x(const Frame& frame, float width, const std::vector<Fact>& facts) {
  const float x = on_grid(fact_name_width(frame, width, facts) + gui::space(4));
  return width - x < least_fact_value_width * text_scale(frame.ui) ? 0 : x;
}

/// `x`: where the value stands.
float fact_height(const Frame& frame, float width, float x, const Fact& fact) {
  const float name = x > 0 ? 0 : gui::line_height(frame.ui.theme(), gui::TextStyle::body);
  return name + gui::paragraph_height(frame.ui, gui::TextStyle::body, fact.value, width - x);
}

}  // namespace

gui::Rect centred(const gui::Rect& area, float width) {
  if (area.width <= width) return area;
  return {std::round(area.x + (area.width - width) / 2), area.y, width, area.height};
}

void panel(gui::Ui& ui, const gui::Rect& rect) {
  const gui::Theme& theme = ui.theme();
  gui::fill(ui, rect, theme.color.surface, theme.radius_large);
  gui::stroke(ui, rect, theme.color.line, theme.border, theme.radius_large);
}

gui::Tone tone_of(webhook::Health health) {
  switch (health) {
    case webhook::Health::switched_off_by_nexudus:
      return gui::Tone::danger;
    case webhook::Health::failing:
      return gui::Tone::warning;
    case webhook::Health::fine:
      return gui::Tone::success;
    case webhook::Health::never_fired:
    case webhook::Health::off:
      return gui::Tone::neutral;
  }
  return gui::Tone::neutral;
}

gui::Tone tone_of(editor::Notice::Severity severity) {
  switch (severity) {
    case editor::Notice::Severity::information:
      return gui::Tone::accent;
    case editor::Notice::Severity::success:
      return gui::Tone::success;
    case editor::Notice::Severity::warning:
      return gui::Tone::warning;
    case editor::Notice::Severity::error:
      return gui::Tone::danger;
  }
  return gui::Tone::neutral;
}

std::string moment_text(const Frame& frame, const webhook::Moment& moment, std::string_view none) {
  if (moment.text.empty()) return std::string(none);
  if (!moment.unix_ms) return moment.text;
  return frame.local_time.both(*moment.unix_ms);
}

std::string status_words(int status) {
  return status == 0 ? std::string(language::translate("no reply"))
                     : language::translate("status {0}", std::to_string(status));
}

bool takes_focus(const Frame& frame, const editor::FocusTarget& target) {
  if (frame.view.focus != target) return false;
  frame.view.focus.reset();
  return true;
}

float notice_height(const Frame& frame, float width, const editor::Notice& notice) {
  if (notice.empty()) return 0;
  const std::string action = editor::action_label(notice.action);
  return gui::notice_height(frame.ui, width, spec_of(notice, action));
}

void draw_notice(const Frame& frame, const gui::Rect& rect, const editor::Notice& notice) {
  const std::string action = editor::action_label(notice.action);
  const gui::NoticeResult result = gui::notice(frame.ui, rect, spec_of(notice, action));
  if (takes_focus(frame, {.kind = editor::FocusTarget::Kind::notice})) frame.ui.request_focus(frame.ui.last_id());
  if (result.action_pressed) frame.send(editor::command::RunNoticeAction{});
  if (result.dismissed) frame.send(editor::command::DismissNotice{});
}

void draw_back_link(const Frame& frame, const gui::Rect& rect) {
  const std::string href = "#" + editor::fragment_of(frame.state.list, editor::list_address);
  const gui::LinkSpec link{.name = language::translate("All webhooks"), .href = href};
  if (gui::link(frame.ui, {rect.x, rect.y, gui::link_width(frame.ui, link), rect.height}, link)) {
    frame.send(editor::command::Go{editor::list_address});
  }
}

float facts_height(const Frame& frame, float width, const std::vector<Fact>& facts) {
  const float x = fact_value_x(frame, width, facts);
  float height = 0;
  for (const Fact& fact : facts) height += fact_height(frame, width, x, fact) + fact_gap;
  return std::max(0.0F, height - fact_gap);
}

void draw_facts(const Frame& frame, const gui::Rect& rect, std::string_view name, const std::vector<Fact>& facts) {
  gui::Ui& ui = frame.ui;
  const auto list = ui.open(gui::Role::list, name, rect);
  const float x = fact_value_x(frame, rect.width, facts);
  Stack stack(rect, fact_gap);
  for (const Fact& fact : facts) {
    gui::Rect row = stack.take(fact_height(frame, rect.width, x, fact));
    const auto item = ui.open(gui::Role::list_item, language::translate("{0}:", fact.name) + " ", row);
    const float line = gui::line_height(ui.theme(), gui::TextStyle::body);
    const gui::Rect name_place = x > 0 ? row.cut_left(x) : row.cut_top(line);
    gui::label(ui, {name_place.x, name_place.y, name_place.width, line},
               {.text = fact.name, .color = ui.theme().color.muted, .reported = false});
    gui::paragraph(ui, row, {.text = fact.value, .id = fact.name});
  }
}

}  // namespace screens
