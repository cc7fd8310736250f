// What is secret in the sign-in form never comes into the WebAssembly. Its memory is searched, as ASCII and as UTF-16.
import { administrator, withCode } from '../support/editor.js';
import { oneTimeCode } from '../support/one_time_code.js';
import { expect, test } from '../support/test.js';

/** So that there is time to look while a request is on its way. @type {import('../support/server.js').Fault} */
const slowList = { kind: 'latency', path: '/sys/webhooks', ms: 3_000 };

/** @param {import('@playwright/test').Page} page @param {string} text @returns {Promise<boolean>} */
const isInMemory = (page, text) =>
  page.evaluate((wanted) => {
    const memory = new TextDecoder('latin1').decode(globalThis.editorDiagnostics?.memory());
    // Not as a part of a longer number.
    const found = (/** @type {string} */ pattern) => new RegExp(`(?<!\\d\0?)${pattern}(?!\0?\\d)`).test(memory);
    const letters = [...wanted].map((letter) => letter.replace(/\W/, '\\$&'));
    return found(letters.join('')) || found(letters.join('\0'));
  }, text);

test.beforeEach(async ({ editor }) => editor.goto());

test('what is typed elsewhere is found there, so that the search is one', async ({ editor, page }) => {
  await editor.signIn(administrator);
  await expect(editor.list).toHaveAttribute('aria-rowcount', '61');
  expect(await isInMemory(page, administrator.email)).toBe(true);
});

test('the password and what it is answered with, signed in', async ({ editor, page, sandbox }) => {
  await sandbox.fault(slowList);
  const answered = page.waitForResponse(/\/token$/);
  const asked = page.waitForRequest(/\/sys\/webhooks/);
  await editor.email.fill(administrator.email);
  await editor.password.pressSequentially(administrator.password);
  await page.keyboard.press('Enter');
  const { access_token, refresh_token } = await (await answered).json();
  const secrets = [administrator.password, access_token, refresh_token];
  expect(secrets.map((secret) => secret.length > 6)).toEqual([true, true, true]);
  await asked;
  for (const secret of secrets) expect(await isInMemory(page, secret), `${secret}, while it is sent`).toBe(false);
  await expect(editor.list).toHaveAttribute('aria-rowcount', '61');
  for (const secret of secrets) expect(await isInMemory(page, secret), secret).toBe(false);
});

test('the password, refused', async ({ editor, page }) => {
  await editor.email.fill(administrator.email);
  await editor.password.pressSequentially('not-the-password');
  await page.keyboard.press('Enter');
  await expect(editor.signInError).not.toBeEmpty();
  expect(await isInMemory(page, 'not-the-password')).toBe(false);
});

test('the one-time code, refused and accepted', async ({ editor, page }) => {
  await editor.signIn(withCode);
  await expect(editor.code).toBeFocused();
  await page.keyboard.type('824613579024');
  await page.keyboard.press('Enter');
  await expect(editor.signInError).not.toBeEmpty();
  expect(await isInMemory(page, '824613579024')).toBe(false);

  const code = oneTimeCode(withCode.secret);
  await editor.code.fill('');
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  await expect(editor.list).toHaveAttribute('aria-rowcount', '61');
  expect(await isInMemory(page, code)).toBe(false);
  expect(await isInMemory(page, withCode.password)).toBe(false);
});

test('a pasted token, accepted', async ({ editor, page, sandbox }) => {
  const token = await sandbox.token(administrator.email, administrator.password);
  await sandbox.fault(slowList);
  const asked = page.waitForRequest(/\/sys\/webhooks/);
  await editor.token.fill(token);
  await editor.signInButton.click();
  await asked;
  expect(await isInMemory(page, token), 'while it is sent').toBe(false);
  await expect(editor.list).toHaveAttribute('aria-rowcount', '61');
  expect(await isInMemory(page, token)).toBe(false);
});

test('a pasted token, refused', async ({ editor, page }) => {
  await editor.token.fill('nothing-anybody-gave-out');
  await editor.signInButton.click();
  await expect(editor.signInError).not.toBeEmpty();
  expect(await isInMemory(page, 'nothing-anybody-gave-out')).toBe(false);
});
