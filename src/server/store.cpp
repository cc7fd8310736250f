// One row in one table.
#include "server/store.h"

#include <sqlite3.h>

#include <utility>

namespace server {

namespace {

struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

Statement prepare(sqlite3* database, const char* sql) {
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v2(database, sql, -1, &statement, nullptr);
  return Statement(statement);
}

std::string complaint(const std::string& file, sqlite3* database) {
  return "The data file " + file + " cannot be used: " + sqlite3_errmsg(database) +
         ". Choose another with --data FILE, or remove it to begin anew.";
}

}  // namespace

void Store::Close::operator()(sqlite3* database) const { sqlite3_close(database); }

Store::Store(std::unique_ptr<sqlite3, Close> database, std::string file)
    : database_(std::move(database)), file_(std::move(file)) {}

tl::expected<Store, std::string> Store::open(const std::string& file) {
  sqlite3* opened = nullptr;
  const int result = sqlite3_open(file.c_str(), &opened);
  std::unique_ptr<sqlite3, Close> database(opened);
  if (result != SQLITE_OK ||
      sqlite3_exec(opened, "CREATE TABLE IF NOT EXISTS sandbox (id INTEGER PRIMARY KEY, state TEXT NOT NULL)", nullptr,
                   nullptr, nullptr) != SQLITE_OK) {
    return tl::unexpected(complaint(file, opened));
  }
  return Store(std::move(database), file);
}

tl::expected<std::optional<std::string>, std::string> Store::load() {
  const Statement statement = prepare(database_.get(), "SELECT state FROM sandbox WHERE id = 1");
  const int result = sqlite3_step(statement.get());
  if (result == SQLITE_DONE) {
    return std::nullopt;
  }
  if (result != SQLITE_ROW) {
    return tl::unexpected(complaint(file_, database_.get()));
  }
  const auto* const text = static_cast<const char*>(sqlite3_column_blob(statement.get(), 0));
  return std::string(text == nullptr ? "" : text, static_cast<std::size_t>(sqlite3_column_bytes(statement.get(), 0)));
}

bool Store::save(std::string_view text) {
  const Statement statement = prepare(database_.get(),
                                      "INSERT INTO sandbox (id, state) VALUES (1, ?) "
                                      "ON CONFLICT (id) DO UPDATE SET state = excluded.state");
  return sqlite3_bind_text64(statement.get(), 1, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8) == SQLITE_OK &&
         sqlite3_step(statement.get()) == SQLITE_DONE;
}

}  // namespace server
