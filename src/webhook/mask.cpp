// Hides the credentials in a webhook's address.
#include "webhook/mask.h"

#include <algorithm>
#include <array>

#include "webhook/document.h"
#include "webhook/json.h"

namespace webhook {
namespace {

constexpr std::array<std::string_view, 11> telling_names{"token", "key",  "secret", "sig", "passw",  "pwd",
                                                         "auth",  "cred", "jwt",    "otp", "session"};
constexpr std::size_t shortest_random_value = 24;
constexpr std::size_t least_digits = 3;

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
bool is_letter(char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z'); }

bool says_secret(std::string_view name) {
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter; });
  return std::any_of(telling_names.begin(), telling_names.end(),
                     [&lower](std::string_view part) { return lower.find(part) != std::string::npos; });
}

bool looks_random(std::string_view value) {
  return value.size() >= shortest_random_value &&
         static_cast<std::size_t>(std::count_if(value.begin(), value.end(), is_digit)) >= least_digits &&
         std::any_of(value.begin(), value.end(), is_letter);
}

std::string masked_parameter(std::string_view parameter) {
  const std::size_t equals = parameter.find('=');
  const std::string_view name = parameter.substr(0, equals);
  const std::string_view value = equals == std::string_view::npos ? "" : parameter.substr(equals + 1);
  if (value.empty() ? !looks_random(name) : !says_secret(name) && !looks_random(value)) {
    return std::string(parameter);
  }
  return value.empty() ? std::string(mask) : std::string(name).append("=").append(mask);
}

std::string masked_query(std::string_view query) {
  std::string text;
  for (;;) {
    const std::size_t end = query.find_first_of("&;");
    text += masked_parameter(query.substr(0, end));
    if (end == std::string_view::npos) {
      return text;
    }
    text += query[end];
    query.remove_prefix(end + 1);
  }
}

/// With user name and password hidden.
std::string masked_authority(std::string_view front) {
  const std::size_t slashes = front.find("//");
  const std::size_t begin = slashes == std::string_view::npos ? 0 : slashes + 2;
  const std::size_t end = std::min(front.find_first_of("/\\", begin), front.size());
  const std::size_t at = front.substr(0, end).rfind('@');
  if (at == std::string_view::npos || at < begin) {
    return std::string(front);
  }
  return std::string(front.substr(0, begin)).append(mask).append(front.substr(at));
}

}  // namespace

std::string masked_url(std::string_view url) {
  const std::size_t hash = std::min(url.find('#'), url.size());
  const std::size_t question = std::min(url.find('?'), hash);
  std::string text = masked_authority(url.substr(0, question));
  if (question < hash) {
    text.append("?").append(masked_query(url.substr(question + 1, hash - question - 1)));
  }
  if (hash < url.size()) {
    text.append("#").append(masked_query(url.substr(hash + 1)));
  }
  return text;
}

std::string masked_record(std::string_view json) {
  const auto document = Document::parse(std::string(json));
  if (!document) {
    return std::string(json);
  }
  std::string text(json);
  for (auto member = document->members().rbegin(); member != document->members().rend(); ++member) {
    const auto url = member->name == "URL" ? read_json_string(document->raw(*member)) : std::nullopt;
    if (const std::string masked = url ? masked_url(*url) : ""; url && masked != *url) {
      text.replace(member->begin, member->end - member->begin, json_string(masked));
    }
  }
  return text;
}

}  // namespace webhook
