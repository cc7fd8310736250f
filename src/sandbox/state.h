// What the sandbox remembers, as plain values.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sandbox/random.h"

namespace sandbox {

/// A moment in UTC, in milliseconds as Nexudus and browsers have it.
using Moment = std::chrono::sys_time<std::chrono::milliseconds>;

/// Webhooks in the seed of an ordinary sandbox.
inline constexpr int default_webhook_count = 60;

/// Failures in a row at which Nexudus turns a webhook off.
inline constexpr int failures_until_off = 10;

/// A member of a JSON object with its value as the text it was sent as, so that 1.10 stays 1.10.
struct RawMember {
  std::string name;
  std::string json;

  friend bool operator==(const RawMember&, const RawMember&) = default;
};

/// One webhook as Nexudus stores it. Members it does not interpret are kept as JSON text.
struct Webhook {
  std::int64_t id = 0;
  std::int64_t business_id = 0;
  std::string name;
  std::int64_t action = 0;
  std::optional<std::string> description;
  std::string url;
  bool active = false;
  std::optional<std::string> last_error;
  /// Failures in a row since the last success.
  int error_count = 0;
  std::optional<Moment> last_trigger;
  Moment created_on;
  Moment updated_on;
  std::string updated_by;
  std::string unique_id;
  /// Writable members without a meaning here.
  std::string system_id = "null";
  std::string localization_details = "null";
  std::string custom_fields = "null";
  /// Members beyond the documented ones, in the order they came.
  std::vector<RawMember> extra;

  friend bool operator==(const Webhook&, const Webhook&) = default;
};

/// A location.
struct Business {
  std::int64_t id = 0;
  std::string name;
  std::string web_address;

  friend bool operator==(const Business&, const Business&) = default;
};

/// An access token that was given out.
struct AccessToken {
  std::string token;
  std::string email;
  /// What told this client from others: the client_id header, or the e-mail address without one.
  std::string client;
  Moment expires;

  friend bool operator==(const AccessToken&, const AccessToken&) = default;
};

/// A refresh token that is still good for one use.
struct RefreshToken {
  std::string token;
  std::string email;
  std::string client;
  Moment expires;

  friend bool operator==(const RefreshToken&, const RefreshToken&) = default;
};

/// How often something happened in the current window of time.
struct Window {
  Moment start;
  int count = 0;

  friend bool operator==(const Window&, const Window&) = default;
};

/// What one client has used up of the limits.
struct Usage {
  std::string email;
  std::string client;
  Moment last_call;
  Window calls_minute, calls_hour, calls_day;
  Window writes_minute, writes_day;

  friend bool operator==(const Usage&, const Usage&) = default;
};

struct State {
  Random random;
  std::vector<Business> businesses;
  /// In ascending order of their ids.
  std::vector<Webhook> webhooks;
  /// Ids that once existed: Nexudus answers those with 500 instead of 404.
  std::vector<std::int64_t> deleted;
  std::int64_t next_id = 0;
  std::vector<AccessToken> access_tokens;
  std::vector<RefreshToken> refresh_tokens;
  std::vector<Usage> usage;
  /// Counts changes of anything that is worth storing, so of all but `usage`.
  std::uint64_t revision = 0;
};

/// The webhook with this id, or null.
[[nodiscard]] Webhook* find_webhook(State& state, std::int64_t id);

/// Makes every access token given out so far a thing of the past. Refresh tokens stay good.
void expire_access_tokens(State& state);

}  // namespace sandbox
