// Loads a WebAssembly file: compiles while it arrives, and lets nothing run that is not the file this script was built
// with.

import { translate } from './language.js';

/** @typedef {{ name: string, size: number, sha256: string }} Expected */

/** A failure with words for the user. */
export class Explained extends Error {}

/** @param {unknown} reason */
export const isPolicy = (reason) => /content security policy|unsafe-eval/i.test(String(reason));

/** Of the page's policy, what it refused last. */
let refusedBy = '';
addEventListener('securitypolicyviolation', ({ effectiveDirective }) => (refusedBy = effectiveDirective));

/** @param {string} name @returns {Promise<Response>} */
async function request(name) {
  const response = await fetch(name).catch(() => undefined);
  if (!response) await new Promise((done) => setTimeout(done)); // what the policy refused is told after
  if (!response && refusedBy === 'connect-src') {
    throw new Explained(
      translate(
        "This site's content security policy forbids loading {0}. Whoever runs it needs to allow 'self' in connect-src.",
        name,
      ),
    );
  }
  if (!response) {
    throw new Explained(translate('The file {0} cannot be reached. Check your connection and load the page again.', name));
  }
  if (!response.ok || !response.body) {
    throw new Explained(
      translate(
        'The file {0} is missing (HTTP {1}). Whoever runs this site needs to copy it beside index.html.',
        name,
        response.status,
      ),
    );
  }
  return response;
}

/**
 * @param {Expected} expected
 * @param {(part: number) => void} [progress] from 0 to 1
 */
export async function loadWasm({ name, size, sha256 }, progress) {
  const response = await request(name);
  /** @type {Uint8Array[]} */
  const chunks = [];
  let received = 0;
  const counted = /** @type {ReadableStream<Uint8Array>} */ (response.body).pipeThrough(
    new TransformStream({
      /** @param {Uint8Array} chunk @param {TransformStreamDefaultController} controller */
      transform(chunk, controller) {
        chunks.push(chunk);
        received += chunk.length;
        progress?.(received / size);
        controller.enqueue(chunk);
      },
    }),
  );
  const compiling = WebAssembly.compileStreaming(new Response(counted, { headers: { 'Content-Type': 'application/wasm' } }));
  const compiled = await compiling.catch((reason) => {
    if (reason instanceof WebAssembly.CompileError && received !== size && !isPolicy(reason)) return undefined;
    throw reason;
  });
  if (!compiled || !(await isExpected(chunks, sha256))) {
    throw new Explained(
      translate(
        'The file {0} is not the one that belongs to this page: it is damaged or of another version. ' +
          'Load the page again; if that does not help, whoever runs this site needs to copy the whole folder anew.',
        name,
      ),
    );
  }
  return compiled;
}

/** @param {Uint8Array[]} chunks @param {string} sha256 */
async function isExpected(chunks, sha256) {
  if (!globalThis.crypto?.subtle) return true; // over plain HTTP there is no such service
  const bytes = new Uint8Array(await new Blob(/** @type {BlobPart[]} */ (chunks)).arrayBuffer());
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return btoa(String.fromCharCode(...digest)) === sha256;
}
