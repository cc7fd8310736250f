// The catalogues on the screens: whatever the language, no text is left in English, and none is cut off on a phone.
#include <algorithm>
#include <cctype>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "language/text.h"
#include "situations.h"
#include "webhook/event_catalogue.h"

namespace screen_tests {
namespace {

using nlohmann::json;

json catalogue(const std::string& tag) {
  std::ifstream file(std::string(CATALOGUES) + "/" + tag + ".json");
  return json::parse(std::string(std::istreambuf_iterator<char>(file), {}), nullptr, false);
}

void add(std::string& texts, const std::string& english, const std::string& translation) {
  texts.append(english).append(1, '\0').append(translation).append(1, '\0');
}

/// The name of a plural's form.
std::string form_of(std::string english, std::string_view category) {
  return english.append(1, '\x1F').append(category);
}

/// As the page hands a catalogue over.
std::string texts_of(const json& entries) {
  std::string texts;
  for (const auto& [english, translation] : entries.items()) {
    if (translation.is_string()) {
      add(texts, english, translation.get<std::string>());
      continue;
    }
    for (const auto& [category, form] : translation.items()) {
      add(texts, form_of(english, category), form.get<std::string>());
    }
  }
  return texts;
}

class InALanguage : public Stage {
 protected:
  void TearDown() override { language::speak(nullptr); }
};

// ---- Nothing is left in English

constexpr std::string_view opening = "⟦";
constexpr std::string_view closing = "⟧";

/// A language whose words are the English ones between brackets, so that what was never translated shows.
std::string bracketed(const json& entries) {
  std::string texts;
  for (const auto& [english, translation] : entries.items()) {
    add(texts, translation.is_string() ? english : form_of(english, "other"),
        std::string(opening).append(english).append(closing));
  }
  return texts;
}

/// What stands outside of all brackets.
std::string outside(std::string_view text) {
  std::string rest;
  int depth = 0;
  while (!text.empty()) {
    if (text.starts_with(opening)) {
      ++depth;
      text.remove_prefix(opening.size());
    } else if (text.starts_with(closing)) {
      --depth;
      text.remove_prefix(closing.size());
    } else {
      if (depth <= 0) rest += text.front();
      text.remove_prefix(1);
    }
  }
  return rest;
}

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char letter : std::string(text) + ' ') {
    if (std::isalpha(static_cast<unsigned char>(letter)) != 0) {
      word += letter;
    } else if (word.size() > 1) {
      words.push_back(std::exchange(word, {}));
    } else {
      word.clear();
    }
  }
  return words;
}

/// The words in all texts of the server's answers, which are data.
void add_data(const json& value, std::set<std::string>& words) {
  if (value.is_string()) {
    for (std::string& word : words_in(value.get<std::string>())) words.insert(std::move(word));
  }
  if (value.is_structured()) {
    for (const json& part : value) add_data(part, words);
  }
}

class Words : public InALanguage, public testing::WithParamInterface<Situation> {};

TEST_P(Words, AreAllThoseOfTheCatalogue) {
  platform::null::set_language({.tag = "de", .texts = bracketed(catalogue("de"))});
  GetParam().reach(*this);
  // Names of the product, of keys and months, of what is typed here, and of the API in the request line.
  std::set<std::string> data{
      "WebHook", "Editor", "Ctrl",  "Shift",   "Alt",    "Enter",    "Jan",           "Feb",    "Mar",
      "Apr",     "May",    "Jun",   "Jul",     "Aug",    "Sep",      "Oct",           "Nov",    "Dec",
      "such",    "thing",  "no",    "nowhere", "Other",  "Theirs",   "customer",      "admin",  "example",
      "com",     "http",   "https", "user",    "secret", "hook",     "token",         "abcdef", "part",
      "GET",     "PUT",    "POST",  "DELETE",  "sys",    "webhooks", "businesses",    "utils",  "enums",
      "ms",      "page",   "size",  "orderBy", "Id",     "name",     "eWebhookAction"};
  for (const std::string& body : answers) add_data(json::parse(body, nullptr, false), data);
  for (const gui::Node& node : ui->tree().nodes) {
    if (node.role == gui::Role::code) continue;
    for (const std::string* text : {&node.name, &node.value, &node.placeholder, &node.description, &node.error}) {
      for (const std::string& word : words_in(outside(*text)))
        EXPECT_TRUE(data.contains(word)) << word << " in " << *text;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(EveryState, Words, testing::ValuesIn(situations().begin(), situations().end()),
                         [](const testing::TestParamInfo<Situation>& info) { return std::string(info.param.name); });

// ---- Nothing is cut off

constexpr std::string_view ellipsis = "…";
bool is_event(std::string_view words) {
  const auto events = webhook::events();
  return std::any_of(events.begin(), events.end(),
                     [words](const webhook::Event& event) { return event.words == words; });
}

constexpr std::size_t telling = 3;  // letters; of less it cannot be said what they are the beginning of

/// A text of the catalogue that begins so and goes on. The words of events count as data: a list may cut them off.
std::string beginning_with(const json& entries, std::string_view head) {
  std::string found;
  for (const auto& [english, translation] : entries.items()) {
    if (!translation.is_string() || is_event(english)) continue;
    const auto& text = translation.get_ref<const std::string&>();
    if (text == std::string(head).append(ellipsis)) return {};
    if (text.size() > head.size() && text.starts_with(head)) found = text;
  }
  return found;
}

using Spoken = std::tuple<Situation, std::string>;

class LongWords : public InALanguage, public testing::WithParamInterface<Spoken> {};

TEST_P(LongWords, FitOnAPhone) {
  const auto& [situation, tag] = GetParam();
  const json entries = catalogue(tag);
  ASSERT_TRUE(entries.is_object()) << tag;
  platform::null::set_language({.tag = tag, .texts = texts_of(entries)});
  situation.reach(*this);
  for (const testing_support::Size& window : {testing_support::Size{390, 844}, testing_support::Size{1280, 800}}) {
    ui->resize(window);
    ui->settle();
    for (const std::string& drawn : ui->drawn_texts()) {
      if (!drawn.ends_with(ellipsis) || drawn.size() < ellipsis.size() + telling) continue;
      const std::string whole =
          beginning_with(entries, std::string_view(drawn).substr(0, drawn.size() - ellipsis.size()));
      EXPECT_EQ(whole, "") << "is cut off as " << drawn << " at " << window.width << " pixels";
    }
  }
}

INSTANTIATE_TEST_SUITE_P(EveryState, LongWords,
                         testing::Combine(testing::ValuesIn(situations().begin(), situations().end()),
                                          testing::Values("es", "fr", "de", "pt")),
                         [](const testing::TestParamInfo<Spoken>& info) {
                           return std::string(std::get<0>(info.param).name) + "_" + std::get<1>(info.param);
                         });

}  // namespace
}  // namespace screen_tests
