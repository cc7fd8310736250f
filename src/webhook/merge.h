// Two people change one webhook: what each of them did, field by field, and what comes out of both.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "webhook/record.h"

namespace webhook {

/// What became of a field since both sides saw the same record.
enum class Change : std::uint8_t {
  none,
  mine,
  theirs,
  same,      // both changed it, to one value
  conflict,  // both changed it, to different values
};

struct Merge {
  Fields fields;  // what is wanted of both; where they conflict, mine
  std::array<Change, all_fields.size()> changes{};

  [[nodiscard]] Change of(Field field) const { return changes[static_cast<std::size_t>(field)]; }
  /// The fields with this change, in the order of the form.
  [[nodiscard]] std::vector<Field> with(Change change) const;
};

/// Three-way: `base` is what both began with.
[[nodiscard]] Merge merge(const Fields& base, const Fields& mine, const Fields& theirs);

/// Gives one field of `to` the value it has in `from`.
void assign(Fields& to, const Fields& from, Field field);

/// Whether one field has the same value in both.
[[nodiscard]] bool is_same(const Fields& left, const Fields& right, Field field);

}  // namespace webhook
