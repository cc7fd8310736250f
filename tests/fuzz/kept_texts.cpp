// What this browser kept, from any bytes: it may be of another version, or damaged. What is read is written the same, and
// an editor that is given it as it comes, several lines at once, holds together.
#include "editor/drafts.h"
#include "editor/journal.h"
#include "editor/update.h"
#include "editor/visit.h"
#include "fuzzing.h"

namespace {

/// The editor of a user who has just signed in, asking for what is kept.
struct SignedIn {
  editor::State state;
  std::vector<editor::Effect> effects;

  SignedIn() {
    tell(editor::event::Started{R"({"apiBase":"api"})", "", "/activity", "https://console.example.com/"});
    tell(editor::event::SignInEnded{editor::SignInOutcome::signed_in, "admin@example.com", "", true});
  }
  void tell(const editor::Event& event) { effects = editor::update(state, event, {1'000, 1'750'000'000'000, 0.5}); }
};

void give_to_the_editor(std::string_view text) {
  for (const char* kind : {"draft", "journal", "visit", "rights"}) {
    SignedIn app;
    app.tell(editor::event::TextsLoaded{std::string(kind) + "\nhttps://console.example.com/api\nadmin@example.com\n",
                                        std::string(text)});
    for (const editor::Draft& draft : app.state.drafts) {
      fuzzing::require(!draft.key.empty() && draft.id >= 0 && draft.duplicate_of >= 0);
      (void)editor::changes_of(app.state, draft);
    }
    for (const editor::JournalEntry* entry : editor::found_entries(app.state)) {
      (void)editor::changes_of(app.state, *entry);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzzing::text_of(data, size);
  if (const auto draft = editor::read_draft(text)) {
    const auto again = editor::read_draft(editor::to_text(*draft));
    fuzzing::require(again && *again == *draft);
  }
  if (const auto entry = editor::read_journal_entry(text)) {
    const auto again = editor::read_journal_entry(editor::to_text(*entry));
    fuzzing::require(again && *again == *entry);
  }
  if (const auto visit = editor::read_visit(text)) {
    const auto again = editor::read_visit(editor::to_text(*visit));
    fuzzing::require(again && again->seen == visit->seen && again->seen_unix_ms == visit->seen_unix_ms);
  }
  give_to_the_editor(text);
  return 0;
}
