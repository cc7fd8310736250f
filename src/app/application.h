// The editor on a platform: hands what happens to editor::update() and carries out what it wants done.
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "app/written_times.h"
#include "editor/update.h"
#include "platform/platform.h"
#include "screens/screens.h"

namespace app {

class Application {
 public:
  /// Begins with config.json and the page's address; call once, before the first frame.
  void start();
  void handle(const platform::Event& event);
  /// Draws a frame and works on the commands the user gave in it.
  void draw(gui::Ui& ui);

  [[nodiscard]] const editor::State& state() const { return state_; }

 private:
  void run(const std::vector<editor::Effect>& effects);
  /// The end of a request that had code written, for the editor; nothing if it is none.
  [[nodiscard]] std::optional<editor::Event> code_of(const platform::HttpEnded& ended);

  void carry_out(const editor::effect::SendRequest& send);
  void carry_out(const editor::effect::CancelRequest& cancel);
  void carry_out(const editor::effect::RefreshToken&);
  void carry_out(const editor::effect::SignOut&);
  void carry_out(const editor::effect::ShowSignIn& show);
  void carry_out(const editor::effect::WakeAt& wake);
  void carry_out(const editor::effect::Navigate& navigate);
  void carry_out(const editor::effect::SetTitle& title);
  void carry_out(const editor::effect::GuardLeaving& guard);
  void carry_out(const editor::effect::CopyText& copy);
  void carry_out(const editor::effect::SaveFile& file);
  void carry_out(const editor::effect::Announce& announce);
  void carry_out(const editor::effect::Focus& focus);
  void carry_out(const editor::effect::KeepText& keep);
  void carry_out(const editor::effect::LoadTexts& load);
  void carry_out(const editor::effect::ShareCalls& share);
  void carry_out(const editor::effect::WriteCode& write);
  void carry_out(const editor::effect::ChooseLanguage& choose);
  void carry_out(const editor::effect::Mark& mark);

  editor::State state_;
  screens::ViewState view_;
  WrittenTimes times_;
  // Requests on their way, by the platform's id and by the editor's.
  std::unordered_map<platform::RequestId, editor::RequestId> editor_ids_;
  std::unordered_map<editor::RequestId, platform::RequestId> platform_ids_;
  std::unordered_map<platform::RequestId, std::uint32_t> code_ids_;  // of what writes code
};

/// The application as the platform runs it. `application` outlives it.
[[nodiscard]] platform::Application connect(Application& application);

}  // namespace app
