// What others did to the webhooks while the user was away.
#include "editor/visit.h"

#include <algorithm>
#include <charconv>
#include <tuple>
#include <utility>

#include "editor/context.h"
#include "editor/filter_flow.h"
#include "editor/kept_names.h"
#include "editor/sentences.h"
#include "editor/session_flow.h"
#include "editor/state.h"
#include "language/text.h"
#include "webhook/heap_sort.h"

namespace editor {
namespace {

using language::counted;
using language::translate;
using webhook::Health;
using Kind = VisitChange::Kind;

constexpr std::size_t most_remembered = 20'000;  // webhooks; what is kept has to be written anew each time

std::string owner_of(const State& state) { return kept_names(state, "visit"); }

bool is_kept(const State& state) { return state.session.kind != Session::Kind::demo; }

/// A name as one field of a line.
std::string flat(std::string name) {
  std::replace_if(
      name.begin(), name.end(), [](char letter) { return static_cast<unsigned char>(letter) < 0x20; }, ' ');
  return name;
}

std::string_view take_field(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\t'), rest.size());
  const std::string_view field = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return field;
}

std::optional<std::int64_t> take_number(std::string_view& rest) {
  const std::string_view field = take_field(rest);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), number);
  return error == std::errc() && end == field.data() + field.size() && number >= 0 ? std::optional(number)
                                                                                   : std::nullopt;
}

std::optional<SeenWebhook> take_seen(std::string_view& rest) {
  const auto id = take_number(rest);
  const auto updated = take_number(rest);
  const auto health = take_number(rest);
  const std::string_view name = take_field(rest);
  if (!id || !updated || !health || *health > static_cast<std::int64_t>(Health::off)) {
    return std::nullopt;
  }
  return SeenWebhook{*id, *updated, static_cast<Health>(*health), std::string(name)};
}

SeenWebhook as_seen(const Row& row) {
  return {row.record.id, row.record.facts.updated_on.unix_ms.value_or(0), row.health, flat(row.record.fields.name)};
}

std::optional<Kind> what_happened(const SeenWebhook& before, const Row& row, bool own) {
  if (row.health != before.health && row.health == Health::switched_off_by_nexudus) {
    return Kind::switched_off;
  }
  if (row.health != before.health && row.health == Health::failing) {
    return Kind::started_failing;
  }
  const bool changed = row.record.facts.updated_on.unix_ms.value_or(0) != before.updated_ms;
  return changed && !own ? std::optional(Kind::changed) : std::nullopt;
}

std::vector<VisitChange> find_changes(const State& state) {
  std::vector<VisitChange> changes;
  std::vector<bool> there(state.visit.seen.size(), false);
  for (const Row& row : state.list.rows) {
    const webhook::Facts& facts = row.record.facts;
    const bool own = !state.session.user.empty() && account_of(facts.updated_by) == state.session.user;
    const auto before = std::lower_bound(state.visit.seen.begin(), state.visit.seen.end(), row.record.id,
                                         [](const SeenWebhook& seen, std::int64_t id) { return seen.id < id; });
    const bool known = before != state.visit.seen.end() && before->id == row.record.id;
    std::optional<Kind> kind = own ? std::nullopt : std::optional(Kind::added);
    if (known) {
      there[static_cast<std::size_t>(before - state.visit.seen.begin())] = true;
      kind = what_happened(*before, row, own);
    }
    if (kind) {
      changes.push_back({*kind, row.record.id, row.record.fields.name, facts.updated_by, facts.updated_on});
    }
  }
  for (std::size_t at = 0; at < there.size(); ++at) {
    if (!there[at]) {
      changes.push_back({Kind::deleted, state.visit.seen[at].id, state.visit.seen[at].name, "", {}});
    }
  }
  webhook::heap_sort(changes, [](const VisitChange& one, const VisitChange& other) {
    return std::tie(one.kind, one.id) < std::tie(other.kind, other.id);
  });
  return changes;
}

void keep(const Context& context) {
  if (is_kept(context.state)) {
    context.emit(effect::KeepText{owner_of(context.state) + "seen", to_text(context.state.visit)});
  }
}

std::string count_of(Kind kind, std::size_t count) {
  const auto number = static_cast<std::int64_t>(count);
  const std::string shown = grouped(count);
  switch (kind) {
    case Kind::switched_off:
      return counted(number, "{0} switched off by Nexudus", "{0} switched off by Nexudus", shown);
    case Kind::started_failing:
      return counted(number, "{0} started failing", "{0} started failing", shown);
    case Kind::changed:
      return counted(number, "{0} changed", "{0} changed", shown);
    case Kind::added:
      return counted(number, "{0} added", "{0} added", shown);
    case Kind::deleted:
      return counted(number, "{0} deleted", "{0} deleted", shown);
  }
  return {};
}

}  // namespace

