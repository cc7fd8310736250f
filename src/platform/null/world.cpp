// The world of tests: what the application asks for is kept, what happens to it is said.
#include "platform/null/world.h"

#include <algorithm>
#include <deque>
#include <limits>
#include <map>
#include <utility>

namespace platform {

namespace {

struct Flight {
  RequestId id = 0;
  double sent_at = 0;
  double deadline_at = 0;
};

struct World {
  Application application;
  null::Handler handler;
  std::vector<null::SentRequest> requests;
  std::vector<Flight> in_flight;
  std::deque<Event> events;
  double now_ms = 0;
  std::int64_t unix_offset_ms = 1'700'000'000'000;  // 14 Nov 2023
  std::int64_t time_zone_ms = 0;
  std::optional<double> wake_time;
  bool frame_requested = false;
  std::uint64_t random = 0x9E3779B97F4A7C15U;

  SignInForm sign_in;
  int refreshes = 0;
  int sign_outs = 0;

  std::string language = "en";                                        // its tag
  std::map<std::string, std::string, std::less<>> texts{{"en", ""}};  // by the tags of languages

  std::vector<std::string> history{""};
  std::size_t place = 0;
  std::string title;
  bool guarded = false;
  std::string clipboard;
  bool clipboard_works = true;
  std::vector<null::SavedFile> saved_files;
  std::vector<std::string> opened;
  std::vector<std::string> marks;
  std::vector<null::Spoken> spoken;
  Config config{"{}", ""};
  std::map<std::string, std::string, std::less<>> stored;
  std::map<std::string, std::string, std::less<>> kept;
};

World& world() {
  static World the_world;
  return the_world;
}

void end_flight(RequestId id, HttpEnded ended) {
  World& w = world();
  const auto flight = std::find_if(w.in_flight.begin(), w.in_flight.end(), [&](const Flight& f) { return f.id == id; });
  if (flight == w.in_flight.end()) {
    return;
  }
  ended.id = id;
  ended.elapsed_ms = w.now_ms - flight->sent_at;
  w.in_flight.erase(flight);
  w.requests.at(id - 1).ended = true;
  w.events.emplace_back(std::move(ended));
}

HttpEnded ended_by(HttpEnded::Cause cause) {
  HttpEnded ended;
  ended.cause = cause;
  return ended;
}

std::string two_digits(std::int64_t number) {
  std::string text = std::to_string(number);
  return text.size() < 2 ? "0" + text : text;
}

struct Date {
  std::int64_t year = 1970;
  std::int64_t month = 1;
  std::int64_t day = 1;
};

// Days since 1970-01-01 to the Gregorian calendar, counting years from March so that leap days come last.
Date date_of(std::int64_t days) {
  const std::int64_t shifted = days + 719'468;
  const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146'096) / 146'097;
  const std::int64_t day_of_era = shifted - era * 146'097;
  const std::int64_t year = (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year + year / 4 - year / 100);
  const std::int64_t month = (5 * day_of_year + 2) / 153;
  Date date;
  date.day = day_of_year - (153 * month + 2) / 5 + 1;
  date.month = month < 10 ? month + 3 : month - 9;
  date.year = year + era * 400 + (date.month <= 2 ? 1 : 0);
  return date;
}

}  // namespace

// ---- platform.h ------------------------------------------------------------------------------------------------------

RequestId send(HttpRequest request) {
  World& w = world();
  const auto id = static_cast<RequestId>(w.requests.size() + 1);
  w.requests.push_back({id, request, false});
  w.in_flight.push_back({id, w.now_ms, w.now_ms + request.deadline_ms});
  if (w.handler) {
    const HttpRequest asked = std::move(request);
    if (std::optional<HttpEnded> ended = w.handler(asked)) {
      end_flight(id, std::move(*ended));
    }
  }
  return id;
}

void cancel(RequestId id) { end_flight(id, ended_by(HttpEnded::Cause::cancelled)); }

void show_sign_in(const SignInForm& form) { world().sign_in = form; }
void refresh_token() { ++world().refreshes; }

void sign_out() { ++world().sign_outs; }

double monotonic_ms() { return world().now_ms; }
std::int64_t unix_ms() { return world().unix_offset_ms + static_cast<std::int64_t>(world().now_ms); }

std::int64_t time_zone_ms() { return world().time_zone_ms; }

void random_bytes(std::span<std::uint8_t> bytes) {
  for (std::uint8_t& byte : bytes) {
    std::uint64_t& x = world().random;
    x ^= x << 13U;
    x ^= x >> 7U;
    x ^= x << 17U;
    byte = static_cast<std::uint8_t>(x >> 32U);
  }
}

std::string local_time(std::int64_t unix_milliseconds, TimeStyle style) {
  constexpr std::int64_t day_ms = 86'400'000;
  static constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::int64_t days = unix_milliseconds / day_ms;
  if (unix_milliseconds % day_ms < 0) {
    --days;
  }
  const std::int64_t minutes = (unix_milliseconds - days * day_ms) / 60'000;
  const Date date = date_of(days);
  std::string day = std::to_string(date.day) + " " + months[date.month - 1] + " " + std::to_string(date.year);
  const std::string time = two_digits(minutes / 60) + ":" + two_digits(minutes % 60);
  if (style == TimeStyle::date) return day;
  if (style == TimeStyle::time_to_the_second) return time + ":" + two_digits(unix_milliseconds / 1'000 % 60);
  return style == TimeStyle::time ? time : day + ", " + time;
}

Language spoken_language() { return {world().language, world().texts.at(world().language)}; }

void choose_language(std::string_view tag) {
  World& w = world();
  const auto chosen = w.texts.find(tag);
  if (chosen != w.texts.end()) {
    w.language = chosen->first;
    w.events.emplace_back(LanguageLoaded{chosen->first, chosen->second});
  }
}

std::string plural_category(std::int64_t number) { return number == 1 ? "one" : "other"; }

void wake_at(double at_ms) {
  if (at_ms < std::numeric_limits<double>::infinity()) {
    world().wake_time = at_ms;
  } else {
    world().wake_time.reset();
  }
}

std::string stored_value(std::string_view key) {
  const auto found = world().stored.find(key);
  return found == world().stored.end() ? "" : found->second;
}

void store_value(std::string_view key, std::string_view value) { world().stored[std::string(key)] = value; }

std::string page_url() { return "http://localhost:8080/"; }

std::string address() { return world().history.at(world().place); }

void navigate(std::string_view fragment, HistoryEntry entry) {
  World& w = world();
  if (entry == HistoryEntry::kept) {
    w.history.resize(w.place + 1);
    w.history.emplace_back();
    ++w.place;
  }
  w.history.at(w.place) = fragment;
}

void set_title(std::string_view title) { world().title = title; }
void guard_leaving(bool active) { world().guarded = active; }

void copy_text(std::string_view text) {
  World& w = world();
  if (w.clipboard_works) {
    w.clipboard = text;
  }
  w.events.emplace_back(CopyEnded{w.clipboard_works});
}

void announce(std::string_view sentence, bool assertive) {
  world().spoken.push_back({std::string(sentence), assertive});
}

void keep_text(std::string_view name, std::string_view text) {
  if (text.empty()) {
    world().kept.erase(std::string(name));
  } else {
    world().kept.insert_or_assign(std::string(name), std::string(text));
  }
}

void load_texts(std::string_view prefix) {
  std::string lines;
  for (const auto& [name, text] : world().kept) {
    if (name.starts_with(prefix)) {
      lines += (lines.empty() ? "" : "\n") + text;
    }
  }
  world().events.emplace_back(TextsLoaded{std::string(prefix), std::move(lines)});
}

void save_file(std::string_view name, std::string_view text) {
  world().saved_files.push_back({std::string(name), std::string(text)});
}
void open_link(std::string_view url) { world().opened.emplace_back(url); }
Config config() { return world().config; }
void mark(std::string_view name) { world().marks.emplace_back(name); }
void request_frame() { world().frame_requested = true; }

void run(Application application) {
  world().application = std::move(application);
  world().frame_requested = true;
}

// ---- world.h ---------------------------------------------------------------------------------------------------------

namespace null {

void reset() { world() = World{}; }
Application& application() { return world().application; }

void set_http_handler(Handler handler) { world().handler = std::move(handler); }
const std::vector<SentRequest>& requests() { return world().requests; }
void answer(RequestId id, HttpEnded ended) { end_flight(id, std::move(ended)); }

void send_event(Event event) { world().events.push_back(std::move(event)); }

bool deliver_one() {
  World& w = world();
  if (w.events.empty()) {
    return false;
  }
  const Event event = std::move(w.events.front());
  w.events.pop_front();
  if (w.application.on_event) {
    w.application.on_event(event);
  }
  return true;
}

void advance(double milliseconds) {
  World& w = world();
  const double end = w.now_ms + milliseconds;
  for (;;) {
    const auto next = std::min_element(w.in_flight.begin(), w.in_flight.end(),
                                       [](const Flight& a, const Flight& b) { return a.deadline_at < b.deadline_at; });
    const bool flight_is_due = next != w.in_flight.end() && next->deadline_at <= end;
    const bool timer_is_due = w.wake_time && *w.wake_time <= end;
    if (timer_is_due && (!flight_is_due || *w.wake_time <= next->deadline_at)) {
      w.now_ms = std::max(w.now_ms, *w.wake_time);
      w.wake_time.reset();
      w.events.emplace_back(TimerFired{});
    } else if (flight_is_due) {
      w.now_ms = std::max(w.now_ms, next->deadline_at);
      end_flight(next->id, ended_by(HttpEnded::Cause::deadline));
    } else {
      break;
    }
    // What the application does about it may set the next timer.
    while (deliver_one()) {
    }
  }
  w.now_ms = end;
}

void set_unix_ms(std::int64_t milliseconds) {
  world().unix_offset_ms = milliseconds - static_cast<std::int64_t>(world().now_ms);
}

void set_time_zone_ms(std::int64_t milliseconds) { world().time_zone_ms = milliseconds; }

std::optional<double> wake_time() { return world().wake_time; }
bool take_frame_request() { return std::exchange(world().frame_requested, false); }

const SignInForm& sign_in_form() { return world().sign_in; }
int refreshes_asked() { return world().refreshes; }
int sign_outs() { return world().sign_outs; }

void set_language(Language language) {
  world().texts.insert_or_assign(language.tag, std::move(language.texts));
  world().language = std::move(language.tag);
}

std::string_view title() { return world().title; }
bool leaving_guarded() { return world().guarded; }
std::string_view clipboard() { return world().clipboard; }
void set_clipboard_works(bool works) { world().clipboard_works = works; }
const std::vector<SavedFile>& saved_files() { return world().saved_files; }
const std::vector<std::string>& opened_links() { return world().opened; }
const std::vector<std::string>& marks() { return world().marks; }
const std::vector<Spoken>& announcements() { return world().spoken; }
void set_config(Config config) { world().config = std::move(config); }
void set_stored_value(std::string_view key, std::string_view value) { store_value(key, value); }

void go_to(std::string_view fragment) {
  navigate(fragment, HistoryEntry::kept);
  send_event(AddressChanged{std::string(fragment)});
}

bool go_back() {
  World& w = world();
  if (w.place == 0) {
    return false;
  }
  --w.place;
  send_event(AddressChanged{w.history.at(w.place)});
  return true;
}

}  // namespace null

}  // namespace platform
