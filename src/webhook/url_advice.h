// What may not be meant in an address that can be saved: never in the way of saving it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace webhook {

struct UrlAdvice {
  std::string sentence;   // what, and why
  std::string fix_label;  // what a button that puts it right says; empty where only the user can
  std::string fixed;      // the address after that

  friend bool operator==(const UrlAdvice&, const UrlAdvice&) = default;
};

/// All that is worth a second look in an address: http, credentials in it, hosts that only machines nearby can reach (in
/// any notation of an IP address) or that guard a cloud's credentials, tunnels and inspection hosts, letters that look
/// like others, unusual ports, a fragment. Nothing for text that is no address.
[[nodiscard]] std::vector<UrlAdvice> advice_on_url(std::string_view text);

}  // namespace webhook
