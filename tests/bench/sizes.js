// What a first visit to dist/ loads, with its size in brotli: what is needed until the first screen, the sign-in form, can
// be used, and what comes after it. Fails when the first is over 200 KB, all of it over 250 KB or 8 requests, or JavaScript
// and style together over 25 KB.
//
//   node tests/bench/sizes.js [--json]
import { chromium as browserType } from '@playwright/test';
import { argv, exit } from 'node:process';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from '../e2e/support/browser.js';
import { dist } from '../e2e/support/paths.js';
import { startStaticHost } from '../e2e/support/static_host.js';

const most_bytes_until_usable = 200_000;
const most_bytes = 250_000;
const most_requests = 8;
const most_bytes_of_page = 25_000; // what is not WebAssembly

/** @typedef {{ name: string, bytes: number, brotli: number }} Part */

/** @param {RegExp} withheld names of files that never arrive @returns {Promise<Part[]>} */
async function requests(withheld) {
  const host = await startStaticHost({ folder: dist });
  const browser = await browserType.launch(chromium.launchOptions);
  // What the service worker fetches for the next visit comes after all that is seen.
  const page = await browser.newPage({ serviceWorkers: 'block' });
  // By name: headless Chromium asks for the icon twice.
  /** @type {Map<string, Promise<Part>>} */
  const parts = new Map();
  const note = (/** @type {import('@playwright/test').Response} */ response) => {
    const name = response.url().slice(host.origin.length) || 'index.html';
    const size = (/** @type {Buffer} */ body) => ({ name, bytes: body.length, brotli: brotliCompressSync(body).length });
    parts.set(name, response.body().then(size));
  };
  page.on('response', note);
  await page.route(withheld, () => undefined);
  await page.goto(host.origin, { waitUntil: 'commit' });
  await page.waitForFunction(() => performance.getEntriesByName('editor:usable').length);
  if (withheld === nothing) await page.waitForLoadState('networkidle');
  page.off('response', note); // what comes from now on belongs to later, and the page may close before all of it is there
  const all = await Promise.all(parts.values());
  await browser.close();
  host.stop();
  return all;
}

const nothing = /^$/;
const parts = await requests(nothing);
// What the form can be used without is what it is usable without while that does not come.
const first = await requests(/\.wasm$/);
const untilUsable = first.reduce((sum, { brotli }) => sum + brotli, 0);
const total = parts.reduce((sum, { brotli }) => sum + brotli, 0);
const ofPage = parts.filter(({ name }) => /\.(js|css)$/.test(name)).reduce((sum, { brotli }) => sum + brotli, 0);
if (argv.includes('--json')) {
  console.log(JSON.stringify({ parts, untilUsable, total, ofPage }));
} else {
  for (const { name, bytes, brotli } of parts) {
    console.log(`${name.padEnd(14)} ${String(bytes).padStart(9)} bytes ${String(brotli).padStart(9)} in brotli`);
  }
  console.log(`${'until the form can be used'.padEnd(30)} ${String(untilUsable).padStart(9)} in brotli, ${first.length} requests`);
  console.log(`${'together'.padEnd(30)} ${String(total).padStart(9)} in brotli, ${parts.length} requests`);
  console.log(`${'JavaScript and style'.padEnd(30)} ${String(ofPage).padStart(9)} in brotli`);
}
const fits = untilUsable <= most_bytes_until_usable && total <= most_bytes && parts.length <= most_requests && ofPage <= most_bytes_of_page;
if (!fits) {
  console.log(`That is more than ${most_bytes_until_usable} bytes until the form can be used, than ${most_bytes} bytes or ${most_requests} requests together, or than ${most_bytes_of_page} bytes of JavaScript and style.`);
}
exit(fits ? 0 : 1);
