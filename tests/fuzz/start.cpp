// What the page starts with, from any bytes: config.json and the part of the address after '#'. Neither is written by us.
#include <string>

#include "editor/address.h"
#include "editor/configuration.h"
#include "editor/list_query.h"
#include "fuzzing.h"
#include "webhook/url.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzzing::text_of(data, size);
  if (const auto config = editor::read_config(text, "https://console.example.com/app/index.html")) {
    const std::string& base = config->absolute_api_base;
    fuzzing::require(base.starts_with("https://console.example.com/") || webhook::parse_url(base).has_value());
    fuzzing::require(config->password || config->token || config->demo);
  } else {
    fuzzing::require(!config.error().empty());
  }
  if (const auto address = editor::parse_address(text)) {
    fuzzing::require(editor::parse_address(editor::to_fragment(*address)) == address);
  }
  const editor::ListQuery query = editor::read_list_query(text);
  fuzzing::require(editor::read_list_query(editor::query_text(query)) == query);
  return 0;
}
