// Looking up the sandbox's users.
#include "sandbox/accounts.h"

#include <algorithm>
#include <array>

#include "sandbox/http_text.h"

namespace sandbox {

namespace {
constexpr std::array all_accounts{administrator, reader, without_locations, member, with_totp, must_reset};
}  // namespace

std::span<const Account> accounts() { return all_accounts; }

const Account* find_account(std::string_view email) {
  const auto* const found = std::find_if(all_accounts.begin(), all_accounts.end(), [&](const Account& account) {
    return equal_ignoring_case(account.email, email);
  });
  return found == all_accounts.end() ? nullptr : &*found;
}

}  // namespace sandbox
