// What happens is read out, also when two things happen at once.
import { administrator, hooks } from '../support/editor.js';
import { listen } from '../support/spoken.js';
import { expect, test } from '../support/test.js';
import { keptInBrowser } from '../support/vault.js';

const hook = hooks.withLargeNumbers;

test('loading the list, and that it is there', async ({ editor, page }) => {
  const spoken = await listen(page);
  await editor.openList();
  await expect.poll(() => spoken).toContainEqual({ sentence: 'Loading webhooks.', assertive: false });
  await expect.poll(() => spoken.at(-1)).toEqual({ sentence: expect.stringMatching(/^60 webhooks/), assertive: false });
});

test('saving, and that it is saved', async ({ editor, page }) => {
  const spoken = await listen(page);
  await editor.openForm(hook);
  await editor.name.fill('Other');
  await editor.saveSuccessfully();
  const sentences = () => spoken.map(({ sentence }) => sentence);
  await expect.poll(sentences).toContain('Saving.');
  await expect.poll(sentences).toContain('Saved.');
  expect(spoken.filter(({ assertive }) => assertive)).toEqual([]);
});

test('that a save has failed, at once', async ({ editor, page, sandbox }) => {
  const spoken = await listen(page);
  await editor.openForm(hook);
  await editor.name.fill('Other');
  const errors = [{ PropertyName: 'URL', Message: 'is not allowed' }];
  await sandbox.fault({ kind: 'unsuccessful', method: 'PUT', errors });
  await editor.save.click();
  await expect.poll(() => spoken).toContainEqual({ sentence: expect.stringMatching(/Nothing was saved/), assertive: true });
});

test('that somebody else changed the same field, at once', async ({ editor, page, sandbox }) => {
  const spoken = await listen(page);
  await editor.openForm(hook);
  await editor.name.fill('Mine');
  await sandbox.saveElsewhere(hook.id, (json) => json.replace('"Name":"Invoice paid"', '"Name":"Theirs"'));
  await editor.save.click();
  await expect.poll(() => spoken).toContainEqual({ sentence: expect.stringMatching(/hooks@example\.com/), assertive: true });
});

test('both the list and what is new in it', async ({ editor, page, sandbox }) => {
  await editor.openList();
  await expect.poll(async () => (await keptInBrowser(page, 'visit')).names).toHaveLength(1);
  await sandbox.saveElsewhere(hook.id, (json) => json.replace(/"Active":true/, '"Active":false'));
  const spoken = await listen(page);
  await page.reload();
  await editor.signIn(administrator);
  const sentences = () => spoken.map(({ sentence }) => sentence);
  await expect.poll(sentences).toContainEqual(expect.stringMatching(/^60 webhooks/));
  await expect.poll(sentences).toContainEqual(expect.stringMatching(/^Since your last visit: 1 changed/));
});
