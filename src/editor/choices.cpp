// What the pickers offer, and names for events and locations.
#include "editor/choices.h"

#include <algorithm>

#include "language/text.h"
#include "webhook/event_catalogue.h"
#include "webhook/text_match.h"

namespace editor {
namespace {

using language::translate;

constexpr std::string_view new_family = language::key("New in Nexudus");

const nexudus::EventName* find_live(const State& state, std::int64_t number) {
  const auto found = std::find_if(state.event_names.begin(), state.event_names.end(),
                                  [number](const nexudus::EventName& event) { return event.number == number; });
  return found == state.event_names.end() ? nullptr : &*found;
}

EventChoice choice_of(const State& state, std::int64_t number) {
  return {number, event_words(state, number), event_api_name(state, number),
          std::string(family_words(event_family(number)))};
}

void add_if_it_fits(std::vector<EventChoice>& choices, const EventChoice& choice, const webhook::TextQuery& query) {
  const bool there = std::any_of(choices.begin(), choices.end(),
                                 [&](const EventChoice& other) { return other.number == choice.number; });
  const std::string text = choice.words + " " + choice.name + " " + std::to_string(choice.number);
  if (!there && query.matches(webhook::fold(text))) {
    choices.push_back(choice);
  }
}

}  // namespace

std::vector<EventChoice> event_choices(const State& state, std::string_view typed) {
  const webhook::TextQuery query(typed);
  const std::int64_t held = state.form ? state.form->fields.action : 0;
  std::vector<EventChoice> choices;
  // One that the API has renamed is found by its new name alone.
  for (const webhook::Event* event : webhook::search_events(typed)) {
    const bool is_offered = event->number != webhook::none_action || held == webhook::none_action;
    if (is_offered && (query.empty() || !means_something_else(state, event->number))) {
      choices.push_back(choice_of(state, event->number));
    }
  }
  for (const nexudus::EventName& live : state.event_names) {
    if (live.number != 0 && means_something_else(state, live.number)) {
      add_if_it_fits(choices, choice_of(state, live.number), query);
    }
  }
  for (const std::int64_t number : {held, state.form ? state.form->stored.fields.action : 0}) {
    if (number != 0 && webhook::find_event(number) == nullptr) {
      add_if_it_fits(choices, choice_of(state, number), query);
    }
  }
  return choices;
}

std::size_t event_family(std::int64_t number) {
  const auto families = webhook::families();
  const webhook::Event* known = webhook::find_event(number == 0 ? webhook::none_action : number);
  const auto found = std::find(families.begin(), families.end(), known == nullptr ? std::string_view() : known->family);
  return static_cast<std::size_t>(found - families.begin());
}

std::string_view family_words(std::size_t family) {
  const auto families = webhook::families();
  return translate(family < families.size() ? families[family] : new_family);
}

std::vector<nexudus::Location> location_choices(const State& state, std::string_view typed) {
  const webhook::TextQuery query(typed);
  std::vector<nexudus::Location> choices;
  for (const nexudus::Location& location : state.locations.all) {
    if (query.matches(webhook::fold(location.name + " " + std::to_string(location.id)))) {
      choices.push_back(location);
    }
  }
  const std::int64_t held = state.form ? state.form->fields.location_id : 0;
  const bool listed = std::any_of(state.locations.all.begin(), state.locations.all.end(),
                                  [held](const nexudus::Location& location) { return location.id == held; });
  if (held != 0 && !listed) {
    const nexudus::Location location{held, location_name(state, held)};
    if (query.matches(webhook::fold(location.name))) {
      choices.push_back(location);
    }
  }
  return choices;
}

bool means_something_else(const State& state, std::int64_t number) {
  const webhook::Event* known = webhook::find_event(number);
  const nexudus::EventName* live = find_live(state, number);
  return known == nullptr || (live != nullptr && !live->name.empty() && live->name != known->name);
}

std::string event_words(const State& state, std::int64_t number) {
  const nexudus::EventName* live =
      number != 0 && means_something_else(state, number) ? find_live(state, number) : nullptr;
  if (live != nullptr) {
    return live->label.empty() ? live->name : live->label;
  }
  return webhook::describe_event(number);
}

std::string event_api_name(const State& state, std::int64_t number) {
  const nexudus::EventName* live = find_live(state, number);
  return live != nullptr && !live->name.empty() ? live->name : webhook::event_name(number);
}

std::string location_name(const State& state, std::int64_t id) {
  if (id == 0) {
    return {};
  }
  const auto found = std::find_if(state.locations.all.begin(), state.locations.all.end(),
                                  [id](const nexudus::Location& location) { return location.id == id; });
  const bool named = found != state.locations.all.end() && !found->name.empty();
  return named ? found->name : translate("Location {0}", std::to_string(id));
}

}  // namespace editor
