// Moments in time as the API writes them.
#include "webhook/timestamp.h"

#include <array>

namespace webhook {
namespace {

constexpr std::int64_t ms_per_minute = 60'000;
constexpr std::int64_t ms_per_hour = 60 * ms_per_minute;
constexpr std::int64_t ms_per_day = 24 * ms_per_hour;
constexpr std::int64_t ms_per_second = 1'000;

/// Takes what it understands off the front of a text.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  /// Exactly `count` digits.
  [[nodiscard]] std::optional<int> number(std::size_t count) {
    if (rest_.size() < count) {
      return std::nullopt;
    }
    int value = 0;
    for (const char c : rest_.substr(0, count)) {
      if (!is_digit(c)) {
        return std::nullopt;
      }
      value = value * 10 + (c - '0');
    }
    rest_.remove_prefix(count);
    return value;
  }

  /// One of the characters of `any_of`, or 0.
  [[nodiscard]] char one_of(std::string_view any_of) {
    if (rest_.empty() || any_of.find(rest_.front()) == std::string_view::npos) {
      return 0;
    }
    const char c = rest_.front();
    rest_.remove_prefix(1);
    return c;
  }

  /// Milliseconds of the digits after a decimal point, at least one; further ones are cut off.
  [[nodiscard]] std::optional<int> fraction() {
    if (rest_.empty() || !is_digit(rest_.front())) {
      return std::nullopt;
    }
    int value = 0;
    int weight = 100;
    while (!rest_.empty() && is_digit(rest_.front())) {
      value += (rest_.front() - '0') * weight;
      weight /= 10;
      rest_.remove_prefix(1);
    }
    return value;
  }

  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  std::string_view rest_;
};

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in(int year, int month) {
  static constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

/// Days since 1970-01-01, counted from 1 March so that the leap day comes last.
std::int64_t day_number(int year, int month, int day) {
  const std::int64_t shifted = month <= 2 ? year - 1 : year;
  const std::int64_t era = (shifted >= 0 ? shifted : shifted - 399) / 400;
  const std::int64_t year_of_era = shifted - era * 400;
  const std::int64_t month_from_march = month > 2 ? month - 3 : month + 9;
  const std::int64_t day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
  return era * 146'097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719'468;
}

std::optional<std::int64_t> read_day(Reader& reader) {
  const auto year = reader.number(4);
  if (!year || reader.one_of("-") == 0) {
    return std::nullopt;
  }
  const auto month = reader.number(2);
  if (!month || *month < 1 || *month > 12 || reader.one_of("-") == 0) {
    return std::nullopt;
  }
  const auto day = reader.number(2);
  if (!day || *day < 1 || *day > days_in(*year, *month)) {
    return std::nullopt;
  }
  return day_number(*year, *month, *day) * ms_per_day;
}

std::optional<std::int64_t> read_time(Reader& reader) {
  const auto hour = reader.number(2);
  if (!hour || *hour > 23 || reader.one_of(":") == 0) {
    return std::nullopt;
  }
  const auto minute = reader.number(2);
  if (!minute || *minute > 59) {
    return std::nullopt;
  }
  std::int64_t ms = *hour * ms_per_hour + *minute * ms_per_minute;
  if (reader.one_of(":") != 0) {
    const auto second = reader.number(2);
    if (!second || *second > 60) {  // 60 is a leap second
      return std::nullopt;
    }
    ms += *second * ms_per_second;
    if (reader.one_of(".,") != 0) {
      const auto fraction = reader.fraction();
      if (!fraction) {
        return std::nullopt;
      }
      ms += *fraction;
    }
  }
  return ms;
}

/// How far the zone is ahead of UTC.
std::optional<std::int64_t> read_zone(Reader& reader) {
  if (reader.one_of("Zz") != 0) {
    return 0;
  }
  const char sign = reader.one_of("+-");
  if (sign == 0) {
    return 0;
  }
  const auto hours = reader.number(2);
  if (!hours || *hours > 23) {
    return std::nullopt;
  }
  const bool has_minutes = reader.one_of(":") != 0 || !reader.at_end();
  const auto minutes = has_minutes ? reader.number(2) : 0;
  if (!minutes || *minutes > 59) {
    return std::nullopt;
  }
  const std::int64_t size = *hours * ms_per_hour + *minutes * ms_per_minute;
  return sign == '-' ? -size : size;
}

}  // namespace

std::optional<std::int64_t> parse_timestamp(std::string_view text) {
  Reader reader(text);
  const auto day = read_day(reader);
  if (!day) {
    return std::nullopt;
  }
  if (reader.at_end()) {
    return day;
  }
  if (reader.one_of("Tt ") == 0) {
    return std::nullopt;
  }
  const auto time = read_time(reader);
  const auto ahead = time ? read_zone(reader) : std::nullopt;
  if (!time || !ahead || !reader.at_end()) {
    return std::nullopt;
  }
  return *day + *time - *ahead;
}

std::int64_t unix_ms_of(int year, int month, int day, int hour, int minute, int second) {
  return day_number(year, month, day) * ms_per_day + hour * ms_per_hour + minute * ms_per_minute +
         second * ms_per_second;
}

}  // namespace webhook
