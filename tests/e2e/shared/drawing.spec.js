// Only what changes is drawn: nothing of what was there before stays, nothing new is missing.
import { expectDrawnCompletely } from '../support/canvas.js';
import { hooks } from '../support/editor.js';
import { expect, test } from '../support/test.js';

test('the canvas shows all that changed, step by step', async ({ editor, page }) => {
  test.slow();
  const check = (/** @type {string} */ when) => expectDrawnCompletely(page, () => editor.settled(500), when);
  await editor.openList();
  await check('with the list');
  await page.mouse.move(300, 420);
  await check('with a row under the pointer');
  await page.mouse.wheel(0, 333);
  await check('scrolled');
  await editor.search.pressSequentially('inv');
  await check('searched');
  await editor.search.fill('');
  await check('not searched any more');
  await editor.button('Filter').click();
  await check('with the filters open');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(editor.palette).toBeFocused();
  await check('with a dialog');
  await page.keyboard.press('Escape');
  await check('with the dialog closed');
  await page.setViewportSize({ width: 700, height: 600 });
  await check('in a smaller window');
  await page.emulateMedia({ colorScheme: 'dark' });
  await check('in dark');
});

test('the canvas of a form shows all that changed, step by step', async ({ editor, page }) => {
  test.slow();
  const check = (/** @type {string} */ when) => expectDrawnCompletely(page, () => editor.settled(500), when);
  await editor.openForm(hooks.turnstile);
  await check('with the form');
  await editor.name.pressSequentially('!');
  await check('changed');
  await editor.url.fill('nowhere');
  await editor.name.focus();
  await check('with an error');
  await editor.active.click();
  await check('with the switch turned');
  await editor.event.click();
  await check('with the events open');
  await page.keyboard.press('Escape');
  await check('with the events closed');
});
