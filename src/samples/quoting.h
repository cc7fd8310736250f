// Any text as a literal of a language, so that the program has exactly that text again.
#pragma once

#include <string>
#include <string_view>

namespace samples {

/// In apostrophes for PowerShell, which takes typographic ones for the same (about_Quoting_Rules).
[[nodiscard]] std::string powershell_literal(std::string_view text);

/// In apostrophes for PHP, where only these and backslashes are special.
[[nodiscard]] std::string php_literal(std::string_view text);

/// In quotation marks with backslashes, as C#, Go, JavaScript and Python read it alike. What C# takes for the end of a
/// line (U+0085, U+2028, U+2029) is escaped too.
[[nodiscard]] std::string escaped_literal(std::string_view text);

/// Base64 (RFC 4648, section 4).
[[nodiscard]] std::string base64(std::string_view bytes);

}  // namespace samples
