// Whatever the user, the network and a second editor do, in any order: nothing typed is lost, nothing of others is
// overwritten unseen, nothing is created twice, the budget holds, and the journal knows what the server was told. Each
// run is fifty random steps from a seed; a run that fails prints its seed, and MODEL_SEED=n runs that one alone.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <set>

#include "app.h"
#include "nexudus/budget.h"
#include "nexudus/requests.h"
#include "webhook/merge.h"

namespace {

using namespace editor_test;  // NOLINT(google-build-using-namespace)

#if defined(__SANITIZE_ADDRESS__) || (defined(__has_feature) && __has_feature(address_sanitizer))
constexpr unsigned runs = 600;  // the sanitizers take their time; the WebAssembly build goes through all of them
#else
constexpr unsigned runs = 10'000;
#endif
constexpr int steps = 50;

/// One run: the app, what surrounds it, and what has been seen of both.
class Scenario {
 public:
  int overwritten = 0;

  Scenario(const App& opened, unsigned seed) : app_(opened), random_(seed) {}

  void go() {
    for (int step = 0; step < steps && !testing::Test::HasFailure(); ++step) {
      take_step();
    }
    finish();
  }

 private:
  int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }
  std::string fresh(const std::string& what) { return what + " " + std::to_string(++last_text_); }

  // ---- What may happen

  void take_step() {
    const int kind = below(20);
    if (kind < 9) look_at_the_form();
    if (kind < 7) {
      edit();
    } else if (kind < 9) {
      command();
    } else if (kind < 10) {
      change_elsewhere();
    } else if (kind < 11) {
      break_something();
    } else if (kind < 13) {
      move_on();
    } else {
      let_the_world_turn();
    }
  }

  void edit() {
    switch (below(6)) {
      case 0:
        return app_.type(Field::name, fresh("Name"));
      case 1:
        return app_.type(Field::url, "https://example.com/" + std::to_string(++last_text_));
      case 2:
        return app_.type(Field::description, fresh("About"));
      case 3:
        return app_.ask(command::ChooseEvent{2 + below(80)});
      case 4:
        return app_.ask(command::ChooseLocation{11 + below(2)});
      default:
        return app_.ask(command::SetActive{below(2) == 0});
    }
  }

  void command() {
    switch (below(14)) {
      case 0:
        return app_.ask(command::Undo{});
      case 1:
        return app_.ask(command::Redo{});
      case 2:
        return app_.ask(command::SetAllBack{});
      case 3:
        return app_.ask(command::KeepMine{static_cast<Field>(below(6))});
      case 4:
        return app_.ask(command::SetBack{static_cast<Field>(below(6))});
      case 5:
        return app_.ask(command::RunNoticeAction{});
      default:
        return app_.ask(command::Save{});
    }
  }

  void change_elsewhere() {
    Json* record = app_.server.find(1 + below(3));
    if (record == nullptr) return;
    constexpr std::array<const char*, 3> members{"Name", "URL", "Description"};
    (*record)[members.at(static_cast<std::size_t>(below(3)))] = fresh("https://theirs.example/");
    (*record)["UpdatedBy"] = "anna@example.com";
  }

  void break_something() {
    constexpr std::array<Method, 4> methods{Method::get, Method::put, Method::post, Method::delete_};
    const Method method = methods.at(static_cast<std::size_t>(below(4)));
    const std::array<Turn, 7> faults{reply(409), reply(429),    reply(500),  reply(502, "<html>"),
                                     reply(400), drop_before(), drop_after()};
    app_.server.next(method, "/sys/webhooks", faults.at(static_cast<std::size_t>(below(7))));
  }

  void move_on() {
    switch (below(7)) {
      case 0:
        app_.ask(command::Go{record_address(1 + below(3))});
        break;
      case 1:
        app_.ask(command::Go{{.screen = Address::Screen::new_record, .id = 0, .duplicate_of = 0}});
        break;
      case 2:
        app_.ask(command::Delete{});
        if (app_.state.dialog && app_.state.form) {
          app_.ask(command::TypeConfirmation{app_.state.form->stored.fields.name});
        }
        break;
      case 3:
        app_.ask(command::Confirm{});
        break;
      case 4:
        app_.ask(command::Cancel{});
        break;
      case 5:
        app_.ask(command::Go{activity_address});
        break;
      default:
        if (!app_.state.journal.entries.empty()) {
          app_.ask(command::UndoWrite{app_.state.journal.entries.back().key});
        }
    }
  }

  /// A reply comes, or time passes. Nothing of it may touch what was typed.
  void let_the_world_turn() {
    const std::optional<BeforeStep> before = before_step(app_.state);
    const webhook::Fields base = before ? baseline() : webhook::Fields{};
    app_.give_texts();
    if (!app_.in_flight.empty()) {
      answer();
    } else if (app_.wake_ms) {
      app_.sleep();
    }
    if (!before || !app_.state.form || app_.state.form->generation != before->generation) return;
    for (const Field field : webhook::differing_fields(base, before->fields)) {
      EXPECT_TRUE(webhook::is_same(app_.state.form->fields, before->fields, field))
          << webhook::label(field) << " was typed, and is gone";
    }
  }

  // ---- What is watched

