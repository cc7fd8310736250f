// Whatever a server sends to the relay, up to the end of the connection.
#include <algorithm>

#include "fuzzing.h"
#include "server/allow_list.h"
#include "server/connection.h"
#include "server/reply_reader.h"

namespace {

constexpr std::size_t largest_body = 2'000;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view bytes = fuzzing::text_of(data, size);
  server::ReplyReader reader(largest_body);
  while (true) {
    const std::string_view part = bytes.substr(0, 7);
    bytes.remove_prefix(part.size());
    reader.append(part);
    if (part.empty()) {
      reader.end();
    }
    const auto next = reader.next();
    if (!next) {
      fuzzing::require(!part.empty());
      continue;
    }
    if (!*next) {
      fuzzing::require((*next).error().status == 413 || (*next).error().status == 502);
      return 0;
    }
    const nexudus::Response& response = (*next)->response;
    fuzzing::require(response.status >= 200 && response.status <= 599 && response.body.size() <= largest_body);
    // What goes on to the browser is one reply with one body.
    const std::string sent =
        server::serialize({response.status, server::headers_for_client(response.headers), response.body}, false, true);
    const std::size_t head = sent.find("\r\n\r\n") + 4;
    const auto read = server::parse_reply_head(std::string_view(sent).substr(0, head));
    fuzzing::require(read && read->status == response.status && read->headers.size() <= 5);
    fuzzing::require(sent.substr(head).size() == response.body.size() || response.status == 204 ||
                     response.status == 304);
    return 0;
  }
}
