// The browser platform in the browsers that Playwright does not drive: its example page, each with a screen of its own (run
// it under xvfb-run).
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { serve } from '../../platform_example/serve.js';
import { axe, findingsHere } from '../support/axe.js';
import { root } from '../support/paths.js';
import { differenceHere } from '../support/pictures.js';
import { openFirefox } from './firefox.js';
import { Page } from './page.js';
import { openWebKit } from './webkit.js';

const folder = process.env['PLATFORM_EXAMPLE'] ?? join(root, 'build/web-debug/platform_example');
const still_ms = 1_000;
const shade = 140; // edges may be lighter or darker; a letter in another place differs by more
const focused = 'document.activeElement';

// Before anything else of the page runs.
const watch = `
  globalThis.violations = [];
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => violations.push(violatedDirective + ' ' + blockedURI));
  addEventListener('error', ({ message }) => violations.push(message));`;

/** The example page with a script more at its begin. */
async function startHost() {
  const html = await readFile(join(folder, 'index.html'), 'utf8');
  return serve(folder, (request, response) => {
    const [type, body] = /** @type {Record<string, [string, string]>} */ ({
      '/': ['text/html; charset=utf-8', html.replace('<script', '<script src="watch.js"></script><script')],
      '/watch.js': ['text/javascript', watch],
    })[request.url ?? ''] ?? ['', ''];
    if (!type) return false;
    response.writeHead(200, { 'Content-Type': type });
    response.end(body);
    return true;
  });
}

