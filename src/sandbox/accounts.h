// The people who can sign in to the sandbox. Everything here is public on purpose: it is made up.
//
//   e-mail                    password      may
//   admin@example.com         demo-admin    everything
//   reader@example.com        demo-reader   list and read webhooks and locations; a write gets 401
//   hooks@example.com         demo-hooks    everything with webhooks, but not list locations
//   member@example.com        demo-member   sign in, then 401 everywhere: no access to the API
//   totp@example.com          demo-totp     everything, with a code: secret JBSWY3DPEHPK3PXP (Base32, RFC 6238)
//   expired@example.com       demo-expired  nothing before setting a new password: must_reset_password
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace sandbox {

/// What a user may do, as bits of Account::roles.
enum Role : std::uint32_t {
  no_role = 0,
  webhook_list = 1U << 0U,
  webhook_read = 1U << 1U,
  webhook_create = 1U << 2U,
  webhook_edit = 1U << 3U,
  webhook_delete = 1U << 4U,
  business_list = 1U << 5U,
  every_role = (1U << 6U) - 1U,
};

struct Account {
  std::string_view email;
  std::string_view password;
  std::uint32_t roles = no_role;
  /// The shared secret of RFC 6238 in Base32 (RFC 4648), or empty when a password is enough.
  std::string_view totp_secret;
  bool must_reset_password = false;
};

inline constexpr std::string_view totp_secret = "JBSWY3DPEHPK3PXP";

inline constexpr Account administrator{"admin@example.com", "demo-admin", every_role, "", false};
inline constexpr Account reader{"reader@example.com", "demo-reader", webhook_list | webhook_read | business_list, "",
                                false};
inline constexpr Account without_locations{"hooks@example.com", "demo-hooks", every_role & ~business_list, "", false};
inline constexpr Account member{"member@example.com", "demo-member", no_role, "", false};
inline constexpr Account with_totp{"totp@example.com", "demo-totp", every_role, totp_secret, false};
inline constexpr Account must_reset{"expired@example.com", "demo-expired", every_role, "", true};

/// All of the above.
[[nodiscard]] std::span<const Account> accounts();

/// The account of an e-mail address (compared without case), or null.
[[nodiscard]] const Account* find_account(std::string_view email);

}  // namespace sandbox
