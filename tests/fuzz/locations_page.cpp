// A page of locations from any bytes.
#include "fuzzing.h"
#include "nexudus/replies.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto page = nexudus::decode_locations(fuzzing::ok(data, size), {"a page"});
  if (!page) {
    fuzzing::require_sound(page.error());
  }
  return 0;
}
