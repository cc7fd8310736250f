// The request that Save would send, as a program.
#include "editor/code_sample.h"

#include "editor/context.h"

namespace editor {
namespace {

/// The request as a text: its method and target, header lines, an empty line and the body.
std::string written_out(const nexudus::Request& request) {
  std::string text = std::string(nexudus::to_string(request.method)) + " " + request.target + "\n";
  for (const nexudus::Header& header : request.headers) {
    text.append(header.name).append(": ").append(header.value).append("\n");
  }
  return text.append("\n").append(request.body);
}

}  // namespace

std::string_view code_of(const State& state) {
  if (!state.form || state.form->phase != Form::Phase::ready) {
    return {};
  }
  return state.code.language == 0 ? state.form->payload.curl : state.code.text;
}

void choose_code_language(const Context& context, std::size_t language) {
  CodeSample& code = context.state.code;
  // Choosing it once more tries again to load what failed to load.
  if (language < code_languages.size() && (language != code.language || code.failed)) {
    code = {.language = language, .text = {}, .failed = false, .asked_for = {}, .last_id = code.last_id};
  }
}

void keep_code_current(const Context& context) {
  State& state = context.state;
  CodeSample& code = state.code;
  if (code.language == 0 || !state.form || state.form->phase != Form::Phase::ready) {
    return;
  }
  std::string request = written_out(state.form->payload.shown);
  if (request == code.asked_for) {
    return;
  }
  code.asked_for = request;
  const std::string_view language = code_languages.at(code.language).key;
  context.emit(effect::WriteCode{++code.last_id, std::string(language), std::move(request)});
}

void take_code(const Context& context, std::uint32_t id, const std::string& text) {
  CodeSample& code = context.state.code;
  if (id != code.last_id || code.language == 0) {
    return;
  }
  code.failed = text.empty();
  code.text = text;
}

}  // namespace editor
