// Somebody else saves the webhook while it is being edited.
import { findings } from '../support/axe.js';
import { hooks } from '../support/editor.js';
import { expect, test } from '../support/test.js';

const hook = hooks.withLargeNumbers;
const other = 'hooks@example.com';

test.beforeEach(async ({ editor }) => editor.openForm(hook));

test('another field is taken over, and who changed it is said', async ({ editor, sandbox }) => {
  await editor.name.fill('Mine');
  await sandbox.saveElsewhere(hook.id, (json) => json.replace(/"Active":true/, '"Active":false'));
  await editor.save.click();
  await expect(editor.says(`${other} changed Active meanwhile: taken over.`)).toBeAttached();
  await expect(editor.active).not.toBeChecked();
  const stored = await sandbox.record(hook.id);
  expect(stored).toContain('"Name":"Mine"');
  expect(stored).toContain('"Active":false');
  expect(stored).toContain('12345678901234567890');
});

test('the same field is asked about, nothing is sent, and mine can be kept', async ({ editor, sandbox, page }) => {
  await editor.name.fill('Mine');
  await sandbox.saveElsewhere(hook.id, (json) => json.replace('"Name":"Invoice paid"', '"Name":"Theirs"'));
  await editor.save.click();
  await expect(editor.name).toBeFocused();
  await expect(editor.name).toHaveAttribute('aria-invalid', 'true');
  await expect(editor.name).toHaveAccessibleDescription(new RegExp(`${other} changed this to “Theirs”`));
  expect(await sandbox.log('PUT')).toHaveLength(1); // the other's own
  expect(await findings(page)).toEqual([]);

  // By keyboard: the choice comes right after its field.
  await page.keyboard.press('Tab');
  await expect(editor.button('Keep mine for Name')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(editor.name).toBeFocused();
  await editor.saveSuccessfully();
  expect(await sandbox.record(hook.id)).toContain('"Name":"Mine"');
});

test('or theirs can be taken', async ({ editor, sandbox }) => {
  await editor.name.fill('Mine');
  await sandbox.saveElsewhere(hook.id, (json) => json.replace('"Name":"Invoice paid"', '"Name":"Theirs"'));
  await editor.save.click();
  await editor.button('Take theirs for Name').click();
  await expect(editor.name).toHaveValue('Theirs');
  await expect(editor.says('No unsaved changes')).toBeAttached();
  expect(await sandbox.record(hook.id)).toContain('"Name":"Theirs"');
});
