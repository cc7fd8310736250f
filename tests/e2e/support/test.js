// What every test gets: the editor in its world, a fresh sandbox, and a check that the browser found nothing wrong.
import { expect, test as base } from '@playwright/test';
import { Editor } from './editor.js';
import { dist } from './paths.js';
import { Sandbox, startServer } from './server.js';
import { startStaticHost } from './static_host.js';
import { violationFixtures } from './violations.js';

/**
 * @typedef {object} WorkerOptions
 * @property {'server' | 'demo'} world the native server, or dist/ on a plain file server
 * @property {string[]} serverOptions what the native server is started with
 *
 * @typedef {import('./violations.js').ViolationOptions} ViolationOptions
 * @typedef {import('./violations.js').ViolationFixtures} ViolationFixtures
 *
 * @typedef {object} WorkerFixtures
 * @property {string} origin the page's address
 *
 * @typedef {object} Fixtures
 * @property {string[]} complaints what the browser found wrong; a test that provokes something takes it out
 * @property {Sandbox} sandbox as freshly made; in the world "server" only
 * @property {Editor} editor
 */

/** What the browser says of every answer of the API that is an error: expected, and not the page's fault. */
const isOfApi = (/** @type {import('@playwright/test').ConsoleMessage} */ message) =>
  message.text().startsWith('Failed to load resource') && /\/api\//.test(message.location().url);

/** Playwright's own word for "serviceWorkers: 'block'" of the configuration. */
const isOfTheseTests = (/** @type {import('@playwright/test').ConsoleMessage} */ message) =>
  message.text() === 'Service Worker registration blocked by Playwright';

export const test = /** @type {typeof base.extend<Fixtures & ViolationFixtures & ViolationOptions, WorkerOptions & WorkerFixtures>} */ (base.extend)({
  ...violationFixtures,

  world: ['server', { option: true, scope: 'worker' }],
  serverOptions: [[], { option: true, scope: 'worker' }],

  origin: [
    async ({ world, serverOptions }, use) => {
      const host =
        world === 'server' ? await startServer(...serverOptions) : await startStaticHost({ folder: dist, path: '/tools/webhooks/' });
      await use(host.origin);
      host.stop();
    },
    { scope: 'worker' },
  ],

  complaints: [
    async ({ page }, use) => {
      /** @type {string[]} */
      const complaints = [];
      page.on('console', (message) => {
        const bad = message.type() === 'error' || message.type() === 'warning';
        if (bad && !isOfApi(message) && !isOfTheseTests(message)) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      await use(complaints);
      expect(complaints, 'what the browser complained of').toEqual([]);
    },
    { auto: true },
  ],

  sandbox: [
    async ({ origin, world }, use) => {
      const sandbox = new Sandbox(origin);
      if (world === 'server') await sandbox.reset();
      await use(sandbox);
    },
    { auto: true },
  ],

  editor: async ({ page, origin, world }, use) => {
    await use(new Editor(page, origin, world));
  },
});

export { expect };
