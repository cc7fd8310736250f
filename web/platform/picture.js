// The picture of a frame as SVG, for a page without WebGL 2. The mirror lies over it as it lies over the canvas.

import { cssColor, directionOf } from './text.js';

/** @param {string} tag */
const create = (tag) => /** @type {SVGElement} */ (document.createElementNS('http://www.w3.org/2000/svg', tag));

/** @param {Element} element @param {Record<string, string | number>} attributes */
function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
  }
}

/** @param {string} color @param {number} thickness 0: an area */
const paint = (color, thickness) => ({
  fill: thickness ? 'none' : color,
  stroke: thickness ? color : 'none',
  'stroke-width': thickness,
});

/** The children of an element, taken in order and used again frame by frame. */
class Places {
  /** @param {Element} parent */
  constructor(parent) {
    this.parent = parent;
    this.used = 0;
  }

  /** @param {string} tag */
  next(tag) {
    const old = this.parent.children[this.used];
    this.used += 1;
    if (old?.localName === tag) return old;
    const made = create(tag);
    if (old) old.replaceWith(made);
    else this.parent.append(made);
    return made;
  }

  dropRest() {
    while (this.parent.children.length > this.used) this.parent.lastElementChild?.remove();
  }
}

export class Picture {
  /** @param {Element} canvas what it stands in place of */
  constructor(canvas) {
    this.root = create('svg');
    this.root.id = 'picture';
    this.root.setAttribute('aria-hidden', 'true');
    canvas.replaceWith(this.root);
    this.groups = new Places(this.root);
    this.shapes = new Places(this.root);
  }

  begin() {
    this.groups = new Places(this.root);
    this.shapes = this.groups;
  }

  end() {
    this.shapes.dropRest();
    this.groups.dropRest();
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} width
   * @param {number} height
   */
  clip(x, y, width, height) {
    if (this.shapes !== this.groups) this.shapes.dropRest();
    const group = this.groups.next('svg');
    set(group, { x, y, width, height, viewBox: `${x} ${y} ${width} ${height}` });
    this.shapes = new Places(group);
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} width
   * @param {number} height
   * @param {number} radius
   * @param {number} thickness
   * @param {number} color
   */
  rectangle(x, y, width, height, radius, thickness, color) {
    set(this.shapes.next('rect'), { x, y, width, height, rx: radius, ...paint(cssColor(color), thickness) });
  }

  /**
   * @param {Float32Array} points x and y in turn
   * @param {boolean} closed
   * @param {number} thickness
   * @param {number} color
   */
  path(points, closed, thickness, color) {
    const tag = closed ? 'polygon' : 'polyline';
    set(this.shapes.next(tag), { points: points.join(' '), ...paint(cssColor(color), thickness) });
  }

  /**
   * @param {string} text
   * @param {number} x
   * @param {number} y of the baseline
   * @param {number} size
   * @param {number} weight
   * @param {boolean} monospace
   * @param {number} color
   */
  text(text, x, y, size, weight, monospace, color) {
    const element = this.shapes.next('text');
    const font = { 'font-size': size, 'font-weight': weight, class: monospace ? 'code' : '' };
    const direction = directionOf(text);
    const anchor = direction === 'rtl' ? 'end' : 'start'; // the left end, whichever way the line runs
    set(element, { x, y, ...font, direction, 'text-anchor': anchor, fill: cssColor(color) });
    if (element.textContent !== text) element.textContent = text;
  }
}
