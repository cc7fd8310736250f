// Buttons, links, switches and text fields: what they report and what they do.
#include <gtest/gtest.h>

#include <string>

#include "gui/button.h"
#include "gui/switch.h"
#include "gui/text.h"
#include "gui/text_field.h"
#include "support/headless.h"

namespace gui {
namespace {

using testing_support::Headless;

constexpr Rect place{20, 20, 300, 36};

TEST(Button, IsPressedWithoutAPointer) {
  int presses = 0;
  Headless ui([&](Ui& u) { presses += button(u, place, {.name = "Save"}) ? 1 : 0; });
  ui.settle();
  ui.button("Save").press();
  EXPECT_EQ(presses, 1);
}

TEST(Button, IsPressedOncePerClick) {
  int presses = 0;
  Headless ui([&](Ui& u) { presses += button(u, place, {.name = "Save"}) ? 1 : 0; });
  ui.settle();
  ui.button("Save").click();
  EXPECT_EQ(presses, 1);
}

TEST(Button, IsPressedByEnterAndSpace) {
  int presses = 0;
  Headless ui([&](Ui& u) { presses += button(u, place, {.name = "Save"}) ? 1 : 0; });
  ui.settle();
  ui.button("Save").key(key_enter);
  ui.button("Save").key(key_space);
  EXPECT_EQ(presses, 2);
}

TEST(Button, DoesNothingWhileDisabledButCanBeReached) {
  int presses = 0;
  Headless ui([&](Ui& u) { presses += button(u, place, {.name = "Save", .disabled = true}) ? 1 : 0; });
  ui.settle();
  ui.button("Save").press();
  ui.button("Save").click();
  EXPECT_EQ(presses, 0);
  EXPECT_TRUE(ui.button("Save").focused());
}

TEST(Button, DoesNothingWhileBusy) {
  int presses = 0;
  Headless ui([&](Ui& u) { presses += button(u, place, {.name = "Save", .busy = true}) ? 1 : 0; });
  ui.settle();
  ui.button("Save").press();
  EXPECT_EQ(presses, 0);
}

TEST(Button, KeepsItsNameWhenOnlyTheIconIsDrawn) {
  Headless ui([&](Ui& u) { (void)button(u, place, {.name = "Copy", .icon = Icon::copy, .icon_only = true}); });
  ui.settle();
  EXPECT_TRUE(ui.button("Copy").exists());
}

TEST(Link, TellsWhereItLeads) {
  bool followed = false;
  Headless ui([&](Ui& u) { followed = link(u, place, {.name = "Back", .href = "#/webhooks"}) || followed; });
  ui.settle();
  EXPECT_EQ(ui.link("Back").node().href, "#/webhooks");
  ui.link("Back").key(key_enter);
  EXPECT_TRUE(followed);
}

TEST(Switch, IsToggledByAClickAnywhereInItsRow) {
  bool on = false;
  Headless ui([&](Ui& u) {
    if (toggle_switch(u, place, {.name = "Active", .on = on}).toggled) {
      on = !on;
    }
  });
  ui.settle();
  ui.click({place.right() - 5, place.y + 10});
  EXPECT_TRUE(ui.switch_control("Active").checked());
}

TEST(Switch, IsToggledBySpace) {
  bool on = true;
  Headless ui([&](Ui& u) {
    if (toggle_switch(u, place, {.name = "Active", .on = on}).toggled) {
      on = !on;
    }
  });
  ui.settle();
  ui.switch_control("Active").key(key_space);
  EXPECT_FALSE(on);
}

// ---- Text fields

struct Field {
  std::string value;
  TextFieldSpec spec{.name = "URL"};
  int changes = 0;
  bool submitted = false;
  bool left = false;

