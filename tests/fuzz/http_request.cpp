// Whatever a client sends to the server. The input's first byte says how the rest is cut. However it is: the same requests
// come out, each has one meaning, and what the relay would pass on is in its list.
#include "server/request_reader.h"

#include <algorithm>
#include <vector>

#include "fuzzing.h"
#include "server/allow_list.h"

namespace {

constexpr std::size_t largest_body = 2'000;

struct Seen {
  std::vector<std::string> requests;
  int refusal = 0;
};

void check(const server::IncomingRequest& request) {
  const std::string& path = request.target.path;
  fuzzing::require(path.starts_with('/') && (path + "/").find("/../") == std::string::npos &&
                   (path + "/").find("/./") == std::string::npos);
  fuzzing::require(std::none_of(path.begin(), path.end(), [](char c) { return c == '\\' || (c >= 0 && c < 0x20); }));
  fuzzing::require(request.body.size() <= largest_body);
  for (const nexudus::Header& header : request.head.headers) {
    fuzzing::require(!header.name.empty() && header.name.find_first_of(" \t:\r\n") == std::string::npos);
    fuzzing::require(header.value.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos);
  }
}

Seen read(std::string_view bytes, std::size_t part) {
  server::RequestReader reader(largest_body);
  Seen seen;
  while (!bytes.empty()) {
    reader.append(bytes.substr(0, part));
    bytes.remove_prefix(std::min(part, bytes.size()));
    while (const auto next = reader.next()) {
      if (!*next) {
        seen.refusal = next->error().status;
        fuzzing::require(seen.refusal >= 400 && !next->error().reason.empty());
        return seen;
      }
      check(**next);
      seen.requests.push_back((*next)->head.method + ' ' + (*next)->target.path + '?' + (*next)->target.query + '\n' +
                              (*next)->body);
    }
    fuzzing::require(reader.size() <= server::largest_head + largest_body + part);
  }
  return seen;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) {
    return 0;
  }
  const std::string_view bytes = fuzzing::text_of(data + 1, size - 1);
  const Seen in_parts = read(bytes, data[0] + std::size_t{1});
  const Seen at_once = read(bytes, bytes.size() + 1);
  fuzzing::require(in_parts.requests == at_once.requests);
  fuzzing::require((in_parts.refusal == 0) == (at_once.refusal == 0));
  return 0;
}
