// Texts that people copy (ids, errors, payloads, answers) can be selected as on any page, and lie where they are drawn.
import { compare } from '../../platform_example/example.js';
import { hooks } from '../support/editor.js';
import { expect, test } from '../support/test.js';

/** @typedef {import('@playwright/test').Locator} Locator */

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** @param {import('@playwright/test').Page} page */
const selected = (page) => page.evaluate(() => getSelection()?.toString() ?? '');

test('a double click selects a word of a fact, and it is copied', async ({ editor, page }) => {
  await editor.openForm(hooks.turnstile);
  const id = page.getByRole('list', { name: 'Facts' }).getByText(hooks.turnstile.id, { exact: true });
  await id.dblclick({ position: { x: 20, y: 10 } });
  expect(await selected(page)).toBe(hooks.turnstile.id);
  await page.keyboard.press('Control+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(hooks.turnstile.id);
});

test('text is painted while some of it is selected, or may be marked by the search of the browser', async ({ editor, page }) => {
  await editor.openForm(hooks.turnstile);
  const id = page.getByRole('list', { name: 'Facts' }).getByText(hooks.turnstile.id, { exact: true });
  await expect(id).toHaveCSS('opacity', '0');
  await id.dblclick({ position: { x: 20, y: 10 } });
  await expect(id).toHaveCSS('opacity', '1');
  await page.evaluate(() => getSelection()?.empty());
  await expect(id).toHaveCSS('opacity', '0');
  const focusWindow = (/** @type {boolean} */ has) =>
    page.evaluate((now) => {
      document.hasFocus = () => now;
      dispatchEvent(new Event(now ? 'focus' : 'blur'));
    }, has);
  await focusWindow(false); // as when the browser's search opens
  await expect(id).toHaveCSS('opacity', '1');
  await focusWindow(true);
  await expect(id).toHaveCSS('opacity', '0');
});

test('the pointer selects from one line of the payload to the next', async ({ editor, page }) => {
  await editor.openForm(hooks.turnstile);
  const box = await page.locator('#mirror code').first().boundingBox();
  if (!box) throw new Error('no payload');
  await page.mouse.move(box.x + 1, box.y + 25);
  await page.mouse.down();
  await page.mouse.move(box.x + 1, box.y + 65, { steps: 4 });
  await page.mouse.up();
  expect((await selected(page)).trim().split('\n')).toHaveLength(2);
});

/** Where a text is seen, without the frame that code has. @param {Locator} text */
async function insideOf(text) {
  const [box, area] = [await text.boundingBox(), await text.locator('..').boundingBox()];
  if (!box || !area) throw new Error('not there');
  const frame = (await text.evaluate(({ localName }) => localName)) === 'code' ? 2 : 0;
  const [right, bottom] = [Math.min(box.x + box.width, area.x + area.width), Math.min(box.y + box.height, area.y + area.height)];
  return { x: box.x + frame, y: box.y + frame, width: right - box.x - 2 * frame, height: bottom - box.y - 2 * frame };
}

/** The same text drawn on the canvas, and by the browser in its place. @param {Locator} text */
async function bothLooksOf(text) {
  const page = text.page();
  await text.scrollIntoViewIfNeeded();
  const place = await insideOf(text);
  const drawn = await page.screenshot({ clip: place });
  await text.evaluate((element) => {
    const style = (/** @type {string} */ name) => getComputedStyle(document.documentElement).getPropertyValue(name);
    const canvas = /** @type {HTMLElement} */ (document.getElementById('canvas'));
    const inCode = element.localName === 'code';
    canvas.style.visibility = 'hidden';
    const behind = /** @type {HTMLElement} */ (document.getElementById('app'));
    behind.style.background = inCode ? '#f1f3f6' : style('--surface'); // Colors::sunken
    Object.assign(/** @type {HTMLElement} */ (element).style, { color: style('--text'), opacity: 1 });
  });
  const written = await page.screenshot({ clip: place });
  await page.evaluate(() => document.getElementById('canvas')?.removeAttribute('style'));
  return { drawn, written };
}

// Where a CSS pixel is several of the screen, browsers round the middle of a line to those: up to one of them beside.
test('facts and payloads lie exactly over what is drawn', async ({ editor, page }) => {
  await editor.openForm(hooks.turnstile);
  await editor.settled();
  const facts = page.getByRole('list', { name: 'Facts' });
  for (const text of [
    facts.locator('p').first(),
    facts.getByText(hooks.turnstile.id, { exact: true }),
    page.locator('#mirror code').last(),
  ]) {
    const { drawn, written } = await bothLooksOf(text);
    expect((await compare(page, drawn, written)).pixels).toBe(0);
  }
});
