// A kept draft from any bytes: it may be of another version, or damaged.
#include "editor/drafts.h"
#include "fuzzing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto draft = editor::read_draft(fuzzing::text_of(data, size));
  if (draft) {
    const auto again = editor::read_draft(editor::to_text(*draft));
    fuzzing::require(again && *again == *draft);
  }
  return 0;
}
