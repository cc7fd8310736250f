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
  addEventListener('storage', ({ storageArea, key, newValue }) => {
    if (key !== null && storageArea === page.storage()) page.tellStored(key, newValue ?? '');
  });
  watchContext(page, editor);
  watchMarks(page);
  document.fonts?.addEventListener('loadingdone', () => editor._page_on_fonts());
}

/** @enum {number} platform::web::ContextChange */
const context = { restored: 0, lost: 1, gone: 2 };
const longestLoss = 3_000; // milliseconds that the page is seen

/**
 * A WebGL context that the browser does not give back has gone for good: then the page is made of elements.
 * @param {Page} page
 * @param {Editor} editor
 */
function watchContext(page, editor) {
  let [lost, timer] = [false, 0];
  /** @param {boolean} now */
  const wait = (now) => {
    lost = now;
    clearTimeout(timer);
    if (lost && !document.hidden) timer = window.setTimeout(giveUp, longestLoss);
  };
  const giveUp = () => {
    lost = false;
    page.showPlain();
    editor._page_on_context(context.gone);
  };
  page.canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault(); // or it never comes back
    wait(true);
    editor._page_on_context(context.lost);
  });
  page.canvas.addEventListener('webglcontextrestored', () => {
    if (!lost) return;
    wait(false);
    editor._page_on_context(context.restored);
  });
  document.addEventListener('visibilitychange', () => wait(lost)); // hidden pages are given nothing back
}

/**
 * The elements' own text is painted only while the browser may mark some of it.
 * @param {Page} page
 */
function watchMarks({ mirror }) {
  const forward = () => {
    // Asking for the selection makes the browser lay the page out; in a field it changes with each letter.
    const isSelected = !document.activeElement?.matches('input, textarea') && getSelection()?.isCollapsed === false;
    mirror.root.classList.toggle('marked', isSelected || !document.hasFocus());
  };
  document.addEventListener('selectionchange', forward);
  addEventListener('focus', forward);
  addEventListener('blur', forward);
  forward();
}

/** A phone's keyboard takes room away: what is being typed into must not be under it. @param {Element | null} field */
function reveal(field) {
  if (field?.matches('#mirror :is(input, textarea)')) field.scrollIntoView({ block: 'nearest' });
}

const mostPixels = 16_000_000; // of a canvas; each takes 4 bytes, more than once

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
  let zoom = 1;
  const forward = () => {
    if (!last) return;
    const { width, height } = last.contentRect;
    zoom = fingerZoom(width * height);
    const scale = devicePixelRatio * zoom;
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
    reveal(document.activeElement);
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
  visualViewport?.addEventListener('resize', () => {
    if (last && zoom !== fingerZoom(last.contentRect.width * last.contentRect.height)) forward();
  });
}

/**
 * How much finer a page is drawn that two fingers have zoomed: in whole steps, for each makes all letters anew.
 * @param {number} area of the page in CSS pixels
 */
function fingerZoom(area) {
  const most = Math.min(3, Math.floor(Math.sqrt(mostPixels / area) / devicePixelRatio));
  return Math.max(1, Math.min(most, Math.ceil(visualViewport?.scale ?? 1)));
}
