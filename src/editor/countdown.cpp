// The end of the session before it comes.
#include "editor/countdown.h"

#include <algorithm>
#include <string>

#include "editor/outbox_flow.h"
#include "language/text.h"

namespace editor {
namespace {

using language::translate;

constexpr std::int64_t minute_ms = 60'000;
constexpr int minutes_told = 5;
/// So much before its end a token is renewed, but for one that does not live long.
constexpr std::int64_t longest_lead_ms = minute_ms;
constexpr std::int64_t part_of_lifetime = 4;

/// By the clock that is further: the monotonic one may stand still while the machine sleeps.
std::int64_t left_ms(const Stamp& ends, const Now& now) {
  return std::min(ends.monotonic_ms - now.monotonic_ms, ends.unix_ms - now.unix_ms);
}

std::optional<std::int64_t> renew_in_time(const Context& context, std::int64_t left) {
  Session& session = context.state.session;
  if (session.renewed_early || session.refreshing || is_cut_off(context.state)) {
    return std::nullopt;
  }
  const std::int64_t lead = std::min(longest_lead_ms, session.lifetime_ms / part_of_lifetime);
  if (left > lead) {
    return context.now.monotonic_ms + left - lead;
  }
  session.renewed_early = true;
  session.refreshing = true;
  context.emit(effect::RefreshToken{});
  return std::nullopt;
}

std::optional<std::int64_t> count_down(const Context& context, std::int64_t left) {
  Session& session = context.state.session;
  if (left > minutes_told * minute_ms) {
    return context.now.monotonic_ms + left - minutes_told * minute_ms;
  }
  const auto minutes = static_cast<int>(left > 0 ? (left + minute_ms - 1) / minute_ms : 0);
  if (minutes != session.minutes_left) {
    const bool is_told = !session.minutes_left || minutes <= 1;
    session.minutes_left = minutes;
    if (is_told) {
      context.say(session_end_notice(session).title);
    }
  }
  if (minutes == 0) {
    return std::nullopt;  // the next call tells whether it has
  }
  return context.now.monotonic_ms + left - (minutes - 1) * minute_ms;
}

}  // namespace

std::optional<std::int64_t> watch_session_end(const Context& context) {
  const State& state = context.state;
  const Session& session = state.session;
  if (session.stage != Session::Stage::signed_in || !session.ends || !state.visible) {
    return std::nullopt;
  }
  const std::int64_t left = left_ms(*session.ends, context.now);
  return session.can_refresh ? renew_in_time(context, left) : count_down(context, left);
}

Notice session_end_notice(const Session& session) {
  if (session.stage == Session::Stage::signed_out || !session.minutes_left) {
    return {};
  }
  const int minutes = *session.minutes_left;
  Notice notice;
  notice.severity = Notice::Severity::warning;
  notice.title = minutes == 0 ? std::string(translate("Your session should have ended by now."))
                              : language::counted(minutes, "Your session ends in {0} minute.",
                                                  "Your session ends in {0} minutes.", std::to_string(minutes));
  notice.detail = translate("Sign in again to go on; what you typed stays as it is.");
  return notice;
}

}  // namespace editor
