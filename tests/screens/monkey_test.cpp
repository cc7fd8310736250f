// Thousands of events in no sensible order: whatever is pressed, typed, lost or late, the screens hold together. Each
// seed is a run of its own; MONKEY_SEED=n repeats one.
#include <array>
#include <cmath>
#include <cstdlib>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "whole_application.h"

namespace screen_tests {
namespace {

constexpr int events_per_run = 500;
constexpr unsigned runs = 20;  // together 10,000 events

class Monkey : public WholeApplication, public testing::WithParamInterface<unsigned> {
 protected:
  [[nodiscard]] int up_to(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }
  [[nodiscard]] bool one_in(int count) { return up_to(count - 1) == 0; }
  template <typename List>
  [[nodiscard]] const auto& any_of(const List& list) {
    return list[static_cast<std::size_t>(up_to(static_cast<int>(list.size()) - 1))];
  }

  /// Of what is on the screen, or of something that has gone: events come late.
  [[nodiscard]] gui::NodeId any_node() {
    const std::vector<gui::Node>& nodes = ui->tree().nodes;
    if (nodes.empty() || (one_in(10) && !gone_.empty())) return gone_.empty() ? 1 : any_of(gone_);
    const gui::NodeId id = any_of(nodes).id;
    if (gone_.size() < 1000) gone_.push_back(id);
    return id;
  }

  [[nodiscard]] std::string any_text() {
    static const std::array<std::string, 12> texts{"a",
                                                   "",
                                                   " ",
                                                   "https://hooks.example/x",
                                                   "nowhere",
                                                   "日本語のテキスト",
                                                   "مرحبا",
                                                   "\xF0\x9F\x8E\x89",
                                                   "e\xCC\x81",
                                                   "Customer created",
                                                   std::string(3000, 'w'),
                                                   "line\nline\n\nline"};
    return any_of(texts);
  }

  [[nodiscard]] gui::Point any_point() {
    const std::vector<gui::Node>& nodes = ui->tree().nodes;
    if (one_in(4) || nodes.empty()) return {static_cast<float>(up_to(1400) - 50), static_cast<float>(up_to(900) - 50)};
    const gui::Rect& rect = any_of(nodes).rect;
    return {rect.x + rect.width / 2, rect.y + rect.height / 2};
  }

  void pointer() {
    switch (up_to(4)) {
      case 0:
        return ui->move_pointer(any_point());
      case 1:
        return ui->pointer_down();  // and it may be let go much later, or twice
      case 2:
        return ui->pointer_up();
      default:
        return ui->click(any_point());
    }
  }

  void keyboard() {
    static constexpr std::array<const char*, 10> shortcuts{"s", "k", "/", "n", "r", "j", "u", "d", "?", "Escape"};
    gui::Modifiers modifiers;
    modifiers.shift = one_in(6);
    modifiers.control_or_command = one_in(4);
    modifiers.alt = one_in(12);
    if (one_in(3)) {
      (void)ui->shortcut(any_of(shortcuts), modifiers);
    } else {
      ui->key(static_cast<gui::Key>(1U << static_cast<unsigned>(up_to(12))), modifiers);
    }
  }

  void semantic() {
    using Kind = gui::Action::Kind;
    gui::Action action;
    action.kind = static_cast<Kind>(up_to(static_cast<int>(Kind::scroll)));
    action.node = any_node();
    action.value = any_text();
    action.key = static_cast<gui::Key>(1U << static_cast<unsigned>(up_to(12)));
    action.scroll = {static_cast<float>(up_to(500)), static_cast<float>(up_to(4000) - 200)};
    ui->act(action);
  }

  void type() {
    std::vector<gui::NodeId> boxes;
    for (const gui::Node& node : ui->tree().nodes) {
      if (!node.read_only && !node.disabled &&
          (node.role == gui::Role::textbox || node.role == gui::Role::combobox || node.role == gui::Role::searchbox)) {
        boxes.push_back(node.id);
      }
    }
    if (boxes.empty()) return;
    gui::Action action;
    action.kind = gui::Action::Kind::set_value;
    action.node = any_of(boxes);
    action.value = any_text();
    ui->act(action);
  }

