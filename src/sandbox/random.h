// Random numbers that are the same everywhere for the same seed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sandbox {

/// SplitMix64 (Steele, Lea, Flood 2014). Good enough for made-up data, and not meant for secrets.
class Random {
 public:
  explicit Random(std::uint64_t seed = 0) : state_(seed) {}

  /// Any 64 bits.
  [[nodiscard]] std::uint64_t next();

  /// A number from 0 to `bound` - 1; `bound` is at least 1.
  [[nodiscard]] std::uint64_t below(std::uint64_t bound) { return next() % bound; }

  /// `length` characters of `alphabet`.
  [[nodiscard]] std::string text(std::size_t length, std::string_view alphabet);

  /// A version 4 UUID (RFC 9562) in lower case.
  [[nodiscard]] std::string uuid();

  /// What to give the constructor to go on from here.
  [[nodiscard]] std::uint64_t state() const { return state_; }

 private:
  std::uint64_t state_;
};

}  // namespace sandbox
