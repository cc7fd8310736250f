// A text kept in an SQLite file.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

struct sqlite3;

namespace server {

class Store {
 public:
  /// Opens the file, and makes it if it is missing. The error is a sentence.
  [[nodiscard]] static tl::expected<Store, std::string> open(const std::string& file);

  /// What was saved last, or nothing if nothing was. The error is a sentence.
  [[nodiscard]] tl::expected<std::optional<std::string>, std::string> load();

  /// Saves it; once this returns true it survives a crash.
  [[nodiscard]] bool save(std::string_view text);

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };

  Store(std::unique_ptr<sqlite3, Close> database, std::string file);

  std::unique_ptr<sqlite3, Close> database_;
  std::string file_;
};

}  // namespace server
