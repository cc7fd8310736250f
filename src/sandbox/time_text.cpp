// Writing and reading of ISO 8601 moments.
#include "sandbox/time_text.h"

#include "sandbox/http_text.h"

namespace sandbox {

namespace {

void append_padded(std::string& text, long long number, std::size_t width) {
  const std::string digits = std::to_string(number);
  text.append(width - std::min(width, digits.size()), '0');
  text += digits;
}

// The number at a fixed place, or -1.
int number_at(std::string_view text, std::size_t start, std::size_t length) {
  const std::string_view digits = text.substr(start, length);
  if (digits.find_first_not_of("0123456789") != std::string_view::npos) {
    return -1;
  }
  return static_cast<int>(parse_integer(digits).value_or(-1));
}

}  // namespace

std::string format_moment(Moment moment) {
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::year_month_day date(day);
  const auto seconds = std::chrono::floor<std::chrono::seconds>(moment - day).count();
  std::string text;
  append_padded(text, static_cast<int>(date.year()), 4);
  text += '-';
  append_padded(text, static_cast<unsigned>(date.month()), 2);
  text += '-';
  append_padded(text, static_cast<unsigned>(date.day()), 2);
  text += 'T';
  append_padded(text, seconds / 3600, 2);
  text += ':';
  append_padded(text, seconds / 60 % 60, 2);
  text += ':';
  append_padded(text, seconds % 60, 2);
  text += 'Z';
  return text;
}

std::optional<Moment> parse_moment(std::string_view text) {
  constexpr std::string_view pattern = "0000-00-00T00:00:00";
  if (text.ends_with('Z')) {
    text.remove_suffix(1);
  }
  if (text.size() != pattern.size() && text.size() != pattern.size() - 3) {
    return std::nullopt;
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (pattern[i] != '0' && text[i] != pattern[i]) {
      return std::nullopt;
    }
  }
  const int year = number_at(text, 0, 4);
  const int month = number_at(text, 5, 2);
  const int day = number_at(text, 8, 2);
  const int hour = number_at(text, 11, 2);
  const int minute = number_at(text, 14, 2);
  const int second = text.size() == pattern.size() ? number_at(text, 17, 2) : 0;
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (year < 0 || !date.ok() || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
    return std::nullopt;
  }
  return Moment{std::chrono::sys_days{date}} + std::chrono::hours{hour} + std::chrono::minutes{minute} +
         std::chrono::seconds{second};
}

}  // namespace sandbox
