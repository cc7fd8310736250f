// Reading heads line by line.
#include "server/http_head.h"

#include <algorithm>
#include <charconv>

namespace server {

namespace {

constexpr std::string_view line_end = "\r\n";

tl::unexpected<Rejection> reject(int status, std::string reason) {
  return tl::unexpected(Rejection{status, std::move(reason)});
}

bool is_token_character(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_token_character);
}

bool is_control(char c) { return (c >= 0 && c < 0x20 && c != '\t') || c == 0x7f; }

std::string_view trim(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
  return text.substr(0, text.find_last_not_of(" \t") + 1);
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// The next line without its end; a carriage return or line feed left in it is found as a control character.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find(line_end), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(text.size(), end + line_end.size()));
  return line;
}

tl::expected<nexudus::Header, Rejection> parse_field(std::string_view line) {
  if (line.starts_with(' ') || line.starts_with('\t')) {
    return reject(400, "A header goes on in a second line, which HTTP no longer allows.");
  }
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) {
    return reject(400, "A header has no proper name.");
  }
  const std::string_view value = trim(line.substr(colon + 1));
  if (std::any_of(value.begin(), value.end(), is_control)) {
    return reject(400, "A header holds a control character.");
  }
  return nexudus::Header{std::string(line.substr(0, colon)), std::string(value)};
}

tl::expected<std::vector<nexudus::Header>, Rejection> parse_fields(std::string_view text) {
  std::vector<nexudus::Header> headers;
  for (std::string_view line = take_line(text); !line.empty(); line = take_line(text)) {
    if (headers.size() == most_headers) {
      return reject(431, "There are more than " + std::to_string(most_headers) + " headers.");
    }
    auto field = parse_field(line);
    if (!field) {
      return tl::unexpected(field.error());
    }
    headers.push_back(std::move(*field));
  }
  if (!text.empty()) {
    return reject(400, "Something follows the empty line of a head.");
  }
  return headers;
}

// "HTTP/1.0" or "HTTP/1.1".
std::optional<int> minor_version_of(std::string_view text) {
  if (text != "HTTP/1.0" && text != "HTTP/1.1") {
    return std::nullopt;
  }
  return text.back() - '0';
}

bool is_version(std::string_view text) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return text.size() == 8 && text.starts_with("HTTP/") && digit(text[5]) && text[6] == '.' && digit(text[7]);
}

}  // namespace

bool equal_without_case(std::string_view one, std::string_view other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

tl::expected<RequestHead, Rejection> parse_request_head(std::string_view head) {
  const std::string_view line = take_line(head);
  if (line.size() > largest_request_line) {
    return reject(414, "The address is longer than " + std::to_string(largest_request_line) + " bytes.");
  }
  const std::size_t first = line.find(' ');
  const std::size_t last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) {
    return reject(400, "The first line is not a method, an address and a version.");
  }
  const std::string_view method = line.substr(0, first);
  const std::string_view target = line.substr(first + 1, last - first - 1);
  const std::string_view version = line.substr(last + 1);
  if (!is_token(method)) {
    return reject(400, "The method is not a word.");
  }
  const auto minor_version = minor_version_of(version);
  if (!minor_version) {
    return is_version(version) ? reject(505, "Only HTTP/1.0 and HTTP/1.1 are spoken here.")
                               : reject(400, "The first line does not end with the version of HTTP.");
  }
  auto headers = parse_fields(head);
  if (!headers) {
    return tl::unexpected(headers.error());
  }
  const auto hosts = std::count_if(headers->begin(), headers->end(),
                                   [](const nexudus::Header& h) { return equal_without_case(h.name, "Host"); });
  if (hosts > 1 || (hosts == 0 && *minor_version == 1)) {
    return reject(400, "There must be one Host header.");
  }
  return RequestHead{std::string(method), std::string(target), *minor_version, std::move(*headers)};
}

tl::expected<ReplyHead, Rejection> parse_reply_head(std::string_view head) {
  const std::string_view line = take_line(head);
  const auto minor_version = minor_version_of(line.substr(0, line.find(' ')));
  int status = 0;
  const std::string_view digits = line.size() >= 12 ? line.substr(9, 3) : std::string_view();
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), status);
  if (!minor_version || error != std::errc{} || end != digits.data() + 3 || status < 100 || status > 599 ||
      (line.size() > 12 && line[12] != ' ')) {
    return reject(502, "The first line is not that of an HTTP/1.1 reply.");
  }
  auto headers = parse_fields(head);
  if (!headers) {
    return tl::unexpected(headers.error());
  }
  return ReplyHead{status, *minor_version, std::move(*headers)};
}

tl::expected<Framing, Rejection> framing_of(const std::vector<nexudus::Header>& headers, int minor_version) {
  Framing framing;
  for (const auto& [name, value] : headers) {
    if (equal_without_case(name, "Transfer-Encoding")) {
      if (framing.chunked) {
        return reject(400, "Transfer-Encoding is given twice.");
      }
      if (!equal_without_case(value, "chunked")) {
        return reject(501, "No Transfer-Encoding but \"chunked\" is known here.");
      }
      framing.chunked = true;
    } else if (equal_without_case(name, "Content-Length")) {
      if (framing.length) {
        return reject(400, "Content-Length is given twice.");
      }
      std::size_t length = 0;
      const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), length);
      if (error == std::errc::result_out_of_range) {
        return reject(413, "The body is too large.");
      }
      if (error != std::errc{} || end != value.data() + value.size()) {
        return reject(400, "Content-Length is not a number.");
      }
      framing.length = length;
    }
  }
  if (framing.chunked && framing.length) {
    return reject(400, "Content-Length and Transfer-Encoding contradict each other.");
  }
  if (framing.chunked && minor_version == 0) {
    return reject(400, "HTTP/1.0 has no Transfer-Encoding.");
  }
  return framing;
}

bool has_token(const std::vector<nexudus::Header>& headers, std::string_view name, std::string_view token) {
  for (const nexudus::Header& header : headers) {
    if (!equal_without_case(header.name, name)) {
      continue;
    }
    std::string_view list = header.value;
    while (!list.empty()) {
      const std::string_view item = list.substr(0, list.find(','));
      list.remove_prefix(std::min(list.size(), item.size() + 1));
      if (equal_without_case(trim(item), token)) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace server
