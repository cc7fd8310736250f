#version 300 es
// Tints a texel. Both the texture and the output are premultiplied, so edges of text and shapes blend without a fringe.
precision mediump float;

in highp vec2 texture_position;
in vec4 tint;

uniform sampler2D page;

out vec4 color;

void main() {
  color = texture(page, texture_position) * tint;
}
