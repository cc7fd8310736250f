// What has to be right before a webhook is sent, and what is worth a second look. Every sentence says what to do.
#pragma once

#include <string>
#include <vector>

#include "webhook/record.h"

namespace webhook {

struct FieldProblem {
  Field field = Field::name;
  std::string sentence;

  friend bool operator==(const FieldProblem&, const FieldProblem&) = default;
};

/// What keeps the record from being saved, at most one problem per field, in the order of the form. `stored` is the
/// record as read, or null for a new one: an event or a URL that Nexudus already holds is not held against the user
/// (it turns up in advise() instead).
[[nodiscard]] std::vector<FieldProblem> validate(const Fields& fields, const Fields* stored = nullptr);

/// What can be saved but may not be meant: plain http, an address only this machine can reach, a password in the URL.
[[nodiscard]] std::vector<FieldProblem> advise(const Fields& fields, const Fields* stored = nullptr);

}  // namespace webhook
