// What the mirror changes on the page: what must change and nothing else.
#include "gui/mirror.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "support/headless.h"

namespace gui {
namespace {

using testing_support::Page;
using Kind = MirrorOp::Kind;

Node node(NodeId id, NodeId parent, Role role, std::string name = "") {
  Node made;
  made.id = id;
  made.parent = parent;
  made.role = role;
  made.name = std::move(name);
  made.rect = {10, 20, 100, 40};
  return made;
}

class MirrorTest : public testing::Test {
 protected:
  const std::vector<MirrorOp>& show(std::vector<Node> nodes) {
    FrameResult frame;
    frame.tree.nodes = std::move(nodes);
    const std::vector<MirrorOp>& ops = mirror.update(frame);
    page.apply(ops);
    EXPECT_TRUE(page.complaints().empty()) << page.complaints().front();
    return ops;
  }
  [[nodiscard]] std::string tag(NodeId id) { return page.find(id) == nullptr ? "" : page.find(id)->tag; }

  Mirror mirror;
  Page page;
};

TEST_F(MirrorTest, MakesTheElementForTheRole) {
  Node field = node(1, 0, Role::textbox, "URL");
  Node area = node(2, 0, Role::textbox, "Description");
  area.multiline = true;
  Node title = node(3, 0, Role::heading, "WebHooks");
  title.level = 1;
  show({field, area, title, node(4, 0, Role::button, "Save"), node(5, 0, Role::grid, "WebHooks")});
  EXPECT_EQ(tag(1), "input");
  EXPECT_EQ(tag(2), "textarea");
  EXPECT_EQ(tag(3), "h1");
  EXPECT_EQ(tag(4), "button");
  EXPECT_EQ(page.attribute(5, "role"), "grid");
}

TEST_F(MirrorTest, NamesFieldsByLabelAndButtonsByText) {
  show({node(1, 0, Role::textbox, "URL"), node(2, 0, Role::button, "Save")});
  EXPECT_EQ(page.attribute(1, "aria-label"), "URL");
  EXPECT_EQ(page.find(2)->text, "Save");
  EXPECT_EQ(page.attribute(2, "aria-label"), "(none)");
}

TEST_F(MirrorTest, TiesErrorAndDescriptionToTheirField) {
  Node field = node(1, 0, Role::textbox, "URL");
  field.error = "Start with https://.";
  field.description = "Where events go.";
  show({field});
  const NodeId error = hidden_text_id(1, HiddenText::error);
  const NodeId description = hidden_text_id(1, HiddenText::description);
  EXPECT_EQ(page.attribute(1, "aria-describedby"),
            page.attribute(error, "id") + " " + page.attribute(description, "id"));
  EXPECT_EQ(page.attribute(1, "aria-invalid"), "true");
  EXPECT_EQ(page.find(error)->text, "Start with https://.");
  field.error.clear();
  show({field});
  EXPECT_EQ(page.find(error), nullptr);
  EXPECT_EQ(page.attribute(1, "aria-invalid"), "(none)");
}

TEST_F(MirrorTest, AFrameWithoutChangesChangesNothing) {
  const std::vector<Node> nodes{node(1, 0, Role::main), node(2, 1, Role::textbox, "URL"),
                                node(3, 1, Role::button, "Save")};
  show(nodes);
  EXPECT_TRUE(show(nodes).empty());
}

TEST_F(MirrorTest, OneChangedValueIsOneOperation) {
  std::vector<Node> nodes{node(1, 0, Role::textbox, "URL"), node(2, 0, Role::textbox, "Name")};
  show(nodes);
  nodes[0].value = "https://example.com";
  const std::vector<MirrorOp>& ops = show(nodes);
  ASSERT_EQ(ops.size(), 1U);
  EXPECT_EQ(ops[0].kind, Kind::value);
}

TEST_F(MirrorTest, OneChangedNameIsOneOperation) {
  std::vector<Node> nodes{node(1, 0, Role::button, "Save"), node(2, 0, Role::text, "3 changes")};
  show(nodes);
  nodes[1].name = "4 changes";
  EXPECT_EQ(show(nodes).size(), 1U);
}

TEST_F(MirrorTest, NeverWritesBackWhatTheUserTyped) {
  std::vector<Node> nodes{node(1, 0, Role::textbox, "URL")};
  show(nodes);
  Action typed;
  typed.kind = Action::Kind::set_value;
  typed.node = 1;
  typed.value = "htt";
  mirror.observe(typed);
  nodes[0].value = "htt";
  EXPECT_TRUE(show(nodes).empty());
}

TEST_F(MirrorTest, WritesWhatTheApplicationMadeOfWhatWasTyped) {
  std::vector<Node> nodes{node(1, 0, Role::textbox, "URL")};
  show(nodes);
  Action typed;
  typed.kind = Action::Kind::set_value;
  typed.node = 1;
  typed.value = " x";
  mirror.observe(typed);
  EXPECT_EQ(show(nodes).size(), 1U) << "the page has text that the application refused";
}

TEST_F(MirrorTest, PlacesChildrenRelativeToTheirParent) {
  Node inner = node(2, 1, Role::button, "Save");
  inner.rect = {15.5F, 30, 50, 20};
  show({node(1, 0, Role::main), inner});
  EXPECT_EQ(page.find(2)->rect, (Rect{5.5F, 10, 50, 20}));
}

TEST_F(MirrorTest, ScrollingTouchesNoChild) {
  Node area = node(1, 0, Role::region, "List");
  area.scrolls = true;
  area.content_height = 1000;
  Node child = node(2, 1, Role::text, "First");
  show({area, child});
  Action scrolled;
  scrolled.kind = Action::Kind::scroll;
  scrolled.node = 1;
  scrolled.scroll = {0, 33.25F};
  mirror.observe(scrolled);
  area.scroll = scrolled.scroll;
  child.rect.y -= 33.25F;
  EXPECT_TRUE(show({area, child}).empty());
}

TEST_F(MirrorTest, ScrollsThePageWhenTheApplicationDoes) {
  Node area = node(1, 0, Role::region, "List");
  area.scrolls = true;
  area.content_height = 1000;
  show({area});
  area.scroll = {0, 200};
  const std::vector<MirrorOp>& ops = show({area});
  ASSERT_EQ(ops.size(), 1U);
  EXPECT_EQ(ops[0].kind, Kind::scroll_to);
  EXPECT_EQ(ops[0].y, 200);
}

TEST_F(MirrorTest, DoesNotFightABounceOverTheEnd) {
  Node area = node(1, 0, Role::region, "List");
  area.scrolls = true;
  area.content_height = 1000;
  show({area});
  Action scrolled;
  scrolled.kind = Action::Kind::scroll;
  scrolled.node = 1;
  scrolled.scroll = {0, -40};
  mirror.observe(scrolled);
  EXPECT_TRUE(show({area}).empty());
}

TEST_F(MirrorTest, MakesAllOutsideOfADialogInert) {
  Node dialog = node(2, 0, Role::dialog, "Delete");
  dialog.modal = true;
  show({node(1, 0, Role::main), dialog, node(3, 2, Role::button, "Cancel")});
  EXPECT_EQ(page.attribute(1, "inert"), "");
  EXPECT_EQ(page.attribute(2, "inert"), "(none)");
  EXPECT_EQ(page.attribute(2, "aria-modal"), "true");
  show({node(1, 0, Role::main)});
  EXPECT_EQ(page.attribute(1, "inert"), "(none)");
}

TEST_F(MirrorTest, RemovesWhatIsInsideFirst) {
  show({node(1, 0, Role::main), node(2, 1, Role::button, "Save")});
  const std::vector<MirrorOp>& ops = show({});
  ASSERT_EQ(ops.size(), 2U);
  EXPECT_EQ(ops[0].node, 2U);
  EXPECT_EQ(ops[1].node, 1U);
}

TEST_F(MirrorTest, MovesOneElementWhenOneMoved) {
  show({node(1, 0, Role::text, "a"), node(2, 0, Role::text, "b"), node(3, 0, Role::text, "c"),
        node(4, 0, Role::text, "d")});
  const std::vector<MirrorOp>& ops = show({node(4, 0, Role::text, "d"), node(1, 0, Role::text, "a"),
                                           node(2, 0, Role::text, "b"), node(3, 0, Role::text, "c")});
  ASSERT_EQ(ops.size(), 1U);
  EXPECT_EQ(ops[0].node, 4U);
  EXPECT_EQ(page.find(0)->children, (std::vector<NodeId>{4, 1, 2, 3}));
}

TEST_F(MirrorTest, MakesAnElementAnewWhenItsTagChanges) {
  Node field = node(1, 0, Role::textbox, "Text");
  field.value = "kept";
  show({field, node(2, 0, Role::text, "after")});
  field.multiline = true;
  show({field, node(2, 0, Role::text, "after")});
  EXPECT_EQ(tag(1), "textarea");
  EXPECT_EQ(page.find(1)->value, "kept");
  EXPECT_EQ(page.find(0)->children, (std::vector<NodeId>{1, 2}));
}

TEST_F(MirrorTest, GivesTheFocusWhenEverythingIsInItsPlace) {
  FrameResult frame;
  frame.tree.nodes = {node(1, 0, Role::button, "Save")};
  frame.focus = 1;
  EXPECT_EQ(mirror.update(frame).back().kind, Kind::focus);
}

/// A frame with a text, a text box and a scroll area, the page as it shows that, and what one change of it leaves to wait.
class TheElements : public MirrorTest {
 protected:
  void SetUp() override {
    frame.tree.nodes = {node(1, 0, Role::text, "240 webhooks"), node(2, 0, Role::searchbox, "Search"),
                        node(3, 0, Role::grid, "WebHooks")};
    area().scrolls = true;
    area().content_height = 1'000;
    show(frame.tree.nodes);
  }
  [[nodiscard]] bool can_wait() const { return mirror.can_wait(frame); }

