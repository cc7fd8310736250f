// Reading and writing single records.
#include <gtest/gtest.h>

#include "session.h"

namespace {

using nexudus::Method;
using sandbox_test::Json;
using sandbox_test::keys;
using sandbox_test::new_record;
using sandbox_test::parse;
using sandbox_test::Response;
using sandbox_test::Session;

std::string properties(const Json& refusal) {
  std::string names;
  for (const Json& error : refusal.at("Errors")) {
    names += error.at("PropertyName").get<std::string>() + ";";
  }
  return names;
}

std::int64_t created_id(const Response& response) { return parse(response).at("Value").at("Id").get<std::int64_t>(); }

TEST(Read, HasEveryMemberInNexudussOrder) {
  Session session;
  EXPECT_EQ(
      keys(session.any_record()),
      (std::vector<std::string>{"BusinessId", "Name", "Action", "Description", "URL", "Active", "LastError",
                                "ErrorCount", "LastTrigger", "Id", "UpdatedOn", "CreatedOn", "UniqueId", "UpdatedBy",
                                "IsNew", "SystemId", "ToStringText", "LocalizationDetails", "CustomFields"}));
}

TEST(Read, AnswersAnUnknownIdWithNotFoundAsAJsonString) {
  Session session;
  const Response response = session.get("/sys/webhooks/4711");
  EXPECT_EQ(response.status, 404);
  EXPECT_EQ(response.body, "\"Not found\"");
}

TEST(Read, AnswersAnIdThatIsNoNumberWithNotFound) {
  Session session;
  EXPECT_EQ(session.get("/sys/webhooks/abc").status, 404);
  EXPECT_EQ(session.get("/sys/webhooks/99999999999999999999").status, 404);
}

TEST(Read, AnswersADeletedIdWithServerError) {
  Session session;
  const std::string target = "/sys/webhooks/" + std::to_string(session.first_id());
  ASSERT_EQ(session.send(Method::delete_, target).status, 200);
  const Response response = session.get(target);
  EXPECT_EQ(response.status, 500);
  EXPECT_EQ(response.body, R"({"Message":"An error has occurred."})");
}

TEST(Update, AnswersInNexudussShape) {
  Session session;
  const Json record = session.any_record();
  EXPECT_EQ(
      session.put(record).body,
      R"({"Status":200,"Message":"WebHook was successfully updated.","Value":{"Id":)" +
          std::to_string(session.first_id()) +
          R"(},"OpenInDialog":false,"OpenInWindow":false,"RedirectURL":null,"JavaScript":null,)"
          R"("UpdatedOn":"2025-07-01T12:00:00Z","UpdatedBy":"admin@example.com","Errors":null,"WasSuccessful":true})");
}

TEST(Update, StoresWhatMayBeWritten) {
  Session session;
  Json record = session.any_record();
  record["Name"] = "Neuer Name";
  record["Description"] = "Zeile 1\nZeile 2";
  record["URL"] = "https://example.com/é";
  record["Active"] = !record["Active"].get<bool>();
  record["Action"] = 250;
  record["BusinessId"] = 1414900104;
  ASSERT_EQ(session.put(record).status, 200);
  Json stored = session.any_record();
  for (const char* const name : {"Name", "Description", "URL", "Active", "Action", "BusinessId"}) {
    EXPECT_EQ(stored[name], record[name]) << name;
  }
}

TEST(Update, ClearsWhatIsLeftOut) {
  Session session;
  Json record = session.any_record();
  record["Active"] = true;
  record["CustomFields"] = {{"a", 1}};
  record["Unknown"] = 1;
  ASSERT_EQ(session.put(record).status, 200);
  ASSERT_TRUE(session.any_record()["Description"].is_string());

  for (const char* const name : {"Description", "Active", "CustomFields", "Unknown"}) {
    record.erase(name);
  }
  ASSERT_EQ(session.put(record).status, 200);
  Json stored = session.any_record();
  EXPECT_TRUE(stored["Description"].is_null());
  EXPECT_EQ(stored["Active"], false);
  EXPECT_TRUE(stored["CustomFields"].is_null());
  EXPECT_FALSE(stored.contains("Unknown"));
}

TEST(Update, OfAListRowWipesTheDescription) {
  Session session;
  const Json row = session.search("size=1")["Records"][0];
  ASSERT_EQ(session.put(row).status, 200);
  EXPECT_TRUE(session.any_record()["Description"].is_null());
}

TEST(Update, LeavesWhatNexudusSetsItself) {
  Session session;
  const Json before = session.any_record();
  Json record = before;
  record["ErrorCount"] = 99;
  record["LastError"] = "made up";
  record["LastTrigger"] = "2001-01-01T00:00:00Z";
  record["CreatedOn"] = "2001-01-01T00:00:00Z";
  record["UniqueId"] = "mine";
  record["UpdatedBy"] = "mine";
  ASSERT_EQ(session.put(record).status, 200);
  const Json after = session.any_record();
  for (const char* const name : {"ErrorCount", "LastError", "LastTrigger", "CreatedOn", "UniqueId"}) {
    EXPECT_EQ(after.at(name), before.at(name)) << name;
  }
}

TEST(Update, SaysWhoAndWhen) {
  Session session;
  session.now += std::chrono::hours{3};
  ASSERT_EQ(session.put(session.any_record()).status, 200);
  const Json after = session.any_record();
  EXPECT_EQ(after["UpdatedOn"], "2025-07-01T15:00:00Z");
  EXPECT_EQ(after["UpdatedBy"], "admin@example.com");
}

TEST(Update, KeepsUnknownMembersDigitForDigit) {
  Session session;
  const std::string body =
      R"({"Id":)" + std::to_string(session.first_id()) +
      R"(,"BusinessId":1414900101,"Name":"n","Action":6,"URL":"u","Big":12345678901234567890,"Money":1.10,)"
      R"("Tree":{"z":[1e1, -0, 2.50],"a":{}},"CustomFields":{"x":1.0}})";
  ASSERT_EQ(session.send(Method::put, "/sys/webhooks", body).status, 200);
  const std::string stored = session.get("/sys/webhooks/" + std::to_string(session.first_id())).body;
  EXPECT_NE(stored.find(R"("CustomFields":{"x":1.0},"Big":12345678901234567890,"Money":1.10,)"
                        R"("Tree":{"z":[1e1, -0, 2.50],"a":{}}})"),
            std::string::npos)
      << stored;
}

TEST(Update, OfTheWholeRecordChangesNothingButItsDate) {
  Session session;
  for (const sandbox::Webhook& webhook : session.sandbox.state().webhooks) {
    const sandbox::Webhook before = webhook;
    const std::string body = session.get("/sys/webhooks/" + std::to_string(before.id)).body;
    ASSERT_EQ(session.send(Method::put, "/sys/webhooks", body).status, 200);
    sandbox::Webhook after = webhook;
    after.updated_by = before.updated_by;
    after.updated_on = before.updated_on;
    EXPECT_EQ(after, before) << body;
  }
}

class RequiredField : public testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(RequiredField, IsNamedInTheErrorsWhenItIsMissing) {
  const auto& [name, property] = GetParam();
  Session session;
  Json record = session.any_record();
  record.erase(name);
  const Response response = session.put(record);
  EXPECT_EQ(response.status, 400);
  const std::string wanted = property;
  EXPECT_EQ(response.body, R"({"Message":")" + wanted + R"(: is a required field","Value":null,"Errors":[)" +
                               R"({"AttemptedValue":null,"Message":"is a required field","PropertyName":")" + wanted +
                               R"("}],"WasSuccessful":false})");
}

