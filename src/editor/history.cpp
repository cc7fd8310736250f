// Undo and redo in the form.
#include "editor/history.h"

#include <string>
#include <utility>

#include "editor/context.h"
#include "editor/form_view.h"
#include "editor/sentences.h"
#include "language/text.h"
#include "webhook/merge.h"

namespace editor {
namespace {

using language::translate;
using webhook::Field;
using webhook::Fields;

constexpr std::int64_t pause_between_steps_ms = 1'000;

/// Only what is needed of both: a long description is not kept once more with each step.
Fields only(const std::vector<Field>& fields, const Fields& from) {
  Fields some;
  for (const Field field : fields) {
    webhook::assign(some, from, field);
  }
  return some;
}

bool goes_on(const EditStep& step, const std::vector<Field>& fields, std::int64_t monotonic_ms) {
  return step.may_grow && step.fields == fields && monotonic_ms - step.monotonic_ms <= pause_between_steps_ms;
}

void apply(const Context& context, const EditStep& step, const Fields& values, std::string_view news) {
  Form& form = *context.state.form;
  for (const Field field : step.fields) {
    webhook::assign(form.fields, values, field);
    form.status_of(field).server_error.clear();
  }
  form.location_text = form.fields.location_id == 0 ? "" : std::to_string(form.fields.location_id);
  refresh_form(context.state);
  context.emit(effect::Focus{{.kind = FocusTarget::Kind::field, .field = step.fields.front()}});
  context.say(news);
}

bool may_edit(const State& state) { return state.form && state.form->phase == Form::Phase::ready; }

}  // namespace

std::optional<BeforeStep> before_step(const State& state) {
  return may_edit(state) ? std::optional(BeforeStep{state.form->generation, state.form->fields}) : std::nullopt;
}

void note_step(State& state, const BeforeStep& before, bool typing, std::int64_t monotonic_ms) {
  if (!may_edit(state) || state.form->generation != before.generation) {
    return;
  }
  Form& form = *state.form;
  const std::vector<Field> fields = webhook::differing_fields(before.fields, form.fields);
  if (fields.empty()) {
    return;
  }
  EditHistory& history = form.history;
  history.undone.clear();
  if (typing && !history.done.empty() && goes_on(history.done.back(), fields, monotonic_ms)) {
    EditStep& step = history.done.back();
    step.after = only(fields, form.fields);
    step.monotonic_ms = monotonic_ms;
    if (webhook::is_same(step.before, step.after, fields.front())) {
      history.done.pop_back();  // typed back to where it began
    }
    return;
  }
  history.done.push_back({fields, only(fields, before.fields), only(fields, form.fields), typing, monotonic_ms});
}

void end_step(State& state) {
  if (state.form && !state.form->history.done.empty()) {
    state.form->history.done.back().may_grow = false;
  }
}

void undo(const Context& context) {
  if (!may_edit(context.state) || context.state.form->history.done.empty()) {
    return;
  }
  EditHistory& history = context.state.form->history;
  EditStep step = std::move(history.done.back());
  history.done.pop_back();
  step.may_grow = false;
  apply(context, step, step.before, translate("Undone: {0}.", listed(step.fields)));
  history.undone.push_back(std::move(step));
}

void redo(const Context& context) {
  if (!may_edit(context.state) || context.state.form->history.undone.empty()) {
    return;
  }
  EditHistory& history = context.state.form->history;
  EditStep step = std::move(history.undone.back());
  history.undone.pop_back();
  apply(context, step, step.after, translate("Done again: {0}.", listed(step.fields)));
  history.done.push_back(std::move(step));
}

}  // namespace editor
