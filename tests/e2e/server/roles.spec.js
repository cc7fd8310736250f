// People who may not do everything.
import { findings } from '../support/axe.js';
import { hooks, reader, withoutLocations } from '../support/editor.js';
import { expect, test } from '../support/test.js';

test('a user who may only read is told so when saving, by the role that is missing', async ({ editor, sandbox }) => {
  await editor.openForm(hooks.withLargeNumbers, reader);
  await editor.name.fill('Other');
  await editor.save.click();
  await expect(editor.says('Your user may not change webhooks.')).toBeAttached();
  await expect(editor.says('WebHook-Edit')).toBeAttached();
  await expect(editor.name).toHaveValue('Other');
  // 401, and 409 when two came too close to each other on a busy machine.
  expect((await sandbox.log('PUT')).every(({ status }) => status >= 400)).toBe(true);
});

test('a user whose changes were refused gets a form that only shows, also after a reload, and can try again', async ({ editor, page }) => {
  await editor.openForm(hooks.withLargeNumbers, reader);
  await editor.name.fill('Other');
  await editor.save.click();
  await expect(editor.says('Your user may not change webhooks.')).toBeAttached();
  await editor.button('Discard changes').click();
  await expect(editor.save).not.toBeAttached();
  await page.reload();
  await editor.signIn(reader);
  await expect(editor.name).toHaveValue(hooks.withLargeNumbers.name);
  await expect(editor.name).toHaveAttribute('readonly', '');
  await expect(editor.active).toBeDisabled();
  await expect(editor.says('Your user may not change webhooks.')).toBeAttached();
  expect(await findings(page)).toEqual([]);
  await editor.button('Try again').click();
  await expect(editor.save).toBeAttached();
  await editor.name.fill('Other');
  await expect(editor.says('1 unsaved change')).toBeAttached();
});

test('a user who may only read is told so when deleting', async ({ editor }) => {
  await editor.openForm(hooks.off, reader);
  await editor.button('Delete').click();
  await editor.dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(editor.says('Your user may not delete webhooks.')).toBeAttached();
  await expect(editor.says('WebHook-Delete')).toBeAttached();
});

test('a user who may not list locations types the number', async ({ editor, page, sandbox }) => {
  await editor.openForm(hooks.withLargeNumbers, withoutLocations);
  const location = page.getByRole('textbox', { name: 'Location', exact: true });
  await expect(location).toHaveValue('1414900101');
  await location.fill('nowhere');
  await editor.name.focus();
  await expect(location).toHaveAttribute('aria-invalid', 'true');
  await location.fill('1414900102');
  await editor.saveSuccessfully();
  const [put] = await sandbox.log('PUT');
  expect(JSON.parse(put?.body ?? '')).toMatchObject({ BusinessId: 1414900102 });
});
