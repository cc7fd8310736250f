// The program's options as typed.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "server/server.h"

namespace server {

/// Why the program does not start: a text for the person, and the exit code (0 after --help).
struct Refusal {
  std::string text;
  int exit_code = 2;
};

/// Reads the arguments after the program's name.
[[nodiscard]] tl::expected<Options, Refusal> parse_command_line(std::span<const std::string_view> arguments);

}  // namespace server
