// Keeps the files of one version of the editor in the browser, so that it opens without a network. Only its own files:
// what the API answers is never kept, and no request to it passes through here.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis));
const scope = new URL('./', worker.location.href);
const prefix = `webhook-editor ${scope.pathname} `; // several may be installed on one host
const cacheName = prefix + VERSION;
const patience = 3_000; // milliseconds, for a settings file that the network may hold in a newer form

/** The kept file that an address means, or nothing. @param {Request} request */
function fileOf(request) {
  const { origin, pathname, search } = new URL(request.url);
  if (request.method !== 'GET' || origin !== scope.origin || !pathname.startsWith(scope.pathname)) return '';
  const name = pathname.slice(scope.pathname.length) || 'index.html';
  return FILES.includes(name) && (!search || request.mode === 'navigate') ? name : '';
}

/** @param {string} name */
const addressOf = (name) => new URL(name === 'index.html' ? './' : name, scope).href;

/** @param {string} name @param {RequestInit} [options] */
async function fetchFile(name, options) {
  const response = await fetch(addressOf(name), { cache: 'no-cache', ...options });
  if (!response.ok) throw new Error(`${name}: HTTP ${response.status}`);
  return response;
}

async function keepAll() {
  const cache = await caches.open(cacheName);
  await Promise.all(FILES.map(async (name) => cache.put(addressOf(name), await fetchFile(name))));
}

async function dropOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((name) => caches.delete(name)));
}

/** The hashes of script and style in a page: they tell versions apart. @param {Response} page */
const hashesIn = async (page) => [...(await page.text()).matchAll(/integrity="[^"]*"/g)].join();

/** Whoever runs the site may have edited the page, its policy for example, within one version. @param {Response} kept */
async function renewPage(kept) {
  const page = await fetchFile('index.html');
  if ((await hashesIn(page.clone())) !== (await hashesIn(kept))) return;
  const cache = await caches.open(cacheName);
  await cache.put(addressOf('index.html'), page);
}

/** From the network while that is quick, so that a changed setting acts at once. */
async function settings() {
  const cache = await caches.open(cacheName);
  const address = addressOf('config.json');
  try {
    const response = await fetchFile('config.json', { signal: AbortSignal.timeout(patience) });
    await cache.put(address, response.clone());
    return response;
  } catch {
    return (await cache.match(address)) ?? Response.error();
  }
}

/** @param {FetchEvent} event @param {string} name */
async function answer(event, name) {
  if (name === 'config.json') return settings();
  const cache = await caches.open(cacheName);
  const kept = await cache.match(addressOf(name));
  if (!kept) return fetch(event.request);
  if (name === 'index.html') event.waitUntil(renewPage(kept.clone()).catch(() => undefined)); // offline: as it is
  return kept;
}

/** A page that was loaded anew is for a moment still there in its old form. */
async function isLastPage() {
  for (let tries = 0; tries < 10; ++tries) {
    const pages = await worker.clients.matchAll({ includeUncontrolled: true });
    if (pages.length < 2) return true;
    await new Promise((done) => setTimeout(done, 50));
  }
  return false;
}

/** @param {MessagePort | undefined} page that asks: it is told whether to wait for this */
async function takeOver(page) {
  const yes = await isLastPage();
  page?.postMessage(yes);
  if (yes) await worker.skipWaiting();
}

worker.addEventListener('install', (event) => event.waitUntil(keepAll()));
worker.addEventListener('activate', (event) => event.waitUntil(dropOthers()));
worker.addEventListener('fetch', (event) => {
  const name = fileOf(event.request);
  if (name) event.respondWith(answer(event, name));
});
// A page that has only begun to load asks for it, and only the last one open gets it: the files of an open page stay.
worker.addEventListener('message', (event) => {
  if (event.data !== 'take over') return;
  event.waitUntil(takeOver(event.ports[0]));
});
