// What surrounds the app and can change while it runs: size, pixels, preferences, visibility, network, address.

import { isApple } from './input.js';

/** @typedef {import('../types').Editor} Editor */
/** @typedef {import('./page.js').Page} Page */

const preferences = [
  '(prefers-color-scheme: dark)',
  '(prefers-reduced-motion: reduce)',
  '(prefers-contrast: more)',
  '(forced-colors: active)',
  '(pointer: coarse)',
];

/**
 * Starts watching. The first size arrives before the first frame, so nothing is ever drawn at a wrong one.
 * @param {Page} page
 * @param {Editor} editor
 */
export function watch(page, editor) {
  watchPreferences(page, editor);
  watchSize(page, editor);
  document.addEventListener('visibilitychange', () => editor._page_on_visibility(Number(!document.hidden)));
  addEventListener('online', () => editor._page_on_online(1));
  addEventListener('offline', () => editor._page_on_online(0));
  if (!navigator.onLine) editor._page_on_online(0);
  const onAddress = () => {
    if (page.takeAddressChange()) editor._page_on_address();
  };
  addEventListener('popstate', onAddress);
  addEventListener('hashchange', onAddress);
  page.canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault(); // or it never comes back
    editor._page_on_context(1);
  });
  page.canvas.addEventListener('webglcontextrestored', () => editor._page_on_context(0));
  document.fonts?.addEventListener('loadingdone', () => editor._page_on_fonts());
}

/** 0xFFBBGGRR of "rgb(r, g, b)". @param {string} css */
function opaqueNumber(css) {
  const [red = 0, green = 0, blue = 0] = (css.match(/[\d.]+/g) ?? []).map(Number);
  return (0xff000000 | (blue << 16) | (green << 8) | red) >>> 0;
}

/**
 * @param {Page} page
 * @param {Editor} editor
 */
function watchPreferences(page, editor) {
  const queries = preferences.map((query) => matchMedia(query));
  const forward = () => {
    const flags = queries.reduce((sum, query, bit) => sum | (Number(query.matches) << bit), isApple ? 32 : 0);
    const { fontSize } = getComputedStyle(document.documentElement);
    const { backgroundColor, color, borderTopColor, outlineColor } = getComputedStyle(page.rem);
    const [canvas, text, link, highlight] = [backgroundColor, color, borderTopColor, outlineColor].map(opaqueNumber);
    editor._page_on_preferences(flags, parseFloat(fontSize) / 16, canvas ?? 0, text ?? 0, link ?? 0, highlight ?? 0);
  };
  for (const query of queries) query.addEventListener('change', forward);
  new ResizeObserver(forward).observe(page.rem); // as wide as the root's font size
  forward();
}

/**
 * @param {Page} page
 * @param {Editor} editor
 */
function watchSize({ root }, editor) {
  /** @type {ResizeObserverEntry | undefined} */
  let last;
  const forward = () => {
    if (!last) return;
    const { width, height } = last.contentRect;
    const scale = devicePixelRatio;
    const exact = last.devicePixelContentBoxSize?.[0];
    /** @type {(measured: number | undefined, size: number) => number} */
    const device = (measured, size) =>
      // Emulated screens (developer tools, browser tests) report this box as if there were no emulation.
      measured !== undefined && Math.abs(measured - size * scale) <= 1 ? measured : Math.round(size * scale);
    const deviceWidth = device(exact?.inlineSize, width);
    const deviceHeight = device(exact?.blockSize, height);
    editor._page_on_resize(width, height, deviceWidth, deviceHeight, scale);
  };
  const observer = new ResizeObserver((entries) => {
    last = entries.at(-1);
    forward();
  });
  try {
    observer.observe(root, { box: 'device-pixel-content-box' });
  } catch {
    observer.observe(root); // Safari
  }
  const arm = () =>
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener(
      'change',
      () => {
        arm();
        // The observer tells the new size in device pixels, but only where it knows that box.
        if (!last?.devicePixelContentBoxSize) forward();
      },
      { once: true },
    );
  arm();
}
