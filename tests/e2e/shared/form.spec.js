// One webhook: its fields, marks, validation, and what happens to changes.
import { hooks } from '../support/editor.js';
import { expect, test } from '../support/test.js';

test.describe('an existing webhook', () => {
  test.beforeEach(async ({ editor }) => editor.openForm(hooks.withLargeNumbers));

  test('is shown as read by id', async ({ editor, page }) => {
    await expect(page).toHaveTitle(/Invoice paid/);
    await expect(editor.event).toHaveValue('Invoice paid');
    await expect(editor.location).toHaveValue('Zürich West');
    await expect(editor.url).toHaveValue('https://api.ledgerly.example/import/payments?action=CoworkerInvoicePaid');
    await expect(editor.active).toBeChecked();
    await expect(editor.page.getByRole('list', { name: 'Facts' }).getByRole('listitem')).toContainText([
      /^Health: /, /^Failures in a row: 0$/, /^Last fired: .*2025/, /^Last changed: /, /^Changed by: /, /^Created: /,
      /^Id: 87654403$/,
    ]);
  });

  test('marks what is changed, and setting it back clears the mark', async ({ editor }) => {
    for (const field of [editor.name, editor.url, editor.description]) {
      const before = await field.inputValue();
      await field.fill(`${before}x`);
      await expect(editor.says('1 unsaved change')).toBeAttached();
      await expect(field).toHaveAccessibleDescription(/Changed/);
      await field.fill(before);
      await expect(editor.says('No unsaved changes')).toBeAttached();
      await expect(field).not.toHaveAccessibleDescription(/Changed/);
    }
  });

  test('switching Active off and on again leaves no mark', async ({ editor }) => {
    await editor.active.click();
    await expect(editor.active).not.toBeChecked();
    await expect(editor.says('1 unsaved change')).toBeAttached();
    await editor.active.press('Space');
    await expect(editor.active).toBeChecked();
    await expect(editor.says('No unsaved changes')).toBeAttached();
  });

  test('choosing another location and the first again leaves no mark', async ({ editor }) => {
    await editor.choose(editor.location, 'lisboa', /^Lisboa Marvila/);
    await expect(editor.location).toHaveValue('Lisboa Marvila');
    await expect(editor.says('1 unsaved change')).toBeAttached();
    await editor.choose(editor.location, 'zurich', /^Zürich West/);
    await expect(editor.says('No unsaved changes')).toBeAttached();
  });

  test('Discard changes puts everything back', async ({ editor }) => {
    await editor.name.fill('Other');
    await editor.active.click();
    await expect(editor.says('2 unsaved changes')).toBeAttached();
    await editor.button('Discard changes').click();
    await expect(editor.name).toHaveValue(hooks.withLargeNumbers.name);
    await expect(editor.active).toBeChecked();
    await expect(editor.says('No unsaved changes')).toBeAttached();
  });

  test('undo goes back through all fields, and redo forth again', async ({ editor, page }) => {
    await editor.name.click();
    await page.keyboard.press('End');
    await page.keyboard.type(' twice');
    await page.keyboard.press('Tab');
    await editor.active.click();
    await editor.url.click();
    await page.keyboard.press('End');
    await page.keyboard.type('&x=1');
    await page.keyboard.press('Control+z');
    await expect(editor.url).toHaveValue('https://api.ledgerly.example/import/payments?action=CoworkerInvoicePaid');
    await page.keyboard.press('Control+z');
    await expect(editor.active).toBeChecked();
    await expect(editor.active).toBeFocused();
    await page.keyboard.press('Control+z');
    await expect(editor.name).toHaveValue('Invoice paid');
    await expect(editor.name).toBeFocused();
    await expect(editor.says('No unsaved changes')).toBeAttached();
    await page.keyboard.press('Control+Shift+z');
    await expect(editor.name).toHaveValue('Invoice paid twice');
    await page.keyboard.type('!'); // where typing stopped
    await expect(editor.name).toHaveValue('Invoice paid twice!');
    await expect(editor.button('Redo')).toBeDisabled();
  });

  test('undo takes back a discarding too, by its button', async ({ editor }) => {
    await editor.name.fill('Other');
    await editor.button('Discard changes').click();
    await expect(editor.name).toHaveValue('Invoice paid');
    await editor.button('Undo').click();
    await expect(editor.name).toHaveValue('Other');
  });

  test('a search in an open list has an undo of its own', async ({ editor, page }) => {
    await editor.name.fill('Other');
    await editor.event.click();
    await page.keyboard.type('book');
    await page.keyboard.press('Control+z');
    await expect(editor.name).toHaveValue('Other');
  });

  for (const [by, typed, option, name] of [
    ['the API’s name', 'FailedCheckin', /^Failed check-in/, 'FailedCheckin'],
    ['the panel’s word', 'plan updated', /^Plan updated/, 'TariffUpdate'],
    ['its number', '45', /^Help desk/, 'HelDeskMessageCreated'],
  ]) {
    test(`the event is found by ${by}`, async ({ editor }) => {
      await editor.choose(editor.event, String(typed), option ?? '');
      await expect(editor.event).toHaveAccessibleDescription(new RegExp(`API name ${name}`));
      await expect(editor.says('1 unsaved change')).toBeAttached();
    });
  }

  test('the event is chosen with the keyboard alone, in groups by family', async ({ editor, page }) => {
    await editor.event.focus();
    await page.keyboard.press('ArrowDown');
    await expect(editor.event).toHaveAttribute('aria-expanded', 'true');
    expect(await page.getByRole('listbox', { name: 'Event' }).getByRole('group').count()).toBeGreaterThan(1);
    await page.keyboard.press('Escape');
    await expect(editor.event).toHaveAttribute('aria-expanded', 'false');
    await expect(editor.event).toHaveValue('Invoice paid');
    await editor.event.fill('BookingCreate');
    await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected');
    await page.keyboard.press('Enter');
    await expect(editor.event).toHaveAccessibleDescription(/API name BookingCreate, number 6/);
    await expect(editor.event).toBeFocused();
  });

  test('an address that cannot work is said while typing, and Save sends nothing', async ({ editor }) => {
    await editor.url.fill('api.ledgerly.example/import');
    await editor.name.focus();
    await expect(editor.url).toHaveAttribute('aria-invalid', 'true');
    await expect(editor.url).toHaveAccessibleDescription(/https:\/\//);
    await editor.save.click();
    await expect(editor.url).toBeFocused();
    await expect(editor.says('1 unsaved change')).toBeAttached();
    await editor.url.fill('https://api.ledgerly.example/import');
    await expect(editor.url).not.toHaveAttribute('aria-invalid');
  });

  test('saves, and shows what is stored', async ({ editor }) => {
    await editor.name.fill('Rechnung bezahlt 💶');
    await editor.description.fill('Zeile eins\nZeile zwei');
    await editor.saveSuccessfully();
    await expect(editor.heading('Rechnung bezahlt 💶')).toBeAttached();
    await editor.backToList.click();
    await editor.search.fill('rechnung bezahlt');
    await expect(editor.list.getByRole('gridcell', { name: 'Rechnung bezahlt 💶' })).toBeAttached();
  });

  test('Ctrl+S saves from within a field', async ({ editor, page }) => {
    await editor.name.fill('Saved by key');
    await page.keyboard.press('Control+s');
    await expect(editor.heading('Saved by key')).toBeAttached();
    await expect(editor.says('No unsaved changes')).toBeAttached();
  });

  test('Duplicate begins a new one with the same fields', async ({ editor, page }) => {
    await editor.button('Duplicate').click();
    await expect(editor.name).toHaveValue('Invoice paid (copy)');
    await expect(editor.event).toHaveValue('Invoice paid');
    await expect(editor.location).toHaveValue('Zürich West');
    await editor.saveSuccessfully();
    await expect(page).toHaveURL(/#\/webhooks\/\d+$/);
    expect(page.url()).not.toContain(hooks.withLargeNumbers.id);
  });

  test('is deleted only after its name was typed, because it is active', async ({ editor }) => {
    await editor.button('Delete').click();
    await expect(editor.dialog).toHaveAccessibleName('Delete “Invoice paid”?');
    const remove = editor.dialog.getByRole('button', { name: 'Delete' });
    const confirmation = editor.dialog.getByRole('textbox', { name: 'Confirmation' });
    await expect(confirmation).toBeFocused();
    await expect(remove).toBeDisabled();
    await confirmation.fill('Invoice pai');
    await expect(remove).toBeDisabled();
    await confirmation.fill('Invoice paid');
    await expect(remove).toBeEnabled();
    await remove.click();
    await expect(editor.list).toHaveAttribute('aria-rowcount', '60');
    await expect(editor.says('Deleted “Invoice paid”.')).toBeAttached();
  });

  test('Cancel and Escape in the question delete nothing, and the focus comes back', async ({ editor, page }) => {
    for (const way of [() => editor.dialog.getByRole('button', { name: 'Cancel' }).click(), () => page.keyboard.press('Escape')]) {
      await editor.button('Delete').click();
      await expect(editor.dialog).toBeAttached();
      await way();
      await expect(editor.dialog).not.toBeAttached();
      await expect(editor.button('Delete')).toBeFocused();
    }
    await expect(editor.name).toHaveValue(hooks.withLargeNumbers.name);
  });
});

test('an event with a number nobody knows is shown and kept', async ({ editor }) => {
  await editor.openForm(hooks.unknownEvent);
  await expect(editor.event).toHaveValue(/117/);
  await editor.description.fill('Still unknown');
  await expect(editor.says('"Action": 117')).toBeAttached();
  await editor.saveSuccessfully();
  await expect(editor.event).toHaveValue(/117/);
});

test('an inactive webhook is deleted after one question', async ({ editor }) => {
  await editor.openForm(hooks.off);
  await editor.button('Delete').click();
  await expect(editor.dialog.getByRole('textbox')).toHaveCount(0);
  await editor.dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(editor.list).toHaveAttribute('aria-rowcount', '60');
});

test('a new webhook is created, and read back', async ({ editor, page }) => {
  await editor.openNew();
  await editor.name.fill('Brand new');
  await editor.choose(editor.location, 'brook', /^Brooklyn Navy Yard/);
  await editor.choose(editor.event, 'BookingCreate', /^Booking created/);
  await editor.url.fill('https://locks.keywerk.example/new');
  await editor.saveSuccessfully();
  await expect(editor.heading('Brand new')).toBeAttached();
  await expect(page).toHaveURL(/#\/webhooks\/\d+$/);
  await editor.backToList.click();
  await expect(editor.list).toHaveAttribute('aria-rowcount', '62');
});

test('a new webhook without its fields says what each needs, and focuses the first', async ({ editor }) => {
  await editor.openNew();
  await editor.save.click();
  await expect(editor.name).toBeFocused();
  await expect(editor.name).toHaveAccessibleDescription(/Enter a name\./);
  await expect(editor.location).toHaveAccessibleDescription(/Choose a location\./);
  await expect(editor.event).toHaveAccessibleDescription(/Choose an event\./);
  await expect(editor.url).toHaveAttribute('aria-invalid', 'true');
});

test('fits a phone: every field and Save can be reached', async ({ editor, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await editor.openForm(hooks.withLargeNumbers);
  for (const field of [editor.name, editor.location, editor.event, editor.url, editor.description, editor.active]) {
    await field.scrollIntoViewIfNeeded();
    const box = await field.boundingBox();
    expect(box && box.x + box.width).toBeLessThanOrEqual(390);
  }
  await expect(editor.save).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
