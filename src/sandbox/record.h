// Webhooks and locations as JSON, and webhooks from JSON.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sandbox/replies.h"
#include "sandbox/state.h"

namespace sandbox {

/// Which of its members a record is written with.
enum class Detail : std::uint8_t {
  /// A row of a list: Description is null, whatever it is.
  row,
  /// Read by id.
  whole,
};

[[nodiscard]] std::string to_json(const Webhook& webhook, Detail detail);
[[nodiscard]] std::string to_json(const Business& business);

/// Takes over everything a user may write from the members of a record, and clears what is not among them. What Nexudus
/// sets itself stays as it is in `webhook`. The result says what is wrong; then `webhook` is of no use.
[[nodiscard]] std::vector<FieldError> take_over(Webhook& webhook, const std::vector<RawMember>& members,
                                                const std::vector<Business>& businesses);

/// The value of the member called `name`, or "null".
[[nodiscard]] std::string_view find_member(const std::vector<RawMember>& members, std::string_view name);

}  // namespace sandbox
