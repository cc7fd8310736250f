// Beside the form: what Save will send, live, and ready to be copied.
import { hooks } from '../support/editor.js';
import { expect, test } from '../support/test.js';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });
test.beforeEach(async ({ editor }) => editor.openForm(hooks.withLargeNumbers));

const clipboard = (/** @type {import('@playwright/test').Page} */ page) => page.evaluate(() => navigator.clipboard.readText());

test('the JSON follows every key', async ({ editor }) => {
  await expect(editor.says('Nothing differs from what Nexudus holds.')).toBeAttached();
  await editor.name.fill('Abc');
  await expect(editor.says('"Name": "Abc"')).toBeAttached();
  await expect(editor.says('Differs from what Nexudus holds in Name. All the rest goes back as it came.')).toBeAttached();
  await editor.url.fill('https://example.com/x');
  await expect(editor.says('Differs from what Nexudus holds in Name and URL.')).toBeAttached();
});

test('numbers that no double can hold stand there digit for digit', async ({ editor }) => {
  await expect(editor.says('12345678901234567890')).toBeAttached();
  await expect(editor.says('1.10')).toBeAttached();
});

test('Copy JSON puts the whole record on the clipboard', async ({ editor, page }) => {
  await editor.name.fill('Copied');
  await editor.button('Copy JSON').click();
  await expect.poll(() => clipboard(page)).toContain('"Name": "Copied"');
  const text = await clipboard(page);
  expect(text).toContain('12345678901234567890');
  expect(JSON.parse(text)).toMatchObject({ Id: 87654403, Name: 'Copied', Action: 21 });
});

test('Copy cURL gives a command with a placeholder for the token', async ({ editor, page }) => {
  await editor.name.fill("It's");
  await editor.button('Copy cURL').click();
  await expect.poll(() => clipboard(page)).toContain('curl');
  const text = await clipboard(page);
  expect(text).toContain('PUT');
  expect(text).toContain('/sys/webhooks');
  expect(text).toContain('$TOKEN');
  expect(text).toContain(`It'\\''s`);
});

test('the request can be had as a program, which follows every key too', async ({ editor, page }) => {
  await editor.choose(page.getByRole('combobox', { name: 'Programming language', exact: true }), 'pyt', 'Python');
  await expect(editor.says('import urllib.request')).toBeAttached();
  await expect(editor.says('"Authorization": "Bearer " + os.environ["TOKEN"],')).toBeAttached();
  await editor.name.fill('Abc');
  await expect(editor.says(/data=.*Abc/)).toBeAttached();
  await editor.button('Copy code').click();
  await expect.poll(() => clipboard(page)).toContain('urllib.request.urlopen(request)');
});

test('shows the last response after saving', async ({ editor }) => {
  await editor.name.fill('Answered');
  await editor.saveSuccessfully();
  await expect(editor.heading('Last response')).toBeAttached();
  await expect(editor.says('status 200')).toBeAttached();
  await expect(editor.says('WebHook was successfully updated.')).toBeAttached();
});
