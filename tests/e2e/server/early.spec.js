// The sign-in form is there before the WebAssembly is, and nobody notices when that comes.
import { administrator, Editor } from '../support/editor.js';
import { dist } from '../support/paths.js';
import { startStaticHost } from '../support/static_host.js';
import { expect, test } from '../support/test.js';

/** @typedef {import('@playwright/test').Page} Page */

/** Holds the WebAssembly back until it is let go, or something else. @param {Page} page @param {string} address */
async function holdBack(page, address = '**/editor.wasm') {
  /** @type {() => void} */
  let letGo = () => undefined;
  const wait = new Promise((done) => (letGo = () => done(undefined)));
  await page.route(address, async (route) => {
    await wait;
    await route.continue().catch(() => undefined); // the page may be gone
  });
  return letGo;
}

/** @param {Page} page */
const marks = (page) => page.evaluate(() => performance.getEntriesByName('editor:usable').length);

/** @param {Editor} editor */
const hasStarted = ({ page }) => expect(page.locator('#start')).toHaveCount(0);

/** The page without waiting for all of it. @param {Editor} editor @param {string} [fragment] */
const open = (editor, fragment = '') => editor.page.goto(editor.origin + fragment, { waitUntil: 'commit' });

test('the form can be used while the WebAssembly is on its way, and stays as it is when that comes', async ({ editor, page }) => {
  const letGo = await holdBack(page);
  await open(editor);
  await expect(editor.email).toBeFocused();
  await expect(page).toHaveTitle('Sign in · WebHook Editor');
  expect(await marks(page)).toBe(1);
  await page.keyboard.type('ada@example.com');
  await page.keyboard.press('Tab');
  await page.keyboard.type('half a pass');
  const look = () => page.screenshot({ animations: 'disabled', caret: 'hide' });
  const before = await look();
  letGo();
  await hasStarted(editor);
  await editor.settled();
  expect((await look()).equals(before)).toBe(true);
  await expect(editor.password).toBeFocused();
  await expect(editor.password).toHaveValue('half a pass');
  await expect(page).toHaveTitle('Sign in · WebHook Editor');
  expect(await marks(page)).toBe(1);
});

test('whoever signs in before waits for the editor, and is then at the address that was opened', async ({ editor, page }) => {
  const letGo = await holdBack(page);
  await open(editor, '#/webhooks/87654403');
  await editor.signIn(administrator);
  await expect(page.getByRole('status').getByText('Loading the editor…')).toBeVisible();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(editor.signInButton).toHaveAttribute('aria-disabled', 'true');
  letGo();
  await expect(editor.name).toHaveValue('Invoice paid');
  await expect(editor.says(administrator.email)).toBeAttached();
  await expect(editor.signInButton).toBeHidden();
});

test('a sign-in that is still on its way when the editor starts is not forgotten', async ({ editor, page }) => {
  const letTokenGo = await holdBack(page, '**/token');
  const letGo = await holdBack(page);
  await open(editor);
  await editor.signIn(administrator);
  letGo();
  await hasStarted(editor);
  await expect(editor.signInButton).toHaveAttribute('aria-disabled', 'true');
  letTokenGo();
  await expect(editor.list).toHaveAttribute('aria-rowcount', '61');
});

test('a wrong password is said once the editor can, and the form goes on', async ({ editor, page }) => {
  const letGo = await holdBack(page);
  await open(editor);
  await editor.signIn({ ...administrator, password: 'wrong' });
  await expect(page.getByText('Loading the editor…')).toBeVisible();
  letGo();
  await expect(editor.signInError).toHaveText(/The e-mail or the password is wrong\./);
  await expect(page.getByText('Loading the editor…')).toHaveCount(0);
  await editor.password.fill(administrator.password);
  await editor.signInButton.click();
  await expect(editor.list).toHaveAttribute('aria-rowcount', '61');
});

test('the demo can be asked for before', async ({ editor, page }) => {
  const letGo = await holdBack(page);
  await open(editor);
  await editor.demoButton.click();
  await expect(page.getByText('Loading the editor…')).toBeVisible();
  letGo();
  await expect(editor.says('Demo: nothing leaves this browser')).toBeAttached();
});

test('a WebAssembly that does not come is explained in place of the form', async ({ editor, page, complaints }) => {
  await page.route('**/editor.wasm', (route) => route.fulfill({ status: 404, body: '' }));
  await open(editor);
  await expect(page.getByRole('alert').filter({ hasText: 'editor.wasm is missing' })).toBeVisible();
  await expect(editor.signInButton).toBeHidden();
  complaints.length = 0; // the browser mentions the missing file
});

test('no form is shown to who has stayed signed in', async ({ editor, page }) => {
  await open(editor);
  await editor.stay.check();
  await editor.signIn(administrator);
  await expect(editor.list).toBeAttached();
  const letGo = await holdBack(page);
  await page.reload({ waitUntil: 'commit' });
  await expect(page.getByText('Loading the editor…')).toBeVisible();
  await expect(editor.signInButton).toBeHidden();
  letGo();
  await expect(editor.list).toHaveAttribute('aria-rowcount', '61');
  expect(await marks(page)).toBe(1);
});

test('the same ways in are offered before as after', async ({ page }) => {
  const config = JSON.stringify({ signIn: ['demo', 'oauth'], oauth: { issuer: 'https://login.example.com', clientId: 'a', name: 'Example' } });
  const host = await startStaticHost({ folder: dist, files: { 'config.json': config } });
  const editor = new Editor(page, host.origin, 'demo');
  const letGo = await holdBack(page);
  await open(editor);
  const shown = () => page.locator('#sign-in-form button:visible, #sign-in-form input:visible').evaluateAll((all) => all.map(({ id }) => id));
  await expect(editor.demoButton).toBeVisible();
  const before = await shown();
  expect(before).toEqual(['stay', 'provider', 'demo']);
  letGo();
  await hasStarted(editor);
  expect(await shown()).toEqual(before);
  host.stop();
});

for (const text of ['{"signIn": []}', '{"apiBase": "ftp://x"}', '{"signIn": ["oauth"]}', '[]']) {
  test(`no form is shown where config.json says ${text}`, async ({ page }) => {
    const host = await startStaticHost({ folder: dist, files: { 'config.json': text } });
    const editor = new Editor(page, host.origin, 'demo');
    const letGo = await holdBack(page);
    const read = page.waitForResponse('**/config.json');
    await open(editor);
    await (await read).finished();
    await page.evaluate(() => {}); // a turn for what that leads to
    expect(await marks(page)).toBe(0);
    await expect(page.locator('#sign-in')).toBeHidden();
    letGo();
    await expect(editor.heading('The editor cannot start')).toBeAttached();
    host.stop();
  });
}
