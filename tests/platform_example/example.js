// The example page for a test: served from the build folder, with no message in the console left unnoticed.
import { expect, test as base } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { differenceHere } from '../e2e/support/pictures.js';
import { violationFixtures } from '../e2e/support/violations.js';
import { serve } from './serve.js';

export const folder =
  process.env['PLATFORM_EXAMPLE'] ?? fileURLToPath(new URL('../../build/web-debug/platform_example', import.meta.url));

/**
 * @typedef {import('../e2e/support/violations.js').ViolationOptions} ViolationOptions
 * @typedef {import('../e2e/support/violations.js').ViolationFixtures} ViolationFixtures
 *
 * @typedef {object} Fixtures
 * @property {import('@playwright/test').Page} example the page, ready to use
 * @property {string} origin
 * @property {string[]} complaints what the browser found wrong; tests that provoke something clear it
 */

export const test = /** @type {typeof base.extend<Fixtures & ViolationFixtures & ViolationOptions>} */ (base.extend)({
  ...violationFixtures,

  origin: async ({}, use) => {
    const server = await serve(folder, (request, response) => {
      if (request.url === '/api/token') {
        response.writeHead(200, { 'Content-Type': 'application/json' });
        response.end('{"access_token":"access-1","token_type":"bearer","expires_in":600,"refresh_token":"refresh-1"}');
        return true;
      }
      return request.url === '/slow'; // whose answer never comes
    });
    await use(server.url);
    server.close();
  },
  complaints: async ({ page }, use) => {
    /** @type {string[]} */
    const complaints = [];
    page.on('console', (message) => {
      const bad = message.type() === 'error' || message.type() === 'warning';
      // The word for "serviceWorkers: 'block'" of the configuration is Playwright's own.
      if (bad && !message.text().startsWith('Service Worker registration blocked by')) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await use(complaints);
    expect(complaints).toEqual([]);
  },
  example: async ({ page, origin, complaints: _ }, use) => {
    await page.goto(origin);
    await expect(page.getByRole('heading', { name: 'Platform example' })).toBeAttached();
    await use(page);
  },
});

/** @param {import('@playwright/test').Page} page */
export const frames = (page) => page.evaluate(() => window.editorDiagnostics?.frames() ?? 0);

/** Waits until no frame has been drawn for a while. @param {import('@playwright/test').Page} page */
export async function settled(page) {
  let before = -1;
  await expect
    .poll(
      async () => {
        const now = await frames(page);
        const same = now === before;
        before = now;
        return same;
      },
      { intervals: [150] },
    )
    .toBe(true);
}

/**
 * How two pictures differ: pixels that differ by more than `tolerance` of 255, and the greatest difference.
 * @param {import('@playwright/test').Page} page any page, which decodes them
 * @param {Buffer} one
 * @param {Buffer} other
 * @param {number} [tolerance]
 * @returns {Promise<{ pixels: number, greatest: number }>}
 */
export async function compare(page, one, other, tolerance = 16) {
  const blank = await page.context().newPage();
  const result = await blank.evaluate(differenceHere, { one: one.toString('base64'), other: other.toString('base64'), tolerance });
  await blank.close();
  return result;
}

/**
 * The colours of a line of pixels from left to right, each with the number of pixels it goes on for.
 * @param {import('@playwright/test').Page} page
 * @param {Buffer} picture of the page
 * @param {{ x: number, y: number, width: number }} line in CSS pixels
 * @returns {Promise<{ color: string, pixels: number }[]>}
 */
export async function colorsAlong(page, picture, { x, y, width }) {
  const scale = await page.evaluate(() => devicePixelRatio);
  const blank = await page.context().newPage();
  const colors = await blank.evaluate(
    async ([base64, left, top, length]) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes]));
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      context?.drawImage(image, 0, 0);
      const texels = /** @type {ImageData} */ (context?.getImageData(left, top, length, 1)).data;
      /** @type {{ color: string, pixels: number }[]} */
      const runs = [];
      for (let at = 0; at < texels.length; at += 4) {
        const color = texels.slice(at, at + 3).join(' ');
        const last = runs.at(-1);
        if (last?.color === color) last.pixels += 1;
        else runs.push({ color, pixels: 1 });
      }
      return runs;
    },
    /** @type {const} */ ([
      picture.toString('base64'),
      Math.round(x * scale),
      Math.round(y * scale),
      Math.round(width * scale),
    ]),
  );
  await blank.close();
  return colors;
}

/** Makes the next page of this tab one in a browser without WebGL 2. @param {import('@playwright/test').Page} page */
export async function withoutWebGl(page) {
  await page.addInitScript(() => {
    const original = HTMLCanvasElement.prototype.getContext;
    /** @param {string} kind @param {unknown[]} rest */
    function getContext(kind, ...rest) {
      // @ts-expect-error -- handed on as it came
      return kind === 'webgl2' ? null : original.call(this, kind, ...rest);
    }
    Object.assign(HTMLCanvasElement.prototype, { getContext });
  });
}
