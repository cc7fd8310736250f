// End-to-end tests with Debian's Chromium, by role and name: once against the native server with its sandbox, once
// against dist/ on a plain file server, where the demo is all there is, and there once more without WebGL.
import { defineConfig } from '@playwright/test';
import { chromium, withoutWebGl } from './tests/e2e/support/browser.js';

/** @typedef {import('./tests/e2e/support/test.js').WorkerOptions} WorkerOptions */

export default /** @type {typeof defineConfig<{}, WorkerOptions>} */ (defineConfig)({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.js', // the rest is for other browsers: script/test browsers
  outputDir: 'build/test-results/e2e',
  fullyParallel: true,
  forbidOnly: !!process.env['CI'],
  // A shared machine may stand still for longer than any test waits. Where that is so the report says which were run twice;
  // elsewhere a test that fails once has failed.
  retries: process.env['CI'] ? 1 : 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    ...chromium,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Zurich',
    colorScheme: 'light',
    serviceWorkers: 'block', // what it answers a test could not intercept
    trace: process.env['CI'] ? 'on-first-retry' : 'retain-on-failure', // which takes an eighth of the time
  },
  projects: [
    {
      name: 'server',
      testIgnore: ['**/demo/**', '**/shared/{accessibility,drawing,looks,selection,touch}.spec.js'],
      use: { world: 'server' },
    },
    // What people do there is the same in both worlds: it is seen here without WebGL.
    {
      name: 'demo',
      testMatch: ['**/demo/*.spec.js', '**/shared/{drawing,idle,looks,policy,selection,states,touch}.spec.js'],
      use: { world: 'demo' },
    },
    // Continuous integration asks axe with WebGL only, in states.spec.js: what it looks at is the same there.
    {
      name: 'without-webgl',
      testMatch: `shared/{${process.env['CI'] ? '' : 'accessibility,'}form,keyboard,list,payload}.spec.js`,
      use: { world: 'demo', ...withoutWebGl },
    },
  ],
});
