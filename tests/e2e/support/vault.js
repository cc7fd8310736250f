// What the page keeps in the browser over a reload.

/**
 * What the browser keeps under names that begin so, in clear: only the page itself has the key, and uses it for this.
 * @param {import('@playwright/test').Page} page @returns {Promise<string[]>}
 */
export const textsKept = (page, prefix = 'draft') =>
  page.evaluate(async (begin) => {
    /** @param {IDBRequest} request @returns {Promise<any>} */
    const ended = (request) => new Promise((done) => (request.onsuccess = () => done(request.result)));
    const database = await ended(indexedDB.open('webhook-editor'));
    const store = database.transaction('vault').objectStore('vault');
    const [key, names, items] = await Promise.all([ended(store.get('key')), ended(store.getAllKeys()), ended(store.getAll())]);
    database.close();
    const encoder = new TextEncoder();
    const decrypted = names.map(async (/** @type {string} */ name, /** @type {number} */ at) => {
      const { iv, data } = items[at];
      const algorithm = { name: 'AES-GCM', iv, additionalData: encoder.encode(name) };
      return name.startsWith(begin) ? new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, key, data)) : '';
    });
    return (await Promise.all(decrypted)).filter(Boolean);
  }, prefix);

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
