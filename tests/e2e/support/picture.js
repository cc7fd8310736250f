// A screenshot as text that can be stored and compared: how light each square of it is. What moves by a pixel leaves it as
// it is; a label or a button that is missing, or a colour of its own, does not.

/** In the order of how light: from black to white. */
const levels = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+/';

/** Two machines draw letters a little apart, and the time of day is on some screens. A label that is missing is 2 or more. */
const levelsApart = 1;
const colorApart = 1.5; // of 255, in the mean of the whole

/** @typedef {{ color: number[], rows: string[] }} Picture `color`: red, green and blue in the mean; a row for each row of squares */

/**
 * @param {import('@playwright/test').Page} page any page, which decodes it
 * @param {Buffer} png
 * @param {number} side of a square, in pixels
 * @returns {Promise<Picture>}
 */
export async function pictureOf(page, png, side) {
  const { color, squares } = await page.evaluate(
    async ({ base64, side }) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes]));
      const context = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(image.width, image.height).getContext('2d'));
      context.drawImage(image, 0, 0);
      const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
      const across = Math.ceil(width / side);
      const sums = new Float64Array(across * Math.ceil(height / side));
      const counts = new Float64Array(sums.length);
      const color = /** @type {[number, number, number]} */ ([0, 0, 0]);
      let at = 0;
      for (let y = 0; y < height; ++y) {
        const row = Math.floor(y / side) * across;
        for (let x = 0; x < width; ++x, at += 4) {
          const red = Number(data[at]);
          const green = Number(data[at + 1]);
          const blue = Number(data[at + 2]);
          const square = row + Math.floor(x / side);
          sums[square] = Number(sums[square]) + 0.2126 * red + 0.7152 * green + 0.0722 * blue;
          counts[square] = Number(counts[square]) + 1;
          color[0] += red;
          color[1] += green;
          color[2] += blue;
        }
      }
      const squares = Array.from({ length: sums.length / across }, (_, row) =>
        Array.from(sums.subarray(row * across, (row + 1) * across), (sum, column) => sum / Number(counts[row * across + column])),
      );
      const pixels = width * height;
      return { color: color.map((sum) => sum / pixels), squares };
    },
    { base64: png.toString('base64'), side },
  );
  const letter = (/** @type {number} */ light) => levels[Math.round((light / 255) * (levels.length - 1))] ?? '';
  return { color, rows: squares.map((row) => row.map(letter).join('')) };
}

/** @param {Picture} picture */
export const textOf = ({ color, rows }) => [color.map((value) => value.toFixed(1)).join(' '), ...rows].join('\n');

/** @param {string} text as textOf() gave it @returns {Picture} */
export function readPicture(text) {
  const [color = '', ...rows] = text.split('\n');
  return { color: color.split(' ').map(Number), rows };
}

/**
 * Where two differ by more than machines do: a sentence each, none if they are the same to the eye.
 * @param {Picture} now
 * @param {Picture} stored
 * @param {number} side of a square
 */
export function differences(now, stored, side) {
  const sizeOf = (/** @type {Picture} */ { rows }) => `${rows[0]?.length} × ${rows.length}`;
  if (sizeOf(now) !== sizeOf(stored)) return [`has ${sizeOf(now)} squares, not ${sizeOf(stored)}`];
  const found = now.color.some((value, channel) => Math.abs(value - (stored.color[channel] ?? NaN)) > colorApart)
    ? [`is rgb(${now.color.map(Math.round)}) in the mean, not rgb(${stored.color.map(Math.round)})`]
    : [];
  now.rows.forEach((row, y) =>
    [...row].forEach((light, x) => {
      const before = stored.rows[y]?.[x] ?? '';
      if (Math.abs(levels.indexOf(light) - levels.indexOf(before)) > levelsApart) {
        found.push(`is of another light (${before} → ${light}) around ${(x + 0.5) * side}, ${(y + 0.5) * side}`);
      }
    }),
  );
  return found;
}
