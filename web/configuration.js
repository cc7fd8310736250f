// What the page itself needs of config.json. The application reads the same text and says what is wrong with it; here
// whatever is wrong counts as missing.

import { Provider } from './provider.js';

/** @typedef {import('./sign_in.js').Ways} Ways */

/** The names in config.json. */
const wayNames = /** @type {const} */ ({ nexudus: 'password', token: 'token', oauth: 'provider', demo: 'demo' });

/** @param {unknown} value @returns {Record<string, unknown>} */
const objectOf = (value) => (typeof value === 'object' && value !== null ? { ...value } : {});

/** @param {unknown} value */
const textOf = (value) => (typeof value === 'string' ? value : '');

/** @param {string} address @param {string} [base] */
function isAddress(address, base) {
  try {
    const { protocol } = new URL(address, base);
    return protocol === 'https:' || protocol === 'http:';
  } catch {
    return false;
  }
}

/** @param {unknown} signIn @param {boolean} hasProvider @returns {Ways | undefined} */
function waysOf(signIn, hasProvider) {
  if (signIn === undefined) return ['password', 'token', 'demo'];
  if (!Array.isArray(signIn) || (signIn.includes('oauth') && !hasProvider)) return undefined;
  const ways = Object.entries(wayNames).flatMap(([name, way]) => (signIn.includes(name) ? [way] : []));
  return ways.length ? ways : undefined;
}

/**
 * @param {string} text of config.json, or empty
 * @returns {{ apiBase: string, provider: Provider | undefined, ways: Ways | undefined }} without ways the application has
 *   something to say
 */
export function readConfiguration(text) {
  const parsed = /** @type {unknown} */ (text ? JSON.parse(text) : undefined);
  const { apiBase = 'api', signIn, oauth } = objectOf(parsed);
  const settings = objectOf(oauth);
  const hasProvider =
    Array.isArray(signIn) && signIn.includes('oauth') && isAddress(textOf(settings['issuer'])) && textOf(settings['clientId']) !== '';
  const isUsable = typeof apiBase === 'string' && /^[^?#\s]+$/.test(apiBase) && isAddress(apiBase, document.baseURI);
  return {
    apiBase: isUsable ? apiBase : 'api',
    provider: hasProvider ? new Provider(/** @type {any} */ (settings)) : undefined,
    ways: isUsable && parsed instanceof Object && !Array.isArray(parsed) ? waysOf(signIn, hasProvider) : undefined,
  };
}
