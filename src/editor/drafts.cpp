// Edits that are not saved are kept in this browser.
#include "editor/drafts.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "editor/form_flow.h"
#include "editor/form_view.h"
#include "editor/kept_names.h"
#include "editor/merge_flow.h"
#include "editor/navigation.h"
#include "editor/sentences.h"
#include "language/text.h"
#include "webhook/document.h"
#include "webhook/json.h"
#include "webhook/merge.h"

namespace editor {
namespace {

using language::translate;

std::string owner_of(const State& state) { return kept_names(state, "draft"); }

/// What the demo holds is gone with the page, and so is what was typed in it.
bool outlive_the_page(const State& state) { return state.session.kind != Session::Kind::demo; }

std::optional<webhook::Fields> read_fields(const webhook::Document& document, std::string_view member) {
  const auto inner = webhook::Document::parse(std::string(document.raw(member).value_or("")));
  if (!inner) {
    return std::nullopt;
  }
  const auto record = webhook::read_record(*inner);
  return record ? std::optional(record->fields) : std::nullopt;
}

std::optional<std::int64_t> read_number(const webhook::Document& document, std::string_view member) {
  return webhook::read_json_integer(document.raw(member).value_or(""));
}

std::string read_text(const webhook::Document& document, std::string_view member) {
  return webhook::read_json_string(document.raw(member).value_or("")).value_or("");
}

std::vector<Draft> read_drafts(std::string_view lines) {
  std::vector<Draft> drafts;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    if (auto draft = read_draft(lines.substr(0, end))) {
      drafts.push_back(*std::move(draft));
    }
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return drafts;
}

Draft* find_draft(std::vector<Draft>& drafts, std::string_view key) {
  const auto found = std::find_if(drafts.begin(), drafts.end(),
                                  [key](const Draft& draft) { return !key.empty() && draft.key == key; });
  return found == drafts.end() ? nullptr : &*found;
}

/// Of this form in this page, and of no other.
std::string make_key(const Context& context) {
  return std::to_string(context.now.unix_ms) + "-" +
         std::to_string(static_cast<std::int64_t>(context.now.random01 * 1e9)) + "-" +
         std::to_string(context.state.form->generation);
}

void keep(const Context& context, const Draft& draft) {
  if (outlive_the_page(context.state)) {
    context.emit(effect::KeepText{owner_of(context.state) + draft.key, to_text(draft)});
  }
}

/// Drops the draft of this moment: another page may have typed on since, and that stays. So it is looked at first.
void drop(const Context& context, std::string_view key, std::int64_t unix_ms) {
  State& state = context.state;
  const Draft* draft = find_draft(state.drafts, key);
  const bool own = draft != nullptr && draft->own;
  const std::string name = owner_of(state).append(key);
  std::erase_if(state.drafts, [key](const Draft& one) { return one.key == key; });
  if (!outlive_the_page(state)) {
    return;
  }
  if (own) {
    context.emit(effect::KeepText{name, ""});
  } else {
    state.given_up.push_back({std::string(key), unix_ms});
    context.emit(effect::LoadTexts{name});
  }
}

void give_up_restored(const Context& context) {
  Form& form = *context.state.form;
  if (!form.restored.empty()) {
    const std::string key = std::exchange(form.restored, {});
    drop(context, key, form.restored_unix_ms);
  }
}

void give_up_drafts(const Context& context) {
  Form& form = *context.state.form;
  if (!form.drafted.empty()) {
    drop(context, std::exchange(form.drafted, {}), 0);
  }
  give_up_restored(context);
}

/// What is to be kept of the form. Where it is still to be decided between the user's and somebody else's value, a
/// later merge has to find that out again.
Draft draft_of(const State& state, const Draft* earlier) {
  const Form& form = *state.form;
  Draft draft{.id = form.id, .base = baseline(form), .fields = form.fields};
  draft.duplicate_of = form.is_new() ? form.address.duplicate_of : 0;
  draft.for_event = form.is_new() ? form.address.event : 0;
  draft.location_text = form.fields.location_id == 0 ? form.location_text : "";
  for (const webhook::Field field : webhook::all_fields) {
    if (earlier != nullptr && !form.status_of(field).conflict.empty()) {
      webhook::assign(draft.base, earlier->base, field);
    }
  }
  return draft;
}

bool hold_the_same(const Draft& one, const Draft& other) {
  return one.id == other.id && one.duplicate_of == other.duplicate_of && one.for_event == other.for_event &&
         one.base == other.base && one.fields == other.fields && one.location_text == other.location_text;
}

Address address_of(const Draft& draft) {
  return draft.id == 0 ? Address{Address::Screen::new_record, 0, draft.duplicate_of, draft.for_event}
                       : record_address(draft.id);
}

/// The one that was asked for, or the newest of this address.
Draft* draft_for(State& state, const Address& address) {
  Draft* best = find_draft(state.drafts, state.wanted_draft);
  if (best != nullptr && address_of(*best) == address) {
    return best;
  }
  best = nullptr;
  for (Draft& draft : state.drafts) {
    if (address_of(draft) == address && (best == nullptr || best->unix_ms < draft.unix_ms)) {
      best = &draft;
    }
  }
  return best;
}

void finish_dropping(const Context& context, std::string_view key, std::string_view lines) {
  State& state = context.state;
  const auto found = std::find_if(state.given_up.begin(), state.given_up.end(),
                                  [key](const GivenUpDraft& one) { return one.key == key; });
  if (found == state.given_up.end()) {
    return;
  }
  const std::int64_t unix_ms = found->unix_ms;
  state.given_up.erase(found);
  std::vector<Draft> drafts = read_drafts(lines);
  Draft* draft = find_draft(drafts, key);
  if (draft != nullptr && draft->unix_ms != unix_ms) {
    state.drafts.push_back(std::move(*draft));
  } else if (draft != nullptr) {
    context.emit(effect::KeepText{owner_of(state).append(key), ""});
  }
}

bool is_given_up(const State& state, const Draft& draft) {
  return std::any_of(state.given_up.begin(), state.given_up.end(), [&draft](const GivenUpDraft& one) {
    return one.key == draft.key && one.unix_ms == draft.unix_ms;
  });
}

std::string typed_when(const Context& context, const Draft& draft) {
  return translate("Typed {0}.", time_ago({"", draft.unix_ms}, context.now.unix_ms));
}

/// What the user sees where what was typed is back: how it differs from what is stored now.
void describe_restored(const Context& context, const Draft& draft) {
  Form& form = *context.state.form;
  std::vector<webhook::Field> changed;
  for (const webhook::Field field : webhook::all_fields) {
    if (form.status_of(field).changed) {
      changed.push_back(field);
    }
  }
  std::string& detail = form.notice.detail;
  detail = typed_when(context, draft);
  if (!form.is_new()) {
    detail += " " + translate("Other than what is stored now: {0}.", listed(changed));
  }
  detail.append(" ").append(translate("“Discard changes” drops it; Save stores it."));
  mention_other_draft(context);
}

}  // namespace

std::string to_text(const Draft& draft) {
  return R"({"Key":)" + webhook::json_string(draft.key) + R"(,"Id":)" + std::to_string(draft.id) +
         R"(,"DuplicateOf":)" + std::to_string(draft.duplicate_of) +
         (draft.for_event == 0 ? std::string() : R"(,"ForEvent":)" + std::to_string(draft.for_event)) + R"(,"At":)" +
         std::to_string(draft.unix_ms) + R"(,"Location":)" + webhook::json_string(draft.location_text) + R"(,"Base":)" +
         webhook::create_payload(draft.base) + R"(,"Fields":)" + webhook::create_payload(draft.fields) + "}";
}

std::optional<Draft> read_draft(std::string_view text) {
  const auto document = webhook::Document::parse(std::string(text));
  if (!document) {
    return std::nullopt;
  }
  const auto id = read_number(*document, "Id");
  const auto at = read_number(*document, "At");
  auto base = read_fields(*document, "Base");
  auto fields = read_fields(*document, "Fields");
  if (!id || !at || !base || !fields || *id < 0) {
    return std::nullopt;
  }
  Draft draft{.id = *id, .base = *std::move(base), .fields = *std::move(fields), .unix_ms = *at};
  draft.key = read_text(*document, "Key");
  if (draft.key.empty()) {
    draft.key = std::to_string(*id);  // of the version that kept one draft for each webhook
  }
  draft.duplicate_of = std::max<std::int64_t>(0, read_number(*document, "DuplicateOf").value_or(0));
  draft.for_event = std::max<std::int64_t>(0, read_number(*document, "ForEvent").value_or(0));
  draft.location_text = read_text(*document, "Location");
  return draft;
}

void fetch_drafts(const Context& context) {
  State& state = context.state;
  state.drafts.clear();
  state.given_up.clear();
  state.drafts_known = !outlive_the_page(state);
  fetch_drafts_anew(context);
}

void fetch_drafts_anew(const Context& context) {
  const State& state = context.state;
  const bool has_owner =
      state.session.stage == Session::Stage::signed_in || state.session.stage == Session::Stage::expired;
  if (has_owner && outlive_the_page(state)) {
    context.emit(effect::LoadTexts{owner_of(state)});
  }
}

void take_drafts(const Context& context, std::string_view owner, std::string_view lines) {
  State& state = context.state;
  const std::string own_name = owner_of(state);
  if (state.session.stage == Session::Stage::signed_out || !owner.starts_with(own_name)) {
    return;
  }
  if (owner != own_name) {
    finish_dropping(context, owner.substr(own_name.size()), lines);
    return;
  }
  // What this page keeps it knows best; of all others the storage does.
  std::erase_if(state.drafts, [](const Draft& draft) { return !draft.own; });
  for (Draft& draft : read_drafts(lines)) {
    if (find_draft(state.drafts, draft.key) == nullptr && !is_given_up(state, draft)) {
      state.drafts.push_back(std::move(draft));
    }
  }
  if (std::exchange(state.drafts_known, true)) {
    return;
  }
  if (!state.form) {
    if (const Notice notice = drafts_notice(state); !notice.empty()) {
      context.say(notice.title);
    }
  } else if (state.form->phase == Form::Phase::failed) {
    offer_draft_of_failed(context);
  } else {
    apply_draft(context);
  }
}

void keep_draft(const Context& context) {
  State& state = context.state;
  if (!state.form || state.form->phase != Form::Phase::ready) {
    return;
  }
  Form& form = *state.form;
  if (!form.changed) {
    give_up_drafts(context);
    return;
  }
  Draft* earlier = find_draft(state.drafts, form.drafted.empty() ? form.restored : form.drafted);
  Draft draft = draft_of(state, earlier);
  if (earlier != nullptr && hold_the_same(*earlier, draft)) {
    return;
  }
  if (form.drafted.empty()) {
    form.drafted = make_key(context);
    earlier = nullptr;
  }
  draft.key = form.drafted;
  draft.unix_ms = context.now.unix_ms;
  draft.own = true;
  keep(context, draft);
  if (earlier != nullptr) {
    *earlier = std::move(draft);
  } else {
    state.drafts.push_back(std::move(draft));
    give_up_restored(context);  // all of it is in the new one
  }
}

void drop_draft(const Context& context) {
  if (context.state.form) {
    give_up_drafts(context);
  }
}

void apply_draft(const Context& context) {
  State& state = context.state;
  Form& form = *state.form;
  if (form.phase != Form::Phase::ready) {
    return;
  }
  if (form.changed) {
    mention_other_draft(context);
    return;
  }
  // What an entry of the journal puts into the form goes first: two at once could not be told apart.
  if (state.undone_write) {
    return;
  }
  const Draft* found = draft_for(state, form.address);
  state.wanted_draft.clear();
  if (found == nullptr) {
    return;
  }
  const Draft draft = *found;
  if (draft.own) {
    form.drafted = draft.key;
  } else {
    form.restored = draft.key;
    form.restored_unix_ms = draft.unix_ms;
  }
  if (form.is_new()) {
    form.begun_with = draft.base;
    form.fields = draft.base;
  }
  put_back(context, draft.base, draft.fields,
           {Notice::Severity::information, std::string(translate("What you had not saved is back.")), "",
            Notice::Action::none},
           draft.location_text);
  if (form.changed) {
    describe_restored(context, draft);
  }
}

void mention_other_draft(const Context& context) {
  State& state = context.state;
  Form& form = *state.form;
  const bool any = std::any_of(state.drafts.begin(), state.drafts.end(), [&form](const Draft& draft) {
    return draft.key != form.drafted && draft.key != form.restored && address_of(draft) == form.address;
  });
  if (any) {
    const std::string_view where = translate("Another draft of it is kept: see Activity.");
    (form.notice.empty() ? form.notice.title : form.notice.detail += " ") += where;
  }
}

void offer_draft_of_failed(const Context& context) {
  State& state = context.state;
  Form& form = *state.form;
  const Draft* draft = draft_for(state, form.address);
  if (draft == nullptr) {
    return;
  }
  if (form.address.screen == Address::Screen::new_record) {
    begin_new(context, draft->base);  // the original is not needed for what was typed
    return;
  }
  form.notice.detail.append(" ").append(translate("What you typed and did not save is kept: see Activity."));
  if (form.gone) {
    form.notice.action = Notice::Action::save_as_new;
  }
}

void put_back(const Context& context, const webhook::Fields& base, const webhook::Fields& mine, Notice notice,
              std::string_view location_text) {
  State& state = context.state;
  Form& form = *state.form;
  const webhook::Merge merged = webhook::merge(base, mine, form.fields);
  form.fields = merged.fields;
  form.location_text =
      form.fields.location_id == 0 ? std::string(location_text) : std::to_string(form.fields.location_id);
  form.notice = std::move(notice);
  mark_conflicts(context, merged);
  refresh_form(state);
  if (form.changed) {
    context.say(form.notice.title);
  } else {
    form.notice = Notice{};  // it has been stored meanwhile
  }
}

Notice drafts_notice(const State& state) {
  if (state.drafts.empty()) {
    return {};
  }
  const std::string first = title_of(state.drafts.front());
  const auto more = static_cast<std::int64_t>(state.drafts.size()) - 1;
  std::string title = more == 0 ? translate("You have unsaved changes in {0}.", first)
                                : language::counted(more, "You have unsaved changes in {0} and {1} more.",
                                                    "You have unsaved changes in {0} and {1} more.", first,
                                                    grouped(static_cast<std::size_t>(more)));
  return {Notice::Severity::information, std::move(title), "", Notice::Action::none};
}

std::string title_of(const Draft& draft) {
  const std::string& name = draft.base.name.empty() ? draft.fields.name : draft.base.name;
  if (draft.id != 0) {
    return quoted(name);
  }
  return name.empty() ? std::string(translate("a new webhook")) : translate("a new webhook {0}", quoted(name));
}

std::vector<FieldChange> changes_of(const State& state, const Draft& draft) {
  return changes_between(state, draft.base, draft.fields);
}

void open_draft(const Context& context, std::string_view key) {
  State& state = context.state;
  const Draft* draft = key.empty() && !state.drafts.empty() ? &state.drafts.front() : find_draft(state.drafts, key);
  if (draft != nullptr) {
    state.wanted_draft = draft->key;
    go(context, address_of(*draft));
  }
}

void open_draft_as_new(const Context& context) {
  State& state = context.state;
  if (Draft* draft = draft_for(state, state.form->address)) {
    draft->id = 0;
    draft->base = {};
    draft->unix_ms = context.now.unix_ms;
    draft->own = true;
    keep(context, *draft);
    open_draft(context, draft->key);
  }
}

void discard_draft(const Context& context, std::string_view key) {
  State& state = context.state;
  if (const Draft* draft = find_draft(state.drafts, key)) {
    context.say(translate("The draft of {0} is discarded.", title_of(*draft)));
    drop(context, std::string(key), draft->unix_ms);
    context.focus(FocusTarget::Kind::heading);
  }
}

}  // namespace editor
