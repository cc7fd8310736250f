// The list of event names from any bytes.
#include "fuzzing.h"
#include "nexudus/replies.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto names = nexudus::decode_event_names(fuzzing::ok(data, size), {"the names"});
  if (!names) {
    fuzzing::require_sound(names.error());
  }
  return 0;
}
