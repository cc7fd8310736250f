// A record from any bytes, and back again after an edit.
#include "fuzzing.h"
#include "nexudus/replies.h"
#include "webhook/document.h"
#include "webhook/health.h"
#include "webhook/validation.h"

namespace {

using webhook::Document;
using webhook::Fields;

void require_edit_reads_back(const nexudus::ReadRecord& read, const Fields& wanted) {
  const auto after = Document::parse(webhook::edited(read.document, read.record.fields, wanted));
  fuzzing::require(after.has_value());
  const auto record = webhook::read_record(*after);
  fuzzing::require(record && record->fields == wanted && record->id == read.record.id);
  fuzzing::require(record->facts == read.record.facts);
  // Member by member, only what was edited may differ.
  const auto& before_members = read.document.members();
  fuzzing::require(before_members.size() <= after->members().size());
  for (std::size_t i = 0; i < before_members.size(); ++i) {
    const auto field = webhook::field_of_property(before_members[i].name);
    fuzzing::require(before_members[i].name == after->members()[i].name);
    fuzzing::require(field || read.document.raw(before_members[i]) == after->raw(after->members()[i]));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto read = nexudus::decode_webhook(fuzzing::ok(data, size), {"the webhook"});
  if (!read) {
    fuzzing::require_sound(read.error());
    return 0;
  }
  const std::string& text = read->document.text();
  fuzzing::require(text == fuzzing::text_of(data, size));
  fuzzing::require(webhook::edited(read->document, read->record.fields, read->record.fields) == text);
  fuzzing::require(webhook::differences(read->document, text).empty());
  require_edit_reads_back(*read, {"Tür \"1\"\n", 5, 117, "https://a.example/\\", "ü", !read->record.fields.active});
  require_edit_reads_back(*read, {});

  const std::string pretty = webhook::pretty(text);
  fuzzing::require(webhook::pretty(pretty) == pretty);
  fuzzing::require(!webhook::payload_lines(&read->document, pretty).empty());
  for (const webhook::FieldProblem& problem : webhook::validate(read->record.fields)) {
    fuzzing::require(!problem.sentence.empty());
  }
  fuzzing::require(!webhook::describe_health(read->record.fields, read->record.facts).empty());
  return 0;
}
