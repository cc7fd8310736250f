// The browser's own fields look as the drawn ones do: nothing moves when a field is given the focus or left.
import { compare } from '../../platform_example/example.js';
import { hooks } from '../support/editor.js';
import { expect, test } from '../support/test.js';

/** @typedef {import('@playwright/test').Locator} Locator */
/** @typedef {import('../support/editor.js').Editor} Editor */

/** What a field shows inside its frame, whose colour tells the focus. @param {Locator} field */
async function pictureOf(field) {
  const box = await field.boundingBox();
  if (!box) throw new Error('not there');
  const clip = { x: box.x, y: box.y + 1, width: box.width, height: box.height - 2 };
  return field.page().screenshot({ clip, caret: 'hide' });
}

/** @param {Editor} editor @param {Locator} field */
async function expectSameLooks(editor, field) {
  await field.scrollIntoViewIfNeeded();
  await editor.settled();
  const drawn = await pictureOf(field);
  await field.focus();
  await field.evaluate((/** @type {HTMLInputElement} */ input) => input.setSelectionRange(0, 0));
  await editor.settled();
  expect((await compare(editor.page, drawn, await pictureOf(field))).pixels).toBe(0);
}

const surroundings = [
  { name: '1 device pixel per pixel', options: {} },
  { name: '1.25 device pixels per pixel', options: { deviceScaleFactor: 1.25 } },
  { name: '1.5 device pixels per pixel', options: { deviceScaleFactor: 1.5 } },
  { name: 'fingers', options: { hasTouch: true, isMobile: true, deviceScaleFactor: 2, viewport: { width: 390, height: 844 } } },
  { name: 'letters twice as large', options: {}, letters: 2 },
];

for (const { name, options, letters } of surroundings) {
  test.describe(name, () => {
    test.use(options);
    test.beforeEach(async ({ page }) => {
      await page.addInitScript((times) => {
        addEventListener('DOMContentLoaded', () => (document.documentElement.style.fontSize = `${16 * times}px`));
      }, letters ?? 1);
    });

    test('the URL, in letters of one width', async ({ editor }) => {
      await editor.openForm(hooks.turnstile);
      await editor.url.fill('https://example.com/short?a=1');
      await editor.name.focus();
      await expectSameLooks(editor, editor.url);
    });

    test('a combobox', async ({ editor }) => {
      await editor.openForm(hooks.turnstile);
      await expectSameLooks(editor, editor.location);
    });

    test('a search, empty and with words', async ({ editor }) => {
      await editor.openList();
      await expectSameLooks(editor, editor.search);
      await editor.search.fill('Grüße');
      await editor.search.blur();
      await expectSameLooks(editor, editor.search);
    });
  });
}
