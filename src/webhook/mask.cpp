// Hides the credentials in a webhook's address.
#include "webhook/mask.h"

#include <algorithm>
#include <array>

#include "webhook/document.h"
#include "webhook/json.h"
#include "webhook/url.h"

namespace webhook {
namespace {

constexpr std::array<std::string_view, 11> telling_names{"token", "key",  "secret", "sig", "passw",  "pwd",
                                                         "auth",  "cred", "jwt",    "otp", "session"};
constexpr std::size_t shortest_random_value = 24;
constexpr std::size_t shortest_stretch = 16;
constexpr std::size_t least_digits = 3;
constexpr int nested_most = 3;  // an address in the query of an address in the query of one

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
bool is_letter(char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z'); }

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter; }

bool says_secret(std::string name) {
  std::transform(name.begin(), name.end(), name.begin(), lower);
  return std::any_of(telling_names.begin(), telling_names.end(),
                     [&name](std::string_view part) { return name.find(part) != std::string::npos; });
}

bool looks_random(std::string_view value) {
  return value.size() >= shortest_random_value &&
         static_cast<std::size_t>(std::count_if(value.begin(), value.end(), is_digit)) >= least_digits &&
         std::any_of(value.begin(), value.end(), is_letter);
}

/// Words with hyphens and dots between them make up readable paths; a token has a long stretch without.
bool looks_like_a_token(std::string_view segment) {
  if (!looks_random(segment)) {
    return false;
  }
  std::size_t stretch = 0;
  std::size_t longest = 0;
  for (const char letter : segment) {
    stretch = is_digit(letter) || is_letter(letter) ? stretch + 1 : 0;
    longest = std::max(longest, stretch);
  }
  return longest >= shortest_stretch;
}

int hex_value(char letter) {
  const char small = lower(letter);
  return is_digit(letter) ? letter - '0' : small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

std::string percent_decoded(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const int high = text[at] == '%' && at + 2 < text.size() ? hex_value(text[at + 1]) : -1;
    const int low = high < 0 ? -1 : hex_value(text[at + 2]);
    result += low < 0 ? text[at] : static_cast<char>(high * 16 + low);
    at += low < 0 ? 0 : 2;
  }
  return result;
}

std::string masked(std::string_view url, int depth);

/// Whether a value is, or holds in percent-encoding, an address with credentials of its own.
bool holds_credentials(std::string_view value, int depth) {
  const std::string decoded = percent_decoded(value);
  return depth > 0 && (decoded.find("//") != std::string::npos || decoded.size() != value.size()) &&
         masked(decoded, depth - 1) != decoded;
}

/// "name=value", or a name or a value alone.
std::string masked_parameter(std::string_view parameter, bool in_path, int depth) {
  const std::size_t equals = parameter.find('=');
  const std::string_view name = parameter.substr(0, equals);
  bool (*const random)(std::string_view) = in_path ? looks_like_a_token : looks_random;
  if (equals == std::string_view::npos) {
    const bool hide = random(percent_decoded(parameter)) || (!in_path && holds_credentials(parameter, depth));
    return std::string(hide ? mask : parameter);
  }
  const std::string_view value = parameter.substr(equals + 1);
  const bool hide = !value.empty() && (says_secret(percent_decoded(name)) || random(percent_decoded(value)) ||
                                       holds_credentials(value, depth));
  return hide ? std::string(name).append("=").append(mask) : std::string(parameter);
}

std::string masked_parameters(std::string_view text, std::string_view separators, bool in_path, int depth) {
  std::string result;
  for (;;) {
    const std::size_t end = text.find_first_of(separators);
    result += masked_parameter(text.substr(0, end), in_path, depth);
    if (end == std::string_view::npos) {
      return result;
    }
    result += text[end];
    text.remove_prefix(end + 1);
  }
}

/// How long the scheme and the slashes after it are, as browsers read them: any number of them, in either direction.
std::size_t scheme_size(std::string_view url) {
  std::size_t colon = 0;
  while (colon < url.size() && is_letter(url[colon])) {
    ++colon;
  }
  std::string scheme(url.substr(0, colon));
  std::transform(scheme.begin(), scheme.end(), scheme.begin(), lower);
  const bool of_the_web = colon < url.size() && url[colon] == ':' && (scheme == "http" || scheme == "https");
  const std::size_t begin = of_the_web ? colon + 1 : 0;
  return std::min(url.find_first_not_of("/\\", begin), url.size());
}

/// Where the port of a host begins, or what stands in its place. An address in brackets has colons of its own.
std::size_t colon_after_host(std::string_view authority) {
  const std::size_t end_of_host = authority.starts_with('[') ? authority.find(']') : 0;
  return end_of_host == std::string_view::npos ? end_of_host : authority.find(':', end_of_host);
}

/// Whether what follows a host and a colon is no port: then it is a password whose @ has not been typed yet.
std::string_view unfinished_password(std::string_view authority) {
  const std::size_t colon = colon_after_host(authority);
  const std::string_view rest = colon == std::string_view::npos ? "" : authority.substr(colon + 1);
  return rest.find_first_not_of("0123456789") == std::string_view::npos ? "" : rest;
}

std::string masked(std::string_view url, int depth) {
  std::string text;
  // What is no address may hold a password anywhere before its last @, even with a / or a ? in it.
  const bool well_formed = parse_url(url).has_value();
  const std::size_t begin = scheme_size(url);
  const std::size_t end = well_formed ? url.find_first_of("/?#", begin) : std::string_view::npos;
  if (const std::size_t at = url.substr(0, end).rfind('@'); at != std::string_view::npos && at > begin) {
    text.append(url.substr(0, begin)).append(mask);
    url.remove_prefix(at);
  } else {
    text.append(url.substr(0, begin));
    url.remove_prefix(begin);
  }
  if (const std::string_view authority = url.substr(0, url.find_first_of("/?#")); well_formed) {
    text.append(authority);
    url.remove_prefix(authority.size());
  } else if (const std::string_view password = unfinished_password(authority); !password.empty()) {
    text.append(authority.substr(0, authority.size() - password.size())).append(mask);
    url.remove_prefix(authority.size());
  }
  const std::size_t hash = std::min(url.find('#'), url.size());
  const std::size_t question = std::min(url.find('?'), hash);
  text += masked_parameters(url.substr(0, question), "/\\;&", true, depth);
  if (question < hash) {
    text.append("?").append(masked_parameters(url.substr(question + 1, hash - question - 1), "&;", false, depth));
  }
  if (hash < url.size()) {
    text.append("#").append(masked_parameters(url.substr(hash + 1), "&;?", false, depth));
  }
  return text;
}

/// Whether a word of running text may be an address, or a part of one.
bool may_be_address(std::string_view word) {
  const std::size_t at = word.rfind('@');
  const bool may_hold_password = at != std::string_view::npos && word.find(':') < at;
  return may_hold_password || word.find('=') != std::string_view::npos || word.find("//") != std::string_view::npos ||
         looks_like_a_token(word);
}

}  // namespace

std::string masked_url(std::string_view url) { return masked(url, nested_most); }

std::string masked_text(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \t\r\n\"<>"), text.size());
    const std::string_view word = text.substr(0, end);
    result += may_be_address(word) ? masked_url(word) : std::string(word);
    result += text.substr(end, 1);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return result;
}

