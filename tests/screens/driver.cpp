// Drives the whole application without a browser.
#include "driver.h"

#include <utility>

Driver::Driver(platform::Application application, testing_support::Size size, const gui::Preferences& preferences)
    : Headless([this](gui::Ui& ui) { application_.draw(ui); }, size, preferences),
      application_(std::move(application)) {
  platform::null::application() = application_;
  settle();
}

bool Driver::work() {
  const bool delivered = platform::null::deliver_one();
  return platform::null::take_frame_request() || delivered;
}

void Driver::announced(const gui::Announcement& announcement) {
  platform::announce(announcement.sentence, announcement.assertive);
}

void Driver::advance(double milliseconds) {
  platform::null::advance(milliseconds);
  settle();
}

void Driver::choose(std::string_view combobox_name, std::string_view query, std::string_view option_name) {
  combobox(combobox_name).type(query);
  option(option_name).press();
}
