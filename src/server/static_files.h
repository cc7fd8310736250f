// Serving a folder of built files: types, compression, caching, and headers that keep browsers strict.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "nexudus/http.h"

namespace server {

/// What a browser said about the file it asks for.
struct FileRequest {
  /// Decoded path within the folder, beginning with '/'.
  std::string_view path;
  std::string_view accept_encoding;
  std::string_view if_none_match;
  /// Origins that a page may call beside its own.
  std::span<const std::string> connect = {};
};

/// The answer to GET for a file in `root`. "/" is index.html. Beside a file there may be the same compressed, with .br
/// or .gz at the end of its name. What is outside the folder, hidden or missing gets 404.
[[nodiscard]] nexudus::Response serve_file(const std::filesystem::path& root, const FileRequest& request);

/// Headers for every answer of the server.
[[nodiscard]] const std::vector<nexudus::Header>& common_headers();

}  // namespace server
