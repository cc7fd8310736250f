// An open file descriptor that closes itself, and waking up a thread that waits for descriptors.
#pragma once

#include <sys/eventfd.h>
#include <unistd.h>

#include <cstdint>
#include <utility>

namespace server {

class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    if (this != &other) {
      close();
      number_ = std::exchange(other.number_, -1);
    }
    return *this;
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }

  void close() {
    if (number_ >= 0) {
      ::close(number_);
      number_ = -1;
    }
  }

 private:
  int number_ = -1;
};

/// Becomes readable when set from any thread, and stays so until cleared.
class Alarm {
 public:
  Alarm() : event_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {}

  void set() const {
    const std::uint64_t one = 1;
    // Fails only when it is set already, many times over.
    [[maybe_unused]] const auto written = ::write(event_.number(), &one, sizeof(one));
  }
  void clear() const {
    std::uint64_t count = 0;
    [[maybe_unused]] const auto size = ::read(event_.number(), &count, sizeof(count));
  }
  [[nodiscard]] int number() const { return event_.number(); }

 private:
  Descriptor event_;
};

}  // namespace server
