// A reply out of the bytes of a connection to the upstream server, however those are cut.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <tl/expected.hpp>

#include "nexudus/http.h"
#include "server/http_body.h"
#include "server/http_head.h"

namespace server {

struct UpstreamReply {
  nexudus::Response response;
  /// Whether the connection can take another request.
  bool keep_alive = false;
};

/// Reads the reply to one request that was not HEAD.
class ReplyReader {
 public:
  explicit ReplyReader(std::size_t largest_body) : largest_body_(largest_body) {}

  void append(std::string_view bytes) { bytes_ += bytes; }
  /// The server has closed the connection.
  void end() { ended_ = true; }

  /// The reply, why it cannot be used (413 for one that is too large, else 502), or nothing while it is not all there.
  [[nodiscard]] std::optional<tl::expected<UpstreamReply, Rejection>> next();

  /// Whether anything has arrived.
  [[nodiscard]] bool has_begun() const { return head_.has_value() || !bytes_.empty(); }

 private:
  [[nodiscard]] std::optional<Rejection> read_head();
  [[nodiscard]] tl::expected<bool, Rejection> read_body();

  std::size_t largest_body_;
  std::string bytes_;
  std::size_t searched_ = 0;
  std::optional<ReplyHead> head_;
  Framing framing_;
  std::optional<BodyReader> body_;
  bool ended_ = false;
};

}  // namespace server
