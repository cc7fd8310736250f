// A server on a free port with a folder of its own, for one test.
#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <thread>

#include <httplib.h>

#include "server/server.h"

namespace server_test {

/// An empty folder that goes away again.
class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "webhook-editor-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::string operator/(std::string_view name) const { return (path_ / name).string(); }

  void write(std::string_view name, std::string_view content) const {
    const std::filesystem::path file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
  }

 private:
  std::filesystem::path path_;
};

/// Runs a server until the end of the scope.
class RunningServer {
 public:
  explicit RunningServer(server::Options options) {
    options.port = 0;
    auto created = server::Server::create(options);
    EXPECT_TRUE(created) << (created ? "" : created.error());
    server_ = std::move(*created);
    thread_ = std::thread([this] { server_->run(); });
    // Answered only once the server runs, so that stopping it cannot come too early.
    EXPECT_TRUE(client()->Get("/sandbox/log"));
  }
  ~RunningServer() {
    server_->stop();
    thread_.join();
  }
  RunningServer(const RunningServer&) = delete;
  RunningServer& operator=(const RunningServer&) = delete;

  /// One connection; it ends before the server does.
  [[nodiscard]] std::unique_ptr<httplib::Client> client() const {
    auto client = std::make_unique<httplib::Client>("127.0.0.1", server_->port());
    client->set_decompress(false);
    client->set_keep_alive(false);
    return client;
  }

  [[nodiscard]] int port() const { return server_->port(); }

  [[nodiscard]] httplib::Result get(const std::string& target, const httplib::Headers& headers = {}) const {
    return client()->Get(target, headers);
  }

  /// Signs in as the administrator; the header for further requests.
  [[nodiscard]] httplib::Headers sign_in() const {
    const auto reply =
        client()->Post("/api/token", "grant_type=password&username=admin%40example.com&password=demo-admin",
                       "application/x-www-form-urlencoded");
    const std::string& body = reply->body;
    constexpr std::string_view before = "\"access_token\":\"";
    const std::size_t start = body.find(before) + before.size();
    return {{"Authorization", "Bearer " + body.substr(start, body.find('"', start) - start)}};
  }

 private:
  std::unique_ptr<server::Server> server_;
  std::thread thread_;
};

inline server::Options options_for(const Folder& folder) {
  server::Options options;
  options.root = folder.path().string();
  options.sandbox.limits = false;
  return options;
}

}  // namespace server_test
