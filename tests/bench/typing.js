// How long it takes from the press of a key until the frame that shows it is handed to the browser's compositor: in the
// editor's search, in its form, and in a plain HTML field of the same server in the same run. The browser's own wait for
// the next screen refresh (up to 16.7 ms) is in all of them alike. Then the longest task of a paste of 100,000 characters
// into Description, and into a plain text area: most of it is the browser's own. Prints JSON, in milliseconds.
//
//   node tests/bench/typing.js
import { chromium as browserType } from '@playwright/test';
import { join } from 'node:path';
import { chromium } from '../e2e/support/browser.js';
import { root } from '../e2e/support/paths.js';
import { startServer } from '../e2e/support/server.js';

const keys = 200;
const keys_before = 24; // not counted: nobody waits for a page that has just been opened as for one they work in
// In the search: fewer rows with each letter, and all of them again.
const names = ['i', 'n', 'v', 'Backspace', 'Backspace', 'Backspace'];
const pause_ms = 110; // 110 words a minute; no multiple of a frame, so that keys fall anywhere between two

/** @typedef {import('@playwright/test').Page} Page */

/** @param {Page} page a field of which has the focus */
async function type(page) {
  const press = async (/** @type {number} */ count) => {
    for (let key = 0; key < count; ++key) {
      await page.keyboard.press(names[key % names.length] ?? '');
      await new Promise((done) => setTimeout(done, pause_ms));
    }
  };
  await press(keys_before);
  const listening = await page.evaluateHandle(() => {
    /** @type {number[]} */
    const times = [];
    const listener = (/** @type {KeyboardEvent} */ { timeStamp }) =>
      void requestAnimationFrame(() => {
        // A task of its own runs when the frame is made.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => times.push(performance.now() - timeStamp);
        port2.postMessage(null);
      });
    addEventListener('keydown', listener, { capture: true });
    return { times, listener };
  });
  await press(keys);
  const times = await listening.evaluate(({ times: measured, listener }) => {
    removeEventListener('keydown', listener, { capture: true });
    return measured;
  });
  times.sort((a, b) => a - b);
  const quantile = (/** @type {number} */ share) => times[Math.floor(times.length * share)] ?? NaN;
  return { median: quantile(0.5), p95: quantile(0.95) };
}

/** The longest task until the text is pasted and shown. @param {Page} page with the form, or the plain one */
async function paste(page) {
  const text = Array.from({ length: 10_000 }, (_, word) => `word${String(word).padStart(5, '0')}`).join(' ');
  await page.getByRole('textbox', { name: 'Description' }).focus();
  return page.evaluate(async (pasted) => {
    let longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    }).observe({ type: 'longtask' }); // of 50 ms and more
    const begin = performance.now();
    document.execCommand('insertText', false, pasted);
    const inserted = performance.now() - begin;
    for (let frame = 0; frame < 10; ++frame) await new Promise(requestAnimationFrame);
    return Math.max(longest, inserted);
  }, text);
}

const server = await startServer('--also', `${join(root, 'tests/bench/plain')}=/plain`, '--no-limits');
const browser = await browserType.launch(chromium.launchOptions);
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });

await page.goto(`${server.origin}plain/`);
await page.locator('input').first().focus();
const plain = { ...(await type(page)), paste: await paste(page) };

await page.goto(server.origin);
await page.getByRole('button', { name: 'Open the demo' }).click();
await page.getByRole('searchbox', { name: 'Search' }).click();
const search = await type(page);
await page.getByRole('searchbox', { name: 'Search' }).fill('');
await page.getByRole('gridcell').first().press('Enter');
await page.getByRole('textbox', { name: 'Name' }).click();
await page.keyboard.press('x'); // so that the field differs from what is stored, as after the first of many letters
const form = await type(page);
console.log(JSON.stringify({ plain, search, form, paste: await paste(page) }));
await browser.close();
server.stop();
