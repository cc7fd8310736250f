// What the user asks for. Screens return these; one that makes no sense at the moment does nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>

#include "editor/address.h"
#include "editor/list.h"
#include "webhook/record.h"

namespace editor::command {

// ---- Anywhere

struct SignOut {};
/// Before the session ends, over the screen as it is.
struct SignInAgain {};
/// Goes to a screen; asks first if edits would be lost.
struct Go {
  Address address;
};
/// Does what the notice that is shown offers (Form::notice on the form, List::notice on the list).
struct RunNoticeAction {};
struct DismissNotice {};

/// Gives up what is waiting or on its way: of the form, or the loading of the list.
struct Stop {};

/// Opens the command palette, or the list of shortcuts.
struct OpenPalette {};
struct OpenHelp {};
/// Whether keys without Control act as shortcuts.
struct UseSingleKeys {
  bool on = true;
};
/// The language of the words, by its tag.
struct ChooseLanguage {
  std::string tag;
};

// ---- List

/// Goes to the list's search box.
struct FindInList {};

struct Search {
  std::string text;
};
/// Shows only what fits this too.
struct AddFilter {
  Filter filter;
};
struct RemoveFilter {
  Filter filter;
};
struct RemoveAllFilters {};
/// Shows or hides the filters that can be chosen.
struct ShowFilters {
  bool shown = true;
};
/// Goes to them.
struct GoToFilters {};
/// Sorts by a column, or turns the direction around if it is sorted by it.
struct SortBy {
  Column column = Column::name;
};
/// Opens the choice of columns.
struct OpenColumns {};
struct ShowColumn {
  Column column = Column::name;
  bool shown = true;
};
struct ShowUsualColumns {};
/// Reads everything anew; what is there stays usable meanwhile.
struct ReloadList {};

/// Goes on with what was typed and not saved.
struct OpenDraft {
  std::string key = {};  // empty: the first
};
/// Gives a draft up.
struct DiscardDraft {
  std::string key;
};

/// The user may have been given the roles that were missing.
struct AssumeAllRights {};

// ---- Activity

/// The user has seen what others changed since the last visit.
struct MarkSeen {};
/// Shows the entries of the journal that hold these words.
struct SearchJournal {
  std::string text;
};
/// Opens the webhook with the opposite of what an entry of the journal did.
struct UndoWrite {
  std::string key;
};
/// Saves the journal as a file, one JSON object a line, credentials in URLs masked.
struct ExportJournal {};
/// Copies a request of the activity list as cURL, without the token.
struct CopyRequest {
  std::size_t place = 0;  // in State::activity
};

// ---- Form

/// The text of Name, URL or Description; of Location its number, where locations cannot be listed.
struct EditText {
  webhook::Field field = webhook::Field::name;
  std::string text;
};
struct ChooseLocation {
  std::int64_t id = 0;
};
struct ChooseEvent {
  std::int64_t number = 0;
};
struct SetActive {
  bool active = false;
};
/// The focus left a field: from now on its problems are shown.
struct LeaveField {
  webhook::Field field = webhook::Field::name;
};
/// Sets a field back to what is stored.
struct SetBack {
  webhook::Field field = webhook::Field::name;
};
/// Does what the button beside a piece of advice offers.
struct ApplyFix {
  webhook::Field field = webhook::Field::url;
  std::size_t place = 0;  // in FieldStatus::fixes
};
/// Decides for the form's value of a field that somebody else changed too. SetBack decides for theirs.
struct KeepMine {
  webhook::Field field = webhook::Field::name;
};
/// Sets all fields back.
struct SetAllBack {};
/// Takes the last edit back, or does again what was taken back.
struct Undo {};
struct Redo {};
struct Save {};
/// Opens a new form as a copy of this webhook.
struct Duplicate {};
/// Asks whether to delete (State::dialog).
struct Delete {};

// ---- Dialogs

/// What is typed to confirm the deletion of an active webhook.
struct TypeConfirmation {
  std::string text;
};
/// The dialog's way on: delete, or discard the changes and leave.
struct Confirm {};
/// Leaves the form, and keeps the changes as a draft.
struct KeepAndLeave {};
/// The dialog's way back, also for Escape.
struct Cancel {};

// ---- Payload

/// Shows or hides the credentials in the URL where only what is sent is shown.
struct ShowCredentials {
  bool shown = true;
};
struct CopyPayload {};
/// Shows the request in another language of code_languages.
struct ChooseCode {
  std::size_t language = 0;
};
/// The program that is shown.
struct CopyCode {};
struct CopyResponse {};

}  // namespace editor::command

namespace editor {

using Command =
    std::variant<command::SignOut, command::SignInAgain, command::Go, command::RunNoticeAction, command::DismissNotice,
                 command::Search, command::SortBy, command::ReloadList, command::EditText, command::ChooseLocation,
                 command::ChooseEvent, command::SetActive, command::LeaveField, command::SetBack, command::SetAllBack,
                 command::Undo, command::Redo, command::KeepMine, command::ApplyFix, command::Save, command::Duplicate,
                 command::Delete, command::TypeConfirmation, command::Confirm, command::Cancel,
                 command::ShowCredentials, command::CopyPayload, command::ChooseCode, command::CopyCode,
                 command::CopyResponse, command::OpenPalette, command::OpenHelp, command::AssumeAllRights,
                 command::MarkSeen, command::SearchJournal, command::UndoWrite, command::ExportJournal,
                 command::CopyRequest, command::UseSingleKeys, command::FindInList, command::OpenDraft,
                 command::DiscardDraft, command::KeepAndLeave, command::Stop, command::AddFilter, command::RemoveFilter,
                 command::RemoveAllFilters, command::ShowFilters, command::GoToFilters, command::OpenColumns,
                 command::ShowColumn, command::ShowUsualColumns, command::ChooseLanguage>;

}  // namespace editor
