// Narrowing the list down by filters, and the address that says so.
#include "app.h"
#include "editor/list_query.h"

namespace {

using namespace editor_test;  // NOLINT(google-build-using-namespace)
using webhook::Health;

constexpr std::int64_t day_ms = 86'400'000;
constexpr std::int64_t hour_ms = 3'600'000;
const Filter in_lisbon{Facet::location, 12};
const Filter is_off{Facet::active, 0};
const Filter is_on{Facet::active, 1};

Filter since(ChangedSince moment) { return {Facet::changed, static_cast<std::int64_t>(moment)}; }
Filter in_health(Health health) { return {Facet::health, static_cast<std::int64_t>(health)}; }

/// Six webhooks: two in Lisbon, one switched off by Nexudus, one failing, on two hosts.
Server six() {
  Server server;
  server.records = {record(1, "Alpha"),           record(2, "Beta", 6), record(3, "Gamma", 2, false),
                    record(4, "Delta", 7, false), record(5, "Epsilon"), record(6, "Zeta", 117)};
  server.records[1]["BusinessId"] = 12;
  server.records[4]["BusinessId"] = 12;
  server.records[3]["ErrorCount"] = 10;
  server.records[4]["ErrorCount"] = 3;
  server.records[5]["URL"] = "https://other.example/in";
  return server;
}

App with_six(const std::string& fragment = "/webhooks") {
  App app;
  app.server = six();
  app.begin(fragment);
  app.sign_in();
  app.settle();
  return app;
}

using Names = std::vector<std::string>;

/// "Madrid 4, Lisbon 2": what a facet offers, with its counts.
std::string offered(const App& app, Facet facet) {
  std::string text;
  for (const FacetValue& value : app.state.list.facets.at(static_cast<std::size_t>(facet))) {
    text += (text.empty() ? "" : ", ") + value.text + " " + std::to_string(value.count);
  }
  return text;
}

TEST(AFilter, ShowsOnlyWhatFitsItAndSaysHowMany) {
  App app = with_six();
  app.ask(command::AddFilter{in_lisbon});
  EXPECT_EQ(app.shown_names(), (Names{"Beta", "Epsilon"}));
  EXPECT_EQ(app.state.list.result, "2 of 6 webhooks match");
  EXPECT_TRUE(app.has_said("2 of 6 webhooks match."));
}

TEST(AFilter, OfEachKindShowsWhatFits) {
  App app = with_six();
  const auto shown = [&app](const Filter& filter) {
    app.ask(command::RemoveAllFilters{});
    app.ask(command::AddFilter{filter});
    return app.shown_names();
  };
  EXPECT_EQ(shown(is_off), (Names{"Delta", "Gamma"}));
  EXPECT_EQ(shown(in_health(Health::switched_off_by_nexudus)), Names{"Delta"});
  EXPECT_EQ(shown(in_health(Health::failing)), Names{"Epsilon"});
  EXPECT_EQ(shown({Facet::host, 0, "other.example"}), Names{"Zeta"});
  EXPECT_EQ(shown(*read_list_query("?event=bookings").filters.begin()), (Names{"Beta", "Delta"}));
  EXPECT_EQ(shown(*read_list_query("?event=new").filters.begin()), Names{"Zeta"});
}

TEST(Filters, OfOneKindAddUpAndOfSeveralNarrowDown) {
  App app = with_six();
  app.ask(command::AddFilter{in_health(Health::failing)});
  app.ask(command::AddFilter{in_health(Health::switched_off_by_nexudus)});
  EXPECT_EQ(app.shown_names(), (Names{"Delta", "Epsilon"}));
  app.ask(command::AddFilter{in_lisbon});
  EXPECT_EQ(app.shown_names(), Names{"Epsilon"});
}

TEST(Filters, WithOneAnswerTakeEachOthersPlace) {
  App app = with_six();
  app.ask(command::AddFilter{is_off});
  app.ask(command::AddFilter{is_on});
  EXPECT_EQ(app.state.list.filters, std::vector<Filter>{is_on});
}

TEST(Filters, NarrowDownTogetherWithTheSearch) {
  App app = with_six();
  app.ask(command::Search{"beta"});
  app.ask(command::AddFilter{in_lisbon});
  EXPECT_EQ(app.shown_names(), Names{"Beta"});
  app.ask(command::RemoveFilter{in_lisbon});
  app.ask(command::AddFilter{is_off});
  EXPECT_EQ(app.state.list.result, "None of the 6 webhooks matches");
}

TEST(RemovingAFilter, BringsTheOthersBackAndMovesTheFocus) {
  App app = with_six();
  app.ask(command::AddFilter{in_lisbon});
  app.ask(command::AddFilter{is_on});
  app.ask(command::RemoveFilter{in_lisbon});
  EXPECT_EQ(app.state.list.filters, std::vector<Filter>{is_on});
  EXPECT_EQ(app.shown_names(), (Names{"Alpha", "Beta", "Epsilon", "Zeta"}));
  EXPECT_EQ(app.focused.back().kind, FocusTarget::Kind::filter_button);
}

TEST(ChangedToday, BeginsAtMidnightWhereTheUserIs) {
  const std::int64_t noon = 1'750'000'000'000 / day_ms * day_ms + day_ms / 2;
  const auto today = static_cast<std::size_t>(ChangedSince::today);
  EXPECT_EQ(change_moments({0, noon, 0, 0}, {}).at(today), noon - day_ms / 2);
  EXPECT_EQ(change_moments({0, noon, 0, hour_ms}, {}).at(today), noon - day_ms / 2 - hour_ms);
  EXPECT_EQ(change_moments({0, noon, 0, -13 * hour_ms}, {}).at(today), noon - 23 * hour_ms);
}

TEST(ChangedSinceTheLastVisit, CanBeChosenOnceThatIsKnown) {
  App app = with_six();
  app.ask(command::ShowFilters{});
  EXPECT_EQ(offered(app, Facet::changed), "today 0, in the last 7 days 0, in the last 30 days 0");
  App again = app.reloaded("/webhooks?changed=last-visit");
  EXPECT_EQ(again.state.list.filters, std::vector<Filter>{since(ChangedSince::last_visit)});
  EXPECT_EQ(again.shown_names(), Names{});
  again.server.find(2)->at("UpdatedOn") = "2030-01-01T00:00:00Z";
  again.ask(command::ReloadList{});
  again.settle();
  EXPECT_EQ(again.shown_names(), Names{"Beta"});
}

TEST(ChangedSinceTheLastVisit, IsNoFilterForWhoNeverWasHere) {
  App app = with_six("/webhooks?changed=last-visit");
  EXPECT_TRUE(app.state.list.filters.empty());
  EXPECT_EQ(app.state.list.shown.size(), 6U);
}

TEST(WhatCanBeChosen, IsCountedAmongWhatTheOtherFiltersLeave) {
  App app = with_six();
  app.ask(command::ShowFilters{});
  EXPECT_EQ(offered(app, Facet::location), "Lisbon 2, Madrid 4");
  EXPECT_EQ(offered(app, Facet::active), "On 4, Off 2");
  EXPECT_EQ(offered(app, Facet::health), "Switched off by Nexudus 1, Failing 1, Never fired 0, Fine 3, Off 1");
  EXPECT_EQ(offered(app, Facet::host), "example.com 5, other.example 1");
  EXPECT_EQ(offered(app, Facet::family), "Customers 3, Bookings 2, New in Nexudus 1");
  app.ask(command::AddFilter{in_lisbon});
  EXPECT_EQ(offered(app, Facet::location), "Lisbon 2, Madrid 4") << "one more location would show more";
  EXPECT_EQ(offered(app, Facet::active), "On 2, Off 0");
  app.ask(command::Search{"beta"});
  EXPECT_EQ(offered(app, Facet::location), "Lisbon 1");
}

TEST(WhatCanBeChosen, IsCountedOnlyWhileItIsShown) {
  App app = with_six();
  app.ask(command::AddFilter{in_lisbon});
  EXPECT_EQ(offered(app, Facet::location), "");
  app.ask(command::ShowFilters{});
  app.ask(command::ShowFilters{false});
  EXPECT_EQ(offered(app, Facet::location), "");
}

TEST(TheAddressOfTheList, SaysWhatIsLookedFor) {
  App app = with_six();
  app.ask(command::Search{"a & b"});
  app.ask(command::AddFilter{in_lisbon});
  app.ask(command::SortBy{Column::health});
  EXPECT_EQ(app.address, "/webhooks?search=a %26 b&location=12&sort=health");
}

TEST(TheAddressOfTheList, GetsAnEntryInTheHistoryByAFilterButNotByTyping) {
  App app = with_six();
  app.ask(command::Search{"a"});
  EXPECT_EQ(app.navigations.back().entry, effect::HistoryEntry::replaced_soon);
  app.ask(command::AddFilter{in_lisbon});
  EXPECT_EQ(app.navigations.back().entry, effect::HistoryEntry::kept);
  app.browse("/webhooks?search=a");
  EXPECT_TRUE(app.state.list.filters.empty());
  EXPECT_EQ(app.state.list.search, "a");
}

TEST(TheAddressOfTheList, IsThereAgainAfterAReloadAndAfterSigningIn) {
  const App app = with_six("/webhooks?location=12&sort=-name");
  EXPECT_EQ(app.shown_names(), (Names{"Epsilon", "Beta"}));
  EXPECT_EQ(app.address, "/webhooks?location=12&sort=-name");
}

TEST(TheAddressOfTheList, IsThereAgainWhenARecordIsLeft) {
  App app = with_six("/webhooks?location=12");
  app.open(2);
  EXPECT_EQ(app.address, "/webhooks/2");
  app.ask(command::Go{list_address});
  EXPECT_EQ(app.address, "/webhooks?location=12");
  EXPECT_EQ(app.shown_names(), (Names{"Beta", "Epsilon"}));
}

TEST(TheAddressOfTheList, LosesWhatIsUnknownOrBroken) {
  App app = with_six("/webhooks?colour=red&location=x&health=&active=maybe&changed=never&sort=&host&&=&event=bookings");
  EXPECT_EQ(app.address, "/webhooks?event=bookings");
  EXPECT_EQ(app.shown_names(), (Names{"Beta", "Delta"}));
}

TEST(TheAddressOfTheList, IsForgottenWithSigningOut) {
  App app = with_six("/webhooks?search=secret");
  app.ask(command::SignOut{});
  EXPECT_EQ(app.address, "/webhooks");
  app.sign_in("other@example.com");
  app.settle();
  EXPECT_EQ(app.state.list.search, "");
}

TEST(AListQuery, IsReadAsItIsWritten) {
  for (const char* text :
       {"", "?search=x", "?search=100%25 %2B %26 %23", "?location=0&location=7&host=a.example&host=",
        "?event=help-desk&event=new&active=on&health=never-fired&changed=30-days&sort=-changed-by"}) {
    EXPECT_EQ(query_text(read_list_query(text)), text);
  }
}

TEST(AListQuery, TakesTheEscapesOfOthers) {
  EXPECT_EQ(read_list_query("?search=a+b%20c%c3%BC").search, "a b cü");
  EXPECT_EQ(read_list_query("?search=50%&x").search, "50%");
  EXPECT_EQ(read_list_query("?location=7&location=7").filters.size(), 1U);
}

}  // namespace
