// What update() wants done in the world. Whoever runs the editor carries these out in their order.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "editor/session.h"
#include "nexudus/http.h"
#include "webhook/record.h"

namespace editor {

/// Identifies one sending of a request; a request sent again gets a new one.
using RequestId = std::uint32_t;

/// Something on a screen that can take the focus.
struct FocusTarget {
  enum class Kind : std::uint8_t {
    heading,        // of the screen that is shown
    search,         // the list's search box
    filters,        // the first of the list's filters
    filter_button,  // what shows and hides them
    row,            // the row of webhook `id` in the list; the grid if it is not there
    field,          // `field` of the form
    error_summary,  // the form's list of errors that belong to no field
    notice,         // the form's or the list's notice
    delete_button,  // what opened a dialog that was closed
  };
  Kind kind = Kind::heading;
  webhook::Field field = webhook::Field::name;
  std::int64_t id = 0;

  friend bool operator==(const FocusTarget&, const FocusTarget&) = default;
};

namespace effect {

/// Sends a request to the API with the session's token (answered by the sandbox when the session is the demo). Its end
/// comes back exactly once, as event::Replied or event::Unanswered.
struct SendRequest {
  RequestId id = 0;
  nexudus::Request request;
  std::int64_t deadline_ms = 0;  // from sending to the last byte
};
struct CancelRequest {
  RequestId id = 0;
};
/// Asks for a fresh token; the answer is event::SignInEnded.
struct RefreshToken {};
/// Forgets all tokens. No event follows.
struct SignOut {};
struct ShowSignIn {
  SignInForm form;
};
/// One alarm for all; a new one replaces the old one. Without a moment there is nothing to wake up for.
struct WakeAt {
  std::optional<std::int64_t> monotonic_ms;
};
/// What becomes of the entry of the history that is shown; `replaced_soon`: as soon as nothing else changes it for a moment.
enum class HistoryEntry : std::uint8_t { kept, replaced, replaced_soon };
/// Changes the address. No event follows.
struct Navigate {
  std::string fragment;  // without '#'
  HistoryEntry entry = HistoryEntry::kept;
};
struct SetTitle {
  std::string title;
};
/// Asks before the page is left, while active.
struct GuardLeaving {
  bool active = false;
};
/// Puts text on the clipboard; the end is event::CopyEnded.
struct CopyText {
  std::string text;
};
/// Gives a file to the user to keep.
struct SaveFile {
  std::string name;
  std::string text;
};
/// Reads a sentence out: politely, or at once.
struct Announce {
  std::string sentence;
  bool assertive = false;
};
/// Moves the focus, with the next frame that shows the target.
struct Focus {
  FocusTarget target;
};
/// Keeps a text in this browser, encrypted, under a name; an empty one drops it.
struct KeepText {
  std::string name;
  std::string text;
};
/// Reads the texts whose names begin so; the answer is event::TextsLoaded.
struct LoadTexts {
  std::string prefix;
};
/// Tells the other pages of this browser what was sent, and those that come later.
struct ShareCalls {
  std::string text;
};
/// Has the request, written out as in HTTP, turned into a program; the answer is event::CodeWritten.
struct WriteCode {
  std::uint32_t id = 0;
  std::string language;  // CodeLanguage::key
  std::string request;
};
/// Has the words of another language fetched; event::LanguageChanged follows once they are there.
struct ChooseLanguage {
  std::string tag;
};
/// performance.mark
struct Mark {
  std::string name;
};

}  // namespace effect

using Effect =
    std::variant<effect::SendRequest, effect::CancelRequest, effect::RefreshToken, effect::SignOut, effect::ShowSignIn,
                 effect::WakeAt, effect::Navigate, effect::SetTitle, effect::GuardLeaving, effect::CopyText,
                 effect::SaveFile, effect::Announce, effect::Focus, effect::KeepText, effect::LoadTexts,
                 effect::ShareCalls, effect::WriteCode, effect::ChooseLanguage, effect::Mark>;

}  // namespace editor
