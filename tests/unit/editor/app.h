// The editor with a world around it that a test can play: a clock that moves when told, a server, and a record of
// everything the editor wanted done.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "editor/update.h"
#include "server.h"

namespace editor_test {

using namespace editor;  // NOLINT(google-build-using-namespace): a test is written in the editor's own words
using webhook::Field;

class App {
 public:
  State state;
  Server server;
  std::int64_t clock_ms = 1'000;
  std::int64_t asleep_ms = 0;  // the time the machine slept, which the monotonic clock does not see
  std::string address;
  std::string title;
  bool guarded = false;
  SignInForm sign_in_form;
  std::vector<std::string> said;
  std::vector<FocusTarget> focused;
  std::vector<std::string> copied;
  std::vector<std::string> marks;
  std::map<std::string, std::string> kept;  // in this browser
  std::vector<effect::Navigate> navigations;
  std::size_t refreshes = 0;
  std::size_t sign_outs = 0;
  std::deque<effect::SendRequest> in_flight;
  std::vector<RequestId> cancelled;
  std::optional<std::int64_t> wake_ms;
  std::deque<std::string> wanted_texts;  // asked for, not given yet
  std::vector<effect::SaveFile> files;
  std::vector<effect::WriteCode> code_wanted;
  std::string shared_calls;  // what other pages are told of the requests of this one
  std::vector<std::string> languages_chosen;

  static constexpr std::string_view config = R"({"apiBase":"api","signIn":["nexudus","token","demo"]})";

  void begin(const std::string& fragment = "/webhooks", std::string_view config_text = config) {
    address = fragment;
    tell(event::Started{std::string(config_text), "", fragment, "https://console.example.com/app/index.html"});
  }
  void sign_in(const std::string& user = "admin@example.com", bool can_refresh = true) {
    tell(event::SignInEnded{SignInOutcome::signed_in, user, "", can_refresh});
  }
  /// Signed in, with all that loads by itself loaded.
  static App started(const std::string& fragment = "/webhooks") {
    App app;
    app.begin(fragment);
    app.sign_in();
    app.settle();
    return app;
  }

  void tell(const Event& event) { take(update(state, event, now())); }
  void ask(const Command& command) { take(update(state, command, now())); }
  void type(Field field, const std::string& text) { ask(command::EditText{field, text}); }
  void open(std::int64_t id) {
    ask(command::Go{record_address(id)});
    settle();
  }
  void save() {
    ask(command::Save{});
    settle();
  }
  /// Save up to the point where the change itself is on its way: the look at what is stored is behind it.
  void begin_save() {
    ask(command::Save{});
    answer_one();
    if (in_flight.empty()) sleep();
  }
  /// The user or the browser changes the address.
  void browse(const std::string& fragment) {
    address = fragment;
    tell(event::AddressChanged{fragment});
  }

  /// Answers the oldest request on its way, or the oldest with this in its target.
  void answer_one(std::string_view target_part = "") {
    const auto found = std::find_if(in_flight.begin(), in_flight.end(), [target_part](const auto& sent) {
      return sent.request.target.find(target_part) != std::string::npos;
    });
    ASSERT_NE(found, in_flight.end());
    const effect::SendRequest sent = *found;
    in_flight.erase(found);
    answer(sent);
  }
  void answer(const effect::SendRequest& sent) {
    const auto response = server.answer(sent.request);
    if (response) {
      tell(event::Replied{sent.id, *response, 12});
    } else {
      tell(event::Unanswered{sent.id, TransportFailure::network, 12});
    }
  }
  /// The oldest request on its way.
  [[nodiscard]] effect::SendRequest on_its_way() {
    EXPECT_FALSE(in_flight.empty());
    return in_flight.empty() ? effect::SendRequest{} : in_flight.front();
  }
  /// Lets the clock run to the next alarm.
  void sleep() {
    ASSERT_TRUE(wake_ms);
    clock_ms = std::max(clock_ms, *wake_ms);
    wake_ms.reset();
    tell(event::WokeUp{});
  }
  /// Gives what this browser keeps, if it was asked for.
  void give_texts() {
    while (!wanted_texts.empty()) {
      const std::string prefix = wanted_texts.front();
      wanted_texts.pop_front();
      std::string lines;
      for (const auto& [name, text] : kept) {
        if (name.starts_with(prefix)) lines += text + "\n";
      }
      tell(event::TextsLoaded{prefix, lines});
    }
  }
  /// The page is loaded anew: all is gone but the server and what the browser keeps.
  [[nodiscard]] App reloaded(const std::string& fragment) const {
    App app;
    app.server = server;
    app.kept = kept;
    app.clock_ms = clock_ms;
    app.asleep_ms = asleep_ms;
    app.begin(fragment);
    app.sign_in();
    app.settle();
    return app;
  }
  /// Whether something waits for time to pass, other than the look from time to time at an open record.
  [[nodiscard]] bool waits() const { return wake_ms && !(state.form && wake_ms == state.form->next_look_ms); }
  /// Answers everything and lets time pass until nothing is on its way and nothing waits for time.
  void settle() {
    for (int i = 0; i < 1000 && (!wanted_texts.empty() || !in_flight.empty() || waits()); ++i) {
      if (!wanted_texts.empty()) {
        give_texts();
      } else if (in_flight.empty()) {
        sleep();
      } else {
        answer_one();
      }
    }
    EXPECT_TRUE(in_flight.empty()) << "it never comes to rest";
    clock_ms += 1'000;  // the next request need not wait for its turn
  }

