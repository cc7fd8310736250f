// Pictures of a page, compared in a page: browsers can decode them.

/**
 * Runs in the page. How two pictures differ: pixels that differ by more than `tolerance` of 255, and the greatest
 * difference.
 * @param {object} pictures
 * @param {string} pictures.one PNG in Base64
 * @param {string} pictures.other
 * @param {number} pictures.tolerance
 * @param {{ x: number, y: number, width: number, height: number }} [pictures.clip] the part to compare, in device pixels
 * @param {number} [pictures.lower] by how many pixels that part stands lower in the other
 * @returns {Promise<{ pixels: number, greatest: number }>}
 */
export async function differenceHere({ one, other, tolerance, clip, lower = 0 }) {
  /** @param {string} base64 @param {number} down */
  const decode = async (base64, down) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { willReadFrequently: true }));
    context.drawImage(image, 0, 0);
    return clip
      ? context.getImageData(clip.x, clip.y + down, clip.width, clip.height)
      : context.getImageData(0, 0, image.width, image.height);
  };
  const [a, b] = [await decode(one, 0), await decode(other, lower)];
  if (a.width !== b.width || a.height !== b.height) throw new Error('The pictures differ in size.');
  let [pixels, greatest] = [0, 0];
  for (let i = 0; i < a.data.length; i += 4) {
    let difference = 0;
    for (let channel = i; channel < i + 3; ++channel) {
      difference = Math.max(difference, Math.abs((a.data[channel] ?? 0) - (b.data[channel] ?? 0)));
    }
    if (difference > tolerance) ++pixels;
    greatest = Math.max(greatest, difference);
  }
  return { pixels, greatest };
}
