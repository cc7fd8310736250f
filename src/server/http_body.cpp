// Bodies by length and in chunks.
#include "server/http_body.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace server {

namespace {

constexpr std::size_t longest_line = 1'000;
constexpr std::size_t largest_trailer = 8'000;

tl::unexpected<Rejection> reject(int status, std::string reason) {
  return tl::unexpected(Rejection{status, std::move(reason)});
}

tl::unexpected<Rejection> too_large(std::size_t largest) {
  return reject(413, "The body is larger than " + std::to_string(largest) + " bytes.");
}

}  // namespace

tl::expected<bool, Rejection> BodyReader::read(std::string_view& bytes) {
  if (framing_.chunked) {
    return read_chunks(bytes);
  }
  return read_length(bytes, framing_.length.value_or(0));
}

tl::expected<bool, Rejection> BodyReader::read_length(std::string_view& bytes, std::size_t length) {
  if (length > largest_) {
    return too_large(largest_);
  }
  std::size_t left = length - content_.size();
  take_data(bytes, left);
  return left == 0;
}

tl::expected<bool, Rejection> BodyReader::read_chunks(std::string_view& bytes) {
  while (part_ != Part::done) {
    if (part_ == Part::data) {
      take_data(bytes, left_in_chunk_);
      if (left_in_chunk_ > 0) {
        return false;
      }
      part_ = Part::data_end;
    }
    auto whole = take_line(bytes);
    if (!whole || !*whole) {
      return whole;
    }
    if (part_ == Part::data_end) {
      if (!line_.empty()) {
        return reject(400, "A chunk is longer than it says.");
      }
      part_ = Part::size_line;
    } else if (part_ == Part::size_line) {
      if (const auto size = read_size_line(); !size) {
        return tl::unexpected(size.error());
      }
    } else if (line_.empty()) {
      part_ = Part::done;
    }
    line_.clear();
  }
  return true;
}

tl::expected<void, Rejection> BodyReader::read_size_line() {
  std::size_t size = 0;
  const char* const begin = line_.data();
  const char* const line_end = begin + line_.size();
  const auto [end, error] = std::from_chars(begin, line_end, size, 16);
  if (error == std::errc::result_out_of_range) {
    return too_large(largest_);
  }
  // Extensions after a semicolon are ignored, as the standard asks for; spaces before one are not allowed.
  if (error != std::errc{} || (end != line_end && *end != ';')) {
    return reject(400, "A chunk does not begin with its size.");
  }
  if (size > largest_ - content_.size()) {
    return too_large(largest_);
  }
  left_in_chunk_ = size;
  part_ = size == 0 ? Part::trailer : Part::data;
  return {};
}

// Collects in line_ up to a line end, and leaves that out. False if more has to come.
tl::expected<bool, Rejection> BodyReader::take_line(std::string_view& bytes) {
  while (!bytes.empty()) {
    const char c = bytes.front();
    bytes.remove_prefix(1);
    if (c == '\n') {
      if (!line_.ends_with('\r')) {
        return reject(400, "A line of the body ends without a carriage return.");
      }
      line_.pop_back();
      return true;
    }
    if (line_.ends_with('\r') || (c >= 0 && c < 0x20 && c != '\r' && c != '\t') || c == 0x7f) {
      return reject(400, "A line between chunks holds a control character.");
    }
    line_ += c;
    if (line_.size() > longest_line || (part_ == Part::trailer && ++trailer_size_ > largest_trailer)) {
      return reject(400, "A line between chunks is too long.");
    }
  }
  return false;
}

void BodyReader::take_data(std::string_view& bytes, std::size_t& left) {
  const std::size_t size = std::min(bytes.size(), left);
  content_.append(bytes.substr(0, size));
  bytes.remove_prefix(size);
  left -= size;
}

}  // namespace server
