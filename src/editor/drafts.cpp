// Edits that are not saved are kept in this browser.
#include "editor/drafts.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "editor/form_view.h"
#include "editor/merge_flow.h"
#include "editor/navigation.h"
#include "editor/sentences.h"
#include "webhook/document.h"
#include "webhook/json.h"
#include "webhook/merge.h"

namespace editor {
namespace {

/// Whose drafts they are: of one user at one API. The browser keeps those of one site apart from others' by itself.
std::string owner_of(const State& state) {
  return "draft\n" + state.config.absolute_api_base + "\n" + state.session.user + "\n";
}

std::optional<webhook::Fields> read_fields(const webhook::Document& document, std::string_view member) {
  const auto inner = webhook::Document::parse(std::string(document.raw(member).value_or("")));
  if (!inner) {
    return std::nullopt;
  }
  const auto record = webhook::read_record(*inner);
  return record ? std::optional(record->fields) : std::nullopt;
}

std::optional<std::int64_t> read_number(const webhook::Document& document, std::string_view member) {
  const auto raw = document.raw(member);
  return raw ? webhook::read_json_integer(*raw) : std::nullopt;
}

std::vector<Draft>::iterator find_draft(State& state, std::int64_t id) {
  return std::find_if(state.drafts.begin(), state.drafts.end(), [id](const Draft& draft) { return draft.id == id; });
}

void drop(const Context& context, std::int64_t id) {
  State& state = context.state;
  if (const auto found = find_draft(state, id); found != state.drafts.end()) {
    state.drafts.erase(found);
    context.emit(effect::KeepText{owner_of(state) + std::to_string(id), ""});
  }
}

webhook::Moment moment_of(const Draft& draft) { return {"", draft.unix_ms}; }

std::string name_of(const Draft& draft) {
  return draft.id == 0 ? "a new webhook" : quoted(draft.base.name.empty() ? draft.fields.name : draft.base.name);
}

}  // namespace

std::string to_text(const Draft& draft) {
  return R"({"Id":)" + std::to_string(draft.id) + R"(,"At":)" + std::to_string(draft.unix_ms) + R"(,"Base":)" +
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
  return Draft{*id, *std::move(base), *std::move(fields), *at};
}

void fetch_drafts(const Context& context) {
  State& state = context.state;
  state.drafts.clear();
  state.drafts_known = false;
  // What the demo holds is gone with the page, and so is what was typed in it.
  if (state.session.kind != Session::Kind::demo) {
    context.emit(effect::LoadTexts{owner_of(state)});
  }
}

void take_drafts(const Context& context, std::string_view owner, std::string_view lines) {
  State& state = context.state;
  if (state.session.stage == Session::Stage::signed_out || state.drafts_known || owner != owner_of(state)) {
    return;
  }
  state.drafts_known = true;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    auto draft = read_draft(lines.substr(0, end));
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (draft && find_draft(state, draft->id) == state.drafts.end()) {
      state.drafts.push_back(*std::move(draft));
    }
  }
  if (state.form) {
    apply_draft(context);
  } else if (const Notice notice = drafts_notice(state); !notice.empty()) {
    context.say(notice.title);
  }
}

void keep_draft(const Context& context) {
  State& state = context.state;
  if (!state.form || state.form->phase != Form::Phase::ready || !state.drafts_known) {
    return;
  }
  Form& form = *state.form;
  if (form.drafted && *form.drafted != form.id) {
    drop(context, *form.drafted);  // it has got an id, or lost it
  }
  form.drafted = form.id;
  if (!form.changed) {
    drop(context, form.id);
    return;
  }
  auto draft = find_draft(state, form.id);
  if (draft == state.drafts.end()) {
    draft = state.drafts.insert(draft, Draft{form.id, {}, {}, 0});
  } else if (draft->fields == form.fields && draft->base == baseline(form)) {
    return;
  }
  *draft = {form.id, baseline(form), form.fields, context.now.unix_ms};
  context.emit(effect::KeepText{owner_of(state) + std::to_string(form.id), to_text(*draft)});
}

void drop_draft(const Context& context) {
  if (context.state.form) {
    drop(context, context.state.form->drafted.value_or(context.state.form->id));
  }
}

void apply_draft(const Context& context) {
  State& state = context.state;
  const auto draft = find_draft(state, state.form->id);
  if (draft == state.drafts.end() || state.form->phase != Form::Phase::ready || state.form->changed ||
      state.form->address.duplicate_of != 0) {
    return;
  }
  put_back(
      context, draft->base, draft->fields,
      {Notice::Severity::information, "What you had not saved is back.",
       "Typed " + time_ago(moment_of(*draft), context.now.unix_ms) + ". “Discard changes” drops it; Save stores it.",
       Notice::Action::none});
}

void put_back(const Context& context, const webhook::Fields& base, const webhook::Fields& mine, Notice notice) {
  State& state = context.state;
  Form& form = *state.form;
  const webhook::Merge merged = webhook::merge(base, mine, form.fields);
  form.fields = merged.fields;
  form.location_text = form.fields.location_id == 0 ? "" : std::to_string(form.fields.location_id);
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
  std::string title = "You have unsaved changes in " + name_of(state.drafts.front());
  if (const std::size_t more = state.drafts.size() - 1; more > 0) {
    title += " and " + grouped(more) + " more";
  }
  return {Notice::Severity::information, title + ".", "", Notice::Action::none};
}

void open_draft(const Context& context) {
  const State& state = context.state;
  if (!state.drafts.empty()) {
    const std::int64_t id = state.drafts.front().id;
    go(context, id == 0 ? Address{Address::Screen::new_record, 0, 0} : record_address(id));
  }
}

}  // namespace editor
