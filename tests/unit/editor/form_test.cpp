// Opening a webhook and editing it.
#include "app.h"
#include "editor/choices.h"

namespace {

using namespace editor_test;  // NOLINT(google-build-using-namespace)

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(OpeningAWebhook, ReadsItByIdBecauseARowLacksTheDescription) {
  App app = App::started();
  app.open(1);
  EXPECT_EQ(app.server.count(Method::get, "/sys/webhooks/1"), 1U);
  EXPECT_EQ(app.form().fields.description, "About Front door");
  EXPECT_EQ(app.title, "Front door · WebHook Editor");
  EXPECT_EQ(app.address, "/webhooks/1");
  EXPECT_TRUE(app.has_said("“Front door” is open"));
}

TEST(OpeningAWebhook, ShowsItsNameInTheTitleWhileItLoads) {
  App app = App::started();
  app.ask(command::Go{record_address(2)});
  EXPECT_EQ(app.form().phase, Form::Phase::loading);
  EXPECT_EQ(app.title, "Billing · WebHook Editor");
}

TEST(OpeningAWebhook, ThatDoesNotExistSaysSoAndTakesItOutOfTheList) {
  App app = App::started();
  app.server.records.erase(app.server.records.begin());
  app.open(1);
  EXPECT_EQ(app.form().phase, Form::Phase::failed);
  EXPECT_EQ(app.form().notice.title, "There is no webhook 1.");
  EXPECT_EQ(find_row(app.state.list, 1), nullptr);
}

TEST(OpeningAWebhook, ThatFailsCanBeTriedAgain) {
  App app = App::started();
  app.server.always(Method::get, "/sys/webhooks/1", reply(502, "<html><title>Bad Gateway</title></html>"));
  app.open(1);
  EXPECT_EQ(app.form().phase, Form::Phase::failed);
  EXPECT_TRUE(contains(app.form().notice.detail, "Bad Gateway"));
  app.server.heal();
  app.ask(command::RunNoticeAction{});
  app.settle();
  EXPECT_EQ(app.form().phase, Form::Phase::ready);
}

TEST(OpeningAWebhook, SaysThatADeletedOneAlsoAnswersWithAnError) {
  App app = App::started();
  app.server.always(Method::get, "/sys/webhooks/1", reply(500, R"({"Message":"An error has occurred."})"));
  app.open(1);
  EXPECT_TRUE(contains(app.form().notice.detail, "that was deleted"));
}

TEST(AWebhookThatNexudusSwitchedOff, SaysSoAndWhy) {
  App app = App::started();
  (*app.server.find(3))["ErrorCount"] = 10;
  (*app.server.find(3))["LastError"] = "404 Not Found";
  app.open(3);
  EXPECT_EQ(app.form().notice.title, "Nexudus has switched this webhook off.");
  EXPECT_TRUE(contains(app.form().notice.detail, "10 times in a row, last with “404 Not Found”"));
  EXPECT_TRUE(contains(app.form().notice.detail, "not sent later"));
}

TEST(AWebhookThatNexudusSwitchedOff, IsSwitchedOnAgainWithOnePress) {
  App app = App::started();
  (*app.server.find(3))["ErrorCount"] = 10;
  app.open(3);
  app.ask(command::RunNoticeAction{});
  app.settle();
  EXPECT_EQ((*app.server.find(3))["Active"], true);
  EXPECT_EQ(app.form().notice.title, "Saved.");
}

TEST(AWebhookThatWasSwitchedOffByHand, SaysNothingOfIt) {
  App app = App::started();
  app.open(3);
  EXPECT_TRUE(app.form().notice.empty());
}

TEST(OpeningAWebhook, RefusesTheRecordOfAnother) {
  App app = App::started();
  app.server.next(Method::get, "/sys/webhooks/1", reply(200, record(2, "Billing").dump()));
  app.open(1);
  EXPECT_EQ(app.form().phase, Form::Phase::failed);
  EXPECT_TRUE(contains(app.form().notice.detail, "It holds webhook 2."));
}

TEST(OpeningAWebhook, IgnoresTheLateAnswerForOneThatWasLeft) {
  App app = App::started();
  app.ask(command::Go{record_address(1)});
  const effect::SendRequest late = app.on_its_way();
  app.ask(command::Go{record_address(2)});
  app.settle();
  app.tell(event::Replied{late.id, {200, {}, record(1, "Front door").dump()}, 9'000});
  EXPECT_EQ(app.form().fields.name, "Billing");
}

TEST(EditingAField, MarksItAndSettingItBackClearsTheMark) {
  App app = App::started("/webhooks/1");
  app.type(Field::name, "Front doo");
  EXPECT_TRUE(app.status(Field::name).changed);
  EXPECT_TRUE(app.form().changed);
  EXPECT_TRUE(app.guarded);
  app.type(Field::name, "Front door");
  EXPECT_FALSE(app.status(Field::name).changed);
  EXPECT_FALSE(app.form().changed);
  EXPECT_FALSE(app.guarded);
}

TEST(EditingAField, WorksForEachOfThem) {
  App app = App::started("/webhooks/1");
  app.type(Field::url, "https://example.org/");
  app.type(Field::description, "");
  app.ask(command::ChooseLocation{12});
  app.ask(command::ChooseEvent{16});
  app.ask(command::SetActive{false});
  EXPECT_EQ(app.form().fields, (webhook::Fields{"Front door", 12, 16, "https://example.org/", "", false}));
  EXPECT_FALSE(app.status(Field::name).changed);
  EXPECT_TRUE(app.status(Field::active).changed);
  app.ask(command::SetBack{Field::url});
  EXPECT_EQ(app.form().fields.url, "https://example.com/1");
  app.ask(command::SetAllBack{});
  EXPECT_FALSE(app.form().changed);
}

TEST(AProblem, IsShownOnceTheFieldWasLeftAndThenWhileTyping) {
  App app = App::started("/webhooks/1");
  app.type(Field::url, "htt");
  EXPECT_EQ(app.status(Field::url).error, "");
  app.ask(command::LeaveField{Field::url});
  EXPECT_NE(app.status(Field::url).error, "");
  app.type(Field::url, "https://example.com/");
  EXPECT_EQ(app.status(Field::url).error, "");
  app.type(Field::url, "");
  EXPECT_NE(app.status(Field::url).error, "");
}

TEST(AnEmptyNewForm, DoesNotComplainUntilSaveIsPressed) {
  App app = App::started("/webhooks/new");
  for (const Field field : webhook::all_fields) {
    app.ask(command::LeaveField{field});
    EXPECT_EQ(app.status(field).error, "");
  }
  EXPECT_FALSE(app.form().changed);
  app.save();
  EXPECT_NE(app.status(Field::name).error, "");
  EXPECT_NE(app.status(Field::url).error, "");
  EXPECT_TRUE(app.focus_is_on(Field::name));
  EXPECT_TRUE(app.has_said("4 fields need correction"));
  EXPECT_EQ(app.server.count(Method::post), 0U);
}

TEST(ALocationThatCannotBeListed, IsTypedAsANumber) {
  App app;
  app.begin("/webhooks/1");
  app.server.always(Method::get, "/sys/businesses", reply(403));
  app.sign_in();
  app.settle();
  EXPECT_EQ(app.form().location_text, "11");
  app.type(Field::location, "12");
  EXPECT_EQ(app.form().fields.location_id, 12);
  EXPECT_TRUE(app.status(Field::location).changed);
  app.type(Field::location, "Madrid");
  app.ask(command::LeaveField{Field::location});
  EXPECT_EQ(app.status(Field::location).error, "Enter the number of the location, in digits only.");
  app.ask(command::SetBack{Field::location});
  EXPECT_EQ(app.form().location_text, "11");
}

TEST(Duplicating, FillsANewFormWithACopyReadById) {
  App app = App::started("/webhooks/1");
  app.ask(command::Duplicate{});
  EXPECT_EQ(app.address, "/webhooks/new?duplicate=1");
  app.settle();
  EXPECT_TRUE(app.form().is_new());
  EXPECT_EQ(app.form().fields.name, "Front door (copy)");
  EXPECT_EQ(app.form().fields.description, "About Front door");
  EXPECT_FALSE(app.form().changed);
  EXPECT_EQ(app.title, "New webhook · WebHook Editor");
}

TEST(EventChoices, AreFoundByEitherWordAndByNumber) {
  App app = App::started("/webhooks/1");
  EXPECT_EQ(event_choices(app.state, "customer created").front().number, 3);
  EXPECT_EQ(event_choices(app.state, "CoworkerCreate").front().name, "CoworkerCreate");
  EXPECT_EQ(event_choices(app.state, "3").front().number, 3);
  EXPECT_EQ(event_choices(app.state, "").size(), 89U);  // all but None, which never fires
}

TEST(EventChoices, KeepANumberNobodyKnows) {
  App app;
  app.server.records[0]["Action"] = 117;
  app.begin("/webhooks/1");
  app.sign_in();
  app.settle();
  EXPECT_EQ(event_choices(app.state, "117").front().words, "Unknown event 117");
  app.ask(command::ChooseEvent{3});
  EXPECT_EQ(event_choices(app.state, "117").front().number, 117);
}

TEST(EventChoices, OfferWhatOnlyTheApiKnows) {
  App app;
  app.server.event_names = Json::array({{{"Id", 118}, {"Name", "RobotLeft"}, {"Label", "Robot left"}}});
  app.begin("/webhooks/new");
  app.sign_in();
  app.settle();
  ASSERT_EQ(event_choices(app.state, "robot").size(), 1U);
  EXPECT_EQ(event_choices(app.state, "robot").front().family, "New in Nexudus");
}

TEST(LocationChoices, AreFoundByNameAndNumberAndIncludeTheOneTheFormHolds) {
  App app;
  app.server.records[0]["BusinessId"] = 99;
  app.begin("/webhooks/1");
  app.sign_in();
  app.settle();
  EXPECT_EQ(location_choices(app.state, "").size(), 3U);
  EXPECT_EQ(location_choices(app.state, "madr").front().id, 11);
  EXPECT_EQ(location_choices(app.state, "12").front().name, "Lisbon");
  EXPECT_EQ(location_choices(app.state, "99").front().name, "Location 99");
}

TEST(ThePayload, ShowsWhatSaveWillSendAndHowItDiffers) {
  App app = App::started("/webhooks/1");
  EXPECT_EQ(app.form().payload.method_and_target, "PUT /sys/webhooks");
  EXPECT_EQ(app.form().payload.request.body, app.server.find(1)->dump());
  EXPECT_TRUE(app.form().payload.differences.empty());
  app.type(Field::name, "New");
  ASSERT_EQ(app.form().payload.differences.size(), 1U);
  EXPECT_EQ(app.form().payload.differences.front(), (webhook::Difference{"Name", "\"Front door\"", "\"New\""}));
  EXPECT_TRUE(contains(app.form().payload.json, "\n  \"Name\": \"New\""));
}

TEST(ThePayload, OfANewWebhookIsThereFromTheBeginning) {
  App app = App::started("/webhooks/new");
  EXPECT_EQ(app.form().payload.method_and_target, "POST /sys/webhooks");
  EXPECT_TRUE(contains(app.form().payload.json, "\"Name\": \"\""));
}

TEST(TheCommand, HoldsAPlaceholderForTheTokenAndTheFullAddress) {
  App app = App::started("/webhooks/1");
  EXPECT_TRUE(contains(app.form().payload.curl, "\"Authorization: Bearer $")) << app.form().payload.curl;
  EXPECT_TRUE(contains(app.form().payload.curl, "https://console.example.com/app/api/sys/webhooks"));
}

/// What a POSIX shell makes of the last word of a command: inside single quotes nothing is special but their end.
std::string last_shell_word(const std::string& command) {
  const std::size_t begin = command.find("--data-raw ") + 11;
  std::string word;
  bool quoted = false;
  for (std::size_t i = begin; i < command.size(); ++i) {
    if (command[i] == '\'') {
      quoted = !quoted;
    } else if (!quoted && command[i] == '\\') {
      word.push_back(command[++i]);
    } else if (quoted) {
      word.push_back(command[i]);
    } else {
      ADD_FAILURE() << "unquoted: " << command.substr(i);
      return word;
    }
  }
  EXPECT_FALSE(quoted);
  return word;
}

TEST(TheCommand, SendsNastyValuesAsTheyAre) {
  App app = App::started("/webhooks/1");
  app.type(Field::name, "it's \"$HOME\" `id` $(id) !! \\ %s\n€ 🚪 '");
  EXPECT_EQ(last_shell_word(app.form().payload.curl), app.form().payload.request.body);
}

TEST(Copying, IsConfirmedAloud) {
  App app = App::started("/webhooks/1");
  app.ask(command::CopyCode{});
  EXPECT_EQ(app.copied.back(), app.form().payload.curl);
  EXPECT_FALSE(app.state.copying.done);
  app.tell(event::CopyEnded{true});
  EXPECT_TRUE(app.state.copying.done);
  EXPECT_EQ(app.said.back(), "Copied.");
  app.ask(command::CopyPayload{});
  EXPECT_EQ(app.copied.back(), app.form().payload.json);
  app.ask(command::CopyResponse{});
  EXPECT_EQ(app.copied.back(), app.form().last_response.body);
  app.tell(event::CopyEnded{false});
  EXPECT_TRUE(contains(app.said.back(), "did not allow copying"));
}

TEST(TheLastResponse, ShowsStatusTimeMessageAndBody) {
  App app = App::started("/webhooks/1");
  app.type(Field::name, "New");
  app.save();
  const LastResponse& last = app.form().last_response;
  EXPECT_EQ(last.method_and_target, "PUT /sys/webhooks");
  EXPECT_EQ(last.status, 200);
  EXPECT_EQ(last.elapsed_ms, 12);
  EXPECT_EQ(last.message, "WebHook was successfully updated.");
  EXPECT_TRUE(contains(last.body, "\n  \"Status\": 200"));
}

TEST(TheLastResponse, IsReadableWhateverBytesCame) {
  App app = App::started();
  app.server.next(Method::get, "/sys/webhooks/1", reply(200, "\xFF\x01<html>"));
  app.open(1);
  EXPECT_EQ(app.form().last_response.body, "\xEF\xBF\xBD\xEF\xBF\xBD<html>");
}

TEST(CredentialsInTheUrl, AreHiddenBesideTheFormUntilAskedForAndSentWhole) {
  App app = App::started("/webhooks/1");
  app.type(Field::url, "https://example.com/?token=hidden");
  const Payload& payload = app.form().payload;
  EXPECT_TRUE(payload.has_credentials);
  EXPECT_NE(payload.request.body.find("hidden"), std::string::npos);
  const auto shows = [&payload](std::string_view text) {
    return std::any_of(payload.lines.begin(), payload.lines.end(),
                       [text](const auto& line) { return line.text.find(text) != std::string::npos; });
  };
  EXPECT_EQ(payload.json.find("hidden") + payload.curl.find("hidden"), 2 * std::string::npos);
  EXPECT_FALSE(shows("hidden"));
  EXPECT_TRUE(shows("token=•••"));
  app.ask(command::ShowCredentials{true});
  EXPECT_NE(payload.json.find("hidden"), std::string::npos);
  EXPECT_TRUE(shows("hidden"));
}

TEST(ANewCredential, IsMarkedAsADifferenceThoughItIsHidden) {
  App app = App::started("/webhooks/1");
  app.type(Field::url, "https://example.com/?token=one");
  app.save();
  app.type(Field::url, "https://example.com/?token=two");
  const auto& lines = app.form().payload.lines;
  EXPECT_EQ(std::count_if(lines.begin(), lines.end(),
                          [](const auto& line) { return line.mark != webhook::PayloadLine::Mark::same; }),
            2);
}

TEST(ATextWithLinesEndedByCrLf, IsUnchangedWhenWhatWasTypedIsTakenBackByHand) {
  App app;
  (*app.server.find(1))["Description"] = "One\r\nTwo";
  app.begin("/webhooks/1");
  app.sign_in();
  app.settle();
  app.type(Field::description, "One\nTwo!");  // as a browser's field gives it
  EXPECT_TRUE(app.form().changed);
  app.type(Field::description, "One\nTwo");
  EXPECT_FALSE(app.form().changed);
}

TEST(ATextWithLinesEndedByCrLf, KeepsThemWhereItIsChanged) {
  App app;
  (*app.server.find(1))["Description"] = "One\r\nTwo";
  app.begin("/webhooks/1");
  app.sign_in();
  app.settle();
  app.type(Field::description, "One\nTwo\nThree");
  EXPECT_EQ(app.form().fields.description, "One\r\nTwo\r\nThree");
}

TEST(ATextOfOneLineThatHoldsALineFeed, IsUnchangedWhenWhatWasTypedIsTakenBackByHand) {
  App app;
  (*app.server.find(1))["Name"] = "Front\ndoor";
  app.begin("/webhooks/1");
  app.sign_in();
  app.settle();
  app.type(Field::name, "Frontdoor!");
  app.type(Field::name, "Frontdoor");
  EXPECT_FALSE(app.form().changed);
}

TEST(LocationsThatCouldNotBeLoaded, AreNotCalledForbiddenAndAreAskedForAgain) {
  App app;
  app.server.always(Method::get, "/sys/businesses", reply(500));
  app.begin("/webhooks/1");
  app.sign_in();
  app.settle();
  EXPECT_NE(app.state.locations.availability, Locations::Availability::not_allowed);
  app.server.heal();
  app.open(2);
  EXPECT_EQ(app.state.locations.availability, Locations::Availability::known);
}

}  // namespace
