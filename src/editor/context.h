// What every step of update() works with.
#pragma once

#include <string>
#include <string_view>
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
  void say(std::string_view sentence) const { emit(effect::Announce{std::string(sentence), false}); }
  void say_at_once(std::string_view sentence) const { emit(effect::Announce{std::string(sentence), true}); }
  void focus(FocusTarget::Kind kind) const { emit(effect::Focus{{.kind = kind}}); }
};

}  // namespace editor