namespace {

/// JSON with every text in it masked.
std::string masked_strings(std::string_view json) {
  std::string result;
  while (!json.empty()) {
    const std::size_t begin = std::min(json.find('"'), json.size());
    std::size_t end = std::min(begin + 1, json.size());
    while (end < json.size() && json[end] != '"') {
      end += json[end] == '\\' ? 2 : 1;
    }
    end = std::min(end + 1, json.size());
    const std::string_view raw = json.substr(begin, end - begin);
    const std::string text = read_json_string(raw).value_or(std::string());
    const std::string shown = masked_text(text);
    result.append(json.substr(0, begin)).append(shown == text ? std::string(raw) : json_string(shown));
    json.remove_prefix(end);
  }
  return result;
}

}  // namespace

std::string masked_record(std::string_view json) {
  const auto document = Document::parse(std::string(json));
  if (!document) {
    return std::string(json);
  }
  std::string text(json);
  for (auto member = document->members().rbegin(); member != document->members().rend(); ++member) {
    const bool is_url = member->name == "URL";
    if (!is_url && member->name != "LastError") {
      continue;
    }
    const std::string value = read_json_string(document->raw(*member)).value_or(std::string());
    if (const std::string shown = is_url ? masked_url(value) : masked_text(value); shown != value) {
      text.replace(member->begin, member->end - member->begin, json_string(shown));
    }
  }
  return text;
}

std::string masked_reply(std::string_view body) {
  return find_json_error(body) ? masked_text(body) : masked_strings(masked_record(body));
}

}  // namespace webhook
