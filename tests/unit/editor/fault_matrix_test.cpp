// Every kind of request meets every kind of fault, once and always. In each cell what the server holds and what the
// editor says of it agree, what was typed is still there, the message names the cause, and when the fault is over the
// user gets through. The matrix is printed: its columns are the faults in the order of all_faults().
#include <array>
#include <cstdio>
#include <functional>

#include "app.h"

namespace {

using namespace editor_test;  // NOLINT(google-build-using-namespace)
using Purpose = Errand::Purpose;

const std::string typed = "Typed by the user";

// ---- Faults

struct Fault {
  std::string name;
  /// What becomes of a request; `act` has the server do what is asked and gives its answer.
  std::function<void(App& app, const effect::SendRequest& sent, const std::function<Response()>& act)> strike;
  std::vector<std::string> causes;                     // one of these words is in the message, if there has to be one
  SignInOutcome refresh = SignInOutcome::unreachable;  // what the token shim makes of it in a refresh
};

Fault answered(const std::string& name, Response response, std::vector<std::string> causes) {
  return {name,
          [response = std::move(response)](App& app, const effect::SendRequest& sent, const auto& /*act*/) {
            app.tell(event::Replied{sent.id, response, 12});
          },
          std::move(causes)};
}

Fault garbled(const std::string& name, std::string (*garble)(const std::string&)) {
  return {name,
          [garble](App& app, const effect::SendRequest& sent, const auto& act) {
            Response response = act();
            response.body = garble(response.body);
            app.tell(event::Replied{sent.id, response, 12});
          },
          {"makes no sense", "does not exist"}};
}

Fault broken(const std::string& name, TransportFailure failure, bool acts, std::vector<std::string> causes) {
  return {name,
          [failure, acts](App& app, const effect::SendRequest& sent, const auto& act) {
            if (acts) static_cast<void>(act());
            app.tell(event::Unanswered{sent.id, failure, 12});
          },
          std::move(causes)};
}

std::string in_utf16(const std::string& text) {
  std::string wide = "\xff\xfe";
  for (const char letter : text) (wide += letter) += '\0';
  return wide;
}

std::vector<Fault> all_faults() {
  const std::vector<std::string> unreachable{"cannot be reached", "No answer could be read"};
  const std::vector<std::string> role{"role", "may not", "not allowed", "does not accept", "signed in"};
  std::vector<Fault> faults;
  faults.push_back({"latency",
                    [](App& app, const effect::SendRequest& sent, const auto& act) {
                      app.clock_ms += 25'000;
                      app.tell(event::Replied{sent.id, act(), 25'000});
                    },
                    {}});
  faults.push_back(broken("dropped before", TransportFailure::network, false, unreachable));
  faults.push_back(broken("dropped after", TransportFailure::network, true, unreachable));
  faults.push_back(answered("409 throttled", {409, {}, ""}, {"too many calls"}));
  faults.push_back(answered("429", {429, {{"Retry-After", "7"}}, ""}, {"too many calls"}));
  faults.push_back(answered("500", {500, {}, failure("Oops")}, {"error of its own"}));
  faults.push_back(answered("502 page", {502, {}, "<html><title>Bad Gateway</title></html>"}, {"error of its own"}));
  faults.push_back(answered("401", {401, {}, ""}, role));
  faults.push_back(answered("403", {403, {}, ""}, role));
  faults.push_back(
      answered("404", {404, {}, "\"Not found\""}, {"exist", "does not find", "not found", "There is no webhook"}));
  faults.push_back(answered("unsuccessful", {200, {}, failure("Not today")}, {"Not today", "makes no sense"}));
  faults.push_back(garbled("truncated", [](const std::string& body) { return body.substr(0, body.size() / 2); }));
  faults.push_back(garbled("wrong type", [](const std::string& /*body*/) { return std::string("[\"perhaps\"]"); }));
  faults.push_back(garbled("wrong charset", in_utf16));
  faults.push_back(answered("redirect", {302, {{"Location", "https://elsewhere.example/"}}, ""}, {"refused"}));
  faults.push_back(broken("endless body", TransportFailure::too_large, true, {"too long"}));
  faults.push_back(broken("slow drip", TransportFailure::deadline, true, {"takes too long"}));
  for (Fault& fault : faults) {
    if (fault.name == "latency") fault.refresh = SignInOutcome::refreshed;
    if (fault.name == "401" || fault.name == "403" || fault.name == "404")
      fault.refresh = SignInOutcome::refresh_failed;
  }
  return faults;
}

// ---- Requests

enum class Goal : std::uint8_t { see, edit, create, remove };

struct Kind {
  std::string name;
  Purpose purpose;
  Goal goal;
  bool unclear_before = false;  // a write before it ended without an answer
  int status_before = 0;        // what a request of `before` was answered with once
  Purpose before = Purpose::save;
  std::string cause_before{};  // the words for that, where it is what remains
  bool is_refresh = false;     // of the token, which is no request of the editor's own
};

const std::array<Kind, 18> kinds{{
    {"list", Purpose::list_page, Goal::see},
    {"locations", Purpose::locations, Goal::edit},
    {"event names", Purpose::event_names, Goal::edit},
    {"open", Purpose::open_record, Goal::edit},
    {"copy", Purpose::copy_record, Goal::create},
    {"look from time to time", Purpose::look, Goal::edit},
    {"read before save", Purpose::read_before_save, Goal::edit},
    {"save", Purpose::save, Goal::edit},
    {"read back", Purpose::read_back, Goal::edit},
    {"create", Purpose::create, Goal::create},
    {"look for what was created", Purpose::list_page, Goal::create, true},
    {"read created", Purpose::read_created, Goal::create},
    {"delete", Purpose::remove, Goal::remove},
    {"read after unclear delete", Purpose::check_removed, Goal::remove, true},
    {"read before delete", Purpose::read_before_remove, Goal::remove},
    {"check of what is gone", Purpose::check_gone, Goal::edit, false, 404, Purpose::read_before_save,
     "there after all"},
    {"check of the token", Purpose::check_token, Goal::edit, false, 401, Purpose::save, "role"},
    {"refresh of the token", Purpose::check_token, Goal::edit, false, 401, Purpose::save, "role", true},
}};

/// Plays the world for one cell: the fault strikes the requests of one kind, the rest is well.
class Cell {
 public:
  Cell(const Kind& kind, const Fault& fault, bool always) : kind_(kind), fault_(fault), always_(always) {}

  /// How it went: '.' by itself, '!' it was said and the user tried again. Failures are the test's.
  char play() {
    app_.begin(start());
    app_.sign_in("admin@example.com", kind_.is_refresh || kind_.purpose != Purpose::check_token);
    settle();
    if (kind_.goal != Goal::see) act();
    EXPECT_TRUE(struck_) << "no such request was sent";
    agree();
    const bool by_itself = is_done();
    if (!by_itself) {
      if (!is_made_new()) name_the_cause();
      recover();
    }
    EXPECT_TRUE(is_done()) << "the user does not get through: " << everything_said();
    agree();
    return by_itself ? '.' : '!';
  }

 private:
  [[nodiscard]] std::string start() const {
    if (kind_.goal == Goal::see) return "/webhooks";
    if (kind_.goal == Goal::create)
      return kind_.purpose == Purpose::copy_record ? "/webhooks/new?duplicate=1" : "/webhooks/new";
    return "/webhooks/3";
  }

  [[nodiscard]] bool is_ready() const { return app_.state.form && app_.state.form->phase == Form::Phase::ready; }

  /// What the user came for.
  void act() {
    if (!is_ready()) return;
    if (kind_.goal == Goal::remove) {
      app_.ask(command::Delete{});
      app_.ask(command::Confirm{});
    } else {
      app_.type(Field::name, typed);
      app_.type(Field::url, "https://example.com/typed");
      if (kind_.purpose == Purpose::look) wait_for_look();
      app_.ask(command::ChooseEvent{3});
      app_.ask(command::ChooseLocation{11});
      app_.ask(command::Save{});
    }
    settle();
    if (kind_.purpose == Purpose::check_gone && !healed_ && is_ready() &&
        app_.form().notice.action == Notice::Action::save_as_new) {
      app_.ask(command::RunNoticeAction{});
      settle();
    }
  }

  /// Nexudus said twice that it is gone: the form does what was asked for.
  [[nodiscard]] bool is_made_new() {
    return kind_.purpose == Purpose::check_gone && is_ready() && app_.form().is_new();
  }

  void wait_for_look() {
    for (int i = 0; i < 20 && !struck_; ++i) {
      settle();
      if (app_.wake_ms) app_.sleep();
    }
    settle();
  }

  // ---- The world

  void settle() {
    app_.give_texts();
    for (int i = 0; i < 400 && step(); ++i) {
    }
    EXPECT_TRUE(app_.in_flight.empty()) << "it never comes to rest";
    app_.clock_ms += 1'000;
  }

  bool step() {
    if (app_.refreshes > refreshed_) {
      ++refreshed_;
      const bool strikes = kind_.is_refresh && !healed_ && (always_ || !struck_);
      struck_ = struck_ || strikes;
      app_.tell(event::SignInEnded{strikes ? fault_.refresh : SignInOutcome::refreshed, "admin@example.com", "", true});
    } else if (!app_.in_flight.empty()) {
      answer();
    } else if (app_.waits()) {
      app_.sleep();
    } else {
      return false;
    }
    return true;
  }

  void answer() {
    const effect::SendRequest sent = app_.on_its_way();
    app_.in_flight.pop_front();
    const auto act = [&] { return app_.server.answer(sent.request).value_or(Response{}); };
    const auto& entries = app_.state.outbox.entries;
    const auto entry =
        std::find_if(entries.begin(), entries.end(), [&sent](const auto& one) { return one.id == sent.id; });
    const Purpose purpose = entry == entries.end() ? Purpose::check_token : entry->errand.purpose;
    const bool writes = purpose == Purpose::remove || purpose == Purpose::create;
    if (purpose == kind_.before && kind_.status_before != 0 && !refused_) {
      refused_ = true;
      app_.tell(event::Replied{sent.id, {kind_.status_before, {}, "\"Not found\""}, 12});
    } else if (writes && kind_.unclear_before && !lost_) {
      lost_ = true;
      static_cast<void>(act());
      app_.tell(event::Unanswered{sent.id, TransportFailure::network, 12});
    } else if (purpose == kind_.purpose && !kind_.is_refresh && lost_ == kind_.unclear_before && !healed_ &&
               (always_ || !struck_)) {
      struck_ = true;
      fault_.strike(app_, sent, act);
    } else {
      app_.tell(event::Replied{sent.id, act(), 12});
    }
  }

  // ---- What has to hold

  [[nodiscard]] std::size_t stored_with_the_name() {
    return static_cast<std::size_t>(std::count_if(app_.server.records.begin(), app_.server.records.end(),
                                                  [](const Json& record) { return record["Name"] == typed; }));
  }

  [[nodiscard]] bool is_done() {
    switch (kind_.goal) {
      case Goal::see:
        return app_.state.list.phase == List::Phase::loaded && app_.state.list.rows.size() == 3;
      case Goal::edit:
      case Goal::create:
        return is_ready() && !app_.form().is_new() && !app_.form().changed && app_.form().stored.fields.name == typed &&
               stored_with_the_name() == 1;
      case Goal::remove:
        return app_.server.find(3) == nullptr && find_row(app_.state.list, 3) == nullptr && !app_.state.form;
    }
    return false;
  }

  /// Nothing is claimed that is not so, and nothing typed is gone.
  void agree() {
    const std::string said = everything_said();
    const std::size_t stored = stored_with_the_name();
    EXPECT_LE(stored, 1U) << "stored twice";
    if (said.find("Saved.") != std::string::npos || said.find("Created.") != std::string::npos) {
      EXPECT_EQ(stored, 1U) << said;
    }
    if (app_.has_said("Deleted “Old hook”.")) {
      EXPECT_EQ(app_.server.find(3), nullptr);
    }
    if (app_.state.form && app_.state.form->notice.title == "Not saved.") {
      EXPECT_EQ(stored, 0U) << said;
    }
    if (is_ready() && acted_on_fields()) {
      EXPECT_EQ(app_.form().fields.name, typed) << "the edit is gone";
    }
    if (app_.state.form && app_.state.session.stage == Session::Stage::signed_in) {
      EXPECT_FALSE(app_.state.form->busy()) << "the form waits for ever";
    }
    for (const JournalEntry& entry : app_.state.journal.entries) agree_with(entry);
  }

  [[nodiscard]] bool acted_on_fields() {
    return kind_.goal != Goal::remove && app_.form().fields.url == "https://example.com/typed";
  }

  void agree_with(const JournalEntry& entry) {
    using Outcome = JournalEntry::Outcome;
    if (entry.outcome != Outcome::verified && entry.outcome != Outcome::confirmed) return;
    if (entry.kind == JournalEntry::Kind::deleted) {
      EXPECT_EQ(app_.server.find(entry.id), nullptr) << "the journal says it was deleted";
    } else {
      EXPECT_EQ(stored_with_the_name(), 1U) << "the journal says it was written";
    }
  }

  [[nodiscard]] std::string everything_said() {
    std::string all;
    const auto add = [&all](const std::string& text) { (all += text) += " | "; };
    for (const Notice* notice : {app_.state.form ? &app_.state.form->notice : nullptr, &app_.state.list.notice}) {
      if (notice == nullptr) continue;
      add(notice->title);
      add(notice->detail);
    }
    add(app_.sign_in_form.error);
    if (app_.state.form) {
      for (const FieldStatus& status : app_.state.form->status) add(status.error);
    }
    return all;
  }

  void name_the_cause() {
    const std::string said = everything_said();
    std::vector<std::string> causes = fault_.causes;
    if (fault_.refresh == SignInOutcome::refresh_failed) causes.emplace_back("session has ended");
    if (!kind_.cause_before.empty()) causes.push_back(kind_.cause_before);
    if (kind_.is_refresh) causes.emplace_back("cannot be reached");
    EXPECT_TRUE(std::any_of(causes.begin(), causes.end(),
                            [&said](const std::string& cause) { return said.find(cause) != std::string::npos; }))
        << "the cause is not named: " << said;
  }

  /// The fault is over; the user does what the screen offers.
  void recover() {
    healed_ = true;
    for (int i = 0; i < 4 && !is_done(); ++i) {
      if (app_.state.session.stage != Session::Stage::signed_in) app_.sign_in();
      settle();
      if (is_done()) return;
      const bool offers = app_.state.form ? app_.state.form->notice.action != Notice::Action::none
                                          : app_.state.list.notice.action != Notice::Action::none;
      if (offers) {
        app_.ask(command::RunNoticeAction{});
        settle();
      }
      if (!is_done() && kind_.goal != Goal::see && app_.state.form && !app_.form().busy()) act();
    }
  }

  const Kind& kind_;
  const Fault& fault_;
  bool always_;
  bool lost_ = false;     // the answer to the write before it, if that is to be lost
  bool refused_ = false;  // what came before it, if that is to be refused
  bool struck_ = false;
  bool healed_ = false;
  std::size_t refreshed_ = 0;
  App app_;
};

TEST(TheFaultMatrix, EndsWellInEveryCell) {
  const std::vector<Fault> faults = all_faults();
  std::string table;
  int cells = 0;
  for (const Kind& kind : kinds) {
    table.append("report: ").append(kind.name).append(28 - kind.name.size(), ' ');
    for (const Fault& fault : faults) {
      for (const bool always : {false, true}) {
        SCOPED_TRACE(kind.name + ", " + fault.name + (always ? ", always" : ", once"));
        table += Cell(kind, fault, always).play();
        ++cells;
      }
      table += ' ';
    }
    table += '\n';
  }
  std::printf("report: Fault matrix of %d cells: each fault once and always; '.' goes on by itself, '!' says why\n%s",
              cells, table.c_str());
}

}  // namespace
