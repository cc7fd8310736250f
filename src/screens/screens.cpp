// Which screen is drawn, and what stands round all of them: the top bar, dialogs, what went wrong at the start.
#include "screens/screens.h"

#include <algorithm>

#include "editor/countdown.h"
#include "gui/button.h"
#include "gui/draw.h"
#include "gui/notice.h"
#include "gui/text.h"
#include "language/text.h"
#include "screens/activity.h"
#include "screens/commands.h"
#include "screens/dialogs.h"
#include "screens/form.h"
#include "screens/frame.h"
#include "screens/list.h"

namespace screens {

namespace {

using language::translate;

constexpr float least_top_bar_height = 56;
constexpr float mark_size = 24;
constexpr std::string_view product = "WebHook Editor";

std::string_view user_text(const editor::Session& session, bool narrow) {
  switch (session.kind) {
    case editor::Session::Kind::demo:
      return narrow ? translate("Demo") : translate("Demo: nothing leaves this browser");
    case editor::Session::Kind::token:
      return narrow ? translate("With a token") : translate("Signed in with a token");
    case editor::Session::Kind::provider:
      if (session.user.empty()) return translate("Signed in");
      break;
    case editor::Session::Kind::nexudus:
    case editor::Session::Kind::none:
      break;
  }
  return session.user;
}

float top_bar_height(const gui::Ui& ui) {
  return std::max(least_top_bar_height, ui.theme().control_height + 2 * gui::space(2));
}

// The product's mark: a hook in a rounded square.
void draw_mark(gui::Ui& ui, const gui::Rect& rect) {
  gui::fill(ui, rect, ui.theme().color.accent, ui.theme().radius);
  gui::icon(ui, rect.inset(4, 4), gui::Icon::external_link, ui.theme().color.on_accent);
}

void draw_top_bar(const Frame& frame, const gui::Rect& rect) {
  gui::Ui& ui = frame.ui;
  const auto banner = ui.open(gui::Role::banner, "", rect);
  gui::fill(ui, rect, ui.theme().color.surface);
  gui::separator(ui, {rect.x, rect.bottom() - 1, rect.width, 1});
  gui::Rect row = rect.inset(margin(ui), (rect.height - ui.theme().control_height) / 2);

  const gui::Rect mark = row.cut_left(mark_size);
  draw_mark(ui, {mark.x, mark.y + (mark.height - mark_size) / 2, mark_size, mark_size});
  (void)row.cut_left(gui::space(3));
  const gui::ButtonSpec sign_out{.name = translate("Sign out"),
                                 .style = gui::ButtonStyle::quiet,
                                 .icon = gui::Icon::log_out,
                                 .icon_only = is_narrow(ui)};
  const gui::Rect sign_out_place = row.cut_right(gui::button_width(ui, sign_out));
  const gui::ButtonSpec commands{.name = translate("Commands"),
                                 .style = gui::ButtonStyle::quiet,
                                 .icon = gui::Icon::more,
                                 .icon_only = is_narrow(ui)};
  const gui::Rect commands_place = row.cut_right(gui::button_width(ui, commands));
  (void)row.cut_right(gui::space(3));
  const float product_width = std::min(row.width, gui::text_width(ui, gui::TextStyle::strong, product));
  gui::label(ui, row.cut_left(product_width), {.text = product, .style = gui::TextStyle::strong});
  (void)row.cut_left(gui::space(4));
  gui::label(ui, row,
             {.text = user_text(frame.state.session, is_narrow(ui)),
              .style = gui::TextStyle::compact,
              .color = ui.theme().color.muted,
              .align = gui::Align::end,
              .id = "user"});
  if (gui::button(ui, commands_place, commands)) frame.send(editor::command::OpenPalette{});
  if (gui::button(ui, sign_out_place, sign_out)) frame.send(editor::command::SignOut{});
}

void draw_startup_problem(const Frame& frame, const gui::Rect& area) {
  gui::Ui& ui = frame.ui;
  const auto main = ui.open(gui::Role::main, "", area);
  Stack stack(centred(area.inset(margin(ui), gui::space(12)), 640), gui::space(3));
  gui::heading(ui, stack.take(gui::line_height(ui.theme(), gui::TextStyle::display)),
               {.text = translate("The editor cannot start"), .level = 1, .style = gui::TextStyle::display});
  const std::string& problem = frame.state.startup_problem;
  gui::paragraph(ui, stack.take(gui::paragraph_height(ui, gui::TextStyle::body, problem, stack.width())),
                 {.text = problem, .id = "problem"});
}

void draw_offline(const Frame& frame, gui::Rect& rest) {
  if (frame.state.online) return;
  const gui::NoticeSpec spec{
      .tone = gui::Tone::warning,
      .text = translate("You are offline. What you type is kept; saving works again once you are back."),
      .id = "offline"};
  const float height = gui::notice_height(frame.ui, rest.width - 2 * margin(frame.ui), spec);
  (void)rest.cut_top(gui::space(3));
  gui::notice(frame.ui, rest.cut_top(height).inset(margin(frame.ui), 0), spec);
}

void draw_session_end(const Frame& frame, gui::Rect& rest) {
  const editor::Notice notice = editor::session_end_notice(frame.state.session);
  if (notice.empty()) return;
  const gui::NoticeSpec spec{.tone = gui::Tone::warning,
                             .title = notice.title,
                             .text = notice.detail,
                             .action = translate("Sign in again"),
                             .announced = false,
                             .id = "session-end"};
  const float height = gui::notice_height(frame.ui, rest.width - 2 * margin(frame.ui), spec);
  (void)rest.cut_top(gui::space(3));
  if (gui::notice(frame.ui, rest.cut_top(height).inset(margin(frame.ui), 0), spec).action_pressed) {
    frame.send(editor::command::SignInAgain{});
  }
}

bool is_signed_in(const editor::Session& session) {
  return session.stage == editor::Session::Stage::signed_in || session.stage == editor::Session::Stage::expired;
}

void draw_app(const Frame& frame, gui::Rect rest) {
  draw_top_bar(frame, rest.cut_top(top_bar_height(frame.ui)));
  draw_offline(frame, rest);
  draw_session_end(frame, rest);
  if (frame.state.form) {
    draw_form(frame, rest);
  } else if (frame.state.address == editor::activity_address) {
    draw_activity(frame, rest);
  } else {
    draw_list(frame, rest);
  }
  // After the fields, so that what was typed in the same frame is saved too.
  take_shortcuts(frame);
  draw_dialog(frame);
}

}  // namespace

std::vector<editor::Command> draw(gui::Ui& ui, const editor::State& state, ViewState& view,
                                  const LocalTime& local_time) {
  std::vector<editor::Command> commands;
  const Frame frame{ui, state, view, local_time, commands};
  const gui::Rect window = ui.viewport();
  if (state.session.stage == editor::Session::Stage::misconfigured) {
    draw_startup_problem(frame, window);
  } else if (is_signed_in(state.session)) {
    // While the session has expired, the sign-in form of the page stands over all this.
    draw_app(frame, window);
  }
  return commands;
}

}  // namespace screens
