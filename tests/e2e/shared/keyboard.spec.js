// The keyboard alone does everything, and always shows where it is.
import { administrator, hooks } from '../support/editor.js';
import { focusRing } from '../support/focus_ring.js';
import { expect, test } from '../support/test.js';

/** @typedef {import('@playwright/test').Locator} Locator */

/**
 * Tab, until the focus is on it; then there must be a ring round it.
 * @param {import('@playwright/test').Page} page
 * @param {Locator} target
 * @param {string} [key]
 */
async function tabTo(page, target, key = 'Tab') {
  const has = () => target.evaluate((element) => element === document.activeElement);
  for (let steps = 0; steps < 40 && !(await has()); ++steps) await page.keyboard.press(key);
  await expect(target).toBeFocused();
  await expect.poll(() => focusRing(page), { message: `a ring round ${target}` }).toBeGreaterThan(40);
}

test('signs in, filters, opens, edits, picks an event, mends an error, saves and signs out', async ({ editor, page }) => {
  await editor.goto();
  if (editor.world === 'demo') {
    await tabTo(page, editor.demoButton);
  } else {
    await tabTo(page, editor.email);
    await page.keyboard.type(administrator.email);
    await tabTo(page, editor.password);
    await page.keyboard.type(administrator.password);
  }
  await page.keyboard.press('Enter');
  await expect(editor.list).toHaveAttribute('aria-rowcount', '61');

  await tabTo(page, editor.search);
  await page.keyboard.type('turnstile');
  await expect(editor.list).toHaveAttribute('aria-rowcount', '2');
  await tabTo(page, editor.list.locator('[role=gridcell][aria-colindex="1"]').first());
  await page.keyboard.press('Enter');
  await expect(editor.name).toHaveValue(hooks.turnstile.name);

  await tabTo(page, editor.name);
  await page.keyboard.type('Turnstile: check-in failed');
  await tabTo(page, editor.event);
  await page.keyboard.type('CheckinCreated');
  await expect(page.getByRole('option').first()).toBeAttached();
  await page.keyboard.press('Enter');
  await expect(editor.event).toHaveValue('Check-in created');

  await tabTo(page, editor.url);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('nowhere');
  await tabTo(page, editor.save);
  await page.keyboard.press('Enter');
  await expect(editor.url).toBeFocused();
  await expect(editor.url).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('https://alerts.frontdesk.example/turnstile');
  await expect(editor.url).not.toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('ControlOrMeta+s');
  await expect(editor.says(/^Saved\. Read back from Nexudus/)).toBeAttached();

  await tabTo(page, editor.button('Sign out'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(editor.demoButton).toBeVisible();
});

test.describe('the command palette', () => {
  test.beforeEach(({ editor }) => editor.openList());

  test('finds a webhook and goes there', async ({ editor, page }) => {
    await page.keyboard.press('ControlOrMeta+k');
    await expect(editor.palette).toBeFocused();
    await page.keyboard.type('turnstile');
    await expect(page.getByRole('option', { name: hooks.turnstile.name })).toBeAttached();
    await page.keyboard.press('Enter');
    await expect(editor.name).toHaveValue(hooks.turnstile.name);
  });

  test('gives the focus back when it is left', async ({ editor, page }) => {
    await editor.search.focus();
    await page.keyboard.press('ControlOrMeta+k');
    await expect(editor.palette).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(editor.search).toBeFocused();
  });
});

test.describe('single keys', () => {
  test.beforeEach(({ editor }) => editor.openList());

  test('go through the webhooks of the list', async ({ editor, page }) => {
    const cells = editor.list.locator('[role=gridcell][aria-colindex="1"]');
    const [first, second] = [await cells.nth(0).textContent(), await cells.nth(1).textContent()];
    await cells.nth(0).press('Enter');
    await expect(editor.name).toHaveValue(String(first));
    await page.keyboard.press('j');
    await expect(editor.name).toHaveValue(String(second));
    await page.keyboard.press('k');
    await expect(editor.name).toHaveValue(String(first));
    await page.keyboard.press('u');
    await expect(editor.list).toBeAttached();
  });

  test('are listed by the question mark, and can be switched off', async ({ editor, page }) => {
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(help.getByText('N: New webhook')).toBeAttached();
    await help.getByRole('switch', { name: 'Shortcuts of a single key' }).press('Space');
    await page.keyboard.press('Escape');
    await expect(help).not.toBeAttached();
    await page.keyboard.press('n');
    await page.keyboard.press('ControlOrMeta+k');
    await expect(editor.palette).toBeFocused();
    await expect(editor.list).toBeAttached();
  });
});

test('keys that follow each other at once all arrive', async ({ editor, page }) => {
  await editor.openList();
  await page.evaluate(() => {
    const press = (/** @type {string} */ key, control = false) =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, ctrlKey: control, bubbles: true, cancelable: true }),
      );
    press('k', true);
    press('Escape');
    press('?');
    press('Escape');
    press('n');
  });
  await expect(editor.heading('New webhook')).toBeAttached();
});
