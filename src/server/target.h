// What the address in a request means: a decoded path and the query as it is.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "server/http_head.h"

namespace server {

struct Target {
  /// Decoded; begins with '/', and holds no "." or ".." segment, backslash or control character.
  std::string path;
  /// Without its '?', percent-encoded as it came.
  std::string query;
};

/// Reads a target in origin form, e.g. "/api/sys/webhooks?page=1". Refused with 400 is what programs read in different
/// ways: a whole URL, a fragment, dot segments, backslashes, encoded slashes, control characters and broken escapes.
[[nodiscard]] tl::expected<Target, Rejection> read_target(std::string_view target);

}  // namespace server
