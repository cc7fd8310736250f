// What this browser kept, from any bytes: it may be of another version, or damaged. What is read is written the same.
#include "editor/drafts.h"
#include "editor/journal.h"
#include "editor/visit.h"
#include "fuzzing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzzing::text_of(data, size);
  if (const auto draft = editor::read_draft(text)) {
    const auto again = editor::read_draft(editor::to_text(*draft));
    fuzzing::require(again && *again == *draft);
  }
  if (const auto entry = editor::read_journal_entry(text)) {
    const auto again = editor::read_journal_entry(editor::to_text(*entry));
    fuzzing::require(again && *again == *entry);
  }
  if (const auto visit = editor::read_visit(text)) {
    const auto again = editor::read_visit(editor::to_text(*visit));
    fuzzing::require(again && again->seen == visit->seen && again->seen_unix_ms == visit->seen_unix_ms);
  }
  return 0;
}
