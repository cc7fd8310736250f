// Every screen and state of the editor, and how a person gets there: for tests that look at all of them.
import { expect } from '@playwright/test';
import { administrator, hooks, reader, withCode } from './editor.js';
import { keptInBrowser } from './vault.js';

/**
 * @typedef {object} Means of getting there
 * @property {import('./editor.js').Editor} editor
 * @property {import('@playwright/test').Page} page
 * @property {import('./server.js').Sandbox} sandbox
 * @property {string[]} complaints
 *
 * @typedef {object} State
 * @property {string} name also of its file in tests/e2e/trees
 * @property {'demo' | 'server'} world where it can be reached; the demo knows no faults, and nobody else changes it
 * @property {number} [width] of the window, where it is one of narrow windows
 * @property {(means: Means) => Promise<unknown>} reach
 */

const hook = hooks.withLargeNumbers;
const other = 'hooks@example.com';

/** @type {State[]} */
const beforeTheList = [
  {
    name: 'sign_in',
    world: 'demo',
    reach: async ({ editor }) => {
      await editor.goto();
      await expect(editor.demoButton).toBeVisible();
    },
  },
  {
    name: 'sign_in_error',
    world: 'server',
    reach: async ({ editor }) => {
      await editor.goto();
      await editor.signIn({ ...administrator, password: 'wrong' });
      await expect(editor.signInError).toHaveText(/is wrong/);
    },
  },
  {
    name: 'sign_in_code',
    world: 'server',
    reach: async ({ editor }) => {
      await editor.goto();
      await editor.signIn(withCode);
      await expect(editor.code).toBeFocused();
    },
  },
  {
    name: 'sign_in_again',
    world: 'server',
    reach: async ({ editor, sandbox }) => {
      await editor.openForm(hook);
      await editor.name.fill('Other');
      await sandbox.fault({ kind: 'reply', path: '/token', status: 400, body: '{"error":"invalid_grant"}' });
      await sandbox.fault({ kind: 'expire_tokens', method: 'PUT' });
      await editor.save.click();
      await expect(editor.signInError).toHaveText(/your changes are kept/);
    },
  },
  {
    name: 'start_failed',
    world: 'demo',
    reach: async ({ editor, page, complaints }) => {
      await page.route('**/editor.wasm', (route) => route.fulfill({ status: 404, body: '' }));
      await editor.goto();
      await expect(page.getByRole('alert').filter({ hasText: 'editor.wasm is missing' })).toBeVisible();
      complaints.length = 0; // the browser mentions the missing file
    },
  },
  {
    name: 'configuration_broken',
    world: 'demo',
    reach: async ({ editor, page }) => {
      await page.route('**/config.json', (route) => route.fulfill({ body: '{"signIn": []}' }));
      await editor.goto();
      await expect(editor.heading('The editor cannot start')).toBeAttached();
    },
  },
];

