// What the page itself needs of config.json. The application reads the same text and says what is wrong with it; here
// whatever is wrong counts as missing.

import { Provider } from './provider.js';

/** @param {unknown} value @returns {Record<string, unknown>} */
const objectOf = (value) => (typeof value === 'object' && value !== null ? { ...value } : {});

/** @param {unknown} value */
const textOf = (value) => (typeof value === 'string' ? value : '');

/** @param {string} address @param {string} [base] */
function isAddress(address, base) {
  try {
    new URL(address, base);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} text of config.json, or empty */
export function readConfiguration(text) {
  const { apiBase, signIn, oauth } = objectOf(text ? JSON.parse(text) : {});
  const settings = objectOf(oauth);
  const hasProvider =
    Array.isArray(signIn) && signIn.includes('oauth') && isAddress(textOf(settings['issuer'])) && textOf(settings['clientId']);
  return {
    apiBase: typeof apiBase === 'string' && isAddress(apiBase, document.baseURI) ? apiBase : 'api',
    provider: hasProvider ? new Provider(/** @type {any} */ (settings)) : undefined,
  };
}
