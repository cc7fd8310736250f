// How a request ended for good.
#pragma once

#include <tl/expected.hpp>

#include "editor/outbox.h"
#include "nexudus/http.h"
#include "nexudus/problem.h"
#include "nexudus/replies.h"

namespace editor {

/// The end after all retries. A response has a status from 200 to 299, and if it is that of a write, it says that it
/// worked.
struct Answer {
  Errand errand;
  RequestId request_id = 0;
  nexudus::Asked asked;
  tl::expected<nexudus::Response, nexudus::Problem> result;
  std::int64_t age_ms = 0;  // since it was asked for last
};

/// The webhook that was asked for, Errand::number; else why there is none: also if the answer holds another one.
[[nodiscard]] tl::expected<nexudus::ReadRecord, nexudus::Problem> webhook_in(const Answer& answer);

}  // namespace editor
