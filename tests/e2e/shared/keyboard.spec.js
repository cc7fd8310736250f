// The keyboard alone does everything, and always shows where it is.
import { administrator, hooks } from '../support/editor.js';
import { focusRing } from '../support/focus_ring.js';
import { expect, test } from '../support/test.js';

/** @typedef {import('@playwright/test').Locator} Locator */
/** @typedef {import('@playwright/test').Page} Page */

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

test.describe('on a layout without Latin letters', () => {
  /** @typedef {{ key: string, code: string, ctrlKey?: boolean, altKey?: boolean, modifierAltGraph?: boolean }} Key */
  /** @param {Page} page @param {Key} key @returns {Promise<boolean>} whether the editor took it */
  const press = (page, key) =>
    page.evaluate((init) => {
      const event = new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true });
      return !(document.activeElement ?? document.body).dispatchEvent(event);
    }, key);

  test('shortcuts are where the letters are on a Latin one', async ({ editor, page }) => {
    await editor.openForm(hooks.turnstile);
    await editor.name.fill('Турникет');
    expect(await press(page, { key: 'ы', code: 'KeyS', ctrlKey: true })).toBe(true);
    await expect(editor.says(/^Saved\. Read back from Nexudus/)).toBeAttached();
    expect(await press(page, { key: 'κ', code: 'KeyK', ctrlKey: true })).toBe(true);
    await expect(editor.palette).toBeFocused();
  });

  test('single keys work, and letters that are typed stay letters', async ({ editor, page }) => {
    await editor.openList();
    await editor.search.focus();
    expect(await press(page, { key: 'т', code: 'KeyN' })).toBe(false);
    await editor.button('New webhook').focus();
    expect(await press(page, { key: 'т', code: 'KeyN' })).toBe(true);
    await expect(editor.heading('New webhook')).toBeAttached();
  });

  test('the browser keeps its keys', async ({ editor, page }) => {
    await editor.openForm(hooks.turnstile);
    for (const [key, code] of /** @type {const} */ ([['к', 'KeyR'], ['е', 'KeyT'], ['ц', 'KeyW'], ['т', 'KeyN'], ['д', 'KeyL']])) {
      expect(await press(page, { key, code, ctrlKey: true }), code).toBe(false);
    }
  });

  test('a letter made with a third key held is that letter', async ({ editor, page }) => {
    await editor.openList();
    expect(await press(page, { key: 'ń', code: 'KeyN', altKey: true })).toBe(false);
    expect(await press(page, { key: 'ń', code: 'KeyN', modifierAltGraph: true })).toBe(false);
  });
});

test.describe('on a Mac', () => {
  test.beforeEach(async ({ editor, page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'platform', { get: () => 'MacIntel' });
    });
    await editor.openList();
  });

  test('shortcuts are with Command, not with Control', async ({ editor, page }) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Meta+k');
    await expect(editor.palette).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(editor.palette).not.toBeAttached();
  });

  test('and the list of them has the signs of its keyboard', async ({ page }) => {
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(help.getByText(/^⌘K/)).toBeAttached();
    await expect(help.getByText('Ctrl')).toHaveCount(0);
  });
});

test.describe('keys the browser owns', () => {
  /** @param {Page} page @param {'ctrlKey' | 'metaKey'} modifier @returns {Promise<string[]>} those that the editor took */
  const taken = (page, modifier) =>
    page.evaluate((held) => {
      /** @param {KeyboardEventInit} init */
      const isTaken = (init) => {
        const event = new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true });
        return !(document.activeElement ?? document.body).dispatchEvent(event);
      };
      const all = [
        ...['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12'].map((key) => ({ key })),
        ...['ArrowLeft', 'ArrowRight', 'Home'].map((key) => ({ key, altKey: true })),
        ...[...'rltwnfpdhj+-=0123456789', 'F5', 'Tab', 'PageUp', 'PageDown'].map((key) => ({ key, [held]: true })),
        ...[...'rtnpij', 'Tab', 'Delete'].map((key) => ({ key, [held]: true, shiftKey: true })),
      ];
      return all.filter(isTaken).map((init) => JSON.stringify(init));
    }, modifier);

  for (const [name, platform, modifier] of /** @type {const} */ ([
    ['elsewhere', 'Linux x86_64', 'ctrlKey'],
    ['on a Mac', 'MacIntel', 'metaKey'],
  ])) {
    test(`are never taken, ${name}`, async ({ editor, page }) => {
      await page.addInitScript((told) => {
        Object.defineProperty(Navigator.prototype, 'platform', { get: () => told });
      }, platform);
      await editor.openList();
      await editor.list.locator('[role=gridcell][aria-colindex="1"]').first().focus();
      expect(await taken(page, modifier), 'in a cell of the list').toEqual([]);
      await editor.search.focus();
      expect(await taken(page, modifier), 'in the search').toEqual([]);
      await page.evaluate((hash) => (location.hash = hash), `#/webhooks/${hooks.turnstile.id}`);
      await expect(editor.name).toHaveValue(hooks.turnstile.name);
      for (const target of [editor.name, editor.description, editor.event, editor.save, editor.backToList]) {
        await target.focus();
        expect(await taken(page, modifier), String(target)).toEqual([]);
      }
    });
  }
});

test('Tab leaves the editor at its end, and Shift+Tab at its start', async ({ editor, page }) => {
  await editor.openForm(hooks.turnstile);
  const outside = () => page.evaluate(() => document.activeElement === document.body);
  for (const key of ['Tab', 'Shift+Tab']) {
    await editor.url.focus();
    let steps = 0;
    while (steps < 60 && !(await outside())) {
      await page.keyboard.press(key);
      ++steps;
    }
    expect(steps, `steps with ${key}`).toBeLessThan(60);
  }
});
