// What has to be right before a webhook is sent, and what is worth a second look. Every sentence says what to do.
#pragma once

#include <string>
#include <vector>

#include "webhook/record.h"

namespace webhook {

struct FieldProblem {
  Field field = Field::name;
  std::string sentence;
  std::string fix_label;  // what a button that puts it right says; empty where only the user can
  std::string fixed;      // the field's text after that

  friend bool operator==(const FieldProblem&, const FieldProblem&) = default;
};

/// What keeps the record from being saved, at most one problem per field, in the order of the form. `stored` is the
/// record as read, or null for a new one: an event or a URL that Nexudus already holds is not held against the user.
[[nodiscard]] std::vector<FieldProblem> validate(const Fields& fields, const Fields* stored = nullptr);

/// What can be saved but may not be meant: an event that never fires, and of a URL that is not the stored one all that
/// url_advice.h knows.
[[nodiscard]] std::vector<FieldProblem> advise(const Fields& fields, const Fields* stored = nullptr);

}  // namespace webhook
