// Two people change one webhook.
#include "webhook/merge.h"

namespace webhook {
namespace {

Change change_of(Field field, const Fields& base, const Fields& mine, const Fields& theirs) {
  const bool by_me = !is_same(base, mine, field);
  const bool by_them = !is_same(base, theirs, field);
  if (by_me && by_them) {
    return is_same(mine, theirs, field) ? Change::same : Change::conflict;
  }
  return by_me ? Change::mine : by_them ? Change::theirs : Change::none;
}

}  // namespace

std::vector<Field> Merge::with(Change change) const {
  std::vector<Field> found;
  for (const Field field : all_fields) {
    if (of(field) == change) {
      found.push_back(field);
    }
  }
  return found;
}

Merge merge(const Fields& base, const Fields& mine, const Fields& theirs) {
  Merge result;
  result.fields = theirs;
  for (const Field field : all_fields) {
    const Change change = change_of(field, base, mine, theirs);
    result.changes.at(static_cast<std::size_t>(field)) = change;
    if (change == Change::mine || change == Change::conflict) {
      assign(result.fields, mine, field);
    }
  }
  return result;
}

void assign(Fields& to, const Fields& from, Field field) {
  switch (field) {
    case Field::name:
      to.name = from.name;
      break;
    case Field::location:
      to.location_id = from.location_id;
      break;
    case Field::event:
      to.action = from.action;
      break;
    case Field::url:
      to.url = from.url;
      break;
    case Field::description:
      to.description = from.description;
      break;
    case Field::active:
      to.active = from.active;
      break;
  }
}

bool is_same(const Fields& left, const Fields& right, Field field) {
  switch (field) {
    case Field::name:
      return left.name == right.name;
    case Field::location:
      return left.location_id == right.location_id;
    case Field::event:
      return left.action == right.action;
    case Field::url:
      return left.url == right.url;
    case Field::description:
      return left.description == right.description;
    case Field::active:
      return left.active == right.active;
  }
  return true;
}

}  // namespace webhook
