// The functions of platform.h that only ask the page.
#include <emscripten.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>

#include "platform/platform.h"
#include "platform/web/host.h"
#include "platform/web/page.h"

namespace platform {

using web::take_inbox;

namespace {
EM_JS(double, page_unix_ms, (), { return Date.now(); });
EM_JS(double, page_time_zone_ms, (), { return -60000 * new Date().getTimezoneOffset(); });
}  // namespace

// ---- Signing in

void show_sign_in(const SignInForm& form) {
  // As in web/sign_in.js.
  const std::uint32_t flags = (form.visible ? 1U : 0U) | (form.busy ? 2U : 0U) | (form.asks_code ? 4U : 0U) |
                              (form.offers_password ? 8U : 0U) | (form.offers_token ? 16U : 0U) |
                              (form.offers_demo ? 32U : 0U) | (form.offers_provider ? 64U : 0U) |
                              (form.may_be_left ? 128U : 0U);
  web::page_show_sign_in(flags, form.error.data(), form.error.size());
}

void refresh_token() { web::page_refresh_token(); }
void sign_out() { web::page_sign_out(); }

// ---- Time, chance, storage

double monotonic_ms() { return emscripten_get_now(); }
std::int64_t unix_ms() { return static_cast<std::int64_t>(page_unix_ms()); }
std::int64_t time_zone_ms() { return static_cast<std::int64_t>(page_time_zone_ms()); }

void random_bytes(std::span<std::uint8_t> bytes) {
  constexpr std::size_t most = 256;  // of getentropy
  while (!bytes.empty()) {
    const std::span part = bytes.first(std::min(most, bytes.size()));
    getentropy(part.data(), part.size());
    bytes = bytes.subspan(part.size());
  }
}

std::string local_time(std::int64_t unix_milliseconds, TimeStyle style) {
  web::page_local_time(static_cast<double>(unix_milliseconds), static_cast<int>(style));
  return take_inbox();
}

void wake_at(double at_ms) {
  constexpr double stop = -1;
  web::page_set_timer(std::isfinite(at_ms) ? std::max(0.0, at_ms - monotonic_ms()) : stop);
}

std::string stored_value(std::string_view key) {
  web::page_stored_value(key.data(), key.size());
  return take_inbox();
}

void store_value(std::string_view key, std::string_view value) {
  web::page_store_value(key.data(), key.size(), value.data(), value.size());
}

void keep_text(std::string_view name, std::string_view text) {
  web::page_keep_text(name.data(), name.size(), text.data(), text.size());
}

void load_texts(std::string_view prefix) { web::page_load_texts(prefix.data(), prefix.size()); }

// ---- Language

Language spoken_language() {
  web::page_language();
  std::string tag = take_inbox();
  return {std::move(tag), take_inbox()};
}

void choose_language(std::string_view tag) { web::page_choose_language(tag.data(), tag.size()); }

std::string plural_category(std::int64_t number) {
  web::page_plural_category(static_cast<double>(number));
  return take_inbox();
}

// ---- The page

std::string address() {
  web::page_address();
  return take_inbox();
}

std::string page_url() {
  web::page_url();
  return take_inbox();
}

void navigate(std::string_view fragment, HistoryEntry entry) {
  web::page_navigate(fragment.data(), fragment.size(), static_cast<int>(entry));
}

void set_title(std::string_view title) { web::page_set_title(title.data(), title.size()); }
void guard_leaving(bool active) { web::page_guard_leaving(active ? 1 : 0); }
void copy_text(std::string_view text) { web::page_copy_text(text.data(), text.size()); }

void save_file(std::string_view name, std::string_view text) {
  web::page_save_file(name.data(), name.size(), text.data(), text.size());
}

void announce(std::string_view sentence, bool assertive) {
  web::page_announce(sentence.data(), sentence.size(), assertive ? 1 : 0);
}

void open_link(std::string_view url) { web::page_open_link(url.data(), url.size()); }

Config config() {
  const bool found = web::page_config() != 0;
  std::string text = take_inbox();
  return found ? Config{std::move(text), {}} : Config{{}, std::move(text)};
}

void mark(std::string_view name) { web::page_mark(name.data(), name.size()); }

// ---- Running

void request_frame() { web::host().request_frame(); }
void run(Application application) { web::host().run(std::move(application)); }

}  // namespace platform
