// What was typed and not saved outlives the page, and nobody else reads it.
import { administrator, hooks } from '../support/editor.js';
import { expect, test } from '../support/test.js';
import { keptInBrowser } from '../support/vault.js';

test.beforeEach(async ({ page }) => {
  page.on('dialog', (dialog) => void dialog.accept()); // the browser asks before a page with changes is left
});

test('an edit comes back after a reload and a new sign-in, and goes when it is saved', async ({ editor, page }) => {
  await editor.openForm(hooks.turnstile);
  await editor.name.fill('Größe 日本');
  await expect.poll(async () => (await keptInBrowser(page)).names).toHaveLength(1);
  await page.reload();
  await editor.signIn(administrator);
  await expect(editor.name).toHaveValue('Größe 日本');
  await expect(editor.says('What you had not saved is back.')).toBeAttached();
  await editor.saveSuccessfully();
  await expect.poll(async () => (await keptInBrowser(page)).names).toEqual([]);
});

test('a page that dies loses nothing, and the list leads back to it', async ({ editor, page, context, complaints }) => {
  await editor.openForm(hooks.turnstile);
  await editor.description.fill('Not saved yet');
  await expect.poll(async () => (await keptInBrowser(page)).names).toHaveLength(1);
  const crashed = page.waitForEvent('crash');
  const session = await context.newCDPSession(page);
  void session.send('Page.crash').catch(() => undefined); // nobody is left to answer
  await crashed;
  complaints.length = 0;
  const again = await context.newPage();
  await again.goto(`${page.url().split('#')[0]}#/webhooks`);
  await again.getByRole('textbox', { name: 'E-mail' }).fill(administrator.email);
  await again.getByRole('textbox', { name: 'Password' }).fill(administrator.password);
  await again.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(again.getByRole('status').filter({ hasText: 'You have unsaved changes' })).toContainText(hooks.turnstile.name);
  await again.getByRole('button', { name: 'Go on editing' }).click();
  await expect(again.getByRole('textbox', { name: 'Description' })).toHaveValue('Not saved yet');
});

test('what is kept is encrypted with a key that cannot be read out, and holds no token', async ({ editor, page }) => {
  await editor.openForm(hooks.turnstile);
  await editor.url.fill('https://user:secret@hooks.example/path');
  await expect.poll(async () => (await keptInBrowser(page)).names).toHaveLength(1);
  const { bytes, extractable } = await keptInBrowser(page);
  expect(extractable).toBe(false);
  expect(bytes.join()).not.toContain('secret');
  expect(bytes.join()).not.toContain('hooks.example');
});

test('an edit that is discarded is gone', async ({ editor, page }) => {
  await editor.openForm(hooks.turnstile);
  await editor.name.fill('Nobody wants this');
  await expect.poll(async () => (await keptInBrowser(page)).names).toHaveLength(1);
  await editor.button('Discard changes').click();
  await expect.poll(async () => (await keptInBrowser(page)).names).toEqual([]);
});

test('two tabs on one webhook keep two drafts, and both are led to', async ({ editor, page, context }) => {
  await editor.openForm(hooks.turnstile);
  const other = await context.newPage();
  other.on('dialog', (dialog) => void dialog.accept());
  await other.goto(page.url());
  await other.getByRole('textbox', { name: 'E-mail' }).fill(administrator.email);
  await other.getByRole('textbox', { name: 'Password' }).fill(administrator.password);
  await other.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(other.getByRole('textbox', { name: 'Description' })).toBeAttached();
  await editor.description.fill('Of the first tab');
  await other.getByRole('textbox', { name: 'Description' }).fill('Of the second tab');
  await expect.poll(async () => (await keptInBrowser(page)).names).toHaveLength(2);
  await other.close();
  await page.reload();
  await editor.signIn(administrator);
  await expect(page.getByText('Another draft of it is kept')).toBeAttached();
  await page.getByRole('link', { name: 'All webhooks' }).click();
  await page.getByRole('button', { name: 'Keep as draft and leave' }).click();
  await page.getByRole('button', { name: 'Show them' }).click();
  await expect(page.getByRole('button', { name: /^Go on editing: Draft of/ })).toHaveCount(2);
  await page.getByRole('button', { name: /^Discard: Draft of/ }).first().click();
  await expect.poll(async () => (await keptInBrowser(page)).names).toHaveLength(1);
});
