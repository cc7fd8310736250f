// How a webhook is doing, as Nexudus's own counters tell it.
#include "webhook/health.h"

#include <algorithm>
#include <array>

#include "language/text.h"
#include "webhook/text_match.h"

namespace webhook {
namespace {

using language::key;
using language::translate;

/// By a word of the error, or by the status of the reply.
struct Explanation {
  std::string_view word;
  int from;
  int to;
  std::string_view sentence;
};

constexpr std::string_view not_found = key("The host of the URL was not found (DNS): check how it is spelled.");
constexpr std::string_view not_secure =
    key("No secure connection (TLS): the receiver's certificate has expired, or is not for this host.");
constexpr std::string_view too_slow = key("The receiver took too long to answer.");
constexpr std::string_view no_connection = key("Nothing answers at this host and port: the receiver may be down.");
constexpr std::string_view broken_off = key("The receiver broke the connection off before it answered.");
constexpr std::string_view no_entry =
    key("The receiver refuses who calls: a key or password in the URL is missing or wrong.");

constexpr std::array<Explanation, 23> explanations{
    {{"resolve", 0, 0, not_found},
     {"no such host", 0, 0, not_found},
     {"not known", 0, 0, not_found},
     {"dns", 0, 0, not_found},
     {"ssl", 0, 0, not_secure},
     {"tls", 0, 0, not_secure},
     {"certificate", 0, 0, not_secure},
     {"timed out", 0, 0, too_slow},
     {"timeout", 0, 0, too_slow},
     {"canceled", 0, 0, too_slow},
     {"refused", 0, 0, no_connection},
     {"closed", 0, 0, broken_off},
     {"reset", 0, 0, broken_off},
     {"connect", 0, 0, no_connection},
     {"", 300, 399, key("The receiver has moved: put the address it leads to into the URL.")},
     {"", 401, 401, no_entry},
     {"", 403, 403, no_entry},
     {"", 404, 404, key("The receiver has nothing at this path: check the end of the URL.")},
     {"", 405, 405, key("The receiver takes no POST at this path: check the end of the URL.")},
     {"", 410, 410,
      key("The receiver has given this address up for good: ask it for a new one, or delete this webhook.")},
     {"", 429, 429, key("The receiver was called too often.")},
     {"", 400, 499, key("The receiver does not accept what Nexudus sends.")},
     {"", 500, 599, key("The receiver itself has failed: whoever runs it finds the cause in its log.")}}};

/// A number of three digits that stands alone, as in "(404) Not Found"; 0: there is none.
int status_in(std::string_view text) {
  constexpr std::string_view digits = "0123456789";
  for (std::size_t at = 0; at + 3 <= text.size(); ++at) {
    const std::size_t end = std::min(text.find_first_not_of(digits, at), text.size());
    const bool alone = at == 0 || text[at - 1] == ' ' || text[at - 1] == '(';
    const char next = end < text.size() ? text[end] : ' ';
    if (end - at == 3 && alone && std::string_view(" ).,:;").find(next) != std::string_view::npos && text[at] >= '3' &&
        text[at] <= '5') {
      return (text[at] - '0') * 100 + (text[at + 1] - '0') * 10 + (text[at + 2] - '0');
    }
  }
  return 0;
}

}  // namespace

Health health_of(const Fields& fields, const Facts& facts) {
  if (!fields.active) {
    return facts.error_count >= failures_until_switched_off ? Health::switched_off_by_nexudus : Health::off;
  }
  if (facts.error_count > 0) {
    return Health::failing;
  }
  return facts.last_trigger.text.empty() ? Health::never_fired : Health::fine;
}

std::string describe_health(const Fields& fields, const Facts& facts) {
  const std::string count = std::to_string(facts.error_count);
  switch (health_of(fields, facts)) {
    case Health::switched_off_by_nexudus:
      return translate("Switched off by Nexudus after {0} failures", count);
    case Health::failing:
      // Switching a webhook on again may leave the count where it was.
      return facts.error_count > failures_until_switched_off
                 ? translate("Failing, {0} in a row", count)
                 : translate("Failing {0} of {1}", count, std::to_string(failures_until_switched_off));
    case Health::never_fired:
      return std::string(translate("Never fired"));
    case Health::fine:
      return std::string(translate("Fine"));
    case Health::off:
      return std::string(translate("Off"));
  }
  return {};
}

std::string_view explain_error(std::string_view last_error) {
  const std::string text = fold(last_error);
  const int status = status_in(text);
  for (const Explanation& explanation : explanations) {
    const bool fits = explanation.word.empty() ? status >= explanation.from && status <= explanation.to
                                               : text.find(explanation.word) != std::string::npos;
    if (fits) {
      return translate(explanation.sentence);
    }
  }
  return {};
}

std::int64_t health_order(const Fields& fields, const Facts& facts) {
  constexpr std::int64_t step = 1'000'000;
  const auto group = static_cast<std::int64_t>(health_of(fields, facts));
  return group * step - std::clamp<std::int64_t>(facts.error_count, 0, step - 1);
}

}  // namespace webhook
