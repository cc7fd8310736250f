// How long the C++ parts take that people wait for: a frame of the list, decoding a page, a key in the search, a
// filter.
#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "app/application.h"
#include "editor/update.h"
#include "nexudus/replies.h"
#include "platform/null/world.h"
#include "sandbox/sandbox.h"
#include "support/headless.h"

namespace {

constexpr int many_records = 10'000;
constexpr int records_per_page = 1'000;
constexpr std::int64_t noon_unix_ms = 1'751'371'200'000;  // 2025-07-01 12:00 UTC

constexpr sandbox::Options options_for(int records) {
  return {.webhook_count = records, .limits = false, .open = true};
}

nexudus::Response ask(sandbox::Sandbox& nexudus_stand_in, std::string_view target) {
  const nexudus::Request request{
      .method = nexudus::Method::get, .target = std::string(target), .headers = {}, .body = {}};
  return nexudus_stand_in.handle(request, sandbox::Moment{std::chrono::milliseconds{noon_unix_ms}});
}

/// The whole application in the null world, signed in, its list loaded.
class LoadedApplication {
 public:
  LoadedApplication() {
    platform::null::reset();
    platform::null::set_unix_ms(noon_unix_ms);
    platform::null::set_config({.text = R"({"apiBase":"api"})", .error = {}});
    platform::null::set_http_handler([this](const platform::HttpRequest& request) {
      const nexudus::Response response =
          ask(sandbox_, std::string_view(request.url).substr(std::string_view("api").size()));
      platform::HttpEnded ended;
      ended.status = response.status;
      ended.body = response.body;
      return ended;
    });
    platform::run(app::connect(application_));
    application_.start();
    deliver_all();
    platform::null::send_event(platform::TokenEvent{.outcome = platform::TokenEvent::Outcome::signed_in,
                                                    .user = "admin@example.com",
                                                    .detail = {},
                                                    .can_refresh = true});
    constexpr int most_seconds = 600;  // the request budget spaces the pages out
    for (int second = 0; second < most_seconds && !is_loaded(); ++second) {
      deliver_all();
      platform::null::advance(1'000);
    }
  }

  [[nodiscard]] bool is_loaded() const {
    const editor::List& list = application_.state().list;
    return list.phase == editor::List::Phase::loaded && list.rows.size() == many_records;
  }
  [[nodiscard]] const editor::State& state() const { return application_.state(); }

  void draw(gui::Ui& ui) { application_.draw(ui); }

 private:
  static void deliver_all() {
    while (platform::null::deliver_one()) {
    }
  }

  sandbox::Sandbox sandbox_{options_for(many_records)};
  app::Application application_;
};

// Of the 16 that a frame at 60 Hz may take. The text is the stand-in's of the tests: in a browser, texts that were not
// shown before are drawn once by the browser, which is not in here.
void list_frame(benchmark::State& state) {
  LoadedApplication loaded;
  if (!loaded.is_loaded()) state.SkipWithError("the list did not load");
  testing_support::Headless screen([&](gui::Ui& ui) { loaded.draw(ui); });
  screen.settle();
  while (state.KeepRunning()) benchmark::DoNotOptimize(&screen.frame());
  state.counters["records"] = static_cast<double>(loaded.state().list.shown.size());
}
BENCHMARK(list_frame)->Unit(benchmark::kMillisecond);

void decode_page(benchmark::State& state) {
  sandbox::Sandbox nexudus_stand_in(options_for(many_records));
  const nexudus::Response page = ask(nexudus_stand_in, "/sys/webhooks?page=1&size=" + std::to_string(records_per_page));
  while (state.KeepRunning()) {
    const auto decoded = nexudus::decode_webhooks(page, {"webhooks", noon_unix_ms});
    if (!decoded || decoded->records.size() != records_per_page) state.SkipWithError("the page was not decoded");
    benchmark::DoNotOptimize(&decoded);
  }
  state.counters["bytes"] = static_cast<double>(page.body.size());
}
BENCHMARK(decode_page)->Unit(benchmark::kMillisecond);

// Typing a word into the search, key by key, and clearing it.
void search_key(benchmark::State& state) {
  LoadedApplication loaded;
  if (!loaded.is_loaded()) state.SkipWithError("the list did not load");
  editor::State editor = loaded.state();
  const editor::Now now{.monotonic_ms = 0, .unix_ms = noon_unix_ms, .random01 = 0};
  const std::string word = "customer";
  std::size_t length = 0;
  while (state.KeepRunning()) {
    length = length == word.size() ? 0 : length + 1;
    const auto effects = editor::update(editor, editor::command::Search{word.substr(0, length)}, now);
    benchmark::DoNotOptimize(effects.data());
  }
}
BENCHMARK(search_key)->Unit(benchmark::kMillisecond);

// Adding a filter and taking it away again, where the filters are shown: what each other would leave is counted anew.
void filter_change(benchmark::State& state) {
  LoadedApplication loaded;
  if (!loaded.is_loaded()) state.SkipWithError("the list did not load");
  editor::State editor = loaded.state();
  const editor::Now now{.monotonic_ms = 0, .unix_ms = noon_unix_ms, .random01 = 0};
  const editor::Filter switched_off{editor::Facet::active, 0};
  (void)editor::update(editor, editor::command::ShowFilters{}, now);
  if (editor.list.facets.front().empty()) state.SkipWithError("the filters are not counted");
  bool is_added = false;
  while (state.KeepRunning()) {
    const editor::Command change = is_added ? editor::Command(editor::command::RemoveFilter{switched_off})
                                            : editor::Command(editor::command::AddFilter{switched_off});
    is_added = !is_added;
    const auto effects = editor::update(editor, change, now);
    benchmark::DoNotOptimize(effects.data());
  }
}
BENCHMARK(filter_change)->Unit(benchmark::kMillisecond);

}  // namespace
