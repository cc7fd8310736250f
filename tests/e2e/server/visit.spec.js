// Who comes back learns what happened meanwhile.
import { findings } from '../support/axe.js';
import { administrator, hooks } from '../support/editor.js';
import { expect, test } from '../support/test.js';
import { keptInBrowser } from '../support/vault.js';

const hook = hooks.withLargeNumbers;

test('what others changed since the last visit is said in the list, listed, and gone when seen', async ({ editor, page, sandbox }) => {
  await editor.openList();
  await expect.poll(async () => (await keptInBrowser(page, 'visit')).names).toHaveLength(1);
  await sandbox.saveElsewhere(hook.id, (json) => json.replace(/"Active":true/, '"Active":false'));
  await page.reload();
  await editor.signIn(administrator);
  await expect(editor.says('Since your last visit: 1 changed.')).toBeAttached();
  await editor.button('Show them').click();

  const news = page.getByRole('list', { name: 'Since your last visit' });
  await expect(news.getByRole('listitem')).toHaveText([/Changed by hooks@example\.com · /]);
  await expect(news.getByRole('link', { name: hook.name })).toBeAttached();
  expect(await findings(page)).toEqual([]);

  await editor.button('Mark all as seen').click();
  await expect(news).not.toBeAttached();
  await expect(page.getByRole('heading', { name: 'Activity', level: 1 })).toBeFocused();
  await page.reload();
  await editor.signIn(administrator);
  await expect(page.getByRole('heading', { name: 'Activity', level: 1 })).toBeAttached();
  await page.getByRole('link', { name: 'All webhooks' }).click();
  await expect(editor.list).toHaveAttribute('aria-rowcount', '61');
  await expect(editor.says('Since your last visit')).not.toBeAttached();
});
