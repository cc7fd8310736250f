// For run.test.js: sample_writer LANGUAGE METHOD TARGET BASE < body prints the sample.
#include <cstdio>
#include <iostream>
#include <iterator>
#include <string>

#include "samples/sample.h"

int main(int count, char** values) {
  const auto language = count == 5 ? samples::find_language(values[1]) : std::nullopt;
  if (!language) {
    std::fprintf(stderr, "usage: sample_writer LANGUAGE METHOD TARGET BASE < body\n");
    return 2;
  }
  nexudus::Request request{nexudus::Method::get, values[3], {{"Accept", "application/json"}}, {}};
  for (const nexudus::Method method : {nexudus::Method::post, nexudus::Method::put, nexudus::Method::delete_}) {
    if (nexudus::to_string(method) == values[2]) {
      request.method = method;
    }
  }
  request.body.assign(std::istreambuf_iterator<char>(std::cin), {});
  if (!request.body.empty()) {
    request.headers.push_back({"Content-Type", "application/json; charset=utf-8"});
  }
  const std::string text = samples::write_sample(*language, request, values[4]);
  std::fwrite(text.data(), 1, text.size(), stdout);
  return 0;
}
