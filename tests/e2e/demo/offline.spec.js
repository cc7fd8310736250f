// Installed as an app: opens without a network, takes a new version without losing anything, keeps no answer of the API.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { administrator, Editor } from '../support/editor.js';
import { dist } from '../support/paths.js';
import { startServer } from '../support/server.js';
import { startStaticHost } from '../support/static_host.js';
import { expect, test } from '../support/test.js';

test.use({ serviceWorkers: 'allow' });

/** What the browser keeps for the page to open without a network. @param {import('@playwright/test').Page} page */
const kept = (page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return { names, addresses: requests.flat().map(({ url }) => url).sort() };
  });

/** A folder of this test's own that is served. @param {(folder: string) => void} [change] */
function copyOfDist(change) {
  const folder = mkdtempSync(join(tmpdir(), 'dist-'));
  cpSync(dist, folder, { recursive: true });
  change?.(folder);
  return folder;
}

/** Another version, as far as the browser can tell. @param {string} folder @param {string} title */
function makeNewVersion(folder, title) {
  const edit = (/** @type {string} */ name, /** @type {(text: string) => string} */ how) =>
    writeFileSync(join(folder, name), how(readFileSync(join(folder, name), 'utf8')));
  edit('index.html', (text) => text.replace(/<title>.*<\/title>/, `<title>${title}</title>`).replace('<body>', '<body data-version="next">'));
  edit('service_worker.js', (text) => text.replace(/"[0-9a-f]{16}"/, '"fedcba9876543210"'));
}

test('opens without a network, and the demo works', async ({ page, context, complaints }) => {
  const host = await startStaticHost({ folder: dist, path: '/console/' });
  const editor = new Editor(page, host.origin, 'demo');
  await editor.goto();
  await expect(editor.demoButton).toBeVisible();
  await kept(page);
  host.stop();
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('alert').filter({ hasText: 'You are offline' })).toBeVisible();
  await editor.demoButton.click();
  await expect(editor.list).toBeAttached();
  complaints.length = 0; // the browser mentions what it could not reach
});

test('keeps the files of one version under one path, and nothing of the API', async ({ page, complaints }) => {
  const server = await startServer();
  const editor = new Editor(page, server.origin, 'server');
  await editor.openList();
  const { names, addresses } = await kept(page);
  await page.reload(); // now through the service worker
  await editor.signIn(administrator);
  await expect(editor.list).toBeAttached();
  expect(await kept(page)).toEqual({ names, addresses });
  expect(names).toHaveLength(1);
  expect(addresses.filter((address) => address.includes('/api/'))).toEqual([]);
  expect(addresses.map((address) => address.slice(server.origin.length))).toEqual([
    ...['', 'app.js', 'config.json', 'demo.wasm', 'editor.wasm', 'icon.svg'],
    ...['de', 'es', 'fr', 'pt'].map((tag) => expect.stringMatching(new RegExp(`^languages/${tag}-[0-9a-f]{8}\\.json$`))),
    'manifest.webmanifest',
    ...[expect.stringMatching(/^oauth-\w+\.js$/), 'samples.wasm', 'signed-in.html', 'signed-in.js', 'style.css'],
  ]);
  server.stop();
  complaints.length = 0;
});

test('a new version waits until the page is opened anew, and then takes over', async ({ page, complaints }) => {
  const folder = copyOfDist();
  const host = await startStaticHost({ folder });
  const editor = new Editor(page, host.origin, 'demo');
  await editor.goto();
  await kept(page);
  await page.reload();
  await expect.poll(() => page.evaluate(() => !!navigator.serviceWorker.controller)).toBe(true);
  await editor.email.fill('typed');
  makeNewVersion(folder, 'Next');
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const { installing } = registration;
    if (installing) await new Promise((done) => installing.addEventListener('statechange', done));
  });
  await expect.poll(() => page.evaluate(async () => !!(await navigator.serviceWorker.ready).waiting)).toBe(true);
  await expect(editor.email).toHaveValue('typed');
  // A worker that does not answer soon is left for the next time.
  await expect(async () => {
    await page.reload();
    await expect(page.locator('body')).toHaveAttribute('data-version', 'next', { timeout: 5_000 });
  }).toPass();
  expect((await kept(page)).names).toEqual([expect.stringContaining('fedcba9876543210')]);
  host.stop();
  rmSync(folder, { recursive: true });
  complaints.length = 0;
});

test('changed settings act at once', async ({ page, complaints }) => {
  const folder = copyOfDist();
  const host = await startStaticHost({ folder });
  const editor = new Editor(page, host.origin, 'demo');
  await editor.goto();
  await kept(page);
  writeFileSync(join(folder, 'config.json'), '{"signIn": ["token"]}');
  await page.reload();
  await expect(editor.token).toBeVisible();
  await expect(editor.demoButton).toBeHidden();
  host.stop();
  rmSync(folder, { recursive: true });
  complaints.length = 0;
});

test('can be installed', async ({ editor, page }) => {
  await editor.goto();
  await kept(page);
  const session = await page.context().newCDPSession(page);
  const { errors, data } = /** @type {{ errors: object[], data?: string }} */ (await session.send('Page.getAppManifest'));
  expect(errors).toEqual([]);
  const manifest = JSON.parse(data ?? '{}');
  expect(manifest.name).toBe('WebHook Editor for Nexudus');
  for (const { src } of manifest.icons) expect((await page.request.get(new URL(src, page.url()).href)).status(), src).toBe(200);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
});
