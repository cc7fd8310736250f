// What the fuzz programs share: bytes as a reply, and what has to be true of every answer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "nexudus/http.h"
#include "nexudus/problem.h"
#include "webhook/utf8.h"

namespace fuzzing {

/// Ends the run, so that the fuzzer keeps the input, if something does not hold.
inline void require(bool holds) {
  if (!holds) {
    std::abort();
  }
}

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

inline nexudus::Response ok(const std::uint8_t* data, std::size_t size) {
  return {200, {}, std::string(text_of(data, size))};
}

/// Fit to be shown: UTF-8 without control characters, of a sensible length.
inline void require_presentable(std::string_view text) {
  require(text.size() < 2000);
  for (std::size_t at = 0; at < text.size();) {
    const webhook::CodePoint point = webhook::code_point_at(text, at);
    require(point.valid && point.value >= 0x20);
    at += point.size;
  }
}

inline void require_sound(const nexudus::Problem& problem) {
  require(!problem.title.empty() && !problem.detail.empty());
  require_presentable(problem.title);
  require_presentable(problem.detail);
  for (const nexudus::FieldError& error : problem.field_errors) {
    require_presentable(error.property);
    require_presentable(error.message);
  }
}

}  // namespace fuzzing
