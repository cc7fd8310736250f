// The end of a write from any bytes.
#include "fuzzing.h"
#include "nexudus/replies.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto written = nexudus::decode_written(fuzzing::ok(data, size), {"the update"});
  if (!written) {
    fuzzing::require_sound(written.error());
  }
  return 0;
}
