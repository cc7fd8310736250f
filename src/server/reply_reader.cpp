// From bytes to a reply.
#include "server/reply_reader.h"

#include <algorithm>
#include <utility>

namespace server {

namespace {

constexpr std::string_view head_end = "\r\n\r\n";

bool has_no_body(int status) { return status == 204 || status == 304; }

bool keeps_alive(const ReplyHead& head) {
  return head.minor_version == 1 && !has_token(head.headers, "Connection", "close");
}

}  // namespace

// Sets head_ and body_ once the head is there; passes over 1xx.
std::optional<Rejection> ReplyReader::read_head() {
  while (!head_) {
    const std::size_t end = bytes_.find(head_end, searched_);
    if (end > largest_head) {
      searched_ = bytes_.size() - std::min(bytes_.size(), head_end.size() - 1);
      return bytes_.size() > largest_head ? std::optional(Rejection{413, "the headers are too large"}) : std::nullopt;
    }
    searched_ = 0;
    auto head = parse_reply_head(std::string_view(bytes_).substr(0, end + head_end.size()));
    if (!head) {
      return Rejection{502, head.error().reason};
    }
    bytes_.erase(0, end + head_end.size());
    if (head->status == 101) {
      return Rejection{502, "The protocol is changed, which nobody asked for."};
    }
    if (head->status < 200) {
      continue;
    }
    const auto framing = framing_of(head->headers, head->minor_version);
    if (!framing) {
      return framing.error().status == 413 ? framing.error() : Rejection{502, framing.error().reason};
    }
    framing_ = has_no_body(head->status) ? Framing{false, 0} : *framing;
    body_.emplace(framing_, largest_body_);
    head_ = std::move(*head);
  }
  return std::nullopt;
}

tl::expected<bool, Rejection> ReplyReader::read_body() {
  if (!framing_.chunked && !framing_.length) {
    if (bytes_.size() > largest_body_) {
      return tl::unexpected(Rejection{413, ""});
    }
    return ended_;
  }
  std::string_view rest = bytes_;
  auto whole = body_->read(rest);
  bytes_.erase(0, bytes_.size() - rest.size());
  return whole;
}

std::optional<tl::expected<UpstreamReply, Rejection>> ReplyReader::next() {
  if (auto rejection = read_head()) {
    return tl::unexpected(std::move(*rejection));
  }
  const auto whole = head_ ? read_body() : tl::expected<bool, Rejection>(false);
  if (!whole) {
    return tl::unexpected(Rejection{whole.error().status == 413 ? 413 : 502, whole.error().reason});
  }
  if (!*whole) {
    if (ended_) {
      return tl::unexpected(Rejection{502, "The connection ended before the reply did."});
    }
    return std::nullopt;
  }
  const bool delimited = framing_.chunked || framing_.length;
  // More than the reply would be taken for the next one.
  const bool keep_alive = delimited && bytes_.empty() && !ended_ && keeps_alive(*head_);
  std::string content = delimited ? body_->take_content() : std::exchange(bytes_, {});
  return UpstreamReply{{head_->status, std::move(head_->headers), std::move(content)}, keep_alive};
}

}  // namespace server
