// What the form says of its event.
#include "editor/event_help.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "editor/choices.h"
#include "editor/state.h"
#include "language/text.h"
#include "webhook/event_catalogue.h"
#include "webhook/event_facts.h"

namespace editor {
namespace {

using language::translate;

void add_sentence(std::string& text, std::string_view sentence) {
  if (!sentence.empty()) text.append(text.empty() ? "" : " ").append(sentence);
}

/// Whether a webhook of this location already calls this URL for an event.
bool is_registered(const State& state, std::int64_t event, const std::string& url) {
  const std::int64_t location = state.form->stored.fields.location_id;
  return std::any_of(state.list.rows.begin(), state.list.rows.end(), [&](const Row& row) {
    const webhook::Fields& fields = row.record.fields;
    return fields.action == event && fields.location_id == location && fields.url == url;
  });
}

}  // namespace

EventHelp event_help(const State& state) {
  EventHelp help;
  const Form& form = *state.form;
  const std::int64_t number = form.fields.action;
  if (number == 0) {
    help.about = translate("Search by Nexudus's words, the API's name or the number.");
    return help;
  }
  const bool known = !means_something_else(state, number);
  if (known) {
    add_sentence(help.about, webhook::about_event(number));
  }
  add_sentence(help.about,
               translate("API name {0}, number {1}.", event_api_name(state, number), std::to_string(number)));
  if (!known) {
    return help;
  }
  add_sentence(help.about, webhook::spelling_of_event(number));
  for (const webhook::EventTwin& twin : webhook::event_twins(number)) {
    if (means_something_else(state, twin.number)) continue;
    const std::string words = event_words(state, twin.number);
    std::string sentence = translate("Easily taken for “{0}” ({1}, {2}).", words, std::to_string(twin.number),
                                     event_api_name(state, twin.number));
    add_sentence(sentence, twin.difference);
    help.twins.push_back({twin.number, words, std::move(sentence)});
  }
  // A sibling is made of what is stored.
  if (form.is_new() || number != form.stored.fields.action) {
    return help;
  }
  for (const std::int64_t sibling : webhook::event_siblings(number)) {
    const std::string url = url_for_event(state, form.stored.fields.url, number, sibling);
    if (!means_something_else(state, sibling) && !is_registered(state, sibling, form.stored.fields.url) &&
        !is_registered(state, sibling, url)) {
      help.siblings.push_back({sibling, event_words(state, sibling)});
    }
  }
  return help;
}

std::string url_for_event(const State& state, const std::string& url, std::int64_t from, std::int64_t to) {
  const std::string named = "=" + event_api_name(state, from);
  const std::size_t query = url.find('?');
  const std::size_t at = query == std::string::npos ? query : url.find(named, query);
  const std::size_t end = at == std::string::npos ? at : at + named.size();
  const bool whole = at != std::string::npos && (end == url.size() || url[end] == '&' || url[end] == '#');
  return whole ? url.substr(0, at + 1) + event_api_name(state, to) + url.substr(end) : url;
}

}  // namespace editor
