// Texts kept in this browser over a reload or a crash, encrypted with a key that no script can read out (WebCrypto).
// Where the page came over plain HTTP nothing is kept. Where storage is full or blocked the page is told, and what was to
// be kept waits for the next text.

const pause = 300; // milliseconds between two writings: nobody's every key is written

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
const ended = (request) =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });

/** @param {IDBTransaction} transaction @returns {Promise<void>} */
const committed = (transaction) =>
  new Promise((done, failed) => {
    transaction.oncomplete = () => done();
    transaction.onabort = () => failed(transaction.error);
  });

export class Vault {
  /**
   * @param {string} name of the database: one per application of an origin
   * @param {(ok: 0 | 1) => void} tell whether texts can be kept, when that changes
   */
  constructor(name, tell) {
    this.name = name;
    this.tell = tell;
    /** @type {0 | 1} */
    this.works = 1;
    /** What is to be kept, or with an empty text dropped. @type {Map<string, string>} */
    this.waiting = new Map();
    /** Whether any of that came since the last writing began. */
    this.asked = false;
    /** @type {Promise<IDBDatabase> | undefined} opened when first needed */
    this.database = undefined;
    this.timer = 0;
    /** Writings follow each other, so that the latest text of a name is the one that stays. */
    this.writing = Promise.resolve();
    addEventListener('pagehide', () => this.writeNow());
  }

  /** @param {string} name @param {string} text empty: nothing any more */
  keep(name, text) {
    this.waiting.set(name, text);
    this.asked = true;
    if (!this.timer) this.#writeAndPause();
    else if (!text) void this.#write(); // what was given up must not come back
  }

  /** The page may be left: what was to be kept does not wait for the pause to end. */
  writeNow() {
    void this.#write();
  }

  /** The first text is written at once: the page may be gone a moment later. */
  #writeAndPause() {
    void this.#write();
    this.timer = window.setTimeout(() => {
      this.timer = 0;
      if (this.asked) this.#writeAndPause();
    }, pause);
  }

  /** All texts whose names begin so, one a line. @param {string} prefix */
  async load(prefix) {
    await this.#write();
    try {
      const [store, key] = await this.#open();
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
      const [names, items] = await Promise.all([ended(store.getAllKeys(range)), ended(store.getAll(range))]);
      const texts = await Promise.all(
        // What cannot be read (another key, damage) is as good as not there.
        items.map((item, at) => decrypt(key, String(names[at]), item).catch(() => '')),
      );
      return texts.filter(Boolean).join('\n');
    } catch {
      return '';
    }
  }

  #write() {
    this.writing = this.writing.then(() => this.#writeWaiting());
    return this.writing;
  }

  async #writeWaiting() {
    const texts = [...this.waiting];
    this.waiting.clear();
    this.asked = false;
    if (!texts.length) return;
    try {
      const [, key] = await this.#open();
      const items = await Promise.all(texts.map(async ([name, text]) => text && encrypt(key, name, text)));
      const [store] = await this.#open(); // a transaction ends when nothing is asked of it
      texts.forEach(([name], at) => (items[at] ? store.put(items[at], name) : store.delete(name)));
      await committed(store.transaction);
      this.#report(1);
    } catch {
      this.database = undefined; // it may have been closed or taken away
      // What came meanwhile is newer.
      this.waiting = new Map([...texts, ...this.waiting]);
      if (isSecureContext) this.#report(0);
    }
  }

  /** @param {0 | 1} works */
  #report(works) {
    if (works !== this.works) this.tell(works);
    this.works = works;
  }

  /** @returns {Promise<[IDBObjectStore, CryptoKey]>} */
  async #open() {
    this.database ??= openDatabase(this.name);
    const database = await this.database;
    const store = () => database.transaction('vault', 'readwrite').objectStore('vault');
    let key = await ended(store().get('key'));
    if (!key) {
      const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
      // Another tab may have been faster: then its key is the one.
      await ended(store().add(made, 'key')).catch(() => undefined);
      key = await ended(store().get('key'));
    }
    return [store(), key];
  }
}

/** @param {string} name @returns {Promise<IDBDatabase>} */
function openDatabase(name) {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore('vault');
  return ended(request);
}

/** The name is bound to the text, so that no item can be put in the place of another. @param {string} name @param {BufferSource} iv */
const algorithm = (name, iv) => ({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(name) });

/** @param {CryptoKey} key @param {string} name @param {string} text */
async function encrypt(key, name, text) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, data: await crypto.subtle.encrypt(algorithm(name, iv), key, new TextEncoder().encode(text)) };
}

/** @param {CryptoKey} key @param {string} name @param {{ iv: BufferSource, data: BufferSource }} item */
async function decrypt(key, name, { iv, data }) {
  return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm(name, iv), key, data));
}
