// Hides the credentials in a webhook's address where it is only shown, logged or exported: what is sent stays whole.
#pragma once

#include <string>
#include <string_view>

namespace webhook {

/// Stands for what is hidden.
inline constexpr std::string_view mask = "•••";

/// The address with user name and password, and the values of token-like parameters of the query, replaced by `mask`.
/// Token-like are a name that says so (token, key, secret, signature, password and the like) and a long random value.
/// Text that is no address is treated the same as far as it has such parts.
[[nodiscard]] std::string masked_url(std::string_view url);

/// A record's JSON text with its URL masked; all else stays byte for byte, and so does what is not JSON.
[[nodiscard]] std::string masked_record(std::string_view json);

}  // namespace webhook
