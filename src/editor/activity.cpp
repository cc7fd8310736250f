// Keeps account of every request for the user to see.
#include "editor/activity.h"

#include <string>

#include "language/text.h"
#include "nexudus/replies.h"
#include "nexudus/requests.h"
#include "webhook/document.h"
#include "webhook/mask.h"
#include "webhook/utf8.h"

namespace editor {
namespace {

using language::translate;
using Purpose = Errand::Purpose;

constexpr std::size_t most_activities = 200;
constexpr std::size_t longest_body = 65'536;

/// Bytes as text: whatever is not UTF-8 becomes U+FFFD, control characters but line breaks and tabs as well.
std::string as_text(std::string_view bytes) {
  std::string text;
  for (std::size_t at = 0; at < bytes.size() && text.size() < longest_body;) {
    const webhook::CodePoint point = webhook::code_point_at(bytes, at);
    const bool control = point.value < 0x20 && point.value != '\n' && point.value != '\t' && point.value != '\r';
    webhook::append_code_point(text, control ? webhook::replacement_character : point.value);
    at += point.size;
  }
  if (text.size() >= longest_body) {
    text += "\n" + translate("… ({0} bytes in all)", std::to_string(bytes.size()));
  }
  return text;
}

bool is_for_form(const State& state, const OutboxEntry& entry, const nexudus::Problem* problem) {
  if (!state.form || entry.errand.generation != state.form->generation) {
    return false;
  }
  switch (entry.errand.purpose) {
    case Purpose::open_record:
    case Purpose::copy_record:
    case Purpose::save:
    case Purpose::create:
    case Purpose::remove:
      return true;
    case Purpose::read_before_save:
    case Purpose::read_back:
    case Purpose::read_created:
    case Purpose::check_removed:
    case Purpose::check_gone:
      // Else it would hide what the write itself was answered; one turned away goes again by itself.
      return problem != nullptr && problem->kind != nexudus::Problem::Kind::throttled;
    default:
      return false;
  }
}

std::string message_of(const Context& context, const OutboxEntry& entry, const nexudus::Response* response,
                       const nexudus::Problem* problem) {
  if (problem != nullptr) {
    return problem->title + " " + problem->detail;
  }
  if (nexudus::is_write(entry.request) && response != nullptr) {
    const auto written = nexudus::decode_written(*response, {entry.what, context.now.unix_ms});
    if (written && !written->message.empty()) {
      return webhook::presentable(webhook::masked_text(written->message), 300);
    }
  }
  return std::string(translate("Answered."));
}

}  // namespace

void record_activity(const Context& context, const OutboxEntry& entry, const nexudus::Response* response,
                     const nexudus::Problem* problem, std::int64_t elapsed_ms) {
  State& state = context.state;
  Activity activity;
  activity.request = entry.request;
  activity.method = nexudus::to_string(entry.request.method);
  activity.target = entry.request.target;
  activity.status = response != nullptr ? response->status : 0;
  activity.attempt = entry.attempts;
  activity.unix_ms = context.now.unix_ms;
  activity.elapsed_ms = elapsed_ms;
  activity.message = message_of(context, entry, response, problem);
  if (is_for_form(state, entry, problem)) {
    LastResponse& last = state.form->last_response;
    last.present = true;
    last.method_and_target = activity.method + " " + activity.target;
    last.status = activity.status;
    last.elapsed_ms = elapsed_ms;
    last.unix_ms = activity.unix_ms;
    last.message = activity.message;
    last.body = response != nullptr ? as_text(webhook::pretty(webhook::masked_reply(response->body))) : std::string();
  }
  state.activity.push_front(std::move(activity));
  if (state.activity.size() > most_activities) {
    state.activity.pop_back();
  }
}

}  // namespace editor
