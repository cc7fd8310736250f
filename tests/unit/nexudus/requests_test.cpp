// The calls the editor makes.
#include "nexudus/requests.h"

#include <gtest/gtest.h>

namespace nexudus {
namespace {

TEST(Requests, AskForPagesOfWebhooksInASteadyOrder) {
  EXPECT_EQ(request_webhooks(2, 1000).target, "/sys/webhooks?page=2&size=1000&orderBy=Id");
  EXPECT_EQ(request_webhooks(2, 1000).method, Method::get);
}

TEST(Requests, NeverAskForMoreThanAPageMayHold) {
  EXPECT_EQ(request_webhooks(0, 5000).target, "/sys/webhooks?page=1&size=1000&orderBy=Id");
}

TEST(Requests, NameTheRecordInTheAddressToReadAndToDelete) {
  EXPECT_EQ(request_webhook(87654321).target, "/sys/webhooks/87654321");
  EXPECT_EQ(request_delete(5).target, "/sys/webhooks/5");
  EXPECT_EQ(request_delete(5).method, Method::delete_);
}

TEST(Requests, NameTheRecordInTheBodyToUpdate) {
  const Request request = request_update(R"({"Id":5})");
  EXPECT_EQ(request.method, Method::put);
  EXPECT_EQ(request.target, "/sys/webhooks");
  EXPECT_EQ(request.body, R"({"Id":5})");
  EXPECT_EQ(find_header(request.headers, "content-type"), "application/json; charset=utf-8");
}

TEST(Requests, CreateWithPost) { EXPECT_EQ(request_create("{}").method, Method::post); }

TEST(Requests, AskForLocationsAndEventNames) {
  EXPECT_EQ(request_locations(1, 100).target, "/sys/businesses?page=1&size=100&orderBy=Id");
  EXPECT_EQ(request_event_names().target, "/utils/enums?name=eWebhookAction");
}

TEST(Requests, CountAsWritesWhenTheyChangeSomething) {
  EXPECT_FALSE(is_write(request_webhook(1)));
  EXPECT_TRUE(is_write(request_create("{}")));
  EXPECT_TRUE(is_write(request_update("{}")));
  EXPECT_TRUE(is_write(request_delete(1)));
}

TEST(CurlCommand, IsReadyForAShellWithoutTheToken) {
  EXPECT_EQ(curl_command(request_update(R"({"Name":"Bob's $HOME `x`"})"), "https://spaces.nexudus.com/api"),
            R"(curl --request PUT \
  --url 'https://spaces.nexudus.com/api/sys/webhooks' \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json; charset=utf-8' \
  --data-raw '{"Name":"Bob'\''s $HOME `x`"}')");
}

TEST(CurlCommand, DoesNotRunBeforeWhatIsMaskedIsFilledIn) {
  const std::string command = curl_command(request_create(R"({"URL":"https://•••@a?key=•••"})"), "https://b", true);
  EXPECT_NE(command.find(R"('{"URL":"https://'"${HIDDEN_1:?}"'@a?key='"${HIDDEN_2:?}"'"}')"), std::string::npos);
}

TEST(CurlCommand, SendsWhatOnlyLooksMasked) {
  EXPECT_NE(curl_command(request_create(R"({"Name":"•••"})"), "https://b").find("•••"), std::string::npos);
}

TEST(CurlCommand, HasNoBodyWhereTheCallHasNone) {
  EXPECT_EQ(curl_command(request_delete(5), "https://a").find("--data"), std::string::npos);
}

TEST(FindHeader, ComparesNamesWithoutCase) {
  const std::vector<Header> headers{{"Retry-After", "1"}, {"retry-after", "2"}};
  EXPECT_EQ(find_header(headers, "RETRY-AFTER"), "1");
  EXPECT_EQ(find_header(headers, "Retry"), std::nullopt);
}

}  // namespace
}  // namespace nexudus
