// dist/ copied to a plain web host.
import { Editor } from '../support/editor.js';
import { dist } from '../support/paths.js';
import { startStaticHost } from '../support/static_host.js';
import { expect, test } from '../support/test.js';

test('works under any path, and asks nobody else for anything', async ({ editor, page, origin }) => {
  /** @type {string[]} */
  const addresses = [];
  page.on('request', (request) => addresses.push(request.url()));
  await editor.openList();
  expect(addresses.length).toBeLessThanOrEqual(8);
  for (const address of addresses) expect(address.startsWith(origin), address).toBe(true);
});

test('a freshly copied folder offers the demo', async ({ editor }) => {
  await editor.goto();
  await expect(editor.demoButton).toBeVisible();
  await expect(editor.email).toBeVisible();
  await expect(editor.token).toBeVisible();
});

test('says when the first screen can be used', async ({ editor, page }) => {
  await editor.goto();
  await expect(editor.demoButton).toBeVisible();
  expect(await page.evaluate(() => performance.getEntriesByName('editor:usable').length)).toBe(1);
});

test('what is changed in the demo is there until the page is left', async ({ editor }) => {
  await editor.openForm({ id: '87654403', name: 'Invoice paid' });
  await editor.name.fill('Only here');
  await editor.saveSuccessfully();
  await editor.page.reload();
  await editor.demoButton.click();
  await expect(editor.name).toHaveValue('Invoice paid');
});

/** @type {[string, string | undefined, RegExp][]} */
const broken = [
  ['is missing', undefined, /config\.json/],
  ['is not JSON', '{"apiBase": ', /config\.json/],
  ['is no object', '[]', /config\.json/],
  ['has an API address of the wrong type', '{"apiBase": 7}', /apiBase/],
  ['has a script for an API address', '{"apiBase": "javascript:alert(1)"}', /apiBase/],
  ['offers no way to sign in', '{"signIn": []}', /signIn/],
];
for (const [what, text, sentence] of broken) {
  test(`config.json ${what}: the page says so`, async ({ page, complaints }) => {
    const host = await startStaticHost({ folder: dist, files: { 'config.json': text } });
    await new Editor(page, host.origin, 'demo').goto();
    await expect(page.getByRole('heading', { name: 'The editor cannot start' })).toBeAttached();
    await expect(page.getByText(sentence).first()).toBeAttached();
    host.stop();
    if (text === undefined) complaints.length = 0; // the browser mentions the missing file
  });
}

test('only the ways to sign in that config.json names are offered', async ({ page }) => {
  const host = await startStaticHost({ folder: dist, files: { 'config.json': '{"signIn": ["token"]}' } });
  const editor = new Editor(page, host.origin, 'demo');
  await editor.goto();
  await expect(editor.token).toBeVisible();
  await expect(editor.email).toBeHidden();
  await expect(editor.demoButton).toBeHidden();
  host.stop();
});

test('a demo that cannot be loaded says why, and can be tried again', async ({ editor, page, complaints }) => {
  await page.route('**/demo.wasm', (route) => route.fulfill({ status: 404 }), { times: 1 });
  await editor.goto();
  await editor.demoButton.click();
  await expect(page.getByRole('alert').filter({ hasText: 'The demo cannot be opened. The file demo.wasm is missing' })).toBeVisible();
  complaints.length = 0; // the browser mentions the missing file
  await editor.demoButton.click();
  await expect(editor.list).toBeAttached();
});

test('a wasm file of another version is not run', async ({ page, complaints }) => {
  const host = await startStaticHost({ folder: dist, files: { 'editor.wasm': 'something else' } });
  await page.goto(host.origin);
  await expect(page.getByRole('heading', { name: 'The editor cannot start' })).toBeVisible();
  host.stop();
  complaints.length = 0; // the page reports it in the console too
});
