// Credentials in URLs are sent and kept whole, and shown nowhere unless asked for.
#include "app.h"
#include "editor/journal.h"
#include "editor/sentences.h"
#include "webhook/mask.h"

namespace editor_test {
namespace {

const std::string secret = "hunter2";
const std::string secret_url = "https://door:hunter2@hooks.example.com/in?token=hunter2";

void add(std::string& text, const Notice& notice) { text += notice.title + "\n" + notice.detail + "\n"; }

/// All that is on some screen, is read out, copied or exported by itself.
std::string shown_by(App& app) {
  std::string text = app.title + "\n";
  for (const std::string& sentence : app.said) text += sentence + "\n";
  for (const Activity& activity : app.state.activity) text += activity.target + " " + activity.message + "\n";
  for (const Row& row : app.state.list.rows) text += row.host + " " + row.record.facts.last_error + "\n";
  for (const JournalEntry* entry : found_entries(app.state)) {
    text += title_of(*entry) + outcome_of(*entry) + "\n";
    for (const FieldChange& change : changes_of(app.state, *entry)) text += change.before + " " + change.after + "\n";
  }
  add(text, app.state.list.notice);
  if (const auto* dialog = app.state.dialog ? std::get_if<DeleteDialog>(&*app.state.dialog) : nullptr) {
    text += dialog->title + dialog->text + "\n";
  }
  if (!app.state.form) return text;
  const Form& form = app.form();
  add(text, form.notice);
  text += form.shown_url + "\n" + form.stored.facts.last_error + "\n";
  for (const std::string& sentence : form.summary) text += sentence + "\n";
  for (const FieldStatus& status : form.status) text += status.error + status.advice + status.conflict + "\n";
  for (const StoredOtherwise& other : form.stored_otherwise) text += other.sent_raw + " " + other.stored_raw + "\n";
  for (const auto& line : form.payload.lines) text += line.text + "\n";
  return text + form.payload.json + form.payload.curl + form.last_response.message + form.last_response.body;
}

void expect_hidden(App& app) {
  const std::string shown = shown_by(app);
  EXPECT_EQ(shown.find(secret), std::string::npos) << shown;
}

App with_secret_typed() {
  App app = App::started("/webhooks/1");
  app.type(Field::url, secret_url);
  app.ask(command::LeaveField{Field::url});
  return app;
}

/// With the secret stored by another save, so that it is on both sides.
App with_secret_stored() {
  App app = App::started();
  (*app.server.find(1))["URL"] = secret_url;
  (*app.server.find(1))["LastError"] = "POST " + secret_url + " failed";
  app.ask(command::ReloadList{});
  app.settle();
  app.open(1);
  return app;
}

TEST(ASecretInTheUrl, IsHiddenWhereItIsTypedWhenTheFieldIsLeft) {
  App app = with_secret_typed();
  EXPECT_EQ(app.form().shown_url, "https://•••@hooks.example.com/in?token=•••");
  app.ask(command::ShowCredentials{true});
  EXPECT_EQ(app.form().shown_url, secret_url);
}

TEST(ASecretInTheUrl, IsHiddenWhileItIsNoAddressYet) {
  for (const char* url : {"https:/door:hunter2@h", "door:hunter2@h//x", "https://door:hunter2", "//door:hunter2@h",
                          "https://door:a/hunter2@h", "https://h/?to%6ben=hunter2", " https://door:hunter2@h"}) {
    App app = with_secret_typed();
    app.type(Field::url, url);
    app.ask(command::LeaveField{Field::url});
    expect_hidden(app);
  }
}

TEST(ASecretInTheUrl, IsHiddenWhenItIsSaved) {
  App app = with_secret_typed();
  app.save();
  EXPECT_EQ((*app.server.find(1))["URL"], secret_url);
  expect_hidden(app);
}

TEST(ASecretInTheUrl, IsHiddenWhenTheServerQuotesItInARefusal) {
  App app = with_secret_typed();
  Json error = field_error("URL", "“" + secret_url + "” cannot be reached");
  error["AttemptedValue"] = secret_url;
  app.server.next(
      Method::put, "",
      reply(400, failure("URL: " + secret_url + " is wrong", {error, field_error("Other", "see " + secret_url)})));
  app.save();
  ASSERT_FALSE(app.status(Field::url).error.empty());
  expect_hidden(app);
}

TEST(ASecretInTheUrl, IsHiddenWhenAGatewayQuotesIt) {
  const std::string words = "No way to " + secret_url;
  std::string page = "<html><title>";
  page.append(words).append("</title>").append(words).append("</html>");
  const std::string cut_off = R"({"Message":")" + words;
  for (const std::string& body : {page, "\"" + words + "\"", cut_off + "\"}", cut_off}) {
    App app = with_secret_typed();
    app.server.always(Method::put, "", reply(502, body));
    app.save();
    expect_hidden(app);
  }
}

TEST(ASecretInTheUrl, IsHiddenWhenNexudusStoredSomethingElse) {
  App app = with_secret_typed();
  app.begin_save();
  app.answer_one("/sys/webhooks");
  (*app.server.find(1))["URL"] = secret_url + "&more=1";
  app.settle();
  ASSERT_FALSE(app.form().stored_otherwise.empty());
  expect_hidden(app);
}

TEST(ASecretInTheUrl, IsHiddenInAConflict) {
  App app = App::started("/webhooks/1");
  app.type(Field::url, "https://example.com/mine");
  (*app.server.find(1))["URL"] = secret_url;
  app.save();
  ASSERT_FALSE(app.status(Field::url).conflict.empty());
  expect_hidden(app);
}

TEST(ASecretInTheUrl, IsHiddenInTheQuestionWhetherToDelete) {
  App app = with_secret_stored();
  app.ask(command::Delete{});
  ASSERT_TRUE(app.state.dialog);
  expect_hidden(app);
  app.ask(command::TypeConfirmation{"Front door"});
  app.ask(command::Confirm{});
  app.settle();
  expect_hidden(app);
}

TEST(ASecretInTheUrl, IsHiddenInWhatNexudusSaysOfAnEarlierFailure) {
  App app = with_secret_stored();
  (*app.server.find(1))["Active"] = false;
  (*app.server.find(1))["ErrorCount"] = 10;
  app.ask(command::Go{list_address});
  app.open(1);
  ASSERT_EQ(app.form().notice.action, Notice::Action::switch_on);
  expect_hidden(app);
}

TEST(ASecretInTheUrl, IsNotInTheJournalsExport) {
  App app = with_secret_typed();
  app.save();
  app.ask(command::ExportJournal{});
  EXPECT_EQ(app.files.back().text.find(secret), std::string::npos);
}

TEST(ACopyWithoutCredentials, SaysSo) {
  App app = with_secret_typed();
  app.ask(command::CopyPayload{});
  app.tell(event::CopyEnded{true});
  EXPECT_TRUE(app.state.copying.masked);
  EXPECT_EQ(app.said.back(), "Copied, with the credentials hidden as •••.");
  app.ask(command::ShowCredentials{true});
  app.ask(command::CopyPayload{});
  app.tell(event::CopyEnded{true});
  EXPECT_FALSE(app.state.copying.masked);
}

TEST(ACopyWithoutCredentials, DoesNotRunInAShell) {
  App app = with_secret_typed();
  app.ask(command::CopyCode{});
  EXPECT_NE(app.copied.back().find(R"(https://'"${HIDDEN_1:?}"'@hooks)"), std::string::npos) << app.copied.back();
  EXPECT_EQ(app.copied.back().find(webhook::mask), std::string::npos);
}

TEST(ACopyWithoutCredentials, IsNotSavedWhenItComesBack) {
  App app = App::started("/webhooks/1");
  app.type(Field::url, "https://•••@hooks.example.com/in");
  app.save();
  EXPECT_EQ(app.server.count(Method::put), 0U);
  EXPECT_NE(app.status(Field::url).error.find("Put the real credentials in place of •••"), std::string::npos);
}

TEST(AFullStorage, IsToldWhileThereIsSomethingToLose) {
  App app = App::started("/webhooks/1");
  app.tell(event::TextsKept{false});
  EXPECT_TRUE(not_kept_notice(app.state).empty());
  app.type(Field::name, "New");
  EXPECT_EQ(not_kept_notice(app.state).title, "What you typed is only in this page.");
  app.tell(event::TextsKept{true});
  EXPECT_TRUE(not_kept_notice(app.state).empty());
}

TEST(AFullStorage, IsReadOutAtOnce) {
  App app = App::started("/webhooks/1");
  app.type(Field::name, "New");
  app.tell(event::TextsKept{false});
  EXPECT_TRUE(app.has_said("What you typed is only in this page."));
}

}  // namespace
}  // namespace editor_test
