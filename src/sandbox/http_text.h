// The little text formats of HTTP requests: targets, form-encoded parameters, letters without case.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sandbox {

struct Parameter {
  std::string name;
  std::string value;
};

/// The parameters of a query or of an application/x-www-form-urlencoded body, decoded, in order. A broken percent
/// sequence stays as it is.
[[nodiscard]] std::vector<Parameter> parse_parameters(std::string_view encoded);

/// The value of the last parameter called `name`, or nothing.
[[nodiscard]] std::optional<std::string_view> find_parameter(const std::vector<Parameter>& parameters,
                                                             std::string_view name);

/// The part of a target before its query, and the query.
[[nodiscard]] std::string_view path_of(std::string_view target);
[[nodiscard]] std::string_view query_of(std::string_view target);

/// The whole text as a decimal number, or nothing.
[[nodiscard]] std::optional<std::int64_t> parse_integer(std::string_view text);

/// With the letters A to Z in lower case; all else stays.
[[nodiscard]] std::string to_lower(std::string_view text);
[[nodiscard]] bool equal_ignoring_case(std::string_view a, std::string_view b);

}  // namespace sandbox
