// The editor on a platform: hands what happens to editor::update() and carries out what it wants done.
#include "app/application.h"

#include <cmath>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <variant>

#include "app/translation.h"
#include "language/text.h"

namespace app {

namespace {

editor::Now now() {
  std::uint32_t bits = 0;
  platform::random_bytes({reinterpret_cast<std::uint8_t*>(&bits), sizeof bits});
  constexpr double values = 4294967296.0;
  return {.monotonic_ms = static_cast<std::int64_t>(platform::monotonic_ms()),
          .unix_ms = platform::unix_ms(),
          .random01 = static_cast<double>(bits) / values,
          .time_zone_ms = platform::time_zone_ms()};
}

screens::LocalTime local_time(WrittenTimes& times) {
  using Style = platform::TimeStyle;
  return {.date = [&times](std::int64_t moment) { return times.text(moment, Style::date); },
          .time = [&times](std::int64_t moment) { return times.text(moment, Style::time); },
          .both = [&times](std::int64_t moment) { return times.text(moment, Style::date_and_time); },
          .precise = [&times](std::int64_t moment) { return times.text(moment, Style::time_to_the_second); }};
}

/// All pages at one address talk to one API.
std::string shared_calls_key() { return "webhook-editor calls " + platform::page_url(); }

/// From now on the words are these; without any they are those of the code.
void speak(const std::string& texts) {
  language::speak(texts.empty() ? nullptr : std::make_unique<language::Catalogue>(texts, platform::plural_category));
}

}  // namespace

void Application::start() {
  const platform::Language language = platform::spoken_language();
  speak(language.texts);  // before anything is said
  const platform::Config config = platform::config();
  run(editor::update(state_,
                     editor::event::Started{.config_text = config.text,
                                            .config_error = config.error,
                                            .fragment = platform::address(),
                                            .page_url = platform::page_url(),
                                            .language = language.tag,
                                            .shared_calls = platform::stored_value(shared_calls_key())},
                     now()));
}

void Application::handle(const platform::Event& event) {
  if (const auto* loaded = std::get_if<platform::LanguageLoaded>(&event)) {
    speak(loaded->texts);
    times_.forget();
  }
  std::optional<editor::Event> translated;
  if (const auto* ended = std::get_if<platform::HttpEnded>(&event)) {
    const auto known = editor_ids_.find(ended->id);
    if (known == editor_ids_.end()) {
      translated = code_of(*ended);
    } else {
      const editor::RequestId id = known->second;
      editor_ids_.erase(known);
      platform_ids_.erase(id);
      translated = translate(*ended, id);
    }
  } else if (const auto* stored = std::get_if<platform::ValueStored>(&event)) {
    if (stored->key == shared_calls_key()) translated = editor::event::CallsShared{stored->value};
  } else {
    translated = translate(event);
  }
  if (!translated) return;
  run(editor::update(state_, *translated, now()));
}

std::optional<editor::Event> Application::code_of(const platform::HttpEnded& ended) {
  const auto known = code_ids_.find(ended.id);
  if (known == code_ids_.end()) return std::nullopt;
  const std::uint32_t id = known->second;
  code_ids_.erase(known);
  return editor::event::CodeWritten{id, ended.status == 200 ? ended.body : std::string()};
}

void Application::draw(gui::Ui& ui) {
  for (const editor::Command& command : screens::draw(ui, state_, view_, local_time(times_))) {
    run(editor::update(state_, command, now()));
    ui.request_frame();
  }
}

void Application::run(const std::vector<editor::Effect>& effects) {
  for (const editor::Effect& effect : effects) {
    std::visit([&](const auto& one) { carry_out(one); }, effect);
  }
}

// ---- Requests --------------------------------------------------------------------------------------------------------

void Application::carry_out(const editor::effect::SendRequest& send) {
  const platform::RequestId id =
      platform::send(state_.session.kind == editor::Session::Kind::demo ? demo_request(send)
                                                                        : http_request(send, state_.config.api_base));
  editor_ids_[id] = send.id;
  platform_ids_[send.id] = id;
}

void Application::carry_out(const editor::effect::CancelRequest& cancel) {
  const auto known = platform_ids_.find(cancel.id);
  if (known != platform_ids_.end()) platform::cancel(known->second);
}

// ---- Everything else -------------------------------------------------------------------------------------------------

void Application::carry_out(const editor::effect::RefreshToken&) { platform::refresh_token(); }

void Application::carry_out(const editor::effect::SignOut&) { platform::sign_out(); }

void Application::carry_out(const editor::effect::ShowSignIn& show) { platform::show_sign_in(translate(show.form)); }

void Application::carry_out(const editor::effect::WakeAt& wake) {
  platform::wake_at(wake.monotonic_ms ? static_cast<double>(*wake.monotonic_ms)
                                      : std::numeric_limits<double>::infinity());
}

void Application::carry_out(const editor::effect::Navigate& navigate) {
  platform::navigate(navigate.fragment, translate(navigate.entry));
}

void Application::carry_out(const editor::effect::SetTitle& title) { platform::set_title(title.title); }

void Application::carry_out(const editor::effect::GuardLeaving& guard) { platform::guard_leaving(guard.active); }

void Application::carry_out(const editor::effect::CopyText& copy) { platform::copy_text(copy.text); }

void Application::carry_out(const editor::effect::SaveFile& file) { platform::save_file(file.name, file.text); }

void Application::carry_out(const editor::effect::Announce& announce) {
  platform::announce(announce.sentence, announce.assertive);
}

void Application::carry_out(const editor::effect::Focus& focus) { view_.focus = focus.target; }

void Application::carry_out(const editor::effect::KeepText& keep) { platform::keep_text(keep.name, keep.text); }

void Application::carry_out(const editor::effect::LoadTexts& load) { platform::load_texts(load.prefix); }

void Application::carry_out(const editor::effect::ShareCalls& share) {
  platform::store_value(shared_calls_key(), share.text);
}

void Application::carry_out(const editor::effect::WriteCode& write) {
  code_ids_[platform::send(code_request(write, state_.config.absolute_api_base))] = write.id;
}

void Application::carry_out(const editor::effect::ChooseLanguage& choose) { platform::choose_language(choose.tag); }

void Application::carry_out(const editor::effect::Mark& mark) { platform::mark(mark.name); }

platform::Application connect(Application& application) {
  return {.on_event = [&application](const platform::Event& event) { application.handle(event); },
          .draw = [&application](gui::Ui& ui) { application.draw(ui); }};
}

}  // namespace app
