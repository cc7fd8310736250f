// The form, drawn headless and driven by role and name.
#include "whole_application.h"

namespace screen_tests {
namespace {

class FormScreen : public WholeApplication {};

TEST_F(FormScreen, ShowsTheRecordAsReadById) {
  open(with_large_numbers);
  EXPECT_EQ(ui->textbox("Name").value(), "Invoice paid") << ui->dump();
  EXPECT_EQ(ui->combobox("Event").value(), "Invoice paid") << ui->dump();
  EXPECT_EQ(ui->combobox("Location").value(), "Zürich West");
  EXPECT_TRUE(ui->switch_control("Active").checked());
}

TEST_F(FormScreen, AChangedFieldIsMarkedAndSettingItBackClearsTheMark) {
  open(with_large_numbers);
  ui->textbox("Name").type("Invoice paid!");
  EXPECT_TRUE(ui->text_visible("1 unsaved change")) << ui->dump();
  ui->textbox("Name").type("Invoice paid");
  EXPECT_TRUE(ui->text_visible("No unsaved changes")) << ui->dump();
}

TEST_F(FormScreen, SaveSendsUntouchedMembersDigitForDigit) {
  open(with_large_numbers);
  ui->textbox("Name").type("Invoice paid, EU");
  ui->button("Save").press();
  wait();
  ASSERT_EQ(bodies("PUT").size(), 1U) << ui->dump();
  EXPECT_NE(bodies("PUT")[0].find("12345678901234567890"), std::string::npos);
  EXPECT_NE(bodies("PUT")[0].find("1.10"), std::string::npos);
  EXPECT_NE(bodies("PUT")[0].find(R"("Name":"Invoice paid, EU")"), std::string::npos);
  EXPECT_TRUE(ui->text_visible("No unsaved changes")) << ui->dump();
}

TEST_F(FormScreen, ASaveThatHasToWaitSaysUntilWhenAndCanBeStopped) {
  open(with_large_numbers);
  fault = [](const platform::HttpRequest& request) -> std::optional<platform::HttpEnded> {
    if (request.method != "PUT") return std::nullopt;
    platform::HttpEnded ended;
    ended.status = 409;
    ended.headers.emplace_back("Retry-After", "90");
    return ended;
  };
  ui->textbox("Name").type("Mine");
  ui->button("Save").press();
  wait();
  EXPECT_TRUE(ui->text_visible("Waiting for Nexudus until 12:01:3")) << ui->dump();
  ui->button("Stop").press();
  EXPECT_TRUE(ui->text_visible("Not saved. You stopped it.")) << ui->dump();
  EXPECT_TRUE(ui->text_visible("1 unsaved change")) << ui->dump();
  EXPECT_EQ(ui->textbox("Name").value(), "Mine");
}

TEST_F(FormScreen, AConflictIsDecidedAtItsField) {
  open(with_large_numbers);
  ui->textbox("Name").type("Mine");
  save_elsewhere(with_large_numbers, R"("Name":"Invoice paid")", R"("Name":"Theirs")");
  ui->button("Save").press();
  wait();
  EXPECT_TRUE(bodies("PUT").empty());
  EXPECT_NE(ui->textbox("Name").error().find("“Theirs”"), std::string::npos) << ui->dump();
  EXPECT_EQ(ui->focused(), ui->textbox("Name").id());
  ui->button("Keep mine for Name").press();
  EXPECT_FALSE(ui->button("Keep mine for Name").exists());
  EXPECT_EQ(ui->focused(), ui->textbox("Name").id());
  EXPECT_EQ(ui->textbox("Name").error(), "");
  ui->button("Save").press();
  wait();
  ASSERT_EQ(bodies("PUT").size(), 1U) << ui->dump();
  EXPECT_NE(bodies("PUT")[0].find(R"("Name":"Mine")"), std::string::npos);
}

TEST_F(FormScreen, TakingTheirsPutsTheStoredValueIntoTheField) {
  open(with_large_numbers);
  ui->textbox("Name").type("Mine");
  save_elsewhere(with_large_numbers, R"("Name":"Invoice paid")", R"("Name":"Theirs")");
  ui->button("Save").press();
  wait();
  ui->button("Take theirs for Name").press();
  EXPECT_EQ(ui->textbox("Name").value(), "Theirs");
  EXPECT_TRUE(ui->text_visible("No unsaved changes")) << ui->dump();
}

TEST_F(FormScreen, ControlSSaves) {
  open(with_large_numbers);
  ui->textbox("Name").type("Invoice paid, EU");
  EXPECT_TRUE(ui->shortcut("s", {.control_or_command = true}));
  wait();
  EXPECT_EQ(bodies("PUT").size(), 1U);
}

TEST_F(FormScreen, EventIsFoundByItsNumber) {
  open(with_large_numbers);
  ui->choose("Event", "63", "Failed check-in");
  EXPECT_TRUE(ui->text_visible("FailedCheckin")) << ui->dump();
}

TEST_F(FormScreen, AWrongUrlSaysWhatToDoAndKeepsSaveFromSending) {
  open(with_large_numbers);
  ui->textbox("URL").type("api.ledgerly.example/import");
  ui->button("Save").press();
  wait();
  EXPECT_NE(ui->textbox("URL").error(), "") << ui->dump();
  EXPECT_EQ(ui->focused(), ui->textbox("URL").id());
  EXPECT_TRUE(bodies("PUT").empty());
}

TEST_F(FormScreen, CredentialsAreDrawnInTheUrlFieldOnlyWhileItHasTheFocus) {
  open(with_large_numbers);
  const std::string url = "https://door:hunter2@locks.keywerk.example/x";
  ui->ui().record_picture();
  ui->textbox("URL").type(url);
  ui->blur();
  ui->settle();
  ASSERT_NE(ui->ui().picture(), nullptr);
  const std::string drawn = ui->ui().picture()->text;
  EXPECT_NE(drawn.find("https://•••@locks.keywerk.example/x"), std::string::npos);
  EXPECT_EQ(drawn.find("hunter2"), std::string::npos);
  EXPECT_EQ(ui->textbox("URL").value(), url) << "for who types in it, and for tests";
  ui->button("Save").press();
  wait();
  EXPECT_NE(bodies("PUT").at(0).find("hunter2"), std::string::npos);
}

TEST_F(FormScreen, AdviceOnTheUrlHasButtonsThatPutItRight) {
  open(with_large_numbers);
  ui->textbox("URL").type("http://locks.keywerk.example/x#top");
  EXPECT_NE(ui->textbox("URL").description().find("• Leave out #"), std::string::npos) << ui->dump();
  EXPECT_NE(ui->button("Remove the fragment").description(), "");
  ui->button("Remove the fragment").press();
  EXPECT_EQ(ui->focused(), ui->textbox("URL").id());
  ui->button("Use https://").press();
  EXPECT_EQ(ui->textbox("URL").value(), "https://locks.keywerk.example/x");
  EXPECT_FALSE(ui->button("Use https://").exists());
}

TEST_F(FormScreen, ErrorsOfTheServerStandAtTheirFields) {
  open(with_large_numbers);
  fault = [](const platform::HttpRequest& request) -> std::optional<platform::HttpEnded> {
    if (request.method != "PUT") return std::nullopt;
    platform::HttpEnded ended;
    ended.status = 400;
    ended.body = R"({"Message":"Business: is not yours","Value":null,"Errors":[{"AttemptedValue":null,)"
                 R"("Message":"is not yours","PropertyName":"Business"}],"WasSuccessful":false})";
    return ended;
  };
  ui->textbox("Name").type("Other");
  ui->button("Save").press();
  wait();
  EXPECT_NE(ui->combobox("Location").error().find("is not yours"), std::string::npos) << ui->dump();
  EXPECT_EQ(ui->focused(), ui->combobox("Location").id());
  EXPECT_EQ(ui->textbox("Name").value(), "Other");
}

TEST_F(FormScreen, LeavingWithChangesAsksAndKeepEditingKeepsThem) {
  open(with_large_numbers);
  ui->textbox("Name").type("Other");
  ui->link("All webhooks").press();
  ASSERT_TRUE(ui->dialog().exists()) << ui->dump();
  ui->button("Keep editing").press();
  EXPECT_EQ(ui->textbox("Name").value(), "Other") << ui->dump();
}

TEST_F(FormScreen, DiscardingLeaves) {
  open(with_large_numbers);
  ui->textbox("Name").type("Other");
  ui->link("All webhooks").press();
  ui->button("Discard changes").press();
  wait();
  EXPECT_TRUE(ui->grid("WebHooks").exists()) << ui->dump();
}

TEST_F(FormScreen, LeavingCanKeepADraftAndTheListLeadsBackToIt) {
  open(with_large_numbers);
  ui->textbox("Name").type("Other");
  ui->link("All webhooks").press();
  ui->button("Keep as draft and leave").press();
  wait();
  ui->button("Go on editing").press();
  wait();
  EXPECT_EQ(ui->textbox("Name").value(), "Other") << ui->dump();
}

TEST_F(FormScreen, SeveralDraftsAreListedWithWhatWasTypedAndEachCanBeDiscarded) {
  open(with_large_numbers);
  ui->textbox("Name").type("Other");
  ui->link("All webhooks").press();
  ui->button("Keep as draft and leave").press();
  ui->button("New webhook").press();
  ui->textbox("Name").type("Fresh");
  ui->link("All webhooks").press();
  ui->button("Keep as draft and leave").press();
  ui->button("Show them").press();
  EXPECT_TRUE(ui->text_visible("Invoice paid → Other")) << ui->dump();
  ui->button("Discard: Draft of “Invoice paid”").press();
  EXPECT_FALSE(ui->heading("Draft of “Invoice paid”").exists()) << ui->dump();
  ui->button("Go on editing: Draft of a new webhook “Fresh”").press();
  EXPECT_EQ(ui->textbox("Name").value(), "Fresh") << ui->dump();
}

TEST_F(FormScreen, AnActiveWebhookIsDeletedOnlyAfterItsNameWasTyped) {
  open(with_large_numbers);
  ui->button("Delete").press();
  ASSERT_TRUE(ui->dialog().exists()) << ui->dump();
  EXPECT_TRUE(ui->button("Delete").disabled());
  ui->textbox("Confirmation").type("Invoice paid");
  EXPECT_FALSE(ui->button("Delete").disabled());
  ui->button("Delete").press();
  wait();
  EXPECT_EQ(bodies("DELETE").size(), 1U);
  EXPECT_TRUE(ui->grid("WebHooks").exists()) << ui->dump();
}

TEST_F(FormScreen, ThePayloadFollowsEveryKey) {
  open(with_large_numbers);
  ui->textbox("Name").type("Abc");
  EXPECT_TRUE(ui->text_visible(R"("Name": "Abc")")) << ui->dump();
  EXPECT_TRUE(ui->text_visible("Differs from what Nexudus holds in Name"));
}

TEST_F(FormScreen, CopyJsonPutsThePayloadOnTheClipboard) {
  open(with_large_numbers);
  ui->button("Copy JSON").press();
  EXPECT_NE(platform::null::clipboard().find(R"("Name": "Invoice paid")"), std::string_view::npos);
}

TEST_F(FormScreen, ANewWebhookIsCreatedAndReadBack) {
  open("/webhooks/new");
  ui->textbox("Name").type("Brand new");
  ui->choose("Location", "brook", "Brooklyn Navy Yard");
  ui->choose("Event", "BookingCreate", "Booking created");
  ui->textbox("URL").type("https://locks.keywerk.example/new");
  ui->button("Save").press();
  wait();
  EXPECT_EQ(bodies("POST").size(), 1U) << ui->dump();
  EXPECT_TRUE(ui->heading("Brand new").exists()) << ui->dump();
}

TEST_F(FormScreen, DuplicateBeginsANewWebhookWithTheSameFields) {
  open(with_large_numbers);
  ui->button("Duplicate").press();
  wait();
  EXPECT_EQ(ui->textbox("Name").value(), "Invoice paid (copy)") << ui->dump();
  EXPECT_EQ(ui->combobox("Event").value(), "Invoice paid");
}

TEST_F(FormScreen, ExplainsTheEventAndOffersItsTwin) {
  open("/webhooks/87654879");
  EXPECT_TRUE(ui->text_visible("Easily taken for “Failed check-in” (63, FailedCheckin).")) << ui->dump();
  ui->button("Use “Failed check-in” instead").press();
  EXPECT_EQ(ui->combobox("Event").value(), "Failed check-in");
  EXPECT_TRUE(ui->button("Use “Customer check-in failed” instead").exists()) << ui->dump();
}

TEST_F(FormScreen, OpensANewWebhookForASiblingOfTheEvent) {
  open(with_large_numbers);
  ui->button("New webhook for Invoice refunded").press();
  wait();
  EXPECT_EQ(ui->combobox("Event").value(), "Invoice refunded") << ui->dump();
  EXPECT_EQ(ui->combobox("Location").value(), "Zürich West");
  EXPECT_EQ(ui->textbox("URL").value(), "https://api.ledgerly.example/import/payments?action=CoworkerInvoiceRefund");
}

TEST_F(FormScreen, SaysWhereTheWebhookStandsInTheList) {
  open("/webhooks?search=invoice%20paid");
  ui->cell(1, 1).key(gui::key_enter);
  wait();
  EXPECT_TRUE(ui->text_visible("1 of 5")) << ui->dump();
  EXPECT_TRUE(ui->button("Previous webhook").disabled());
  EXPECT_EQ(ui->button("Previous webhook").description(), "This is the first webhook of the list.");
  ui->button("Next webhook").press();
  wait();
  EXPECT_TRUE(ui->text_visible("2 of 5")) << ui->dump();
  ui->button("Previous webhook").press();
  wait();
  EXPECT_TRUE(ui->text_visible("1 of 5"));
}

TEST_F(FormScreen, GoingToTheNextWebhookAsksFirstWhenSomethingIsNotSaved) {
  open("/webhooks?search=invoice%20paid");
  ui->cell(1, 1).key(gui::key_enter);
  wait();
  ui->textbox("Name").type("Other");
  ui->button("Next webhook").press();
  EXPECT_TRUE(ui->dialog("Leave without saving?").exists()) << ui->dump();
}

TEST_F(FormScreen, ANewWebhookHasNoNeighbours) {
  open("/webhooks/new");
  EXPECT_FALSE(ui->button("Next webhook").exists());
}

TEST_F(FormScreen, FitsAPhone) {
  open(with_large_numbers, {390, 844});
  EXPECT_TRUE(ui->button("Save").exists()) << ui->dump();
  for (const gui::Node& node : ui->tree().nodes) {
    // What stands in a scroll area of its own (code) may reach further.
    if (node.clip.width == 0) EXPECT_LE(node.rect.right(), 390.5F) << node.name;
  }
}

}  // namespace
}  // namespace screen_tests
