#version 300 es
// Tints a texel, or paints with the tint alone. Both the texture and the output are premultiplied, so edges of text and
// shapes blend without a fringe.
precision mediump float;

in highp vec2 texture_position;
in vec4 tint;

uniform sampler2D page;
uniform bool plain;  // without the texture, which costs most where the processor draws

out vec4 color;

void main() {
  if (plain) {
    color = tint;
  } else {
    color = texture(page, texture_position) * tint;
  }
}
