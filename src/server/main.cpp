// The program: reads its options, says where it is to be found, and serves until it is asked to stop.
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <string_view>
#include <thread>
#include <vector>

#include "server/command_line.h"
#include "server/server.h"

int main(int argument_count, char** argument_values) {
  // Threads started later inherit this, so that the signals wait for sigwait.
  sigset_t stop_signals;
  sigemptyset(&stop_signals);
  sigaddset(&stop_signals, SIGINT);
  sigaddset(&stop_signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &stop_signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);

  const std::vector<std::string_view> arguments(argument_values + 1, argument_values + argument_count);
  const auto options = server::parse_command_line(arguments);
  if (!options) {
    std::fprintf(options.error().exit_code == 0 ? stdout : stderr, "%s\n", options.error().text.c_str());
    return options.error().exit_code;
  }
  auto server = server::Server::create(*options);
  if (!server) {
    std::fprintf(stderr, "%s\n", server.error().c_str());
    return 1;
  }
  if (!std::filesystem::is_directory(options->root)) {
    std::fprintf(stderr,
                 "There is no folder %s to serve: build it with script/build web, or name another with --root.\n",
                 options->root.c_str());
  }
  std::thread listener([&] { (*server)->run(); });
  const char* const host = options->host == "127.0.0.1" ? "localhost" : options->host.c_str();
  std::printf("http://%s:%d/\n", host, (*server)->port());
  std::fflush(stdout);

  int received = 0;
  sigwait(&stop_signals, &received);
  (*server)->stop();
  listener.join();
  return 0;
}
