// From bytes to requests.
#include "server/request_reader.h"

#include <algorithm>
#include <utility>

namespace server {

namespace {

constexpr std::string_view head_end = "\r\n\r\n";

bool keeps_alive(const RequestHead& head) {
  return head.minor_version == 1 ? !has_token(head.headers, "Connection", "close")
                                 : has_token(head.headers, "Connection", "keep-alive");
}

}  // namespace

// Sets head_ and body_ once the head is there.
std::optional<Rejection> RequestReader::read_head() {
  // One empty line before a request is left over from careless clients (RFC 9112, section 2.2). More are refused, however
  // the bytes are cut.
  if (!skipped_line_ && bytes_.starts_with("\r\n")) {
    bytes_.erase(0, 2);
    skipped_line_ = true;
  }
  const std::size_t end = bytes_.find(head_end, searched_);
  if (end > largest_head) {
    if (bytes_.size() > largest_request_line && bytes_.find('\n') > largest_request_line) {
      return Rejection{414, "The address is longer than " + std::to_string(largest_request_line) + " bytes."};
    }
    if (bytes_.size() > largest_head) {
      return Rejection{431, "The headers are longer than " + std::to_string(largest_head) + " bytes."};
    }
    searched_ = bytes_.size() - std::min(bytes_.size(), head_end.size() - 1);
    return std::nullopt;
  }
  searched_ = 0;
  skipped_line_ = false;
  auto head = parse_request_head(std::string_view(bytes_).substr(0, end + head_end.size()));
  if (!head) {
    return head.error();
  }
  auto target = read_target(head->target);
  if (!target) {
    return target.error();
  }
  const auto framing = framing_of(head->headers, head->minor_version);
  if (!framing) {
    return framing.error();
  }
  bytes_.erase(0, end + head_end.size());
  expects_continue_ = head->minor_version == 1 && has_token(head->headers, "Expect", "100-continue");
  head_ = std::move(*head);
  target_ = std::move(*target);
  body_.emplace(*framing, largest_body_);
  return std::nullopt;
}

std::optional<tl::expected<IncomingRequest, Rejection>> RequestReader::next() {
  if (!head_) {
    if (auto rejection = read_head()) {
      return tl::unexpected(std::move(*rejection));
    }
    if (!head_) {
      return std::nullopt;
    }
  }
  std::string_view rest = bytes_;
  const auto whole = body_->read(rest);
  bytes_.erase(0, bytes_.size() - rest.size());
  if (!whole) {
    return tl::unexpected(whole.error());
  }
  if (!*whole) {
    return std::nullopt;
  }
  const bool keep_alive = keeps_alive(*head_);
  IncomingRequest request{std::move(*head_), std::move(target_), body_->take_content(), keep_alive};
  head_.reset();
  body_.reset();
  expects_continue_ = false;
  return request;
}

bool RequestReader::take_expectation() { return std::exchange(expects_continue_, false) && head_.has_value(); }

}  // namespace server
