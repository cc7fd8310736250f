// Hides the credentials in a webhook's address where it is only shown, logged or exported: what is sent stays whole.
#pragma once

#include <string>
#include <string_view>

namespace webhook {

/// Stands for what is hidden.
inline constexpr std::string_view mask = "•••";

/// The address with user name and password, and whatever else in it is like a token, replaced by `mask`: parameters with
/// a name that says so (token, key, secret, signature, password and the like; percent-encoded too), long random values
/// and parts of the path, and values that hold an address with such parts. The host is always kept. In text that is no
/// address everything before its last @ is taken for a password, as is what is typed after a host's colon.
[[nodiscard]] std::string masked_url(std::string_view url);

/// Running text, such as a server's message, with every address and parameter in it masked.
[[nodiscard]] std::string masked_text(std::string_view text);

/// A record's JSON text with its URL and what its last error quotes masked; all else stays byte for byte, and so does
/// what is not JSON.
[[nodiscard]] std::string masked_record(std::string_view json);

/// A server's reply with every text in it masked, JSON or not.
[[nodiscard]] std::string masked_reply(std::string_view body);

}  // namespace webhook
