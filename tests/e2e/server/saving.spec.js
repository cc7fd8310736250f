// What goes over the wire when a webhook is saved, created or deleted.
import { hooks } from '../support/editor.js';
import { expect, test } from '../support/test.js';

/** A JSON object's members with their values as they are written. @param {string} json @returns {Record<string, string>} */
function rawMembers(json) {
  /** @type {Record<string, string>} */
  const members = {};
  let depth = 0;
  let quoted = false;
  let part = '';
  for (let at = json.indexOf('{') + 1; at < json.lastIndexOf('}') + 1; ++at) {
    const letter = json[at] ?? '';
    if (letter === '"' && json[at - 1] !== '\\') quoted = !quoted;
    if (!quoted && (letter === '{' || letter === '[')) ++depth;
    if (!quoted && (letter === '}' || letter === ']')) --depth;
    if (depth < 0 || (!quoted && depth === 0 && letter === ',')) {
      const colon = part.indexOf(':');
      members[JSON.parse(part.slice(0, colon))] = part.slice(colon + 1).trim();
      part = '';
    } else {
      part += letter;
    }
  }
  return members;
}

test('Save sends the whole record, untouched members digit for digit, and reads it back', async ({ editor, sandbox }) => {
  const stored = rawMembers(await sandbox.record(hooks.withLargeNumbers.id));
  await editor.openForm(hooks.withLargeNumbers);
  await editor.name.fill('Invoice paid, EU');
  await editor.saveSuccessfully();

  const log = await sandbox.log();
  const put = log.findIndex(({ method }) => method === 'PUT');
  expect(log[put]?.target).toBe('/sys/webhooks');
  expect(log[put]?.headers['content-type']).toMatch(/^application\/json/);
  const sent = rawMembers(log[put]?.body ?? '');
  expect(sent).toEqual({ ...stored, Name: '"Invoice paid, EU"' });
  expect(sent['ExternalReference']).toBe('12345678901234567890');
  expect(sent['RetryPolicy']).toContain('1.10');
  expect(log.slice(put + 1)).toContainEqual(
    expect.objectContaining({ method: 'GET', target: `/sys/webhooks/${hooks.withLargeNumbers.id}`, status: 200 }),
  );

  const after = rawMembers(await sandbox.record(hooks.withLargeNumbers.id));
  for (const untouched of ['Description', 'URL', 'Action', 'ExternalReference', 'RetryPolicy', 'UniqueId', 'CreatedOn']) {
    expect(after[untouched], untouched).toBe(stored[untouched]);
  }
});

test('every field arrives as it was typed', async ({ editor, sandbox }) => {
  await editor.openForm(hooks.withLargeNumbers);
  await editor.name.fill('Größe “x” \\ 日本');
  await editor.choose(editor.location, '渋谷', /東京 渋谷/);
  await editor.choose(editor.event, 'FailedCheckin', /^Failed check-in/);
  await editor.url.fill('https://example.com/päth?a=1&b=%20');
  await editor.description.fill('One\nTwo');
  await editor.active.click();
  await editor.saveSuccessfully();
  const [put] = await sandbox.log('PUT');
  expect(JSON.parse(put?.body ?? '')).toMatchObject({
    Name: 'Größe “x” \\ 日本',
    BusinessId: 1414900104,
    Action: 63,
    URL: 'https://example.com/päth?a=1&b=%20',
    Description: 'One\nTwo',
    Active: false,
  });
});

test('a hundred thousand characters pasted into Description are saved whole', async ({ editor, page, sandbox }) => {
  await editor.openForm(hooks.withLargeNumbers);
  const text = Array.from({ length: 10_000 }, (_, word) => `word${String(word).padStart(5, '0')}`).join(' ');
  await editor.description.focus();
  await page.evaluate((pasted) => document.execCommand('insertText', false, pasted), text);
  await editor.saveSuccessfully();
  const [put] = await sandbox.log('PUT');
  expect(JSON.parse(put?.body ?? '').Description).toBe(text);
});

test('an id of 64 bits goes out with all its digits', async ({ editor, sandbox }) => {
  await editor.openForm(hooks.longId);
  await editor.description.fill('Moved');
  await editor.saveSuccessfully();
  const [put] = await sandbox.log('PUT');
  expect(rawMembers(put?.body ?? '')['Id']).toBe(hooks.longId.id);
});

test('creating sends one POST, and reads the new record by its id', async ({ editor, sandbox }) => {
  await editor.openNew();
  await editor.name.fill('Brand new');
  await editor.choose(editor.location, 'brook', /^Brooklyn Navy Yard/);
  await editor.choose(editor.event, '6', /^Booking created/);
  await editor.url.fill('https://locks.keywerk.example/new');
  await editor.save.click();
  await expect(editor.heading('Brand new')).toBeAttached();
  const posts = (await sandbox.log('POST')).filter(({ target }) => target === '/sys/webhooks');
  expect(posts).toHaveLength(1);
  expect(JSON.parse(posts[0]?.body ?? '')).toMatchObject({
    Name: 'Brand new', BusinessId: 1414900105, Action: 6, URL: 'https://locks.keywerk.example/new',
  });
});

test('deleting sends one DELETE', async ({ editor, sandbox }) => {
  await editor.openForm(hooks.off);
  await editor.button('Delete').click();
  await editor.dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(editor.says(/^Deleted /)).toBeAttached();
  expect(await sandbox.log('DELETE')).toEqual([
    expect.objectContaining({ target: `/sys/webhooks/${hooks.off.id}`, status: 200 }),
  ]);
});

test.describe('errors of the server', () => {
  test.beforeEach(async ({ editor }) => {
    await editor.openForm(hooks.withLargeNumbers);
    await editor.name.fill('Other');
  });

  test('stand at their fields, the rest in a summary, with the focus on the first', async ({ editor, sandbox }) => {
    await sandbox.fault({
      kind: 'unsuccessful', method: 'PUT', status: 400,
      errors: [
        { PropertyName: 'URL', Message: 'is not reachable' },
        { PropertyName: 'Business', Message: 'is not yours' },
        { PropertyName: 'Quota', Message: 'is used up' },
      ],
    });
    await editor.save.click();
    await expect(editor.location).toHaveAccessibleDescription(/is not yours/);
    await expect(editor.url).toHaveAccessibleDescription(/is not reachable/);
    await expect(editor.says('Quota: is used up')).toBeAttached();
    await expect(editor.location).toBeFocused();
    await expect(editor.name).toHaveValue('Other');
  });

  test('go away when the field is corrected, and saving again works', async ({ editor, sandbox }) => {
    await sandbox.fault({
      kind: 'unsuccessful', method: 'PUT', status: 200, errors: [{ PropertyName: 'Name', Message: 'is taken' }],
    });
    await editor.save.click();
    await expect(editor.name).toHaveAccessibleDescription(/is taken/);
    await expect(editor.name).toBeFocused();
    await editor.name.fill('Another');
    await expect(editor.name).not.toHaveAccessibleDescription(/is taken/);
    await editor.saveSuccessfully();
    await expect(editor.heading('Another')).toBeAttached();
  });
});
