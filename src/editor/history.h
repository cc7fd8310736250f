// Undo and redo in the form: what the user did to it, in the user's own steps. Typing on in a field is one step until the
// field is left or nothing is typed for a moment; a choice is one, and so is setting all fields back.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "webhook/record.h"

namespace editor {

struct Context;
struct State;

struct EditStep {
  std::vector<webhook::Field> fields;  // what it changed
  webhook::Fields before;              // of these fields
  webhook::Fields after;
  bool may_grow = false;          // more typing in the same field belongs to it
  std::int64_t monotonic_ms = 0;  // when it was typed last
};

/// Without end, for as long as the form is open.
struct EditHistory {
  std::vector<EditStep> done;
  std::vector<EditStep> undone;  // taken back; the next redo's is the last
};

/// The form as it is before a command, to be handed to note_step() after it.
struct BeforeStep {
  std::uint32_t generation = 0;
  webhook::Fields fields;
};
[[nodiscard]] std::optional<BeforeStep> before_step(const State& state);

/// Remembers what a command did to the fields, if anything. `typing`: it was an edit of a text.
void note_step(State& state, const BeforeStep& before, bool typing, std::int64_t monotonic_ms);
/// What is typed from now on is another step.
void end_step(State& state);

/// Takes the last step back, or does it again: the focus goes where it happened, and it is said.
void undo(const Context& context);
void redo(const Context& context);

}  // namespace editor
