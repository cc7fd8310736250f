// What assistive technology is told of every screen, compared with what was looked at and stored in tests/e2e/trees.
// UPDATE_TREES=1 stores it anew: look at the difference before it is committed.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accessibilityTree } from '../support/accessibility_tree.js';
import { hooks } from '../support/editor.js';
import { trees } from '../support/paths.js';
import { expect, test } from '../support/test.js';

// Both worlds draw the same; one is enough.
test.skip(({ world }) => world !== 'demo');

/** @param {string} name @param {import('@playwright/test').Page} page */
async function expectTree(name, page) {
  const file = join(trees, `${name}.txt`);
  const tree = await accessibilityTree(page);
  if (process.env['UPDATE_TREES']) {
    await mkdir(trees, { recursive: true });
    await writeFile(file, tree);
  }
  expect(tree).toBe(await readFile(file, 'utf8'));
}

test('sign-in', async ({ editor, page }) => {
  await editor.goto();
  await expect(editor.demoButton).toBeVisible();
  await expectTree('sign_in', page);
});

test('list, searched', async ({ editor, page }) => {
  await editor.openList();
  await editor.search.fill('invoice paid');
  await expect(editor.says('webhooks match')).toBeAttached();
  await editor.settled();
  await expectTree('list', page);
});

test('form, with a change and an error', async ({ editor, page }) => {
  await editor.openForm(hooks.turnstile);
  await editor.name.fill('Turnstile');
  await editor.url.fill('nowhere');
  await editor.name.focus();
  await expect(editor.url).toHaveAttribute('aria-invalid', 'true');
  await editor.settled();
  await expectTree('form', page);
});

test('event picker', async ({ editor, page }) => {
  await editor.openForm(hooks.turnstile);
  await editor.event.fill('booking c');
  await expect(page.getByRole('option').first()).toBeAttached();
  await editor.settled();
  await expectTree('event_picker', page);
});

test('question before deleting', async ({ editor, page }) => {
  await editor.openForm(hooks.turnstile);
  await editor.button('Delete').click();
  await expect(editor.dialog).toBeAttached();
  await editor.settled();
  await expectTree('delete', page);
});

test('shortcuts', async ({ editor, page }) => {
  await editor.openList();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeAttached();
  await editor.settled();
  await expectTree('shortcuts', page);
});
