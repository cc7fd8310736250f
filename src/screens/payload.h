// What Save will send, live: the JSON, what differs, the request as cURL; and the last response.
#pragma once

#include "screens/frame.h"

namespace screens {

[[nodiscard]] float payload_height(const Frame& frame, float width);
void draw_payload(const Frame& frame, const gui::Rect& rect);

}  // namespace screens
