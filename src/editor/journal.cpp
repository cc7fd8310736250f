// Every write of this user from this browser.
#include "editor/journal.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "editor/choices.h"
#include "editor/context.h"
#include "editor/drafts.h"
#include "editor/form_view.h"
#include "editor/kept_names.h"
#include "editor/navigation.h"
#include "editor/sentences.h"
#include "language/text.h"
#include "webhook/document.h"
#include "webhook/json.h"
#include "webhook/mask.h"
#include "webhook/text_match.h"
#include "webhook/utf8.h"

namespace editor {
namespace {

using language::translate;
using Kind = JournalEntry::Kind;
using Outcome = JournalEntry::Outcome;
using webhook::Field;

constexpr std::size_t longest_value = 300;  // bytes, on the screen
constexpr std::array<std::string_view, 3> kinds{"created", "changed", "deleted"};
constexpr std::array<std::string_view, 6> outcomes{"sent",      "verified", "stored_otherwise",
                                                   "confirmed", "refused",  "unclear"};

std::string owner_of(const State& state) { return kept_names(state, "journal"); }

/// What the demo holds is gone with the page, and so is what was written there.
bool is_kept(const State& state) { return state.session.kind != Session::Kind::demo; }

void keep(const Context& context, const JournalEntry& entry) {
  if (is_kept(context.state)) {
    context.emit(effect::KeepText{owner_of(context.state) + entry.key, to_text(entry)});
  }
}

/// The moment in digits that sort, then what tells apart what another tab writes in the same millisecond, and this one.
std::string make_key(const Now& now, std::size_t number) {
  std::string time = std::to_string(now.unix_ms);
  time.insert(0, 15 - std::min<std::size_t>(15, time.size()), '0');
  return time + "-" + std::to_string(static_cast<std::int64_t>(now.random01 * 1e9)) + "-" + std::to_string(number);
}

std::optional<webhook::Fields> fields_in(const std::string& text) {
  const auto document = webhook::Document::parse(text);
  if (!document) {
    return std::nullopt;
  }
  auto record = webhook::read_record(*document);
  return record ? std::optional(std::move(record->fields)) : std::nullopt;
}

std::string name_in(const JournalEntry& entry) {
  const auto fields = fields_in(entry.before.empty() ? entry.after : entry.before);
  return fields ? fields->name : std::string();
}

template <std::size_t N>
std::optional<std::size_t> place_in(const std::array<std::string_view, N>& words, std::string_view word) {
  const auto found = std::find(words.begin(), words.end(), word);
  return found == words.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - words.begin()));
}

/// Read with care: it may come from an older version, or be damaged.
JournalEntry* find_entry(Journal& journal, std::string_view key) {
  const auto found = std::find_if(journal.entries.begin(), journal.entries.end(),
                                  [key](const auto& entry) { return entry.key == key; });
  return found == journal.entries.end() ? nullptr : &*found;
}

Journal::Open* find_open(Journal& journal, std::uint32_t generation) {
  const auto found = std::find_if(journal.open.begin(), journal.open.end(),
                                  [generation](const auto& open) { return open.generation == generation; });
  return found == journal.open.end() ? nullptr : &*found;
}

/// What is settled; the others may yet turn out.
bool is_final(Outcome outcome) {
  return outcome == Outcome::verified || outcome == Outcome::stored_otherwise || outcome == Outcome::refused;
}

/// What a webhook that is created again does not get back of the deleted one, as a sentence; what Nexudus sets by itself
/// is not meant.
std::string left_behind(const std::string& record) {
  const auto document = webhook::Document::parse(record);
  std::string names;
  for (const webhook::Difference& difference :
       document
           ? webhook::differences(*document, webhook::create_payload(fields_in(record).value_or(webhook::Fields{})))
           : std::vector<webhook::Difference>{}) {
    if (difference.after_raw.empty() && difference.before_raw != "null" && difference.member != "Id" &&
        !is_set_by_nexudus(difference.member)) {
      names.append(names.empty() ? "" : ", ").append(difference.member);
    }
  }
  return names.empty() ? names : translate("It gets a new number, and this does not come back: {0}.", names);
}

std::string in_words(const State& state, const webhook::Fields& fields, Field field) {
  switch (field) {
    case Field::name:
      return fields.name;
    case Field::location:
      return location_name(state, fields.location_id);
    case Field::event:
      return event_words(state, fields.action);
    case Field::url:
      return webhook::masked_url(fields.url);
    case Field::description:
      return fields.description;
    case Field::active:
      return std::string(fields.active ? translate("on") : translate("off"));
  }
  return {};
}

}  // namespace