for (const [name, openWindow] of Object.entries({ Firefox: openFirefox, WebKitGTK: openWebKit })) {
  describe(name, () => {
    /** @type {import('./page.js').Window} */
    let window;
    /** @type {Page} */
    let page;
    /** @type {Awaited<ReturnType<typeof startHost>>} */
    let host;
    before(async () => {
      host = await startHost();
      window = await openWindow();
      page = new Page(window);
    });
    after(async () => {
      await window.close();
      host.close();
    });
    beforeEach(async () => {
      await window.goto('about:blank');
      await window.goto(host.url);
      await page.expect('heading', 'Platform example');
    });

    /** Pixels that differ, of the window or a part of it. @param {string} one @param {string} other @param {number} tolerance @param {object} [clip] @param {number} [lower] by how many pixels the other's part stands lower */
    const difference = async (one, other, tolerance, clip, lower) => {
      const pictures = JSON.stringify({ one, other, tolerance, clip, lower });
      return /** @type {{ pixels: number }} */ (await window.evaluate(`(${differenceHere})(${pictures})`)).pixels;
    };
    const settled = async () => {
      for (let last = -1, now = await page.framesDrawn(); now !== last; now = await page.framesDrawn()) {
        last = now;
        await new Promise((done) => setTimeout(done, 300));
      }
    };

    test('axe finds nothing', async () => {
      await window.evaluate(`(() => { ${axe} })()`);
      assert.deepEqual(await window.evaluate(`(${findingsHere})()`), []);
    });

    for (const field of ['Title', 'Notes']) {
      for (const text of ['', 'Ключ 日本語 Zu\u0308rich 😀', 'Door باب שלום']) {
        test(`${field} looks the same typed and drawn: ${text || 'as it is'}`, async () => {
          const element = page.find('textbox', field);
          if (text) await page.fill('textbox', field, text);
          await window.evaluate(`${page.find('button', 'Count')}.focus()`);
          await settled();
          const drawn = await window.picture();
          await window.evaluate(`${element}.style.caretColor = 'transparent'`);
          await window.evaluate(`${element}.focus()`);
          await settled();
          const typed = await window.picture();
          // Inside the frame, whose colour tells the focus. WebKit centres a line of its own accord: a pixel lower.
          const box = await window.evaluate(`(({ x, y, width, height }) => (
            { x: Math.ceil(x), y: Math.ceil(y) + 1, width: Math.floor(width) - 24, height: Math.floor(height) - 2 }))(${element}.getBoundingClientRect())`);
          const differences = [];
          for (const lower of [0, 1]) differences.push(await difference(drawn, typed, shade, box, lower));
          assert.equal(Math.min(...differences), 0, `pixels that differ: ${differences}`);
        });
      }
    }

    test('a lost context comes back with the same picture, and what was typed meanwhile', async () => {
      await page.click('textbox', 'Title'); // the pointer stands still from here on
      await window.evaluate(`${focused}.style.caretColor = 'transparent'`);
      await window.press('End');
      await window.type('!');
      await settled();
      const before = await window.picture();
      await window.press('Backspace');
      await window.evaluate(`(globalThis.lose = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context')).loseContext()`);
      await window.type('!');
      await window.evaluate(`lose.restoreContext()`);
      await page.until(`!document.getElementById('canvas').getContext('webgl2').isContextLost()`);
      await settled();
      await page.expectValue('textbox', 'Title', 'The quick brown fox: AVAToWa!');
      // Without the scroll bar, which is the browser's and fades by itself.
      const canvas = { x: 0, y: 0, width: 1240, height: 760 };
      assert.equal(await difference(before, await window.picture(), 0, canvas), 0);
    });

    test('undo and redo are the browser’s own', async () => {
      await page.click('textbox', 'Title');
      await window.press('End');
      await window.type('!');
      await page.expectValue('textbox', 'Title', 'The quick brown fox: AVAToWa!');
      await window.evaluate(`document.execCommand('undo')`); // WebKitGTK has no key for it
      await page.expectValue('textbox', 'Title', 'The quick brown fox: AVAToWa');
      await window.evaluate(`document.execCommand('redo')`);
      await page.expectValue('textbox', 'Title', 'The quick brown fox: AVAToWa!');
    });

    test('a dialog takes the focus, keeps it, and gives it back', async () => {
      await window.evaluate(`${page.find('button', 'Open dialog')}.focus()`);
      await window.press('Enter');
      await page.until(`${focused}.textContent.includes('Yes') || ${focused}.getAttribute('aria-label') === 'Yes'`);
      await page.until(`document.querySelector('[inert]')`);
      await window.press('Escape');
      await page.until(`${focused} === ${page.find('button', 'Open dialog')}`);
    });

    for (const [end, held] of /** @type {const} */ ([['end', undefined], ['begin', 'Shift']])) {
      test(`Tab leaves the page at its ${end}`, async () => {
        const controls = '#mirror :is(button, a, input, textarea, [tabindex="0"])';
        const at = (/** @type {number} */ place) => `[...document.querySelectorAll('${controls}')].at(${place})`;
        const [first, last] = held ? [-1, 0] : [0, -1];
        await page.click('textbox', 'Title'); // where the focus is in the browser's own bars, back into the page
        await window.evaluate(`${at(last)}.focus()`);
        await window.evaluate(`addEventListener('keydown', (event) => Object.assign(globalThis, { taken: event.defaultPrevented }))`);
        // WebKitGTK begins anew where nothing else of its window takes the focus.
        const left = `!document.hasFocus() || ${focused} === document.body || ${focused} === document.documentElement || ${focused} === ${at(first)}`;
        for (let presses = 0; presses === 0 || (presses < 3 && !(await window.evaluate(left))); ++presses) await window.press('Tab', held);
        assert.ok(await window.evaluate(left), await window.evaluate(`${focused}.outerHTML`));
        assert.equal(await window.evaluate('globalThis.taken'), false);
      });
    }

    test('nothing is drawn while the caret waits in a field', async () => {
      await page.click('textbox', 'Title');
      await settled();
      const before = await page.framesDrawn();
      await new Promise((done) => setTimeout(done, still_ms)); // waiting is what is tested
      assert.equal(await page.framesDrawn(), before);
    });

    test('nothing violates the policy of the page, whatever is used', async () => {
      for (const button of ['Count', 'Copy', 'Request', 'Go', 'Ask to sign in']) await page.click('button', button);
      await page.expect('textbox', 'E-mail');
      assert.deepEqual(await window.evaluate('violations'), []);
      assert.ok(await window.evaluate(`'trustedTypes' in globalThis ? (() => { try { document.body.innerHTML = 'x'; } catch { return true; } })() : true`));
    });
  });
}
