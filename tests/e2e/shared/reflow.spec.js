// Zoomed to 400 % (WCAG 2.2, 1.4.10) or with letters twice as large (1.4.4), everything can still be reached and read.
import { hooks } from '../support/editor.js';
import { expect, test } from '../support/test.js';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Locator} Locator */

const controls =
  ':is(button, a, input, textarea, [role=button], [role=link], [role=switch], [role=combobox]):not([tabindex="-1"])';

/** Focuses one after the other: each must come into view, and nothing may reach over the sides. @param {Locator} container */
async function expectAllReachable(container) {
  const page = container.page();
  const reachable = container.locator(controls).filter({ visible: true });
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const count = await reachable.count();
  expect(count).toBeGreaterThan(1);
  for (let index = 0; index < count; ++index) {
    const control = reachable.nth(index);
    await control.focus();
    await expect
      .poll(
        async () => {
          const box = await control.boundingBox();
          return !!box && box.x >= 0 && box.x + box.width <= width && box.y < height && box.y + box.height > 0;
        },
        { message: (await control.getAttribute('aria-label')) ?? (await control.textContent()) ?? '' },
      )
      .toBe(true);
  }
}

/** @param {Page} page */
const app = (page) => page.locator('#mirror');

const zooms = [
  { name: 'zoomed to 400 % on 1280 x 1024', viewport: { width: 320, height: 256 }, deviceScaleFactor: 4, letters: 1 },
  { name: 'letters twice as large on a phone', viewport: { width: 390, height: 844 }, deviceScaleFactor: 1, letters: 2 },
  { name: 'letters twice as large on 1280 x 800', viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1, letters: 2 },
];

for (const { name, viewport, deviceScaleFactor, letters } of zooms) {
  test.describe(name, () => {
    test.use({ viewport, deviceScaleFactor });
    test.beforeEach(async ({ page }) => {
      await page.addInitScript((times) => {
        addEventListener('DOMContentLoaded', () => (document.documentElement.style.fontSize = `${16 * times}px`));
      }, letters);
    });

    test('signing in', async ({ editor, page }) => {
      await editor.goto();
      await expect(editor.demoButton).toBeVisible();
      await expectAllReachable(page.locator('#sign-in'));
      await editor.demoButton.scrollIntoViewIfNeeded();
      await expect(editor.demoButton).toBeInViewport({ ratio: 0.95 }); // the rest is less than a pixel
    });

    test('the list', async ({ editor, page }) => {
      await editor.open();
      await expect(editor.list).toHaveAttribute('aria-rowcount', /6[01]/);
      await expectAllReachable(app(page));
    });

    test('the form', async ({ editor, page }) => {
      await editor.openForm(hooks.turnstile);
      await expectAllReachable(app(page));
    });

    test('a question', async ({ editor }) => {
      await editor.openForm(hooks.turnstile);
      await editor.button('Delete').press('Enter');
      await expect(editor.dialog).toBeAttached();
      for (const target of [editor.dialog.getByRole('textbox'), editor.button('Cancel')]) {
        await target.focus();
        await expect(target).toBeInViewport();
      }
    });

    test('the activity', async ({ editor, page }) => {
      await editor.openForm(hooks.turnstile);
      await editor.name.fill('Renamed');
      await expect(editor.says('1 unsaved change')).toBeAttached();
      await editor.save.press('Enter');
      await expect(editor.says('No unsaved changes')).toBeAttached();
      await page.evaluate(() => (location.hash = '#/activity'));
      await expect(editor.heading('Changes')).toBeAttached();
      await expectAllReachable(app(page));
    });

    test('the commands', async ({ editor, page }) => {
      await editor.open();
      await editor.button('Commands').press('Enter');
      await expect(editor.palette).toBeFocused();
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowUp');
      await expect(page.getByRole('option', { name: 'Sign out' })).toBeInViewport();
      await expectAllReachable(page.getByRole('dialog'));
    });

    test('the keyboard shortcuts', async ({ editor, page }) => {
      await editor.open();
      await editor.heading('Webhooks').focus();
      await page.keyboard.press('?');
      await expectAllReachable(page.getByRole('dialog'));
      const last = page.getByRole('listitem').last();
      await last.scrollIntoViewIfNeeded();
      await expect(last).toBeInViewport();
    });

    test('a conflict', async ({ editor, page, sandbox }) => {
      await editor.openForm(hooks.turnstile);
      await sandbox.saveElsewhere(hooks.turnstile.id, (json) => json.replace(`"Name":"${hooks.turnstile.name}"`, '"Name":"Theirs"'));
      await editor.name.fill('Mine');
      await editor.save.press('Enter');
      await expect(page.getByRole('button', { name: 'Keep mine for Name' })).toBeAttached();
      await expectAllReachable(app(page));
    });
  });
}

for (const { name, viewport } of [
  { name: 'zoomed to 400 %', viewport: { width: 320, height: 256 } },
  { name: 'on a phone on its side', viewport: { width: 844, height: 390 } },
]) {
  test.describe(name, () => {
    test.use({ viewport, hasTouch: true });

    /** How far the page under the list is scrolled. @param {import('../support/editor.js').Editor} editor */
    const scrolled = (editor) => editor.search.evaluate((search) => search.closest('.scroll-y')?.scrollTop);

    test.beforeEach(async ({ editor, page }) => {
      await editor.open();
      await expect(editor.list).toHaveAttribute('aria-rowcount', /6[01]/);
      await editor.search.evaluate((search) => search.closest('.scroll-y')?.scrollTo(0, 10_000));
      await editor.settled();
      expect(await scrolled(editor)).toBeGreaterThan(0);
      const box = await editor.list.boundingBox();
      await page.mouse.move(viewport.width / 2, viewport.height - 140);
      expect(box?.y, 'the list is under the pointer').toBeLessThan(viewport.height - 140);
    });

    test('the wheel over the list scrolls the page when the list is at its top', async ({ editor, page }) => {
      await page.mouse.wheel(0, -2000);
      await expect.poll(() => scrolled(editor)).toBe(0);
    });

    test('so does a finger', async ({ editor, page }) => {
      const before = await scrolled(editor);
      const session = await page.context().newCDPSession(page);
      /** @param {'touchStart' | 'touchMove' | 'touchEnd'} type @param {number[]} heights */
      const touch = (type, ...heights) =>
        session.send('Input.dispatchTouchEvent', { type, touchPoints: heights.map((y) => ({ x: viewport.width / 2, y })) });
      await touch('touchStart', viewport.height - 140);
      for (let y = viewport.height - 130; y < viewport.height - 10; y += 10) await touch('touchMove', y);
      await touch('touchEnd');
      await expect.poll(() => scrolled(editor)).toBeLessThan(Number(before));
    });
  });
}
