// Reads addresses, one a line, and writes for each either nothing or "host TAB port TAB userinfo TAB query".
#include <cstdio>
#include <iostream>
#include <string>

#include "webhook/url.h"

int main() {
  std::string line;
  while (std::getline(std::cin, line)) {
    if (const auto url = webhook::parse_url(line)) {
      std::cout << url->host << '\t' << (url->port ? std::to_string(*url->port) : "") << '\t' << url->userinfo << '\t'
                << url->query;
    }
    std::cout << '\n';
  }
  return 0;
}
