// What the page keeps in the browser over a reload.

/**
 * What the browser keeps under names that begin so, as far as a script of the page can read it.
 * @param {import('@playwright/test').Page} page
 */
export const keptInBrowser = (page, prefix = 'draft') =>
  page.evaluate(async (begin) => {
    const database = await new Promise((done) => {
      const request = indexedDB.open('webhook-editor');
      request.onsuccess = () => done(request.result);
    });
    const store = database.transaction('vault').objectStore('vault');
    /** @param {IDBRequest} request @returns {Promise<any>} */
    const ended = (request) => new Promise((done) => (request.onsuccess = () => done(request.result)));
    const [names, items] = await Promise.all([ended(store.getAllKeys()), ended(store.getAll())]);
    const key = items.find((/** @type {unknown} */ item) => item instanceof CryptoKey);
    const bytes = items
      .filter((/** @type {unknown} */ item) => !(item instanceof CryptoKey))
      .map((/** @type {{ data: ArrayBuffer }} */ { data }) => new TextDecoder('latin1').decode(data));
    database.close();
    return { names: names.filter((/** @type {string} */ name) => name.startsWith(begin)), bytes, extractable: key?.extractable };
  }, prefix);
