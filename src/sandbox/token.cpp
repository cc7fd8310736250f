// Tokens in the manner of Nexudus: one client has one refresh token per user, and it dies at use.
#include "sandbox/token.h"

#include <algorithm>

#include "sandbox/http_text.h"
#include "sandbox/json_text.h"
#include "sandbox/replies.h"
#include "sandbox/totp.h"

namespace sandbox {

namespace {

constexpr std::chrono::days refresh_lifetime{15};
constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

using Parameters = std::vector<Parameter>;

nexudus::Response refuse(std::string_view error, std::string_view description) {
  ObjectWriter writer;
  writer.text("error", error);
  if (!description.empty()) {
    writer.text("error_description", description);
  }
  return json_reply(400, writer.take());
}

template <typename Token>
void drop_expired(std::vector<Token>& tokens, Moment now) {
  std::erase_if(tokens, [&](const Token& token) { return token.expires <= now; });
}

nexudus::Response give_tokens(State& state, std::string_view email, const std::string& client,
                              std::chrono::seconds lifetime, Moment now) {
  drop_expired(state.access_tokens, now);
  drop_expired(state.refresh_tokens, now);
  std::erase_if(state.refresh_tokens,
                [&](const RefreshToken& token) { return token.email == email && token.client == client; });
  const AccessToken access{state.random.text(128, alphabet), std::string(email), client, now + lifetime};
  const RefreshToken refresh{state.random.text(10, alphabet), std::string(email), client, now + refresh_lifetime};
  state.access_tokens.push_back(access);
  state.refresh_tokens.push_back(refresh);
  ++state.revision;
  // A second less than the token lives, as the real one says it.
  return json_reply(200, ObjectWriter()
                             .text("access_token", access.token)
                             .text("token_type", "bearer")
                             .number("expires_in", std::max<std::int64_t>(0, lifetime.count() - 1))
                             .text("refresh_token", refresh.token)
                             .take());
}

nexudus::Response grant_password(State& state, const Parameters& form, std::string_view client_id,
                                 std::chrono::seconds lifetime, Moment now) {
  const Account* const account = find_account(find_parameter(form, "username").value_or(""));
  if (account == nullptr || find_parameter(form, "password") != account->password) {
    return refuse("invalid_grant", "The user name or password is incorrect.");
  }
  if (account->must_reset_password) {
    return refuse("must_reset_password", "The password must be reset before signing in.");
  }
  if (!account->totp_secret.empty()) {
    const std::string_view code = find_parameter(form, "totp").value_or("");
    if (!totp_matches(decode_base32(account->totp_secret), code, now)) {
      return refuse("two_factor_auth_check", code.empty() ? "A two-factor authentication code is required."
                                                          : "The two-factor authentication code is incorrect.");
    }
  }
  return give_tokens(state, account->email, std::string(client_id.empty() ? account->email : client_id), lifetime, now);
}

nexudus::Response grant_refresh(State& state, const Parameters& form, std::string_view client_id,
                                std::chrono::seconds lifetime, Moment now) {
  const std::string_view wanted = find_parameter(form, "refresh_token").value_or("");
  const auto found = std::find_if(state.refresh_tokens.begin(), state.refresh_tokens.end(), [&](const auto& token) {
    return token.token == wanted && token.expires > now &&
           token.client == (client_id.empty() ? std::string_view(token.email) : client_id);
  });
  if (found == state.refresh_tokens.end()) {
    return refuse("invalid_grant", "");
  }
  // The copy outlives the token, which dies as its client gets new ones.
  const RefreshToken used = *found;
  return give_tokens(state, used.email, used.client, lifetime, now);
}

}  // namespace

nexudus::Response issue_token(State& state, const nexudus::Request& request, std::chrono::seconds token_lifetime,
                              Moment now) {
  const std::string type = to_lower(nexudus::find_header(request.headers, "Content-Type").value_or(""));
  // Anything but a form has no grant_type the server could see.
  const Parameters form =
      type.starts_with("application/x-www-form-urlencoded") ? parse_parameters(request.body) : Parameters{};
  const std::string_view grant = find_parameter(form, "grant_type").value_or("");
  const std::string_view client_id = nexudus::find_header(request.headers, "client_id").value_or("");
  if (grant == "password") {
    return grant_password(state, form, client_id, token_lifetime, now);
  }
  if (grant == "refresh_token") {
    return grant_refresh(state, form, client_id, token_lifetime, now);
  }
  return refuse("unsupported_grant_type", "");
}

Caller authenticate(const State& state, const nexudus::Request& request, Moment now) {
  constexpr std::string_view scheme = "bearer ";
  const std::string_view header = nexudus::find_header(request.headers, "Authorization").value_or("");
  if (!equal_ignoring_case(header.substr(0, scheme.size()), scheme)) {
    return {};
  }
  const std::string_view token = header.substr(scheme.size());
  const auto found =
      std::find_if(state.access_tokens.begin(), state.access_tokens.end(),
                   [&](const AccessToken& given) { return given.token == token && given.expires > now; });
  return found == state.access_tokens.end() ? Caller{} : Caller{find_account(found->email), found->client};
}

}  // namespace sandbox
