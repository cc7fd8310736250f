// What may not be meant in an address that can be saved.
#include "webhook/url_advice.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include "language/text.h"
#include "webhook/ip_address.h"
#include "webhook/look_alike.h"
#include "webhook/mask.h"
#include "webhook/url.h"
#include "webhook/utf8.h"

namespace webhook {
namespace {

using language::key;
using language::translate;

using Pieces = std::array<std::uint16_t, 8>;

constexpr std::size_t quoted_most = 80;

// Each name stands between blanks; hosts that end in one count as well.
constexpr std::string_view metadata_names =
    " metadata metadata.google.internal metadata.goog metadata.tencentyun.com metadata.azure.internal instance-data"
    " instance-data.ec2.internal ";
constexpr std::string_view local_endings =
    " localhost local localdomain internal intranet private corp home lan home.arpa localtest.me lvh.me nip.io sslip.io"
    " test example invalid onion ";
constexpr std::string_view tunnels =
    " ngrok.io ngrok.app ngrok.dev ngrok-free.app ngrok-free.dev trycloudflare.com loca.lt localtunnel.me serveo.net"
    " serveousercontent.com localhost.run lhr.life lhr.pro pagekite.me telebit.io devtunnels.ms pinggy.link pinggy.io"
    " bore.pub zrok.io tunnelmole.net tunnelmole.com loophole.site packetriot.net sharedwithexpose.com app.github.dev"
    " gitpod.io ";
constexpr std::string_view inspectors =
    " webhook.site webhook.cool webhook-test.com requestbin.com requestbin.net requestb.in pipedream.net pipedream.com"
    " beeceptor.com smee.io hkdk.events hookdeck.com requestcatcher.com hookbin.com httpbin.org httpdump.app "
    "mockbin.org"
    " mockbin.io putsreq.com postb.in ptsv2.com ptsv3.com typedwebhook.tools rbaskets.in webhookinbox.com play.svix.com"
    " webhookrelay.com mocky.io oast.pro oast.live oast.site oast.online oast.fun oast.me oastify.com"
    " burpcollaborator.net ";

bool is_listed(std::string_view names, std::string_view name) {
  return names.find(std::string(" ").append(name).append(" ")) != std::string_view::npos;
}

/// Whether the host is one of the names or a part of it.
bool ends_in_one_of(std::string_view names, std::string_view host) {
  for (;;) {
    if (is_listed(names, host)) {
      return true;
    }
    const std::size_t dot = host.find('.');
    if (dot == std::string_view::npos) {
      return false;
    }
    host.remove_prefix(dot + 1);
  }
}

struct Block {
  std::uint32_t first;
  int bits;
  std::string_view sentence;  // with {0} for the host
};

constexpr std::uint32_t ipv4(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
  return a << 24U | b << 16U | c << 8U | d;
}

constexpr std::string_view metadata =
    key("{0} is where a machine in a cloud keeps its own keys: nothing should be sent there from outside.");
constexpr std::string_view in_private_network =
    key("{0} is in a private network: Nexudus calls from outside and will not reach it.");
constexpr std::string_view loopback =
    key("{0} is the machine itself: Nexudus calls from outside and will not reach it.");
constexpr std::string_view link_local =
    key("{0} is a link-local address: Nexudus calls from outside and will not reach it.");
constexpr std::string_view not_a_host =
    key("{0} is not the address of one machine: Nexudus calls from outside and will not reach it.");
constexpr std::string_view carrier_grade =
    key("{0} is inside a provider's network (carrier-grade NAT): Nexudus calls from outside and will not reach it.");
constexpr std::string_view documentation =
    key("{0} is an example of documentation: Nexudus calls from outside and will not reach it.");
constexpr std::string_view measurements =
    key("{0} is for measurements: Nexudus calls from outside and will not reach it.");

// Of the special-purpose addresses (RFC 6890 and after) those that no call from outside reaches; the first that fits.
constexpr std::array<Block, 21> ipv4_blocks{{{ipv4(169, 254, 169, 254), 32, metadata},
                                             {ipv4(169, 254, 170, 2), 32, metadata},
                                             {ipv4(169, 254, 170, 23), 32, metadata},
                                             {ipv4(100, 100, 100, 200), 32, metadata},
                                             {ipv4(168, 63, 129, 16), 32, metadata},
                                             {ipv4(192, 0, 0, 192), 32, metadata},
                                             {ipv4(127, 0, 0, 0), 8, loopback},
                                             {ipv4(0, 0, 0, 0), 8, loopback},
                                             {ipv4(10, 0, 0, 0), 8, in_private_network},
                                             {ipv4(172, 16, 0, 0), 12, in_private_network},
                                             {ipv4(192, 168, 0, 0), 16, in_private_network},
                                             {ipv4(169, 254, 0, 0), 16, link_local},
                                             {ipv4(100, 64, 0, 0), 10, carrier_grade},
                                             {ipv4(192, 0, 0, 0), 24, not_a_host},
                                             {ipv4(192, 0, 2, 0), 24, documentation},
                                             {ipv4(198, 51, 100, 0), 24, documentation},
                                             {ipv4(203, 0, 113, 0), 24, documentation},
                                             {ipv4(198, 18, 0, 0), 15, measurements},
                                             {ipv4(224, 0, 0, 0), 4, not_a_host},
                                             {ipv4(240, 0, 0, 0), 4, not_a_host},
                                             {ipv4(255, 255, 255, 255), 32, not_a_host}}};

/// What is to be said of an address; empty for one that can be reached.
std::string_view sentence_on_ipv4(std::uint32_t address) {
  const auto* const found = std::find_if(ipv4_blocks.begin(), ipv4_blocks.end(), [address](const Block& block) {
    return (address ^ block.first) >> static_cast<unsigned>(32 - block.bits) == 0;
  });
  return found == ipv4_blocks.end() ? std::string_view() : found->sentence;
}

std::uint32_t joined(std::uint16_t high, std::uint16_t low) { return static_cast<std::uint32_t>(high) << 16U | low; }

bool is_zero(const Pieces& pieces, std::size_t count) {
  return std::all_of(pieces.begin(), pieces.begin() + static_cast<std::ptrdiff_t>(count),
                     [](std::uint16_t piece) { return piece == 0; });
}

/// The IPv4 address that an IPv6 address leads to: mapped, compatible, translated (NAT64) or 6to4.
std::optional<std::uint32_t> ipv4_in(const Pieces& pieces) {
  const bool mapped = is_zero(pieces, 5) && pieces[5] == 0xFFFF;
  const bool translated = is_zero(pieces, 4) && pieces[4] == 0xFFFF && pieces[5] == 0;
  const bool compatible = is_zero(pieces, 6) && joined(pieces[6], pieces[7]) > 1;
  const bool nat64 = pieces[0] == 0x64 && pieces[1] == 0xFF9B;
  if (mapped || translated || compatible || nat64) {
    return joined(pieces[6], pieces[7]);
  }
  return pieces[0] == 0x2002 ? std::optional(joined(pieces[1], pieces[2])) : std::nullopt;
}

std::string_view sentence_on_ipv6(const Pieces& pieces) {
  constexpr Pieces amazon{0xFD00, 0xEC2, 0, 0, 0, 0, 0, 0x254};
  constexpr Pieces google{0xFD20, 0xCE, 0, 0, 0, 0, 0, 0x254};
  if (const auto inner = ipv4_in(pieces)) {
    return sentence_on_ipv4(*inner);
  }
  if (pieces == amazon || pieces == google) {
    return metadata;
  }
  if (is_zero(pieces, 7)) {
    return loopback;
  }
  if ((pieces[0] & 0xFFC0U) == 0xFE80) {
    return link_local;
  }
  if ((pieces[0] & 0xFE00U) == 0xFC00 || (pieces[0] & 0xFFC0U) == 0xFEC0) {
    return in_private_network;
  }
  if (pieces[0] == 0x2001 && pieces[1] == 0xDB8) {
    return documentation;
  }
  return (pieces[0] & 0xFF00U) == 0xFF00 ? not_a_host : std::string_view();
}

std::string dotted(std::uint32_t address) {
  std::string text;
  for (const unsigned shift : {24U, 16U, 8U, 0U}) {
    text.append(text.empty() ? "" : ".").append(std::to_string(address >> shift & 0xFFU));
  }
  return text;
}

std::string advice_on_address(const std::string& host, std::string_view sentence) {
  return sentence.empty() ? std::string() : translate(sentence, host);
}

/// Whether only machines nearby can reach the host.
std::string advice_on_reach(std::string_view host) {
  const std::string shown = presentable(host, quoted_most);
  if (host.starts_with('[') && host.size() > 2) {
    const auto pieces = parse_ipv6(host.substr(1, host.size() - 2));
    return pieces ? advice_on_address(shown, sentence_on_ipv6(*pieces)) : std::string();
  }
  if (const auto address = parse_ipv4(host)) {
    const std::string plain = dotted(*address);
    // A host with what it means stands in a sentence where a host alone stands otherwise.
    return advice_on_address(host == plain ? plain : translate("{0}, which is {1},", shown, plain),
                             sentence_on_ipv4(*address));
  }
  if (host.ends_with('.')) {
    host.remove_suffix(1);
  }
  if (is_listed(metadata_names, host)) {
    return translate(metadata, shown);
  }
  return host.find('.') == std::string_view::npos || ends_in_one_of(local_endings, host)
             ? translate("Nexudus calls from outside and will not find {0}, a name that only machines nearby know.",
                         shown)
             : std::string();
}

std::string advice_on_service(std::string_view host) {
  if (host.ends_with('.')) {
    host.remove_suffix(1);
  }
  const std::string shown = presentable(host, quoted_most);
  if (ends_in_one_of(tunnels, host)) {
    return translate(
        "{0} is a tunnel for trying things out: it ends with the machine behind it, and may then be given to "
        "somebody else.",
        shown);
  }
  return ends_in_one_of(inspectors, host)
             ? translate(
                   "{0} is for looking at requests: others may read there what Nexudus sends about your customers.",
                   shown)
             : std::string();
}

/// Gathers advice, with the address that would do.
class Adviser {
 public:
  Adviser(std::string_view text, const Url& url) : text_(text), url_(url), host_(plain_host(url.host)) {}

