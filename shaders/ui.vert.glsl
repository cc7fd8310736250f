#version 300 es
// Places Dear ImGui's vertices: window coordinates in CSS pixels to clip space, y downwards.
layout(location = 0) in vec2 position;  // CSS pixels from the top left of the window
layout(location = 1) in vec2 uv;
layout(location = 2) in vec4 color;  // straight alpha, 0..1

uniform vec4 window;  // xy: origin, zw: 2 / size, CSS pixels

out vec2 texture_position;
out vec4 tint;  // premultiplied

void main() {
  texture_position = uv;
  tint = vec4(color.rgb * color.a, color.a);
  vec2 place = (position - window.xy) * window.zw;
  gl_Position = vec4(place.x - 1.0, 1.0 - place.y, 0.0, 1.0);
}
