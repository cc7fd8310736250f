// Narrowing the list down: filters, their chips, and the address that keeps them.
import { hooks } from '../support/editor.js';
import { expect, test } from '../support/test.js';

const zurich = 'Remove filter: Location Zürich West';
const off = 'Remove filter: Active Off';

/** @param {import('../support/editor.js').Editor} editor @param {string} name */
const filter = (editor, name) => editor.page.getByRole('group', { name: 'Filters' }).getByRole('combobox', { name, exact: true });

/** @param {import('@playwright/test').Page} page */
const fragment = (page) => decodeURIComponent(new URL(page.url()).hash);

test('filters narrow the list down, as chips that can be removed one by one or all at once', async ({ editor }) => {
  await editor.openList();
  await editor.button('Filter').click();
  await editor.choose(filter(editor, 'Location'), 'zurich', 'Zürich West');
  await expect(editor.says('12 of 60 webhooks match')).toBeAttached();
  await editor.choose(filter(editor, 'Active'), 'off', 'Off');
  await expect(editor.button(off)).toBeAttached();
  const both = await editor.list.getAttribute('aria-rowcount');
  expect(Number(both)).toBeLessThan(13);
  await editor.button(zurich).click();
  await expect(editor.button(zurich)).not.toBeAttached();
  await expect(editor.button('Filter')).toBeFocused();
  await editor.button('Clear all filters').click();
  await expect(editor.list).toHaveAttribute('aria-rowcount', '61');
});

test('each filter says how many webhooks it would leave', async ({ editor, page }) => {
  await editor.openList();
  await editor.button('Filter').click();
  await filter(editor, 'Location').press('ArrowDown');
  await expect(page.getByRole('option', { name: 'Zürich West' })).toHaveAccessibleDescription('12');
  await page.keyboard.press('Escape');
  await editor.search.fill('turnstile');
  await filter(editor, 'Location').press('ArrowDown');
  await expect(page.getByRole('option')).toHaveCount(1);
});

test('what was typed is in the address of the list, however soon another screen follows', async ({ editor, page }) => {
  await page.addInitScript(() => {
    const { setTimeout } = window;
    // The pause after which the address is written never ends.
    const held = (/** @type {TimerHandler} */ run, /** @type {number} */ delay) => (delay === 250 ? 0 : setTimeout(run, delay));
    window.setTimeout = /** @type {typeof setTimeout} */ (held);
  });
  await editor.openList();
  await editor.search.fill('invoice');
  await expect(editor.list).not.toHaveAttribute('aria-rowcount', '61');
  expect(fragment(page)).toBe('#/webhooks');
  await editor.list.getByRole('gridcell').first().click();
  await expect(editor.backToList).toBeAttached();
  await page.goBack();
  await expect.poll(() => fragment(page)).toBe('#/webhooks?search=invoice');
  await expect(editor.search).toHaveValue('invoice');
});

test('the address keeps filters, search and order over a record, Back, Forward and a reload', async ({ editor, page }) => {
  await editor.openList();
  await editor.search.fill('invoice');
  await editor.button('Filter').click();
  await editor.choose(filter(editor, 'Health'), 'fine', 'Fine');
  await editor.list.getByRole('columnheader', { name: 'Location' }).click();
  await expect.poll(() => fragment(page)).toBe('#/webhooks?search=invoice&health=fine&sort=location');
  const rows = await editor.list.getAttribute('aria-rowcount');

  await editor.list.getByRole('gridcell').first().click();
  await expect(editor.backToList).toBeAttached();
  await page.goBack();
  await expect(editor.list).toHaveAttribute('aria-rowcount', String(rows));
  await expect(editor.search).toHaveValue('invoice');
  await page.goBack();
  await expect(editor.button('Remove filter: Health Fine')).not.toBeAttached();
  await page.goForward();
  await expect(editor.button('Remove filter: Health Fine')).toBeAttached();

  await page.reload();
  await editor.enter();
  await expect(editor.list).toHaveAttribute('aria-rowcount', String(rows));
  await expect(editor.list.getByRole('columnheader', { name: 'Location' })).toHaveAttribute('aria-sort', 'ascending');
});

test('an address with broken filters shows what makes sense of it', async ({ editor, page }) => {
  await editor.open('#/webhooks?active=off&health=&location=%ff&event=nothing&changed=yesterday&%%%&sort=-?');
  await expect(editor.button(off)).toBeAttached();
  await expect.poll(() => fragment(page)).toBe('#/webhooks?active=off');
});

test('where nothing matches, the filters can be cleared right there', async ({ editor }) => {
  await editor.open('#/webhooks?health=failing&active=off');
  await expect(editor.says('No webhook matches the filters.')).toBeAttached();
  await editor.button('Clear filters').click();
  await expect(editor.list).toHaveAttribute('aria-rowcount', '61');
});

test('the keyboard alone filters', async ({ editor, page }) => {
  await editor.openList();
  await editor.settled(); // the names of the locations are there too
  await page.keyboard.press('f');
  await expect(filter(editor, 'Location')).toBeFocused();
  await page.keyboard.type('zur');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(editor.says('12 of 60 webhooks match')).toBeAttached();
  await page.keyboard.press('Tab');
  await expect(filter(editor, 'Event family')).toBeFocused();
});

test('a host as a filter is read from the address as it was written into it', async ({ editor, page }) => {
  await editor.openList();
  await editor.button('Filter').click();
  await editor.choose(filter(editor, 'URL host'), 'ledgerly', /ledgerly/);
  await expect(editor.says('10 of 60 webhooks match')).toBeAttached();
  await page.reload();
  await editor.enter();
  await expect(editor.says('10 of 60 webhooks match')).toBeAttached();
  await editor.search.fill(hooks.turnstile.name);
  await expect(editor.says('No webhook matches the search and the filters.')).toBeAttached();
});
