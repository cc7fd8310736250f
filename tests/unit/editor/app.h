// The editor with a world around it that a test can play: a clock that moves when told, a server, and a record of
// everything the editor wanted done.
#pragma once

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
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

  App();
  App(const App&);
  App(App&&) noexcept;
  App& operator=(const App&);
  App& operator=(App&&) noexcept;
  ~App();

  void begin(const std::string& fragment = "/webhooks", std::string_view config_text = config);
  void sign_in(const std::string& user = "admin@example.com", bool can_refresh = true);
  /// Signed in, with all that loads by itself loaded.
  static App started(const std::string& fragment = "/webhooks");

  void tell(const Event& event);
  void ask(const Command& command);
  void type(Field field, const std::string& text);
  void open(std::int64_t id);
  void save();
  /// Save up to the point where the change itself is on its way: the look at what is stored is behind it.
  void begin_save();
  /// The user or the browser changes the address.
  void browse(const std::string& fragment);

  /// Answers the oldest request on its way, or the oldest with this in its target.
  void answer_one(std::string_view target_part = "");
  void answer(const effect::SendRequest& sent);
  /// The oldest request on its way.
  [[nodiscard]] effect::SendRequest on_its_way();
  /// Lets the clock run to the next alarm.
  void sleep();
  /// Gives what this browser keeps, if it was asked for.
  void give_texts();
  /// The page is loaded anew: all is gone but the server and what the browser keeps.
  [[nodiscard]] App reloaded(const std::string& fragment) const;
  /// Whether something waits for time to pass, other than the look from time to time at an open record.
  [[nodiscard]] bool waits() const;
  /// Answers everything and lets time pass until nothing is on its way and nothing waits for time.
  void settle();

  [[nodiscard]] Form& form();
  [[nodiscard]] const FieldStatus& status(Field field);
  [[nodiscard]] bool has_said(std::string_view part) const;
  [[nodiscard]] std::vector<std::string> shown_names() const;
  [[nodiscard]] bool focus_is_on(Field field) const;

 private:
  void take(const std::vector<Effect>& effects);
};

}  // namespace editor_test
