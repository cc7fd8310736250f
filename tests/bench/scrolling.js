// Scrolling with the mirror on, in the platform example's grid of 100,000 rows and in a list of 10,000 webhooks: how many of
// the browser's animation frames showed new rows, how far apart they were, and what of each was spent in the C++, in the
// mirror's elements, and in text and WebGL, as sampled by the browser's profiler. Prints JSON; times in milliseconds.
//
//   node tests/bench/scrolling.js EXAMPLE (the folder of the platform's example page, built as the editor is)
import { chromium as browserType, expect } from '@playwright/test';
import { argv } from 'node:process';
import { chromium } from '../e2e/support/browser.js';
import { administrator, Editor } from '../e2e/support/editor.js';
import { startServer } from '../e2e/support/server.js';
import { startStaticHost } from '../e2e/support/static_host.js';

const records = 10_000;
const duration_ms = 3_000;
const step = 60; // CSS pixels in a frame: 3,600 in a second
const sample_us = 200;

/** Methods of the classes Mirror and Text, which the C++ calls. */
const ofMirror = ['create', 'place', 'remove', 'attribute', 'removeAttribute', 'text', 'value', 'rectangle', 'contentSize', 'scroll', 'focus'];
const ofText = ['choose', 'width', 'metrics', 'bounds', 'clear', 'draw', 'upload'];

/** @typedef {{ id: number, callFrame: { functionName: string, url: string }, children?: number[] }} ProfileNode */

/**
 * What a sample was spent in: the innermost call that tells.
 * @param {ProfileNode} node
 * @param {Map<number, ProfileNode>} parents
 * @returns {'cpp' | 'mirror' | 'drawing' | 'rest'}
 */
function spentIn(node, parents) {
  for (let at = /** @type {ProfileNode | undefined} */ (node); at; at = parents.get(at.id)) {
    const { functionName, url } = at.callFrame;
    if (url.endsWith('.wasm') || url.startsWith('wasm:')) return 'cpp';
    if (!url.endsWith('app.js')) continue;
    if (ofMirror.includes(functionName)) return 'mirror';
    if (ofText.includes(functionName) || /^_?(emscripten_)?gl[A-Z]/.test(functionName)) return 'drawing';
  }
  return 'rest';
}

/** @param {import('@playwright/test').Page} page */
function scroll(page) {
  return page.evaluate(
    async ({ duration_ms, step }) => {
      const grid = /** @type {HTMLElement} */ (document.querySelector('#mirror [role=grid]'));
      const scroller = grid.matches('.scroll-y, .scroll-both')
        ? grid
        : /** @type {HTMLElement} */ (grid.querySelector('.scroll-y, .scroll-both'));
      const framesDrawn = () => globalThis.editorDiagnostics?.frames() ?? NaN;
      /** @type {number[]} */
      const times = [];
      let drawn = 0;
      let seen = framesDrawn();
      for (const begin = performance.now(); performance.now() - begin < duration_ms; ) {
        times.push(await new Promise(requestAnimationFrame));
        scroller.scrollTop += step;
        const now = framesDrawn();
        if (now > seen) ++drawn;
        seen = now;
      }
      return { times, drawn, frames: framesDrawn() };
    },
    { duration_ms, step },
  );
}

/** @param {import('@playwright/test').Page} page with a grid */
async function measure(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: sample_us });
  await scroll(page); // warms up
  const before = await page.evaluate(() => globalThis.editorDiagnostics?.frames() ?? NaN);
  await session.send('Profiler.start');
  const { times, drawn, frames } = await scroll(page);
  const { profile } = await session.send('Profiler.stop');

  /** @type {Map<number, ProfileNode>} */
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  /** @type {Map<number, ProfileNode>} */
  const parents = new Map();
  for (const node of nodes.values()) for (const child of node.children ?? []) parents.set(child, node);
  const spent = { cpp: 0, mirror: 0, drawing: 0, rest: 0 };
  profile.samples?.forEach((id, at) => {
    const node = nodes.get(id);
    if (node) spent[spentIn(node, parents)] += (profile.timeDeltas?.[at] ?? 0) / 1_000;
  });
  const gaps = times.slice(1).map((time, at) => time - (times[at] ?? 0)).sort((a, b) => a - b);
  const count = frames - before;
  return {
    share: drawn / times.length,
    median: gaps[Math.floor(gaps.length * 0.5)],
    p95: gaps[Math.floor(gaps.length * 0.95)],
    cpp: spent.cpp / count,
    mirror: spent.mirror / count,
    drawing: spent.drawing / count,
  };
}

const browser = await browserType.launch(chromium.launchOptions);
const host = await startStaticHost({ folder: String(argv[2]) });
const example = await browser.newPage({ viewport: { width: 1280, height: 800 } });
await example.goto(host.origin);
await expect(example.getByRole('grid')).toHaveAttribute('aria-rowcount', '100001');
const grid = await measure(example);
await example.close();
host.stop();

const server = await startServer('--records', String(records), '--no-limits');
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
const editor = new Editor(page, server.origin, 'server');
await editor.open('#/webhooks', administrator);
await expect(editor.list).toHaveAttribute('aria-rowcount', String(records + 1), { timeout: 120_000 });
await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 120_000 });
await editor.settled();
const list = await measure(page);
console.log(JSON.stringify({ grid, list }));
await browser.close();
server.stop();
