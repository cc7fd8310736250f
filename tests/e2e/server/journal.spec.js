// What was changed from this browser is still known after a reload, to the same user alone.
import { hooks } from '../support/editor.js';
import { expect, test } from '../support/test.js';

test('changes are listed after a reload too, but not to another user', async ({ editor, page }) => {
  await editor.openForm(hooks.withLargeNumbers);
  await editor.name.fill('Renamed');
  await editor.saveSuccessfully();
  const change = page.getByRole('group', { name: `Changed “${hooks.withLargeNumbers.name}”` });

  // What was written is kept at once; another page of this browser finds it.
  await page.reload();
  await editor.open('#/activity');
  await expect(change).toBeAttached();

  await page.reload();
  await editor.open('#/activity', { email: 'hooks@example.com', password: 'demo-hooks' });
  await expect(editor.says('Nothing yet.')).toBeAttached();
});
