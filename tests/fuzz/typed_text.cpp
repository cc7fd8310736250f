// What people type or paste, and what stands in texts from the server: addresses, searches, moments.
#include "fuzzing.h"
#include "webhook/event_catalogue.h"
#include "webhook/text_match.h"
#include "webhook/timestamp.h"
#include "webhook/url.h"
#include "webhook/validation.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzzing::text_of(data, size);
  const auto url = webhook::parse_url(text);
  fuzzing::require(url ? !url->host.empty() : !url.error().sentence.empty());
  fuzzing::require(url || url.error().proposal.empty() || webhook::parse_url(url.error().proposal));
  fuzzing::require_presentable(webhook::host_of(text));
  const webhook::Fields fields{std::string(text), 1, 6, std::string(text), std::string(text), true};
  fuzzing::require(webhook::validate(fields, &fields).size() <= 2);
  const auto advice = webhook::advise(fields);
  fuzzing::require(advice.size() <= 9);
  for (const webhook::FieldProblem& one : advice) {
    fuzzing::require_presentable(one.sentence);
    fuzzing::require(one.fixed.empty() || (one.fixed != text && webhook::parse_url(one.fixed)));
  }

  const std::string folded = webhook::fold(text);
  fuzzing::require(webhook::fold(folded) == folded);
  fuzzing::require(webhook::TextQuery(text).matches(folded));
  fuzzing::require(webhook::search_events(text).size() <= webhook::events().size());
  (void)webhook::parse_timestamp(text);
  return 0;
}
