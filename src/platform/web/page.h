// What the page can do for the WebAssembly: the functions of library.js, which hands each on to web/platform/.
// Text goes out as pointer and length in bytes of UTF-8. Text comes in through the inbox: JavaScript asks
// page_inbox(size) for room, fills it, and the C++ caller takes it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace platform::web {

/// Takes what JavaScript put into the inbox last; the inbox is empty afterwards.
[[nodiscard]] std::string take_inbox();

extern "C" {

// ---- Drawing (text.js, picture.js) ----
/// Sets a custom property of the page's style, e.g. "--text".
void page_set_variable(const char* name, std::size_t name_length, const char* value, std::size_t value_length);
/// 1 when a WebGL 2 context is there and current.
int page_create_webgl();
/// Device pixels. What the canvas shows is lost, so it is drawn right after.
void page_size_canvas(int width, int height);
/// Without WebGL 2: shows what the calls below describe, in place of what was shown before.
void page_picture_begin();
/// What follows shows only inside this rectangle.
void page_picture_clip(float x, float y, float width, float height);
/// A rectangle with round corners; `thickness` of its line, 0: filled. `color` is 0xAABBGGRR here and below.
void page_picture_rectangle(float x, float y, float width, float height, float radius, float thickness,
                            std::uint32_t color);
/// A line through `count` points, closed or not, or with `thickness` 0 the area inside.
void page_picture_path(const void* points, std::size_t count, int closed, float thickness, std::uint32_t color);
/// A line of text with its pen at x, y. `size` in CSS pixels.
void page_picture_text(const char* text, std::size_t length, float x, float y, float size, int weight, int monospace,
                       std::uint32_t color);
void page_picture_end();
/// Chooses font and colour for the calls below. `size` in device pixels.
void page_text_font(double size, int weight, int monospace);
/// The advance width of a run in device pixels.
double page_text_width(const char* text, std::size_t length);
/// Writes how far a line reaches up and down from the baseline, all in CSS pixels.
void page_text_metrics(double size, int weight, int monospace, float* ascent_descent);
/// Writes how far the ink of a run reaches left, up, right and down from the pen, device pixels, and returns its
/// advance.
double page_text_bounds(const char* text, std::size_t length, float* left_up_right_down);
/// Makes the scratch page, the only 2D canvas, that big and empty.
void page_text_clear(int width, int height);
/// Draws a run with the pen at x, y of the scratch page in 0xAABBGGRR.
void page_text_draw(const char* text, std::size_t length, std::uint32_t color, int x, int y);
/// Copies a part of the scratch page to the same place of a texture.
void page_text_upload(unsigned int texture, int x, int y, int width, int height);

// ---- Frames ----
void page_request_frame();
/// Calls page_after_frame() once the frame that is being made is on its way to the screen.
void page_call_after_frame();
/// One timer; `delay_ms` < 0 stops it.
void page_set_timer(double delay_ms);
/// Calls page_deliver() after the call that is running now.
void page_deliver_soon();
/// Starts forwarding events; the first is the size.
void page_start();
/// Tells the page that the first frame is drawn: it takes the loading state away.
void page_first_frame();

// ---- The page (page.js) ----
void page_address();  // to the inbox
void page_url();      // to the inbox
void page_navigate(const char* fragment, std::size_t length, int entry);
void page_set_title(const char* title, std::size_t length);
void page_guard_leaving(int active);
void page_copy_text(const char* text, std::size_t length);
void page_save_file(const char* name, std::size_t name_length, const char* text, std::size_t text_length);
void page_announce(const char* sentence, std::size_t length, int assertive);
void page_open_link(const char* url, std::size_t length);
void page_set_cursor(const char* cursor, std::size_t length);  // as in CSS
/// The text of config.json to the inbox, and 1; or the sentence that says what is wrong, and 0.
int page_config();
void page_mark(const char* name, std::size_t length);
void page_local_time(double unix_ms, int style);              // to the inbox
void page_stored_value(const char* key, std::size_t length);  // to the inbox
void page_store_value(const char* key, std::size_t key_length, const char* value, std::size_t value_length);
void page_keep_text(const char* name, std::size_t name_length, const char* text, std::size_t text_length);
void page_load_texts(const char* prefix, std::size_t length);  // page_on_texts() follows
/// Hands a request to the page's local server: its first line, header lines, an empty line, its body.
/// page_on_local_reply() follows.
void page_send_locally(std::uint32_t id, const char* message, std::size_t length);
/// 1 when this is an address a request may go to: http or https once it is resolved against the page.
int page_is_request_url(const char* url, std::size_t length);

// ---- Language (page.js) ----
void page_language();                                            // its tag, then its texts to the inbox
void page_choose_language(const char* tag, std::size_t length);  // page_on_language() follows
void page_plural_category(double number);                        // to the inbox

// ---- Signing in (sign_in.js, auth.js) ----
void page_show_sign_in(std::uint32_t flags, const char* error, std::size_t length);
void page_refresh_token();
void page_sign_out();

// ---- Mirror (mirror.js); ids are gui::NodeId, 0 is the root ----
void page_mirror_create(std::uint32_t id, const char* tag, std::size_t length);
/// Moves an element into `parent`, before the sibling `before` or, with 0, to the end.
void page_mirror_place(std::uint32_t id, std::uint32_t parent, std::uint32_t before);
void page_mirror_remove(std::uint32_t id);
void page_mirror_attribute(std::uint32_t id, const char* name, std::size_t name_length, const char* value,
                           std::size_t value_length);
void page_mirror_remove_attribute(std::uint32_t id, const char* name, std::size_t length);
void page_mirror_text(std::uint32_t id, const char* text, std::size_t length);
void page_mirror_value(std::uint32_t id, const char* value, std::size_t length);
void page_mirror_rectangle(std::uint32_t id, float x, float y, float width, float height);
void page_mirror_content_size(std::uint32_t id, float width, float height);
void page_mirror_scroll(std::uint32_t id, float x, float y);
void page_mirror_focus(std::uint32_t id);
void page_mirror_select_text(std::uint32_t id);

}  // extern "C"

}  // namespace platform::web
