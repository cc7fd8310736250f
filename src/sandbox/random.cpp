// SplitMix64 and what is made from it.
#include "sandbox/random.h"

namespace sandbox {

std::uint64_t Random::next() {
  state_ += 0x9e3779b97f4a7c15U;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31U);
}

std::string Random::text(std::size_t length, std::string_view alphabet) {
  std::string result(length, ' ');
  for (char& character : result) {
    character = alphabet[static_cast<std::size_t>(below(alphabet.size()))];
  }
  return result;
}

std::string Random::uuid() {
  std::string result = text(36, "0123456789abcdef");
  for (const std::size_t dash : {8U, 13U, 18U, 23U}) {
    result[dash] = '-';
  }
  result[14] = '4';
  result[19] = "89ab"[below(4)];
  return result;
}

}  // namespace sandbox