INSTANTIATE_TEST_SUITE_P(Update, RequiredField,
                         testing::Values(std::pair{"Id", "Id"}, std::pair{"BusinessId", "Business"},
                                         std::pair{"Name", "Name"}, std::pair{"Action", "Action"},
                                         std::pair{"URL", "URL"}));

TEST(Update, RefusesBlankTextsAndLocationsThatDoNotExist) {
  Session session;
  Json record = session.any_record();
  record["Name"] = "  ";
  record["URL"] = "";
  record["BusinessId"] = 12;
  const Response response = session.put(record);
  EXPECT_EQ(response.status, 400);
  EXPECT_EQ(properties(parse(response)), "Name;URL;Business;");
}

TEST(Update, RefusesValuesOfTheWrongType) {
  Session session;
  Json record = session.any_record();
  record["Name"] = 5;
  record["Action"] = 6.5;
  record["Active"] = "yes";
  record["Description"] = Json::array();
  EXPECT_EQ(properties(parse(session.put(record))), "Name;Action;Description;Active;");
}

TEST(Update, ThatIsRefusedChangesNothing) {
  Session session;
  const Json before = session.any_record();
  Json record = before;
  record["Name"] = "Changed";
  record["URL"] = "";
  ASSERT_EQ(session.put(record).status, 400);
  EXPECT_EQ(session.any_record(), before);
}