  void operator()(Ui& ui) {
    const TextFieldResult result = text_field(ui, {20, 20, 300, 120}, value, spec);
    changes += result.changed ? 1 : 0;
    submitted = submitted || result.submitted;
    left = left || result.left;
  }
};

TEST(TextField, TakesWhatIsTyped) {
  Field field;
  Headless ui(std::ref(field));
  ui.settle();
  ui.textbox("URL").type("https://example.com");
  EXPECT_EQ(field.value, "https://example.com");
  EXPECT_EQ(field.changes, 1);
}

TEST(TextField, ReportsErrorHintAndMark) {
  Field field;
  field.spec.error = "Start with https://.";
  field.spec.hint = "Where events go.";
  field.spec.required = true;
  field.spec.changed = true;
  Headless ui(std::ref(field));
  ui.settle();
  EXPECT_EQ(ui.textbox("URL").error(), "Start with https://.");
  EXPECT_EQ(ui.textbox("URL").description(), "Where events go. Changed");
  EXPECT_TRUE(ui.textbox("URL").node().required);
}

TEST(TextField, HoldsTheWholeValueWhenSomethingElseIsDrawn) {
  Field field;
  field.value = "https://me:secret@example.com";
  field.spec.drawn = "https://•••@example.com";
  Headless ui(std::ref(field));
  ui.settle();
  EXPECT_EQ(ui.textbox("URL").value(), field.value);
  ui.textbox("URL").focus();
  ui.blur();
  EXPECT_EQ(field.changes, 0);
  EXPECT_EQ(field.value, "https://me:secret@example.com");
}

TEST(TextField, DoesNotTakeTextWhileReadOnly) {
  Field field;
  field.spec.read_only = true;
  Headless ui(std::ref(field));
  ui.settle();
  ui.textbox("URL").type("x");
  EXPECT_EQ(field.value, "");
}

TEST(TextField, GetsTheFocusByAClickOnItsFrameBesideTheText) {
  Field field;
  Headless ui(std::ref(field));
  ui.settle();
  const Rect text = ui.textbox("URL").node().rect;
  ui.click({text.x - 6, text.y - 4});
  EXPECT_TRUE(ui.textbox("URL").focused());
}

TEST(TextField, SubmitsByEnterOnlyWhenAskedTo) {
  Field field;
  Headless ui(std::ref(field));
  ui.settle();
  ui.textbox("URL").key(key_enter);
  EXPECT_FALSE(field.submitted);
  field.spec.submits = true;
  ui.settle();
  ui.textbox("URL").key(key_enter);
  EXPECT_TRUE(field.submitted);
}

TEST(TextField, TellsThatItWasLeft) {
  Field field;
  Headless ui(std::ref(field));
  ui.settle();
  ui.textbox("URL").focus();
  EXPECT_FALSE(field.left);
  ui.blur();
  EXPECT_TRUE(field.left);
}

TEST(TextField, NeedsMoreHeightForAMessage) {
  Field field;
  float without = 0;
  float with = 0;
  Headless ui([&](Ui& u) {
    without = text_field_height(u, 300, {.name = "URL"});
    with = text_field_height(u, 300, {.name = "URL", .error = "Start with https://."});
  });
  ui.settle();
  EXPECT_GT(with, without);
}

TEST(SearchField, IsEmptiedByItsButtonAndKeepsTheFocus) {
  Field field;
  field.spec.search = true;
  field.value = "door";
  Headless ui(std::ref(field));
  ui.settle();
  ui.button("Clear").press();
  EXPECT_EQ(field.value, "");
  EXPECT_TRUE(ui.searchbox("URL").focused());
  EXPECT_FALSE(ui.button("Clear").exists());
}

TEST(SearchField, IsEmptiedByAClickOnItsButton) {
  Field field;
  field.spec.search = true;
  field.value = "door";
  Headless ui(std::ref(field));
  ui.settle();
  ui.button("Clear").click();
  EXPECT_EQ(field.value, "");
}

TEST(TextField, AHundredThousandLettersAreShownWithoutBreakingThemAll) {
  Field field;
  field.spec.multiline = true;
  field.value.assign(100'000, 'x');
  Headless ui(std::ref(field));
  ui.settle();
  EXPECT_EQ(ui.textbox("URL").value().size(), 100'000U);
}

}  // namespace
}  // namespace gui
