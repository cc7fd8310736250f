// Where things stand, on every screen and in every state: no control outside what holds it, none over another, and
// large enough for fingers, in windows from a desktop to 400 % zoom, with letters up to twice as large.
#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "situations.h"

namespace screen_tests {
namespace {

constexpr float tolerance = 0.5F;  // of a pixel
constexpr float finger = 44;

struct Surroundings {
  const char* name;
  testing_support::Size window;
  float text_scale;
};

constexpr std::array<Surroundings, 6> all_surroundings{{{"Desktop", {1280, 800}, 1},
                                                        {"DesktopLargeText", {1280, 800}, 2},
                                                        {"Phone", {390, 844}, 1},
                                                        {"PhoneLargeText", {390, 844}, 2},
                                                        {"PhoneOnItsSide", {844, 390}, 1},
                                                        {"Zoomed400", {320, 256}, 1}}};

bool is_control(const gui::Node& node) {
  switch (node.role) {
    case gui::Role::link:
    case gui::Role::button:
    case gui::Role::switch_control:
    case gui::Role::checkbox:
    case gui::Role::textbox:
    case gui::Role::searchbox:
    case gui::Role::combobox:
    case gui::Role::option:
    case gui::Role::column_header:
    case gui::Role::row:
      return true;
    default:
      return false;
  }
}

bool is_text(const gui::Node& node) {
  return node.role == gui::Role::text || node.role == gui::Role::heading || node.role == gui::Role::paragraph;
}

gui::Rect intersection(const gui::Rect& a, const gui::Rect& b) {
  const float x = std::max(a.x, b.x);
  const float y = std::max(a.y, b.y);
  return {x, y, std::max(0.0F, std::min(a.right(), b.right()) - x),
          std::max(0.0F, std::min(a.bottom(), b.bottom()) - y)};
}

bool overlap(const gui::Rect& a, const gui::Rect& b) {
  const gui::Rect both = intersection(a, b);
  return both.width > tolerance && both.height > tolerance;
}

std::string words(const gui::Node& node) {
  const gui::Rect& r = node.rect;
  return "“" + node.name + "” (" + std::to_string(r.x) + ", " + std::to_string(r.y) + ", " + std::to_string(r.width) +
         " × " + std::to_string(r.height) + ")";
}

class Layout : public Stage, public testing::WithParamInterface<Situation> {
 protected:
  /// One frame's nodes, by id.
  struct Scene {
    explicit Scene(const gui::Tree& tree) : nodes(tree.nodes) {
      for (const gui::Node& node : nodes) {
        by_id.emplace(node.id, &node);
        if (node.modal) modal = node.id;
      }
    }
    [[nodiscard]] const gui::Node* find(gui::NodeId id) const {
      const auto place = by_id.find(id);
      return place == by_id.end() ? nullptr : place->second;
    }
    [[nodiscard]] bool is_inside(const gui::Node& node, gui::NodeId container) const {
      for (const gui::Node* at = &node; at != nullptr; at = find(at->parent)) {
        if (at->id == container) return true;
      }
      return false;
    }
    /// The nearest thing that scrolls it; null when nothing does.
    [[nodiscard]] const gui::Node* scroller(const gui::Node& node) const {
      for (const gui::Node* at = find(node.parent); at != nullptr; at = find(at->parent)) {
        if (at->scrolls) return at;
      }
      return nullptr;
    }
    /// Within reach: behind a dialog nothing is.
    [[nodiscard]] bool counts(const gui::Node& node) const { return modal == 0 || is_inside(node, modal); }

    const std::vector<gui::Node>& nodes;
    std::unordered_map<gui::NodeId, const gui::Node*> by_id;
    gui::NodeId modal = 0;
  };

  void set(const Surroundings& surroundings, bool coarse_pointer = false) {
    ui->resize(surroundings.window);
    gui::Preferences preferences;
    preferences.text_scale = surroundings.text_scale;
    preferences.coarse_pointer = coarse_pointer;
    ui->set_preferences(preferences);
    ui->settle();
  }