TEST(Update, OfAnUnknownRecordIsNotFound) {
  Session session;
  Json record = session.any_record();
  record["Id"] = 4711;
  EXPECT_EQ(session.put(record).status, 404);
}

TEST(Update, RefusesWhatIsNoJson) {
  Session session;
  EXPECT_EQ(session.send(Method::put, "/sys/webhooks", "<html>").status, 400);
  EXPECT_EQ(session.send(Method::put, "/sys/webhooks", "[]").status, 400);
}

TEST(Update, TakesTheIdFromTheBodyOnly) {
  Session session;
  const std::string target = "/sys/webhooks/" + std::to_string(session.first_id());
  EXPECT_EQ(session.send(Method::put, target, session.any_record().dump()).status, 405);
}

TEST(Create, AnswersOnlyTheIdAndTheRecordCanBeRead) {
  Session session;
  const Response response = session.post(new_record(session.sandbox));
  ASSERT_EQ(response.status, 200);
  EXPECT_EQ(parse(response)["Message"], "WebHook was successfully created.");
  EXPECT_EQ(keys(parse(response)["Value"]), (std::vector<std::string>{"Id"}));
  Json stored = session.read(created_id(response));
  EXPECT_EQ(stored["Name"], "New");
  EXPECT_EQ(stored["ToStringText"], "New");
  EXPECT_EQ(stored["Active"], false);
  EXPECT_EQ(stored["ErrorCount"], 0);
  EXPECT_TRUE(stored["LastTrigger"].is_null());
  EXPECT_EQ(stored["IsNew"], false);
  EXPECT_EQ(stored["CreatedOn"], "2025-07-01T12:00:00Z");
}

TEST(Create, GivesEachRecordItsOwnIds) {
  Session session;
  const Json first = session.read(created_id(session.post(new_record(session.sandbox))));
  const Json second = session.read(created_id(session.post(new_record(session.sandbox))));
  EXPECT_NE(first["Id"], second["Id"]);
  EXPECT_NE(first["UniqueId"], second["UniqueId"]);
  EXPECT_EQ(session.search("")["TotalItems"], 62);
}

TEST(Create, IgnoresAnIdThatIsSent) {
  Session session;
  Json record = new_record(session.sandbox);
  record["Id"] = session.first_id();
  EXPECT_NE(created_id(session.post(record)), session.first_id());
}

TEST(Create, NamesEveryRequiredField) {
  Session session;
  const Response response = session.post(Json::object());
  EXPECT_EQ(response.status, 400);
  EXPECT_EQ(properties(parse(response)), "Business;Name;Action;URL;");
  EXPECT_EQ(session.search("")["TotalItems"], 60);
}

TEST(Delete, TakesTheRecordOutOfTheList) {
  Session session;
  const std::int64_t id = session.first_id();
  const Response response = session.send(Method::delete_, "/sys/webhooks/" + std::to_string(id));
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(parse(response)["WasSuccessful"], true);
  EXPECT_EQ(session.search("")["TotalItems"], 59);
  EXPECT_NE(session.first_id(), id);
}

TEST(Delete, OfTheSameRecordTwiceIsAServerError) {
  Session session;
  const std::string target = "/sys/webhooks/" + std::to_string(session.first_id());
  ASSERT_EQ(session.send(Method::delete_, target).status, 200);
  EXPECT_EQ(session.send(Method::delete_, target).status, 500);
}

TEST(Enums, ListEveryEventWithItsNumber) {
  Session session;
  const Json events = parse(session.get("/utils/enums?name=eWebhookAction"));
  ASSERT_EQ(events.size(), 90U);
  EXPECT_EQ(events[0].dump(), R"({"Id":1,"Name":"None","Label":"None"})");
  EXPECT_EQ(events[44]["Name"], "HelDeskMessageCreated");
}

TEST(Enums, KnowNoOtherEnumeration) {
  Session session;
  EXPECT_EQ(session.get("/utils/enums?name=eOther").status, 404);
}

TEST(Sandbox, HasNothingElse) {
  Session session;
  EXPECT_EQ(session.get("/sys/coworkers").status, 404);
  EXPECT_EQ(session.get("/sys/webhooksx").status, 404);
  EXPECT_EQ(session.send(Method::post, "/sys/businesses").status, 405);
}

TEST(Sandbox, SaysThatItsAnswersAreJson) {
  Session session;
  EXPECT_EQ(nexudus::find_header(session.get("/sys/webhooks").headers, "content-type"),
            "application/json; charset=utf-8");
}

}  // namespace
