// What every step of update() works with.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "editor/effect.h"
#include "editor/now.h"
#include "editor/state.h"

namespace editor {

struct Context {
  State& state;
  const Now& now;
  std::vector<Effect>& effects;

  void emit(Effect effect) const { effects.push_back(std::move(effect)); }
  void say(std::string sentence) const { emit(effect::Announce{std::move(sentence), false}); }
  void say_at_once(std::string sentence) const { emit(effect::Announce{std::move(sentence), true}); }
  void focus(FocusTarget::Kind kind) const { emit(effect::Focus{{.kind = kind}}); }
};

}  // namespace editor
