// Staying signed in over a reload of the tab: only who wants it, and no longer than that.
import { administrator, Editor, withCode } from '../support/editor.js';
import { oneTimeCode } from '../support/one_time_code.js';
import { expect, test } from '../support/test.js';

/** @typedef {import('@playwright/test').Page} Page */

/** All that this browser keeps for the page where a script can read it as text. @param {Page} page */
const kept = (page) => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie);

/** Signs in and gives what must not be kept. @param {Editor} editor */
async function signIn(editor) {
  const answered = editor.page.waitForResponse(/\/token$/);
  await editor.signIn(administrator);
  const { access_token, refresh_token } = await (await answered).json();
  await expect(editor.list).toHaveAttribute('aria-rowcount', '61');
  return [String(access_token), String(refresh_token)];
}

test.beforeEach(async ({ editor }) => editor.goto());

test('is not offered as a matter of course: without the tick nothing is kept, and a reload ends the session', async ({ editor, page }) => {
  await expect(editor.stay).not.toBeChecked();
  const secrets = await signIn(editor);
  for (const secret of [...secrets, administrator.password]) expect(await kept(page)).not.toContain(secret);
  await page.reload();
  await expect(editor.email).toBeFocused();
  await expect(editor.stay).not.toBeChecked();
});

test('with the tick a reload leads back to the same screen, and the password is not kept', async ({ editor, page }) => {
  await editor.stay.check();
  await signIn(editor);
  await page.reload();
  await expect(editor.list).toHaveAttribute('aria-rowcount', '61');
  await expect(editor.says(administrator.email)).toBeAttached();
  await expect(editor.signInButton).toBeHidden();
  expect(await kept(page)).not.toContain(administrator.password);
});

test('another tab knows nothing of it', async ({ editor, page, context, origin }) => {
  await editor.stay.check();
  await signIn(editor);
  const other = new Editor(await context.newPage(), origin, 'server');
  await other.goto();
  await expect(other.email).toBeVisible();
  await expect(other.stay).not.toBeChecked();
  expect(await other.page.evaluate(() => sessionStorage.length)).toBe(0);
  await page.reload();
  await expect(editor.list).toBeAttached();
});

test('signing out drops what was kept, and the tick', async ({ editor, page }) => {
  await editor.stay.check();
  const secrets = await signIn(editor);
  await editor.button('Sign out').click();
  await expect(editor.stay).not.toBeChecked();
  for (const secret of secrets) expect(await kept(page)).not.toContain(secret);
  await page.reload();
  await expect(editor.email).toBeVisible();
});

test('a token that was renewed is the one that is kept', async ({ editor, page, sandbox }) => {
  await editor.stay.check();
  const secrets = await signIn(editor);
  await sandbox.fault({ kind: 'expire_tokens', path: '/sys/webhooks' });
  const renewed = page.waitForResponse(/\/token$/);
  await page.reload();
  const { refresh_token } = await (await renewed).json();
  await expect(editor.list).toHaveAttribute('aria-rowcount', '61');
  expect(await kept(page)).toContain(refresh_token);
  for (const secret of secrets) expect(await kept(page)).not.toContain(secret);
});

test('a session that cannot be prolonged is dropped', async ({ editor, page, sandbox }) => {
  await editor.stay.check();
  const secrets = await signIn(editor);
  await sandbox.fault({ kind: 'expire_tokens', path: '/sys/webhooks' });
  await sandbox.fault({ kind: 'reply', path: '/token', status: 400, body: '{"error":"invalid_grant"}' });
  await page.reload();
  await expect(editor.signInError).toHaveText(/Your session has ended/);
  await expect(editor.stay).toBeChecked(); // whoever wanted it will want it again
  for (const secret of secrets) expect(await kept(page)).not.toContain(secret);
});

test('counts after a one-time code too', async ({ editor, page }) => {
  await editor.stay.check();
  await editor.signIn(withCode);
  await expect(editor.stay).toBeHidden();
  await editor.code.fill(oneTimeCode(withCode.secret));
  await editor.signInButton.click();
  await expect(editor.list).toBeAttached();
  await page.reload();
  await expect(editor.says(withCode.email)).toBeAttached();
});

test('counts for a pasted token', async ({ editor, page, sandbox }) => {
  await editor.stay.check();
  await editor.token.fill(await sandbox.token(administrator.email, administrator.password));
  await editor.signInButton.click();
  await expect(editor.list).toBeAttached();
  await page.reload();
  await expect(editor.says('Signed in with a token')).toBeAttached();
});

test('is nothing to the demo', async ({ editor, page }) => {
  await editor.stay.check();
  await editor.demoButton.click();
  await expect(editor.list).toBeAttached();
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});
