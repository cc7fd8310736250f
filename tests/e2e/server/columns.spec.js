// The columns a person chose.
import { administrator } from '../support/editor.js';
import { expect, test } from '../support/test.js';
import { keptInBrowser } from '../support/vault.js';

test('chosen columns are there again after a reload', async ({ editor, page }) => {
  await editor.openList();
  await editor.button('Columns').click();
  await page.getByRole('switch', { name: 'Last fired' }).click();
  await page.getByRole('switch', { name: 'Id', exact: true }).click();
  await editor.button('Close').click();
  await expect(editor.button('Columns')).toBeFocused();
  const headers = ['Name', 'Event', 'Location', 'Active', 'URL host', 'Health', 'Last changed', 'Id'];
  await expect(editor.list.getByRole('columnheader')).toHaveText(headers);
  await expect.poll(async () => (await keptInBrowser(page, 'columns')).names).toHaveLength(1);
  await page.reload();
  await editor.signIn(administrator);
  await expect(editor.list.getByRole('columnheader')).toHaveText(headers);
  await expect(editor.list).toHaveAttribute('aria-colcount', '8');
});
