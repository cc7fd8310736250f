// What was changed from this browser, how it is undone, and what went over the line.
import { readFile } from 'node:fs/promises';
import { findings } from '../support/axe.js';
import { hooks } from '../support/editor.js';
import { expect, test } from '../support/test.js';

test.use({ serverOptions: ['--no-limits'] }); // a machine that stands still bunches calls up, and some are refused

const hook = hooks.withLargeNumbers;

test.beforeEach(async ({ editor }) => {
  await editor.openForm(hook);
  await editor.name.fill('Renamed');
  await editor.url.fill('https://door:s3cret@example.com/?token=abc');
  await editor.saveSuccessfully();
});

/** @param {import('../support/editor.js').Editor} editor */
async function openActivity(editor) {
  await editor.page.getByRole('link', { name: 'All webhooks' }).click();
  await editor.button('Activity').click();
  await expect(editor.page.getByRole('heading', { name: 'Activity', level: 1 })).toBeFocused();
}

test('lists what was changed, with credentials hidden', async ({ editor, page }) => {
  await openActivity(editor);
  const change = page.getByRole('group', { name: `Changed “${hook.name}”` });
  await expect(change).toContainText('Read back and found as sent.');
  await expect(change.getByRole('listitem')).toHaveText([`Name: ${hook.name} → Renamed`, /→ https:\/\/•••@example\.com\/\?token=•••$/]);
  await expect(page).toHaveURL(/#\/activity$/);
  await expect(page).toHaveTitle(/^Activity/);
  expect(await findings(page)).toEqual([]);
});

test('a change is undone by looking at what was there before, and saving it', async ({ editor, page }) => {
  await openActivity(editor);
  await editor.button(`Undo this change: Changed “${hook.name}”`).click();
  await expect(editor.name).toHaveValue(hook.name);
  await expect(editor.says('What was there before is in the form.')).toBeAttached();
  await editor.saveSuccessfully();
  await openActivity(editor);
  await expect(page.getByRole('group', { name: 'Changed “Renamed”' })).toBeAttached();
});

test('is searched, and saved as a file of one JSON object a line', async ({ editor, page }) => {
  await openActivity(editor);
  await page.getByRole('searchbox', { name: 'Search changes' }).fill('nothing like it');
  await expect(editor.says('No change matches.')).toBeAttached();
  await page.getByRole('searchbox', { name: 'Search changes' }).fill('renamed');
  const [download] = await Promise.all([page.waitForEvent('download'), editor.button('Export').click()]);
  expect(download.suggestedFilename()).toBe('webhook-changes.jsonl');
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n').map((line) => JSON.parse(line));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ Kind: 'changed', Outcome: 'verified', Id: Number(hook.id) });
  expect(lines[0].Before).toContain('12345678901234567890');
  expect(lines[0].After).not.toContain('s3cret');
});

test('lists the requests, and what is left of the budget', async ({ editor, page }) => {
  await openActivity(editor);
  const requests = page.getByRole('list', { name: 'Last requests' }).getByRole('listitem');
  await expect(requests.filter({ hasText: 'PUT /sys/webhooks' })).toHaveCount(1);
  const budget = page.getByRole('list', { name: 'Request budget' }).getByRole('listitem');
  await expect(budget).toHaveText([/^Waiting: /, /^Calls a minute: \d+ of 120 left$/, 'Writes a minute: 59 of 60 left', /^Calls an hour: /, /^Writes a day: /]);
});
