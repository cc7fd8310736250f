// Everything the application asks of the world around it. One folder beside this file per world; which one is linked
// decides. Nothing here knows what the application is about.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace gui {
class Ui;
}

namespace platform {

// ---- HTTP ----------------------------------------------------------------------------------------------------------

using RequestId = std::uint32_t;

struct HttpRequest {
  std::string method;  // upper case
  std::string url;     // absolute, or relative to the page
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  double deadline_ms = 30'000;  // from sending to the last byte
  bool authorized = false;  // with the access token as a bearer (RFC 6750), when there is one; it never comes in here
  bool local = false;       // answered inside the page, by what it was given as its local server; nothing is sent
};

/// No reply is read beyond this: it would fill the memory of the page.
inline constexpr std::size_t most_reply_bytes = std::size_t{32} << 20;

/// How a request ended. Every request ends exactly once.
struct HttpEnded {
  enum class Cause : std::uint8_t { reply, network, deadline, cancelled, invalid_request, too_large };
  RequestId id = 0;
  Cause cause = Cause::reply;
  int status = 0;  // only with Cause::reply
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  double elapsed_ms = 0;
};

/// Sends a request; its end arrives as an HttpEnded event, never from inside this call.
[[nodiscard]] RequestId send(HttpRequest request);
/// Ends a request with Cause::cancelled. Unknown or ended ids are ignored.
void cancel(RequestId id);

// ---- Signing in (the token shim) -------------------------------------------------------------------------------------

/// What the sign-in form shall show. The form itself belongs to the page: a password never comes in here.
struct SignInForm {
  bool visible = false;
  bool busy = false;
  bool asks_code = false;  // the one-time code instead of e-mail and password
  bool offers_password = true;
  bool offers_token = true;
  bool offers_demo = true;
  bool offers_provider = false;  // an OAuth provider that the page knows
  bool may_be_left = false;      // “Not now”
  std::string error;             // one sentence, shown as an alert; empty for none

