// Browser tests of the platform alone: the token shim and the example page, without the editor.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  fullyParallel: true,
  timeout: 30_000,
  expect: { timeout: 15_000 },
  workers: 2,
  retries: process.env['CI'] ? 1 : 0, // as in the editor's own configuration
  reporter: 'list',
  use: {
    browserName: 'chromium',
    serviceWorkers: 'block', // what it answers a test could not intercept
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
      ],
    },
  },
});
