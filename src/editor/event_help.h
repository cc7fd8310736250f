// What the form says of its event: what it is about, what it is easily taken for, and what else may be wanted.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace editor {

struct State;

struct EventHelp {
  struct Twin {
    std::int64_t number = 0;
    std::string words;     // the panel's
    std::string sentence;  // what it is and what sets it apart
    friend bool operator==(const Twin&, const Twin&) = default;
  };
  struct Sibling {
    std::int64_t number = 0;
    std::string words;
    friend bool operator==(const Sibling&, const Sibling&) = default;
  };
  std::string about;  // ends with the API's name and the number
  std::vector<Twin> twins;
  std::vector<Sibling> siblings;  // that this URL and location lack; of a stored webhook only

  friend bool operator==(const EventHelp&, const EventHelp&) = default;
};

/// Of the event in the form. Of one that is new in Nexudus, or means something else there by now, little is known.
[[nodiscard]] EventHelp event_help(const State& state);

/// The URL of a webhook for another event: where the query names the one, it names the other.
[[nodiscard]] std::string url_for_event(const State& state, const std::string& url, std::int64_t from, std::int64_t to);

}  // namespace editor
