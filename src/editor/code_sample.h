// The request that Save would send, as a program in a language the user chose. It is written outside, by a module that
// is loaded when it is needed.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "language/text.h"

namespace editor {

struct Context;
struct State;

struct CodeLanguage {
  std::string_view key;   // as the module has it
  std::string_view name;  // translated where it is shown
};

/// The first needs no module: it is Payload::curl.
inline constexpr std::array<CodeLanguage, 8> code_languages{{{"bash", language::key("cURL for bash")},
                                                             {"cmd", language::key("cURL for Windows cmd")},
                                                             {"powershell", "PowerShell"},
                                                             {"csharp", "C#"},
                                                             {"javascript", "JavaScript"},
                                                             {"python", "Python"},
                                                             {"php", "PHP"},
                                                             {"go", "Go"}}};

struct CodeSample {
  std::size_t language = 0;  // in code_languages
  std::string text;          // empty: none, or not there yet
  bool failed = false;       // the module could not be loaded

  // What follows is update()'s own.
  std::string asked_for;  // what the text is, or is being, made of
  std::uint32_t last_id = 0;
};

/// The program for the form's request as it may be seen; empty while it is being written.
[[nodiscard]] std::string_view code_of(const State& state);

void choose_code_language(const Context& context, std::size_t language);
/// Asks for the program anew where the request is another one than it was made of.
void keep_code_current(const Context& context);
void take_code(const Context& context, std::uint32_t id, const std::string& text);

}  // namespace editor
