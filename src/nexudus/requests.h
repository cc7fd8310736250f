// Every call the editor makes to the API, as values.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "nexudus/http.h"

namespace nexudus {

/// The most records one page may hold.
inline constexpr int largest_page = 1000;

/// One page of all webhooks, ordered by Id. `page` counts from 1, `size` goes to `largest_page`.
[[nodiscard]] Request request_webhooks(int page, int size);
[[nodiscard]] Request request_webhook(std::int64_t id);
/// `body` is the JSON text of a new record.
[[nodiscard]] Request request_create(std::string body);
/// `body` is the JSON text of the whole record; its Id is in it.
[[nodiscard]] Request request_update(std::string body);
[[nodiscard]] Request request_delete(std::int64_t id);
[[nodiscard]] Request request_locations(int page, int size);
[[nodiscard]] Request request_event_names();

/// Whether the call changes something and so counts as a write.
[[nodiscard]] bool is_write(const Request& request);

/// The request as a command for a POSIX shell. `api_base` is absolute, without '/' at its end; the token is left as
/// "$TOKEN" for the reader to fill in. In a body that is `masked` (webhook/mask.h), "${HIDDEN_1:?}" and so on stand for
/// what is hidden: the shell refuses to run the command until they are set.
[[nodiscard]] std::string curl_command(const Request& request, std::string_view api_base, bool masked = false);

}  // namespace nexudus
