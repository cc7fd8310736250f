// What has to be right before a webhook is sent, and what is worth a second look.
#include "webhook/validation.h"

#include <algorithm>
#include <array>

#include "webhook/event_catalogue.h"
#include "webhook/mask.h"
#include "webhook/text_match.h"
#include "webhook/url.h"

namespace webhook {
namespace {

bool is_blank(std::string_view text) {
  const std::string folded = fold(text);
  return folded.find_first_not_of(' ') == std::string::npos;
}

std::string problem_with_name(const Fields& fields) {
  if (fields.name.empty()) {
    return "Enter a name.";
  }
  return is_blank(fields.name) ? "Enter a name that does not consist of blanks only." : std::string();
}

std::string problem_with_location(const Fields& fields) {
  return fields.location_id <= 0 ? "Choose a location." : std::string();
}

std::string problem_with_event(const Fields& fields) {
  if (fields.action == 0) {
    return "Choose an event.";
  }
  return fields.action == none_action ? "Choose another event: “None” never fires." : std::string();
}

std::string problem_with_url(const Fields& fields) {
  if (fields.url.find(mask) != std::string::npos) {
    return "Put the real credentials in place of •••: they were hidden where this address was copied from.";
  }
  const auto url = parse_url(fields.url);
  return url ? std::string() : url.error().sentence;
}

/// Whether Nexudus already holds this very value, so that it cannot stand in the way of changing something else.
bool is_held_event(const Fields& fields, const Fields* stored) {
  return stored != nullptr && stored->action == fields.action;
}
bool is_held_url(const Fields& fields, const Fields* stored) {
  return stored != nullptr && stored->url == fields.url && !is_blank(fields.url);
}

bool is_private_ipv4(std::string_view host) {
  static constexpr std::array<std::string_view, 5> prefixes{"127.", "10.", "192.168.", "169.254.", "0."};
  if (host.find_first_not_of("0123456789.") != std::string_view::npos) {
    return false;
  }
  if (std::any_of(prefixes.begin(), prefixes.end(), [host](std::string_view p) { return host.starts_with(p); })) {
    return true;
  }
  if (!host.starts_with("172.") || host.size() < 7 || host[6] != '.') {
    return false;
  }
  const std::string_view second = host.substr(4, 2);
  return second >= "16" && second <= "31";
}

/// Whether only machines nearby can reach a host.
bool is_local(std::string_view host) {
  static constexpr std::array<std::string_view, 5> endings{".local", ".localhost", ".internal", ".lan", ".home.arpa"};
  if (host.starts_with('[')) {
    return host == "[::1]" || host.starts_with("[fe80:") || host.starts_with("[fc") || host.starts_with("[fd");
  }
  return host.find('.') == std::string_view::npos || is_private_ipv4(host) ||
         std::any_of(endings.begin(), endings.end(), [host](std::string_view e) { return host.ends_with(e); });
}

void advise_on_url(std::vector<FieldProblem>& advice, const Url& url) {
  const auto add = [&advice](std::string sentence) { advice.push_back({Field::url, std::move(sentence)}); };
  const std::string scheme = fold(url.scheme);
  const std::string host = fold(url.host);
  if (scheme == "http") {
    add("Use https:// if the receiver can: over http:// everybody on the way can read what Nexudus sends.");
  }
  if (is_local(host)) {
    add("Use an address the internet can reach: Nexudus calls from outside and will not find " + host + ".");
  }
  if (!url.userinfo.empty()) {
    add("Take the user name and password out of the address if you can: everybody who may read webhooks sees them.");
  }
  if (!url.fragment.empty()) {
    add("Leave out # and what follows: it is never sent to the receiver.");
  }
}

}  // namespace

std::vector<FieldProblem> validate(const Fields& fields, const Fields* stored) {
  std::vector<FieldProblem> problems;
  const auto add = [&problems](Field field, std::string sentence) {
    if (!sentence.empty()) {
      problems.push_back({field, std::move(sentence)});
    }
  };
  add(Field::name, problem_with_name(fields));
  add(Field::location, problem_with_location(fields));
  if (!is_held_event(fields, stored)) {
    add(Field::event, problem_with_event(fields));
  }
  if (!is_held_url(fields, stored)) {
    add(Field::url, problem_with_url(fields));
  }
  return problems;
}

std::vector<FieldProblem> advise(const Fields& fields, const Fields* stored) {
  std::vector<FieldProblem> advice;
  if (is_held_event(fields, stored)) {
    if (std::string sentence = problem_with_event(fields); !sentence.empty()) {
      advice.push_back({Field::event, std::move(sentence)});
    }
  }
  if (fields.action != 0 && find_event(fields.action) == nullptr) {
    advice.push_back({Field::event, "This editor does not know event " + std::to_string(fields.action) +
                                        ". Leave it as it is unless you know the number is right."});
  }
  if (const auto url = parse_url(fields.url)) {
    advise_on_url(advice, *url);
  } else if (is_held_url(fields, stored)) {
    advice.push_back({Field::url, url.error().sentence});
  }
  return advice;
}

}  // namespace webhook
