#include "app.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace editor_test {
namespace {

Now now_of(const App& app) { return {app.clock_ms, 1'750'000'000'000 + app.clock_ms + app.asleep_ms, 0.5}; }

void run(App& app, const effect::SendRequest& what) { app.in_flight.push_back(what); }
void run(App& app, const effect::CancelRequest& what) {
  app.cancelled.push_back(what.id);
  std::erase_if(app.in_flight, [&what](const auto& sent) { return sent.id == what.id; });
}
void run(App& app, const effect::RefreshToken&) { ++app.refreshes; }
void run(App& app, const effect::SignOut&) { ++app.sign_outs; }
void run(App& app, const effect::ShowSignIn& what) { app.sign_in_form = what.form; }
void run(App& app, const effect::WakeAt& what) { app.wake_ms = what.monotonic_ms; }
void run(App& app, const effect::Navigate& what) {
  app.address = what.fragment;
  app.navigations.push_back(what);
}
void run(App& app, const effect::SetTitle& what) { app.title = what.title; }
void run(App& app, const effect::GuardLeaving& what) { app.guarded = what.active; }
void run(App& app, const effect::CopyText& what) { app.copied.push_back(what.text); }
void run(App& app, const effect::Announce& what) { app.said.push_back(what.sentence); }
void run(App& app, const effect::Focus& what) { app.focused.push_back(what.target); }
void run(App& app, const effect::KeepText& what) {
  if (what.text.empty()) {
    app.kept.erase(what.name);
  } else {
    app.kept[what.name] = what.text;
  }
}
void run(App& app, const effect::LoadTexts& what) { app.wanted_texts.push_back(what.prefix); }
void run(App& app, const effect::SaveFile& what) { app.files.push_back(what); }
void run(App& app, const effect::ShareCalls& what) { app.shared_calls = what.text; }
void run(App& app, const effect::WriteCode& what) { app.code_wanted.push_back(what); }
void run(App& app, const effect::ChooseLanguage& what) { app.languages_chosen.push_back(what.tag); }
void run(App& app, const effect::Mark& what) { app.marks.push_back(what.name); }

}  // namespace

// Here, so that the tests' files need not make their own of each.
App::App() = default;
App::App(const App&) = default;
App::App(App&&) noexcept = default;
App& App::operator=(const App&) = default;
App& App::operator=(App&&) noexcept = default;
App::~App() = default;

void App::take(const std::vector<Effect>& effects) {
  for (const Effect& effect : effects) {
    std::visit([this](const auto& what) { run(*this, what); }, effect);
  }
}

void App::begin(const std::string& fragment, std::string_view config_text) {
  address = fragment;
  tell(event::Started{std::string(config_text), "", fragment, "https://console.example.com/app/index.html"});
}

void App::sign_in(const std::string& user, bool can_refresh) {
  tell(event::SignInEnded{SignInOutcome::signed_in, user, "", can_refresh});
}

App App::started(const std::string& fragment) {
  App app;
  app.begin(fragment);
  app.sign_in();
  app.settle();
  return app;
}

void App::tell(const Event& event) { take(update(state, event, now_of(*this))); }
void App::ask(const Command& command) { take(update(state, command, now_of(*this))); }
void App::type(Field field, const std::string& text) { ask(command::EditText{field, text}); }

void App::open(std::int64_t id) {
  ask(command::Go{record_address(id)});
  settle();
}

void App::save() {
  ask(command::Save{});
  settle();
}

void App::begin_save() {
  ask(command::Save{});
  answer_one();
  if (in_flight.empty()) sleep();
}

void App::browse(const std::string& fragment) {
  address = fragment;
  tell(event::AddressChanged{fragment});
}

void App::answer_one(std::string_view target_part) {
  const auto found = std::find_if(in_flight.begin(), in_flight.end(), [target_part](const auto& sent) {
    return sent.request.target.find(target_part) != std::string::npos;
  });
  ASSERT_NE(found, in_flight.end());
  const effect::SendRequest sent = *found;
  in_flight.erase(found);
  answer(sent);
}

void App::answer(const effect::SendRequest& sent) {
  const auto response = server.answer(sent.request);
  if (response) {
    tell(event::Replied{sent.id, *response, 12});
  } else {
    tell(event::Unanswered{sent.id, TransportFailure::network, 12});
  }
}

effect::SendRequest App::on_its_way() {
  EXPECT_FALSE(in_flight.empty());
  return in_flight.empty() ? effect::SendRequest{} : in_flight.front();
}

void App::sleep() {
  ASSERT_TRUE(wake_ms);
  clock_ms = std::max(clock_ms, *wake_ms);
  wake_ms.reset();
  tell(event::WokeUp{});
}

void App::give_texts() {
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

App App::reloaded(const std::string& fragment) const {
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

bool App::waits() const { return wake_ms && !(state.form && wake_ms == state.form->next_look_ms); }

void App::settle() {
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

Form& App::form() {
  EXPECT_TRUE(state.form);
  return *state.form;
}

const FieldStatus& App::status(Field field) { return form().status_of(field); }

bool App::has_said(std::string_view part) const {
  return std::any_of(said.begin(), said.end(),
                     [part](const std::string& sentence) { return sentence.find(part) != std::string::npos; });
}

std::vector<std::string> App::shown_names() const {
  std::vector<std::string> names;
  for (const std::uint32_t index : state.list.shown) {
    names.push_back(state.list.rows[index].record.fields.name);
  }
  return names;
}

bool App::focus_is_on(Field field) const {
  return !focused.empty() && focused.back().kind == FocusTarget::Kind::field && focused.back().field == field;
}

}  // namespace editor_test
