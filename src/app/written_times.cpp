// Moments as the user reads them, written once.
#include "app/written_times.h"

namespace app {

namespace {

constexpr std::size_t most_of_a_style = 4'096;

}  // namespace

const std::string& WrittenTimes::text(std::int64_t unix_ms, platform::TimeStyle style) {
  auto& texts = texts_.at(static_cast<std::size_t>(style));
  const auto known = texts.find(unix_ms);
  if (known != texts.end()) return known->second;
  if (texts.size() >= most_of_a_style) texts.clear();
  return texts.emplace(unix_ms, platform::local_time(unix_ms, style)).first->second;
}

}  // namespace app