/** @type {State[]} */
const lists = [
  { name: 'list', world: 'demo', reach: ({ editor }) => search(editor, 'invoice paid', 'webhooks match') },
  { name: 'list_no_match', world: 'demo', reach: ({ editor }) => search(editor, 'no such thing', 'No webhook matches') },
  {
    name: 'list_filters',
    world: 'demo',
    reach: async ({ editor }) => {
      await editor.open('#/webhooks?event=invoices&active=on&host=api.ledgerly.example');
      await editor.button('Filter').click();
      await expect(editor.says('webhooks match')).toBeAttached();
    },
  },
  {
    name: 'list_filters_no_match',
    world: 'demo',
    reach: async ({ editor }) => {
      await editor.open('#/webhooks?health=failing&active=off');
      await editor.search.fill('invoice');
      await expect(editor.says('No webhook matches')).toBeAttached();
    },
  },
  {
    name: 'columns',
    world: 'demo',
    reach: async ({ editor, page }) => {
      await editor.openList();
      await editor.button('Columns').click();
      await expect(page.getByRole('dialog', { name: 'Columns' })).toBeAttached();
    },
  },
  {
    name: 'list_columns',
    world: 'demo',
    reach: async ({ editor, page }) => {
      await search(editor, 'turnstile', 'webhook');
      await editor.list.getByRole('columnheader', { name: 'URL host' }).click();
      await editor.button('Columns').click();
      await page.getByRole('switch', { name: 'URL host' }).click();
      await page.getByRole('switch', { name: 'Id', exact: true }).click();
      await editor.button('Close').click();
      await expect(editor.says('sorted by URL host')).toBeAttached();
    },
  },
  {
    name: 'list_sorted',
    world: 'demo',
    reach: async ({ editor }) => {
      await search(editor, 'ledgerly', 'webhooks match');
      const location = editor.list.getByRole('columnheader', { name: 'Location' });
      await location.click();
      await expect(location).toHaveAttribute('aria-sort', 'ascending');
    },
  },
  {
    name: 'list_cards',
    world: 'demo',
    width: 390,
    reach: async ({ editor }) => {
      await editor.open();
      await editor.search.fill('invoice paid');
      await expect(editor.list).toHaveAttribute('aria-rowcount', '5');
    },
  },
  {
    name: 'list_loading',
    world: 'server',
    reach: async ({ editor, page }) => {
      await page.route(/\/sys\/webhooks\?/, () => undefined); // whose answer never comes
      await editor.open();
      await expect(editor.list).toHaveAttribute('aria-busy', 'true');
    },
  },
  {
    name: 'list_empty',
    world: 'server',
    reach: async ({ editor, sandbox }) => {
      const body = '{"Records":[],"CurrentPage":1,"TotalItems":0,"TotalPages":0,"HasNextPage":false}';
      await sandbox.fault({ kind: 'reply', path: '/sys/webhooks', body, times: -1 });
      await editor.open();
      await expect(editor.says(/no webhooks/i)).toBeAttached();
    },
  },
  {
    name: 'list_error',
    world: 'server',
    reach: async ({ editor, sandbox }) => {
      await sandbox.fault({ kind: 'reply', path: '/sys/webhooks', body: '{"Records":{"0":true}}', times: -1 });
      await editor.open();
      await expect(editor.button('Try again')).toBeAttached();
    },
  },
  {
    name: 'list_draft_offered',
    world: 'server',
    reach: async ({ editor, page }) => {
      page.on('dialog', (dialog) => void dialog.accept()); // the browser asks before a page with changes is left
      await editor.openForm(hooks.turnstile);
      await editor.name.fill('Not saved yet');
      await expect.poll(async () => (await keptInBrowser(page)).names).toHaveLength(1);
      await editor.goto('?again#/webhooks');
      await editor.signIn(administrator);
      await expect(editor.button('Go on editing')).toBeAttached();
      await search(editor, 'turnstile', 'webhooks match');
    },
  },
  {
    name: 'list_since_last_visit',
    world: 'server',
    reach: async ({ editor, page, sandbox }) => {
      await visitAndReturn(editor, page, sandbox);
      await search(editor, 'turnstile', 'webhooks match');
    },
  },
  {
    name: 'offline',
    world: 'demo',
    reach: async ({ editor, page, complaints }) => {
      await search(editor, 'turnstile', 'webhooks match');
      await expect(page).toHaveURL(/search=turnstile/); // for which the browser fetches the icon again
      await page.context().setOffline(true);
      await expect(editor.says('You are offline.')).toBeAttached();
      complaints.length = 0; // the browser mentions what it was still fetching by itself, such as the icon
    },
  },
  {
    name: 'palette',
    world: 'demo',
    reach: async ({ editor, page }) => {
      await editor.openList();
      await page.keyboard.press('ControlOrMeta+k');
      await expect(editor.palette).toBeFocused();
      await editor.palette.fill('new');
      await expect(page.getByRole('option')).toHaveCount(6);
    },
  },
  {
    name: 'shortcuts',
    world: 'demo',
    reach: async ({ editor, page }) => {
      await editor.openList();
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeAttached();
    },
  },
];

