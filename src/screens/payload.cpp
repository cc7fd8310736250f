// What Save will send, live: the JSON, what differs, the request as cURL; and the last response.
#include "screens/payload.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "editor/code_sample.h"
#include "editor/form.h"
#include "gui/button.h"
#include "gui/combobox.h"
#include "gui/draw.h"
#include "gui/text.h"
#include "language/text.h"
#include "webhook/text_match.h"

namespace screens {

namespace {

using editor::Copying;
using editor::Form;
using language::translate;

constexpr float tallest_code = 480;
constexpr float gap = 12;
constexpr float widest_language = 320;

/// One block: a heading with its copy button, a line of words, and code under it.
struct Block {
  std::string_view title;
  std::string words;           // may be empty
  std::string_view copy_name;  // empty: nothing to copy
  Copying::What what = Copying::What::nothing;
  std::vector<gui::CodeLine> lines;
  bool line_marks = false;
  bool has_credentials = false;  // which a button shows or hides
  bool has_languages = false;    // to choose from
};

std::vector<gui::CodeLine> lines_of(std::string_view text) {
  std::vector<gui::CodeLine> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.push_back({.text = text.substr(0, end)});
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return lines;
}

gui::CodeLine::Mark mark_of(webhook::PayloadLine::Mark mark) {
  switch (mark) {
    case webhook::PayloadLine::Mark::added:
      return gui::CodeLine::Mark::added;
    case webhook::PayloadLine::Mark::removed:
      return gui::CodeLine::Mark::removed;
    case webhook::PayloadLine::Mark::same:
      break;
  }
  return gui::CodeLine::Mark::none;
}

std::string members_of(const std::vector<webhook::Difference>& differences) {
  std::string members;
  for (std::size_t index = 0; index < differences.size(); ++index) {
    const std::string& member = differences[index].member;
    if (index == 0) {
      members = member;
    } else if (index + 1 < differences.size()) {
      members += ", " + member;
    } else {
      members = translate("{0} and {1}", members, member);
    }
  }
  return members;
}

std::string difference_words(const Form& form) {
  if (form.is_new()) return std::string(translate("Creates a new webhook."));
  const auto& differences = form.payload.differences;
  if (differences.empty()) return std::string(translate("Nothing differs from what Nexudus holds."));
  return translate("Differs from what Nexudus holds in {0}. All the rest goes back as it came.",
                   members_of(differences));
}

Block json_block(const Form& form, bool hidden) {
  std::string words = form.payload.method_and_target + " — " + difference_words(form);
  if (hidden) words.append(" ").append(translate("Credentials are hidden as •••, in a copy too."));
  Block block{.title = translate("What Save sends"),
              .words = std::move(words),
              .copy_name = translate("Copy JSON"),
              .what = Copying::What::payload,
              .lines = {},
              .line_marks = !form.is_new(),
              .has_credentials = form.payload.has_credentials};
  for (const webhook::PayloadLine& line : form.payload.lines) {
    block.lines.push_back({.text = line.text, .mark = mark_of(line.mark)});
  }
  return block;
}

std::string code_words(const editor::CodeSample& code, bool hidden) {
  if (code.failed) {
    return std::string(translate(
        "The code cannot be written now: a file of this site could not be loaded. Choose the language again."));
  }
  std::string words(translate("It reads your access token from the environment variable TOKEN."));
  if (!hidden) return words;
  return words.append(" ").append(
      code.language == 0
          ? translate("Put the credentials that are hidden in place of ${HIDDEN_1:?} and so on: it does not run "
                      "without them.")
          : translate("Credentials are hidden in it: put them in where it says •••, or show them first."));
}

Block code_block(const Frame& frame, bool hidden) {
  const editor::CodeSample& code = frame.state.code;
  return {.title = translate("The same as code"),
          .words = code_words(code, hidden),
          .copy_name = code.language == 0 ? translate("Copy cURL") : translate("Copy code"),
          .what = Copying::What::code,
          .lines = lines_of(editor::code_of(frame.state)),
          .has_languages = true};
}

Block response_block(const Frame& frame, const Form& form) {
  const editor::LastResponse& response = form.last_response;
  std::string words = response.method_and_target + " · " + status_words(response.status);
  words += " · " + std::to_string(response.elapsed_ms) + " ms · " + frame.local_time.both(response.unix_ms);
  if (!response.message.empty()) words += "\n" + response.message;
  return {.title = translate("Last response"),
          .words = words,
          .copy_name = translate("Copy response"),
          .what = Copying::What::response,
          .lines = lines_of(response.body)};
}

std::vector<Block> blocks_of(const Frame& frame) {
  const Form& form = *frame.state.form;
  const bool hidden = form.payload.has_credentials && !frame.state.show_credentials;
  std::vector<Block> blocks{json_block(form, hidden), code_block(frame, hidden)};
  if (form.last_response.present) blocks.push_back(response_block(frame, form));
  return blocks;
}

std::vector<gui::Option> languages_matching(std::string_view typed) {
  std::vector<gui::Option> options;
  for (std::size_t at = 0; at < editor::code_languages.size(); ++at) {
    const std::string_view name = translate(editor::code_languages.at(at).name);
    if (webhook::fold(name).find(webhook::fold(typed)) == std::string::npos) continue;
    options.push_back({.value = static_cast<std::int64_t>(at), .text = std::string(name)});
  }
  return options;
}

gui::CodeSpec code_spec(const Block& block) {
  return {.name = block.title, .lines = block.lines, .id = block.title, .line_marks = block.line_marks};
}

float code_block_height(const Frame& frame, const Block& block) {
  if (block.lines.empty()) return 0;
  return std::min(tallest_code, gui::code_height(frame.ui, code_spec(block)));
}

float words_height(const Frame& frame, const Block& block, float width) {
  return gui::paragraph_height(frame.ui, gui::TextStyle::compact, block.words, width);
}

gui::ComboboxSpec language_spec(const Frame& frame) {
  const auto language = frame.state.code.language;
  return {.name = translate("Programming language"),
          .selected_text = translate(editor::code_languages.at(language).name),
          .selected = static_cast<std::int64_t>(language),
          .options = [](std::string_view typed) { return languages_matching(typed); },
          .nothing_found = translate("No language has this name")};
}

float languages_height(const Frame& frame, const Block& block, float width) {
  return block.has_languages
             ? gui::combobox_height(frame.ui, std::min(width, widest_language), language_spec(frame)) + gap
             : 0;
}

void draw_languages(const Frame& frame, gui::Rect rect) {
  rect.width = std::min(rect.width, widest_language);
  const gui::ComboboxResult result = gui::combobox(frame.ui, rect, language_spec(frame));
  if (result.chosen) frame.send(editor::command::ChooseCode{static_cast<std::size_t>(*result.chosen)});
}

float block_height(const Frame& frame, const Block& block, float width) {
  float height =
      frame.ui.theme().control_height + languages_height(frame, block, width) + words_height(frame, block, width);
  const float code = code_block_height(frame, block);
  if (code > 0) height += gap + code;
  return height;
}

void copy(const Frame& frame, Copying::What what) {
  switch (what) {
    case Copying::What::payload:
      frame.send(editor::command::CopyPayload{});
      return;
    case Copying::What::code:
      frame.send(editor::command::CopyCode{});
      return;
    case Copying::What::response:
      frame.send(editor::command::CopyResponse{});
      return;
    case Copying::What::request:
    case Copying::What::nothing:
      return;
  }
}

void draw_block_header(const Frame& frame, const Block& block, gui::Rect row) {
  gui::Ui& ui = frame.ui;
  const Copying& copying = frame.state.copying;
  const bool copied = copying.what == block.what && copying.done;
  const std::string_view copied_words =
      copying.masked ? translate("Copied with the credentials hidden") : translate("Copied");
  const gui::ButtonSpec button{.name = block.copy_name,
                               .style = gui::ButtonStyle::quiet,
                               .icon = copied ? gui::Icon::check : gui::Icon::copy,
                               .description = copied ? copied_words : ""};
  const gui::Rect place = row.cut_right(gui::button_width(ui, button));
  const bool shown = frame.state.show_credentials;
  const gui::ButtonSpec credentials{.name = shown ? translate("Hide credentials") : translate("Show credentials"),
                                    .style = gui::ButtonStyle::quiet,
                                    .description = translate("In the URL. Save sends them whole either way."),
                                    .id = "credentials"};
  const gui::Rect credentials_place = row.cut_right(block.has_credentials ? gui::button_width(ui, credentials) : 0);
  gui::heading(ui, row, {.text = block.title, .level = 2, .style = gui::TextStyle::large});
  if (block.has_credentials && gui::button(ui, credentials_place, credentials)) {
    frame.send(editor::command::ShowCredentials{!shown});
  }
  if (gui::button(ui, place, button)) copy(frame, block.what);
}

void draw_block(const Frame& frame, const Block& block, const gui::Rect& rect) {
  gui::Ui& ui = frame.ui;
  const auto scope = ui.id_scope(block.title);
  gui::Rect rest = rect;
  draw_block_header(frame, block, rest.cut_top(ui.theme().control_height));
  if (const float height = languages_height(frame, block, rect.width); height > 0) {
    draw_languages(frame, rest.cut_top(height));
  }
  gui::paragraph(
      ui, rest.cut_top(words_height(frame, block, rect.width)),
      {.text = block.words, .style = gui::TextStyle::compact, .color = ui.theme().color.muted, .id = "words"});
  const float code = code_block_height(frame, block);
  if (code <= 0) return;
  (void)rest.cut_top(gap);
  gui::code(ui, {rest.x, rest.y, rest.width, code}, code_spec(block));
}

}  // namespace

float payload_height(const Frame& frame, float width) {
  float height = 0;
  for (const Block& block : blocks_of(frame)) height += block_height(frame, block, width) + gui::space(5);
  return height - gui::space(5);
}

void draw_payload(const Frame& frame, const gui::Rect& rect) {
  Stack stack(rect, gui::space(5));
  for (const Block& block : blocks_of(frame)) {
    draw_block(frame, block, stack.take(block_height(frame, block, rect.width)));
  }
}

}  // namespace screens
