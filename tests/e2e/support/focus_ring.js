// Whether the focus can be seen.

/**
 * How many pixels round the element with the focus have the colour of the focus ring, as the screen shows them.
 * @param {import('@playwright/test').Page} page
 */
export async function focusRing(page) {
  const box = await page.evaluate(() => {
    const { x, y, width, height } = /** @type {Element} */ (document.activeElement).getBoundingClientRect();
    return { x, y, width, height };
  });
  // The ring goes round what is drawn: round a text, that is the frame of its field.
  const [margin, { width, height }] = [14, page.viewportSize() ?? { width: 0, height: 0 }];
  const [left, top] = [Math.max(0, box.x - margin), Math.max(0, box.y - margin)];
  const clip = {
    x: left,
    y: top,
    width: Math.max(1, Math.min(width, box.x + box.width + margin) - left),
    height: Math.max(1, Math.min(height, box.y + box.height + margin) - top),
  };
  const picture = (await page.screenshot({ clip })).toString('base64');
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d', { willReadFrequently: true }));
    context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--focus-ring');
    context.fillRect(0, 0, 1, 1);
    const wanted = context.getImageData(0, 0, 1, 1).data;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    let count = 0;
    for (let at = 0; at < data.length; at += 4) {
      const far = [0, 1, 2].some((part) => Math.abs(Number(data[at + part]) - Number(wanted[part])) > 24);
      if (!far) ++count;
    }
    return count;
  }, picture);
}
