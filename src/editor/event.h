// What the world tells the editor.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "editor/effect.h"
#include "editor/session.h"
#include "nexudus/http.h"
#include "nexudus/problem.h"

namespace editor::event {

/// The first event of all.
struct Started {
  std::string config_text;        // of config.json
  std::string config_error;       // a sentence, if it could not be read
  std::string fragment;           // of the page's address, without '#'
  std::string page_url;           // absolute; only to write a relative API base out in full
  std::string language = "en";    // State::language
  std::string shared_calls = {};  // what effect::ShareCalls left, here or in another page; empty: nothing
};
/// A request ended with a reply.
struct Replied {
  RequestId id = 0;
  nexudus::Response response;
  std::int64_t elapsed_ms = 0;
};
/// A request ended without one.
struct Unanswered {
  RequestId id = 0;
  nexudus::TransportFailure failure = nexudus::TransportFailure::network;
  std::int64_t elapsed_ms = 0;
};
struct SignInEnded {
  SignInOutcome outcome = SignInOutcome::signed_in;
  std::string user;    // the e-mail typed, or whom the provider names; empty for a pasted token
  std::string detail;  // the server's words, if it had any
  bool can_refresh = false;
  bool at_provider = false;                        // the token is from an OAuth provider
  std::optional<std::int64_t> expires_in_ms = {};  // how long the token is good for from now, if that is known
};
/// The moment asked for with effect::WakeAt has come.
struct WokeUp {};
/// The user changed the address: Back, Forward, a link, typing.
struct AddressChanged {
  std::string fragment;  // without '#'
};
struct CopyEnded {
  bool ok = false;
};
/// The texts kept in this browser that effect::LoadTexts asked for, one a line; none where nothing can be kept.
struct TextsLoaded {
  std::string prefix;
  std::string lines;
};
/// What effect::WriteCode asked for; empty when it could not be had.
struct CodeWritten {
  std::uint32_t id = 0;
  std::string text;
};
/// Whether effect::KeepText works, when that changes: the browser's storage may be full or blocked.
struct TextsKept {
  bool ok = true;
};
/// What effect::ShareCalls told in another page of this browser.
struct CallsShared {
  std::string text;
};
struct VisibilityChanged {
  bool visible = true;
};
struct OnlineChanged {
  bool online = true;
};
/// From now on the words are those of another language: all that is made of them is to be made anew.
struct LanguageChanged {
  std::string tag;
};

}  // namespace editor::event

namespace editor {

using Event =
    std::variant<event::Started, event::Replied, event::Unanswered, event::SignInEnded, event::WokeUp,
                 event::AddressChanged, event::CopyEnded, event::TextsLoaded, event::CodeWritten, event::TextsKept,
                 event::CallsShared, event::VisibilityChanged, event::OnlineChanged, event::LanguageChanged>;

}  // namespace editor
