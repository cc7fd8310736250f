// Reads config.json.
#include "editor/configuration.h"

#include <algorithm>
#include <optional>

#include "language/text.h"
#include "webhook/document.h"
#include "webhook/json.h"
#include "webhook/url.h"
#include "webhook/utf8.h"

namespace editor {
namespace {

using language::translate;

constexpr std::string_view documented_api_base = "https://spaces.nexudus.com/api";

std::string in_config(std::string_view sentence) {
  return translate(
      "The file config.json cannot be used: {0} Whoever runs this site needs to correct it; then load the page again.",
      sentence);
}

/// What is wrong with the API's address, or nothing.
std::string problem_with_base(std::string_view base) {
  if (base.empty()) {
    return std::string(translate("apiBase is empty; it is the address of the API, for example \"api\"."));
  }
  if (base.find_first_of("?# \t\r\n") != std::string_view::npos) {
    return std::string(translate("apiBase may hold no blanks, “?” or “#”."));
  }
  const std::size_t scheme_end = base.find("://");
  if (scheme_end == std::string_view::npos) {
    const bool other_scheme = base.substr(0, base.find('/')).find(':') != std::string_view::npos;
    return other_scheme || base.starts_with("//")
               ? std::string(translate("apiBase has to begin with https:// or be a path."))
               : std::string();
  }
  const auto url = webhook::parse_url(base);
  return url ? std::string() : std::string(translate("apiBase is not a usable address.")) + " " + url.error().sentence;
}

std::string without_trailing_slashes(std::string_view text) {
  const std::size_t last = text.find_last_not_of('/');
  return std::string(text.substr(0, last == std::string_view::npos ? 0 : last + 1));
}

/// `base` as seen from the page (RFC 3986, section 5.2, as far as needed for a path without dots in it).
std::string written_out(std::string_view base, std::string_view page_url) {
  if (base.find("://") != std::string_view::npos) {
    return std::string(base);
  }
  const std::string_view page = page_url.substr(0, page_url.find_first_of("?#"));
  const std::size_t scheme_end = page.find("://");
  if (scheme_end == std::string_view::npos) {
    return std::string(documented_api_base);
  }
  const std::size_t path_at = std::min(page.find('/', scheme_end + 3), page.size());
  if (base.starts_with('/')) {
    return std::string(page.substr(0, path_at)).append(base);
  }
  while (base.starts_with("./")) {
    base.remove_prefix(2);
  }
  const std::size_t folder_end = path_at == page.size() ? path_at : page.find_last_of('/');
  return std::string(page.substr(0, folder_end)).append("/").append(base);
}

/// What is wrong with an address of the provider's, or nothing. Plain HTTP is for tests on one's own machine.
std::string problem_with_provider_address(std::string_view member, std::string_view address) {
  const auto url = webhook::parse_url(address);
  const std::string name = "oauth." + std::string(member);
  if (!url) {
    return translate("{0} is not a usable address.", name) + " " + url.error().sentence;
  }
  if (url->is_http() && url->host != "localhost" && url->host != "127.0.0.1" && url->host != "[::1]") {
    return translate("{0} has to begin with https://.", name);
  }
  if (!url->fragment.empty() || (member == "issuer" && !url->query.empty())) {
    return member == "issuer" ? translate("{0} may hold no “#” and no “?”.", name)
                              : translate("{0} may hold no “#”.", name);
  }
  return {};
}

/// What is wrong with the settings of the OAuth provider, or nothing. The page itself uses them.
std::string problem_with_provider(std::optional<std::string_view> raw) {
  const std::string example = R"({"issuer": "https://login.example.com", "clientId": "webhook-editor"})";
  if (!raw) {
    return translate("signIn names \"oauth\", but there is no member oauth that says where, such as {0}.", example);
  }
  const auto settings = webhook::Document::parse(std::string(*raw));
  if (!settings) {
    return translate("oauth should be an object such as {0}, but is {1}.", example, webhook::describe_json(*raw));
  }
  for (const std::string_view member : {"issuer", "clientId", "name", "scope", "authorizationEndpoint", "tokenEndpoint",
                                        "revocationEndpoint", "userinfoEndpoint"}) {
    const auto value = settings->raw(member);
    const bool required = member == "issuer" || member == "clientId";
    if (!value && !required) {
      continue;
    }
    const auto text = value ? webhook::read_json_string(*value) : std::nullopt;
    if (!text || (required && text->empty())) {
      const std::string name = "oauth." + std::string(member);
      return value ? translate("{0} should be text, but is {1}.", name, webhook::describe_json(*value))
                   : translate("{0} is missing.", name);
    }
    const bool is_address = member == "issuer" || member.ends_with("Endpoint");
    if (std::string problem = is_address ? problem_with_provider_address(member, *text) : ""; !problem.empty()) {
      return problem;
    }
  }
  return {};
}

/// The ways to sign in, or what is wrong with them.
std::string take_sign_in(Config& config, std::string_view raw) {
  webhook::JsonScanner scanner(raw);
  if (!scanner.enter_array()) {
    return translate("signIn should be a list such as [\"nexudus\", \"token\", \"demo\"], but is {0}.",
                     webhook::describe_json(raw));
  }
  config.password = config.token = config.demo = config.provider = false;
  while (scanner.next_element()) {
    const std::string way = webhook::read_json_string(scanner.value()).value_or("");
    config.password = config.password || way == "nexudus";
    config.token = config.token || way == "token";
    config.demo = config.demo || way == "demo";
    config.provider = config.provider || way == "oauth";
  }
  const bool any = config.password || config.token || config.demo || config.provider;
  return any ? std::string()
             : std::string(
                   translate("signIn names none of the ways to sign in: \"nexudus\", \"token\", \"oauth\", \"demo\"."));
}

}  // namespace

tl::expected<Config, std::string> read_config(std::string_view text, std::string_view page_url) {
  const auto document = webhook::Document::parse(std::string(text));
  if (!document) {
    return tl::unexpected(in_config(document.error().sentence));
  }
  Config config;
  if (const auto raw = document->raw("apiBase")) {
    const auto base = webhook::read_json_string(*raw);
    if (!base) {
      return tl::unexpected(
          in_config(translate("{0} should be text, but is {1}.", "apiBase", webhook::describe_json(*raw))));
    }
    if (std::string problem = problem_with_base(*base); !problem.empty()) {
      return tl::unexpected(in_config(problem));
    }
    config.api_base = without_trailing_slashes(*base);
  }
  if (const auto raw = document->raw("signIn")) {
    if (std::string problem = take_sign_in(config, *raw); !problem.empty()) {
      return tl::unexpected(in_config(problem));
    }
  }
  if (config.provider) {
    if (std::string problem = problem_with_provider(document->raw("oauth")); !problem.empty()) {
      return tl::unexpected(in_config(problem));
    }
  }
  config.absolute_api_base = written_out(config.api_base, page_url);
  return config;
}

}  // namespace editor
