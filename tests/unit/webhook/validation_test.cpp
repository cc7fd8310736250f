// What has to be right before a webhook is sent.
#include "webhook/validation.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "webhook/url.h"

namespace webhook {
namespace {

const Fields good{"Door", 12, 6, "https://hooks.example.com/door?action=BookingCreate", "", true};

std::string sentence_for(Field field, const std::vector<FieldProblem>& problems) {
  const auto found =
      std::find_if(problems.begin(), problems.end(), [field](const FieldProblem& p) { return p.field == field; });
  return found == problems.end() ? std::string() : found->sentence;
}

std::string url_problem(std::string url) {
  Fields fields = good;
  fields.url = std::move(url);
  return sentence_for(Field::url, validate(fields));
}

TEST(Validation, AcceptsAGoodRecord) {
  EXPECT_TRUE(validate(good).empty());
  EXPECT_TRUE(advise(good).empty());
}

TEST(Validation, AsksForEverythingThatIsRequiredAtOnce) {
  const auto problems = validate({});
  ASSERT_EQ(problems.size(), 4U);
  EXPECT_EQ(sentence_for(Field::name, problems), "Enter a name.");
  EXPECT_EQ(sentence_for(Field::location, problems), "Choose a location.");
  EXPECT_EQ(sentence_for(Field::event, problems), "Choose an event.");
  EXPECT_EQ(sentence_for(Field::url, problems),
            "Enter the address Nexudus shall call, such as https://example.com/hook.");
}

TEST(Validation, RefusesANameOfBlanks) {
  Fields fields = good;
  fields.name = " \t\u00A0";
  EXPECT_EQ(sentence_for(Field::name, validate(fields)), "Enter a name that does not consist of blanks only.");
}

TEST(Validation, SaysThatNoneNeverFires) {
  Fields fields = good;
  fields.action = 1;
  EXPECT_EQ(sentence_for(Field::event, validate(fields)), "Choose another event: “None” never fires.");
}

TEST(Validation, DoesNotHoldAStoredEventOrUrlAgainstTheUser) {
  Fields stored = good;
  stored.action = 1;
  stored.url = "ftp://old.example";
  Fields fields = stored;
  fields.active = false;
  EXPECT_TRUE(validate(fields, &stored).empty());
  EXPECT_EQ(sentence_for(Field::event, advise(fields, &stored)), "Choose another event: “None” never fires.");
}

TEST(Validation, StillAsksForAUrlWhereNoneIsStored) {
  Fields stored = good;
  stored.url.clear();
  EXPECT_NE(sentence_for(Field::url, validate(stored, &stored)), "");
}

TEST(Validation, AcceptsAnEventItDoesNotKnowAndMentionsIt) {
  Fields fields = good;
  fields.action = 117;
  EXPECT_TRUE(validate(fields).empty());
  EXPECT_EQ(sentence_for(Field::event, advise(fields)),
            "This editor does not know event 117. Leave it as it is unless you know the number is right.");
}

TEST(Validation, AcceptsAddressesReceiversReallyUse) {
  for (const char* url :
       {"https://a.example", "http://a.example/", "HTTPS://A.Example:8443/x", "https://user:pass@a.example/x?y=z#f",
        "https://xn--dr-via.example", "https://dör.example/ü", "https://192.0.2.1/x", "https://[2001:db8::1]:8080/x",
        "https://a.example./", "https://a_b.example", "https://a.example?x=1", "https://a.example/%20{id}"}) {
    EXPECT_EQ(url_problem(url), "") << url;
  }
}

TEST(Validation, SaysWhatToDoAboutAWrongAddress) {
  EXPECT_EQ(url_problem("hooks.example.com/x"),
            "Begin the address with https://. For example: https://hooks.example.com/x");
  EXPECT_EQ(url_problem("https:/a.example"),
            "Write https:// with a colon and two slashes. For example: https://a.example");
  EXPECT_EQ(url_problem("https:///a.example/x"),
            "Write https:// with a colon and two slashes. For example: https://a.example/x");
  EXPECT_EQ(url_problem("ftp://a.example"),
            "Begin the address with https:// or http://. Nexudus cannot call ftp:// addresses.");
  EXPECT_EQ(
      url_problem("https://a.example/x y"),
      "An address cannot contain blanks: remove them, or write %20 for each. For example: https://a.example/x%20y");
  EXPECT_EQ(url_problem("https:\\\\a.example\\x"),
            "Write / where the address has \\. For example: https://a.example/x");
  EXPECT_EQ(url_problem(" https://a.example\n"), "Remove the blanks before and after the address.");
  EXPECT_EQ(url_problem("https://"), "Add the host after https://, such as https://example.com/hook.");
  EXPECT_EQ(url_problem("https://?x=1"), "Add the host after https://, such as https://example.com/hook.");
  EXPECT_EQ(url_problem("https://a..b/x"),
            "Correct the host: “a..b” cannot be one. It should look like hooks.example.com.");
  EXPECT_EQ(url_problem("https://a.example:99999/"), "The port after the host must be a number from 1 to 65535.");
  EXPECT_EQ(url_problem("https://a.example:0/"), "The port after the host must be a number from 1 to 65535.");
  EXPECT_EQ(url_problem("https://a.example:8o/"), "The port after the host must be a number from 1 to 65535.");
}

TEST(Url, ComesApart) {
  const auto url = parse_url("https://me:secret@Hooks.Example.com:8443/a/b?x=1?2#part#2");
  ASSERT_TRUE(url);
  EXPECT_EQ(url->scheme, "https");
  EXPECT_EQ(url->userinfo, "me:secret");
  EXPECT_EQ(url->host, "Hooks.Example.com");
  EXPECT_EQ(url->port, 8443);
  EXPECT_EQ(url->path, "/a/b");
  EXPECT_EQ(url->query, "x=1?2");
  EXPECT_EQ(url->fragment, "part#2");
}

TEST(Url, OffersAnAddressThatWouldDo) {
  EXPECT_EQ(parse_url("a.example/x").error().proposal, "https://a.example/x");
  EXPECT_EQ(parse_url(" https://a.example ").error().proposal, "https://a.example");
  EXPECT_EQ(parse_url("???").error().proposal, "");
}

TEST(HostOf, ShowsTheHostWithoutCredentials) {
  EXPECT_EQ(host_of("https://me:secret@Hooks.Example.com/x?y"), "hooks.example.com");
  EXPECT_EQ(host_of("https://me@home:secret@a.example/x"), "a.example");
  EXPECT_EQ(host_of("http://a.example:8080"), "a.example:8080");
  EXPECT_EQ(host_of("https://[2001:db8::1]:8080/x"), "[2001:db8::1]:8080");
  EXPECT_EQ(host_of("a.example/x"), "a.example");
  EXPECT_EQ(host_of(""), "");
}

TEST(Advice, IsOnAUrlThatIsNotTheStoredOne) {
  Fields stored = good;
  stored.url = "http://a.example.com/#top";
  EXPECT_TRUE(advise(stored, &stored).empty());
  Fields fields = stored;
  fields.url = "http://b.example.com/#top";
  EXPECT_EQ(advise(fields, &stored).size(), 2U);
  EXPECT_EQ(advise(stored).size(), 2U);
}

TEST(Advice, BringsTheAddressThatWouldDo) {
  Fields fields = good;
  fields.url = "http://a.example.com/";
  EXPECT_EQ(advise(fields).at(0).fixed, "https://a.example.com/");
  fields.url = "a.example.com/";
  EXPECT_EQ(validate(fields).at(0).fixed, "https://a.example.com/");
}

}  // namespace
}  // namespace webhook
