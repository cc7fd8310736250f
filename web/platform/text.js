// Text for the canvas: measured and rasterised by the browser, run by run, on one 2D scratch page at device scale.

/**
 * @typedef {OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D} Context
 * @typedef {{ left: number, up: number, right: number, down: number, width: number }} Bounds
 */

/** @returns {Context} */
function scratchContext() {
  // Read back to the processor anyway, for the upload: so it is kept there.
  const options = { alpha: true, willReadFrequently: true };
  /** @type {Context | null} */
  const context =
    'OffscreenCanvas' in window
      ? new OffscreenCanvas(1, 1).getContext('2d', options)
      : /** @type {CanvasRenderingContext2D | null} */ (document.createElement('canvas').getContext('2d', options));
  if (!context) throw new Error('This browser offers no 2D canvas.');
  return context;
}

/** @param {number} color 0xAABBGGRR */
export function cssColor(color) {
  const alpha = (color >>> 24) / 255;
  return `rgb(${color & 255} ${(color >> 8) & 255} ${(color >> 16) & 255} / ${alpha})`;
}

const strong = /\p{L}/u;
const fromRight = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Which way a line runs, as dir="auto" has it. @param {string} text */
export function directionOf(text) {
  const [first] = strong.exec(text) ?? [''];
  return fromRight.test(first) ? 'rtl' : 'ltr';
}

export class Text {
  /** @param {HTMLElement} styled the element whose style names the fonts: what is drawn and what is typed look the same */
  constructor(styled) {
    this.context = scratchContext();
    const style = getComputedStyle(styled);
    this.families = [style.fontFamily, style.getPropertyValue('--monospace')];
    this.line = document.createElement('div');
    this.line.className = 'probe';
    this.baseline = document.createElement('span');
    this.baseline.className = 'probe-baseline';
    this.letters = document.createElement('span');
    this.letters.textContent = 'x';
    this.line.append(this.letters, this.baseline);
  }

  /**
   * @param {number} size device pixels
   * @param {number} weight
   * @param {number} family 0 interface, 1 monospace
   */
  choose(size, weight, family) {
    this.context.font = `${weight} ${size}px ${this.families[family]}`;
  }

  /** @param {string} text */
  width(text) {
    return this.context.measureText(text).width;
  }

  /**
   * How far letters reach up and down from the baseline, such that a line of 1.5 em with them in its middle has its
   * baseline where the browser puts it in a native field: engines round that each in its own way, and only a real
   * line tells.
   * @param {number} size CSS pixels
   * @param {number} weight
   * @param {number} family 0 interface, 1 monospace
   * @returns {[number, number]} CSS pixels
   */
  metrics(size, weight, family) {
    const { line, letters, baseline } = this;
    line.style.fontFamily = this.families[family] ?? '';
    line.style.fontSize = `${size}px`;
    line.style.fontWeight = String(weight);
    document.body.append(line);
    const { top, height } = line.getBoundingClientRect();
    const fromTop = baseline.getBoundingClientRect().bottom - top;
    const reach = letters.getBoundingClientRect().height;
    line.remove();
    const ascent = fromTop - (height - reach) / 2;
    return [ascent, reach - ascent];
  }

  /**
   * @param {string} text
   * @returns {Bounds} how far the ink reaches from the pen
   */
  bounds(text) {
    this.context.textAlign = 'left';
    this.context.direction = directionOf(text);
    const measured = this.context.measureText(text);
    const { actualBoundingBoxAscent: up, actualBoundingBoxDescent: down, width } = measured;
    const mayMix = fromRight.test(text); // where directions mix, Firefox tells of the first run alone
    return {
      left: measured.actualBoundingBoxLeft,
      up: mayMix ? Math.max(up, measured.fontBoundingBoxAscent) : up,
      right: Math.max(measured.actualBoundingBoxRight, width),
      down: mayMix ? Math.max(down, measured.fontBoundingBoxDescent) : down,
      width,
    };
  }

  /**
   * @param {number} width
   * @param {number} height
   */
  clear(width, height) {
    const canvas = this.context.canvas;
    canvas.width = width;
    canvas.height = height;
  }

  /**
   * @param {string} text
   * @param {number} color 0xAABBGGRR
   * @param {number} x
   * @param {number} y
   */
  draw(text, color, x, y) {
    this.context.fillStyle = cssColor(color);
    this.context.textAlign = 'left'; // the pen is there, whichever way the line runs
    this.context.direction = directionOf(text);
    this.context.fillText(text, x, y);
  }

  /**
   * Copies a part of the page to the same place of the texture bound.
   * @param {WebGL2RenderingContext} gl
   * @param {number} x
   * @param {number} y
   * @param {number} width
   * @param {number} height
   */
  upload(gl, x, y, width, height) {
    // The canvas holds premultiplied texels, and asking for them as they are keeps every bit: getImageData would
    // divide by alpha and round.
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
    gl.pixelStorei(gl.UNPACK_SKIP_PIXELS, x);
    gl.pixelStorei(gl.UNPACK_SKIP_ROWS, y);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, width, height, gl.RGBA, gl.UNSIGNED_BYTE, this.context.canvas);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
    gl.pixelStorei(gl.UNPACK_SKIP_PIXELS, 0);
    gl.pixelStorei(gl.UNPACK_SKIP_ROWS, 0);
  }
}
