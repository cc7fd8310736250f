// Going from webhook to webhook in the order of the list.
import { expect, test } from '../support/test.js';

/** The first of five in the list. @param {import('../support/editor.js').Editor} editor */
async function openFirst(editor) {
  await editor.open('#/webhooks?search=invoice paid');
  await expect(editor.list).toHaveAttribute('aria-rowcount', '6');
  await editor.list.getByRole('gridcell').first().click();
  await expect(editor.says('1 of 5')).toBeAttached();
}

test('the buttons follow the list as it is searched, to its ends', async ({ editor, page }) => {
  await openFirst(editor);
  const previous = editor.button('Previous webhook');
  const next = editor.button('Next webhook');
  await expect(previous).toHaveAttribute('aria-disabled', 'true');
  await expect(previous).toHaveAccessibleDescription('This is the first webhook of the list.');
  const first = page.url();
  for (const place of ['2 of 5', '3 of 5', '4 of 5', '5 of 5']) {
    await next.click();
    await expect(editor.says(place)).toBeAttached();
  }
  await expect(next).toHaveAccessibleDescription('This is the last webhook of the list.');
  for (const place of ['4 of 5', '3 of 5', '2 of 5', '1 of 5']) {
    await previous.click();
    await expect(editor.says(place)).toBeAttached();
  }
  expect(page.url()).toBe(first);
});

test('the keys do the same, and Back leads back', async ({ editor, page }) => {
  await openFirst(editor);
  const first = page.url();
  await page.keyboard.press('j');
  await expect(editor.says('2 of 5')).toBeAttached();
  await page.keyboard.press('k');
  await expect(editor.says('1 of 5')).toBeAttached();
  await page.goBack();
  await expect(editor.says('2 of 5')).toBeAttached();
  await page.goBack();
  await expect(editor.says('1 of 5')).toBeAttached();
  expect(page.url()).toBe(first);
});

test('with changes the way asks first, and the list comes back as it was', async ({ editor }) => {
  await openFirst(editor);
  await editor.name.fill('Changed');
  await editor.button('Next webhook').click();
  await expect(editor.dialog).toBeAttached();
  await editor.button('Discard changes').last().click();
  await expect(editor.says('2 of 5')).toBeAttached();
  await editor.backToList.click();
  await expect(editor.search).toHaveValue('invoice paid');
  await expect(editor.list).toHaveAttribute('aria-rowcount', '6');
});
