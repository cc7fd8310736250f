// A request as a program that sends it: what people paste into a terminal or a project of their own.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "nexudus/http.h"

namespace samples {

enum class Language : std::uint8_t { bash, cmd, powershell, csharp, javascript, python, php, go };

inline constexpr std::array all_languages{Language::bash,   Language::cmd,        Language::powershell,
                                          Language::csharp, Language::javascript, Language::python,
                                          Language::php,    Language::go};

/// Its short name in lower case, e.g. "csharp".
[[nodiscard]] std::string_view key_of(Language language);
/// Nothing for a key that no language has.
[[nodiscard]] std::optional<Language> find_language(std::string_view key);

/// A whole program, or commands for a shell, that send the request once and print what is answered. The body goes out
/// byte for byte. `api_base` is absolute, without '/' at its end. The access token is read from the environment's TOKEN:
/// it is not in the text. `request.body` is UTF-8.
[[nodiscard]] std::string write_sample(Language language, const nexudus::Request& request, std::string_view api_base);

}  // namespace samples
