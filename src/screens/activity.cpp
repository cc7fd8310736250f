// What this user wrote from this browser, and what went over the line.
#include "screens/activity.h"

#include <algorithm>
#include <string>
#include <vector>

#include "editor/address.h"
#include "editor/drafts.h"
#include "editor/journal.h"
#include "editor/sentences.h"
#include "editor/visit.h"
#include "gui/button.h"
#include "gui/scroll_area.h"
#include "gui/text.h"
#include "gui/text_field.h"
#include "language/text.h"
#include "nexudus/budget.h"

namespace screens {

namespace {

using editor::JournalEntry;
using language::translate;

constexpr float widest_activity = 960;
constexpr float widest_search = 420;
constexpr float panel_padding = 16;
constexpr std::size_t most_entries = 100;
constexpr std::size_t most_requests = 50;

// ---- One write

struct Entry {
  std::string key;
  std::string title;
  std::string words;
  std::vector<Fact> changes;
  std::string button;        // what it says, e.g. "Undo this change"; empty: there is none
  std::string give_up = {};  // likewise a second one
  std::int64_t opens = 0;    // the webhook it has a link to; 0: none
};

Fact change_fact(const editor::FieldChange& change, bool created) {
  if (created) return {change.field, change.after};
  const std::string nothing(translate("nothing"));
  return {change.field,
          (change.before.empty() ? nothing : change.before) + " → " + (change.after.empty() ? nothing : change.after)};
}

Entry describe(const Frame& frame, const JournalEntry& entry) {
  Entry shown{.key = entry.key,
              .title = title_of(entry),
              .words = frame.local_time.both(entry.unix_ms) + " · " + outcome_of(entry),
              .changes = {},
              .button = std::string(undo_label(frame.state, entry))};
  if (entry.kind != JournalEntry::Kind::deleted) shown.opens = entry.id;
  for (const editor::FieldChange& change : changes_of(frame.state, entry)) {
    shown.changes.push_back(change_fact(change, entry.kind == JournalEntry::Kind::created));
  }
  return shown;
}

Entry describe(const Frame& frame, const editor::Draft& draft) {
  Entry shown{.key = draft.key,
              .title = translate("Draft of {0}", title_of(draft)),
              .words = translate("Typed {0}", frame.local_time.both(draft.unix_ms)),
              .changes = {},
              .button = std::string(translate("Go on editing")),
              .give_up = std::string(translate("Discard"))};
  for (const editor::FieldChange& change : changes_of(frame.state, draft)) {
    shown.changes.push_back(change_fact(change, draft.id == 0));
  }
  return shown;
}

bool has_buttons(const Entry& shown) { return !shown.button.empty() || shown.opens != 0; }

gui::ButtonSpec entry_button(std::string_view name, std::string_view label) {
  return {.name = name, .short_name = label};
}

std::string link_name(const Frame& frame, const Entry& shown) {
  return is_narrow(frame.ui) ? std::string(translate("Open it"))
                             : translate("Open webhook {0}", std::to_string(shown.opens));
}

float buttons_height(const Frame& frame, float width, const Entry& shown) {
  Flow flow(frame.ui, {0, 0, width, 0});
  for (const std::string_view label : {std::string_view(shown.button), std::string_view(shown.give_up)}) {
    if (!label.empty()) (void)flow.take(gui::button_width(frame.ui, entry_button({}, label)));
  }
  const std::string name = link_name(frame, shown);
  if (shown.opens != 0) (void)flow.take(gui::link_width(frame.ui, {.name = name, .href = {}}));
  return flow.height();
}

float words_height(const Frame& frame, float width, const Entry& shown) {
  return gui::paragraph_height(frame.ui, gui::TextStyle::compact, shown.words, width);
}

float entry_height(const Frame& frame, float width, const Entry& shown) {
  const float inner = width - 2 * panel_padding;
  float height = 2 * panel_padding;
  height += gui::heading_height(frame.ui, gui::TextStyle::large, shown.title, inner) + gui::space(1);
  height += words_height(frame, inner, shown);
  if (!shown.changes.empty()) height += gui::space(3) + facts_height(frame, inner, shown.changes);
  if (has_buttons(shown)) height += gui::space(3) + buttons_height(frame, inner, shown);
  return height;
}

bool draw_entry_button(const Frame& frame, Flow& flow, const Entry& shown, std::string_view label) {
  if (label.empty()) return false;
  const std::string name = translate("{0}: {1}", label, shown.title);
  const gui::ButtonSpec button = entry_button(name, label);
  return gui::button(frame.ui, flow.take(gui::button_width(frame.ui, button)), button);
}

void draw_entry_buttons(const Frame& frame, const gui::Rect& rect, const Entry& shown) {
  Flow flow(frame.ui, rect);
  if (draw_entry_button(frame, flow, shown, shown.button)) {
    shown.give_up.empty() ? frame.send(editor::command::UndoWrite{shown.key})
                          : frame.send(editor::command::OpenDraft{shown.key});
  }
  if (draw_entry_button(frame, flow, shown, shown.give_up)) frame.send(editor::command::DiscardDraft{shown.key});
  if (shown.opens == 0) return;
  const std::string target = "#" + editor::to_fragment(editor::record_address(shown.opens));
  const std::string name = link_name(frame, shown);
  const gui::LinkSpec link{.name = name, .href = target};
  if (gui::link(frame.ui, flow.take(gui::link_width(frame.ui, link)), link)) {
    frame.send(editor::command::Go{editor::record_address(shown.opens)});
  }
}

void draw_entry(const Frame& frame, const gui::Rect& rect, const Entry& shown) {
  gui::Ui& ui = frame.ui;
  const auto scope = ui.id_scope(shown.key);
  const auto article = ui.open(gui::Role::group, shown.title, rect);
  panel(ui, rect);
  const float width = rect.width - 2 * panel_padding;
  gui::Rect inner = rect.inset(panel_padding, panel_padding);
  gui::heading(ui, inner.cut_top(gui::heading_height(ui, gui::TextStyle::large, shown.title, width)),
               {.text = shown.title, .level = 3, .style = gui::TextStyle::large});
  (void)inner.cut_top(gui::space(1));
  gui::paragraph(
      ui, inner.cut_top(words_height(frame, width, shown)),
      {.text = shown.words, .style = gui::TextStyle::compact, .color = ui.theme().color.muted, .id = "words"});
  if (!shown.changes.empty()) {
    (void)inner.cut_top(gui::space(3));
    draw_facts(frame, inner.cut_top(facts_height(frame, width, shown.changes)), translate("Changes"), shown.changes);
  }
  if (!has_buttons(shown)) return;
  (void)inner.cut_top(gui::space(3));
  draw_entry_buttons(frame, inner, shown);
}

// ---- All writes

void draw_search(const Frame& frame, gui::Rect row, bool any) {
  gui::Ui& ui = frame.ui;
  const gui::ButtonSpec save{.name = translate("Export"),
                             .disabled = !any,
                             .description = any ? translate("Saves what is listed as a file, one JSON object a line.")
                                                : translate("There is nothing to export.")};
  const gui::Rect save_place = row.cut_right(gui::button_width(ui, save));
  (void)row.cut_right(gui::space(2));
  const gui::TextFieldSpec spec{.name = translate("Search changes"),
                                .placeholder = translate("Name, URL, result…"),
                                .search = true,
                                .label_hidden = true};
  std::string text = frame.state.journal.search;
  const auto typed = gui::text_field(ui, row.cut_left(std::min(widest_search, row.width)), text, spec);
  if (typed.changed) frame.send(editor::command::SearchJournal{text});
  if (gui::button(ui, save_place, save) && any) frame.send(editor::command::ExportJournal{});
}

std::string changes_words(const Frame& frame, std::size_t found) {
  const std::size_t all = frame.state.journal.entries.size();
  if (all == 0) {
    return std::string(translate("Nothing yet. What you create, change or delete from this browser is listed here."));
  }
  if (found == 0) return std::string(translate("No change matches."));
  if (found > most_entries) {
    return translate("The last {0} of {1}.", std::to_string(most_entries), std::to_string(found));
  }
  if (frame.state.session.kind == editor::Session::Kind::demo) {
    return std::string(translate("Kept until the demo is left."));
  }
  return std::string(
      !frame.state.keeps_texts
          ? translate("The browser's storage is full or blocked: the last changes are kept only until this page is "
                      "left.")
          : translate("Kept in this browser, encrypted. Undo opens a webhook with what was there before, to look at "
                      "and save."));
}

void draw_paragraph(const Frame& frame, Stack& stack, std::string_view text, std::string_view id) {
  const float height = gui::paragraph_height(frame.ui, gui::TextStyle::body, text, stack.width());
  gui::paragraph(frame.ui, stack.take(height), {.text = text, .color = frame.ui.theme().color.muted, .id = id});
}

void draw_described(const Frame& frame, Stack& stack, const Entry& shown) {
  draw_entry(frame, stack.take(entry_height(frame, stack.width(), shown)), shown);
}

void draw_drafts(const Frame& frame, Stack& stack) {
  gui::Ui& ui = frame.ui;
  if (frame.state.drafts.empty()) return;
  gui::heading(ui, stack.take(gui::line_height(ui.theme(), gui::TextStyle::title)),
               {.text = translate("Unsaved changes"), .level = 2});
  draw_paragraph(frame, stack, translate("Typed and not saved. They stay until you save or discard them."), "drafts");
  for (const editor::Draft& draft : frame.state.drafts) draw_described(frame, stack, describe(frame, draft));
  stack.skip(gui::space(4));
}

void draw_changes(const Frame& frame, Stack& stack) {
  gui::Ui& ui = frame.ui;
  gui::heading(ui, stack.take(gui::line_height(ui.theme(), gui::TextStyle::title)),
               {.text = translate("Changes"), .level = 2});
  const auto found = found_entries(frame.state);
  draw_search(frame, stack.take(ui.theme().control_height), !found.empty());
  draw_paragraph(frame, stack, changes_words(frame, found.size()), "changes");
  for (std::size_t at = 0; at < std::min(most_entries, found.size()); ++at) {
    draw_described(frame, stack, describe(frame, *found[at]));
  }
}

// ---- Requests

std::string left_of(std::int64_t used, std::int64_t all) {
  const auto left = static_cast<std::size_t>(std::max<std::int64_t>(0, all - used));
  return translate("{0} of {1} left", editor::grouped(left), editor::grouped(static_cast<std::size_t>(all)));
}

std::string waiting_words(const Frame& frame, const editor::WaitingRequest& one) {
  const std::string attempt = std::to_string(one.attempt);
  switch (one.waits_for) {
    case editor::WaitingRequest::For::network:
      return translate("{0}, attempt {1}, for the connection", one.what, attempt);
    case editor::WaitingRequest::For::session:
      return translate("{0}, attempt {1}, for your session", one.what, attempt);
    case editor::WaitingRequest::For::turn:
      break;
  }
  return translate("{0}, attempt {1}, until {2}", one.what, attempt, frame.local_time.precise(one.goes_unix_ms));
}

std::vector<Fact> budget_facts(const Frame& frame) {
  const editor::Traffic& traffic = frame.state.traffic;
  std::string waiting(traffic.waiting.empty() ? translate("Nothing") : "");
  for (const editor::WaitingRequest& one : traffic.waiting) {
    if (!waiting.empty()) waiting += "; ";
    waiting += waiting_words(frame, one);
  }
  return {{translate("Waiting"), waiting},
          {translate("Calls a minute"), left_of(traffic.use.calls_last_minute, nexudus::calls_per_minute)},
          {translate("Writes a minute"), left_of(traffic.use.writes_last_minute, nexudus::writes_per_minute)},
          {translate("Calls an hour"), left_of(traffic.use.calls_last_hour, nexudus::calls_per_hour)},
          {translate("Writes a day"), left_of(traffic.use.writes_last_day, nexudus::writes_per_day)}};
}

std::string request_text(const Frame& frame, const editor::Activity& activity) {
  std::string text = activity.method + " " + activity.target + "\n" + frame.local_time.both(activity.unix_ms) + " · ";
  text += status_words(activity.status);
  if (activity.attempt > 1) text += " · " + translate("attempt {0}", std::to_string(activity.attempt));
  return text + " · " + std::to_string(activity.elapsed_ms) + " ms · " + activity.message;
}

float request_height(const Frame& frame, float width, std::size_t place) {
  gui::Ui& ui = frame.ui;
  const std::string text = request_text(frame, frame.state.activity[place]);
  const float words = width - ui.theme().control_height - gui::space(2);
  return std::max(ui.theme().control_height, gui::paragraph_height(ui, gui::TextStyle::compact, text, words));
}

void draw_request(const Frame& frame, gui::Rect row, std::size_t place) {
  gui::Ui& ui = frame.ui;
  const editor::Activity& activity = frame.state.activity[place];
  const auto scope = ui.id_scope(static_cast<int>(frame.state.activity.size() - place));
  const bool copied = frame.state.copying.what == editor::Copying::What::request && frame.state.copying.done;
  const std::string name = translate("Copy cURL of {0} {1}", activity.method, activity.target);
  const gui::ButtonSpec copy{.name = name,
                             .style = gui::ButtonStyle::quiet,
                             .icon = gui::Icon::copy,
                             .icon_only = true,
                             .short_name = translate("Copy cURL"),
                             .description = copied ? translate("Copied") : translate("Without the token"),
                             .id = "copy"};
  const std::string text = request_text(frame, activity);
  const auto item = ui.open(gui::Role::list_item, "", row);
  gui::Rect side = row.cut_right(gui::button_width(ui, copy));
  side.height = ui.theme().control_height;
  (void)row.cut_right(gui::space(2));
  gui::paragraph(ui, row, {.text = text, .style = gui::TextStyle::compact, .id = "request"});
  if (gui::button(ui, side, copy)) frame.send(editor::command::CopyRequest{place});
}

void draw_requests(const Frame& frame, Stack& stack) {
  gui::Ui& ui = frame.ui;
  gui::heading(ui, stack.take(gui::line_height(ui.theme(), gui::TextStyle::title)),
               {.text = translate("Requests"), .level = 2});
  const std::string_view words = frame.state.session.kind == editor::Session::Kind::demo
                                     ? translate("The demo answers them inside this page.")
                                     : translate("What Nexudus allows, and the last requests with what came of them.");
  draw_paragraph(frame, stack, words, "requests");
  const std::vector<Fact> facts = budget_facts(frame);
  draw_facts(frame, stack.take(facts_height(frame, stack.width(), facts)), translate("Request budget"), facts);
  if (frame.state.activity.empty()) return;
  const std::size_t count = std::min(most_requests, frame.state.activity.size());
  const float gap = gui::space(2);
  float height = 0;
  for (std::size_t place = 0; place < count; ++place) height += request_height(frame, stack.width(), place) + gap;
  const gui::Rect all = stack.take(height);
  const auto list = ui.open(gui::Role::list, translate("Last requests"), all);
  Stack rows(all, gap);
  for (std::size_t place = 0; place < count; ++place) {
    draw_request(frame, rows.take(request_height(frame, all.width, place)), place);
  }
}

// ---- Since the last visit

std::string news_words(const Frame& frame, const editor::VisitChange& change) {
  std::string text = sentence_of(change);
  if (change.when.unix_ms) text += " · " + frame.local_time.both(*change.when.unix_ms);
  return text;
}

std::string news_name(const editor::VisitChange& change) {
  return change.name.empty() ? translate("Webhook {0}", std::to_string(change.id)) : change.name;
}

float news_height(const Frame& frame, float width, const editor::VisitChange& change) {
  return gui::link_height(frame.ui) +
         gui::paragraph_height(frame.ui, gui::TextStyle::compact, news_words(frame, change), width);
}

void draw_news_item(const Frame& frame, gui::Rect rect, const editor::VisitChange& change) {
  gui::Ui& ui = frame.ui;
  const auto scope = ui.id_scope(std::to_string(change.id));
  const auto item = ui.open(gui::Role::list_item, "", rect);
  gui::Rect line = rect.cut_top(gui::link_height(ui));
  const std::string name = news_name(change);
  if (change.kind == editor::VisitChange::Kind::deleted) {
    gui::label(ui, line, {.text = name, .style = gui::TextStyle::strong, .id = "name"});
  } else {
    const editor::Address target = editor::record_address(change.id);
    const std::string href = "#" + editor::to_fragment(target);
    const gui::LinkSpec link{.name = name, .href = href};
    line.width = std::min(line.width, gui::link_width(ui, link));
    if (gui::link(ui, line, link)) frame.send(editor::command::Go{target});
  }
  const std::string words = news_words(frame, change);
  gui::paragraph(ui, rect,
                 {.text = words, .style = gui::TextStyle::compact, .color = ui.theme().color.muted, .id = "words"});
}

void draw_news(const Frame& frame, Stack& stack) {
  gui::Ui& ui = frame.ui;
  const editor::Visit& visit = frame.state.visit;
  if (visit.changes.empty()) return;
  gui::heading(ui, stack.take(gui::line_height(ui.theme(), gui::TextStyle::title)),
               {.text = translate("Since your last visit"), .level = 2});
  const std::string words = translate("What others did, and what happened by itself, since {0}.",
                                      frame.local_time.both(visit.seen_unix_ms.value_or(0)));
  draw_paragraph(frame, stack, words, "visit");
  const std::size_t count = std::min(most_entries, visit.changes.size());
  const float gap = gui::space(2);
  float height = -gap;
  for (std::size_t at = 0; at < count; ++at) height += news_height(frame, stack.width(), visit.changes[at]) + gap;
  const gui::Rect all = stack.take(height);
  {
    const auto list = ui.open(gui::Role::list, translate("Since your last visit"), all);
    Stack rows(all, gap);
    for (std::size_t at = 0; at < count; ++at) {
      draw_news_item(frame, rows.take(news_height(frame, all.width, visit.changes[at])), visit.changes[at]);
    }
  }
  const gui::ButtonSpec seen{.name = translate("Mark all as seen")};
  const gui::Rect row = stack.take(ui.theme().control_height);
  if (gui::button(ui, {row.x, row.y, gui::button_width(ui, seen), row.height}, seen)) {
    frame.send(editor::command::MarkSeen{});
  }
  stack.skip(gui::space(4));
}

void draw_header(const Frame& frame, Stack& stack) {
  gui::Ui& ui = frame.ui;
  draw_back_link(frame, stack.take(gui::link_height(ui)));
  const gui::NodeId id = gui::heading(
      ui, stack.take(ui.theme().control_height),
      {.text = translate("Activity"), .level = 1, .style = heading_style(ui), .id = "title", .focusable = true});
  if (takes_focus(frame, {.kind = editor::FocusTarget::Kind::heading})) ui.request_focus(id);
}

}  // namespace

void draw_activity(const Frame& frame, const gui::Rect& area) {
  gui::Ui& ui = frame.ui;
  const auto main = ui.open(gui::Role::main, "", area);
  gui::ScrollArea scroll(ui, area, {.id = "activity"});
  const gui::Rect inner = centred(scroll.content().inset(margin(ui), margin(ui)), widest_activity);
  Stack stack(inner, gui::space(3));
  draw_header(frame, stack);
  draw_drafts(frame, stack);
  draw_news(frame, stack);
  draw_changes(frame, stack);
  stack.skip(gui::space(4));
  draw_requests(frame, stack);
  scroll.set_content_height(stack.y() + margin(ui) - scroll.content().y);
}

}  // namespace screens