/** @type {State[]} */
const forms = [
  {
    name: 'form',
    world: 'demo',
    reach: async ({ editor }) => {
      await editor.openForm(hooks.turnstile);
      await editor.name.fill('Turnstile');
      await editor.url.fill('nowhere');
      await editor.name.focus();
      await expect(editor.url).toHaveAttribute('aria-invalid', 'true');
    },
  },
  {
    name: 'form_last_of_the_list',
    world: 'demo',
    reach: async ({ editor }) => {
      await search(editor, 'turnstile', 'webhook');
      await editor.list.getByRole('gridcell').first().click();
      await expect(editor.says('1 of 1')).toBeAttached();
    },
  },
  {
    name: 'form_new_incomplete',
    world: 'demo',
    reach: async ({ editor }) => {
      await editor.openNew();
      await editor.save.click();
      await expect(editor.name).toHaveAttribute('aria-invalid', 'true');
    },
  },
  {
    name: 'form_saved',
    world: 'demo',
    reach: async ({ editor }) => {
      await editor.openForm(hook);
      await editor.name.fill('Invoice paid, EU');
      await editor.saveSuccessfully();
    },
  },
  {
    name: 'form_refused',
    world: 'server',
    reach: async ({ editor, sandbox }) => {
      const errors = [
        { PropertyName: 'URL', Message: 'is not reachable' },
        { PropertyName: 'Quota', Message: 'is used up' },
      ];
      await editor.openForm(hook);
      await editor.name.fill('Other');
      await sandbox.fault({ kind: 'unsuccessful', method: 'PUT', status: 400, errors });
      await editor.save.click();
      await expect(editor.says('Quota: is used up')).toBeAttached();
    },
  },
  {
    name: 'form_conflict',
    world: 'server',
    reach: async ({ editor, sandbox }) => {
      await editor.openForm(hook);
      await editor.name.fill('Mine');
      await sandbox.saveElsewhere(hook.id, (json) => json.replace('"Name":"Invoice paid"', '"Name":"Theirs"'));
      await editor.save.click();
      await expect(editor.name).toHaveAccessibleDescription(new RegExp(`${other} changed this to “Theirs”`));
    },
  },
  {
    name: 'form_read_only',
    world: 'server',
    reach: async ({ editor }) => {
      await editor.openForm(hook, reader);
      await editor.name.fill('Other');
      await editor.save.click();
      await expect(editor.says('Your user may not change webhooks.')).toBeAttached();
      await editor.button('Discard changes').click();
      await expect(editor.name).toHaveAttribute('readonly', '');
    },
  },
  {
    name: 'form_draft_restored',
    world: 'server',
    reach: async ({ editor, page }) => {
      page.on('dialog', (dialog) => void dialog.accept());
      await editor.openForm(hook);
      await editor.name.fill('Not saved yet');
      await expect.poll(async () => (await keptInBrowser(page)).names).toHaveLength(1);
      await page.reload();
      await editor.signIn(administrator);
      await expect(editor.says('What you had not saved is back.')).toBeAttached();
    },
  },
  {
    name: 'form_missing',
    world: 'demo',
    reach: async ({ editor }) => {
      await editor.open('#/webhooks/5');
      await expect(editor.says('There is no webhook 5.')).toBeAttached();
    },
  },
  {
    name: 'event_picker',
    world: 'demo',
    reach: async ({ editor, page }) => {
      await editor.openForm(hooks.turnstile);
      await editor.event.fill('booking c');
      await expect(page.getByRole('option').first()).toBeAttached();
    },
  },
  {
    name: 'delete',
    world: 'demo',
    reach: async ({ editor }) => {
      await editor.openForm(hooks.turnstile);
      await editor.button('Delete').click();
      await expect(editor.dialog).toBeAttached();
    },
  },
  {
    name: 'leave',
    world: 'demo',
    reach: async ({ editor }) => {
      await editor.openForm(hooks.turnstile);
      await editor.name.fill('Turnstile');
      await editor.backToList.click();
      await expect(editor.dialog).toBeAttached();
    },
  },
  {
    name: 'activity',
    world: 'demo',
    reach: async ({ editor }) => {
      await editor.openForm(hook);
      await editor.settled(); // the list and the names of events have been asked for
      await editor.url.fill('https://door:s3cret@example.com/?token=abc');
      await editor.saveSuccessfully();
      await editor.backToList.click();
      await editor.button('Activity').click();
      await expect(editor.heading('Activity')).toBeFocused();
    },
  },
  {
    name: 'activity_since_last_visit',
    world: 'server',
    reach: async ({ editor, page, sandbox }) => {
      await visitAndReturn(editor, page, sandbox);
      await editor.button('Show them').click();
      await expect(editor.button('Mark all as seen')).toBeAttached();
    },
  },
];

/** @param {import('./editor.js').Editor} editor @param {string} words @param {string} answer */
async function search(editor, words, answer) {
  if (!(await editor.list.count())) await editor.openList();
  await editor.search.fill(words);
  await expect(editor.says(answer)).toBeAttached();
}

/** Somebody else changes something between two visits. @type {(editor: import('./editor.js').Editor, page: import('@playwright/test').Page, sandbox: import('./server.js').Sandbox) => Promise<void>} */
async function visitAndReturn(editor, page, sandbox) {
  await editor.openList();
  await expect.poll(async () => (await keptInBrowser(page, 'visit')).names).toHaveLength(1);
  // All calls of this visit are made: how many they were is shown.
  await expect.poll(async () => (await sandbox.log('GET')).filter(({ target }) => target.includes('/utils/enums'))).toHaveLength(1);
  await sandbox.saveElsewhere(hook.id, (json) => json.replace(/"Active":true/, '"Active":false'));
  // How long the last call took is shown too: in milliseconds of two digits, however quick the machine is.
  await sandbox.fault({ kind: 'latency', path: '/utils/enums', ms: 20 });
  await page.reload();
  await editor.signIn(administrator);
  await expect(editor.says('Since your last visit: 1 changed.')).toBeAttached();
}

export const states = [...beforeTheList, ...lists, ...forms];
