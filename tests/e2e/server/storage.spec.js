// What the browser keeps when its storage is full, or what is in it was damaged.
import { administrator, hooks } from '../support/editor.js';
import { expect, test } from '../support/test.js';
import { keptInBrowser, textsKept } from '../support/vault.js';

test.beforeEach(async ({ page }) => {
  page.on('dialog', (dialog) => void dialog.accept()); // the browser asks before a page with changes is left
});

/**
 * A full storage takes a text and aborts the transaction afterwards. (Chromium's own limit for tests, a command of the
 * DevTools protocol, does not stop texts as small as these.)
 * @param {import('@playwright/test').Page} page
 */
async function fillStorage(page) {
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (/** @type {unknown} */ value, /** @type {IDBValidKey | undefined} */ key) {
      const request = put.call(this, value, key);
      this.transaction.abort();
      return request;
    };
    addEventListener('room', () => (IDBObjectStore.prototype.put = put), { once: true });
  });
}

/** @param {import('@playwright/test').Page} page */
const makeRoom = (page) => page.evaluate(() => void dispatchEvent(new Event('room')));

/** @param {import('../support/editor.js').Editor} editor @param {import('@playwright/test').Page} page */
async function typeWithoutRoomAndWith(editor, page) {
  await editor.openForm(hooks.turnstile);
  const warning = page.getByRole('alert').filter({ hasText: 'What you typed is only in this page.' });
  await fillStorage(page);
  await editor.name.fill('Written without room');
  await expect(warning).toBeAttached();
  await makeRoom(page);
  await editor.description.fill('Written with room');
  await expect(warning).not.toBeAttached();
}

test('a full storage is told at once, and what was typed is kept as soon as there is room', async ({ editor, page }) => {
  await typeWithoutRoomAndWith(editor, page);
  await expect.poll(async () => (await textsKept(page)).join()).toContain('Written with room');
  await page.reload();
  await editor.signIn(administrator);
  await expect(editor.name).toHaveValue('Written without room');
  await expect(editor.description).toHaveValue('Written with room');
});

test('what is typed in the pause after a write that found no room is written when that is over', async ({ editor, page }) => {
  await page.addInitScript(() => {
    const { setTimeout } = globalThis;
    // The pause of 300 ms is drawn out, so that all of this falls into it on a slow machine too.
    Object.assign(globalThis, { setTimeout: (/** @type {() => void} */ then, ms = 0) => setTimeout(then, ms === 300 ? 5_000 : ms) });
  });
  await typeWithoutRoomAndWith(editor, page);
});

test('what is damaged in the storage is as good as not there, and harms nothing else', async ({ editor, page }) => {
  await editor.openForm(hooks.turnstile);
  await editor.name.fill('Will be damaged');
  await expect.poll(async () => (await keptInBrowser(page)).names).toHaveLength(1);
  await page.evaluate(async () => {
    /** @type {(request: IDBRequest) => Promise<any>} */
    const ended = (request) => new Promise((done) => (request.onsuccess = () => done(request.result)));
    const database = await ended(indexedDB.open('webhook-editor'));
    const store = database.transaction('vault', 'readwrite').objectStore('vault');
    for (const name of await ended(store.getAllKeys())) {
      if (!name.startsWith('draft')) continue;
      const item = await ended(store.get(name));
      new DataView(item.data).setUint8(0, new DataView(item.data).getUint8(0) ^ 1);
      await ended(store.put(item, name));
      await ended(store.put('no ciphertext at all', `${name}1`));
    }
    database.close();
  });
  await page.reload();
  await editor.signIn(administrator);
  await expect(editor.name).toHaveValue(hooks.turnstile.name);
  const damaged = (await keptInBrowser(page)).names;
  await editor.name.fill('Kept again');
  await expect.poll(async () => (await keptInBrowser(page)).names.length).toBeGreaterThan(damaged.length);
  await page.reload();
  await editor.signIn(administrator);
  await expect(editor.name).toHaveValue('Kept again');
});
