// Things that go wrong on demand.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "nexudus/http.h"
#include "sandbox/state.h"

namespace sandbox {

struct Fault {
  enum class Kind : std::uint8_t {
    /// The answer comes `delay` late.
    latency,
    /// The connection is closed without an answer.
    drop,
    /// 500 with Nexudus's body.
    error,
    /// 502 with a gateway's HTML page.
    html,
    /// 200 with WasSuccessful:false.
    unsuccessful,
    /// The right answer, cut off in the middle of its JSON.
    truncated,
    /// `reply`, whatever that is.
    reply,
    /// Another editor changes `member` of record `id` just before the request is handled.
    edit,
    /// All access tokens end just before the request is handled.
    expire_tokens,
  };

  Kind kind = Kind::error;
  /// The requests it waits for: this method ("PUT"; empty for all) and the start of the target ("/sys/webhooks").
  std::string method;
  std::string path;
  /// Lets this many of those pass first.
  int skip = 0;
  /// Then happens this often; -1 is always.
  int times = 1;
  /// Whether the request takes effect although its answer is lost or replaced.
  bool handled = false;

  std::chrono::milliseconds delay{0};
  nexudus::Response reply;
  std::int64_t id = 0;
  RawMember member;

  friend bool operator==(const Fault&, const Fault&) = default;
};

/// Reads a fault from JSON:
///
///   {"kind":"latency|drop|error|html|unsuccessful|truncated|reply|edit|expire_tokens",
///    "method":"PUT", "path":"/sys/webhooks", "skip":0, "times":1, "handled":false,
///    "ms":500,                                             of latency
///    "status":200, "content_type":"text/html", "body":"",  of reply
///    "message":"…", "errors":[{"PropertyName":"Name","Message":"…"}],  of unsuccessful
///    "id":1, "member":"Name", "value":"…"}                 of edit
///
/// All but "kind" may be left out; "times":-1 is always. The error is a sentence.
[[nodiscard]] tl::expected<Fault, std::string> parse_fault(std::string_view json);

/// The fault as JSON, as parse_fault reads it (without the details of `reply`).
[[nodiscard]] std::string to_json(const Fault& fault);

/// Whether the fault waits for requests like this one.
[[nodiscard]] bool concerns(const Fault& fault, const nexudus::Request& request);

}  // namespace sandbox
