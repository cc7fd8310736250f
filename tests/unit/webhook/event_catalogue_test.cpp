// The catalogue of events, and finding one by what people type.
#include "webhook/event_catalogue.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace webhook {
namespace {

std::vector<std::string> names_found(std::string_view query) {
  std::vector<std::string> result;
  for (const Event* event : search_events(query)) {
    result.emplace_back(event->name);
  }
  return result;
}

bool finds(std::string_view query, std::string_view name) {
  const auto names = names_found(query);
  return std::find(names.begin(), names.end(), name) != names.end();
}

TEST(EventCatalogue, HoldsNinetyEventsByTheirNumber) {
  ASSERT_EQ(events().size(), 90U);
  for (std::size_t i = 0; i < events().size(); ++i) {
    EXPECT_EQ(events()[i].number, static_cast<std::int64_t>(i) + 1);
  }
}

TEST(EventCatalogue, HasNoTwoEventsOfTheSameNameOrWords) {
  std::set<std::string_view> names;
  std::set<std::string_view> words;
  for (const Event& event : events()) {
    EXPECT_TRUE(names.insert(event.name).second) << event.name;
    EXPECT_TRUE(words.insert(event.words).second) << event.words;
  }
}

TEST(EventCatalogue, PutsEveryEventInAFamilyThatIsListed) {
  for (const Event& event : events()) {
    EXPECT_NE(std::find(families().begin(), families().end(), event.family), families().end()) << event.family;
  }
}

TEST(EventCatalogue, KnowsTheTraps) {
  EXPECT_EQ(find_event(1)->name, "None");
  EXPECT_EQ(find_event(45)->name, "HelDeskMessageCreated");
  EXPECT_EQ(find_event(37)->name, "CoworkerCheckinFailed");
  EXPECT_EQ(find_event(63)->name, "FailedCheckin");
}

TEST(EventCatalogue, DescribesEventsInThePanelsWords) {
  EXPECT_EQ(describe_event(3), "Customer created");
  EXPECT_EQ(describe_event(76), "Plan updated");
  EXPECT_EQ(describe_event(4), "Article created");
  EXPECT_EQ(describe_event(84), "Location updated");
}

TEST(EventCatalogue, KeepsNumbersItDoesNotKnow) {
  for (const std::int64_t number : {std::int64_t{117}, std::int64_t{91}, std::int64_t{-3}, INT64_MAX}) {
    EXPECT_EQ(find_event(number), nullptr);
    EXPECT_EQ(describe_event(number), "Unknown event " + std::to_string(number));
    EXPECT_EQ(event_name(number), std::to_string(number));
  }
  EXPECT_EQ(describe_event(0), "No event chosen");
}

TEST(EventSearch, FindsEveryEventFirstByItsNameWordsAndNumber) {
  for (const Event& event : events()) {
    EXPECT_EQ(search_events(event.name).front()->number, event.number) << event.name;
    EXPECT_EQ(search_events(event.words).front()->number, event.number) << event.words;
    EXPECT_EQ(search_events(std::to_string(event.number)).front()->number, event.number) << event.number;
  }
}

TEST(EventSearch, KnowsBothVocabulariesInAnyOrderAndCase) {
  EXPECT_TRUE(finds("coworker created", "CoworkerCreate"));
  EXPECT_TRUE(finds("CREATED customer", "CoworkerCreate"));
  EXPECT_TRUE(finds("tariff", "TariffUpdate"));
  EXPECT_TRUE(finds("plan upd", "TariffUpdate"));
  EXPECT_TRUE(finds("blog", "BlogPostCreate"));
  EXPECT_TRUE(finds("calendar", "CalendarEventUpdate"));
  EXPECT_TRUE(finds("space", "BusinessUpdate"));
  EXPECT_TRUE(finds("helpdesk message", "HelDeskMessageCreated"));
  EXPECT_TRUE(finds("check-in", "CoworkerCheckin"));
  EXPECT_TRUE(finds("check-in", "VisitorCheckedin"));
  EXPECT_TRUE(finds("  email ", "SendWelcomeEmail"));
}

TEST(EventSearch, FindsAWholeFamilyByItsName) {
  for (const Event& event : events()) {
    EXPECT_TRUE(finds(event.family, event.name)) << event.name;
  }
}

TEST(EventSearch, RanksBeginningsBeforeMiddles) {
  const auto names = names_found("booking");
  ASSERT_EQ(names.size(), 3U);
  EXPECT_EQ(names_found("prod").front(), "ProductCreate");
  // "Contract" holds "act" too, but only inside.
  EXPECT_EQ(names_found("act")[1], "CoworkerContractActivateFirst");
  EXPECT_EQ(names_found("4").front(), "BlogPostCreate");
}

TEST(EventSearch, FindsNothingForNonsense) { EXPECT_TRUE(search_events("zebra").empty()); }

TEST(EventSearch, FindsAllByFamilyWhenNothingIsTyped) {
  const auto all = search_events(" ");
  ASSERT_EQ(all.size(), 90U);
  EXPECT_TRUE(std::is_sorted(all.begin(), all.end(), [](const Event* left, const Event* right) {
    const auto position = [](const Event* event) {
      return std::find(families().begin(), families().end(), event->family) - families().begin();
    };
    return position(left) < position(right);
  }));
  EXPECT_EQ(all.back()->name, "None");
}

TEST(EventSearchText, HoldsBothVocabularies) {
  const std::string text = event_search_text(74);
  for (const char* word : {"Plan created", "TariffCreate", "Tariff Create", "Plans", "74"}) {
    EXPECT_NE(text.find(word), std::string::npos) << word;
  }
  EXPECT_EQ(event_search_text(117), "Unknown event 117");
}

}  // namespace
}  // namespace webhook
