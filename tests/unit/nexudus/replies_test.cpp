// Decoding what the API answers when all is well, and when the body is not what it should be.
#include "nexudus/replies.h"

#include <gtest/gtest.h>

namespace nexudus {
namespace {

const Asked asked{"page 2 of the webhooks"};

Response ok(std::string body) { return {200, {{"Content-Type", "application/json"}}, std::move(body)}; }

constexpr std::string_view row =
    R"({"BusinessId":12,"Name":"Door","Action":6,"Description":null,"URL":"https://a.example/x","Active":true,)"
    R"("LastError":"500 from receiver","ErrorCount":3,"LastTrigger":"2025-01-15T10:30:00Z","Id":87654321,)"
    R"("UpdatedOn":"2025-01-15T10:30:00Z","CreatedOn":"2025-01-10T08:00:00Z","UniqueId":"a1b2","UpdatedBy":"a@b.c",)"
    R"("IsNew":false,"SystemId":null,"ToStringText":"WebHook Door","LocalizationDetails":null,"CustomFields":null})";

std::string page_of(std::string_view records) {
  return R"({"Records":[)" + std::string(records) +
         R"(],"CurrentPage":2,"CurrentPageSize":25,"CurrentOrderField":"Id","CurrentSortDirection":1,"FirstItem":26,)"
         R"("LastItem":50,"TotalItems":60,"TotalPages":3,"HasNextPage":true,"HasPreviousPage":true})";
}

/// The problem a page of webhooks is refused with.
Problem refused_page(std::string body) {
  const auto page = decode_webhooks(ok(std::move(body)), asked);
  EXPECT_FALSE(page);
  return page ? Problem{} : page.error();
}

bool says(const Problem& problem, std::string_view words) { return problem.detail.find(words) != std::string::npos; }

TEST(ListPage, HoldsItsRowsAndWhereItStands) {
  const auto page = decode_webhooks(ok(page_of(row)), asked);
  ASSERT_TRUE(page) << page.error().detail;
  ASSERT_EQ(page->records.size(), 1U);
  const webhook::Record& record = page->records.front();
  EXPECT_EQ(record.id, 87654321);
  EXPECT_EQ(record.fields, (webhook::Fields{"Door", 12, 6, "https://a.example/x", "", true}));
  EXPECT_EQ(record.facts.last_error, "500 from receiver");
  EXPECT_EQ(record.facts.error_count, 3);
  EXPECT_EQ(record.facts.last_trigger.unix_ms, 1'736'937'000'000);
  EXPECT_EQ(record.facts.created_on.text, "2025-01-10T08:00:00Z");
  EXPECT_EQ(record.facts.updated_by, "a@b.c");
  EXPECT_EQ(record.facts.unique_id, "a1b2");
  EXPECT_EQ(page->current_page, 2);
  EXPECT_EQ(page->total_items, 60);
  EXPECT_EQ(page->total_pages, 3);
  EXPECT_TRUE(page->has_next_page);
}

TEST(ListPage, NeverTakesADescriptionFromARow) {
  const auto page = decode_webhooks(ok(R"({"Records":[{"Id":1,"Description":"not to be trusted"}]})"), asked);
  ASSERT_TRUE(page);
  EXPECT_EQ(page->records.front().fields.description, "");
}

TEST(ListPage, ToleratesMissingMembersAndNulls) {
  const auto page =
      decode_webhooks(ok(R"({"Records":[{"Id":1},{"Id":2,"Name":null,"Action":null,"Active":null}]})"), asked);
  ASSERT_TRUE(page) << page.error().detail;
  EXPECT_EQ(page->records[1], (webhook::Record{2, {}, {}}));
  EXPECT_EQ(page->total_items, 2);
  EXPECT_FALSE(page->has_next_page);
}

TEST(ListPage, MayBeEmpty) {
  const auto page = decode_webhooks(ok(R"({"Records":[],"TotalItems":0,"TotalPages":0})"), asked);
  ASSERT_TRUE(page);
  EXPECT_TRUE(page->records.empty());
}

TEST(ListPage, NamesTheRowAndTheMemberOfAWrongType) {
  const Problem problem = refused_page(R"({"Records":[{"Id":1},{"Id":2,"ErrorCount":"many"}]})");
  EXPECT_EQ(problem.kind, Problem::Kind::unreadable);
  EXPECT_EQ(
      problem.detail,
      "Asked for page 2 of the webhooks; the server answered with status 200. In entry 2, ErrorCount should be a "
      "whole number, but is the text “many”. Try again; if it stays, check that the API's address leads to Nexudus.");
}

TEST(ListPage, RefusesRowsThatAreNoRecords) {
  EXPECT_TRUE(says(refused_page(R"({"Records":[12]})"), "In entry 1, it should be an object, but is the number 12."));
  EXPECT_TRUE(says(refused_page(R"({"Records":[{"Name":"x"}]})"), "In entry 1, the Id is missing."));
  EXPECT_TRUE(says(refused_page(R"({"Records":[{"Id":null}]})"), "In entry 1, the Id is missing."));
  EXPECT_TRUE(says(refused_page(R"({"Records":{}})"), "Records should be a list, but is an object."));
  EXPECT_TRUE(says(refused_page(R"({"Records":[],"Records":[]})"), "Records is given twice."));
  EXPECT_TRUE(says(refused_page("{}"), "Records is missing."));
}

TEST(ListPage, RefusesEnormousNumbers) {
  EXPECT_TRUE(
      says(refused_page(R"({"Records":[{"Id":123456789012345678901234567890}]})"),
           "Id should be a whole number of at most 18 digits, but is the number 123456789012345678901234567890."));
  EXPECT_TRUE(says(refused_page(R"({"Records":[],"TotalItems":1e400})"), "TotalItems should be a whole number"));
}

TEST(ListPage, SaysThatItBreaksOff) {
  const std::string body = page_of(row);
  EXPECT_TRUE(says(refused_page(body.substr(0, 40)), "The answer breaks off after 40 bytes: a text is not closed."));
}

TEST(ListPage, IsRefusedWhereverItBreaksOff) {
  const std::string body = page_of(row);
  for (std::size_t size = 0; size < body.size(); ++size) {
    EXPECT_EQ(refused_page(body.substr(0, size)).kind, Problem::Kind::unreadable) << size;
  }
}

TEST(ListPage, SaysThatAWebPageCame) {
  EXPECT_TRUE(says(refused_page("<!DOCTYPE html><HTML><Title>Log in\n here</title>"),
                   "A web page came instead of data: “Log in here”."));
  EXPECT_TRUE(says(refused_page(" <html><body>x"), "A web page came instead of data."));
}

TEST(ListPage, SaysThatNothingOrSomethingElseCame) {
  EXPECT_TRUE(says(refused_page(""), "The answer is empty."));
  EXPECT_TRUE(says(refused_page("[]"), "The answer should be an object with Records, but is a list."));
  EXPECT_TRUE(says(refused_page("{} x"), "The answer is no JSON: at byte 3, something follows the end."));
  EXPECT_TRUE(says(refused_page("{\"Records\":[{\"Id\":1,\"Name\":\"\xFF\"}]}"), "not UTF-8"));
}

TEST(ListPage, ThatWasNotSuccessfulIsAProblemDespiteItsStatus) {
  const Problem problem = refused_page(R"({"Message":"Not now","Records":[],"WasSuccessful":false})");
  EXPECT_EQ(problem.kind, Problem::Kind::refused);
  EXPECT_TRUE(says(problem, "“Not now”"));
}

TEST(RecordReply, HoldsTheDocumentByteForByte) {
  const auto read = decode_webhook(ok(std::string(row)), asked);
  ASSERT_TRUE(read) << read.error().detail;
  EXPECT_EQ(read->document.text(), row);
  EXPECT_EQ(read->record.id, 87654321);
  EXPECT_EQ(read->record.fields.name, "Door");
}

TEST(RecordReply, RefusesAWrongTypeAMissingIdAndAnythingElse) {
  const auto problem_of = [](std::string body) { return decode_webhook(ok(std::move(body)), {"the webhook"}).error(); };
  EXPECT_TRUE(says(problem_of(R"({"Id":1,"Active":1})"), "Active should be true or false, but is the number 1."));
  EXPECT_TRUE(says(problem_of("{}"), "The Id is missing."));
  EXPECT_TRUE(says(problem_of("\"Not found\""), "The answer should be an object, but is the text “Not found”."));
  EXPECT_TRUE(says(problem_of(R"({"Id":1,"Name":"x)"), "breaks off"));
  EXPECT_EQ(problem_of(R"({"Message":"No","WasSuccessful":false})").kind, Problem::Kind::refused);
}

constexpr std::string_view success =
    R"({"Status":200,"Message":"WebHook was successfully updated.","Value":{"Id":87654321},"OpenInDialog":false,)"
    R"("RedirectURL":null,"UpdatedOn":"2025-01-15T10:30:00Z","UpdatedBy":"a@b.c","Errors":null,"WasSuccessful":true})";

TEST(WriteReply, TellsTheIdAndWhoWasLast) {
  EXPECT_EQ(decode_written(ok(std::string(success)), asked),
            (Written{87654321, "WebHook was successfully updated.", "2025-01-15T10:30:00Z", "a@b.c"}));
}

TEST(WriteReply, MayComeWithoutAnId) {
  const auto written = decode_written(ok(R"({"Value":null,"WasSuccessful":true})"), asked);
  ASSERT_TRUE(written);
  EXPECT_EQ(written->id, std::nullopt);
}

TEST(WriteReply, IsAFailureWithStatus200AndWasSuccessfulFalse) {
  const auto written = decode_written(
      ok(R"({"Message":"x","Errors":[{"Message":"is a required field","PropertyName":"Name"}],"WasSuccessful":false})"),
      asked);
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().kind, Problem::Kind::validation);
  EXPECT_EQ(written.error().status, 200);
  EXPECT_EQ(written.error().field_errors,
            (std::vector<FieldError>{{webhook::Field::name, "Name", "is a required field"}}));
}

TEST(WriteReply, ThatDoesNotSayWhetherItWorkedIsUnreadable) {
  for (const char* body :
       {"{}", "", "[]", "<html>", "\"ok\"", R"({"WasSuccessful":"true"})", R"({"WasSuccessful":true)"}) {
    const auto written = decode_written(ok(body), asked);
    ASSERT_FALSE(written) << body;
    EXPECT_EQ(written.error().kind, Problem::Kind::unreadable) << body;
  }
}

TEST(WriteReply, WithAnErrorStatusIsAFailureWhateverItsBodyClaims) {
  EXPECT_FALSE(decode_written({500, {}, R"({"WasSuccessful":true})"}, asked));
}

TEST(Locations, HoldIdAndName) {
  const auto page = decode_locations(
      ok(R"({"Records":[{"Name":"Zürich","Id":12,"Address":"x"},{"Id":13,"Name":null}],"TotalPages":1})"), asked);
  ASSERT_TRUE(page) << page.error().detail;
  EXPECT_EQ(page->records, (std::vector<Location>{{12, "Zürich"}, {13, ""}}));
}

TEST(Locations, RefuseAWrongType) {
  const auto page = decode_locations(ok(R"({"Records":[{"Id":"12"}]})"), asked);
  ASSERT_FALSE(page);
  EXPECT_TRUE(says(page.error(), "Id should be a whole number of at most 18 digits, but is the text “12”."));
}

TEST(EventNames, HoldNumberNameAndLabel) {
  EXPECT_EQ(decode_event_names(ok(R"([{"Id":1,"Name":"None","Label":"None"},{"Id":117,"Name":"New"}])"), asked),
            (std::vector<EventName>{{1, "None", "None"}, {117, "New", ""}}));
}

TEST(EventNames, RefuseWhatIsNoListOfThem) {
  for (const char* body :
       {"{}", "", "[", "[1]", "[{\"Id\":1}", "[{\"Name\":\"x\"}]", "[{\"Id\":1,\"Name\":2}]", "[] []"}) {
    const auto names = decode_event_names(ok(body), asked);
    ASSERT_FALSE(names) << body;
    EXPECT_EQ(names.error().kind, Problem::Kind::unreadable) << body;
  }
}

}  // namespace
}  // namespace nexudus
