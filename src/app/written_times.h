// Moments as the user reads them. The platform takes long to write one, and a list shows the same ones in every frame.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>

#include "platform/platform.h"

namespace app {

class WrittenTimes {
 public:
  /// In the language that is spoken, see platform::local_time. Lasts until the next call.
  [[nodiscard]] const std::string& text(std::int64_t unix_ms, platform::TimeStyle style);
  /// Another language is spoken.
  void forget() { texts_ = {}; }

 private:
  std::array<std::unordered_map<std::int64_t, std::string>, 4> texts_;  // by style
};

}  // namespace app
