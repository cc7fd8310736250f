// Three versions of one webhook from any bytes: whatever they hold, nobody's change is lost without being asked about.
#include <array>

#include "fuzzing.h"
#include "webhook/mask.h"
#include "webhook/merge.h"

namespace {

/// Takes a few bytes off the front: alike in two versions often enough.
std::string take_text(std::string_view& rest) {
  const std::size_t length = rest.empty() ? 0 : static_cast<unsigned char>(rest.front()) % 4U;
  std::string text(rest.substr(std::min<std::size_t>(1, rest.size()), length));
  rest.remove_prefix(std::min(length + 1, rest.size()));
  return text;
}

webhook::Fields take_fields(std::string_view& rest) {
  webhook::Fields fields;
  fields.name = take_text(rest);
  fields.url = take_text(rest);
  fields.description = take_text(rest);
  fields.location_id = static_cast<std::int64_t>(take_text(rest).size());
  fields.action = static_cast<std::int64_t>(take_text(rest).size());
  fields.active = take_text(rest).size() % 2 == 0;
  return fields;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest = fuzzing::text_of(data, size);
  const webhook::Fields base = take_fields(rest);
  const webhook::Fields mine = take_fields(rest);
  const webhook::Fields theirs = take_fields(rest);
  const webhook::Merge merged = webhook::merge(base, mine, theirs);
  for (const webhook::Field field : webhook::all_fields) {
    const bool i_did = !webhook::is_same(base, mine, field);
    const bool they_did = !webhook::is_same(base, theirs, field);
    const bool alike = webhook::is_same(mine, theirs, field);
    fuzzing::require(webhook::is_same(merged.fields, i_did ? mine : theirs, field));
    fuzzing::require((merged.of(field) == webhook::Change::conflict) == (i_did && they_did && !alike));
  }

  const std::string shown = webhook::masked_url(rest);
  fuzzing::require(webhook::masked_url(shown) == shown);
  return 0;
}
