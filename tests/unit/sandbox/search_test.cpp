// Lists: partial rows, pages, order and filters.
#include <gtest/gtest.h>

#include "session.h"

namespace {

using sandbox_test::Json;
using sandbox_test::keys;
using sandbox_test::Session;

std::vector<std::string> names(const Json& list) {
  std::vector<std::string> result;
  for (const Json& row : list.at("Records")) {
    result.push_back(row.at("Name").get<std::string>());
  }
  return result;
}

TEST(List, HasEveryMemberInNexudussOrder) {
  Session session;
  EXPECT_EQ(keys(session.search("")),
            (std::vector<std::string>{"Records", "CurrentPage", "CurrentPageSize", "CurrentOrderField",
                                      "CurrentSortDirection", "FirstItem", "LastItem", "TotalItems", "TotalPages",
                                      "HasNextPage", "HasPreviousPage"}));
}

TEST(List, GivesTwentyFiveRowsUnlessTold) {
  Session session;
  const Json list = session.search("");
  EXPECT_EQ(list["Records"].size(), 25U);
  EXPECT_EQ(list["CurrentPage"], 1);
  EXPECT_EQ(list["CurrentPageSize"], 25);
  EXPECT_EQ(list["CurrentOrderField"], "Id");
  EXPECT_EQ(list["CurrentSortDirection"], 1);
  EXPECT_EQ(list["FirstItem"], 1);
  EXPECT_EQ(list["LastItem"], 25);
  EXPECT_EQ(list["TotalItems"], 60);
  EXPECT_EQ(list["TotalPages"], 3);
  EXPECT_EQ(list["HasNextPage"], true);
  EXPECT_EQ(list["HasPreviousPage"], false);
}

TEST(List, LastPageHoldsTheRest) {
  Session session;
  const Json list = session.search("page=3&size=25");
  EXPECT_EQ(list["Records"].size(), 10U);
  EXPECT_EQ(list["FirstItem"], 51);
  EXPECT_EQ(list["LastItem"], 60);
  EXPECT_EQ(list["HasNextPage"], false);
  EXPECT_EQ(list["HasPreviousPage"], true);
}

TEST(List, PageBeyondTheEndIsEmpty) {
  Session session;
  const Json list = session.search("page=9223372036854775807&size=1000");
  EXPECT_EQ(list["Records"].size(), 0U);
  EXPECT_EQ(list["HasNextPage"], false);
}

TEST(List, GivesNoMoreThanAThousandRows) {
  sandbox::Options options = sandbox_test::without_limits();
  options.webhook_count = 1'500;
  Session session(options);
  const Json list = session.search("size=5000");
  EXPECT_EQ(list["Records"].size(), 1'000U);
  EXPECT_EQ(list["CurrentPageSize"], 1'000);
}

TEST(List, IgnoresPagesAndSizesThatMakeNoSense) {
  Session session;
  EXPECT_EQ(session.search("page=0&size=-3")["Records"].size(), 25U);
  EXPECT_EQ(session.search("page=x&size=y")["CurrentPage"], 1);
}

TEST(List, RowsLackTheDescription) {
  Session session;
  const std::int64_t id = session.first_id();
  ASSERT_TRUE(session.read(id)["Description"].is_string());
  Json row = session.search("size=1")["Records"][0];
  EXPECT_EQ(row["Id"], id);
  EXPECT_TRUE(row["Description"].is_null());
}

TEST(List, RowsAreOtherwiseTheWholeRecord) {
  Session session;
  Json list = session.search("size=1000");
  for (Json& row : list["Records"]) {
    Json whole = session.read(row["Id"].get<std::int64_t>());
    whole["Description"] = nullptr;
    EXPECT_EQ(row.dump(), whole.dump());
  }
}

TEST(List, SortsByAPropertyInBothDirections) {
  Session session;
  const auto up = names(session.search("orderBy=Name&dir=1&size=1000"));
  auto down = names(session.search("orderBy=Name&dir=-1&size=1000"));
  EXPECT_NE(up.front(), down.front());
  const auto lower = [](std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(c < 128 ? std::tolower(c) : c); });
    return text;
  };
  EXPECT_TRUE(std::is_sorted(up.begin(), up.end(), [&](const auto& a, const auto& b) { return lower(a) < lower(b); }));
  EXPECT_TRUE(
      std::is_sorted(down.begin(), down.end(), [&](const auto& a, const auto& b) { return lower(a) > lower(b); }));
}

TEST(List, SortsRowsThatAreEqualById) {
  Session session;
  for (const char* const direction : {"1", "-1"}) {
    const Json list = session.search("orderBy=ErrorCount&size=1000&dir=" + std::string(direction));
    for (std::size_t i = 1; i < list["Records"].size(); ++i) {
      const Json& above = list["Records"][i - 1];
      const Json& below = list["Records"][i];
      if (above["ErrorCount"] == below["ErrorCount"]) {
        EXPECT_LT(above["Id"], below["Id"]);
      }
    }
  }
}

class OrderBy : public testing::TestWithParam<const char*> {};

TEST_P(OrderBy, IsReportedAndKeepsEveryRow) {
  Session session;
  const Json list = session.search("size=1000&dir=Descending&orderBy=" + std::string(GetParam()));
  EXPECT_EQ(list["CurrentOrderField"], GetParam());
  EXPECT_EQ(list["CurrentSortDirection"], -1);
  EXPECT_EQ(list["Records"].size(), 60U);
}

INSTANTIATE_TEST_SUITE_P(List, OrderBy,
                         testing::Values("Id", "BusinessId", "Name", "Action", "Description", "URL", "Active",
                                         "LastError", "ErrorCount", "LastTrigger", "CreatedOn", "UpdatedOn",
                                         "UpdatedBy", "UniqueId"));

TEST(List, UnderstandsDirectionsAsNumbersAndWords) {
  Session session;
  for (const char* const word : {"1", "asc", "Ascending", "nonsense"}) {
    EXPECT_EQ(session.search("dir=" + std::string(word))["CurrentSortDirection"], 1) << word;
  }
  for (const char* const word : {"-1", "0", "desc", "Descending"}) {
    EXPECT_EQ(session.search("dir=" + std::string(word))["CurrentSortDirection"], -1) << word;
  }
}

TEST(List, SortsByIdWhenThePropertyIsUnknown) {
  Session session;
  EXPECT_EQ(session.search("orderBy=Colour")["CurrentOrderField"], "Id");
}

TEST(List, IgnoresUnknownParametersAndGivesTheWholeTable) {
  Session session;
  EXPECT_EQ(session.search("Webhook_Nmae=door&q=door&from_WebHook_Name=a")["TotalItems"], 60);
}

TEST(List, IgnoresFiltersItCannotRead) {
  Session session;
  EXPECT_EQ(session.search("WebHook_Action=six&WebHook_Active=perhaps&from_WebHook_ErrorCount=&"
                           "to_WebHook_CreatedOn=yesterday")["TotalItems"],
            60);
}

// A filter, and what holds for exactly the rows it lets through.
struct Filter {
  const char* query;
  bool (*holds)(const Json& record);
};

class ListFilter : public testing::TestWithParam<Filter> {};

TEST_P(ListFilter, LetsThroughExactlyTheRowsItIsAbout) {
  Session session;
  const Json found = session.search("size=1000&" + std::string(GetParam().query));
  int expected = 0;
  for (const sandbox::Webhook& webhook : session.sandbox.state().webhooks) {
    expected += GetParam().holds(session.read(webhook.id)) ? 1 : 0;
  }
  EXPECT_GT(expected, 0);
  EXPECT_LT(expected, 60);
  EXPECT_EQ(found["TotalItems"], expected);
  for (const Json& row : found["Records"]) {
    EXPECT_TRUE(GetParam().holds(session.read(row["Id"].get<std::int64_t>()))) << row.dump();
  }
}

bool contains(const Json& text, std::string_view part) {
  return text.is_string() && text.get<std::string>().find(part) != std::string::npos;
}
bool not_before(const Json& moment, const char* bound) {
  return moment.is_string() && moment.get<std::string>() >= bound;
}
bool not_after(const Json& moment, const char* bound) {
  return moment.is_string() && moment.get<std::string>() <= bound;
}

INSTANTIATE_TEST_SUITE_P(
    List, ListFilter,
    testing::Values(
        Filter{"WebHook_Business=1414900104", [](const Json& r) { return r["BusinessId"] == 1414900104; }},
        Filter{"WebHook_Name=T%C3%BCr", [](const Json& r) { return contains(r["Name"], "Tür"); }},
        Filter{"WebHook_Name=door+ACCESS", [](const Json& r) { return contains(r["Name"], "Door access"); }},
        Filter{"WebHook_Action=6", [](const Json& r) { return r["Action"] == 6; }},
        Filter{"WebHook_Description=front+desk",
               [](const Json& r) { return contains(r["Description"], "front desk"); }},
        Filter{"WebHook_URL=ledgerly", [](const Json& r) { return contains(r["URL"], "ledgerly"); }},
        Filter{"WebHook_Active=false", [](const Json& r) { return r["Active"] == false; }},
        Filter{"WebHook_Active=1", [](const Json& r) { return r["Active"] == true; }},
        Filter{"WebHook_LastError=remote", [](const Json& r) { return contains(r["LastError"], "remote"); }},
        Filter{"WebHook_ErrorCount=10", [](const Json& r) { return r["ErrorCount"] == 10; }},
        Filter{"from_WebHook_ErrorCount=5", [](const Json& r) { return r["ErrorCount"] >= 5; }},
        Filter{"from_WebHook_ErrorCount=3&to_WebHook_ErrorCount=9",
               [](const Json& r) { return r["ErrorCount"] >= 3 && r["ErrorCount"] <= 9; }},
        Filter{"from_WebHook_LastTrigger=2025-06-27T00:00",
               [](const Json& r) { return not_before(r["LastTrigger"], "2025-06-27T00:00:00Z"); }},
        Filter{"to_WebHook_LastTrigger=2025-06-27T00:00",
               [](const Json& r) { return not_after(r["LastTrigger"], "2025-06-27T00:00:00Z"); }},
        Filter{"from_WebHook_CreatedOn=2024-06-01T00:00",
               [](const Json& r) { return not_before(r["CreatedOn"], "2024-06-01T00:00:00Z"); }},
        Filter{"to_WebHook_UpdatedOn=2024-06-01T00:00",
               [](const Json& r) { return not_after(r["UpdatedOn"], "2024-06-01T00:00:00Z"); }}));

TEST(Businesses, ComeInPages) {
  Session session;
  const Json list = sandbox_test::parse(session.get("/sys/businesses?page=2&size=2"));
  EXPECT_EQ(list["TotalItems"], 5);
  EXPECT_EQ(list["TotalPages"], 3);
  ASSERT_EQ(list["Records"].size(), 2U);
  EXPECT_EQ(list["Records"][1]["Name"], "東京 渋谷");
  EXPECT_EQ(list["Records"][1]["Id"], 1414900104);
}

}  // namespace