std::optional<JournalEntry> read_journal_entry(std::string_view line) {
  const auto document = webhook::Document::parse(std::string(line));
  if (!document) {
    return std::nullopt;
  }
  const auto text = [&](std::string_view member) {
    return webhook::read_json_string(document->raw(member).value_or("")).value_or("");
  };
  const auto number = [&](std::string_view member) {
    return webhook::read_json_integer(document->raw(member).value_or(""));
  };
  const auto kind = place_in(kinds, text("Kind"));
  const auto outcome = place_in(outcomes, text("Outcome"));
  const auto at = number("At");
  JournalEntry entry;
  entry.key = text("Key");
  if (!kind || !outcome || !at || entry.key.empty()) {
    return std::nullopt;
  }
  entry.unix_ms = *at;
  entry.user = text("User");
  entry.kind = static_cast<Kind>(*kind);
  entry.outcome = static_cast<Outcome>(*outcome);
  entry.id = number("Id").value_or(0);
  entry.before = text("Before");
  entry.after = text("After");
  entry.note = text("Note");
  return entry;
}

std::string to_text(const JournalEntry& entry) {
  std::string text = R"({"Key":)" + webhook::json_string(entry.key);
  text += R"(,"At":)" + std::to_string(entry.unix_ms);
  text += R"(,"User":)" + webhook::json_string(entry.user);
  text += R"(,"Kind":)" + webhook::json_string(kinds.at(static_cast<std::size_t>(entry.kind)));
  text += R"(,"Outcome":)" + webhook::json_string(outcomes.at(static_cast<std::size_t>(entry.outcome)));
  text += R"(,"Id":)" + std::to_string(entry.id);
  text += R"(,"Before":)" + webhook::json_string(entry.before);
  text += R"(,"After":)" + webhook::json_string(entry.after);
  text += R"(,"Note":)" + webhook::json_string(entry.note);
  return text + "}";
}

void begin_write(const Context& context, Kind kind, std::string before) {
  State& state = context.state;
  const Form& form = *state.form;
  Journal& journal = state.journal;
  const std::string body = kind == Kind::deleted ? "" : form.sent_body;
  if (Journal::Open* open = find_open(journal, form.generation)) {
    JournalEntry* earlier = find_entry(journal, open->key);
    // What was sent before may have been done all the same, unless it was turned away: then it is not to be forgotten.
    if (earlier != nullptr && !is_final(earlier->outcome) && earlier->kind == kind &&
        ((earlier->after == body && earlier->before == before) || open->turned_away)) {
      open->turned_away = false;
      earlier->before = std::move(before);
      earlier->after = body;
      keep(context, *earlier);
      return;
    }
    std::erase_if(journal.open, [&form](const auto& one) { return one.generation == form.generation; });
  }
  JournalEntry entry;
  entry.key = make_key(context.now, journal.entries.size());
  entry.unix_ms = context.now.unix_ms;
  entry.user = state.session.user;
  entry.kind = kind;
  entry.id = form.id;
  entry.before = std::move(before);
  entry.after = body;
  journal.open.push_back({form.generation, entry.key});
  keep(context, entry);
  journal.entries.push_back(std::move(entry));
}

void note_turned_away(State& state, std::uint32_t generation) {
  if (Journal::Open* open = find_open(state.journal, generation)) {
    open->turned_away = true;
  }
}

const JournalEntry* last_write(State& state, std::uint32_t generation) {
  const Journal::Open* open = find_open(state.journal, generation);
  return open == nullptr ? nullptr : find_entry(state.journal, open->key);
}

void end_write(const Context& context, std::uint32_t generation, Outcome outcome, std::string note, std::int64_t id) {
  const Journal::Open* open = find_open(context.state.journal, generation);
  JournalEntry* entry = open == nullptr ? nullptr : find_entry(context.state.journal, open->key);
  if (entry == nullptr || is_final(entry->outcome)) {
    return;
  }
  entry->outcome = outcome;
  entry->note = std::move(note);
  entry->id = id != 0 ? id : entry->id;
  keep(context, *entry);
}

void fetch_journal(const Context& context) {
  State& state = context.state;
  if (!state.journal.asked && is_kept(state)) {
    state.journal.asked = true;
    context.emit(effect::LoadTexts{owner_of(state)});
  }
}

bool take_journal(const Context& context, std::string_view owner, std::string_view lines) {
  State& state = context.state;
  if (!owner.starts_with("journal\n")) {
    return false;
  }
  if (owner != owner_of(state)) {
    return true;  // of whoever was signed in before
  }
  Journal& journal = state.journal;
  std::vector<JournalEntry> earlier;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    auto entry = read_journal_entry(lines.substr(0, end));
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (entry && find_entry(journal, entry->key) == nullptr) {
      earlier.push_back(*std::move(entry));
    }
  }
  journal.entries.insert(journal.entries.begin(), std::make_move_iterator(earlier.begin()),
                         std::make_move_iterator(earlier.end()));
  return true;
}

