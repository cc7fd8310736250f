// What is said of the events.
#include "webhook/event_facts.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "webhook/event_catalogue.h"

namespace {

using namespace webhook;  // NOLINT(google-build-using-namespace)

bool has_twin(std::int64_t number, std::int64_t other) {
  const auto twins = event_twins(number);
  return std::any_of(twins.begin(), twins.end(), [other](const EventTwin& twin) { return twin.number == other; });
}

TEST(EachEvent, HasASentenceOfItsOwn) {
  std::vector<std::string> sentences;
  for (const Event& event : events()) {
    const std::string about = about_event(event.number);
    EXPECT_TRUE(about.ends_with('.')) << event.name;
    EXPECT_EQ(std::count(sentences.begin(), sentences.end(), about), 0) << event.name << ": " << about;
    sentences.push_back(about);
  }
}

TEST(AnEventThatIsNotKnown, HasNoFacts) {
  EXPECT_EQ(about_event(117), "");
  EXPECT_EQ(spelling_of_event(0), "");
  EXPECT_TRUE(event_twins(117).empty());
  EXPECT_TRUE(event_siblings(117).empty());
}

TEST(TheTwoFailedCheckIns, AreTwins) {
  EXPECT_TRUE(has_twin(37, 63));
  EXPECT_TRUE(has_twin(63, 37));
}

TEST(Twins, AreKnownEventsAndNoSiblings) {
  for (const Event& event : events()) {
    const auto siblings = event_siblings(event.number);
    for (const EventTwin& twin : event_twins(event.number)) {
      EXPECT_NE(find_event(twin.number), nullptr);
      EXPECT_TRUE(has_twin(twin.number, event.number));
      EXPECT_EQ(std::count(siblings.begin(), siblings.end(), twin.number), 0) << event.name;
    }
  }
}

TEST(Siblings, AreWhatElseHappensToTheSameThing) {
  EXPECT_EQ(event_siblings(6), (std::vector<std::int64_t>{7, 8}));
  EXPECT_EQ(event_siblings(48), (std::vector<std::int64_t>{47, 49}));
  EXPECT_EQ(event_siblings(21), (std::vector<std::int64_t>{22, 19}));
}

TEST(Siblings, AreFewAndNeverTheEventItself) {
  for (const Event& event : events()) {
    const auto siblings = event_siblings(event.number);
    EXPECT_LE(siblings.size(), 4U);
    EXPECT_EQ(std::count(siblings.begin(), siblings.end(), event.number), 0) << event.name;
  }
}

TEST(Spellings, ThatSurpriseAreTold) {
  EXPECT_NE(spelling_of_event(45).find("without the p"), std::string_view::npos);
  EXPECT_NE(spelling_of_event(47).find("-ed"), std::string_view::npos);
  EXPECT_EQ(spelling_of_event(6), "");
}

}  // namespace
