// Finding files and describing them to browsers.
#include "server/static_files.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <optional>
#include <sstream>
#include <utility>

namespace server {

namespace {

namespace fs = std::filesystem;

// Everything the page needs comes from its own server; nothing may be inline.
std::string content_security_policy(std::span<const std::string> connect) {
  std::string policy =
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
      "connect-src 'self'";
  for (const std::string& origin : connect) policy.append(" ").append(origin);
  return policy +
         "; manifest-src 'self'; worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; "
         "require-trusted-types-for 'script'; trusted-types service-worker";
}

struct Type {
  std::string_view extension;
  std::string_view name;
};

constexpr std::array<Type, 16> types{{
    {".html", "text/html; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".wasm", "application/wasm"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".jpg", "image/jpeg"},
    {".webp", "image/webp"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
    {".md", "text/plain; charset=utf-8"},
}};

std::string_view type_of(const fs::path& file) {
  const std::string extension = file.extension().string();
  const auto* const found =
      std::find_if(types.begin(), types.end(), [&](const Type& t) { return t.extension == extension; });
  return found == types.end() ? "application/octet-stream" : found->name;
}

nexudus::Response not_found() {
  return {404, {{"Content-Type", "text/plain; charset=utf-8"}}, "There is no such file here.\n"};
}

// Names that begin with a dot are nobody's business, "." and ".." included.
bool is_harmless(std::string_view path) {
  return path.starts_with('/') && path.find('\0') == std::string_view::npos &&
         path.find('\\') == std::string_view::npos && path.find("/.") == std::string_view::npos;
}

// The file a path means, links resolved, if that is a file in the folder.
std::optional<fs::path> find_file(const fs::path& root, std::string_view path) {
  std::error_code error;
  const fs::path base = fs::canonical(root, error);
  if (error || !is_harmless(path)) {
    return std::nullopt;
  }
  const fs::path file = fs::canonical(base / fs::path(path.substr(1)), error);
  if (error || !fs::is_regular_file(file, error)) {
    return std::nullopt;
  }
  const auto [end, ignored] = std::mismatch(base.begin(), base.end(), file.begin(), file.end());
  return end == base.end() ? std::optional(file) : std::nullopt;
}

std::string read(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream content;
  content << stream.rdbuf();
  return std::move(content).str();
}

std::string entity_tag(std::string_view content) {
  // FNV-1a, 64 bits: tells versions of a file apart.
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char byte : content) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
  }
  std::string tag = "\"";
  for (unsigned shift = 64; shift > 0; shift -= 4) {
    tag += "0123456789abcdef"[hash >> (shift - 4U) & 15U];
  }
  tag += '"';
  return tag;
}

std::string_view trim(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
  return text.substr(0, text.find_last_not_of(" \t") + 1);
}

// Calls `found` with each item of a comma-separated list until it says true.
template <typename Predicate>
bool any_item(std::string_view list, Predicate found) {
  while (!list.empty()) {
    const std::string_view item = list.substr(0, list.find(','));
    list.remove_prefix(std::min(list.size(), item.size() + 1));
    if (found(trim(item))) {
      return true;
    }
  }
  return false;
}

bool accepts(std::string_view accept_encoding, std::string_view encoding) {
  return any_item(accept_encoding, [&](std::string_view item) {
    const std::string_view name = trim(item.substr(0, item.find(';')));
    const std::size_t quality = item.find("q=0");
    const bool refused =
        quality != std::string_view::npos && item.find_first_of("123456789", quality + 3) == std::string_view::npos;
    return name == encoding && !refused;
  });
}

// If-None-Match compares weakly (RFC 9110, section 13.1.2).
bool names_tag(std::string_view if_none_match, std::string_view tag) {
  return any_item(if_none_match, [&](std::string_view item) {
    if (item.starts_with("W/")) {
      item.remove_prefix(2);
    }
    return item == "*" || item == tag;
  });
}

// Whether a name carries a hash of the content, as app-4F2K9QZB.js does: then the content never changes.
bool has_hash(const fs::path& file) {
  const std::string stem = file.stem().string();
  const std::size_t separator = stem.find_last_of("-.");
  if (separator == std::string::npos || file.extension() == ".html") {
    return false;
  }
  const std::string_view hash = std::string_view(stem).substr(separator + 1);
  const auto only = [&](std::string_view allowed) { return hash.find_first_not_of(allowed) == std::string_view::npos; };
  return hash.size() >= 8 && (only("0123456789abcdef") || only("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"));
}

struct Variant {
  fs::path file;
  std::string_view encoding;
};

Variant choose_variant(const fs::path& file, std::string_view accept_encoding) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 2> encodings{{{"br", ".br"}, {"gzip", ".gz"}}};
  for (const auto& [encoding, suffix] : encodings) {
    fs::path compressed = file;
    compressed += suffix;
    std::error_code error;
    // One left over from an earlier build must not be served for the file that replaced its source.
    if (accepts(accept_encoding, encoding) && fs::is_regular_file(compressed, error) &&
        fs::last_write_time(compressed, error) >= fs::last_write_time(file, error)) {
      return {compressed, encoding};
    }
  }
  return {file, ""};
}

}  // namespace

nexudus::Response serve_file(const fs::path& root, const FileRequest& request) {
  std::string path(request.path);
  std::error_code error;
  if (is_harmless(path) && fs::is_directory(root / fs::path(path).relative_path(), error)) {
    if (!path.ends_with('/')) {
      const std::string name = fs::path(path).filename().string();
      return {301, {{"Location", name + "/"}}, ""};
    }
    path += "index.html";
  }
  const auto file = find_file(root, path);
  if (!file) {
    return not_found();
  }
  const Variant variant = choose_variant(*file, request.accept_encoding);
  nexudus::Response response{200, {{"Content-Type", std::string(type_of(*file))}}, read(variant.file)};
  const std::string tag = entity_tag(response.body);
  response.headers.push_back({"ETag", tag});
  response.headers.push_back({"Vary", "Accept-Encoding"});
  response.headers.push_back({"Cache-Control", has_hash(*file) ? "public, max-age=31536000, immutable" : "no-cache"});
  if (!variant.encoding.empty()) {
    response.headers.push_back({"Content-Encoding", std::string(variant.encoding)});
  }
  if (file->extension() == ".html") {
    response.headers.push_back({"Content-Security-Policy", content_security_policy(request.connect)});
  }
  if (names_tag(request.if_none_match, tag)) {
    response.status = 304;
    response.body.clear();
  }
  return response;
}

const std::vector<nexudus::Header>& common_headers() {
  static const std::vector<nexudus::Header> headers{
      {"X-Content-Type-Options", "nosniff"},
      {"Referrer-Policy", "no-referrer"},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
      {"Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"},
  };
  return headers;
}

}  // namespace server