  /// The user acts knowing what the form says is stored, and what they typed themselves.
  void look_at_the_form() {
    if (!app_.state.form || app_.state.form->is_new()) return;
    for (const webhook::Fields* fields : {&app_.state.form->stored.fields, &app_.state.form->fields}) {
      for (const std::string* text : {&fields->name, &fields->url, &fields->description}) shown_.insert(*text);
    }
  }

  [[nodiscard]] webhook::Fields baseline() const {
    const Form& form = *app_.state.form;
    return form.is_new() ? form.begun_with : form.stored.fields;
  }

  void answer() {
    const Request request = app_.on_its_way().request;
    watch_budget(request);
    const std::vector<Json> before = app_.server.records;
    app_.answer_one();
    if (before != app_.server.records) watch_write(request, before);
    if (request.method == Method::get && request.target.starts_with("/sys/webhooks/")) {
      const std::int64_t id = std::stoll(request.target.substr(request.target.rfind('/') + 1));
      if (const Json* record = app_.server.find(id)) seen_[id] = *record;
    }
  }

  void watch_budget(const Request& request) {
    sent_ms_.push_back(app_.clock_ms);
    if (nexudus::is_write(request)) written_ms_.push_back(app_.clock_ms);
    const auto last_minute = [this](const std::vector<std::int64_t>& moments) {
      return static_cast<std::size_t>(std::count_if(
          moments.begin(), moments.end(), [this](std::int64_t moment) { return app_.clock_ms - moment < 60'000; }));
    };
    EXPECT_LE(last_minute(sent_ms_), nexudus::calls_per_minute);
    EXPECT_LE(last_minute(written_ms_), nexudus::writes_per_minute);
  }

  void watch_write(const Request& request, const std::vector<Json>& before) {
    if (request.method != Method::delete_) done_.insert(request.body);
    if (request.method == Method::post) {
      const std::string name = app_.server.records.back()["Name"].get<std::string>();
      EXPECT_TRUE(created_.insert(name).second || name.empty()) << name << " was created twice";
    }
    if (request.method != Method::put) return;
    const Json body = Json::parse(request.body);
    const std::int64_t id = body["Id"].get<std::int64_t>();
    for (const Json& stored : before) {
      if (stored["Id"] != id) continue;
      for (const auto& [member, value] : stored.items()) {
        // What the write takes away has been seen by the one who wrote it, in its last look.
        const bool within_round_trip = seen_.contains(id) && seen_[id][member] != value;
        EXPECT_TRUE(body.contains(member)) << member << " was dropped";
        if (body.contains(member) && body[member] != value && !within_round_trip) {
          EXPECT_TRUE(is_editable(member)) << member << " was changed by nobody";
          EXPECT_TRUE(!value.is_string() || shown_.contains(value.get<std::string>()))
              << value << " was overwritten, and the user never saw it";
          ++overwritten;
        }
      }
    }
  }

  static bool is_editable(const std::string& member) {
    return std::any_of(webhook::all_fields.begin(), webhook::all_fields.end(),
                       [&member](Field field) { return webhook::to_string(field) == member; });
  }

  /// Everything heals; what is on its way comes to its end.
  void finish() {
    app_.server.heal();
    for (int turn = 0; turn < 200 && (!app_.in_flight.empty() || app_.waits()); ++turn) let_the_world_turn();
    EXPECT_TRUE(app_.in_flight.empty()) << "it never comes to rest";
    if (app_.state.form) {
      EXPECT_FALSE(app_.state.form->busy()) << "the form waits for ever";
    }
    for (const std::string& body : done_) {
      EXPECT_TRUE(std::any_of(app_.state.journal.entries.begin(), app_.state.journal.entries.end(),
                              [&body](const JournalEntry& entry) { return entry.after == body; }))
          << "the journal does not know of " << body;
    }
    for (const JournalEntry& entry : app_.state.journal.entries) {
      if (entry.outcome == JournalEntry::Outcome::verified) {
        EXPECT_TRUE(done_.contains(entry.after)) << "the journal made up " << entry.after;
      }
    }
  }

  std::set<std::string> shown_;  // texts the user has seen as stored, or typed

  App app_;
  std::mt19937 random_;
  int last_text_ = 0;
  std::map<std::int64_t, Json> seen_;  // each record as it was read last
  std::set<std::string> done_;         // bodies the server acted upon
  std::set<std::string> created_;
  std::vector<std::int64_t> sent_ms_;
  std::vector<std::int64_t> written_ms_;
};

TEST(WhateverHappens, NothingIsLostOverwrittenOrDoneTwice) {
  const App opened = App::started("/webhooks/1");
  const char* only = std::getenv("MODEL_SEED");  // NOLINT(concurrency-mt-unsafe): one thread
  const unsigned first = only != nullptr ? static_cast<unsigned>(std::strtoul(only, nullptr, 10)) : 1;
  int changes = 0;
  const unsigned last = only != nullptr ? first : runs;
  for (unsigned seed = first; seed <= last && !HasFailure(); ++seed) {
    SCOPED_TRACE("MODEL_SEED=" + std::to_string(seed));
    Scenario scenario(opened, seed);
    scenario.go();
    changes += scenario.overwritten;
  }
  std::printf("report: Model of a save: %u runs of %d steps, %d members of records written over\n", last - first + 1,
              steps, changes);
  // A test in which nothing is ever saved would prove nothing.
  EXPECT_GT(changes, only != nullptr ? -1 : static_cast<int>(runs) / 4);
}

}  // namespace
