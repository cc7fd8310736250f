// The world of tests: no browser, no clock, no network. What the application asks for is kept here to be looked at, and
// what happens to it is said here. One per process; every test begins with reset().
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/platform.h"

namespace platform::null {

/// Forgets everything: no application, no requests, time 0, signed out, nothing stored, address "".
void reset();

/// The application that was run(), or one without functions.
[[nodiscard]] Application& application();

// ---- HTTP

/// Answers a request at once, or not: then it stays in flight until answer(), cancel() or its deadline. The id and the
/// time are filled in. Without a handler nothing is answered.
using Handler = std::function<std::optional<HttpEnded>(const HttpRequest& request)>;
void set_http_handler(Handler handler);
/// All requests so far, in their order.
struct SentRequest {
  RequestId id = 0;
  HttpRequest request;
  bool ended = false;
};
[[nodiscard]] const std::vector<SentRequest>& requests();
/// Ends a request in flight.
void answer(RequestId id, HttpEnded ended);

// ---- Events and time

/// Queues an event as the browser would.
void send_event(Event event);
/// Gives the application the oldest event that waits; false when none does.
bool deliver_one();
/// Lets time pass: timers and deadlines on the way come due, in their order.
void advance(double milliseconds);
/// Sets the user's clock without the monotonic one.
void set_unix_ms(std::int64_t milliseconds);
void set_time_zone_ms(std::int64_t milliseconds);
[[nodiscard]] std::optional<double> wake_time();
/// Whether a frame was asked for since the last call.
[[nodiscard]] bool take_frame_request();

// ---- The token shim

[[nodiscard]] const SignInForm& sign_in_form();
[[nodiscard]] int refreshes_asked();
[[nodiscard]] int sign_outs();

// ---- Language

/// What is spoken from now on, without an event. choose_language() finds it again, and knows no others.
void set_language(Language language);

// ---- The page

[[nodiscard]] std::string_view title();
[[nodiscard]] bool leaving_guarded();
[[nodiscard]] std::string_view clipboard();
void set_clipboard_works(bool works);
struct SavedFile {
  std::string name;
  std::string text;
};
[[nodiscard]] const std::vector<SavedFile>& saved_files();
[[nodiscard]] const std::vector<std::string>& opened_links();
[[nodiscard]] const std::vector<std::string>& marks();
struct Spoken {
  std::string sentence;
  bool assertive = false;
};
[[nodiscard]] const std::vector<Spoken>& announcements();
void set_config(Config config);
/// The user edits the address: queues AddressChanged.
void go_to(std::string_view fragment);
/// The history's Back; false when there is nothing before.
bool go_back();
void set_stored_value(std::string_view key, std::string_view value);

}  // namespace platform::null
