// What the WebAssembly may ask of the page. src/platform/web/library.js hands its calls on to this object.

import { Mirror } from './mirror.js';
import { Text } from './text.js';
import { Picture } from './picture.js';
import { listen } from './input.js';
import { Vault } from './vault.js';
import { watch } from './surroundings.js';

/**
 * @typedef {import('../types').Editor} Editor
 * @typedef {import('../types').SignInForm} SignIn
 * @typedef {import('../types').SpokenLanguage} SpokenLanguage
 * @typedef {{ text: string, error: string }} Config
 * @typedef {{ status: number, headers: string, body: string }} LocalReply status 0: there is none
 * @typedef {(message: string) => LocalReply | Promise<LocalReply>} LocalServer
 */

const encoder = new TextEncoder();

/** @type {Intl.DateTimeFormatOptions[]} in the order of platform::TimeStyle */
const timeStyles = [
  { dateStyle: 'medium' },
  { timeStyle: 'short' },
  { dateStyle: 'medium', timeStyle: 'short' },
  { timeStyle: 'medium' },
];

/** In the order of platform::HistoryEntry. */
const historyEntries = ['kept', 'replaced', 'replaced soon'];
const addressPause = 250; // milliseconds

/** @param {string} id */
function element(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element "${id}".`);
  return found;
}

/** Storage may be blocked: then nothing is kept. @template T @param {() => T} use @param {T} otherwise */
function guarded(use, otherwise) {
  try {
    return use();
  } catch {
    return otherwise;
  }
}

export class Page {
  /**
   * @param {Config} config
   * @param {SignIn} signIn
   * @param {SpokenLanguage} language
   * @param {(reason: unknown) => void} fail shows that the application stopped
   * @param {string} name of what is kept in this browser
   * @param {LocalServer} [localServer] answers requests that stay inside the page
   */
  constructor(config, signIn, language, fail, name, localServer) {
    this.config = config;
    this.signIn = signIn;
    this.language = language;
    this.fail = fail;
    this.localServer = localServer;
    this.root = element('app');
    this.canvas = /** @type {HTMLCanvasElement} */ (element('canvas'));
    this.rem = element('rem');
    this.mirror = new Mirror(element('mirror'));
    this.text = new Text(this.mirror.root);
    /** @type {Picture | undefined} in place of the canvas */
    this.picture = undefined;
    this.vault = new Vault(name, (ok) => this.editor._page_on_kept(ok));
    this.fragment = '';
    /** The one that is still to be written. @type {string | undefined} */
    this.nextFragment = undefined;
    this.writing = 0;
    this.timer = 0;
    this.announced = 0;
    /** Set by library.js before main runs. */
    this.editor = /** @type {Editor} */ (/** @type {unknown} */ (undefined));
    /** @type {Intl.DateTimeFormat[]} by style, made when first needed: making one is slow */
    this.timeFormats = [];
    /** @type {Intl.PluralRules | undefined} made when first needed too */
    this.pluralRules = undefined;
    /** @param {BeforeUnloadEvent} event */
    this.askBeforeLeaving = (event) => {
      this.vault.writeNow(); // once the page is on its way out, there is no time left for encrypting
      event.preventDefault();
      event.returnValue = true; // older browsers
    };
    /** @param {string} text puts it into the inbox of the WebAssembly */
    this.give = (text) => {
      const bytes = encoder.encode(text);
      const place = this.editor._page_inbox(bytes.length);
      this.editor.HEAPU8.set(bytes, place); // after the call: it may have moved the memory
    };
  }

  /** Called by the WebAssembly when it can take events. */
  start() {
    const { editor } = this;
    this.fragment = this.address();
    globalThis.editorDiagnostics = { frames: () => editor._page_frames_drawn(), memory: () => editor.HEAPU8 };
    this.language.listen(() => this.#tellLanguage());
    this.signIn.start(editor, this.give);
    listen(this, editor);
    watch(this, editor);
  }

  // ---- Frames

  requestFrame() {
    requestAnimationFrame(() => this.editor._page_frame());
  }

  /** Browsers hand over what was drawn before they begin with another task. */
  callAfterFrame() {
    setTimeout(() => this.editor._page_after_frame());
  }

  /** @param {number} delay milliseconds; negative stops it */
  setTimer(delay) {
    clearTimeout(this.timer);
    // Longer than a 32-bit number of milliseconds would fire at once.
    if (delay >= 0) this.timer = window.setTimeout(() => this.editor._page_on_timer(), Math.min(delay, 0x7fffffff));
  }

  /** After the call that is running now. */
  deliverSoon() {
    queueMicrotask(() => this.editor._page_deliver());
  }

  /** Once: the page may have got there before the application. @param {string} name */
  mark(name) {
    if (!performance.getEntriesByName(name).length) performance.mark(name);
  }

  firstFrame() {
    document.documentElement.classList.add('started');
    element('start').remove();
  }

  /**
   * Sizes the canvas; it is drawn anew in the same turn, so nobody sees it empty.
   * @param {number} width device pixels
   * @param {number} height device pixels
   */
  sizeCanvas(width, height) {
    if (this.canvas.width !== width) this.canvas.width = width;
    if (this.canvas.height !== height) this.canvas.height = height;
  }

  /** Without WebGL 2 the page is made of elements alone. */
  showPlain() {
    this.picture = new Picture(this.canvas);
  }

  /** @param {string} cursor a CSS cursor */
  setCursor(cursor) {
    this.root.style.cursor = cursor;
  }

  // ---- Address, title, leaving

  address() {
    const fragment = location.hash.slice(1);
    return guarded(() => decodeURI(fragment), fragment);
  }

  /** @returns {boolean} whether the address is another than known; it is in the inbox then */
  takeAddressChange() {
    const now = this.address();
    if (now === this.fragment) return false;
    this.fragment = now;
    this.nextFragment = undefined;
    this.give(now);
    return true;
  }

  /**
   * @param {string} fragment
   * @param {number} entry a place in historyEntries
   */
  navigate(fragment, entry) {
    if (fragment === (this.nextFragment ?? this.fragment)) return;
    const what = historyEntries[entry];
    if (what === 'kept') this.#replaceAddress();
    this.nextFragment = fragment;
    clearTimeout(this.writing);
    if (what === 'kept') this.#writeAddress((url) => history.pushState(null, '', url));
    else if (what === 'replaced') this.#replaceAddress();
    else this.writing = window.setTimeout(() => this.#replaceAddress(), addressPause);
  }

  #replaceAddress() {
    this.#writeAddress((url) => history.replaceState(null, '', url));
  }

  /** @param {(url: string) => void} write */
  #writeAddress(write) {
    if (this.nextFragment === undefined) return;
    const url = '#' + encodeURI(this.nextFragment);
    this.nextFragment = undefined;
    // Browsers refuse when this is done very often: the next change makes up for it.
    guarded(() => write(url), undefined);
    this.fragment = this.address();
  }

  /** @param {string} title */
  setTitle(title) {
    if (document.title !== title) document.title = title;
  }

  /** @param {boolean} active */
  guardLeaving(active) {
    // Only while it is needed: a page that listens always is kept out of the back/forward cache.
    if (active) addEventListener('beforeunload', this.askBeforeLeaving);
    else removeEventListener('beforeunload', this.askBeforeLeaving);
  }

  /** @param {string} url */
  openLink(url) {
    open(url, '_blank', 'noopener,noreferrer');
  }

  // ---- Clipboard, announcements

  /** @param {string} text */
  async copyText(text) {
    const ok = await writeClipboard(text).catch(() => copyBySelection(text));
    this.editor._page_on_copied(Number(ok));
  }

  /**
   * @param {string} name
   * @param {string} text
   */
  saveFile(name, text) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // a slow dialog may still read it
  }

  /**
   * @param {string} sentence
   * @param {boolean} assertive
   */
  announce(sentence, assertive) {
    const region = element(assertive ? 'assertive' : 'polite');
    // Whoever reads out looks a moment later: until then, a sentence stays beside the next one.
    const now = performance.now();
    if (now - this.announced > 1000) region.replaceChildren();
    this.announced = now;
    // A new node each time, so that the same sentence is read again.
    const paragraph = document.createElement('p');
    paragraph.textContent = sentence;
    region.append(paragraph);
  }

  // ---- Language

  giveLanguage() {
    this.give(this.language.tag);
    this.give(this.language.texts);
  }

  /** @param {number} number */
  pluralCategory(number) {
    this.pluralRules ??= new Intl.PluralRules(this.language.locale);
    return this.pluralRules.select(number);
  }

  /** Another one is spoken. */
  #tellLanguage() {
    this.timeFormats = [];
    this.pluralRules = undefined;
    this.giveLanguage();
    this.editor._page_on_language();
  }

  // ---- Time and storage

  /**
   * @param {number} time milliseconds since 1970
   * @param {number} style a place in timeStyles
   */
  localTime(time, style) {
    const format = (this.timeFormats[style] ??= new Intl.DateTimeFormat(this.language.locale, timeStyles[style]));
    return guarded(() => format.format(time), ''); // a moment no calendar has throws
  }

  /** @param {string} key */
  storedValue(key) {
    return guarded(() => localStorage.getItem(key), null) ?? '';
  }

  /**
   * @param {string} key
   * @param {string} value
   */
  storeValue(key, value) {
    guarded(() => (value === '' ? localStorage.removeItem(key) : localStorage.setItem(key, value)), undefined);
  }

  /** What keeps the values of storeValue(), unless it is blocked. */
  storage() {
    return guarded(() => localStorage, undefined);
  }

  /**
   * Another page has stored a value.
   * @param {string} key
   * @param {string} value
   */
  tellStored(key, value) {
    this.give(key);
    this.give(value);
    this.editor._page_on_stored();
  }

  /** @param {string} prefix */
  async loadTexts(prefix) {
    const lines = await this.vault.load(prefix);
    this.give(prefix);
    this.give(lines);
    this.editor._page_on_texts();
  }

  // ---- Requests

  /** What requests that are to be authorized carry, or nothing. */
  authorization() {
    const { accessToken } = this.signIn.shim;
    return accessToken && `Bearer ${accessToken}`;
  }

  /**
   * @param {number} id
   * @param {string} message
   */
  sendLocally(id, message) {
    // Later, as from a host: a reply never comes from inside the call that asks for it.
    setTimeout(async () => {
      const nothing = { status: 0, headers: '', body: '' };
      const ask = async () => this.localServer?.(message) ?? nothing;
      const { status, headers, body } = await ask().catch(() => nothing);
      this.give(headers);
      this.give(body);
      this.editor._page_on_local_reply(id, status);
    });
  }

  /** @param {string} url */
  isRequestUrl(url) {
    return guarded(() => {
      const { protocol, username, password } = new URL(url, document.baseURI);
      return (protocol === 'https:' || protocol === 'http:') && !username && !password;
    }, false);
  }
}

/** @param {string} text */
async function writeClipboard(text) {
  await navigator.clipboard.writeText(text);
  return true;
}

/** The only way on a page that came over plain HTTP. @param {string} text */
function copyBySelection(text) {
  const before = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'unseen';
  document.body.append(area);
  area.select();
  const ok = document.execCommand('copy');
  area.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return ok;
}
