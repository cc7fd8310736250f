// Addresses, Back and Forward, and leaving with changes.
import { hooks } from '../support/editor.js';
import { expect, test } from '../support/test.js';

test('each screen has its address, and Back and Forward go through them', async ({ editor, page }) => {
  await editor.openList();
  await expect(page).toHaveURL(/#\/webhooks$/);
  await editor.button('New webhook').click();
  await expect(page).toHaveURL(/#\/webhooks\/new$/);
  await expect(editor.heading('New webhook')).toBeAttached();
  await page.goBack();
  await expect(editor.list).toBeAttached();
  await page.goForward();
  await expect(editor.heading('New webhook')).toBeAttached();
  await expect(page).toHaveURL(/#\/webhooks\/new$/);
});

test('an id beyond the numbers of JavaScript keeps all its digits in the address', async ({ editor, page }) => {
  await editor.openForm(hooks.longId);
  await expect(page).toHaveURL(/#\/webhooks\/9007199254740993$/);
  await expect(editor.says('"Id": 9007199254740993')).toBeAttached();
});

test('an address that means nothing leads to the list', async ({ editor, page }) => {
  await editor.open('#/nonsense');
  await expect(editor.list).toBeAttached();
  await expect(page).toHaveURL(/#\/webhooks$/);
});

test('a webhook that does not exist says so', async ({ editor }) => {
  await editor.open('#/webhooks/5');
  await expect(editor.says('There is no webhook 5.')).toBeAttached();
  await expect(editor.save).not.toBeAttached();
});

test('a deleted webhook, which Nexudus answers with an error of its own, says what was asked', async ({ editor }) => {
  await editor.open('#/webhooks/87654290');
  await expect(editor.says(/Asked for webhook 87654290; the server answered with status 500/)).toBeAttached();
});

test.describe('a link', () => {
  test.beforeEach(({ editor }) => editor.openForm(hooks.turnstile));

  for (const [how, options] of /** @type {const} */ ([
    ['Control', { modifiers: ['Control'] }],
    ['Shift', { modifiers: ['Shift'] }],
    ['the middle button', { button: 'middle' }],
  ])) {
    test(`clicked with ${how} opens elsewhere, and this page stays`, async ({ editor, page, context }) => {
      const [other] = await Promise.all([
        context.waitForEvent('page'),
        editor.backToList.click({ ...options, modifiers: [...('modifiers' in options ? options.modifiers : [])] }),
      ]);
      await expect(other).toHaveURL(/#\/webhooks$/);
      await editor.settled();
      await expect(page).toHaveURL(new RegExp(`#/webhooks/${hooks.turnstile.id}$`));
      await expect(editor.name).toHaveValue(hooks.turnstile.name);
    });
  }

  test('that has the focus opens elsewhere with Control and Enter, and this page stays', async ({ editor, page, context }) => {
    await editor.backToList.focus();
    const [other] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Control+Enter')]);
    await expect(other).toHaveURL(/#\/webhooks$/);
    await editor.settled();
    await expect(editor.name).toHaveValue(hooks.turnstile.name);
  });
});

test.describe('leaving with changes', () => {
  test.beforeEach(async ({ editor }) => {
    await editor.openForm(hooks.withLargeNumbers);
    await editor.name.fill('Other');
    await expect(editor.says('1 unsaved change')).toBeAttached();
  });

  test('asks, names what is changed, and Keep editing keeps it', async ({ editor, page }) => {
    await editor.backToList.click();
    await expect(editor.dialog).toHaveAccessibleName('Leave without saving?');
    await expect(editor.dialog).toHaveAccessibleDescription(/Name/);
    await editor.dialog.getByRole('button', { name: 'Keep editing' }).click();
    await expect(editor.dialog).not.toBeAttached();
    await expect(editor.name).toHaveValue('Other');
    await expect(page).toHaveURL(new RegExp(`#/webhooks/${hooks.withLargeNumbers.id}$`));
  });

  test('Discard changes leaves', async ({ editor }) => {
    await editor.backToList.click();
    await editor.dialog.getByRole('button', { name: 'Discard changes' }).click();
    await expect(editor.list).toBeAttached();
  });

  test('Keep as draft and leave keeps what was typed, and the list leads back to it', async ({ editor, page }) => {
    await editor.backToList.click();
    await editor.dialog.getByRole('button', { name: 'Keep as draft and leave' }).click();
    await expect(editor.list).toBeAttached();
    await page.getByRole('button', { name: 'Go on editing' }).click();
    await expect(editor.name).toHaveValue('Other');
  });

  test('Back asks too, and the address stays that of the form', async ({ editor, page }) => {
    await editor.page.evaluate(() => (location.hash = '#/webhooks'));
    await expect(editor.dialog).toBeAttached();
    await expect(page).toHaveURL(new RegExp(`#/webhooks/${hooks.withLargeNumbers.id}$`));
    await page.keyboard.press('Escape');
    await expect(editor.name).toHaveValue('Other');
  });

  test('signing out asks too', async ({ editor }) => {
    await editor.button('Sign out').click();
    await expect(editor.dialog).toHaveAccessibleName('Leave without saving?');
    await editor.dialog.getByRole('button', { name: 'Keep editing' }).click();
    await expect(editor.name).toHaveValue('Other');
  });

  test('closing the page asks, in the browser’s words', async ({ editor, page }) => {
    await editor.name.press('End'); // browsers ask only people who did something on the page
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    expect((await asked).type()).toBe('beforeunload');
    await (await asked).accept();
  });
});

test('without changes nothing is asked', async ({ editor }) => {
  await editor.openForm(hooks.withLargeNumbers);
  await editor.name.fill('Other');
  await editor.name.fill(hooks.withLargeNumbers.name);
  await editor.backToList.click();
  await expect(editor.list).toBeAttached();
});
