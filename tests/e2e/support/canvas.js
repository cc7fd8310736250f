// What the canvas shows, to the pixel.
import { expect } from '@playwright/test';

/** @typedef {import('@playwright/test').Page} Page */

/** @param {Page} page */
const pixels = (page) => page.evaluate(() => /** @type {HTMLCanvasElement} */ (document.getElementById('canvas')).toDataURL());

/**
 * Only what changes is drawn. The canvas shall show what it shows when all of it is drawn, as after it was not seen.
 * @param {Page} page
 * @param {() => Promise<unknown>} settled waits until nothing is drawn any more
 * @param {string} [when] for the message
 */
export async function expectDrawnCompletely(page, settled, when) {
  await settled();
  const drawn = await pixels(page);
  await page.evaluate(() => {
    // Nothing of it stays that is not drawn anew.
    const gl = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas')).getContext('webgl2');
    gl?.disable(gl.SCISSOR_TEST);
    gl?.clearColor(1, 0, 1, 1);
    gl?.clear(gl.COLOR_BUFFER_BIT);
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await settled();
  expect((await pixels(page)) === drawn, `the canvas shows what belongs there${when ? `, ${when}` : ''}`).toBe(true);
}
