// Signing in, and each way it can fail.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { administrator, Editor, member, mustReset, withCode } from '../support/editor.js';
import { oneTimeCode } from '../support/one_time_code.js';
import { dist } from '../support/paths.js';
import { startStaticHost } from '../support/static_host.js';
import { expect, test } from '../support/test.js';

test.beforeEach(async ({ editor }) => editor.goto());

test('with e-mail and password leads to the list, and says who it is', async ({ editor, page }) => {
  await expect(editor.email).toBeFocused();
  await page.keyboard.type(administrator.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(administrator.password);
  await page.keyboard.press('Enter');
  await expect(editor.list).toHaveAttribute('aria-rowcount', '61');
  await expect(editor.says(administrator.email)).toBeAttached();
  await expect(editor.signInButton).toBeHidden();
});

test('the fields are what password managers look for', async ({ editor }) => {
  await expect(editor.email).toHaveAttribute('autocomplete', 'username');
  await expect(editor.password).toHaveAttribute('autocomplete', 'current-password');
  await expect(editor.password).toHaveAttribute('type', 'password');
});

test('a wrong password says so, and keeps the e-mail', async ({ editor }) => {
  await editor.signIn({ ...administrator, password: 'wrong' });
  await expect(editor.signInError).toHaveText(/The e-mail or the password is wrong\./);
  await expect(editor.email).toHaveValue(administrator.email);
  await expect(editor.password).toBeFocused();
  // The same failure once more must not leave the form waiting.
  await editor.password.fill('wrong again');
  await editor.signInButton.click();
  await expect(editor.signInError).toHaveText(/The e-mail or the password is wrong\./);
  await editor.password.fill(administrator.password);
  await editor.signInButton.click();
  await expect(editor.list).toBeAttached();
});

test('an empty form says what is missing', async ({ editor }) => {
  await editor.signInButton.click();
  await expect(editor.signInError).toHaveText(/Type your e-mail and password/);
});

test('a user with a second factor is asked for the code', async ({ editor }) => {
  await editor.signIn(withCode);
  await expect(editor.code).toBeFocused();
  await expect(editor.code).toHaveAttribute('autocomplete', 'one-time-code');
  await expect(editor.password).toBeHidden();
  const right = oneTimeCode(withCode.secret);
  await editor.code.fill(right === '000000' ? '000001' : '000000');
  await editor.signInButton.click();
  await expect(editor.signInError).toHaveText(/The code was not accepted\./);
  await editor.code.fill(oneTimeCode(withCode.secret));
  await editor.signInButton.click();
  await expect(editor.list).toHaveAttribute('aria-rowcount', '61');
});

test('the code can be left for another account', async ({ editor }) => {
  await editor.signIn(withCode);
  await editor.button('Use another account').click();
  await expect(editor.code).toBeHidden();
  await expect(editor.email).toBeFocused();
  await expect(editor.password).toHaveValue('');
  await editor.signIn(administrator);
  await expect(editor.list).toHaveAttribute('aria-rowcount', '61');
});

test('a password that must be reset says where', async ({ editor }) => {
  await editor.signIn(mustReset);
  await expect(editor.signInError).toHaveText(/Nexudus wants a new password for this account\./);
});

test('a member without access to the API is told so, and the password is not blamed', async ({ editor }) => {
  await editor.signIn(member);
  await expect(editor.signInError).toHaveText(/the password is right, but this user has no access/);
});

test('a pasted token does', async ({ editor, sandbox }) => {
  await editor.token.fill(await sandbox.token(administrator.email, administrator.password));
  await editor.signInButton.click();
  await expect(editor.list).toHaveAttribute('aria-rowcount', '61');
  await expect(editor.says('Signed in with a token')).toBeAttached();
});

test('a token that is none says so', async ({ editor }) => {
  await editor.token.fill('nothing-anybody-gave-out');
  await editor.signInButton.click();
  await expect(editor.signInError).toHaveText(/Nexudus does not accept this token/);
});

test('the demo needs no server', async ({ editor, sandbox }) => {
  await editor.demoButton.click();
  await expect(editor.list).toHaveAttribute('aria-rowcount', '61');
  await expect(editor.says('Demo: nothing leaves this browser')).toBeAttached();
  expect(await sandbox.log()).toEqual([]);
});

test('signing out brings the form back, and nothing of what was loaded stays', async ({ editor }) => {
  await editor.signIn(administrator);
  await expect(editor.list).toBeAttached();
  await editor.button('Sign out').click();
  await expect(editor.signInButton).toBeVisible();
  await expect(editor.list).not.toBeAttached();
});

test('a server that cannot be reached says so', async ({ editor, page, complaints }) => {
  await page.route('**/api/**', (route) => route.abort('connectionrefused'));
  await editor.signIn(administrator);
  await expect(editor.signInError).toHaveText(/cannot be reached/);
  await page.unroute('**/api/**');
  await editor.signInButton.click();
  await expect(editor.list).toBeAttached();
  expect(complaints).toEqual([]);
});

test('a server that answers a web page says so', async ({ editor, sandbox }) => {
  await sandbox.fault({ kind: 'html', path: '/token' });
  await editor.signIn(administrator);
  await expect(editor.signInError).toHaveText(/makes no sense/);
});

test('each sign-in comes from the same client, and a password never stands in an address', async ({ editor, page, sandbox }) => {
  await editor.signIn({ ...administrator, password: 'wrong' });
  await expect(editor.signInError).not.toBeEmpty();
  await page.reload();
  await editor.signIn(administrator);
  await expect(editor.list).toBeAttached();
  const tokens = (await sandbox.log('POST')).filter(({ target }) => target === '/token');
  expect(tokens).toHaveLength(2);
  expect(tokens[0]?.headers['client_id']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(tokens[1]?.headers['client_id']).toBe(tokens[0]?.headers['client_id']);
  expect(page.url()).not.toContain(administrator.password);
});

test('a server that does not let this page read its answers is told from one that is not there', async ({ origin, page, complaints }) => {
  const api = new URL(origin).origin.replace('localhost', '127.0.0.1');
  const config = JSON.stringify({ apiBase: `${api}/api`, signIn: ['nexudus', 'token', 'demo'] });
  // Whoever serves the editor for an API elsewhere allows it in the page's policy.
  const html = await readFile(join(dist, 'index.html'), 'utf8');
  const files = { 'config.json': config, 'index.html': html.replace('https://spaces.nexudus.com', api) };
  const host = await startStaticHost({ folder: dist, files, api });
  const elsewhere = new Editor(page, host.origin, 'server');
  await elsewhere.goto();
  await elsewhere.signIn(administrator);
  await expect(elsewhere.signInError).toHaveText(/The browser was not allowed to sign in at .*\(CORS\)/);
  host.stop();
  // The browser says in the console what it did.
  expect(complaints.every((complaint) => /CORS policy/.test(complaint))).toBe(true);
  complaints.length = 0;
});
