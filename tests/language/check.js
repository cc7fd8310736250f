// No text is hard-coded and none is missing: collects every text of the sources that is shown, and holds the catalogues
// in web/languages against them.
//
//   node tests/language/check.js           fails with what is wrong
//   node tests/language/check.js --list    prints all texts, for translators: strings, and plurals as {one, other}
import { readdirSync, readFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { callAt, callsAround, textsOf, tokensOf } from './tokens.js';

/**
 * @typedef {{ one: string, other: string }} Plural
 * @typedef {{ texts: Set<string>, plurals: Map<string, Plural> }} Keys plurals by their `other`
 * @typedef {string | Record<string, string>} Translation
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const languages = ['es', 'fr', 'de', 'pt'];

/** Literals that look like texts and are none. */
const no_texts = new Set([
  'WebHook Editor', // a name
  'no letters', // of a font
]);

/** Calls whose literals are translated, or seen by nobody. */
const calls_of_no_concern = new Set(['translate', 'counted', 'plural', 'key', 'id', 'id_scope', 'assert', 'static_assert']);

/** @type {string[]} */
const problems = [];
const read = (/** @type {string} */ file) => readFileSync(root + file, 'utf8');

/** @param {string} folder @param {RegExp} names @returns {string[]} */
const files_in = (folder, names) =>
  readdirSync(root + folder, { recursive: true })
    .map((name) => `${folder}/${name}`)
    .filter((file) => names.test(file))
    .sort();

// ---- What the sources say

/** @param {Keys} keys @param {string} file @param {'cpp' | 'js'} kind */
function collect_calls(keys, file, kind) {
  const tokens = tokensOf(read(file), kind);
  tokens.forEach((_, place) => {
    const call = callAt(tokens, place);
    if (!call) return;
    const { name, line, argumentTokens } = call;
    if (name === 'translate' || (name === 'key' && kind === 'cpp')) {
      for (const text of textsOf(argumentTokens[0])) keys.texts.add(text);
      if (argumentTokens[0]?.[0]?.kind === 'template') problems.push(`${file}:${line}: a text with \`…\` cannot be collected`);
    } else if (kind === 'cpp' && (name === 'counted' || name === 'plural')) {
      const [one] = textsOf(argumentTokens[1]);
      const [other] = textsOf(argumentTokens[2]);
      if (one !== undefined && other !== undefined) keys.plurals.set(other, { one, other });
    }
  });
}

/** @param {Keys} keys @param {string} file */
function collect_page(keys, file) {
  const page = read(file)
    .replace(/<!--[^]*?-->|<(script|style|noscript)\b[^]*?<\/\1>/g, '')
    .replace(/<(?!html\b)(\w+)\b[^>]*\slang="[^"]*"[^>]*>[^]*?<\/\1>/g, '');
  for (const [attribute] of page.matchAll(/\s(title|alt|placeholder|aria-(label|description|roledescription))="[^"]+"/g)) {
    problems.push(`${file}: web/language.js does not translate attributes:${attribute}`);
  }
  for (const [, text = ''] of page.matchAll(/>([^<]+)(?=<)/g)) {
    const words = text.trim().replace(/\s+/g, ' ');
    if (words.includes('&')) problems.push(`${file}: write the letter itself in “${words}”`);
    if (words) keys.texts.add(words);
  }
}

/** @returns {Keys} */
function collect() {
  const keys = { texts: new Set(), plurals: new Map() };
  for (const file of files_in('src', /\.(cpp|h)$/)) collect_calls(keys, file, 'cpp');
  for (const file of files_in('web', /\.js$/)) collect_calls(keys, file, 'js');
  for (const file of files_in('web', /\.html$/)) collect_page(keys, file);
  for (const text of keys.plurals.keys()) {
    if (keys.texts.has(text)) problems.push(`“${text}” is used as a text and as a plural`);
  }
  return keys;
}

/**
 * Literals that no translate() is round, though they look like words.
 * @param {string} folder
 * @param {RegExp} words what they look like there
 */
function find_hard_coded(folder, words) {
  for (const file of files_in(folder, /\.cpp$/)) {
    const tokens = tokensOf(read(file), 'cpp');
    const around = callsAround(tokens);
    tokens.forEach(({ kind, text, line }, at) => {
      const is_name = tokens[at - 1]?.text === '=' && ['id', 'key'].includes(tokens[at - 2]?.text ?? '');
      const is_fine = is_name || calls_of_no_concern.has(around[at]?.at(-1) ?? '') || no_texts.has(text);
      if (kind === 'string' && words.test(text) && !is_fine) {
        problems.push(`${file}:${line}: “${text}” is not translated`);
      }
    });
  }
}

// ---- What the catalogues say

/** The categories that whole numbers have. @param {string} tag */
function categories_of(tag) {
  const rules = new Intl.PluralRules(tag);
  const numbers = Array.from({ length: 1_001 }, (_, number) => number);
  for (let power = 10_000; power <= 10_000_000; power *= 10) {
    for (let count = 1; count < 10 && count * power <= 10_000_000; ++count) numbers.push(count * power, count * power + 1);
  }
  return new Set(numbers.map((number) => rules.select(number)));
}

/** @param {string} text */
const places_in = (text) => [...new Set(text.match(/\{\d\}/g))].sort().join(' ');

/** @param {string} pattern */
const without_number = (pattern) => pattern.replaceAll('{0}', '');

/** @param {string} file @param {Keys} keys @param {Record<string, Translation>} catalogue @param {Set<string>} categories */
function check_catalogue(file, keys, catalogue, categories) {
  const wrong = (/** @type {string} */ english, /** @type {string} */ what) => problems.push(`${file}: “${english}” ${what}`);
  for (const english of [...keys.texts, ...keys.plurals.keys()]) {
    if (!Object.hasOwn(catalogue, english)) wrong(english, 'is missing');
  }
  for (const [english, translation] of Object.entries(catalogue)) {
    const plural = keys.plurals.get(english);
    if (!plural && !keys.texts.has(english)) {
      wrong(english, 'is in no source');
    } else if (typeof translation === 'string' ? plural : !plural) {
      wrong(english, plural ? 'is a plural, and needs its forms' : 'is no plural');
    } else if (plural) {
      check_plural(english, plural, /** @type {Record<string, string>} */ (translation));
    } else {
      check_text(english, String(translation), [english]);
    }
  }

  /** @param {string} english @param {string} text @param {string[]} patterns that may lend it their places */
  function check_text(english, text, patterns) {
    if (!text.trim()) wrong(english, 'has an empty translation');
    if (/[\0\u001f]/.test(text)) wrong(english, 'holds a control character');
    if (!patterns.some((pattern) => places_in(pattern) === places_in(text))) {
      wrong(english, `has other places than its translation “${text}”`);
    }
  }

  /** @param {string} english @param {Plural} plural @param {Record<string, string>} forms */
  function check_plural(english, plural, forms) {
    for (const category of new Set([...categories, 'other'])) {
      if (!Object.hasOwn(forms, category)) wrong(english, `has no form for "${category}"`);
    }
    for (const [category, form] of Object.entries(forms)) {
      if (!categories.has(category) && category !== 'other') wrong(english, `needs no form for "${category}"`);
      // A form for one thing may name the number or not, as the language likes.
      check_text(english, form, category === 'one' ? [plural.one, plural.other, without_number(plural.other)] : [plural.other]);
    }
  }
}

const keys = collect();
if (argv.includes('--list')) {
  console.log(JSON.stringify([...keys.texts, ...keys.plurals.values()], undefined, 2));
  process.exit(0);
}
const words_or_a_name = /\p{L} \p{L}|(?<![\p{L}-])\p{Lu}\p{Ll}{2}/u;
for (const folder of ['src/screens', 'src/gui']) find_hard_coded(folder, words_or_a_name);
// Here single words are mostly names of the API's.
for (const folder of ['src/editor', 'src/nexudus']) find_hard_coded(folder, /\p{L} \p{L}/u);
for (const tag of languages) {
  const file = `web/languages/${tag}.json`;
  check_catalogue(file, keys, JSON.parse(read(file)), categories_of(tag));
}
for (const problem of problems) console.log(problem);
console.log(`${keys.texts.size} texts and ${keys.plurals.size} plurals in ${languages.length} catalogues, ${problems.length} problems`);
process.exit(problems.length ? 1 : 0);
