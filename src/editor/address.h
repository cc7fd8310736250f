// The addresses of the screens: the part of the page's address after '#'.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace editor {

struct Address {
  enum class Screen : std::uint8_t { list, record, new_record, activity };
  Screen screen = Screen::list;
  std::int64_t id = 0;            // record: which one
  std::int64_t duplicate_of = 0;  // new_record: the webhook it begins as a copy of, or 0
  std::int64_t event = 0;         // new_record that is a copy: for this event instead, or 0

  friend bool operator==(const Address&, const Address&) = default;
};

inline constexpr Address list_address{};
inline constexpr Address activity_address{Address::Screen::activity, 0, 0};

/// The address of a record, e.g. "/webhooks/12".
[[nodiscard]] Address record_address(std::int64_t id);

/// The screen a fragment such as "/webhooks/12" leads to; nothing for one that is not known. Without '#'.
[[nodiscard]] std::optional<Address> parse_address(std::string_view fragment);

/// "/webhooks", "/webhooks/12", "/webhooks/new", "/webhooks/new?duplicate=12", with "&event=7" behind it, or "/activity"; with '#' before it, a link's target.
[[nodiscard]] std::string to_fragment(const Address& address);

}  // namespace editor
