// The list of all webhooks.
import { hooks } from '../support/editor.js';
import { expect, test } from '../support/test.js';

test.beforeEach(async ({ editor }) => editor.openList());

/** @param {import('../support/editor.js').Editor} editor @param {number} column from 1 */
const cells = (editor, column) => editor.list.locator(`[role=gridcell][aria-colindex="${column}"]`);

test('shows all webhooks of all locations, and how many need care', async ({ editor, page }) => {
  await expect(page).toHaveTitle(/Webhooks/);
  await expect(editor.says('60 webhooks, 5 switched off by Nexudus')).toBeAttached();
  await expect(editor.list.getByRole('columnheader')).toHaveText([
    'Name', 'Event', 'Location', 'Active', 'URL host', 'Health', 'Last fired', 'Last changed',
  ]);
});

for (const [vocabulary, words, count] of /** @type {const} */ ([
  ['the panel’s words', 'help desk message', 5],
  ['the API’s names', 'HelDeskMessageCreated', 5],
  // A coworker is the panel's customer: of invoices too.
  ['either', 'customer created', 10],
])) {
  test(`search finds events by ${vocabulary}`, async ({ editor }) => {
    await editor.search.fill(words);
    await expect(editor.says(`${count} of 60 webhooks match`)).toBeAttached();
    await expect(editor.list).toHaveAttribute('aria-rowcount', String(count + 1));
  });
}

test('search looks at the host, the location and the name too', async ({ editor }) => {
  for (const [words, count] of /** @type {const} */ ([['ledgerly', 10], ['渋谷', 12], ['turnstile', 1]])) {
    await editor.search.fill(words);
    await expect(editor.says(`${count} of 60 webhooks match`)).toBeAttached();
  }
});

test('a search that finds nothing says so, and clearing it brings all back', async ({ editor }) => {
  await editor.search.fill('no such thing');
  await expect(editor.says('No webhook matches the search')).toBeAttached();
  await editor.search.fill('');
  await expect(editor.list).toHaveAttribute('aria-rowcount', '61');
});

test('a header sorts, and the other way round when pressed again', async ({ editor }) => {
  const location = editor.list.getByRole('columnheader', { name: 'Location' });
  await location.click();
  await expect(location).toHaveAttribute('aria-sort', 'ascending');
  await expect(cells(editor, 3).first()).toHaveText('Brooklyn Navy Yard');
  await location.click();
  await expect(location).toHaveAttribute('aria-sort', 'descending');
  await expect(cells(editor, 3).first()).toHaveText('東京 渋谷');
});

test('a click on a row opens it', async ({ editor, page }) => {
  await editor.search.fill('turnstile');
  await editor.list.getByRole('gridcell', { name: hooks.turnstile.name }).click();
  await expect(editor.heading(hooks.turnstile.name)).toBeAttached();
  expect(new URL(page.url()).hash).toBe(`#/webhooks/${hooks.turnstile.id}`);
});

test('the keyboard goes all the way: search, rows, open, back', async ({ editor, page }) => {
  await page.keyboard.press('/');
  await expect(editor.search).toBeFocused();
  await page.keyboard.type('door access');
  await expect(editor.says('webhooks match')).toBeAttached();
  const first = editor.list.locator('[role=gridcell][aria-colindex="1"]').first();
  await page.keyboard.press('Tab');
  await expect(editor.button('Clear')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(editor.button('Filter')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(editor.button('Columns')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(first).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await expect(cells(editor, 2).first()).toBeFocused();
  await page.keyboard.press('Home');
  const name = await first.textContent();
  await page.keyboard.press('Enter');
  await expect(editor.name).toHaveValue(String(name));
  await page.goBack();
  await expect(first).toBeFocused();
  await expect(first).toHaveText(String(name));
});

test('the keyboard reaches the last of the rows and sorts by a header', async ({ editor, page }) => {
  await cells(editor, 1).first().focus();
  await page.keyboard.press('Control+End');
  await expect(editor.list.locator('[role=row][aria-rowindex="61"]')).toBeAttached();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowUp');
  const name = editor.list.getByRole('columnheader', { name: 'Name' });
  await expect(name).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(name).toHaveAttribute('aria-sort', 'descending');
});

test('the wheel scrolls it', async ({ editor, page }) => {
  await editor.list.hover();
  await page.mouse.wheel(0, 100_000);
  await expect(editor.list.locator('[role=row][aria-rowindex="61"]')).toBeInViewport();
});

test('fits a phone: nothing reaches over the edge', async ({ editor, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(editor.button('New webhook')).toBeInViewport({ ratio: 1 });
  await expect(editor.list).toHaveAttribute('aria-rowcount', '60');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
