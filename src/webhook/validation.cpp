// What has to be right before a webhook is sent, and what is worth a second look.
#include "webhook/validation.h"

#include <utility>

#include "language/text.h"
#include "webhook/event_catalogue.h"
#include "webhook/mask.h"
#include "webhook/text_match.h"
#include "webhook/url.h"
#include "webhook/url_advice.h"

namespace webhook {
namespace {

using language::translate;

bool is_blank(std::string_view text) {
  const std::string folded = fold(text);
  return folded.find_first_not_of(' ') == std::string::npos;
}

std::string problem_with_name(const Fields& fields) {
  if (fields.name.empty()) {
    return std::string(translate("Enter a name."));
  }
  return is_blank(fields.name) ? std::string(translate("Enter a name that does not consist of blanks only."))
                               : std::string();
}

std::string problem_with_location(const Fields& fields) {
  return fields.location_id <= 0 ? std::string(translate("Choose a location.")) : std::string();
}

std::string problem_with_event(const Fields& fields) {
  if (fields.action == 0) {
    return std::string(translate("Choose an event."));
  }
  return fields.action == none_action ? std::string(translate("Choose another event: “None” never fires."))
                                      : std::string();
}

UrlError problem_with_url(const Fields& fields) {
  if (fields.url.find(mask) != std::string::npos) {
    return {std::string(translate(
                "Put the real credentials in place of •••: they were hidden where this address was copied from.")),
            {}};
  }
  auto url = parse_url(fields.url);
  return url ? UrlError() : std::move(url.error());
}

/// Whether Nexudus already holds this very value, so that it cannot stand in the way of changing something else.
bool is_held_event(const Fields& fields, const Fields* stored) {
  return stored != nullptr && stored->action == fields.action;
}
bool is_held_url(const Fields& fields, const Fields* stored) {
  return stored != nullptr && stored->url == fields.url && !is_blank(fields.url);
}

}  // namespace

std::vector<FieldProblem> validate(const Fields& fields, const Fields* stored) {
  std::vector<FieldProblem> problems;
  const auto add = [&problems](Field field, std::string sentence) {
    if (!sentence.empty()) {
      problems.push_back({field, std::move(sentence), {}, {}});
    }
  };
  add(Field::name, problem_with_name(fields));
  add(Field::location, problem_with_location(fields));
  if (!is_held_event(fields, stored)) {
    add(Field::event, problem_with_event(fields));
  }
  if (!is_held_url(fields, stored)) {
    UrlError error = problem_with_url(fields);
    add(Field::url, std::move(error.sentence));
    if (!error.proposal.empty()) {
      problems.back().fix_label = translate("Correct it");
      problems.back().fixed = std::move(error.proposal);
    }
  }
  return problems;
}

std::vector<FieldProblem> advise(const Fields& fields, const Fields* stored) {
  std::vector<FieldProblem> advice;
  if (is_held_event(fields, stored)) {
    if (std::string sentence = problem_with_event(fields); !sentence.empty()) {
      advice.push_back({Field::event, std::move(sentence), {}, {}});
    }
  }
  if (fields.action != 0 && find_event(fields.action) == nullptr) {
    advice.push_back({Field::event,
                      translate("This editor does not know event {0}. Leave it as it is unless you know the number is "
                                "right.",
                                std::to_string(fields.action)),
                      {},
                      {}});
  }
  if (!is_held_url(fields, stored)) {
    for (UrlAdvice& one : advice_on_url(fields.url)) {
      advice.push_back({Field::url, std::move(one.sentence), std::move(one.fix_label), std::move(one.fixed)});
    }
  }
  return advice;
}

}  // namespace webhook
