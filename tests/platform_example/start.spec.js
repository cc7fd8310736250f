// How the page starts: what is shown before the WebAssembly is there, and what is said when it cannot come.
import { expect } from '@playwright/test';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { folder, test } from './example.js';
import { serve } from './serve.js';

test.describe('while the WebAssembly is on its way', () => {
  test('the page shows its frame, and how much has come', async ({ page, complaints: _ }) => {
    const { size } = await stat(join(folder, 'editor.wasm'));
    /** Sends as far as a part of the file, from 0 to 1. @type {(part: number) => void} */
    let sendUpTo = () => undefined;
    const server = await serve(folder, (request, response) => {
      if (request.url !== '/editor.wasm') return false;
      response.writeHead(200, { 'Content-Type': 'application/wasm', 'Content-Length': size });
      let sent = 0;
      sendUpTo = (part) => {
        const end = Math.floor(size * part);
        createReadStream(join(folder, 'editor.wasm'), { start: sent, end: end - 1 }).pipe(response, { end: end === size });
        sent = end;
      };
      return true;
    });
    const progress = page.getByLabel('Loading the editor…');
    const value = () => progress.evaluate((/** @type {HTMLProgressElement} */ bar) => bar.value);

    await page.goto(server.url, { waitUntil: 'commit' });
    await expect(page.getByRole('heading', { name: 'WebHook Editor for Nexudus' })).toBeVisible();
    await expect(progress).toHaveRole('progressbar');
    expect(await value()).toBe(0);
    for (const part of [0.3, 0.6]) {
      sendUpTo(part);
      await expect.poll(value).toBeGreaterThan(part - 0.1);
      expect(await value()).toBeLessThanOrEqual(part + 0.01);
    }
    sendUpTo(1);
    await expect(page.getByRole('heading', { name: 'Platform example' })).toBeAttached();
    await expect(progress).toHaveCount(0);
    server.close();
  });
});

test.describe('a failure is explained:', () => {
  test.afterEach(({ complaints }) => void (complaints.length = 0)); // the browser mentions each in its own words

  test('a WebAssembly that is missing', async ({ page, origin }) => {
    await page.route('**/editor.wasm', (route) => route.fulfill({ status: 404, body: 'Not found' }));
    await page.goto(origin);
    await expect(page.getByRole('alert')).toContainText('editor.wasm is missing (HTTP 404)');
  });

  test('a WebAssembly that cannot be reached', async ({ page, origin }) => {
    await page.route('**/editor.wasm', (route) => route.abort('connectionreset'));
    await page.goto(origin);
    await expect(page.getByRole('alert')).toContainText('editor.wasm cannot be reached. Check your connection');
  });

  test('a WebAssembly of another version, which is not run', async ({ page, origin }) => {
    await page.route('**/editor.wasm', async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      // Another byte in the last section, which is data or names: it still compiles.
      body.writeUInt8((body.readUInt8(body.length - 1) + 1) % 128, body.length - 1);
      await route.fulfill({ response, body });
    });
    await page.goto(origin);
    await expect(page.getByRole('alert')).toContainText('not the one that belongs to this page', { timeout: 10_000 });
  });

  test('no WebAssembly at all', async ({ page, origin }) => {
    await page.addInitScript(() => Reflect.deleteProperty(window, 'WebAssembly'));
    await page.goto(origin);
    await expect(page.getByRole('alert')).toContainText('needs WebAssembly');
  });

  test('a style sheet that is missing', async ({ page, origin }) => {
    await page.route('**/style.css', (route) => route.fulfill({ status: 404, body: 'Not found' }));
    await page.goto(origin);
    await expect(page.getByRole('alert')).toContainText('style.css is missing or damaged');
    await expect(page.getByRole('button', { name: 'Load the page again' })).toBeVisible();
  });

  for (const [what, directive, sources, words] of /** @type {const} */ ([
    ['a policy that forbids WebAssembly', 'script-src', "'self'", "'wasm-unsafe-eval'"],
    ['a policy that forbids loading files', 'connect-src', "'none'", "editor.wasm. Whoever runs it needs to allow 'self' in connect-src"],
  ])) {
    test.describe(what, () => {
      test.use({ provoked: [directive] });

      test('is named', async ({ page, origin }) => {
        await page.route(origin, async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, headers: { 'Content-Security-Policy': `${directive} ${sources}` } });
        });
        await page.goto(origin);
        await expect(page.getByRole('alert')).toContainText(words);
      });
    });
  }

  for (const [what, body] of [
    ['of another version, which is not run', 'globalThis.hasRun = true;'],
    ['with words that the browser does not know', undefined],
  ]) {
    test(`a script ${what}`, async ({ page, origin }) => {
      // A browser that is too old stumbles over its first new word in the same way.
      await page.route('**/app.js', (route) => route.fulfill({ contentType: 'text/javascript', body: body ?? 'nonsense nonsense' }));
      if (!body) {
        await page.route(origin, async (route) => {
          const response = await route.fetch();
          const html = (await response.text()).replace(/(app\.js") integrity="[^"]*"/, '$1');
          await route.fulfill({ response, body: html });
        });
      }
      await page.goto(origin);
      const late = page.getByText('This takes longer than it should.');
      await expect(late).toBeHidden();
      // It comes after some seconds, by the style sheet alone.
      await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
      await expect(late).toBeVisible();
      await expect(late).toContainText('this browser may be too old');
      await expect(late).toContainText('a file of this site is missing or damaged');
      expect(await page.evaluate(() => 'hasRun' in globalThis)).toBe(false);
    });
  }

  test('the program broke while it ran', async ({ example }) => {
    await example.evaluate(() => window.editorDiagnostics?.memory().fill(0xff));
    await example.mouse.click(20, 20);
    await expect(example.getByRole('heading', { name: 'The editor has stopped' })).toBeVisible();
    await expect(example.getByRole('alert')).toContainText('Load the page again');
    await example.getByRole('button', { name: 'Load the page again' }).click();
    await expect(example.getByRole('heading', { name: 'Platform example' })).toBeAttached();
  });
});
