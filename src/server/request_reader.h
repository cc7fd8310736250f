// Requests out of the bytes of one connection, however those are cut.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "server/http_body.h"
#include "server/http_head.h"
#include "server/target.h"

namespace server {

struct IncomingRequest {
  RequestHead head;
  Target target;
  std::string body;
  /// Whether the client wants to use the connection again.
  bool keep_alive = true;
};

class RequestReader {
 public:
  /// `largest_body` in bytes.
  explicit RequestReader(std::size_t largest_body) : largest_body_(largest_body) {}

  void append(std::string_view bytes) { bytes_ += bytes; }

  /// The next request, why it is refused, or nothing while it is not all there. After a refusal what follows cannot be
  /// told apart any more, so the connection has to end.
  [[nodiscard]] std::optional<tl::expected<IncomingRequest, Rejection>> next();

  /// Whether part of a request is there.
  [[nodiscard]] bool has_begun() const { return head_.has_value() || !bytes_.empty(); }

  /// Whether the client waits for "100 Continue" before it sends the body (RFC 9110, section 10.1.1). True once.
  [[nodiscard]] bool take_expectation();

  /// Bytes held.
  [[nodiscard]] std::size_t size() const { return bytes_.size() + (body_ ? body_->content().size() : 0); }

 private:
  [[nodiscard]] std::optional<Rejection> read_head();

  std::size_t largest_body_;
  std::string bytes_;
  /// No head ends before this place.
  std::size_t searched_ = 0;
  bool skipped_line_ = false;  // before the head that is awaited
  std::optional<RequestHead> head_;
  Target target_;
  std::optional<BodyReader> body_;
  bool expects_continue_ = false;
};

}  // namespace server
