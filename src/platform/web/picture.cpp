// Shows a frame as elements of the page, where there is no WebGL 2.
#include "gui/picture.h"

#include "platform/web/host.h"
#include "platform/web/page.h"
#include "platform/web/text_canvas.h"

namespace platform::web {

namespace {

void carry_out(const gui::Picture& picture, const gui::Shape& shape) {
  const gui::Rect& rect = shape.rect;
  switch (shape.kind) {
    case gui::Shape::Kind::rectangle:
      return page_picture_rectangle(rect.x, rect.y, rect.width, rect.height, shape.radius, shape.thickness,
                                    shape.color);
    case gui::Shape::Kind::path:
      return page_picture_path(picture.points.data() + shape.first, shape.count, shape.closed ? 1 : 0, shape.thickness,
                               shape.color);
    case gui::Shape::Kind::text:
      return page_picture_text(picture.text.data() + shape.first, shape.count, rect.x, rect.y, shape.font.size,
                               weight_number(shape.font.weight), family_number(shape.font.family), shape.color);
  }
}

}  // namespace

void Host::show_picture(const gui::Picture& picture) {
  page_picture_begin();
  const gui::Rect* clip = nullptr;
  for (int layer = 0; layer < picture.layers; ++layer) {
    for (const gui::Shape& shape : picture.shapes) {
      if (shape.layer != layer) continue;
      if (clip == nullptr || *clip != shape.clip) {
        clip = &shape.clip;
        page_picture_clip(clip->x, clip->y, clip->width, clip->height);
      }
      carry_out(picture, shape);
    }
  }
  page_picture_end();
}

}  // namespace platform::web