  [[nodiscard]] Form& form() {
    EXPECT_TRUE(state.form);
    return *state.form;
  }
  [[nodiscard]] const FieldStatus& status(Field field) { return form().status_of(field); }
  [[nodiscard]] bool has_said(std::string_view part) const {
    return std::any_of(said.begin(), said.end(),
                       [part](const std::string& sentence) { return sentence.find(part) != std::string::npos; });
  }
  [[nodiscard]] std::vector<std::string> shown_names() const {
    std::vector<std::string> names;
    for (const std::uint32_t index : state.list.shown) {
      names.push_back(state.list.rows[index].record.fields.name);
    }
    return names;
  }
  [[nodiscard]] bool focus_is_on(Field field) const {
    return !focused.empty() && focused.back().kind == FocusTarget::Kind::field && focused.back().field == field;
  }

 private:
  [[nodiscard]] Now now() const { return {clock_ms, 1'750'000'000'000 + clock_ms + asleep_ms, 0.5}; }

  void take(const std::vector<Effect>& effects) {
    for (const Effect& effect : effects) {
      std::visit([this](const auto& what) { run(what); }, effect);
    }
  }
  void run(const effect::SendRequest& what) { in_flight.push_back(what); }
  void run(const effect::CancelRequest& what) {
    cancelled.push_back(what.id);
    std::erase_if(in_flight, [&what](const auto& sent) { return sent.id == what.id; });
  }
  void run(const effect::RefreshToken&) { ++refreshes; }
  void run(const effect::SignOut&) { ++sign_outs; }
  void run(const effect::ShowSignIn& what) { sign_in_form = what.form; }
  void run(const effect::WakeAt& what) { wake_ms = what.monotonic_ms; }
  void run(const effect::Navigate& what) {
    address = what.fragment;
    navigations.push_back(what);
  }
  void run(const effect::SetTitle& what) { title = what.title; }
  void run(const effect::GuardLeaving& what) { guarded = what.active; }
  void run(const effect::CopyText& what) { copied.push_back(what.text); }
  void run(const effect::Announce& what) { said.push_back(what.sentence); }
  void run(const effect::Focus& what) { focused.push_back(what.target); }
  void run(const effect::KeepText& what) {
    if (what.text.empty()) {
      kept.erase(what.name);
    } else {
      kept[what.name] = what.text;
    }
  }
  void run(const effect::LoadTexts& what) { wanted_texts.push_back(what.prefix); }
  void run(const effect::SaveFile& what) { files.push_back(what); }
  void run(const effect::ShareCalls& what) { shared_calls = what.text; }
  void run(const effect::WriteCode& what) { code_wanted.push_back(what); }
  void run(const effect::ChooseLanguage& what) { languages_chosen.push_back(what.tag); }
  void run(const effect::Mark& what) { marks.push_back(what.name); }
};

}  // namespace editor_test
