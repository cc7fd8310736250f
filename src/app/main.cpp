// The editor in the browser.
#include "app/application.h"

int main() {
  // Lives as long as the page: the platform calls it after main has returned.
  static app::Application application;
  application.start();
  platform::run(app::connect(application));
  return 0;
}
