// The main job in the browsers that Playwright does not drive, each with a screen of its own (run it under xvfb-run).
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { administrator, hooks } from '../support/editor.js';
import { dist } from '../support/paths.js';
import { Sandbox, startServer } from '../support/server.js';
import { startStaticHost } from '../support/static_host.js';
import { openFirefox } from './firefox.js';
import { Page } from './page.js';
import { openWebKit } from './webkit.js';

const still_ms = 3_000;

for (const [name, openWindow] of Object.entries({ Firefox: openFirefox, WebKitGTK: openWebKit })) {
  describe(name, () => {
    /** @type {import('./page.js').Window} */
    let window;
    /** @type {Page} */
    let page;
    before(async () => {
      window = await openWindow();
      page = new Page(window);
    });
    after(() => window.close());

    describe('the demo on a plain file server', () => {
      /** @type {Awaited<ReturnType<typeof startStaticHost>>} */
      let host;
      before(async () => (host = await startStaticHost({ folder: dist })));
      after(() => host.stop());

      beforeEach(async () => {
        await window.goto('about:blank');
        await window.goto(host.origin);
        await page.click('button', 'Open the demo');
        await page.expectRows(61);
      });

      test('is searched and opened with the keyboard alone', async () => {
        await window.press('/');
        await window.type('turnstile');
        await page.expectRows(2);
        for (const _ of ['Clear', 'Filter', 'Columns', 'the first row']) await window.press('Tab');
        await window.press('Enter');
        await page.expectValue('textbox', 'Name', hooks.turnstile.name);
      });

      test('saves a change in any script, and an event found by typing', async () => {
        await window.goto(`${host.origin}#/webhooks/${hooks.turnstile.id}`);
        await page.fill('textbox', 'Name', 'Größe 日本 Ωμ');
        await page.fill('combobox', 'Event', 'CheckinCreated');
        await page.expect('option', 'Check-in created');
        await window.press('Enter');
        await page.expectValue('combobox', 'Event', 'Check-in created');
        await window.press('s', 'Control');
        await page.expectText('Saved. Read back from Nexudus and found as sent.');
        await page.expect('heading', 'Größe 日本 Ωμ');
      });

      test('says at the field what is wrong', async () => {
        await window.goto(`${host.origin}#/webhooks/new`);
        await page.fill('textbox', 'URL', 'nowhere');
        await page.click('button', 'Save');
        await page.until(`document.activeElement.getAttribute('aria-invalid') === 'true'`);
      });

      test('finds commands by typing', async () => {
        await window.press('k', 'Control');
        await page.until(`document.activeElement.getAttribute('role') === 'combobox'`);
        await window.type('new webhook');
        await page.expect('option', 'New webhook');
        await window.press('Enter');
        await page.expect('heading', 'New webhook');
      });

      test('draws nothing while the caret waits in a field', async () => {
        await page.click('searchbox', 'Search');
        let before = -1;
        // Until nothing of the click is left to show.
        for (let now = await page.framesDrawn(); now !== before; now = await page.framesDrawn()) {
          before = now;
          await new Promise((done) => setTimeout(done, 1_000));
        }
        await new Promise((done) => setTimeout(done, still_ms)); // waiting is what is tested
        assert.equal(await page.framesDrawn(), before);
      });
    });

    describe('the server', () => {
      /** @type {Awaited<ReturnType<typeof startServer>>} */
      let server;
      before(async () => (server = await startServer()));
      after(() => server.stop());

      test('is signed in to, and gets the whole record with the change', async () => {
        await window.goto(`${server.origin}#/webhooks/${hooks.withLargeNumbers.id}`);
        await page.fill('textbox', 'E-mail', administrator.email);
        await page.fill('textbox', 'Password', administrator.password);
        await page.click('button', 'Sign in');
        await page.expectValue('textbox', 'Name', hooks.withLargeNumbers.name);
        await page.fill('textbox', 'Name', 'Invoice paid, EU');
        await page.click('button', 'Save');
        await page.expectText('Saved. Read back from Nexudus and found as sent.');
        const [put] = await new Sandbox(server.origin).log('PUT');
        assert.match(put?.body ?? '', /"Name":"Invoice paid, EU"/);
        assert.match(put?.body ?? '', /"ExternalReference":12345678901234567890/);
      });
    });
  });
}