std::string to_text(const Visit& visit) {
  std::string text = std::to_string(visit.seen_unix_ms.value_or(0));
  for (const SeenWebhook& seen : visit.seen) {
    text.append("\t").append(std::to_string(seen.id)).append("\t").append(std::to_string(seen.updated_ms));
    text.append("\t").append(std::to_string(static_cast<int>(seen.health))).append("\t").append(seen.name);
  }
  return text;
}

std::optional<Visit> read_visit(std::string_view text) {
  Visit visit;
  visit.seen_unix_ms = take_number(text);
  if (!visit.seen_unix_ms) {
    return std::nullopt;
  }
  while (!text.empty()) {
    auto seen = take_seen(text);
    if (!seen || (!visit.seen.empty() && visit.seen.back().id >= seen->id)) {
      return std::nullopt;
    }
    visit.seen.push_back(*std::move(seen));
  }
  return visit;
}

void fetch_visit(const Context& context) {
  State& state = context.state;
  state.visit = Visit{};
  if (is_kept(state)) {
    context.emit(effect::LoadTexts{owner_of(state)});
  }
}

bool take_visit(const Context& context, std::string_view owner, std::string_view lines) {
  State& state = context.state;
  if (!owner.starts_with("visit\n")) {
    return false;
  }
  if (owner != owner_of(state) || state.visit.known) {
    return true;  // of whoever was signed in before
  }
  if (auto visit = read_visit(lines.substr(0, lines.find('\n')))) {
    state.visit = *std::move(visit);
    state.visit.last_unix_ms = state.visit.seen_unix_ms;
  }
  state.visit.known = true;
  settle_filters(context);
  if (state.list.phase == List::Phase::loaded) {
    compare_with_last_visit(context);
  }
  return true;
}

void compare_with_last_visit(const Context& context) {
  State& state = context.state;
  if (!state.visit.known || state.list.rows.size() > most_remembered) {
    return;
  }
  const bool told = !state.visit.changes.empty();
  if (state.visit.seen_unix_ms) {
    state.visit.changes = find_changes(state);
  }
  if (state.visit.changes.empty()) {
    mark_seen(context);
  } else if (!told && !state.form) {
    context.say(visit_notice(state).title);
  }
}

void leave_out_of_visit(const Context& context, std::int64_t id) {
  Visit& visit = context.state.visit;
  if (std::erase_if(visit.seen, [id](const SeenWebhook& seen) { return seen.id == id; }) > 0) {
    keep(context);
  }
}

void mark_seen(const Context& context) {
  State& state = context.state;
  if (!state.visit.known || state.list.phase != List::Phase::loaded) {
    return;
  }
  state.visit.changes.clear();
  state.visit.seen_unix_ms = context.now.unix_ms;
  state.visit.seen.clear();
  for (const Row& row : state.list.rows) {
    state.visit.seen.push_back(as_seen(row));
  }
  webhook::heap_sort(state.visit.seen,
                     [](const SeenWebhook& one, const SeenWebhook& other) { return one.id < other.id; });
  keep(context);
}

Notice visit_notice(const State& state) {
  const std::vector<VisitChange>& changes = state.visit.changes;
  if (changes.empty()) {
    return {};
  }
  std::string counts;
  for (const Kind kind : {Kind::switched_off, Kind::started_failing, Kind::changed, Kind::added, Kind::deleted}) {
    const auto count = static_cast<std::size_t>(
        std::count_if(changes.begin(), changes.end(), [kind](const VisitChange& one) { return one.kind == kind; }));
    if (count > 0) {
      counts.append(counts.empty() ? "" : ", ").append(count_of(kind, count));
    }
  }
  const bool urgent = changes.front().kind <= Kind::started_failing;
  return {urgent ? Notice::Severity::warning : Notice::Severity::information,
          translate("Since your last visit: {0}.", counts), "", Notice::Action::none};
}

std::string sentence_of(const VisitChange& change) {
  switch (change.kind) {
    case Kind::switched_off:
      return std::string(translate("Switched off by Nexudus after too many failures"));
    case Kind::started_failing:
      return std::string(translate("Started failing"));
    case Kind::changed:
      return change.who.empty() ? std::string(translate("Changed")) : translate("Changed by {0}", change.who);
    case Kind::added:
      return change.who.empty() ? std::string(translate("Added")) : translate("Added by {0}", change.who);
    case Kind::deleted:
      return std::string(translate("Deleted"));
  }
  return {};
}

}  // namespace editor
