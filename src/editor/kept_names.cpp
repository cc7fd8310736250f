// Names for one user at one API.
#include "editor/kept_names.h"

#include "editor/state.h"

namespace editor {

std::string kept_names(const State& state, std::string_view kind) {
  return std::string(kind) + "\n" + state.config.absolute_api_base + "\n" + state.session.user + "\n";
}

}  // namespace editor
