// What is drawn, pixel by pixel.
import { expect } from '@playwright/test';
import { colorsAlong, compare, frames, settled, test, withoutWebGl } from './example.js';

/** A field without and with the focus. @param {import('@playwright/test').Page} page @param {string} name */
async function bothLooksOf(page, name) {
  const field = page.getByRole('textbox', { name });
  const box = await field.boundingBox();
  if (!box) throw new Error('no box');
  // Inside the frame, whose colour tells the focus.
  const clip = { x: box.x + 4, y: box.y + 4, width: box.width - 24, height: box.height - 8 };
  const drawn = await page.screenshot({ clip, caret: 'hide' });
  await field.focus();
  await settled(page);
  return { drawn, typed: await page.screenshot({ clip, caret: 'hide' }) };
}

/**
 * Across the left border of a field, half-way down, up to the text.
 * @param {import('@playwright/test').Page} page
 * @param {Buffer} picture
 */
async function borderOfTitle(page, picture) {
  const box = await page.getByRole('textbox', { name: 'Title' }).boundingBox();
  if (!box) throw new Error('no box');
  return colorsAlong(page, picture, { x: box.x - 24, y: box.y + box.height / 2, width: 24 });
}

test.describe('text', () => {
  for (const scheme of /** @type {const} */ (['light', 'dark'])) {
    for (const scale of [1, 2]) {
      test.describe(`${scheme}, ${scale} device pixels per pixel`, () => {
        test.use({ colorScheme: scheme, deviceScaleFactor: scale });

        for (const name of ['Title', 'Notes']) {
          test(`${name} looks the same typed and drawn`, async ({ example }) => {
            await settled(example);
            const { drawn, typed } = await bothLooksOf(example, name);
            expect((await compare(example, drawn, typed)).pixels).toBe(0);
          });
        }
      });
    }
  }
});

test('a text area that was scrolled shows the same lines typed and drawn', async ({ example }) => {
  const notes = example.getByRole('textbox', { name: 'Notes' });
  await notes.fill(Array.from({ length: 40 }, (_, line) => `line ${line + 1}`).join('\n'));
  await notes.press('ControlOrMeta+End');
  await settled(example);
  expect(await notes.evaluate((area) => area.scrollTop)).toBeGreaterThan(0);
  await example.getByRole('textbox', { name: 'Title' }).focus();
  await settled(example);
  const { drawn, typed } = await bothLooksOf(example, 'Notes');
  expect((await compare(example, drawn, typed)).pixels).toBe(0);
});

test.describe('a script', () => {
  // Where the direction changes inside a line, Chromium's canvas begins a run a fraction of a pixel from where its field
  // does: edges are a shade lighter or darker there. A letter in another place differs by more.
  const shade = 140;
  /** @type {[string, string, number?][]} */
  const scripts = [
    ['Arabic, shaped and from right to left', 'باب 12 (مفتوح)'],
    ['Hebrew with English inside', 'דלת front door, קומה 3!', shade],
    ['Japanese', '正面玄関のドア、二階'],
    ['Greek and Cyrillic', 'Πόρτα εισόδου, входная дверь'],
    ['combining marks and emoji', 'Zu\u0308rich 😀 de\u0301ja\u0300 vu'],
  ];
  for (const [what, text, tolerance] of scripts) {
    for (const name of ['Title', 'Notes']) {
      test(`${what}: looks the same typed and drawn in ${name}`, async ({ example }) => {
        await example.getByRole('textbox', { name }).fill(name === 'Notes' ? `${text}\nlast line` : text);
        await example.getByRole('textbox', { name: name === 'Title' ? 'Notes' : 'Title' }).focus();
        await settled(example);
        const { drawn, typed } = await bothLooksOf(example, name);
        expect((await compare(example, drawn, typed, tolerance)).pixels).toBe(0);
      });
    }
  }
});

