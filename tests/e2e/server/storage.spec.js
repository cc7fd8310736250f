// What the browser keeps when its storage is full, or what is in it was damaged.
import { administrator, hooks } from '../support/editor.js';
import { expect, test } from '../support/test.js';
import { keptInBrowser } from '../support/vault.js';

test.beforeEach(async ({ page }) => {
  page.on('dialog', (dialog) => void dialog.accept()); // the browser asks before a page with changes is left
});

/** @param {import('@playwright/test').Page} page @param {number} [quotaSize] bytes; without it what the browser gives */
async function limitStorage(page, quotaSize) {
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await session.send('Storage.overrideQuotaForOrigin', quotaSize === undefined ? { origin } : { origin, quotaSize });
}

test('a full storage is told at once, and what was typed is kept as soon as there is room', async ({ editor, page }) => {
  await editor.openForm(hooks.turnstile);
  const warning = page.getByRole('alert').filter({ hasText: 'What you typed is only in this page.' });
  await limitStorage(page, 0);
  await editor.name.fill('Written without room');
  await expect(warning).toBeAttached();
  await limitStorage(page);
  await editor.description.fill('Written with room');
  await expect(warning).not.toBeAttached();
  await page.reload();
  await editor.signIn(administrator);
  await expect(editor.name).toHaveValue('Written without room');
  await expect(editor.description).toHaveValue('Written with room');
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
  await editor.name.fill('Kept again');
  await page.reload();
  await editor.signIn(administrator);
  await expect(editor.name).toHaveValue('Kept again');
});
