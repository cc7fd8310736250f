// Why a request got no answer: a browser does not say.

/** @typedef {'policy' | 'closed' | 'unreachable'} Cause of the page's own making, of the server's (CORS), or there is none */

const deadline = 30_000;

/** @param {string} address */
function originOf(address) {
  try {
    return new URL(address, document.baseURI).origin;
  } catch {
    return ''; // "inline" and the like
  }
}

/** Origins that the page's policy refused. @type {Set<string>} */
const refused = new Set();
document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => {
  if (effectiveDirective === 'connect-src') refused.add(originOf(blockedURI));
});

/** Of a request that failed just now. @param {string} address @returns {Promise<Cause>} */
export async function whyNoAnswer(address) {
  // The report of a blocked request arrives as an event of its own.
  await new Promise((done) => setTimeout(done));
  if (refused.delete(originOf(address))) return 'policy';
  if (originOf(address) === location.origin) return 'unreachable';
  try {
    // The answer of this one may not be read, but that there is one tells a closed door from no house.
    await fetch(address, { mode: 'no-cors', credentials: 'omit', cache: 'no-store', signal: AbortSignal.timeout(deadline) });
    return 'closed';
  } catch {
    return 'unreachable';
  }
}