  friend bool operator==(const SignInForm&, const SignInForm&) = default;
};

void show_sign_in(const SignInForm& form);
/// Asks for a fresh access token; the answer is a TokenEvent.
void refresh_token();
/// Forgets every token.
void sign_out();

struct TokenEvent {
  enum class Outcome : std::uint8_t {
    signed_in,          // a token is there
    refreshed,          // a fresh token is there after refresh_token()
    wrong_credentials,  // invalid_grant
    code_needed,        // two_factor_auth_check
    wrong_code,         // a code was sent and refused
    must_reset_password,
    refused,             // another OAuth error, named in `detail`
    unreachable,         // no answer at all
    blocked_by_browser,  // there is a server, but this page may not read its answer (CORS)
    unreadable,          // an answer that is no token reply
    refresh_failed,      // the session cannot be prolonged
    signed_out,          // here or in another tab
    demo_chosen,         // the user asked for the demo
    another_account,     // back from the code to e-mail and password
    explained,           // another failure, that the page has put into words: they are `detail`
    left,                // the user does not want to sign in now
  };
  Outcome outcome = Outcome::signed_in;
  std::string user;    // the e-mail typed, or whom the provider names; empty for a pasted token
  std::string detail;  // the server's own words, when it had any
  bool can_refresh = false;
  bool at_provider = false;                        // the token is from an OAuth provider
  std::optional<std::int64_t> expires_in_ms = {};  // how long the access token is good for from now, if that is known
};

// ---- Time, chance, storage -------------------------------------------------------------------------------------------

/// Milliseconds since some fixed moment, never going back.
[[nodiscard]] double monotonic_ms();
/// Milliseconds since 1970-01-01 UTC, as the user's clock has it.
[[nodiscard]] std::int64_t unix_ms();
/// What the user's time zone is ahead of UTC at the moment, in milliseconds; negative west of Greenwich.
[[nodiscard]] std::int64_t time_zone_ms();
/// Fills `bytes` from a cryptographic source.
void random_bytes(std::span<std::uint8_t> bytes);
enum class TimeStyle : std::uint8_t { date, time, date_and_time, time_to_the_second };
/// A moment in the language that is spoken and the user's time zone, e.g. "15 Jan 2025", "10:30", "15 Jan 2025, 10:30",
/// or "10:30:05".
[[nodiscard]] std::string local_time(std::int64_t unix_milliseconds, TimeStyle style);
/// One timer for the whole application: a TimerFired event at `at_ms` (monotonic). A new call replaces the old one.
void wake_at(double at_ms);

/// A small value that survives a reload in this browser; empty when there is none or storage is blocked. When another
/// page of the same origin stores one, a ValueStored event says so.
[[nodiscard]] std::string stored_value(std::string_view key);
void store_value(std::string_view key, std::string_view value);

/// Keeps a text under a name over reloads, encrypted with a key that cannot be read out; an empty text drops it. When
/// storage is full or blocked a TextsKept event says so, and what was to be kept is tried again with the next text. Not
/// for tokens or passwords.
void keep_text(std::string_view name, std::string_view text);
/// Asks for all kept texts whose names begin with `prefix`; they arrive as a TextsLoaded event.
void load_texts(std::string_view prefix);

// ---- Language --------------------------------------------------------------------------------------------------------

/// Texts in one language, as the constructor of language::Catalogue takes them; none for the one that is in the code.
struct Language {
  std::string tag;  // as in BCP 47, e.g. "de"
  std::string texts;
};
/// What the page speaks: the user's choice, or the browser's.
[[nodiscard]] Language spoken_language();
/// From now on another is spoken, here and after a reload; its texts arrive as a LanguageLoaded event. None follows if
/// they cannot be had: then everything stays as it is.
void choose_language(std::string_view tag);
/// The category of plural a number takes in the language that is spoken, as CLDR names them, e.g. "one".
[[nodiscard]] std::string plural_category(std::int64_t number);

// ---- The page --------------------------------------------------------------------------------------------------------

/// The fragment of the page's address without '#', e.g. "/items/12".
[[nodiscard]] std::string address();
/// The page's own address, absolute, without query and fragment.
[[nodiscard]] std::string page_url();
/// What becomes of the entry of the history that is shown. Writing an address takes browsers long, and they refuse to do it
/// with every key: `replaced_soon` waits until the address has not been changed again for a quarter of a second.
enum class HistoryEntry : int { kept, replaced, replaced_soon };
/// Changes the fragment. No AddressChanged event follows.
void navigate(std::string_view fragment, HistoryEntry entry);
void set_title(std::string_view title);
/// Asks before the page is left while `active` (beforeunload).
void guard_leaving(bool active);
/// Puts text on the clipboard; the end arrives as a CopyEnded event.
void copy_text(std::string_view text);
/// Gives a text file to the user, as a download.
void save_file(std::string_view name, std::string_view text);
/// Reads out a sentence: politely, or at once.
void announce(std::string_view sentence, bool assertive);
/// Opens a link in a new tab, without a referrer.
void open_link(std::string_view url);
/// config.json as the page found it: its text, or empty with `error` saying what is wrong.
struct Config {
  std::string text;
  std::string error;
};
[[nodiscard]] Config config();
/// performance.mark
void mark(std::string_view name);

// ---- Running ---------------------------------------------------------------------------------------------------------

struct TimerFired {};
struct AddressChanged {
  std::string fragment;
};
struct CopyEnded {
  bool ok = false;
};
/// What load_texts() asked for: one text a line, in the order of their names.
struct TextsLoaded {
  std::string prefix;
  std::string lines;
};
/// Whether keep_text() works, told when it stops and when it works again.
struct TextsKept {
  bool ok = true;
};
/// Another page has stored a value.
struct ValueStored {
  std::string key;
  std::string value;
};
struct VisibilityChanged {
  bool visible = true;
};
struct OnlineChanged {
  bool online = true;
};
/// Another language is spoken, chosen here or by the page itself. Moments and plurals are those of it already.
struct LanguageLoaded {
  std::string tag;
  std::string texts;  // as in Language
};

using Event = std::variant<HttpEnded, TokenEvent, TimerFired, AddressChanged, CopyEnded, TextsLoaded, TextsKept,
                           ValueStored, VisibilityChanged, OnlineChanged, LanguageLoaded>;

struct Application {
  std::function<void(const Event&)> on_event;  // a frame is drawn after each event
  std::function<void(gui::Ui&)> draw;          // between the begin and the end of a frame
};

/// Asks for a frame; many calls before it is drawn make one.
void request_frame();
/// Hands the application to the platform and draws the first frame as soon as the size is known.
void run(Application application);

}  // namespace platform
