// Bodies of HTTP/1.1 messages as they arrive, by length or in chunks (RFC 9112, sections 6 and 7).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "server/http_head.h"

namespace server {

/// Collects one body. Feed it until it is complete.
class BodyReader {
 public:
  /// A body of more than `largest` bytes is refused with 413, before it is all there if its length is announced.
  BodyReader(Framing framing, std::size_t largest) : framing_(framing), largest_(largest) {}

  /// Takes from the front of `bytes` what belongs to the body, and says whether it is complete.
  [[nodiscard]] tl::expected<bool, Rejection> read(std::string_view& bytes);

  [[nodiscard]] const std::string& content() const { return content_; }
  [[nodiscard]] std::string take_content() { return std::move(content_); }

 private:
  enum class Part { size_line, data, data_end, trailer, done };

  [[nodiscard]] tl::expected<bool, Rejection> read_length(std::string_view& bytes, std::size_t length);
  [[nodiscard]] tl::expected<bool, Rejection> read_chunks(std::string_view& bytes);
  [[nodiscard]] tl::expected<void, Rejection> read_size_line();
  [[nodiscard]] tl::expected<bool, Rejection> take_line(std::string_view& bytes);
  void take_data(std::string_view& bytes, std::size_t& left);

  Framing framing_;
  std::size_t largest_;
  std::string content_;
  Part part_ = Part::size_line;
  std::string line_;
  std::size_t left_in_chunk_ = 0;
  std::size_t trailer_size_ = 0;
};

}  // namespace server