test('a lost context comes back with the same picture', async ({ example, complaints }) => {
  await settled(example);
  const before = await example.screenshot();
  await example.evaluate(async () => {
    const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas'));
    const lose = canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    lose?.loseContext();
    await new Promise((done) => setTimeout(done, 100));
    lose?.restoreContext();
    await new Promise((done) => setTimeout(done, 300));
  });
  expect((await compare(example, before, await example.screenshot(), 0)).pixels).toBe(0);
  complaints.length = 0; // the browser mentions it
});

test('a context that never comes back leaves the same page, made of elements, with what was typed', async ({ example, complaints }) => {
  await example.getByRole('textbox', { name: 'Title' }).fill('Before');
  await example.evaluate(() => {
    const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas'));
    canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  });
  await example.getByRole('textbox', { name: 'Title' }).fill('While it was lost');
  await expect(example.locator('#picture')).toBeAttached();
  await example.getByRole('textbox', { name: 'Notes' }).focus();
  await expect(example.locator('#picture')).toContainText('While it was lost');
  await expect(example.getByRole('textbox', { name: 'Title' })).toHaveValue('While it was lost');
  await example.getByRole('button', { name: 'Count' }).click();
  await expect(example.locator('#picture')).toContainText('Pressed 1 times');
  complaints.length = 0; // the browser mentions it
});

test.describe('edges are crisp', () => {
  // Zooming a page makes its pixels larger, and its window smaller by as much.
  for (const scale of [0.25, 0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 3, 5]) {
    test.describe(`at ${scale} device pixels per pixel`, () => {
      test.use({ deviceScaleFactor: scale, viewport: { width: 600, height: 500 } });

      test('of a field', async ({ example }) => {
        await settled(example);
        const colors = await borderOfTitle(example, await example.screenshot());
        // Outside, border, inside, and nothing between.
        expect(colors).toHaveLength(3);
        expect(colors[1]?.pixels).toBe(Math.max(1, Math.floor(scale)));
      });
    });
  }
});

// Chromium tells a page of an emulated screen only together with another size of the window.
test('a window that moves to another screen is drawn for that one', async ({ example }) => {
  await settled(example);
  const session = await example.context().newCDPSession(example);
  const screen = { width: 1000, height: 700, deviceScaleFactor: 2, mobile: false };
  await session.send('Emulation.setDeviceMetricsOverride', screen);
  await expect.poll(() => example.evaluate(() => document.querySelector('canvas')?.width)).toBe(2000);
  await settled(example);
  // Playwright's own pictures are always of the screen it emulates itself.
  const { data } = await session.send('Page.captureScreenshot', {});
  const colors = await borderOfTitle(example, Buffer.from(data, 'base64'));
  expect(colors).toHaveLength(3);
  expect(colors[1]?.pixels).toBe(2);
});

test.describe('without WebGL 2', () => {
  for (const scheme of /** @type {const} */ (['light', 'dark'])) {
    test(`the page looks the same, ${scheme}`, async ({ browser, example, origin }) => {
      await example.emulateMedia({ colorScheme: scheme });
      await settled(example);
      const drawn = await example.screenshot();
      const context = await browser.newContext({ colorScheme: scheme });
      const page = await context.newPage();
      await withoutWebGl(page);
      await page.goto(origin);
      await expect(page.getByRole('heading', { name: 'Platform example' })).toBeAttached();
      await settled(page);
      await expect(page.locator('canvas')).toHaveCount(0);
      const { pixels } = await compare(page, drawn, await page.screenshot(), 64);
      expect(pixels).toBeLessThan(1280 * 720 * 0.002);
      await context.close();
    });
  }

  test('it works the same', async ({ page, origin }) => {
    await withoutWebGl(page);
    await page.goto(origin);
    await page.getByRole('button', { name: 'Count' }).click();
    await expect(page.locator('#picture').getByText('Pressed 1 times')).toBeVisible();
  });

  test('no frames are drawn while nothing happens', async ({ page, origin }) => {
    await withoutWebGl(page);
    await page.goto(origin);
    await expect(page.getByRole('heading', { name: 'Platform example' })).toBeAttached();
    await settled(page);
    const before = await frames(page);
    await page.waitForTimeout(1000);
    expect(await frames(page)).toBe(before);
  });
});
