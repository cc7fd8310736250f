// The request budget as the pages of one browser tell it each other: the limits are those of the account, not of a page.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "nexudus/budget.h"

namespace nexudus {

/// Where a page's own clock stands, which begins with the page, and the one that all pages have.
struct Clocks {
  std::int64_t now_ms = 0;   // the clock of the budget
  std::int64_t unix_ms = 0;  // since 1970-01-01 UTC, at the same moment
};

/// What was sent, as text in moments of Unix time. The pages hand it on over a reload as well.
[[nodiscard]] std::string to_shared_text(const Budget& budget, const Clocks& clocks);

/// Counts what other pages sent, as to_shared_text() gave it. False, and nothing is counted, if the text is something
/// else. Nothing holds this page for longer than an hour, whatever the text says.
[[nodiscard]] bool take_shared_text(Budget& budget, std::string_view text, const Clocks& clocks);

}  // namespace nexudus
