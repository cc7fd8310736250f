// Which language the page speaks: the one that was chosen in this browser, else the browser's own. English stands in the
// code; each other has a catalogue, a file that is loaded when it is spoken.

/**
 * @typedef {{ name: string, integrity: string }} CatalogueFile
 * @typedef {Record<string, string | Record<string, string>>} Catalogue texts by the English text; by the English plural
 *   its forms, by category
 * @typedef {{ node: Text, before: string, english: string, after: string }} Words in the page, and the blanks round them
 */

const choiceKey = 'language';

const patience = 10_000; // milliseconds, for a catalogue: better in English than not at all

/** @param {string} locale */
const languageOf = (locale) => locale.toLowerCase().replace(/-.*/, '');

/** @param {string} tag */
const isOffered = (tag) => tag === 'en' || Object.hasOwn(LANGUAGES, tag);

function storedChoice() {
  try {
    return localStorage.getItem(choiceKey) ?? '';
  } catch {
    return ''; // storage is blocked
  }
}

/** @param {string} tag */
function storeChoice(tag) {
  try {
    localStorage.setItem(choiceKey, tag);
  } catch {
    // As above: it holds for this page.
  }
}

const wished = () => [storedChoice(), ...navigator.languages.map(languageOf)].find(isOffered) ?? 'en';

/** @param {string} tag @returns {Promise<Catalogue>} */
async function load(tag) {
  const file = LANGUAGES[tag];
  if (!file) return {};
  const response = await fetch(file.name, { integrity: file.integrity, signal: AbortSignal.timeout(patience) });
  if (!response.ok) throw new Error(`${file.name}: HTTP ${response.status}`);
  return response.json();
}

/** What the page was written with. What has a language of its own stays. @returns {Words[]} */
function wordsOfPage() {
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  /** @type {Words[]} */
  const found = [];
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    if (!node.data.trim() || node.parentElement?.closest('script, style, noscript, body [lang]')) continue;
    const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(node.data) ?? [];
    found.push({ node, before, english: words.replace(/\s+/g, ' '), after });
  }
  return found;
}

class Language {
  constructor() {
    this.tag = 'en';
    /** @type {Catalogue} */
    this.catalogue = {};
    /** @type {Words[]} */
    this.words = [];
    /** @type {(() => void)[]} */
    this.listeners = [];
    /** Counts what is asked for: the last counts. */
    this.asked = 0;
  }

  /** For dates and plurals: as the browser has it, where that is the same language. British dates stay British. */
  get locale() {
    return navigator.languages.find((locale) => languageOf(locale) === this.tag) ?? this.tag;
  }

  /** All of them as src/language/text.h wants them: pairs, each part ended by a zero byte. */
  get texts() {
    const parts = Object.entries(this.catalogue).flatMap(([english, translation]) =>
      typeof translation === 'string'
        ? [english, translation]
        : Object.entries(translation).flatMap(([category, form]) => [`${english}\u001f${category}`, form]),
    );
    return parts.map((part) => `${part}\0`).join('');
  }

  /** Begins with the language that was chosen, once it is there. What cannot be loaded leaves the page in English. */
  async begin() {
    this.words = wordsOfPage();
    if (!(await this.#speak(wished()))) this.#take('en', {});
  }

  /**
   * From now on, and after a reload.
   * @param {string} tag
   * @returns {Promise<boolean>} whether it could be loaded; else everything stays as it is
   */
  async choose(tag) {
    const spoken = isOffered(tag) && (await this.#speak(tag));
    if (spoken && this.tag === tag) storeChoice(tag);
    return spoken;
  }

  /** @param {() => void} changed called whenever another language is spoken */
  listen(changed) {
    this.listeners.push(changed);
  }

  /** @param {string} tag @returns {Promise<boolean>} also true when another was asked for meanwhile */
  async #speak(tag) {
    const asked = ++this.asked;
    const catalogue = await load(tag).catch((reason) => {
      console.warn(`The texts of the language "${tag}" cannot be loaded.`, reason);
    });
    if (catalogue && asked === this.asked) this.#take(tag, catalogue);
    return catalogue !== undefined;
  }

  /** @param {string} tag @param {Catalogue} catalogue */
  #take(tag, catalogue) {
    this.tag = tag;
    this.catalogue = catalogue;
    for (const { node, before, english, after } of this.words) {
      // An English page begins as it was written.
      const text = before + translate(english) + after;
      if (node.data.replace(/\s+/g, ' ') !== text.replace(/\s+/g, ' ')) node.data = text;
    }
    document.documentElement.lang = tag;
    document.documentElement.classList.add('worded');
    for (const changed of this.listeners) changed();
  }
}

export const language = new Language();

/**
 * A sentence in the language that is spoken. In the code it is written out inside the call: tests/language/check.js
 * collects it there.
 * @param {string} english with {0}, {1} … where the values go
 * @param {(string | number)[]} values
 * @returns {string}
 */
export function translate(english, ...values) {
  const translation = language.catalogue[english];
  const pattern = typeof translation === 'string' ? translation : english;
  return pattern.replace(/\{(\d)\}/g, (place, index) => String(values[Number(index)] ?? place));
}
