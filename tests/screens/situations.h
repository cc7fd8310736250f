// Every state of every screen that is worth a look, and how the application is brought into it.
#pragma once

#include <ostream>
#include <span>

#include "whole_application.h"

namespace screen_tests {

/// The application as a situation reaches for it.
class Stage : public WholeApplication {
 public:
  using WholeApplication::fault;
  using WholeApplication::open;
  using WholeApplication::save_elsewhere;
  using WholeApplication::wait;
  [[nodiscard]] Driver& driver() { return *ui; }
};

struct Situation {
  const char* name;
  void (*reach)(Stage& test);
};

[[nodiscard]] std::span<const Situation> situations();

inline std::ostream& operator<<(std::ostream& out, const Situation& situation) { return out << situation.name; }

}  // namespace screen_tests