  std::vector<UrlAdvice> all() {
    scheme();
    credentials();
    add(advice_on_reach(host_));
    add(advice_on_service(host_));
    add(look_alike_advice(url_.host));
    port();
    fragment();
    return std::move(advice_);
  }

 private:
  void add(std::string_view sentence, std::string_view fix_label = {}, std::string fixed = {}) {
    if (!sentence.empty()) {
      advice_.push_back({std::string(sentence), std::string(fix_label), std::move(fixed)});
    }
  }
  [[nodiscard]] std::string without(std::size_t begin, std::size_t end) const {
    return std::string(text_.substr(0, begin)).append(text_.substr(end));
  }
  [[nodiscard]] std::size_t place_of(std::string_view part) const {
    return static_cast<std::size_t>(part.data() - text_.data());
  }
  [[nodiscard]] std::size_t end_of_host() const { return place_of(url_.host) + url_.host.size(); }

  void scheme() {
    if (url_.is_http()) {
      const std::size_t end = url_.port == 80 ? place_of(url_.path) : end_of_host();
      add(translate("Use https:// if the receiver can: over http:// everybody on the way can read what Nexudus sends."),
          translate("Use https://"), "https" + without(end_of_host(), end).substr(url_.scheme.size()));
    }
  }

  void credentials() {
    const std::size_t begin = place_of(url_.host) - url_.userinfo.size() - 1;
    const std::string bare = url_.userinfo.empty() ? std::string(text_) : without(begin, place_of(url_.host));
    if (!url_.userinfo.empty()) {
      add(translate("Take the user name and password out if the receiver can do without: everybody who may read "
                    "webhooks sees them."),
          translate("Remove user name and password"), bare);
    }
    if (masked_url(bare) != bare) {
      add(
          translate("Part of the address looks like a token or a key: everybody who may read webhooks sees it, so use "
                    "one that is good for nothing else."));
    }
  }

  void port() {
    if (url_.port && url_.port != (url_.is_http() ? 80 : 443)) {
      add(translate("Port {0} is unusual for {1}: many networks let only the standard port through.",
                    std::to_string(*url_.port), url_.is_http() ? "http" : "https"),
          translate("Use the standard port"), without(end_of_host(), place_of(url_.path)));
    }
  }

  void fragment() {
    if (const std::size_t hash = text_.find('#'); hash != std::string_view::npos) {
      add(translate("Leave out # and what follows: it is never sent to the receiver."),
          translate("Remove the fragment"), std::string(text_.substr(0, hash)));
    }
  }

  std::string_view text_;
  Url url_;
  std::string host_;
  std::vector<UrlAdvice> advice_;
};

}  // namespace

std::vector<UrlAdvice> advice_on_url(std::string_view text) {
  const auto url = parse_url(text);
  return url ? Adviser(text, *url).all() : std::vector<UrlAdvice>();
}

}  // namespace webhook
