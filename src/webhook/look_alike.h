// Hosts that may be taken for another: letters of other alphabets, invisible ones, and names in Punycode.
#pragma once

#include <string>
#include <string_view>

namespace webhook {

/// One sentence on what the eye may not see in a host; empty if it consists of plain letters, digits and hyphens.
[[nodiscard]] std::string look_alike_advice(std::string_view host);

/// A label without its "xn--" in letters (RFC 3492); empty if it is none.
[[nodiscard]] std::string punycode_decoded(std::string_view label);

/// The host with full-width forms and full stops of other scripts as the plain letters they are read as (UTS 46).
[[nodiscard]] std::string plain_host(std::string_view host);

}  // namespace webhook
