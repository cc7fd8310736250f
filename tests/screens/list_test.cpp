// The list, drawn headless and driven by role and name.
#include "whole_application.h"

namespace screen_tests {
namespace {

class ListScreen : public WholeApplication {};

TEST_F(ListScreen, ShowsAllWebhooksOfAllLocations) {
  open();
  // The header is counted too.
  EXPECT_EQ(ui->grid("WebHooks").node().row_count, 61) << ui->dump();
}

TEST_F(ListScreen, SaysHowManyNeedCare) {
  open();
  EXPECT_TRUE(ui->text_visible("60 webhooks")) << ui->dump();
  EXPECT_TRUE(ui->text_visible("switched off by Nexudus"));
}

TEST_F(ListScreen, DoesNotJumpWhenTheWebhooksHaveCome) {
  fault = [](const platform::HttpRequest&) {
    platform::HttpEnded ended;
    ended.status = 503;
    return std::optional(ended);
  };
  open();
  const gui::Rect loading = ui->grid("WebHooks").node().rect;
  ASSERT_EQ(ui->count(gui::Role::progress_bar), 1) << ui->dump();
  fault = nullptr;
  for (int step = 0; step < 10; ++step) wait();
  EXPECT_EQ(ui->count(gui::Role::progress_bar), 0) << ui->dump();
  EXPECT_EQ(ui->grid("WebHooks").node().row_count, 61);
  EXPECT_EQ(ui->grid("WebHooks").node().rect, loading);
}

TEST_F(ListScreen, SearchFindsByTheWordsOfThePanel) {
  open();
  ui->searchbox("Search").type("customer created");
  EXPECT_TRUE(ui->text_visible("Customer created, CoworkerCreate")) << ui->dump();
  EXPECT_FALSE(ui->text_visible("Contract activated")) << ui->dump();
}

TEST_F(ListScreen, SearchFindsByTheNameOfTheApi) {
  open();
  ui->searchbox("Search").type("CoworkerCreate");
  EXPECT_EQ(ui->grid("WebHooks").node().row_count, 1 + 5) << ui->dump();
}

TEST_F(ListScreen, SearchThatFindsNothingSaysSo) {
  open();
  ui->searchbox("Search").type("no such thing");
  EXPECT_TRUE(ui->text_visible("No webhook matches the search")) << ui->dump();
}

TEST_F(ListScreen, HeaderSortsAndTurnsAround) {
  open();
  ui->by_role(gui::Role::column_header, "Location").press();
  EXPECT_EQ(ui->by_role(gui::Role::column_header, "Location").node().sort, gui::Sort::ascending);
  ui->by_role(gui::Role::column_header, "Location").press();
  EXPECT_EQ(ui->by_role(gui::Role::column_header, "Location").node().sort, gui::Sort::descending) << ui->dump();
}

TEST_F(ListScreen, EnterOnARowOpensIt) {
  open();
  ui->searchbox("Search").type("turnstile");
  ui->cell(1, 1).key(gui::key_enter);
  wait();
  EXPECT_TRUE(ui->heading(turnstile_name).exists()) << ui->dump();
}

TEST_F(ListScreen, ClickOnARowOpensIt) {
  open();
  ui->searchbox("Search").type("turnstile");
  ui->cell(1, 2).click();
  wait();
  EXPECT_TRUE(ui->heading(turnstile_name).exists()) << ui->dump();
}

TEST_F(ListScreen, FitsAPhoneAsCards) {
  open("", {390, 844});
  EXPECT_EQ(ui->grid("WebHooks").node().row_count > 50, true) << ui->dump();
  EXPECT_TRUE(ui->button("New webhook").exists());
  for (const gui::Node& node : ui->tree().nodes) EXPECT_LE(node.rect.right(), 390.5F) << node.name;
}

TEST_F(ListScreen, AsCardsIsSortedByWhatIsChosenAboveThem) {
  open("", {390, 844});
  ui->choose("Sort by", "health", "Health");
  EXPECT_NE(ui->cell(1, 1).name().find("Switched off by Nexudus"), std::string::npos) << ui->dump();
  EXPECT_EQ(ui->combobox("Sort by").value(), "Health");
}

TEST_F(ListScreen, AsCardsCanBeTurnedAround) {
  open("", {390, 844});
  const std::string first = ui->cell(1, 1).name();
  ui->button("Turn the order around").press();
  EXPECT_NE(ui->cell(1, 1).name(), first);
  ui->button("Turn the order around").press();
  EXPECT_EQ(ui->cell(1, 1).name(), first);
}

TEST_F(ListScreen, WithAHeaderNeedsNoOtherWayToSort) {
  open();
  EXPECT_EQ(ui->count(gui::Role::combobox), 0);
}

// ---- Filters

TEST_F(ListScreen, FilterButtonShowsAndHidesWhatCanBeChosen) {
  open();
  EXPECT_EQ(ui->button("Filter").node().expanded, gui::Expanded::no);
  ui->button("Filter").press();
  EXPECT_EQ(ui->button("Filter").node().expanded, gui::Expanded::yes);
  for (const char* name : {"Location", "Event family", "Active", "Health", "URL host", "Changed"}) {
    EXPECT_TRUE(ui->combobox(name).exists()) << name << "\n" << ui->dump();
  }
  ui->button("Filter").press();
  EXPECT_EQ(ui->count(gui::Role::combobox), 0);
}

TEST_F(ListScreen, FilterOffersEachValueWithItsCount) {
  open();
  ui->button("Filter").press();
  ui->combobox("Location").key(gui::key_down);
  EXPECT_EQ(ui->option("Zürich West").description(), "12") << ui->dump();
}

TEST_F(ListScreen, FilterShowsAHostAsItIsWritten) {
  open("/webhooks?host=api.ledgerly.example");
  ui->button("Filter").press();
  EXPECT_EQ(ui->combobox("URL host").value(), "api.ledgerly.example");
}

TEST_F(ListScreen, ChosenFiltersAreButtonsThatRemoveThem) {
  open();
  ui->button("Filter").press();
  ui->choose("Location", "zurich", "Zürich West");
  EXPECT_TRUE(ui->text_visible("12 of 60 webhooks match")) << ui->dump();
  EXPECT_EQ(ui->combobox("Location").value(), "Zürich West");
  ui->button("Remove filter: Location Zürich West").press();
  EXPECT_EQ(ui->grid("WebHooks").node().row_count, 61);
  EXPECT_FALSE(ui->button("Remove filter: Location Zürich West").exists());
  EXPECT_TRUE(ui->button("Filter").focused()) << "the button with the focus has gone";
}

TEST_F(ListScreen, AllFiltersAreClearedAtOnce) {
  open("/webhooks?active=on&health=fine");
  EXPECT_LT(ui->grid("WebHooks").node().row_count, 61);
  ui->button("Clear all filters").press();
  EXPECT_EQ(ui->grid("WebHooks").node().row_count, 61);
}

TEST_F(ListScreen, WhereNothingMatchesOffersToClearFiltersAndSearch) {
  open("/webhooks?health=fine");
  ui->searchbox("Search").type("no such thing");
  EXPECT_TRUE(ui->text_visible("No webhook matches the search and the filters.")) << ui->dump();
  ui->button("Clear search").press();
  EXPECT_GT(ui->grid("WebHooks").node().row_count, 1);
  ui->searchbox("Search").type("no such thing");
  ui->button("Clear filters").press();
  EXPECT_TRUE(ui->text_visible("No webhook matches the search.")) << ui->dump();
}

TEST_F(ListScreen, KeyForFiltersOpensThemAndGoesThere) {
  open();
  ui->shortcut("f");
  EXPECT_TRUE(ui->combobox("Location").focused()) << ui->dump();
}

TEST_F(ListScreen, FiltersFitAPhone) {
  open("/webhooks?location=1&health=fine&host=automation.cowork-flows.example&changed=30-days", {320, 700});
  ui->button("Filter").press();
  for (const gui::Node& node : ui->tree().nodes) EXPECT_LE(node.rect.right(), 320.5F) << node.name;
}

// ---- Columns

TEST_F(ListScreen, ShowsTheColumnsThatAreChosen) {
  open();
  ui->button("Columns").press();
  ui->switch_control("URL host").press();
  ui->switch_control("Last fired").press();
  ui->switch_control("Id").press();
  ui->button("Close").press();
  EXPECT_EQ(ui->grid("WebHooks").node().column_count, 7) << ui->dump();
  EXPECT_FALSE(ui->by_role(gui::Role::column_header, "URL host").exists());
  EXPECT_EQ(ui->by_role(gui::Role::column_header, "Id").node().column_index, 7);
  EXPECT_TRUE(ui->button("Columns").focused());
  ui->by_role(gui::Role::column_header, "Id").press();
  EXPECT_EQ(ui->by_role(gui::Role::column_header, "Id").node().sort, gui::Sort::ascending);
}

TEST_F(ListScreen, SaysTheOrderWhoseColumnIsNotShown) {
  open("/webhooks?sort=-health");
  ui->button("Columns").press();
  ui->switch_control("Health").press();
  ui->button("Close").press();
  EXPECT_TRUE(ui->text_visible("Sorted by Health, descending")) << ui->dump();
  ui->searchbox("Search").type("turnstile");
  EXPECT_TRUE(ui->text_visible("1 of 60 webhooks matches, sorted by Health, descending")) << ui->dump();
}

TEST_F(ListScreen, TheUsualColumnsComeBackAtAPress) {
  open();
  ui->button("Columns").press();
  EXPECT_TRUE(ui->button("Usual columns").disabled());
  ui->switch_control("Id").press();
  ui->button("Usual columns").press();
  EXPECT_FALSE(ui->switch_control("Id").checked());
}

TEST_F(ListScreen, CardsShowTheChosenColumnsToo) {
  open("/webhooks?search=turnstile", {390, 844});
  EXPECT_NE(ui->cell(1, 1).name().find("alerts.frontdesk.example"), std::string::npos) << ui->dump();
  EXPECT_EQ(ui->cell(1, 1).name().find("87654879"), std::string::npos);
  ui->button("Columns").press();
  ui->switch_control("URL host").press();
  ui->switch_control("Id").press();
  ui->button("Close").press();
  EXPECT_EQ(ui->cell(1, 1).name().find("alerts.frontdesk.example"), std::string::npos) << ui->dump();
  EXPECT_NE(ui->cell(1, 1).name().find("87654879"), std::string::npos);
}

TEST_F(ListScreen, ChosenColumnsStayInsideTheWindow) {
  open("", {1000, 700});
  ui->button("Columns").press();
  ui->switch_control("Id").press();
  ui->switch_control("Changed by").press();
  ui->button("Close").press();
  for (const gui::Node& node : ui->tree().nodes) EXPECT_LE(node.rect.right(), 1000.5F) << node.name;
  EXPECT_LT(ui->grid("WebHooks").node().column_count, 10);
}

TEST_F(ListScreen, SettlesAndDrawsNothingMore) {
  open();
  const int before = ui->frames_drawn();
  ui->settle();
  EXPECT_LE(ui->frames_drawn() - before, 1);
}

}  // namespace
}  // namespace screen_tests