std::vector<const JournalEntry*> found_entries(const State& state) {
  const webhook::TextQuery query(state.journal.search);
  std::vector<const JournalEntry*> found;
  for (auto entry = state.journal.entries.rbegin(); entry != state.journal.entries.rend(); ++entry) {
    if (query.empty() || query.matches(webhook::fold(title_of(*entry) + " " + entry->user + " " + entry->before + " " +
                                                     entry->after + " " + outcome_of(*entry)))) {
      found.push_back(&*entry);
    }
  }
  return found;
}

std::string title_of(const JournalEntry& entry) {
  constexpr std::array<std::string_view, 3> done{language::key("Created {0}"), language::key("Changed {0}"),
                                                 language::key("Deleted {0}")};
  return translate(done.at(static_cast<std::size_t>(entry.kind)), quoted(name_in(entry)));
}

std::string outcome_of(const JournalEntry& entry) {
  constexpr std::array<std::string_view, 6> sentences{language::key("Sent; what came of it is not known."),
                                                      language::key("Read back and found as sent."),
                                                      language::key("Nexudus stored something else."),
                                                      language::key("Nexudus confirmed it."),
                                                      language::key("Not done."),
                                                      language::key("It is not known whether it was done.")};
  std::string text(translate(sentences.at(static_cast<std::size_t>(entry.outcome))));
  return entry.note.empty() ? text : in_turn({text, translate(entry.note)});
}

std::vector<FieldChange> changes_of(const State& state, const JournalEntry& entry) {
  if (entry.kind == Kind::deleted) {
    return {};
  }
  auto changes = changes_between(state, fields_in(entry.before).value_or(webhook::Fields{}),
                                 fields_in(entry.after).value_or(webhook::Fields{}));
  if (entry.before.empty()) {
    for (FieldChange& change : changes) {
      change.before.clear();
    }
  }
  return changes;
}

std::vector<FieldChange> changes_between(const State& state, const webhook::Fields& before,
                                         const webhook::Fields& after) {
  std::vector<FieldChange> changes;
  for (const Field field : webhook::differing_fields(before, after)) {
    changes.push_back({std::string(webhook::label(field)),
                       webhook::presentable(in_words(state, before, field), longest_value),
                       webhook::presentable(in_words(state, after, field), longest_value)});
  }
  return changes;
}

std::string_view undo_label(const State& state, const JournalEntry& entry) {
  if (entry.outcome == Outcome::refused) {
    return {};
  }
  const Rights& rights = state.rights;
  switch (entry.kind) {
    case Kind::created:
      return entry.id == 0 || !rights.remove ? "" : translate("Delete it");
    case Kind::changed:
      return rights.change ? translate("Undo this change") : "";
    case Kind::deleted:
      return rights.create ? translate("Create it again") : "";
  }
  return {};
}

void undo_write(const Context& context, std::string_view key) {
  State& state = context.state;
  const JournalEntry* entry = find_entry(state.journal, key);
  if (entry == nullptr || undo_label(state, *entry).empty() || state.session.stage != Session::Stage::signed_in) {
    return;
  }
  const webhook::Fields before = fields_in(entry->before).value_or(webhook::Fields{});
  const webhook::Fields after = fields_in(entry->after).value_or(webhook::Fields{});
  if (entry->kind == Kind::deleted) {
    state.undone_write = UndoneWrite{0, {}, before, false, left_behind(entry->before)};
    go(context, {Address::Screen::new_record, 0, 0});
  } else {
    state.undone_write = UndoneWrite{entry->id, after, before, entry->kind == Kind::created};
    go(context, record_address(entry->id));
  }
}

void apply_undone_write(const Context& context) {
  State& state = context.state;
  if (!state.undone_write || !state.form || state.form->phase != Form::Phase::ready) {
    return;
  }
  const UndoneWrite undone = *std::exchange(state.undone_write, std::nullopt);
  if (undone.id != state.form->id) {
    return;
  }
  if (undone.was_created) {
    ask_to_delete(context);
    return;
  }
  std::string detail(translate("Look through it and press Save: it is checked like any other change."));
  if (!undone.left_behind.empty()) {
    detail += " " + undone.left_behind;
  }
  put_back(context, undone.after, undone.before,
           {Notice::Severity::information, std::string(translate("What was there before is in the form.")),
            std::move(detail), Notice::Action::none});
  mention_other_draft(context);
}

}  // namespace editor
