// Drives the whole application without a browser, in the null world: everything of testing_support::Headless, with
// events delivered to the application between the frames.
#pragma once

#include "platform/null/world.h"
#include "platform/platform.h"
#include "support/headless.h"

/// `Driver ui(application, {1280, 800}); ui.textbox("Name").type("x"); ui.button("Save").press();`
class Driver : public testing_support::Headless {
 public:
  /// Draws until settled.
  explicit Driver(platform::Application application, testing_support::Size size = {},
                  const gui::Preferences& preferences = {});
  /// Of the application that platform::run() was given.
  explicit Driver(testing_support::Size size = {}) : Driver(platform::null::application(), size) {}

  /// Lets time pass and everything settle.
  void advance(double milliseconds);
  /// Chooses in a combobox: types the query, then presses the option of that name.
  void choose(std::string_view combobox_name, std::string_view query, std::string_view option_name);

 protected:
  bool work() override;
  void announced(const gui::Announcement& announcement) override;

 private:
  platform::Application application_;
};
