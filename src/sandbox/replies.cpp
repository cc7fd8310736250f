// Writing Nexudus's answers.
#include "sandbox/replies.h"

#include "sandbox/json_text.h"
#include "sandbox/time_text.h"

namespace sandbox {

nexudus::Response json_reply(int status, std::string body) {
  return {status, {{"Content-Type", "application/json; charset=utf-8"}}, std::move(body)};
}

nexudus::Response message_reply(int status, std::string_view message) {
  return json_reply(status, ObjectWriter().text("Message", message).take());
}

nexudus::Response not_found() { return json_reply(404, quote("Not found")); }

nexudus::Response unauthorized() { return message_reply(401, "Authorization has been denied for this request."); }

nexudus::Response server_error() { return message_reply(500, "An error has occurred."); }

nexudus::Response written(const Webhook& webhook, std::string_view verb) {
  return json_reply(200, ObjectWriter()
                             .number("Status", 200)
                             .text("Message", "WebHook was successfully " + std::string(verb) + ".")
                             .json("Value", ObjectWriter().number("Id", webhook.id).take())
                             .boolean("OpenInDialog", false)
                             .boolean("OpenInWindow", false)
                             .null("RedirectURL")
                             .null("JavaScript")
                             .text("UpdatedOn", format_moment(webhook.updated_on))
                             .text("UpdatedBy", webhook.updated_by)
                             .null("Errors")
                             .boolean("WasSuccessful", true)
                             .take());
}

nexudus::Response refused(int status, const std::vector<FieldError>& errors) {
  std::string message;
  std::vector<std::string> entries;
  for (const FieldError& error : errors) {
    message += message.empty() ? "" : ", ";
    message += error.property.empty() ? error.message : error.property + ": " + error.message;
    entries.push_back(ObjectWriter()
                          .json("AttemptedValue", error.attempted)
                          .text("Message", error.message)
                          .text("PropertyName", error.property)
                          .take());
  }
  return json_reply(status, ObjectWriter()
                                .text("Message", message)
                                .null("Value")
                                .json("Errors", array_of(entries))
                                .boolean("WasSuccessful", false)
                                .take());
}

}  // namespace sandbox
