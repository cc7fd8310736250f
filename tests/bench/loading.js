// How long a page takes from navigation until it can be used and until the first row of the list is there: the editor
// (with the native server, and its demo), and a plain HTML form from the same server in the same run. Then what the
// editor does while idle. Prints JSON; all times in milliseconds.
//
//   node tests/bench/loading.js
import { chromium as browserType } from '@playwright/test';
import { join } from 'node:path';
import { chromium } from '../e2e/support/browser.js';
import { root } from '../e2e/support/paths.js';
import { Sandbox, startServer } from '../e2e/support/server.js';

const runs = 5;
const idle_ms = 10_000;

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Browser} Browser */

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/**
 * When the first matching element came, on the page's clock, which begins with the navigation. Nobody types or clicks
 * faster than a script in the page, so that is what signs in.
 * @param {Page} page
 * @param {'demo' | 'server'} way
 */
function watchForFirstRow(page, way) {
  return page.addInitScript((way) => {
    const signIn = () => {
      const get = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (document.getElementById(id));
      if (way === 'demo') return get('demo').click();
      get('email').value = 'admin@example.com';
      get('password').value = 'demo-admin';
      get('submit').click();
    };
    new PerformanceObserver((list, observer) => {
      if (!list.getEntriesByName('editor:usable').length) return;
      observer.disconnect();
      signIn();
    }).observe({ type: 'mark', buffered: true });
    new MutationObserver((_, observer) => {
      if (!document.querySelector('#mirror [role=gridcell]')) return;
      observer.disconnect();
      performance.mark('editor:first-row');
    }).observe(document, { childList: true, subtree: true });
  }, way);
}

/**
 * Loads a page in a fresh browser profile: nothing cached.
 * @param {Browser} browser
 * @param {string} url
 * @param {'demo' | 'server' | 'plain'} way
 */
async function load(browser, url, way) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  if (way !== 'plain') await watchForFirstRow(page, way);
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName('editor:first-row').length);
  const times = await page.evaluate(() => {
    const at = (/** @type {string} */ name) => performance.getEntriesByName(name)[0]?.startTime ?? NaN;
    return { usable: at('editor:usable'), firstRow: at('editor:first-row') };
  });
  await context.close();
  return times;
}

/** @param {Browser} browser @param {string} url */
async function idle(browser, url) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await watchForFirstRow(page, 'demo');
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName('editor:first-row').length);
  await new Promise((done) => setTimeout(done, 2_000));
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const framesDrawn = () => page.evaluate(() => globalThis.editorDiagnostics?.frames() ?? NaN);
  const taskSeconds = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN;
  };
  // Asking for the frames is work of the page's too, so it is done outside of the measured time.
  const framesBefore = await framesDrawn();
  await taskSeconds();
  const before = await taskSeconds();
  await new Promise((done) => setTimeout(done, idle_ms));
  const after = await taskSeconds();
  const frames = (await framesDrawn()) - framesBefore;
  await page.close();
  return { frames, mainThread: (after - before) * 1000 };
}

const server = await startServer('--also', `${join(root, 'tests/bench/plain')}=/plain`, '--no-limits');
const sandbox = new Sandbox(server.origin);
const browser = await browserType.launch(chromium.launchOptions);
/** @type {Record<string, { usable: number[], firstRow: number[] }>} */
const times = {};
// In turns, so that whatever else the machine does hits all alike. The first turn warms the browser up.
for (let run = -1; run < runs; ++run) {
  for (const [name, path, way] of /** @type {const} */ ([
    ['plain', 'plain/', 'plain'],
    ['server', '', 'server'],
    ['demo', '', 'demo'],
  ])) {
    await sandbox.reset();
    const { usable, firstRow } = await load(browser, server.origin + path, way);
    if (run < 0) continue;
    const list = (times[name] ??= { usable: [], firstRow: [] });
    list.usable.push(usable);
    list.firstRow.push(firstRow);
  }
}
const medians = Object.fromEntries(
  Object.entries(times).map(([name, { usable, firstRow }]) => [name, { usable: median(usable), firstRow: median(firstRow) }]),
);
console.log(JSON.stringify({ ...medians, idle: await idle(browser, server.origin) }));
await browser.close();
server.stop();