  void surroundings() {
    static const std::array<testing_support::Size, 6> sizes{
        {{1280, 800}, {390, 844}, {320, 256}, {2560, 1440}, {1, 1}, {844, 390}}};
    static constexpr std::array<const char*, 6> addresses{
        "", "/webhooks", "/webhooks/new", "/webhooks/87654879", "/webhooks/99999999999999999999", "/no/where"};
    switch (up_to(8)) {
      case 0:
        return ui->resize(any_of(sizes));
      case 1: {
        gui::Preferences preferences;
        preferences.dark = one_in(2);
        preferences.coarse_pointer = one_in(3);
        preferences.forced_colors = one_in(5);
        preferences.text_scale = one_in(4) ? 2.0F : 1.0F;
        return ui->set_preferences(preferences);
      }
      case 2:
        platform::null::go_to(any_of(addresses));
        break;
      case 3:
        (void)platform::null::go_back();
        break;
      case 4:
        platform::null::send_event(platform::VisibilityChanged{one_in(2)});
        break;
      case 5:
        platform::null::send_event(platform::OnlineChanged{one_in(2)});
        break;
      case 6:
        platform::null::set_unix_ms(platform::unix_ms() + (one_in(2) ? 1 : -1) * 86'400'000LL * up_to(400));
        break;
      case 7:
        platform::null::set_clipboard_works(one_in(2));
        break;
      default:
        session();
    }
    ui->settle();
  }

  void session() {
    using Outcome = platform::TokenEvent::Outcome;
    // Mostly signed in, or there would be little to press.
    const auto outcome =
        one_in(3) ? static_cast<Outcome>(up_to(static_cast<int>(Outcome::another_account))) : Outcome::signed_in;
    platform::null::send_event(platform::TokenEvent{
        .outcome = outcome, .user = "admin@example.com", .detail = any_text(), .can_refresh = one_in(2)});
  }

  [[nodiscard]] std::optional<platform::HttpEnded> any_fault() {
    if (!one_in(8)) return std::nullopt;
    platform::HttpEnded ended;
    static constexpr std::array statuses{200, 200, 302, 400, 401, 403, 404, 409, 429, 500, 502};
    ended.status = any_of(statuses);
    ended.cause = one_in(3) ? platform::HttpEnded::Cause::network : platform::HttpEnded::Cause::reply;
    static constexpr std::array<const char*, 5> bodies{"", "<html><title>Bad Gateway</title></html>", "{\"Records\":[",
                                                       R"({"WasSuccessful":false,"Message":"No"})", "null"};
    ended.body = any_of(bodies);
    return ended;
  }

  void do_anything() {
    switch (up_to(9)) {
      case 0:
      case 1:
      case 2:
        return pointer();
      case 3:
      case 4:
        return keyboard();
      case 5:
        return semantic();
      case 6:
      case 7:
        return type();
      case 8:
        return ui->advance(up_to(3000));
      default:
        return surroundings();
    }
  }

  /// What holds after every event.
  void expect_sound() {
    std::set<gui::NodeId> ids;
    gui::NodeId modal = 0;
    for (const gui::Node& node : ui->tree().nodes) {
      EXPECT_TRUE(ids.insert(node.id).second) << "twice: " << node.name;
      EXPECT_TRUE(node.parent == 0 || ids.contains(node.parent)) << "before its parent: " << node.name;
      EXPECT_TRUE(std::isfinite(node.rect.x) && std::isfinite(node.rect.y) && node.rect.width >= 0 &&
                  node.rect.height >= 0)
          << node.name;
      if (node.modal) modal = node.id;
      const testing_support::Page::Element* element = ui->page().find(node.id);
      ASSERT_NE(element, nullptr) << node.name;
      if (node.role == gui::Role::textbox) {
        EXPECT_EQ(element->value, node.value) << node.name;
      }
    }
    if (ui->focused() != 0) {
      EXPECT_TRUE(ids.contains(ui->focused()));
    }
    if (modal != 0) {
      EXPECT_FALSE(ui->page().tab_order().empty()) << "nothing to reach in the dialog";
    }
  }

  std::mt19937 random_{GetParam()};

 private:
  std::vector<gui::NodeId> gone_;
};

std::vector<unsigned> seeds() {
  if (const char* chosen = std::getenv("MONKEY_SEED"))
    return {static_cast<unsigned>(std::strtoul(chosen, nullptr, 10))};
  std::vector<unsigned> all;
  for (unsigned seed = 1; seed <= runs; ++seed) all.push_back(seed);
  return all;
}

INSTANTIATE_TEST_SUITE_P(Seeded, Monkey, testing::ValuesIn(seeds()));

TEST_P(Monkey, BreaksNothing) {
  open();
  fault = [this](const platform::HttpRequest&) { return any_fault(); };
  for (int count = 0; count < events_per_run && !HasFailure(); ++count) {
    SCOPED_TRACE("event " + std::to_string(count) + " of seed " + std::to_string(GetParam()));
    do_anything();
    expect_sound();
  }
}

}  // namespace
}  // namespace screen_tests