  Node& text() { return frame.tree.nodes[0]; }
  Node& box() { return frame.tree.nodes[1]; }
  Node& area() { return frame.tree.nodes[2]; }

  FrameResult frame;
};

TEST_F(TheElements, CanWaitWithWhatIsOnlyDrawn) {
  text().name = "3 webhooks";
  text().rect.x += 1;
  area().content_height = 500;
  frame.tree.nodes.push_back(node(4, 3, Role::row));
  EXPECT_TRUE(can_wait());
}

TEST_F(TheElements, CanWaitWhenTheUserTyped) {
  Action typed;
  typed.kind = Action::Kind::set_value;
  typed.node = 2;
  typed.value = "door";
  mirror.observe(typed);
  box().value = "door";
  EXPECT_TRUE(can_wait());
}

TEST_F(TheElements, CannotWaitWhenATextBoxMovesOrChanges) {
  for (const auto& change : std::vector<std::function<void(Node&)>>{
           [](Node& changed) { changed.rect.y += 1; }, [](Node& changed) { changed.value = "door"; },
           [](Node& changed) { changed.error = "Too long."; }}) {
    const Node before = box();
    change(box());
    EXPECT_FALSE(can_wait());
    box() = before;
  }
  EXPECT_TRUE(can_wait());
}

TEST_F(TheElements, CannotWaitWhenATextBoxComesOrGoes) {
  frame.tree.nodes.push_back(node(4, 0, Role::textbox, "Name"));
  EXPECT_FALSE(can_wait());
  frame.tree.nodes.pop_back();
  frame.tree.nodes.erase(frame.tree.nodes.begin() + 1);
  EXPECT_FALSE(can_wait());
}

TEST_F(TheElements, CannotWaitWhenSomethingIsScrolled) {
  area().scroll.y = 100;
  EXPECT_FALSE(can_wait());
}

TEST_F(TheElements, CannotWaitForTheFocusOrASelection) {
  frame.focus = 2;
  EXPECT_FALSE(can_wait());
  frame.focus.reset();
  frame.select_text = 2;
  EXPECT_FALSE(can_wait());
}

TEST_F(MirrorTest, CountsRowsInAGrid) {
  Node grid = node(1, 0, Role::grid, "WebHooks");
  grid.row_count = 10'001;
  grid.column_count = 3;
  Node row = node(2, 1, Role::row);
  row.row_index = 5001;
  Node cell = node(3, 2, Role::grid_cell, "Door");
  cell.row_index = 5001;
  cell.column_index = 1;
  cell.focusable = true;
  cell.in_tab_order = false;
  show({grid, row, cell});
  EXPECT_EQ(page.attribute(1, "aria-rowcount"), "10001");
  EXPECT_EQ(page.attribute(2, "aria-rowindex"), "5001");
  EXPECT_EQ(page.attribute(3, "aria-rowindex"), "(none)");
  EXPECT_EQ(page.attribute(3, "aria-colindex"), "1");
  EXPECT_EQ(page.attribute(3, "tabindex"), "-1");
}

TEST_F(MirrorTest, TiesAComboboxToItsListAndOption) {
  Node box = node(1, 0, Role::combobox, "Event");
  box.expanded = Expanded::yes;
  box.controls = 2;
  box.active_descendant = 3;
  show({box, node(2, 0, Role::listbox, "Event"), node(3, 2, Role::option, "Check-in")});
  EXPECT_EQ(page.attribute(1, "role"), "combobox");
  EXPECT_EQ(page.attribute(1, "aria-expanded"), "true");
  EXPECT_EQ(page.attribute(1, "aria-controls"), page.attribute(2, "id"));
  EXPECT_EQ(page.attribute(1, "aria-activedescendant"), page.attribute(3, "id"));
}

// After any sequence of frames the page looks as if the last one had been the first.
TEST_F(MirrorTest, AnyFrameAfterAnyOtherGivesTheSamePage) {
  std::mt19937 random(7);
  constexpr Role roles[] = {Role::group, Role::main, Role::list, Role::region};
  for (int frame = 0; frame < 300; ++frame) {
    std::vector<NodeId> ids(30);
    std::iota(ids.begin(), ids.end(), 1U);
    std::shuffle(ids.begin(), ids.end(), random);
    ids.resize(random() % 30);
    std::vector<Node> nodes;
    for (const NodeId id : ids) {
      const NodeId parent = nodes.empty() || random() % 3 == 0 ? 0 : nodes[random() % nodes.size()].id;
      Node made = node(id, parent, roles[random() % 2 + (id % 2U == 0 ? 0U : 2U)], "n" + std::to_string(random() % 3));
      made.rect.x = static_cast<float>(random() % 5);
      made.description = random() % 4 == 0 ? "more" : "";
      made.modal = random() % 20 == 0;
      nodes.push_back(made);
    }
    show(nodes);
    Page fresh;
    Mirror first;
    FrameResult result;
    result.tree.nodes = nodes;
    fresh.apply(first.update(result));
    ASSERT_EQ(page.dump(), fresh.dump()) << "in frame " << frame;
  }
}

}  // namespace
}  // namespace gui
