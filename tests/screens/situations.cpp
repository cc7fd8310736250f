// The situations, in whatever language is spoken.
#include "situations.h"

#include <array>
#include <optional>

#include "language/text.h"

namespace screen_tests {
namespace {

using language::translate;

void change_and_save(Stage& test) {
  Driver& ui = test.driver();
  ui.textbox(translate("Name")).type("Other");
  ui.button(translate("Save")).press();
  test.wait();
}

platform::HttpEnded status(int number) {
  platform::HttpEnded ended;
  ended.status = number;
  ended.headers = {{"Content-Type", "application/json"}};
  ended.body =
      R"({"Message":"Something is wrong over here, and it takes a sentence to say so.","WasSuccessful":false})";
  return ended;
}

const std::array<Situation, 24> all{{
    {"List", [](Stage& test) { test.open(); }},
    {"ListLoading",
     [](Stage& test) {
       test.fault = [](const platform::HttpRequest&) { return std::optional(status(503)); };
       test.open();
     }},
    {"ListEmpty",
     [](Stage& test) {
       test.open();
       test.driver().searchbox(translate("Search")).type("no such thing");
     }},
    {"ListOffline",
     [](Stage& test) {
       test.open();
       platform::null::send_event(platform::OnlineChanged{false});
       test.driver().settle();
     }},
    {"ListFilters",
     [](Stage& test) {
       test.open();
       test.driver().button(translate("Filter")).press();
     }},
    {"ListColumns",
     [](Stage& test) {
       test.open();
       test.driver().button(translate("Columns")).press();
     }},
    {"ListNotFound", [](Stage& test) { test.open("/no/where"); }},
    {"ListRefused",
     [](Stage& test) {
       test.fault = [](const platform::HttpRequest&) { return std::optional(status(403)); };
       test.open();
     }},
    {"Form", [](Stage& test) { test.open(with_large_numbers); }},
    {"FormNew", [](Stage& test) { test.open("/webhooks/new"); }},
    {"FormWithErrors",
     [](Stage& test) {
       test.open("/webhooks/new");
       test.driver().textbox(translate("URL")).type("nowhere");
       test.driver().button(translate("Save")).press();
     }},
    {"FormSwitchedOff", [](Stage& test) { test.open(switched_off); }},
    {"FormWithAdvice",
     [](Stage& test) {
       test.open(with_large_numbers);
       test.driver().textbox(translate("URL")).type("http://user:secret@192.168.1.7:8080/hook?token=abcdef#part");
     }},
    {"FormChanged",
     [](Stage& test) {
       test.open(with_large_numbers);
       test.driver().textbox(translate("Name")).type("Other");
     }},
    {"FormSaved",
     [](Stage& test) {
       test.open(with_large_numbers);
       change_and_save(test);
     }},
    {"FormInConflict",
     [](Stage& test) {
       test.open(with_large_numbers);
       test.save_elsewhere(with_large_numbers, "Invoice paid", "Theirs");
       change_and_save(test);
     }},
    {"FormNotSaved",
     [](Stage& test) {
       test.open(with_large_numbers);
       test.fault = [](const platform::HttpRequest& request) {
         return request.method == "PUT" ? std::optional(status(400)) : std::nullopt;
       };
       change_and_save(test);
     }},
    {"FormReadOnly",
     [](Stage& test) {
       test.open(with_large_numbers);
       test.fault = [](const platform::HttpRequest& request) {
         return request.method == "PUT" ? std::optional(status(403)) : std::nullopt;
       };
       change_and_save(test);
     }},
    {"FormListOpen",
     [](Stage& test) {
       test.open(with_large_numbers);
       test.driver().combobox(translate("Event")).type("customer");
     }},
    {"QuestionBeforeLeaving",
     [](Stage& test) {
       test.open(with_large_numbers);
       test.driver().textbox(translate("Name")).type("Other");
       test.driver().link(translate("All webhooks")).press();
     }},
    {"QuestionBeforeDeleting",
     [](Stage& test) {
       test.open(with_large_numbers);
       test.driver().button(translate("Delete")).press();
     }},
    {"Palette",
     [](Stage& test) {
       test.open();
       test.driver().button(translate("Commands")).press();
     }},
    {"Help",
     [](Stage& test) {
       test.open();
       (void)test.driver().shortcut("?");
     }},
    {"Activity",
     [](Stage& test) {
       test.open(with_large_numbers);
       change_and_save(test);
       platform::null::go_to("/activity");
       test.wait();
     }},
}};

}  // namespace

std::span<const Situation> situations() { return all; }

}  // namespace screen_tests
