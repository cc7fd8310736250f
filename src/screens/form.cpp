// One webhook: its fields, the facts beside them, what Save will send, and the bar with Save.
#include "screens/form.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "editor/address.h"
#include "editor/form.h"
#include "editor/form_flow.h"
#include "editor/neighbours.h"
#include "editor/sentences.h"
#include "editor/traffic.h"
#include "gui/button.h"
#include "gui/draw.h"
#include "gui/notice.h"
#include "gui/scroll_area.h"
#include "gui/text.h"
#include "language/text.h"
#include "screens/fields.h"
#include "screens/payload.h"
#include "webhook/health.h"

namespace screens {

namespace {

using editor::Form;
using language::counted;
using language::translate;

constexpr float widest_form = 1440;
constexpr float two_columns_from = 1000;
constexpr float widest_fields = 640;
constexpr float panel_padding = 20;
constexpr float bar_padding = 12;

std::string heading_text(const Form& form) {
  if (form.is_new()) {
    return std::string(form.address.duplicate_of != 0 ? translate("New webhook from a copy")
                                                      : translate("New webhook"));
  }
  if (form.phase == Form::Phase::loading) return translate("Webhook {0}", std::to_string(form.address.id));
  return form.stored.fields.name.empty() ? translate("Webhook {0}", std::to_string(form.id)) : form.stored.fields.name;
}

std::size_t changed_fields(const Form& form) {
  std::size_t count = 0;
  for (const editor::FieldStatus& status : form.status) count += status.changed ? 1U : 0U;
  return count;
}

std::string waiting_text(const Frame& frame, const editor::WaitingRequest& waiting) {
  switch (waiting.waits_for) {
    case editor::WaitingRequest::For::network:
      return std::string(translate("Waiting for the connection…"));
    case editor::WaitingRequest::For::session:
      return std::string(translate("Waiting for your session…"));
    case editor::WaitingRequest::For::turn:
      break;
  }
  return translate("Waiting for Nexudus until {0}", frame.local_time.precise(waiting.goes_unix_ms));
}

/// What the form is doing; empty for nothing.
std::string_view task_text(Form::Task task) {
  switch (task) {
    case Form::Task::comparing:
    case Form::Task::saving:
      return translate("Saving…");
    case Form::Task::checking:
      return translate("Checking what Nexudus stored…");
    case Form::Task::looking_for_twin:
      return translate("Checking whether it was created…");
    case Form::Task::deleting:
      return translate("Deleting…");
    case Form::Task::none:
      break;
  }
  return {};
}

std::string bar_text(const Frame& frame) {
  const Form& form = *frame.state.form;
  if (const editor::WaitingRequest* waiting = what_the_form_waits_for(frame.state)) {
    return waiting_text(frame, *waiting);
  }
  if (form.task != Form::Task::none) return std::string(task_text(form.task));
  if (form.is_new()) return std::string(translate("Not created yet"));
  const std::size_t count = changed_fields(form);
  if (count == 0) return std::string(translate("No unsaved changes"));
  return counted(static_cast<std::int64_t>(count), "{0} unsaved change", "{0} unsaved changes", std::to_string(count));
}

// ---- Header ----------------------------------------------------------------------------------------------------------

struct RecordButtons {
  gui::ButtonSpec duplicate;
  gui::ButtonSpec remove;
};

// Nothing to duplicate or delete before there is a record.
std::optional<RecordButtons> record_buttons(const Frame& frame) {
  const Form& form = *frame.state.form;
  if (form.is_new() || form.phase != Form::Phase::ready) return std::nullopt;
  const bool narrow = is_narrow(frame.ui);
  const editor::Rights& rights = frame.state.rights;
  return RecordButtons{.duplicate = {.name = translate("Duplicate"),
                                     .icon = gui::Icon::copy,
                                     .icon_only = narrow,
                                     .disabled = form.busy() || !rights.create},
                       .remove = {.name = translate("Delete"),
                                  .icon = gui::Icon::trash,
                                  .icon_only = narrow,
                                  .disabled = form.busy() || !rights.remove}};
}

float buttons_width(const Frame& frame) {
  const auto buttons = record_buttons(frame);
  if (!buttons) return 0;
  return gui::button_width(frame.ui, buttons->duplicate) + gui::space(2) +
         gui::button_width(frame.ui, buttons->remove) + gui::space(3);
}

// ---- The way to the webhooks beside it in the list

struct NeighbourButtons {
  gui::ButtonSpec previous;
  gui::ButtonSpec next;
};

NeighbourButtons neighbour_buttons(const editor::Neighbours& neighbours, std::string_view no_previous,
                                   std::string_view no_next) {
  return {.previous = {.name = translate("Previous webhook"),
                       .icon = gui::Icon::chevron_left,
                       .icon_only = true,
                       .disabled = !neighbours.previous,
                       .description = no_previous},
          .next = {.name = translate("Next webhook"),
                   .icon = gui::Icon::chevron_right,
                   .icon_only = true,
                   .disabled = !neighbours.next,
                   .description = no_next}};
}

float way_height(const Frame& frame) {
  return frame.state.form->is_new() ? gui::link_height(frame.ui) : frame.ui.theme().control_height;
}

void draw_neighbours(const Frame& frame, gui::Rect row) {
  gui::Ui& ui = frame.ui;
  const editor::Neighbours neighbours = editor::neighbours_of_form(frame.state);
  const std::string no_previous = neighbours.previous ? "" : editor::why_no_neighbour(frame.state, neighbours, false);
  const std::string no_next = neighbours.next ? "" : editor::why_no_neighbour(frame.state, neighbours, true);
  const NeighbourButtons buttons = neighbour_buttons(neighbours, no_previous, no_next);
  const gui::Rect next = row.cut_right(gui::button_width(ui, buttons.next));
  (void)row.cut_right(gui::space(2));
  const gui::Rect previous = row.cut_right(gui::button_width(ui, buttons.previous));
  (void)row.cut_right(gui::space(3));
  const std::string place = editor::place_sentence(neighbours);
  if (!place.empty()) {
    gui::label(ui, row,
               {.text = place, .color = ui.theme().color.muted, .align = gui::Align::end, .id = "place in the list"});
  }
  if (gui::button(ui, previous, buttons.previous)) {
    frame.send(editor::command::Go{editor::record_address(*neighbours.previous)});
  }
  if (gui::button(ui, next, buttons.next)) frame.send(editor::command::Go{editor::record_address(*neighbours.next)});
}

// The way back to all of them at the left, to those beside it at the right.
void draw_ways(const Frame& frame, gui::Rect row) {
  const float link = gui::link_height(frame.ui);
  draw_back_link(frame, {row.x, row.y + (row.height - link) / 2, row.width / 2, link});
  if (!frame.state.form->is_new()) draw_neighbours(frame, {row.x + row.width / 2, row.y, row.width / 2, row.height});
}

float title_height(const Frame& frame, float width) {
  const std::string title = heading_text(*frame.state.form);
  const float needed = gui::heading_height(frame.ui, heading_style(frame.ui), title, width - buttons_width(frame));
  return std::max(needed, frame.ui.theme().control_height);
}

float header_height(const Frame& frame, float width) {
  return way_height(frame) + gui::space(3) + title_height(frame, width);
}

void draw_record_buttons(const Frame& frame, gui::Rect row) {
  gui::Ui& ui = frame.ui;
  const auto buttons = record_buttons(frame);
  if (!buttons) return;
  const gui::Rect remove_place = row.cut_right(gui::button_width(ui, buttons->remove));
  (void)row.cut_right(gui::space(2));
  const gui::Rect duplicate_place = row.cut_right(gui::button_width(ui, buttons->duplicate));
  if (gui::button(ui, duplicate_place, buttons->duplicate)) frame.send(editor::command::Duplicate{});
  if (gui::button(ui, remove_place, buttons->remove)) frame.send(editor::command::Delete{});
  const gui::NodeId remove_id = ui.last_id();
  if (takes_focus(frame, {.kind = editor::FocusTarget::Kind::delete_button})) ui.request_focus(remove_id);
}

void draw_header(const Frame& frame, gui::Rect rect) {
  gui::Ui& ui = frame.ui;
  draw_ways(frame, rect.cut_top(way_height(frame)));
  (void)rect.cut_top(gui::space(3));

  // The heading comes first in reading order, but its width is what the buttons leave.
  const std::string title = heading_text(*frame.state.form);
  const gui::Rect buttons{rect.x, rect.y, rect.width, ui.theme().control_height};
  (void)rect.cut_right(buttons_width(frame));
  const gui::NodeId id =
      gui::heading(ui, rect, {.text = title, .level = 1, .style = heading_style(ui), .id = "title", .focusable = true});
  if (takes_focus(frame, {.kind = editor::FocusTarget::Kind::heading})) ui.request_focus(id);
  draw_record_buttons(frame, buttons);
}

// ---- Messages --------------------------------------------------------------------------------------------------------

std::string joined(const std::vector<std::string>& sentences) {
  std::string text;
  for (const std::string& sentence : sentences) {
    if (!text.empty()) text += '\n';
    text += sentence;
  }
  return text;
}

editor::Notice summary_notice(const Form& form) {
  if (form.summary.empty()) return {};
  return {.severity = editor::Notice::Severity::error,
          .title = std::string(translate("Nexudus did not accept this")),
          .detail = joined(form.summary)};
}

editor::Notice stored_otherwise_notice(const Form& form) {
  if (form.stored_otherwise.empty()) return {};
  const std::string nothing(translate("nothing"));
  std::vector<std::string> lines;
  for (const editor::StoredOtherwise& difference : form.stored_otherwise) {
    lines.push_back(translate("{0}: sent {1}, stored {2}", difference.member,
                              difference.sent_raw.empty() ? nothing : difference.sent_raw,
                              difference.stored_raw.empty() ? nothing : difference.stored_raw));
  }
  return {.severity = editor::Notice::Severity::warning,
          .title = std::string(translate("Nexudus stored something else than was sent")),
          .detail = joined(lines)};
}

// Why nothing can be changed, with a way to try all the same.
void draw_rights(const Frame& frame, Stack& stack) {
  if (!editor::is_read_only(frame.state)) return;
  const editor::Notice notice = editor::rights_notice(frame.state);
  const gui::NoticeSpec spec{.tone = tone_of(notice.severity),
                             .title = notice.title,
                             .text = notice.detail,
                             .action = translate("Try again"),
                             .announced = false,
                             .id = "rights"};
  const gui::Rect place = stack.take(gui::notice_height(frame.ui, stack.width(), spec));
  if (gui::notice(frame.ui, place, spec).action_pressed) frame.send(editor::command::AssumeAllRights{});
}

// Where something else has to be said first, such as that a draft is back.
void draw_health(const Frame& frame, Stack& stack) {
  const Form& form = *frame.state.form;
  using Action = editor::Notice::Action;
  if (form.phase != Form::Phase::ready || form.notice.empty() || form.notice.action == Action::switch_on) return;
  const editor::Notice notice = editor::health_notice(form.stored);
  if (notice.empty() || form.fields.active) return;
  const gui::NoticeSpec spec{.tone = tone_of(notice.severity),
                             .title = notice.title,
                             .text = notice.detail,
                             .action = editor::is_read_only(frame.state) ? "" : translate("Switch on"),
                             .announced = false,
                             .id = "health"};
  const gui::Rect place = stack.take(gui::notice_height(frame.ui, stack.width(), spec));
  if (gui::notice(frame.ui, place, spec).action_pressed) frame.send(editor::command::SetActive{true});
}

void draw_messages(const Frame& frame, Stack& stack) {
  const Form& form = *frame.state.form;
  const auto draw = [&](const editor::Notice& notice, int place) {
    const float height = notice_height(frame, stack.width(), notice);
    if (height == 0) return;
    const auto scope = frame.ui.id_scope(place);
    draw_notice(frame, stack.take(height), notice);
    if (place == 1 && takes_focus(frame, {.kind = editor::FocusTarget::Kind::error_summary})) {
      frame.ui.request_focus(frame.ui.last_id());
    }
  };
  draw_rights(frame, stack);
  editor::Notice notice = form.notice;
  if (editor::is_read_only(frame.state) && notice.action == editor::Notice::Action::switch_on) {
    notice.action = editor::Notice::Action::none;
  }
  draw(notice, 0);
  draw_health(frame, stack);
  draw(summary_notice(form), 1);
  draw(stored_otherwise_notice(form), 2);
  draw(editor::not_kept_notice(frame.state), 3);
}

// ---- Facts -----------------------------------------------------------------------------------------------------------

std::vector<Fact> facts_of(const Frame& frame) {
  const webhook::Record& record = frame.state.form->stored;
  const webhook::Facts& facts = record.facts;
  std::vector<Fact> list;
  list.emplace_back(translate("Health"), webhook::describe_health(record.fields, facts));
  if (!facts.last_error.empty()) {
    list.emplace_back(translate("Last error"), facts.last_error);
    const std::string_view why = webhook::explain_error(facts.last_error);
    if (!why.empty()) list.emplace_back(translate("What it means"), why);
  }
  list.emplace_back(translate("Failures in a row"), std::to_string(facts.error_count));
  list.emplace_back(translate("Last fired"), moment_text(frame, facts.last_trigger, translate("Never")));
  list.emplace_back(translate("Last changed"), moment_text(frame, facts.updated_on, translate("Not known")));
  if (!facts.updated_by.empty()) list.emplace_back(translate("Changed by"), facts.updated_by);
  list.emplace_back(translate("Created"), moment_text(frame, facts.created_on, translate("Not known")));
  list.emplace_back(translate("Id"), std::to_string(record.id));
  if (!facts.unique_id.empty()) list.emplace_back(translate("Unique id"), facts.unique_id);
  if (!facts.system_id.empty()) list.emplace_back(translate("System id"), facts.system_id);
  return list;
}

void draw_facts_panel(const Frame& frame, Stack& stack) {
  gui::Ui& ui = frame.ui;
  const std::vector<Fact> facts = facts_of(frame);
  const float title = gui::line_height(ui.theme(), gui::TextStyle::large);
  const float inner_width = stack.width() - 2 * panel_padding;
  const float height = 2 * panel_padding + title + gui::space(3) + facts_height(frame, inner_width, facts);
  const gui::Rect rect = stack.take(height);
  const auto section = ui.open(gui::Role::region, translate("About this webhook"), rect);
  panel(ui, rect);
  Stack inside(rect.inset(panel_padding, panel_padding), gui::space(3));
  gui::heading(ui, inside.take(title),
               {.text = translate("About this webhook"), .level = 2, .style = gui::TextStyle::large});
  draw_facts(frame, {rect.x + panel_padding, inside.y(), inner_width, facts_height(frame, inner_width, facts)},
             translate("Facts"), facts);
}

// ---- The two columns -------------------------------------------------------------------------------------------------

void draw_fields_panel(const Frame& frame, Stack& stack) {
  const float height = fields_height(frame, stack.width() - 2 * panel_padding) + 2 * panel_padding;
  const gui::Rect rect = stack.take(height);
  const auto form = frame.ui.open(gui::Role::form, translate("Webhook"), rect);
  panel(frame.ui, rect);
  draw_fields(frame, rect.inset(panel_padding, panel_padding));
}

void draw_payload_panel(const Frame& frame, Stack& stack) {
  const float height = payload_height(frame, stack.width() - 2 * panel_padding) + 2 * panel_padding;
  const gui::Rect rect = stack.take(height);
  const auto section = frame.ui.open(gui::Role::region, translate("Request"), rect);
  panel(frame.ui, rect);
  draw_payload(frame, rect.inset(panel_padding, panel_padding));
}

// Returns the y under what was drawn.
float draw_columns(const Frame& frame, gui::Rect rect) {
  const float gap = gui::space(4);
  const bool existing = !frame.state.form->is_new();
  if (rect.width < two_columns_from * text_scale(frame.ui)) {
    Stack stack(rect, gap);
    draw_fields_panel(frame, stack);
    if (existing) draw_facts_panel(frame, stack);
    draw_payload_panel(frame, stack);
    return stack.y() - gap;
  }
  Stack left(rect.cut_left(on_grid(std::min(widest_fields, rect.width * 0.48F))), gap);
  (void)rect.cut_left(gap);
  Stack right(rect, gap);
  draw_fields_panel(frame, left);
  if (existing) draw_facts_panel(frame, left);
  draw_payload_panel(frame, right);
  return std::max(left.y(), right.y()) - gap;
}

void draw_loading(const Frame& frame, const gui::Rect& rect) {
  gui::progress(frame.ui, rect,
                {.name = translate("Loading the webhook"),
                 .fraction = {},
                 .text = translate("Reading the webhook from Nexudus…")});
}

// ---- The bar at the bottom -------------------------------------------------------------------------------------------

struct BarButtons {
  gui::ButtonSpec undo;
  gui::ButtonSpec redo;
  gui::ButtonSpec discard;
  gui::ButtonSpec save;
};

BarButtons bar_buttons(const Frame& frame) {
  const Form& form = *frame.state.form;
  const bool waits = what_the_form_waits_for(frame.state) != nullptr;
  return {
      .undo = {.name = translate("Undo"),
               .style = gui::ButtonStyle::quiet,
               .icon = gui::Icon::undo,
               .icon_only = true,
               .disabled = form.history.done.empty() || form.busy(),
               .description = form.history.done.empty() ? translate("There is nothing to undo.") : ""},
      .redo = {.name = translate("Redo"),
               .style = gui::ButtonStyle::quiet,
               .icon = gui::Icon::redo,
               .icon_only = true,
               .disabled = form.history.undone.empty() || form.busy(),
               .description = form.history.undone.empty() ? translate("There is nothing to redo.") : ""},
      .discard = waits ? gui::ButtonSpec{.name = translate("Stop")}
                       : gui::ButtonSpec{.name = translate("Discard changes"),
                                         .short_name = is_narrow(frame.ui) ? translate("Discard") : "",
                                         .disabled = !form.changed || form.busy(),
                                         .description = form.changed ? "" : translate("There is nothing to discard.")},
      .save = {.name = translate("Save"), .style = gui::ButtonStyle::primary, .busy = form.busy(), .id = "save"}};
}

gui::Rect inside_bar(const Frame& frame, const gui::Rect& bar) {
  return centred(bar.inset(margin(frame.ui), bar_padding), widest_form);
}

// Where text is large or the window narrow, the words stand above the buttons, with Undo and Redo if need be.
struct BarLayout {
  float above = 0;
  bool history_above = false;
};

BarLayout bar_layout(const Frame& frame, float width) {
  gui::Ui& ui = frame.ui;
  const BarButtons buttons = bar_buttons(frame);
  const float needed = gui::button_width(ui, buttons.undo) + gui::button_width(ui, buttons.redo) + gui::space(3) +
                       gui::button_width(ui, buttons.discard) + gui::button_width(ui, buttons.save);
  const float words = gui::text_width(ui, gui::TextStyle::body, bar_text(frame)) + gui::space(3);
  if (words + needed <= width) return {};
  if (needed > width) return {ui.theme().control_height + gui::space(2), true};
  return {gui::line_height(ui.theme(), gui::TextStyle::body) + gui::space(2), false};
}

float bar_height(const Frame& frame, const gui::Rect& area) {
  const float width = inside_bar(frame, area).width;
  return bar_layout(frame, width).above + frame.ui.theme().control_height + 2 * bar_padding;
}

void draw_bar(const Frame& frame, const gui::Rect& rect) {
  gui::Ui& ui = frame.ui;
  const auto bar = ui.open(gui::Role::group, translate("Save or discard"), rect);
  gui::fill(ui, rect, ui.theme().color.surface);
  gui::separator(ui, {rect.x, rect.y, rect.width, 1});
  gui::Rect inner = inside_bar(frame, rect);
  const BarLayout layout = bar_layout(frame, inner.width);
  gui::Rect upper = inner.cut_top(layout.above);
  upper.height = std::max(0.0F, upper.height - gui::space(2));

  const BarButtons buttons = bar_buttons(frame);
  const gui::Rect save_place = inner.cut_right(gui::button_width(ui, buttons.save));
  (void)inner.cut_right(gui::space(2));
  const gui::Rect discard_place = inner.cut_right(gui::button_width(ui, buttons.discard));
  (void)inner.cut_right(gui::space(1));
  gui::Rect& history = layout.history_above ? upper : inner;
  const gui::Rect redo_place = history.cut_right(gui::button_width(ui, buttons.redo));
  const gui::Rect undo_place = history.cut_right(gui::button_width(ui, buttons.undo));
  (void)history.cut_right(gui::space(3));
  const gui::Rect words = layout.above > 0 ? upper : inner;

  const std::string text = bar_text(frame);
  gui::label(ui, words, {.text = text, .color = ui.theme().color.muted, .id = "unsaved"});
  if (gui::button(ui, undo_place, buttons.undo)) frame.send(editor::command::Undo{});
  if (gui::button(ui, redo_place, buttons.redo)) frame.send(editor::command::Redo{});
  if (gui::button(ui, discard_place, buttons.discard)) {
    frame.send(what_the_form_waits_for(frame.state) != nullptr ? editor::Command(editor::command::Stop{})
                                                               : editor::Command(editor::command::SetAllBack{}));
  }
  if (gui::button(ui, save_place, buttons.save)) frame.send(editor::command::Save{});
}

}  // namespace

void draw_form(const Frame& frame, const gui::Rect& area) {
  gui::Ui& ui = frame.ui;
  const Form& form = *frame.state.form;
  const auto main = ui.open(gui::Role::main, "", area);

  const bool ready = form.phase == Form::Phase::ready;
  const bool has_bar = ready && !editor::is_read_only(frame.state);
  gui::Rect page = area;
  const gui::Rect bar = page.cut_bottom(has_bar ? bar_height(frame, area) : 0);
  {
    gui::ScrollArea scroll(ui, page, {.id = "form"});
    const gui::Rect inner = centred(scroll.content().inset(margin(ui), margin(ui)), widest_form);
    Stack stack(inner, gui::space(4));
    draw_header(frame, stack.take(header_height(frame, inner.width)));
    draw_messages(frame, stack);
    if (form.phase == Form::Phase::loading) draw_loading(frame, stack.take(progress_height(ui)));
    float bottom = stack.y();
    if (ready) bottom = draw_columns(frame, {inner.x, stack.y(), inner.width, 0});
    scroll.set_content_height(bottom + margin(ui) - scroll.content().y);
  }
  if (has_bar) draw_bar(frame, bar);
}

}  // namespace screens