  // What a node may reach over: as much as its container, or what that scrolls.
  static void expect_inside(const Scene& scene, const gui::Node& node) {
    const gui::Node* container = scene.find(node.parent);
    // Groups of options and of rows have no height of their own.
    while (container != nullptr && container->rect.height == 0) container = scene.find(container->parent);
    if (container == nullptr) return;
    gui::Rect room = container->rect;
    if (container->scrolls) {
      room.y -= container->scroll.y;
      room.height = container->content_height;
      if (container->content_width > 0) room.width = container->content_width;
    }
    EXPECT_GE(node.rect.x, room.x - tolerance) << words(node) << " in " << words(*container);
    EXPECT_LE(node.rect.right(), room.right() + tolerance) << words(node) << " in " << words(*container);
    EXPECT_GE(node.rect.y, room.y - tolerance) << words(node) << " in " << words(*container);
    EXPECT_LE(node.rect.bottom(), room.bottom() + tolerance) << words(node) << " in " << words(*container);
  }

  // Both may be scrolled by the same thing; else only what is seen of them can meet.
  static void expect_apart(const Scene& scene, const gui::Node& one, const gui::Node& other) {
    if (scene.is_inside(one, other.id) || scene.is_inside(other, one.id)) return;
    const bool together = scene.scroller(one) == scene.scroller(other);
    const gui::Rect a = together ? one.rect : intersection(one.rect, one.clip);
    const gui::Rect b = together ? other.rect : intersection(other.rect, other.clip);
    EXPECT_FALSE(overlap(a, b)) << words(one) << " over " << words(other);
  }

  static void expect_sound(const Scene& scene) {
    std::vector<const gui::Node*> placed;
    for (const gui::Node& node : scene.nodes) {
      if (!scene.counts(node) || (!is_control(node) && !is_text(node))) continue;
      expect_inside(scene, node);
      if (is_control(node)) EXPECT_GE(node.rect.width, 20) << words(node);
      // A list of options stands over the page.
      if (node.role == gui::Role::option) continue;
      for (const gui::Node* other : placed) {
        if (is_control(node) || is_control(*other)) expect_apart(scene, node, *other);
      }
      placed.push_back(&node);
    }
  }

  // A text field is larger than the browser's field in it: what counts is where the pointer gives it the focus.
  [[nodiscard]] static gui::Rect target_of(const gui::Node& node) {
    const bool field =
        node.role == gui::Role::textbox || node.role == gui::Role::searchbox || node.role == gui::Role::combobox;
    return field ? node.rect.inset(-12, -(finger - node.rect.height) / 2) : node.rect;
  }
};

TEST_P(Layout, KeepsControlsInsideAndApart) {
  GetParam().reach(*this);
  for (const Surroundings& surroundings : all_surroundings) {
    SCOPED_TRACE(surroundings.name);
    set(surroundings);
    expect_sound(Scene(ui->tree()));
  }
}

TEST_P(Layout, IsLargeEnoughForFingers) {
  GetParam().reach(*this);
  for (const Surroundings& surroundings : all_surroundings) {
    SCOPED_TRACE(surroundings.name);
    set(surroundings, true);
    const Scene scene(ui->tree());
    expect_sound(scene);
    for (const gui::Node& node : scene.nodes) {
      if (!scene.counts(node) || !is_control(node)) continue;
      EXPECT_GE(target_of(node).width, finger - tolerance) << words(node);
      EXPECT_GE(target_of(node).height, finger - tolerance) << words(node);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(EveryState, Layout, testing::ValuesIn(situations().begin(), situations().end()),
                         [](const testing::TestParamInfo<Situation>& info) { return std::string(info.param.name); });

}  // namespace
}  // namespace screen_tests
