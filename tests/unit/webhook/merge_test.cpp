// Two people change one webhook: nothing of either is lost without being asked about.
#include "webhook/merge.h"

#include <gtest/gtest.h>

#include <vector>

namespace webhook {
namespace {

const Fields base{"Door", 11, 3, "https://example.com/a", "About", true};
const Fields one{"Gate", 12, 4, "https://example.com/b", "Other", false};
const Fields other{"Lift", 13, 5, "https://example.com/c", "Third", true};

/// `base` with one field as in `from`.
Fields with(const Fields& from, Field field) {
  Fields fields = base;
  assign(fields, from, field);
  return fields;
}

TEST(Merging, NothingWithNothingIsNothing) {
  const Merge merged = merge(base, base, base);
  EXPECT_EQ(merged.fields, base);
  EXPECT_EQ(merged.with(Change::none).size(), all_fields.size());
}

TEST(Merging, EveryPairOfDifferentFieldsKeepsBothChanges) {
  for (const Field mine : all_fields) {
    for (const Field theirs : all_fields) {
      if (mine == theirs) {
        continue;
      }
      const Merge merged = merge(base, with(one, mine), with(one, theirs));
      Fields expected = with(one, mine);
      assign(expected, one, theirs);
      EXPECT_EQ(merged.fields, expected) << label(mine) << " and " << label(theirs);
      EXPECT_EQ(merged.with(Change::mine), std::vector{mine});
      EXPECT_EQ(merged.with(Change::theirs), std::vector{theirs});
      EXPECT_TRUE(merged.with(Change::conflict).empty());
    }
  }
}

TEST(Merging, TheSameFieldToDifferentValuesIsAConflictThatKeepsMine) {
  // Active has two values only, so both can but do the same.
  for (const Field field : {Field::name, Field::location, Field::event, Field::url, Field::description}) {
    const Merge merged = merge(base, with(one, field), with(other, field));
    EXPECT_EQ(merged.with(Change::conflict), std::vector{field});
    EXPECT_EQ(merged.fields, with(one, field));
  }
}

TEST(Merging, TheSameFieldToOneValueIsNoConflict) {
  for (const Field field : all_fields) {
    const Merge merged = merge(base, with(one, field), with(one, field));
    EXPECT_EQ(merged.with(Change::same), std::vector{field});
    EXPECT_EQ(merged.fields, with(one, field));
  }
}

TEST(Merging, AFieldSetBackByTheOthersToWhatItWasIsTheirs) {
  EXPECT_EQ(merge(with(one, Field::url), with(one, Field::url), base).fields, base);
}

TEST(Merging, IsTheSameFromBothSidesButForWhoseValueStaysInAConflict) {
  for (const Field first : all_fields) {
    for (const Field second : all_fields) {
      const Merge here = merge(base, with(one, first), with(other, second));
      const Merge there = merge(base, with(other, second), with(one, first));
      for (const Field field : all_fields) {
        const bool conflict = here.of(field) == Change::conflict;
        EXPECT_EQ(conflict, there.of(field) == Change::conflict);
        EXPECT_EQ(is_same(here.fields, there.fields, field), !conflict);
      }
    }
  }
}

}  // namespace
}  // namespace webhook
