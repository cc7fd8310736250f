// Whatever the user, the network and a second editor do, in any order: nothing typed is lost, nothing of others is
// overwritten unseen, nothing is created twice, the budget holds, and the journal knows what the server was told and over
// what. The server acts at one moment and its answer comes at another, in any order; sessions end, and the page is loaded
// anew. Each run is fifty random steps from a seed; a run that fails prints its seed, and MODEL_SEED=n runs that one alone.
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
/// From what a look found to the write that rests on it: the look's answer, a wait that needs no new look, and the write's
/// own way.
constexpr std::int64_t oldest_knowledge_ms = 60'000;

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
    const int kind = below(21);
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
    } else if (kind < 14 && below(4) == 0) {
      end_the_session();
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
    switch (below(15)) {
      case 14:
        return app_.ask(command::Stop{});
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
    const Turn long_wait{Response{409, {{"Retry-After", "90"}}, ""}, false, false};
    const std::array<Turn, 9> faults{reply(409),           reply(429),   reply(500),
                                     reply(502, "<html>"), reply(400),   reply(401),
                                     drop_before(),        drop_after(), long_wait};
    app_.server.next(method, "/sys/webhooks", faults.at(static_cast<std::size_t>(below(9))));
  }

  void move_on() {
    switch (below(8)) {
      case 7:
        app_.ask(command::Duplicate{});
        break;
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
    if (below(4) == 0) app_.clock_ms += below(3'000);
    if (app_.state.session.stage == Session::Stage::expired && below(3) == 0) {
      while (!app_.in_flight.empty()) act();  // no request is on its way for ten minutes: its deadline comes first
      app_.clock_ms += 600'000;
      app_.sign_in();
    } else if (app_.state.session.stage == Session::Stage::signed_out) {
      app_.sign_in();
    } else if (app_.refreshes > refreshed_) {
      ++refreshed_;
      const SignInOutcome outcome = below(4) == 0 ? SignInOutcome::unreachable : SignInOutcome::refreshed;
      app_.tell(event::SignInEnded{outcome, "admin@example.com", "", true});
    } else if (!app_.in_flight.empty() && (answers_.empty() || below(2) == 0)) {
      act();
    } else if (!answers_.empty()) {
      hand_over();
    } else if (app_.wake_ms) {
      app_.sleep();
    }
    if (!before || !app_.state.form || app_.state.form->generation != before->generation) return;
    for (const Field field : webhook::differing_fields(base, before->fields)) {
      EXPECT_TRUE(webhook::is_same(app_.state.form->fields, before->fields, field))
          << webhook::label(field) << " was typed, and is gone";
    }
  }

  void end_the_session() {
    switch (below(3)) {
      case 0:
        app_.tell(event::SignInEnded{SignInOutcome::refresh_failed, "", "", false});
        break;
      case 1:
        app_.ask(command::SignOut{});
        app_.ask(command::Confirm{});
        break;
      default:
        reload();
    }
  }

  /// What is on its way may or may not reach the server, and nobody hears the answer.
  void reload() {
    while (!app_.in_flight.empty()) {
      if (below(2) == 0) {
        act();
      } else {
        app_.in_flight.pop_front();
      }
    }
    answers_.clear();
    App next;
    next.server = app_.server;
    next.kept = app_.kept;
    next.clock_ms = app_.clock_ms + 1'000;
    next.begin(app_.address);
    next.sign_in();
    app_ = std::move(next);
    refreshed_ = 0;
    sent_ms_.clear();  // each page counts for itself
    written_ms_.clear();
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

  struct Seen {
    Json record;
    std::int64_t at_ms = 0;
  };
  struct Answer {
    RequestId id;
    std::optional<Response> response;
    std::optional<std::pair<std::int64_t, Seen>> tells = {};  // of which record; known once the answer arrives
  };

  /// The server acts on a request, whichever of them arrives first.
  void act() {
    const auto at = app_.in_flight.begin() + below(static_cast<int>(app_.in_flight.size()));
    const effect::SendRequest sent = *at;
    app_.in_flight.erase(at);
    watch_budget(sent.request);
    const std::vector<Json> before = app_.server.records;
    answers_.push_back({sent.id, app_.server.answer(sent.request)});
    if (before != app_.server.records) watch_write(sent.request, before);
    if (sent.request.method == Method::get && sent.request.target.starts_with("/sys/webhooks/") &&
        !is_only_a_glance(sent)) {
      const std::int64_t id = id_in(sent.request);
      if (const Json* record = app_.server.find(id)) answers_.back().tells = {id, {*record, app_.clock_ms}};
    }
  }

  /// An answer arrives, whichever is the quickest.
  void hand_over() {
    const auto at = answers_.begin() + below(static_cast<int>(answers_.size()));
    const Answer answer = *at;
    answers_.erase(at);
    if (answer.response) {
      if (answer.tells && answer.tells->second.at_ms >= seen_[answer.tells->first].at_ms) {
        seen_[answer.tells->first] = answer.tells->second;
      }
      app_.tell(event::Replied{answer.id, *answer.response, 12});
    } else {
      app_.tell(event::Unanswered{answer.id, TransportFailure::network, 12});
    }
  }

  static std::int64_t id_in(const Request& request) {
    return std::stoll(request.target.substr(request.target.rfind('/') + 1));
  }

  /// A look from time to time: no write rests on it.
  bool is_only_a_glance(const effect::SendRequest& sent) {
    const auto& entries = app_.state.outbox.entries;
    return std::any_of(entries.begin(), entries.end(), [&sent](const OutboxEntry& entry) {
      return entry.id == sent.id && entry.errand.purpose == Errand::Purpose::look;
    });
  }

  [[nodiscard]] std::vector<JournalEntry> journal() const {
    std::vector<JournalEntry> entries;
    for (const auto& [name, text] : app_.kept) {
      if (auto entry = name.starts_with("journal") ? read_journal_entry(text) : std::nullopt) entries.push_back(*entry);
    }
    return entries;
  }

  /// The journal holds, before the server has answered, what is written over what.
  void watch_journal(const Request& request, std::int64_t id) {
    const std::vector<JournalEntry> entries = journal();
    const bool removes = request.method == Method::delete_;
    const auto found = std::find_if(entries.rbegin(), entries.rend(), [&](const JournalEntry& entry) {
      return removes ? entry.kind == JournalEntry::Kind::deleted && entry.id == id : entry.after == request.body;
    });
    ASSERT_NE(found, entries.rend()) << "the journal does not know of " << request.target << " " << request.body;
    if (request.method != Method::post) {
      EXPECT_EQ(Json::parse(found->before), seen_[id].record) << "the journal holds an older record";
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
    watch_journal(request, request.method == Method::delete_ ? id_in(request)
                           : request.method == Method::put   ? Json::parse(request.body)["Id"].get<std::int64_t>()
                                                             : 0);
    if (request.method == Method::post) {
      const std::string name = app_.server.records.back()["Name"].get<std::string>();
      // Names that are typed here are all different; who duplicates one webhook twice has two copies of one name.
      const bool typed = !name.empty() && !name.ends_with("(copy)");
      EXPECT_TRUE(created_.insert(name).second || !typed) << name << " was created twice";
    }
    if (request.method != Method::put) return;
    const Json body = Json::parse(request.body);
    const std::int64_t id = body["Id"].get<std::int64_t>();
    for (const Json& stored : before) {
      if (stored["Id"] != id) continue;
      for (const auto& [member, value] : stored.items()) {
        // What the write takes away has been seen by the one who wrote it, in its last look.
        const bool within_round_trip = seen_.contains(id) && seen_[id].record[member] != value &&
                                       app_.clock_ms - seen_[id].at_ms < oldest_knowledge_ms;
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
    for (int turn = 0; turn < 400 && is_under_way(); ++turn) let_the_world_turn();
    EXPECT_TRUE(app_.in_flight.empty()) << "it never comes to rest";
    if (app_.state.form) {
      EXPECT_FALSE(app_.state.form->busy()) << "the form waits for ever";
    }
    for (const JournalEntry& entry : journal()) {
      if (entry.outcome == JournalEntry::Outcome::verified) {
        EXPECT_TRUE(done_.contains(entry.after)) << "the journal made up " << entry.after;
      }
    }
  }

  [[nodiscard]] bool is_under_way() const {
    return !app_.in_flight.empty() || !answers_.empty() || app_.waits() || app_.refreshes > refreshed_ ||
           app_.state.session.stage != Session::Stage::signed_in;
  }

  std::set<std::string> shown_;  // texts the user has seen as stored, or typed

  App app_;
  std::mt19937 random_;
  int last_text_ = 0;
  std::map<std::int64_t, Seen> seen_;  // each record as it was read last
  std::vector<Answer> answers_;        // of the server, not arrived yet
  std::size_t refreshed_ = 0;
  std::set<std::string> done_;  // bodies the server acted upon
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
