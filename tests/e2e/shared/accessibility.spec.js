// What axe-core finds: nothing, on every screen, light and dark, wide and narrow.
import { findings } from '../support/axe.js';
import { hooks } from '../support/editor.js';
import { expect, test } from '../support/test.js';

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  for (const width of [1280, 390]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } });

      test('sign-in', async ({ editor, page }) => {
        await editor.goto();
        await expect(editor.demoButton).toBeVisible();
        expect(await findings(page)).toEqual([]);
      });

      test('list', async ({ editor, page }) => {
        await editor.open();
        await expect(editor.list).toHaveAttribute('aria-rowcount', width < 640 ? '60' : '61');
        await editor.settled();
        expect(await findings(page)).toEqual([]);
      });

      test('form', async ({ editor, page }) => {
        await editor.openForm(hooks.withLargeNumbers);
        await editor.settled();
        expect(await findings(page)).toEqual([]);
      });

      test('palette and help', async ({ editor, page }) => {
        await editor.open();
        await expect(editor.list).toBeAttached();
        await page.keyboard.press('ControlOrMeta+k');
        await expect(page.getByRole('option').first()).toBeAttached();
        expect(await findings(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(editor.palette).not.toBeAttached();
        await page.keyboard.press('?');
        await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeAttached();
        await editor.settled();
        expect(await findings(page)).toEqual([]);
      });

      test('form with errors, and a question', async ({ editor, page }) => {
        await editor.openNew();
        await editor.save.click();
        await expect(editor.name).toHaveAttribute('aria-invalid', 'true');
        expect(await findings(page)).toEqual([]);
        await editor.name.fill('x');
        await editor.backToList.click();
        await expect(editor.dialog).toBeAttached();
        expect(await findings(page)).toEqual([]);
      });
    });
  }
}
