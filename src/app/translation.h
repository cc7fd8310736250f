// Between the platform's words and the editor's: neither knows the other.
#pragma once

#include <optional>
#include <string_view>

#include "editor/effect.h"
#include "editor/event.h"
#include "platform/platform.h"

namespace app {

/// What the editor is told of a platform event; nothing for HttpEnded, which needs the editor's id of the request.
[[nodiscard]] std::optional<editor::Event> translate(const platform::Event& event);
[[nodiscard]] editor::Event translate(const platform::HttpEnded& ended, editor::RequestId id);
[[nodiscard]] platform::SignInForm translate(const editor::SignInForm& form);
[[nodiscard]] platform::HistoryEntry translate(editor::effect::HistoryEntry entry);

/// The request as it goes out: under the API's address, authorized.
[[nodiscard]] platform::HttpRequest http_request(const editor::effect::SendRequest& send, std::string_view api_base);
/// The same for the demo, which is answered inside the page and knows its user.
[[nodiscard]] platform::HttpRequest demo_request(const editor::effect::SendRequest& send);
/// What has code written: answered inside the page too, by src/modules/samples.cpp.
[[nodiscard]] platform::HttpRequest code_request(const editor::effect::WriteCode& write, std::string_view api_base);

}  // namespace app
